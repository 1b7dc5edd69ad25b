//! The entries of the DFA.
//!
//! Everything is one DFA, but not everything is entered at once: shapes that share nothing would multiply each
//! other's states. Every pattern stands behind a *door*, a few bytes that lead from the start state to its own part
//! of the DFA. The bytes are walked once, when a scanner is made; a scan starts behind them.

use crate::rule::{Category, Form, Kind, Rule};

/// Most groups of rules; a lead carries one bit for each, and one for the context terms.
pub(super) const MAX_GROUPS: usize = 15;
/// Wide forms longer than this have a group of their own: links and machine-readable zones.
const LONG: usize = 64;

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

    /// A byte that no UTF-8 has, and a number in letters: bytes that patterns tell apart anyway add nothing to the
    /// DFA's alphabet.
    pub(super) fn bytes(self) -> [u8; 5] {
        let (kind, number) = match self {
            Door::Terms => (b'T', 0),
            Door::Group(group) => (b'G', u32::from(group)),
            Door::Value(value) => (b'V', u32::from(value)),
        };
        let letter = |place: u32| b'A' + (number / place % 26) as u8;
        [0xFF, kind, letter(26 * 26), letter(26), letter(1)]
    }
}

/// Which group each form is in.
///
/// *Narrow* forms begin with one of few words, a label mostly; they all share a group, since words make a tree and do
/// not multiply. A label that begins with any capitals, such as a name before a date, is wide: among the words it
/// would double the DFA.
/// *Wide* ones begin with any letters or digits: those of one category share a group, long ones apart.
/// Forms that reach back share one, which is entered only where a byte stands before that they may take in.
///
/// Signals are phrases with words that may stand between: together they would multiply, so they are spread.
#[derive(Debug, Clone)]
pub(crate) struct Groups {
    of_form: Vec<u8>,
}

/// A group's place, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Back,
    Narrow,
    Wide(Category, bool),
    Signal(usize),
}

/// Groups over which signals are spread.
const SIGNAL_GROUPS: usize = MAX_GROUPS - 1;

impl Groups {
    pub fn new(rules: &[Rule]) -> Groups {
        let forms = rules.iter().enumerate().flat_map(|(at, rule)| {
            let key = move |form| key(at, rule, form);
            rule.forms().iter().map(key)
        });
        let of_form: Vec<Key> = forms.collect();
        let mut keys = of_form.clone();
        keys.sort_unstable();
        keys.dedup();
        let group = |key| {
            keys.binary_search(key)
                .map_or(0, |at| at.min(MAX_GROUPS - 1)) as u8
        };
        Groups {
            of_form: of_form.iter().map(group).collect(),
        }
    }

    pub fn of(&self, form: usize) -> Door {
        Door::Group(self.of_form[form])
    }
}

fn key(at: usize, rule: &Rule, form: &Form) -> Key {
    match rule.kind() {
        Kind::Signal => Key::Signal(at % SIGNAL_GROUPS),
        _ if form.back().is_some() => Key::Back,
        _ if form.narrow => Key::Narrow,
        _ => Key::Wide(rule.category(), form.max_len() > LONG),
    }
}
