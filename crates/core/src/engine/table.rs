//! The DFA's transition table, embedded in the library or owned.
//!
//! `regex-automata` builds the DFA; what is kept of it is smaller. A transition has two bytes instead of four, states
//! that behave alike are one, and a match is known at its last byte instead of one byte later, which makes many more
//! states alike. The built-in table is less than half of what it was built from, and more of it stays in the cache.
//! Every number is little-endian bytes, so a table is read where it lies: not copied, not aligned, on any machine.
//!
//! ```text
//! header ── class of each byte ── ends of the pattern lists ── pattern lists ── transitions
//! ```

use std::borrow::Cow;

use super::doors::Door;
use crate::error::Error;

/// Six numbers of four bytes.
const HEADER: usize = 6 * 4;
const CLASSES: usize = 256;

/// A state of the DFA.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct State(pub(super) u16);

impl State {
    /// From here nothing matches.
    pub const DEAD: State = State(0);
}

/// The bytes of a table that is known to be sound.
pub(crate) struct Table {
    bytes: Cow<'static, [u8]>,
}

/// A table's parts, ready to be walked.
#[derive(Clone, Copy)]
pub(crate) struct Dfa<'t> {
    header: Header,
    classes: &'t [u8; CLASSES],
    /// Where the patterns of each accepting state end in `patterns`.
    ends: &'t [[u8; 4]],
    patterns: &'t [[u8; 4]],
    transitions: &'t [[u8; 2]],
}

/// What a table says about itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Header {
    /// A state has this many transitions, one a class.
    pub stride: u32,
    pub states: u32,
    /// The states in which a match ends are numbered from 1 to this.
    pub accepting: u32,
    /// Entries of all pattern lists.
    pub listed: u32,
    /// Patterns the DFA was built from.
    pub patterns: u32,
    /// The state before every door.
    pub root: u32,
}

impl Table {
    /// Puts a table together; `ends`, `patterns` and `transitions` are as [`Dfa`] has them.
    pub(super) fn new(
        header: Header,
        classes: [u8; CLASSES],
        ends: &[u32],
        patterns: &[u32],
        transitions: &[u16],
    ) -> Table {
        let Header {
            stride,
            states,
            accepting,
            listed,
            patterns: built,
            root,
        } = header;
        let mut bytes = Vec::new();
        for number in [stride, states, accepting, listed, built, root] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(classes);
        bytes.extend(
            ends.iter()
                .chain(patterns)
                .flat_map(|number| number.to_le_bytes()),
        );
        bytes.extend(transitions.iter().flat_map(|state| state.to_le_bytes()));
        Table {
            bytes: bytes.into(),
        }
    }

    /// Reads a table that anybody may have written: every state and pattern in it exists.
    pub fn read(bytes: Cow<'static, [u8]>) -> Result<Table, Error> {
        match Dfa::split(&bytes) {
            Some(dfa) if dfa.is_sound() => Ok(Table { bytes }),
            _ => Err(Error::image("its table is damaged; save it again")),
        }
    }

    /// Reads the table of the image that the build made.
    pub fn trusted(bytes: &'static [u8]) -> Table {
        Table {
            bytes: bytes.into(),
        }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn as_dfa(&self) -> Dfa<'_> {
        Dfa::split(&self.bytes).expect("a table is made or read with all its parts")
    }
}

impl<'t> Dfa<'t> {
    fn split(bytes: &'t [u8]) -> Option<Dfa<'t>> {
        let (numbers, bytes) = bytes.split_at_checked(HEADER)?;
        let number = |at: usize| Some(u32::from_le_bytes(*numbers.as_chunks().0.get(at)?));
        let header = Header {
            stride: number(0)?,
            states: number(1)?,
            accepting: number(2)?,
            listed: number(3)?,
            patterns: number(4)?,
            root: number(5)?,
        };
        let (classes, bytes) = bytes.split_first_chunk()?;
        let (ends, bytes) =
            bytes.split_at_checked(usize::try_from(header.accepting).ok()?.checked_mul(4)?)?;
        let (patterns, bytes) =
            bytes.split_at_checked(usize::try_from(header.listed).ok()?.checked_mul(4)?)?;
        let (transitions, []) = bytes.as_chunks() else {
            return None;
        };
        Some(Dfa {
            header,
            classes,
            ends: ends.as_chunks().0,
            patterns: patterns.as_chunks().0,
            transitions,
        })
    }

    fn is_sound(self) -> bool {
        let Header {
            stride,
            states,
            accepting,
            listed,
            patterns,
            root,
        } = self.header;
        let mut lists = self.ends.iter().map(|&end| u32::from_le_bytes(end));
        (1..=256).contains(&stride)
            && (1..=1 << 16).contains(&states)
            && self.transitions.len() == states as usize * stride as usize
            && root < states
            && accepting < states
            && lists.clone().is_sorted()
            && lists.next_back().unwrap_or(0) == listed
            && self
                .patterns
                .iter()
                .all(|&pattern| u32::from_le_bytes(pattern) < patterns)
            && self.classes.iter().all(|&class| u32::from(class) < stride)
            && self
                .transitions
                .iter()
                .all(|&to| u32::from(u16::from_le_bytes(to)) < states)
    }

    /// The number of patterns the DFA was built from.
    pub fn pattern_len(self) -> usize {
        self.header.patterns as usize
    }

    /// The state behind a door.
    pub fn behind(self, door: Door) -> State {
        let root = State(self.header.root as u16);
        door.bytes()
            .into_iter()
            .fold(root, |state, byte| self.next(state, byte))
    }

    /// Bytes of one class lead from every state to the same states.
    pub fn class(self, byte: u8) -> u8 {
        self.classes[usize::from(byte)]
    }

    #[inline(always)]
    pub fn next(self, state: State, byte: u8) -> State {
        let class = usize::from(self.classes[usize::from(byte)]);
        State(u16::from_le_bytes(
            self.transitions[usize::from(state.0) * self.header.stride as usize + class],
        ))
    }

    /// Whether a match ends in this state or nothing matches from it: neither is common.
    #[inline(always)]
    pub fn is_special(self, state: State) -> bool {
        u32::from(state.0) <= self.header.accepting
    }

    /// The patterns of which a match ends in this state.
    pub fn patterns(self, state: State) -> impl Iterator<Item = usize> {
        let end = |at: usize| {
            self.ends
                .get(at)
                .map_or(0, |&end| u32::from_le_bytes(end) as usize)
        };
        let list = match usize::from(state.0) {
            0 => 0..0,
            1 => 0..end(0),
            state => end(state - 2)..end(state - 1),
        };
        let listed = self.patterns.get(list).unwrap_or_default();
        listed
            .iter()
            .map(|&pattern| u32::from_le_bytes(pattern) as usize)
    }
}
