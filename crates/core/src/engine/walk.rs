//! From one lead through the DFA.

use super::table::{Dfa, State};
use crate::rule::MAX_MATCH;

/// Walks the DFA from the state behind a door and the byte at `lead`, and tells `found` the pattern and end of every
/// match that does not end inside a word, shortest first. Returns whether it read a byte that is not ASCII.
///
/// At most [`MAX_MATCH`] bytes are matched. A digit may follow a letter: so a label ends where its value begins.
#[inline(always)]
pub(crate) fn walk(
    dfa: Dfa<'_>,
    entry: State,
    haystack: &[u8],
    lead: usize,
    mut found: impl FnMut(usize, usize),
) -> bool {
    let mut state = entry;
    let mut seen = 0;
    let end = haystack.len().min(lead + MAX_MATCH);
    for (at, &byte) in (lead..end).zip(&haystack[lead..end]) {
        #[cfg(test)]
        super::Effort::walked(1);
        seen |= byte;
        state = dfa.next(state, byte);
        if dfa.is_special(state) {
            if state == State::DEAD {
                break;
            }
            if !splits_word(haystack, at + 1) {
                for pattern in dfa.patterns(state) {
                    found(pattern, at + 1);
                }
            }
        }
    }
    !seen.is_ascii()
}

/// Whether what ends at `at` is only the beginning of a word.
#[inline]
fn splits_word(haystack: &[u8], at: usize) -> bool {
    haystack[at - 1].is_ascii_alphanumeric()
        && haystack.get(at).is_some_and(u8::is_ascii_alphabetic)
}
