//! The sieve's tables and how they are computed from a DFA.

use regex_automata::dfa::{Automaton, dense::DFA};
use regex_automata::util::primitives::StateID;

use super::classes::{Punctuation, case_class, separator_class};

/// Bytes whose classes make a shape.
const SHAPE: usize = 8;
/// Shapes of eight bytes, two bits a byte.
const SHAPES: usize = 1 << (2 * SHAPE);
/// The hash set of keys has this many places.
const KEYS: usize = 1 << KEY_BITS;
const KEY_BITS: u32 = 16;
/// Case shapes of the first four bytes with more keys than this are left open.
const MAX_KEYS: usize = 6_000;
/// Bytes of the tables in an image.
const IMAGE_LEN: usize = (2 * SHAPES + 256 + KEYS) * 2 + 32;

/// The tables for some entry states of a DFA, at most sixteen. Each entry has one bit.
#[derive(Clone)]
pub(crate) struct Sieve {
    /// Whether any entry accepts: what the loop over leads asks.
    any: Bits,
    /// Which entries accept: asked for what passes.
    case: Box<[u16]>,
    separator: Box<[u16]>,
    open: Box<[u16]>,
    keys: Box<[u16]>,
    punctuation: Punctuation,
}

/// The tables with one bit for all entries together, small enough for the first-level cache.
#[derive(Clone)]
struct Bits {
    case: Box<[u8; SHAPES / 8]>,
    separator: Box<[u8; SHAPES / 8]>,
    open: [u8; 32],
    keys: Box<[u8; KEYS / 8]>,
}

/// What the tables are asked about one lead.
#[derive(Clone, Copy)]
pub(super) struct Signature {
    /// Case shape of eight bytes.
    pub case: u16,
    /// Separator shape of eight bytes.
    pub separator: u16,
    /// The token's first one to four bytes.
    pub key: u32,
}

impl Signature {
    /// The case shape of the first four bytes.
    fn prefix(self) -> usize {
        usize::from(self.case & 0xF | (self.case >> 8 & 0xF) << 4)
    }

    /// The place of the key in the hash set.
    fn hash(self) -> usize {
        key_hash(self.key)
    }
}

#[inline(always)]
fn key_hash(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B1) >> (32 - KEY_BITS)) as usize
}

impl Sieve {
    /// Bytes of a sieve in an image.
    pub const IMAGE_LEN: usize = IMAGE_LEN;

    /// The tables for everything that `dfa` can match from `entries`.
    pub fn new<T: AsRef<[u32]>>(dfa: &DFA<T>, entries: &[StateID]) -> Sieve {
        let mut sieve = Sieve::empty(punctuation(dfa, entries));
        for (group, &entry) in entries.iter().enumerate() {
            let bit = 1 << group;
            shapes(dfa, entry, case_class, |shape| sieve.case[shape] |= bit);
            shapes(dfa, entry, separator_class, |shape| {
                sieve.separator[shape] |= bit
            });
            sieve.fill_keys(dfa, entry, bit);
        }
        sieve.any = sieve.bits();
        sieve
    }

    fn empty(punctuation: Punctuation) -> Sieve {
        let table = |len: usize| vec![0u16; len].into_boxed_slice();
        Sieve {
            any: Bits {
                case: Box::new([0; SHAPES / 8]),
                separator: Box::new([0; SHAPES / 8]),
                open: [0; 32],
                keys: Box::new([0; KEYS / 8]),
            },
            case: table(SHAPES),
            separator: table(SHAPES),
            open: table(256),
            keys: table(KEYS),
            punctuation,
        }
    }

    fn bits(&self) -> Bits {
        let mut bits = Sieve::empty(self.punctuation.clone()).any;
        fill_bits(&self.case, &mut bits.case[..]);
        fill_bits(&self.separator, &mut bits.separator[..]);
        fill_bits(&self.open, &mut bits.open);
        fill_bits(&self.keys, &mut bits.keys[..]);
        bits
    }

    pub(super) fn punctuation(&self) -> &Punctuation {
        &self.punctuation
    }

    /// Whether a lead may lead anywhere. Branch-free: what passes is as good as random, and a wrong guess costs
    /// more than four look-ups.
    #[inline(always)]
    pub(super) fn passes(&self, lead: Signature) -> bool {
        let shaped = is_set(&self.any.case[..], usize::from(lead.case))
            & is_set(&self.any.separator[..], usize::from(lead.separator));
        let keyed = is_set(&self.any.open, lead.prefix()) | is_set(&self.any.keys[..], lead.hash());
        shaped & keyed
    }

    /// The entries from which a lead may lead anywhere, one bit each.
    #[inline(always)]
    pub(super) fn entries(&self, lead: Signature) -> u16 {
        let shaped =
            self.case[usize::from(lead.case)] & self.separator[usize::from(lead.separator)];
        shaped & (self.open[lead.prefix()] | self.keys[lead.hash()])
    }

    pub fn to_bytes(&self, big_endian: bool) -> Vec<u8> {
        let tables = [&self.case, &self.separator, &self.open, &self.keys];
        let entries = tables.into_iter().flat_map(|table| table.iter());
        let mut bytes: Vec<u8> = entries
            .flat_map(|entry| {
                if big_endian {
                    entry.to_be_bytes()
                } else {
                    entry.to_le_bytes()
                }
            })
            .collect();
        bytes.extend(self.punctuation.to_bits());
        bytes
    }

    /// Reads back what [`Sieve::to_bytes`] wrote; `None` when the length is wrong.
    pub fn from_bytes(bytes: &[u8]) -> Option<Sieve> {
        let (entries, punctuation) = bytes.split_last_chunk::<32>()?;
        if bytes.len() != IMAGE_LEN {
            return None;
        }
        let mut sieve = Sieve::empty(Punctuation::from_bits(punctuation));
        let mut rest = entries
            .chunks_exact(2)
            .map(|pair| u16::from_ne_bytes([pair[0], pair[1]]));
        for table in [
            &mut sieve.case,
            &mut sieve.separator,
            &mut sieve.open,
            &mut sieve.keys,
        ] {
            table
                .iter_mut()
                .zip(&mut rest)
                .for_each(|(entry, value)| *entry = value);
        }
        sieve.any = sieve.bits();
        Some(sieve)
    }

    /// Enters the keys of every token that can lead anywhere, or leaves its shape open where they are many.
    fn fill_keys<T: AsRef<[u32]>>(&mut self, dfa: &DFA<T>, entry: StateID, bit: u16) {
        for byte in (0..=255u8).filter(|byte| self.punctuation.contains(*byte)) {
            if !dfa.is_dead_state(dfa.next_state(entry, byte)) {
                self.keys[key_hash(u32::from(byte))] |= bit;
            }
        }
        for length in 1..=4 {
            for code in 0..3usize.pow(length) {
                let classes: Vec<usize> = (0..length).map(|at| code / 3usize.pow(at) % 3).collect();
                let mut keys = Vec::new();
                if collect_keys(dfa, entry, &classes, 0, &mut keys) {
                    keys.iter().for_each(|&key| self.keys[key_hash(key)] |= bit);
                } else {
                    self.leave_open(&classes, bit);
                }
            }
        }
    }

    /// Marks every four-byte case shape that begins with `classes` and then leaves the token.
    fn leave_open(&mut self, classes: &[usize], bit: u16) {
        for (code, open) in self.open.iter_mut().enumerate() {
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
}

#[inline(always)]
fn is_set(bits: &[u8], at: usize) -> bool {
    bits[at / 8] >> (at % 8) & 1 == 1
}

/// Sets a bit for every entry that is not zero.
fn fill_bits(entries: &[u16], bits: &mut [u8]) {
    for (at, _) in entries.iter().enumerate().filter(|(_, entry)| **entry != 0) {
        bits[at / 8] |= 1 << (at % 8);
    }
}

fn punctuation<T: AsRef<[u32]>>(dfa: &DFA<T>, entries: &[StateID]) -> Punctuation {
    let mut members = [false; 256];
    for byte in (0..=255u8).filter(|byte| !byte.is_ascii_alphanumeric()) {
        members[usize::from(byte)] = entries
            .iter()
            .any(|&entry| !dfa.is_dead_state(dfa.next_state(entry, byte)));
    }
    Punctuation::new(members)
}

/// Collects the keys with these case classes from which `dfa` can go on; false when they are too many.
fn collect_keys<T: AsRef<[u32]>>(
    dfa: &DFA<T>,
    state: StateID,
    classes: &[usize],
    key: u32,
    keys: &mut Vec<u32>,
) -> bool {
    let depth = (32 - key.leading_zeros()).div_ceil(8) as usize;
    let Some(&class) = classes.get(depth) else {
        if depth == 4 || leaves_token(dfa, state) {
            keys.push(key);
        }
        return keys.len() <= MAX_KEYS;
    };
    for byte in
        (0..=255u8).filter(|byte| byte.is_ascii_alphanumeric() && case_class(*byte) == class)
    {
        let next = dfa.next_state(state, byte);
        let longer = key | u32::from(byte) << (8 * depth);
        if !dfa.is_dead_state(next) && !collect_keys(dfa, next, classes, longer, keys) {
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

/// Tells `found` every shape with which `dfa` can get anywhere from `entry`.
///
/// Works backwards: the shapes a state accepts in its last byte, then in its last two, up to eight. A match that
/// ends before a byte outside letters and digits accepts whatever follows.
fn shapes<T: AsRef<[u32]>>(
    dfa: &DFA<T>,
    entry: StateID,
    class: fn(u8) -> usize,
    mut found: impl FnMut(usize),
) {
    let levels = levels(dfa, entry);
    let mut after: Vec<(StateID, Vec<u64>)> = Vec::new();
    for left in 1..=SHAPE {
        after = levels[SHAPE - left]
            .iter()
            .map(|&state| (state, accepted(dfa, state, class, left, &after)))
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
    dfa: &DFA<T>,
    state: StateID,
    class: fn(u8) -> usize,
    left: usize,
    after: &[(StateID, Vec<u64>)],
) -> Vec<u64> {
    let tail = 1usize << (2 * (left - 1));
    let mut bits = vec![0u64; (4 * tail).div_ceil(64)];
    let mut done: Vec<(StateID, usize)> = Vec::new();
    for byte in 0..=255u8 {
        let next = dfa.next_state(state, byte);
        if dfa.is_dead_state(next) {
            continue;
        }
        let at = class(byte) * tail;
        let ended = dfa.is_match_state(next) && !byte.is_ascii_alphanumeric();
        if ended || left == 1 {
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
