//! The C interface of breachscan.
//!
//! `include/breachscan.h` is made from this crate's documentation and is its manual; `ARCHITECTURE.md` says how the
//! rooms fit together. What is documented here is written for readers of that header.
//!
//! - `guard`: the border, and every line that is not safe Rust
//! - `version`: numbers and names of this library
//! - `finding`: what a scan gives
//! - `rules`: compiled rule sets
//! - `options`: settings of scanners and streams
//! - `scanner`: scanning, one thread at a time
//! - `results`: findings that are kept
//! - `explain`: a finding in words
//! - `redact`: text with its findings replaced
//! - `stream`: text that comes in chunks
//! - `error`: why rules, an image or options were refused

#![allow(
    clippy::missing_safety_doc,
    reason = "the documentation becomes the C header, whose introduction says what every caller promises"
)]

#[cfg(not(panic = "unwind"))]
compile_error!(
    "breachscan-ffi catches panics at its border: build it with panic = \"unwind\", not \"abort\""
);

// In the order of the header, which blank lines keep.

#[macro_use]
mod guard;

mod version;

mod finding;

mod rules;

mod options;

mod scanner;

mod results;

mod explain;

mod redact;

mod stream;

mod error;

pub use crate::error::*;
pub use crate::explain::*;
pub use crate::finding::*;
pub use crate::guard::status::*;
pub use crate::guard::text::Str;
pub use crate::options::*;
pub use crate::redact::*;
pub use crate::results::*;
pub use crate::rules::*;
pub use crate::scanner::*;
pub use crate::stream::*;
pub use crate::version::*;
