//! The sieve: finds the leads from which the DFA can match at all, 64 bytes at a time.
//!
//! A *lead* is the first byte of a run of ASCII letters and digits, or a punctuation byte with which some pattern
//! begins. Some tables, all computed from the DFA, decide whether a lead can lead anywhere:
//!
//! - two tables of eight-byte *shapes* (two bits a byte), one that tells upper from lower case, one that tells
//!   separators from other punctuation;
//! - a hash set of the *keys*: the first one to four bytes of the token, for the shapes that have few keys.
//!
//! Each lets through a superset, so the sieve never loses a match. A second set of the same tables, consulted
//! for the few leads that pass the first, says behind which doors a lead can lead anywhere.
//!
//! - `classes`: what the tables tell apart, and the masks of 64 bytes
//! - `tables`: the tables, and their form in an image
//! - `compute`: the tables from a DFA
//! - `filter`: the loop over leads, shared by every CPU
//! - `scalar`, `avx2`: 64 bytes to masks, portable and with AVX2

#[cfg(target_arch = "x86_64")]
mod avx2;
mod classes;
mod compute;
mod filter;
mod scalar;
mod tables;

pub(crate) use self::compute::Patterns;
pub(crate) use self::filter::Leads;
pub(crate) use self::tables::Sieve;

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
