//! From the DFA that `regex-automata` builds to the table that is kept.
//!
//! Every pattern is bounded, so the DFA has no circle but the dead state's: its states are taken children first, and
//! two of them are one as soon as the same patterns end in them and the same states follow. One pass does it.

use std::collections::HashMap;

use regex_automata::Anchored;
use regex_automata::dfa::{Automaton, dense::DFA};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;

use super::table::{Header, Table};

/// States a table can tell apart.
const MAX_STATES: usize = 1 << 16;

/// The table of `dfa`; `None` if it needs more than 65,536 states.
pub(super) fn shrink(dfa: &DFA<Vec<u32>>) -> Option<Table> {
    let root = dfa
        .start_state(&start::Config::new().anchored(Anchored::Yes))
        .expect("the DFA is built with anchored starts");
    let mut shrinking = Shrinking::new(dfa);
    let root = shrinking.state(root);
    (shrinking.states.len() <= MAX_STATES).then(|| shrinking.table(root))
}

struct Shrinking<'d> {
    dfa: &'d DFA<Vec<u32>>,
    /// A byte of each class.
    bytes: Vec<u8>,
    /// The new number of each state of the DFA that was seen.
    seen: HashMap<StateID, u32>,
    numbers: HashMap<Behaviour, u32>,
    states: Vec<Behaviour>,
}

/// All that can be told of a state: the patterns that end in it, and what follows for each class.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Behaviour {
    patterns: Box<[u32]>,
    next: Box<[u32]>,
}

impl<'d> Shrinking<'d> {
    fn new(dfa: &'d DFA<Vec<u32>>) -> Self {
        let classes = dfa.byte_classes();
        let bytes: Vec<u8> = classes
            .representatives(..)
            .filter_map(|unit| unit.as_u8())
            .collect();
        let dead = Behaviour {
            patterns: Box::default(),
            next: vec![0; bytes.len()].into(),
        };
        Shrinking {
            dfa,
            bytes,
            seen: HashMap::new(),
            numbers: HashMap::from([(dead.clone(), 0)]),
            states: vec![dead],
        }
    }

    /// The number of a state, its children numbered before it. As deep as the longest match.
    fn state(&mut self, id: StateID) -> u32 {
        if self.dfa.is_dead_state(id) {
            return 0;
        }
        if let Some(&number) = self.seen.get(&id) {
            return number;
        }
        let follows: Vec<StateID> = self
            .bytes
            .iter()
            .map(|&byte| self.dfa.next_state(id, byte))
            .collect();
        let behaviour = Behaviour {
            patterns: self.ending(id),
            next: follows.into_iter().map(|next| self.state(next)).collect(),
        };
        let number = *self
            .numbers
            .entry(behaviour)
            .or_insert_with_key(|behaviour| {
                self.states.push(behaviour.clone());
                self.states.len() as u32 - 1
            });
        self.seen.insert(id, number);
        number
    }

    /// The patterns that end here: the DFA tells when it reads one more, or the end.
    fn ending(&self, id: StateID) -> Box<[u32]> {
        let end = self.dfa.next_eoi_state(id);
        if !self.dfa.is_match_state(end) {
            return Box::default();
        }
        let patterns =
            (0..self.dfa.match_len(end)).map(|at| self.dfa.match_pattern(end, at).as_u32());
        patterns.collect()
    }

    fn table(self, root: u32) -> Table {
        let order = self.order();
        let mut number = vec![0u16; self.states.len()];
        for (new, &old) in order.iter().enumerate() {
            number[old] = new as u16;
        }
        let (mut ends, mut patterns, mut transitions) = (Vec::new(), Vec::new(), Vec::new());
        for &old in &order {
            let state = &self.states[old];
            if !state.patterns.is_empty() {
                patterns.extend(&state.patterns);
                ends.push(patterns.len() as u32);
            }
            transitions.extend(state.next.iter().map(|&next| number[next as usize]));
        }
        let header = Header {
            stride: self.bytes.len() as u32,
            states: self.states.len() as u32,
            accepting: ends.len() as u32,
            listed: patterns.len() as u32,
            patterns: self.dfa.pattern_len() as u32,
            root: u32::from(number[root as usize]),
        };
        let classes = core::array::from_fn(|byte| self.dfa.byte_classes().get(byte as u8));
        Table::new(header, classes, &ends, &patterns, &transitions)
    }

    /// The dead state, the accepting ones, the others.
    fn order(&self) -> Vec<usize> {
        let accepts = |&state: &usize| !self.states[state].patterns.is_empty();
        let live = 1..self.states.len();
        let accepting = live.clone().filter(accepts);
        let others = live.filter(|state| !accepts(state));
        [0].into_iter().chain(accepting).chain(others).collect()
    }
}
