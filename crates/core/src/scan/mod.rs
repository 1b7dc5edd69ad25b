//! Scanning: from a haystack to findings.
//!
//! ```text
//! segment of 4 KiB ── sieve, walk ──> candidates ── check, context ──> findings, in order
//! ```
//!
//! - `config`: every setting, with its default
//! - `scanner`: the public entry
//! - `finding`: what a scan gives
//! - `grounds`: what a finding rests on
//! - `why`: a finding's evidence in words
//! - `iter`: findings as an iterator
//! - `scratch`: the buffers a scan reuses
//! - `pass`: one haystack, segment by segment
//! - `candidate`: from a walk's matches to one candidate a rule
//! - `nearby`: all that speaks for or against a value
//! - `support`: the context terms around a value
//! - `table`: the table a value stands in
//! - `header`: what the columns of a table are called
//! - `text`: what leads are walked in
//! - `fold`: a stretch of text folded to ASCII, with the way back
//! - `fold_chars`: the characters that stand for ASCII ones
//! - `folded`: what shows only in a folded view
//! - `pending`: accepted findings, held until their order is certain
//! - `linear`: the cost of hostile text (tests only)
//! - `naive`: a slow, obvious scanner that must find the same (tests only)

mod candidate;
mod config;
mod finding;
mod fold;
mod fold_chars;
mod folded;
mod grounds;
mod header;
mod iter;
#[cfg(test)]
mod linear;
#[cfg(test)]
mod naive;
mod nearby;
mod pass;
mod pending;
mod scanner;
mod scratch;
mod support;
mod table;
mod text;
mod why;

pub use self::config::Config;
pub use self::finding::Finding;
pub use self::grounds::{Grounds, Unit};
pub use self::iter::FindIter;
pub(crate) use self::pass::Pass;
pub use self::scanner::Scanner;
pub use self::scratch::Scratch;
pub use self::why::Why;
