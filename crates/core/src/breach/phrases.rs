//! Phrases made of parts that stand near each other: nearness is decided here, over sorted findings, in linear time.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::Error;
use crate::span::Span;

/// The most bytes between two parts of a phrase, and the most blanks among them: two words.
const GAP_BYTES: usize = 28;
const GAP_BLANKS: usize = 3;

/// Signals made of others.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases {
    composed: Vec<Composed>,
}

/// One of `first`, then one of `then`, at most `within` bytes apart in the same sentence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Composed {
    id: String,
    first: Vec<String>,
    then: Vec<String>,
    within: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    composed: Vec<Composed>,
}

/// Where each signal stands in one text, by its id, sorted.
pub(super) type Places = BTreeMap<String, Vec<Span>>;

impl Phrases {
    /// Reads the TOML text of composed signals; `name` is for errors. What a signal is composed of comes before it, if
    /// that is composed too.
    pub fn parse(name: &str, text: &str) -> Result<Phrases, Error> {
        let file: File = toml::from_str(text).map_err(|error| Error::toml(name, text, &error))?;
        let mut composed = file.composed;
        let made: Vec<String> = composed.iter().map(|one| one.id.clone()).collect();
        let uses_made = |one: &Composed| {
            one.first
                .iter()
                .chain(&one.then)
                .any(|id| made.contains(id))
        };
        composed.sort_by_key(uses_made);
        Ok(Phrases { composed })
    }

    /// Adds to the places of whole signals those of phrases whose parts are there.
    pub fn complete(&self, text: &str, places: &mut Places) {
        join_parts(text, places);
        for composed in &self.composed {
            let of = |ids: &[String]| -> Vec<Span> {
                let mut spans: Vec<Span> = ids
                    .iter()
                    .filter_map(|id| places.get(id))
                    .flatten()
                    .copied()
                    .collect();
                spans.sort_unstable();
                spans
            };
            let found = pairs(text, &of(&composed.first), &of(&composed.then), |between| {
                between.len() <= composed.within
            });
            add(places, &composed.id, found);
        }
    }
}

/// The parts of one phrase: each with its place in it, and where it stands in the text.
type Parts = Vec<(usize, Vec<Span>)>;

/// Joins the parts `id~phrase~place` that stand at most two words apart.
fn join_parts(text: &str, places: &mut Places) {
    let mut phrases: BTreeMap<(String, String), Parts> = BTreeMap::new();
    let parts: Vec<String> = places
        .keys()
        .filter(|id| id.contains('~'))
        .cloned()
        .collect();
    for part in parts {
        let spans = places.remove(&part).unwrap_or_default();
        let mut names = part.split('~').map(str::to_owned);
        if let (Some(id), Some(phrase), Some(place)) = (names.next(), names.next(), names.next()) {
            let place = place.parse().unwrap_or(0);
            phrases
                .entry((id, phrase))
                .or_default()
                .push((place, spans));
        }
    }
    for ((id, _), mut parts) in phrases {
        parts.sort_unstable();
        let is_whole = parts
            .iter()
            .enumerate()
            .all(|(at, (place, _))| at == *place)
            && parts.len() > 1;
        if !is_whole {
            continue;
        }
        let first = parts[0].1.clone();
        let whole = parts[1..].iter().fold(first, |joined, (_, then)| {
            pairs(text, &joined, then, |between| {
                between.len() <= GAP_BYTES
                    && between.bytes().filter(u8::is_ascii_whitespace).count() <= GAP_BLANKS
            })
        });
        add(places, &id, whole);
    }
}

/// Each of `first` with the next of `then` behind it, where what stands between suits and ends no sentence.
fn pairs(text: &str, first: &[Span], then: &[Span], suits: impl Fn(&str) -> bool) -> Vec<Span> {
    let mut pairs = Vec::new();
    let mut next = 0;
    for before in first {
        while next < then.len() && then[next].start() < before.end() {
            next += 1;
        }
        let Some(after) = then.get(next) else {
            break;
        };
        let between = text.get(before.end()..after.start()).unwrap_or_default();
        if suits(between) && !ends_sentence(between) {
            pairs.push(Span::new(before.start(), after.end()));
        }
    }
    pairs
}

fn ends_sentence(between: &str) -> bool {
    between.contains(". ")
        || between.contains("? ")
        || between.contains("! ")
        || between.contains("\n\n")
}

fn add(places: &mut Places, id: &str, found: Vec<Span>) {
    if !found.is_empty() {
        let spans = places.entry(id.to_owned()).or_default();
        spans.extend(found);
        spans.sort_unstable();
        spans.dedup();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_join_within_two_words_and_one_sentence() {
        let text =
            "nobody at all vouched. nobody. vouched for nobody in the whole wide world vouched";
        let spans = |word: &str| -> Vec<Span> {
            let each = text.match_indices(word);
            each.map(|(at, word)| Span::new(at, at + word.len()))
                .collect()
        };
        let mut places = Places::from([
            ("x~0~0".to_owned(), spans("nobody")),
            ("x~0~1".to_owned(), spans("vouched")),
        ]);
        join_parts(text, &mut places);
        assert_eq!(
            places,
            Places::from([("x".to_owned(), vec![Span::new(0, 21)])])
        );
    }
}
