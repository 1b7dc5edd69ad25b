//! Scanning: from a haystack to findings.
//!
//! ```text
//! segment of 4 KiB ── sieve, walk ──> candidates ── check, context ──> findings, in order
//! ```
//!
//! - `config`: every setting, with its default
//! - `scanner`: the public entry
//! - `finding`: what a scan gives
//! - `why`: a finding's evidence in words
//! - `iter`: findings as an iterator
//! - `scratch`: the buffers a scan reuses
//! - `pass`: one haystack, segment by segment
//! - `candidate`: from a walk's matches to one candidate a rule
//! - `support`: the context terms around a value
//! - `pending`: accepted findings, held until their order is certain

mod candidate;
mod config;
mod finding;
mod iter;
mod pass;
mod pending;
mod scanner;
mod scratch;
mod support;
mod why;

pub use self::config::Config;
pub use self::finding::Finding;
pub use self::iter::FindIter;
pub(crate) use self::pass::Pass;
pub use self::scanner::Scanner;
pub use self::scratch::Scratch;
pub use self::why::Why;
