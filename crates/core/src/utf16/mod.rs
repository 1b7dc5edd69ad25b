//! Scanning UTF-16: what editors, databases and Windows programs hold in memory.
//!
//! ```text
//! code units ── transcoded ──> UTF-8 in the scratch ── scan ──> findings ── map back ──> code units
//! ```
//!
//! - `finding`: what a scan of UTF-16 gives
//! - `transcoded`: the text as UTF-8, with the way back

mod finding;
#[cfg(test)]
mod tests;
mod transcoded;

use core::fmt;
use core::ops::ControlFlow;

pub use self::finding::Utf16Finding;
use self::transcoded::Transcoded;
use crate::scan::{Scanner, Scratch};

/// What a scan of UTF-16 writes to; see [`Scratch`]. It grows to some three bytes for each code unit of the longest
/// text.
#[derive(Default)]
pub struct Utf16Scratch {
    scratch: Scratch,
    text: Transcoded,
}

impl Utf16Scratch {
    /// Empty buffers.
    pub fn new() -> Utf16Scratch {
        Utf16Scratch::default()
    }
}

impl Scanner {
    /// Calls `each` with every finding in UTF-16 text, in the order that [`Finding`](crate::Finding) documents,
    /// until it breaks.
    ///
    /// Finds what [`Scanner::scan`] finds in the same text as UTF-8; offsets are code units of `haystack`. An
    /// unpaired surrogate stands for U+FFFD and is one unit. Allocates nothing once `scratch` has grown to what the
    /// text needs.
    ///
    /// ```
    /// use std::ops::ControlFlow;
    /// use breachscan::{Scanner, Utf16Scratch};
    ///
    /// let text: Vec<u16> = "😀 ring 07700 900461".encode_utf16().collect();
    /// let mut found = Vec::new();
    /// let flow = Scanner::builtin().scan_utf16(&mut Utf16Scratch::new(), &text, |finding| {
    ///     found.push((finding.rule().id().to_owned(), finding.span().range()));
    ///     ControlFlow::Continue(())
    /// });
    /// assert!(flow.is_continue());
    /// assert_eq!(found, [("uk-phone".to_owned(), 8..20)]);
    /// ```
    pub fn scan_utf16(
        &self,
        scratch: &mut Utf16Scratch,
        haystack: &[u16],
        mut each: impl FnMut(Utf16Finding<'_>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let Utf16Scratch { scratch, text } = scratch;
        text.fill(haystack);
        let text = &*text;
        self.scan(scratch, text.bytes(), |finding| {
            each(Utf16Finding::new(finding, text, haystack))
        })
    }
}

impl fmt::Debug for Utf16Scratch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Utf16Scratch").finish_non_exhaustive()
    }
}
