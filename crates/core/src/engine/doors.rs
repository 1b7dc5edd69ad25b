//! The entries of the DFA.
//!
//! Everything is one DFA, but not everything is entered at once: shapes that share nothing would multiply each
//! other's states. Every pattern stands behind a *door*, a few bytes that lead from the start state to its own part
//! of the DFA. The bytes are walked once, when a scanner is made; a scan starts behind them.

use regex_automata::Anchored;
use regex_automata::dfa::{Automaton, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;

use crate::rule::{Category, Kind, Rule};

/// Most groups of rules; a lead carries one bit for each.
pub(super) const MAX_GROUPS: usize = 16;
/// Rules with a form longer than this have a group of their own: links and machine-readable zones.
const LONG: usize = 96;

/// A part of the DFA, by what is matched behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// The context terms.
    Terms,
    /// The forms of one group of rules.
    Group(u8),
    /// The value of one form, after its label.
    Value(u16),
}

impl Door {
    /// The bytes that lead to this door, as a pattern.
    pub fn pattern(self) -> String {
        self.bytes().map(|byte| format!(r"\x{byte:02X}")).concat()
    }

    /// The DFA's state behind this door.
    pub fn entry<T: AsRef<[u32]>>(self, dfa: &dense::DFA<T>) -> StateID {
        let start = dfa
            .start_state(&start::Config::new().anchored(Anchored::Yes))
            .expect("the DFA is built with anchored starts");
        self.bytes()
            .into_iter()
            .fold(start, |state, byte| dfa.next_state(state, byte))
    }

    /// A byte that no UTF-8 has, and a number in letters: bytes that patterns tell apart anyway add nothing to the
    /// DFA's alphabet.
    fn bytes(self) -> [u8; 5] {
        let (kind, number) = match self {
            Door::Terms => (b'T', 0),
            Door::Group(group) => (b'G', u32::from(group)),
            Door::Value(value) => (b'V', u32::from(value)),
        };
        let letter = |place: u32| b'A' + (number / place % 26) as u8;
        [0xFF, kind, letter(26 * 26), letter(26), letter(1)]
    }
}

/// Which group each rule is in: rules of one category and kind share a group, long ones apart.
#[derive(Debug, Clone)]
pub(crate) struct Groups {
    of_rule: Vec<u8>,
    count: usize,
}

impl Groups {
    pub fn new(rules: &[Rule]) -> Groups {
        let key = |rule: &Rule| -> (Category, Kind, bool) {
            let long = rule.forms().iter().any(|form| form.max_len() > LONG);
            (rule.category(), rule.kind(), long)
        };
        let mut keys: Vec<_> = rules.iter().map(key).collect();
        keys.sort_unstable();
        keys.dedup();
        let group = |rule| {
            keys.binary_search(&key(rule))
                .map_or(0, |at| at.min(MAX_GROUPS - 1)) as u8
        };
        Groups {
            of_rule: rules.iter().map(group).collect(),
            count: keys.len().clamp(1, MAX_GROUPS),
        }
    }

    pub fn of(&self, rule: usize) -> Door {
        Door::Group(self.of_rule[rule])
    }

    pub fn doors(&self) -> impl Iterator<Item = Door> {
        (0..self.count as u8).map(Door::Group)
    }
}
