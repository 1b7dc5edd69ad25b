//! What the two scanners are compared on.

use crate::rule::{Rule, Tier};

/// Every hit and miss of every rule.
pub(super) fn examples(rules: &[Rule]) -> Vec<&str> {
    rules
        .iter()
        .flat_map(|rule| {
            let hits = rule.hits().iter().map(|hit| hit.text());
            hits.chain(rule.misses().iter().map(|miss| miss.text()))
        })
        .collect()
}

/// What texts are put together from: values, labels, whole examples, and what stands between them.
pub(super) fn pieces(rules: &[Rule]) -> Vec<Vec<u8>> {
    let mut pieces: Vec<Vec<u8>> = BETWEEN.iter().map(|piece| piece.to_vec()).collect();
    for rule in rules {
        for hit in rule.hits() {
            pieces.push(hit.text().as_bytes()[hit.span().range()].to_vec());
            pieces.push(hit.text().into());
        }
        for tier in Tier::ALL {
            let terms = rule.context().terms(tier).iter();
            pieces.extend(terms.map(|term| term.as_bytes().to_vec()));
        }
    }
    pieces
}

/// The pieces that stand between others, a third of every text.
pub(super) const BETWEEN: &[&[u8]] = &[
    b" ",
    b" ",
    b" ",
    b"\n",
    b"\r\n",
    b"\n\n",
    b"\t",
    b": ",
    b", ",
    b". ",
    b"; ",
    b"-",
    b"/",
    b".",
    b"_",
    b"(",
    b")",
    b"[",
    b"]",
    b"<",
    b">",
    b"@",
    b"+",
    b"=",
    b"\"",
    b"'",
    b"#",
    b"*",
    b"|",
    b"0",
    b"1",
    b"9",
    b"44",
    b"999",
    b"a",
    b"A",
    b"x",
    b"AB",
    b"\xC3\xA9",
    b"\xE9",
    b"\xFF",
    b"\x80",
    b"\0",
];

/// Words of ordinary text.
const PROSE: &[&str] = &[
    "the", "officer", "saw", "a", "man", "near", "door", "at", "about", "10", "o'clock", "and",
    "said", "that", "he", "had", "left", "his", "keys", "in", "2024", "when", "they", "met", "by",
    "Station", "Road", "on", "Tuesday", "it", "was", "raining", "3", "times", "with", "her",
    "sister", "who", "works", "there", "since", "May", "No", "one", "else", "knew", "of", "this",
];

/// A small generator of numbers, the same on every run.
pub(super) struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Numbers {
        Numbers(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number under `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }
}

/// Prose of about `len` bytes with examples in it, some with a byte changed.
pub(super) fn document(rules: &[Rule], len: usize, seed: u64) -> Vec<u8> {
    let mut numbers = Numbers::new(seed);
    let pieces = pieces(rules);
    let mut text = Vec::with_capacity(len);
    while text.len() < len {
        match numbers.below(8) {
            0 => {
                let mut piece = pieces[numbers.below(pieces.len())].clone();
                if numbers.below(3) == 0 {
                    let at = numbers.below(piece.len());
                    piece[at] = *b"09 -.aZ".get(numbers.below(7)).expect("below the length");
                }
                text.extend(piece);
            }
            1 => text.extend(BETWEEN[numbers.below(BETWEEN.len())]),
            _ => text.extend(PROSE[numbers.below(PROSE.len())].bytes()),
        }
        let end = if numbers.below(12) == 0 { "\n" } else { " " };
        text.extend(end.bytes());
    }
    text
}
