//! Text to scan, made in the same way on every machine.
//!
//! Every value is planted knowingly and its place kept, so that a benchmark can assert what it finds before it is
//! timed. Values come from ranges kept for fiction and tests; people are invented.
//!
//! - `lcg`: the numbers behind every choice
//! - `words`: words, names and sentences
//! - `values`: identifiers to plant
//! - `records`: a chat line, a mail, a log line, a row, an object, a paragraph

mod lcg;
mod records;
mod values;
mod words;

use std::ops::Range;

pub use self::lcg::Lcg;
use self::records::Record;
use self::values::Value;

/// The size of a generated corpus: larger than most second-level caches.
pub const DEFAULT_LEN: usize = 8 << 20;
/// Bytes between two planted values of a mixed corpus.
const PLANT_EVERY: usize = 1024;

/// A text and the values planted in it.
#[derive(Debug, Clone)]
pub struct Corpus {
    text: Vec<u8>,
    planted: Vec<Planted>,
}

/// A value that a scan must report.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Planted {
    /// The rule's id.
    pub rule: &'static str,
    /// Where the value stands in the text.
    pub span: Range<usize>,
}

impl Corpus {
    /// The file that `BREACHSCAN_CORPUS` names, with nothing planted; without it, [`Corpus::mixed`] of `len`
    /// bytes.
    pub fn from_env(len: usize) -> Corpus {
        match std::env::var_os("BREACHSCAN_CORPUS") {
            None => Corpus::mixed(len),
            Some(path) => Corpus {
                text: std::fs::read(&path).unwrap_or_else(|error| {
                    panic!("BREACHSCAN_CORPUS={}: {error}", path.to_string_lossy())
                }),
                planted: Vec::new(),
            },
        }
    }

    /// Chat, mail, prose, logs, CSV and JSON in pieces of some KiB, with an identifier about once in a KiB.
    pub fn mixed(len: usize) -> Corpus {
        let mut lcg = Lcg::new(1);
        let mut corpus = Corpus::empty();
        let mut next = PLANT_EVERY;
        while corpus.text.len() < len {
            let record = Record::of_mix(&mut lcg);
            let end = corpus.text.len() + 2000 + lcg.below(6000);
            while corpus.text.len() < end.min(len) {
                let plant = corpus.text.len() >= next;
                if plant {
                    next += PLANT_EVERY;
                }
                corpus.add(record, &mut lcg, plant);
            }
        }
        corpus
    }

    /// Prose without a single value.
    pub fn prose(len: usize) -> Corpus {
        Corpus::of(Record::Prose, len, |_| false)
    }

    /// A value in every line.
    pub fn dense(len: usize) -> Corpus {
        Corpus::of(Record::Note, len, |_| true)
    }

    /// A case note: prose with a value in every fourth sentence.
    pub fn case_note(len: usize) -> Corpus {
        Corpus::of(Record::Note, len, |lcg| lcg.below(4) == 0)
    }

    fn of(record: Record, len: usize, mut plant: impl FnMut(&mut Lcg) -> bool) -> Corpus {
        let mut lcg = Lcg::new(2);
        let mut corpus = Corpus::empty();
        while corpus.text.len() < len {
            let plant = plant(&mut lcg);
            corpus.add(record, &mut lcg, plant);
        }
        corpus
    }

    fn empty() -> Corpus {
        Corpus {
            text: Vec::new(),
            planted: Vec::new(),
        }
    }

    fn add(&mut self, record: Record, lcg: &mut Lcg, plant: bool) {
        let value = plant.then(|| Value::any(lcg));
        let line = record.write(lcg, value.as_ref());
        if let Some(value) = value {
            let at = line.find(&value.text).expect("a record writes its value");
            let start = self.text.len() + at;
            self.planted.push(Planted {
                rule: value.rule,
                span: start..start + value.text.len(),
            });
        }
        self.text.extend(line.as_bytes());
    }

    /// The whole text.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// The first `len` bytes, or all there are.
    pub fn sample(&self, len: usize) -> &[u8] {
        &self.text[..len.min(self.text.len())]
    }

    /// The values planted in it.
    pub fn planted(&self) -> &[Planted] {
        &self.planted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use breachscan::Scanner;

    #[test]
    fn everything_planted_is_found() {
        for corpus in [
            Corpus::mixed(1 << 18),
            Corpus::dense(1 << 16),
            Corpus::case_note(20 << 10),
        ] {
            assert!(crate::verified_count(&Scanner::builtin(), &corpus) >= corpus.planted().len());
        }
    }

    #[test]
    fn prose_is_silent() {
        let prose = Corpus::prose(1 << 18);
        assert_eq!(crate::verified_count(&Scanner::builtin(), &prose), 0);
    }

    #[test]
    fn a_corpus_is_the_same_every_time() {
        assert_eq!(Corpus::mixed(1 << 16).text(), Corpus::mixed(1 << 16).text());
    }
}
