//! Finds UK policing identifiers, protective markings and terms in any bytes: one DFA, zero-copy findings.
//!
//! A [`Scanner`] holds the compiled rules; [`Scanner::find_iter`] is the simple way in, [`Scanner::scan`] with a
//! kept [`Scratch`] the one that allocates nothing. A [`Finding`] borrows from the haystack and says which rule
//! holds where, how sure that is, and why.
//!
//! ```
//! use breachscan::Scanner;
//!
//! let scanner = Scanner::builtin();
//! let note = b"Detainee gave NI number JG 10 37 59 A, phone 07700 900461.";
//! let found: Vec<_> = scanner.find_iter(note).map(|f| (f.rule().id(), f.span().range())).collect();
//! assert_eq!(found, [("nino", 24..37), ("uk-phone", 45..57)]);
//! ```
//!
//! Offsets are byte offsets of the caller's own buffer, always; [`Scanner::scan_utf16`] counts code units.

pub mod breach;
mod builtin;
mod check;
mod confidence;
mod engine;
mod error;
pub mod message;
mod redact;
mod rule;
mod scan;
mod span;
mod stream;
mod utf16;

pub use crate::confidence::Confidence;
pub use crate::engine::Acceleration;
pub use crate::error::Error;
pub use crate::redact::{Redaction, TokenKey};
pub use crate::rule::{
    Category, CheckOutcome, Context, Edges, Form, Grades, Hit, Kind, Miss, ReachBack, Rule,
    SpecialCategory, Status, Support, Tier,
};
pub use crate::scan::{Config, FindIter, Finding, Grounds, Scanner, Scratch, Unit, Why};
pub use crate::span::Span;
pub use crate::stream::Stream;
pub use crate::utf16::{Utf16Finding, Utf16Scratch};
