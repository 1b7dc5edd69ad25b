//! From one lead through the DFA.

use super::table::{Dfa, State};
use crate::rule::MAX_MATCH;

/// Walks the DFA from the state behind a door and the byte at `lead`, and tells `found` the pattern and end of every
/// match, shortest first. Returns whether it read a byte that is not ASCII.
///
/// At most [`MAX_MATCH`] bytes are matched.
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
    for (step, &byte) in haystack[lead..end].iter().enumerate() {
        #[cfg(test)]
        super::Effort::walked(1);
        seen |= byte;
        state = dfa.next(state, byte);
        if dfa.is_special(state) {
            if state == State::DEAD {
                break;
            }
            for pattern in dfa.patterns(state) {
                found(pattern, lead + step + 1);
            }
        }
    }
    !seen.is_ascii()
}
