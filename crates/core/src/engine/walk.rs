//! From one lead through the DFA.

use super::table::{Dfa, State};
use crate::rule::MAX_MATCH;

/// Walks the DFA from the state behind a door and the byte at `lead`, and tells `found` the pattern and end of every
/// match that does not end inside a word, shortest first. Returns whether it read a byte that is not ASCII.
///
/// At most [`MAX_MATCH`] bytes are matched. A digit may follow a letter: so a label ends where its value begins.
#[inline]
pub(crate) fn walk(
    dfa: Dfa<'_>,
    entry: State,
    haystack: &[u8],
    lead: usize,
    mut found: impl FnMut(usize, usize),
) -> bool {
    let end = haystack.len().min(lead + MAX_MATCH);
    let mut state = entry;
    let mut at = lead;
    let mut beyond_ascii = false;
    while at < end {
        let stop = run(&dfa, state, &haystack[at..end]);
        #[cfg(test)]
        super::Effort::walked(stop.read as usize);
        state = stop.state;
        at += stop.read as usize;
        beyond_ascii |= stop.beyond_ascii;
        if state == State::DEAD {
            break;
        }
        if !splits_word(haystack, at) {
            for pattern in dfa.patterns(state) {
                found(pattern, at);
            }
        }
    }
    beyond_ascii
}

/// Where a run through the DFA stopped.
#[derive(Clone, Copy)]
struct Stop {
    state: State,
    beyond_ascii: bool,
    read: u32,
}

/// Goes on until a match ends, nothing can match any more, or the bytes are read. A function of its own, so that all
/// it needs at each byte stays in registers.
#[inline(never)]
fn run(dfa: &Dfa<'_>, mut state: State, bytes: &[u8]) -> Stop {
    let mut seen = 0;
    let mut read = 0;
    for &byte in bytes {
        seen |= byte;
        read += 1;
        state = dfa.next(state, byte);
        if dfa.is_special(state) {
            break;
        }
    }
    Stop {
        state,
        beyond_ascii: !seen.is_ascii(),
        read,
    }
}

/// Whether what ends at `at` is only the beginning of a word.
#[inline]
fn splits_word(haystack: &[u8], at: usize) -> bool {
    haystack[at - 1].is_ascii_alphanumeric()
        && haystack.get(at).is_some_and(u8::is_ascii_alphabetic)
}
