//! What kind of text a note or mail is: one that tells of rules, of made-up cases, or of what was published.

use std::collections::BTreeSet;

use crate::span::Span;

/// A signal, the fact that it makes, and how many different phrases of it make it.
const GENRES: [(&str, &str, usize); 3] = [
    ("training", "genre-training", 2),
    ("policy", "genre-policy", 4),
    ("publication", "genre-publication", 4),
];

/// The phrases seen of each signal that tells a genre.
#[derive(Default)]
pub(super) struct Genres([BTreeSet<String>; GENRES.len()]);

impl Genres {
    pub fn count(&mut self, signal: &str, text: &str, spans: &[Span]) {
        let genre = GENRES.iter().position(|(id, ..)| *id == signal);
        if let Some(genre) = genre {
            let phrases = spans.iter().filter_map(|span| text.get(span.range()));
            self.0[genre].extend(phrases.map(str::to_lowercase));
        }
    }

    /// The facts that enough phrases make.
    pub fn facts(&self) -> impl Iterator<Item = &'static str> + '_ {
        let seen = GENRES.iter().zip(&self.0);
        let enough = seen.filter(|((.., least), phrases)| phrases.len() >= *least);
        enough.map(|((_, fact, _), _)| *fact)
    }
}
