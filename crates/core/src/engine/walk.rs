//! From one lead through the DFA.

use regex_automata::dfa::{Automaton, dense::DFA};
use regex_automata::util::primitives::StateID;

use crate::rule::MAX_MATCH;

/// Walks the DFA from the state behind a door and the byte at `lead`, and tells `found` the pattern and end of every
/// match, shortest first.
///
/// At most [`MAX_MATCH`] bytes are matched, and one more is read: the DFA knows a match one byte late.
/// Returns the number of steps taken.
#[inline(always)]
pub(crate) fn walk(
    dfa: &DFA<&[u32]>,
    entry: StateID,
    haystack: &[u8],
    lead: usize,
    mut found: impl FnMut(usize, usize),
) -> usize {
    let mut state = entry;
    let end = haystack.len().min(lead + MAX_MATCH + 1);
    for (step, &byte) in haystack[lead..end].iter().enumerate() {
        state = dfa.next_state(state, byte);
        if dfa.is_special_state(state) {
            if dfa.is_dead_state(state) {
                return taken(step + 1);
            }
            // No pattern is empty; a table that says otherwise was forged.
            if step > 0 {
                report(dfa, state, lead + step, &mut found);
            }
        }
    }
    if end == haystack.len() && (1..=MAX_MATCH).contains(&(end - lead)) {
        report(dfa, dfa.next_eoi_state(state), end, &mut found);
    }
    taken(end - lead + 1)
}

#[inline(always)]
fn taken(steps: usize) -> usize {
    #[cfg(test)]
    super::Effort::walked(steps);
    steps
}

#[inline]
fn report(dfa: &DFA<&[u32]>, state: StateID, end: usize, found: &mut impl FnMut(usize, usize)) {
    if dfa.is_match_state(state) {
        for index in 0..dfa.match_len(state) {
            found(dfa.match_pattern(state, index).as_usize(), end);
        }
    }
}
