//! The table of prefixes, computed from the engine's DFA.
//!
//! Step by step forwards, the distinct tuples of states that some bytes lead to; then step by step backwards, where
//! tuples with the same answers ahead share a row.

use std::collections::HashMap;

use super::prefixes::{CLASSES, DEPTH, ENTRIES, Prefixes};
use crate::engine::table::{Dfa, State};

/// Tuples told apart after one step: where there are more, every walk that is still alive is taken to match.
const MAX_WIDTH: usize = 9_000;

/// The table for everything that can match from these states of `dfa`, the first of which has the lowest bit.
///
/// # Panics
///
/// When there are more than [`ENTRIES`] states.
pub(super) fn prefixes(dfa: Dfa<'_>, entries: &[State]) -> Prefixes {
    let alphabet = Alphabet::new(dfa);
    let mut tuples = vec![Walks::new(entries)];
    let mut steps = Vec::new();
    for _ in 0..DEPTH {
        let mut step = Step::from(dfa, &alphabet, &tuples, false);
        if step.tuples.len() > MAX_WIDTH {
            step = Step::from(dfa, &alphabet, &tuples, true);
        }
        tuples = step.tuples;
        steps.push(step.follows);
    }
    let mut answers: Vec<u16> = tuples.iter().map(Walks::alive).collect();
    let mut rows = Vec::new();
    for follows in steps.iter().rev() {
        let (distinct, numbers) = share(follows, &answers);
        rows.push(distinct);
        answers = numbers;
    }
    rows.reverse();
    lay_out(&alphabet, &rows)
}

/// Bytes that the DFA and the edges of tokens do not tell apart are one class.
struct Alphabet {
    classes: [u8; CLASSES],
    /// A byte of each class.
    bytes: Vec<u8>,
}

impl Alphabet {
    fn new(dfa: Dfa<'_>) -> Alphabet {
        let mut numbers = HashMap::new();
        let mut bytes = Vec::new();
        let classes = core::array::from_fn(|byte| {
            let byte = byte as u8;
            let kind = (
                dfa.class(byte),
                byte.is_ascii_alphabetic(),
                byte.is_ascii_digit(),
            );
            *numbers.entry(kind).or_insert_with(|| {
                bytes.push(byte);
                (bytes.len() - 1) as u8
            })
        });
        Alphabet { classes, bytes }
    }
}

/// What has become of the walks from all entries.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Walks {
    states: [State; ENTRIES],
    /// Walks of which a match ended at the last byte, a letter or digit: no letter may follow it.
    ended: u16,
    /// Walks of which a match stands, whatever follows.
    sure: u16,
}

impl Walks {
    fn new(entries: &[State]) -> Walks {
        assert!(entries.len() <= ENTRIES, "an answer has a bit an entry");
        let mut states = [State::DEAD; ENTRIES];
        states[..entries.len()].copy_from_slice(entries);
        Walks {
            states,
            ended: 0,
            sure: 0,
        }
    }

    fn next(&self, dfa: Dfa<'_>, byte: u8) -> Walks {
        let stands = if byte.is_ascii_alphabetic() {
            0
        } else {
            self.ended
        };
        let mut next = Walks {
            states: [State::DEAD; ENTRIES],
            ended: 0,
            sure: self.sure | stands,
        };
        for (at, &state) in self.states.iter().enumerate() {
            let bit = 1 << at;
            if state == State::DEAD || next.sure & bit != 0 {
                continue;
            }
            let to = dfa.next(state, byte);
            let accepts = to != State::DEAD && dfa.is_special(to);
            match (accepts, byte.is_ascii_alphanumeric()) {
                (true, false) => next.sure |= bit,
                (true, true) => next.ended |= bit,
                (false, _) => {}
            }
            if next.sure & bit == 0 {
                next.states[at] = to;
            }
        }
        next
    }

    /// One bit for each walk that can match or has matched.
    fn alive(&self) -> u16 {
        let live = |at: usize| u16::from(self.states[at] != State::DEAD) << at;
        (0..ENTRIES).fold(self.sure | self.ended, |alive, at| alive | live(at))
    }

    /// The same with every walk that is alive taken to match.
    fn blurred(&self) -> Walks {
        Walks {
            sure: self.alive(),
            ..Walks::new(&[])
        }
    }
}

/// What one byte more leads to.
struct Step {
    /// By tuple before the step and class, the tuple after it.
    follows: Vec<Vec<u32>>,
    /// The tuples after the step.
    tuples: Vec<Walks>,
}

impl Step {
    fn from(dfa: Dfa<'_>, alphabet: &Alphabet, before: &[Walks], blurred: bool) -> Step {
        let mut numbers = HashMap::new();
        let mut tuples = Vec::new();
        let mut number = |walks: Walks| {
            *numbers.entry(walks).or_insert_with(|| {
                tuples.push(walks);
                tuples.len() as u32 - 1
            })
        };
        let follows = before.iter().map(|walks| {
            let after = alphabet.bytes.iter().map(|&byte| {
                let next = walks.next(dfa, byte);
                number(if blurred { next.blurred() } else { next })
            });
            after.collect()
        });
        Step {
            follows: follows.collect(),
            tuples,
        }
    }
}

/// The distinct rows of a step, and which of them each tuple has, when the tuples after it have these answers.
fn share(follows: &[Vec<u32>], answers: &[u16]) -> (Vec<Vec<u16>>, Vec<u16>) {
    let mut numbers: HashMap<Vec<u16>, u16> = HashMap::new();
    let mut rows = Vec::new();
    let shared = follows.iter().map(|after| {
        let row: Vec<u16> = after.iter().map(|&to| answers[to as usize]).collect();
        *numbers.entry(row).or_insert_with_key(|row| {
            rows.push(row.clone());
            rows.len() as u16 - 1
        })
    });
    let shared = shared.collect();
    (rows, shared)
}

/// Puts the rows of all steps behind each other and numbers them through.
fn lay_out(alphabet: &Alphabet, steps: &[Vec<Vec<u16>>]) -> Prefixes {
    let mut starts = [0; DEPTH + 1];
    for (step, rows) in steps.iter().enumerate() {
        starts[step + 1] = starts[step] + rows.len() as u16;
    }
    let mut numbers = Vec::new();
    for (step, rows) in steps.iter().enumerate() {
        let offset = if step + 1 == DEPTH {
            0
        } else {
            starts[step + 1]
        };
        for row in rows {
            numbers.extend(row.iter().map(|&to| to + offset));
        }
    }
    Prefixes::new(&alphabet.classes, starts, &numbers)
}
