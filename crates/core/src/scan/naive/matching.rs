//! Every end of a pattern, straight from its syntax tree: no automaton, no regex engine.

use std::collections::BTreeSet;

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind, Repetition};

/// One regular expression over bytes.
pub(super) struct Pattern {
    tree: Hir,
    /// The bytes a match can start with: most places are done with after one look.
    first: BTreeSet<u8>,
}

impl Pattern {
    pub fn new(regex: &str) -> Pattern {
        let mut parser = ParserBuilder::new().unicode(false).utf8(false).build();
        let tree = parser
            .parse(regex)
            .expect("the loader refuses what does not parse");
        let first = first_bytes(&tree);
        Pattern { tree, first }
    }

    pub fn can_start_with(&self, byte: u8) -> bool {
        self.first.contains(&byte)
    }

    /// The offsets at which a match that starts at `at` can end.
    pub fn ends(&self, haystack: &[u8], at: usize) -> BTreeSet<usize> {
        ends(&self.tree, haystack, at)
    }
}

fn ends(hir: &Hir, haystack: &[u8], at: usize) -> BTreeSet<usize> {
    match hir.kind() {
        HirKind::Empty => BTreeSet::from([at]),
        HirKind::Literal(literal) => {
            let matches = haystack[at..].starts_with(&literal.0);
            matches.then(|| at + literal.0.len()).into_iter().collect()
        }
        HirKind::Class(class) => {
            let matches = haystack.get(at).is_some_and(|&byte| holds(class, byte));
            matches.then_some(at + 1).into_iter().collect()
        }
        HirKind::Look(_) => panic!("the loader refuses anchors"),
        HirKind::Repetition(repetition) => repeated(repetition, haystack, at),
        HirKind::Capture(capture) => ends(&capture.sub, haystack, at),
        HirKind::Concat(parts) => {
            let first = ends(&parts[0], haystack, at);
            parts[1..]
                .iter()
                .fold(first, |from, part| from_each(part, haystack, &from))
        }
        HirKind::Alternation(parts) => parts
            .iter()
            .flat_map(|part| ends(part, haystack, at))
            .collect(),
    }
}

fn first_bytes(hir: &Hir) -> BTreeSet<u8> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => BTreeSet::new(),
        HirKind::Literal(literal) => BTreeSet::from([literal.0[0]]),
        HirKind::Class(class) => (0..=u8::MAX).filter(|&byte| holds(class, byte)).collect(),
        HirKind::Repetition(repetition) => first_bytes(&repetition.sub),
        HirKind::Capture(capture) => first_bytes(&capture.sub),
        HirKind::Concat(parts) => {
            let can_be_empty = |part: &&Hir| part.properties().minimum_len() == Some(0);
            let optional = parts.iter().take_while(can_be_empty).count();
            parts
                .iter()
                .take(optional + 1)
                .flat_map(first_bytes)
                .collect()
        }
        HirKind::Alternation(parts) => parts.iter().flat_map(first_bytes).collect(),
    }
}

fn from_each(hir: &Hir, haystack: &[u8], from: &BTreeSet<usize>) -> BTreeSet<usize> {
    from.iter()
        .flat_map(|&at| ends(hir, haystack, at))
        .collect()
}

fn repeated(repetition: &Repetition, haystack: &[u8], at: usize) -> BTreeSet<usize> {
    let max = repetition
        .max
        .expect("the loader refuses unbounded repeats");
    let mut from = BTreeSet::from([at]);
    let mut all = BTreeSet::new();
    for count in 0..=max {
        if count >= repetition.min {
            all.extend(&from);
        }
        if from.is_empty() || count == max {
            break;
        }
        from = from_each(&repetition.sub, haystack, &from);
    }
    all
}

fn holds(class: &Class, byte: u8) -> bool {
    match class {
        Class::Bytes(bytes) => bytes
            .ranges()
            .iter()
            .any(|range| (range.start()..=range.end()).contains(&byte)),
        Class::Unicode(chars) => chars
            .ranges()
            .iter()
            .any(|range| (range.start()..=range.end()).contains(&char::from(byte))),
    }
}

#[test]
fn every_end_is_found() {
    let ends = |regex: &str, text: &str| -> Vec<usize> {
        Pattern::new(regex)
            .ends(text.as_bytes(), 0)
            .into_iter()
            .collect()
    };
    assert_eq!(ends(r"\d{2,4}", "12345"), [2, 3, 4]);
    assert_eq!(ends(r"(?:ab|a)(?:b?c)?", "abc"), [1, 2, 3]);
    assert_eq!(ends(r"(?i)nhs(?: no\.?)?", "NHS No. 9"), [3, 6, 7]);
    assert_eq!(ends(r"[^\n]{0,2}x", "axx"), [2, 3]);
    assert!(ends("b", "ab").is_empty());
}
