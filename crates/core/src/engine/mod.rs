//! The engine: one DFA behind a sieve.
//!
//! ```text
//! rules ── compile, shrink ──> image: one DFA with many doors, and its sieve
//!                        │
//! haystack ── sieve ──> leads ── walk ──> raw matches (pattern, end)
//! ```
//!
//! - `terms`: the context terms of all rules, each once
//! - `doors`: the entries of the DFA
//! - `before`: what must stand before a lead
//! - `compile`: from rules to the DFA
//! - `shrink`: from the DFA as it is built to the table that is kept
//! - `table`: the DFA's transition table, embedded or owned
//! - `form_ref`: one form of one rule, with what a scan asks of it
//! - `image`: everything a scanner needs
//! - `saved`: an image's form on disk
//! - `sieve`: finds the leads
//! - `walk`: from one lead through the DFA
//! - `edges`: what may touch a match
//! - `effort`: what a scan costs, counted (tests only)

mod before;
mod compile;
mod doors;
mod edges;
#[cfg(test)]
mod effort;
mod form_ref;
mod image;
mod saved;
mod shrink;
mod sieve;
mod table;
mod terms;
mod walk;

pub(crate) use self::compile::Use;
pub(crate) use self::edges::{holds_left, holds_right, is_token_end, is_token_start};
#[cfg(test)]
pub(crate) use self::effort::Effort;
pub(crate) use self::form_ref::FormRef;
pub(crate) use self::image::Image;
pub use self::sieve::Acceleration;
pub(crate) use self::sieve::Leads;
pub(crate) use self::table::Dfa;
pub(crate) use self::walk::walk;
