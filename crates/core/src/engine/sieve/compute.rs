//! The sieve's tables, computed from a DFA.

use regex_automata::dfa::{Automaton, dense::DFA};
use regex_automata::util::primitives::StateID;

use super::classes::{Punctuation, case_class, separator_class};
use super::tables::{Masks, SHAPES, Signature};

/// Bytes whose classes make a shape.
const SHAPE: usize = 8;
/// Case shapes of the first four bytes with more keys than this are left open: words are worth telling apart, numbers
/// would fill the table.
const MAX_WORDS: usize = 4_000;
const MAX_NUMBERS: usize = 300;
/// The case class of digits.
const DIGIT: usize = 2;

/// A DFA, and which of its patterns a letter or digit may follow directly: labels, which digits may follow, and
/// terms that end in punctuation.
pub(crate) struct Patterns<'a, T> {
    pub dfa: &'a DFA<T>,
    pub glues: &'a dyn Fn(usize) -> bool,
}

impl<T: AsRef<[u32]>> Patterns<'_, T> {
    /// As [`Patterns::is_over`], with the byte before `byte` in the same token: there only a digit may follow.
    fn is_over_inside(&self, state: StateID, byte: u8) -> bool {
        byte.is_ascii_digit() && self.is_over(state, byte)
    }

    /// Whether a match ended before the `byte` that led to `state`, and anything may follow.
    fn is_over(&self, state: StateID, byte: u8) -> bool {
        let glues = |index| (self.glues)(self.dfa.match_pattern(state, index).as_usize());
        self.dfa.is_match_state(state)
            && (!byte.is_ascii_alphanumeric() || (0..self.dfa.match_len(state)).any(glues))
    }
}

/// Marks in `masks`, with `bit`, every lead from which `patterns` can get anywhere from `entry`.
pub(super) fn mark<T: AsRef<[u32]>>(
    patterns: &Patterns<'_, T>,
    entry: StateID,
    bit: u16,
    masks: &mut Masks,
) {
    let dfa = patterns.dfa;
    shapes(patterns, entry, case_class, |shape| {
        masks.case[shape] |= bit
    });
    shapes(patterns, entry, separator_class, |shape| {
        masks.separator[shape] |= bit
    });
    mark_pairs(patterns, entry, bit, masks);
    mark_keys(patterns, entry, bit, masks);
    mark_punctuation(dfa, entry, bit, masks);
}

/// A lead outside letters and digits has two bytes for its key, whatever the second is.
fn mark_punctuation<T: AsRef<[u32]>>(dfa: &DFA<T>, entry: StateID, bit: u16, masks: &mut Masks) {
    for first in (0..=255u8).filter(|byte| !byte.is_ascii_alphanumeric()) {
        let state = dfa.next_state(entry, first);
        if dfa.is_dead_state(state) {
            continue;
        }
        for second in (0..=255u8).filter(|&byte| !dfa.is_dead_state(dfa.next_state(state, byte))) {
            let pair = u16::from_le_bytes([first, second]);
            mark_key(masks, u32::from(pair), bit);
            masks.head[usize::from(pair)] |= bit;
            masks.tail[0] |= bit;
        }
    }
}

fn mark_key(masks: &mut Masks, key: u32, bit: u16) {
    masks.keys[Signature {
        case: 0,
        separator: 0,
        key,
    }
    .hash()] |= bit;
}

/// Enters the keys of every token that can lead anywhere, or leaves its shape open where they are many.
fn mark_keys<T: AsRef<[u32]>>(
    patterns: &Patterns<'_, T>,
    entry: StateID,
    bit: u16,
    masks: &mut Masks,
) {
    for length in 1..=4 {
        for code in 0..3usize.pow(length) {
            let classes: Vec<usize> = (0..length).map(|at| code / 3usize.pow(at) % 3).collect();
            let mut keys = Vec::new();
            if collect_keys(patterns, entry, &classes, 0, &mut keys) {
                keys.iter().for_each(|&key| mark_key(masks, key, bit));
            } else {
                leave_open(masks, &classes, bit);
            }
        }
    }
}

/// Marks every four-byte case shape that begins with `classes` and then leaves the token.
fn leave_open(masks: &mut Masks, classes: &[usize], bit: u16) {
    for (code, open) in masks.open.iter_mut().enumerate() {
        let class = |at: usize| code >> at & 1 | (code >> (4 + at) & 1) << 1;
        let begins = classes
            .iter()
            .enumerate()
            .all(|(at, &wanted)| class(at) == wanted);
        if begins && (classes.len() == 4 || class(classes.len()) == 3) {
            *open |= bit;
        }
    }
}

/// Enters the first two and the next two bytes of every token that can lead anywhere; a zero stands for the byte
/// after the token's end.
fn mark_pairs<T: AsRef<[u32]>>(
    patterns: &Patterns<'_, T>,
    entry: StateID,
    bit: u16,
    masks: &mut Masks,
) {
    let dfa = patterns.dfa;
    let mut after_head = Vec::new();
    for (first, state) in word_steps(dfa, entry) {
        if leaves_token(dfa, state) {
            masks.head[usize::from(first)] |= bit;
            masks.tail[0] |= bit;
        }
        for (second, state) in word_steps(dfa, state) {
            masks.head[usize::from(first) | usize::from(second) << 8] |= bit;
            if patterns.is_over_inside(state, second) {
                masks.tail.iter_mut().for_each(|tail| *tail |= bit);
            }
            after_head.push(state);
        }
    }
    after_head.sort_unstable();
    after_head.dedup();
    for state in after_head {
        if leaves_token(dfa, state) {
            masks.tail[0] |= bit;
        }
        for (third, state) in word_steps(dfa, state) {
            if leaves_token(dfa, state) {
                masks.tail[usize::from(third)] |= bit;
            }
            if patterns.is_over_inside(state, third) {
                let any = (0..=u8::MAX).map(|fourth| usize::from(third) | usize::from(fourth) << 8);
                any.for_each(|tail| masks.tail[tail] |= bit);
            }
            for (fourth, _) in word_steps(dfa, state) {
                masks.tail[usize::from(third) | usize::from(fourth) << 8] |= bit;
            }
        }
    }
}

/// The live states that letters and digits lead to.
fn word_steps<T: AsRef<[u32]>>(
    dfa: &DFA<T>,
    state: StateID,
) -> impl Iterator<Item = (u8, StateID)> {
    (0..=255u8)
        .filter(u8::is_ascii_alphanumeric)
        .map(move |byte| (byte, dfa.next_state(state, byte)))
        .filter(|&(_, next)| !dfa.is_dead_state(next))
}

/// The bytes outside letters and digits with which a pattern begins.
pub(super) fn punctuation<T: AsRef<[u32]>>(dfa: &DFA<T>, entries: &[StateID]) -> Punctuation {
    let mut members = [false; 256];
    for byte in (0..=255u8).filter(|byte| !byte.is_ascii_alphanumeric()) {
        members[usize::from(byte)] = entries
            .iter()
            .any(|&entry| !dfa.is_dead_state(dfa.next_state(entry, byte)));
    }
    Punctuation::new(members)
}

/// Collects the keys with these case classes from which the DFA can go on; false when they are too many, or when a
/// match ends inside and anything may follow.
fn collect_keys<T: AsRef<[u32]>>(
    patterns: &Patterns<'_, T>,
    state: StateID,
    classes: &[usize],
    key: u32,
    keys: &mut Vec<u32>,
) -> bool {
    let dfa = patterns.dfa;
    let depth = (32 - key.leading_zeros()).div_ceil(8) as usize;
    let Some(&class) = classes.get(depth) else {
        if depth == 4 || leaves_token(dfa, state) {
            keys.push(key);
        }
        let limit = if classes.contains(&DIGIT) {
            MAX_NUMBERS
        } else {
            MAX_WORDS
        };
        return keys.len() <= limit;
    };
    for byte in
        (0..=255u8).filter(|byte| byte.is_ascii_alphanumeric() && case_class(*byte) == class)
    {
        let next = dfa.next_state(state, byte);
        let longer = key | u32::from(byte) << (8 * depth);
        if dfa.is_dead_state(next) {
            continue;
        }
        let over = depth + 1 < classes.len() && patterns.is_over_inside(next, byte);
        if over || !collect_keys(patterns, next, classes, longer, keys) {
            return false;
        }
    }
    true
}

/// Whether a match can end here or go on with a byte outside letters and digits.
fn leaves_token<T: AsRef<[u32]>>(dfa: &DFA<T>, state: StateID) -> bool {
    (0..=255u8)
        .filter(|byte| !byte.is_ascii_alphanumeric())
        .any(|byte| !dfa.is_dead_state(dfa.next_state(state, byte)))
}

/// Tells `found` every shape with which the DFA can get anywhere from `entry`.
///
/// Works backwards: the shapes a state accepts in its last byte, then in its last two, up to eight. A match that is
/// over accepts whatever follows.
fn shapes<T: AsRef<[u32]>>(
    patterns: &Patterns<'_, T>,
    entry: StateID,
    class: fn(u8) -> usize,
    mut found: impl FnMut(usize),
) {
    let levels = levels(patterns.dfa, entry);
    let mut after: Vec<(StateID, Vec<u64>)> = Vec::new();
    for left in 1..=SHAPE {
        after = levels[SHAPE - left]
            .iter()
            .map(|&state| (state, accepted(patterns, state, class, left, &after)))
            .collect();
    }
    let root = &after[0].1;
    for shape in (0..SHAPES).filter(|&shape| root[shape / 64] >> (shape % 64) & 1 == 1) {
        let class = |at: usize| shape >> (2 * (SHAPE - 1 - at)) & 3;
        let plane =
            |bit: usize| (0..SHAPE).fold(0, |plane, at| plane | (class(at) >> bit & 1) << at);
        found(plane(0) | plane(1) << SHAPE);
    }
}

/// The live states after 0, 1, … 7 bytes, each sorted.
fn levels<T: AsRef<[u32]>>(dfa: &DFA<T>, entry: StateID) -> Vec<Vec<StateID>> {
    let mut levels = vec![vec![entry]];
    for depth in 1..SHAPE {
        let mut level: Vec<StateID> = levels[depth - 1]
            .iter()
            .flat_map(|&state| (0..=255u8).map(move |byte| dfa.next_state(state, byte)))
            .filter(|&state| !dfa.is_dead_state(state))
            .collect();
        level.sort_unstable();
        level.dedup();
        levels.push(level);
    }
    levels
}

/// The shapes of `left` bytes that `state` accepts, as a bit set; the first byte's class is the highest digit.
fn accepted<T: AsRef<[u32]>>(
    patterns: &Patterns<'_, T>,
    state: StateID,
    class: fn(u8) -> usize,
    left: usize,
    after: &[(StateID, Vec<u64>)],
) -> Vec<u64> {
    let dfa = patterns.dfa;
    let tail = 1usize << (2 * (left - 1));
    let mut bits = vec![0u64; (4 * tail).div_ceil(64)];
    let mut done: Vec<(StateID, usize)> = Vec::new();
    for byte in 0..=255u8 {
        let next = dfa.next_state(state, byte);
        if dfa.is_dead_state(next) {
            continue;
        }
        let at = class(byte) * tail;
        if left == 1 || patterns.is_over(next, byte) {
            fill(&mut bits, at, tail);
        } else if !done.contains(&(next, at)) {
            done.push((next, at));
            if let Ok(found) = after.binary_search_by_key(&next, |entry| entry.0) {
                merge(&mut bits, at, &after[found].1, tail);
            }
        }
    }
    bits
}

fn fill(bits: &mut [u64], at: usize, len: usize) {
    for bit in at..at + len {
        bits[bit / 64] |= 1 << (bit % 64);
    }
}

fn merge(bits: &mut [u64], at: usize, tail: &[u64], len: usize) {
    if len < 64 {
        bits[at / 64] |= tail[0] << (at % 64);
        return;
    }
    for (into, from) in bits[at / 64..].iter_mut().zip(tail) {
        *into |= from;
    }
}
