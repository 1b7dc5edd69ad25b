//! From inputs to breach candidates, and how they are written.
//!
//! ```text
//! inputs ── intake ──> conversations ── Assessor ──> candidates ── sift ──> cases ── text, jsonl, html
//! ```
//!
//! - `intake`: inputs read into conversations, each with the file it came from
//! - `sift`: which candidates are reported, and which are suppressed
//! - `case`: one candidate with all that is told of it
//! - `place`: where something lies in its file
//! - `clock`: times in figures
//! - `passage`: a message's text, cut around the evidence, values masked
//! - `words`: what things are called
//! - `text`: a paragraph a candidate, for people
//! - `jsonl`: one JSON object a line
//! - `html`: one self-contained page

mod case;
mod clock;
pub mod html;
pub mod intake;
pub mod jsonl;
mod passage;
mod place;
pub mod sift;
pub mod text;
mod words;

pub use self::case::Docket;
