//! The sieve: where the DFA is worth entering.
//!
//! A *lead* is the first byte of a run of ASCII letters and digits, or a punctuation byte with which some pattern
//! begins. Most lead nowhere. A table of *prefixes*, computed from the DFA, says of a lead's first bytes behind which
//! doors they can match; it lets through a superset of what does, so the sieve never loses a match.
//!
//! - `classes`: the masks of 64 bytes, and the punctuation that leads
//! - `prefixes`: the table, and its form in an image
//! - `compute`: the table from a DFA
//! - `filter`: the loop over leads, shared by every CPU
//! - `scalar`, `avx2`, `neon`: 64 bytes to masks, portable and with the CPU's vectors

mod classes;
mod compute;
mod filter;
mod prefixes;
mod scalar;
#[cfg_attr(target_arch = "x86_64", path = "avx2.rs")]
#[cfg_attr(target_arch = "aarch64", path = "neon.rs")]
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
mod simd;

pub(crate) use self::filter::Leads;
pub(crate) use self::prefixes::Prefixes;

use self::classes::Punctuation;
use self::prefixes::{ENTRIES, View};
use super::table::{Dfa, State};

/// How leads are found. Every choice gives the same findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Acceleration {
    /// The fastest way this CPU has, detected at run time. The default.
    #[default]
    Auto,
    /// The portable sieve.
    Scalar,
    /// No sieve: the DFA is entered at every lead. For tests and for comparison.
    Off,
}

/// What finds the leads of forms and of context terms.
pub(crate) struct Sieve {
    prefixes: Prefixes,
    punctuation: Punctuation,
}

impl Sieve {
    /// The sieve for everything that can match from the states behind the groups' doors, in the order of their bits,
    /// and behind the terms'. Its table is computed where there is none from before.
    ///
    /// # Panics
    ///
    /// When there are more than 15 groups.
    pub fn new(dfa: Dfa<'_>, groups: &[State], terms: State, prefixes: Option<Prefixes>) -> Sieve {
        let entries = entries(groups, terms);
        let prefixes = prefixes.unwrap_or_else(|| compute::prefixes(dfa, &entries));
        let leads = |byte: u8| {
            entries
                .iter()
                .any(|&entry| dfa.next(entry, byte) != State::DEAD)
        };
        let members = core::array::from_fn(|byte| {
            let byte = byte as u8;
            !byte.is_ascii_alphanumeric() && leads(byte)
        });
        Sieve {
            prefixes,
            punctuation: Punctuation::new(members),
        }
    }

    /// The table, as an image has it.
    pub fn to_bytes(&self) -> &[u8] {
        self.prefixes.bytes()
    }

    fn prefixes(&self) -> View<'_> {
        self.prefixes.view()
    }

    fn punctuation(&self) -> &Punctuation {
        &self.punctuation
    }
}

/// The terms have the highest bit.
fn entries(groups: &[State], terms: State) -> [State; ENTRIES] {
    let mut entries = [State::DEAD; ENTRIES];
    let (last, others) = entries.split_last_mut().expect("there are entries");
    *last = terms;
    others[..groups.len()].copy_from_slice(groups);
    entries
}
