//! The DFA's transition table: embedded in the library, or owned.

use regex_automata::dfa::dense::DFA;

/// A dense DFA whose table is part of the program or was built or loaded at run time.
pub(crate) enum Table {
    Embedded(DFA<&'static [u32]>),
    Owned(DFA<Vec<u32>>),
}

impl Table {
    pub fn as_ref(&self) -> DFA<&[u32]> {
        match self {
            Table::Embedded(dfa) => dfa.as_ref(),
            Table::Owned(dfa) => dfa.as_ref(),
        }
    }
}
