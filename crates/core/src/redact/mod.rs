//! Redaction: the text with every finding masked, labelled or tokenised.
//!
//! ```text
//! findings ── widened to whole characters ── merged in one sweep ──> unions ── replaced ──> text
//! ```
//!
//! What is replaced is the union of overlapping findings, so that nothing of a value shows because two rules saw
//! different parts of it. The finding that stands first in a union, in the order that [`Finding`] documents, gives
//! its label or token.
//!
//! - `redaction`: what stands in a value's place
//! - `token`: keyed tokens of values
//! - `union`: overlapping findings as one span
//! - `edges`: spans that end where characters do

mod edges;
mod redaction;
mod token;
mod union;

use core::ops::{ControlFlow, Range};

use self::edges::widen;
pub use self::redaction::{Redaction, TokenKey};
use self::union::{Union, Unions};
use crate::scan::{Finding, Scanner, Scratch};
use crate::span::Span;

impl Scanner {
    /// `haystack` with every finding replaced.
    ///
    /// Takes time linear in the haystack. Valid UTF-8 stays valid, and a value takes with it the combining marks and
    /// joiners that make one character with its first or last.
    ///
    /// ```
    /// use breachscan::{Redaction, Scanner};
    ///
    /// let scanner = Scanner::builtin();
    /// let note = b"NHS No: 999 519 2977, rang twice";
    /// assert_eq!(scanner.redact(note, &Redaction::Mask), b"NHS No: ************, rang twice");
    /// assert_eq!(scanner.redact(note, &Redaction::Label), b"NHS No: [nhs-number], rang twice");
    /// ```
    pub fn redact(&self, haystack: &[u8], redaction: &Redaction) -> Vec<u8> {
        let mut out = Vec::with_capacity(haystack.len());
        self.redact_into(&mut Scratch::new(), haystack, redaction, &mut out);
        out
    }

    /// Appends `haystack`, with every finding replaced, to `out`.
    ///
    /// Allocates nothing for masks and labels once `scratch` and `out` have grown to what the text needs.
    pub fn redact_into(
        &self,
        scratch: &mut Scratch,
        haystack: &[u8],
        redaction: &Redaction,
        out: &mut Vec<u8>,
    ) {
        self.redact_part_into(scratch, haystack, 0..haystack.len(), redaction, out);
    }

    /// Appends the bytes of one part of `haystack` to `out`, with every finding that starts there replaced, and
    /// returns where the next part begins.
    ///
    /// For texts that are too large to hold: what lies around the part is read as context and not written. A value
    /// that starts in the part and ends after it is replaced whole, so the next part begins at its end.
    ///
    /// ```
    /// use breachscan::{Redaction, Scanner, Scratch};
    ///
    /// let (scanner, mut scratch, mut out) = (Scanner::builtin(), Scratch::new(), Vec::new());
    /// let text = b"ring 07700 900461 again";
    /// let next = scanner.redact_part_into(&mut scratch, text, 0..9, &Redaction::Mask, &mut out);
    /// assert_eq!((&out[..], next), (&b"ring ************"[..], 17));
    /// ```
    ///
    /// # Panics
    ///
    /// When `part` does not lie in `haystack`.
    pub fn redact_part_into(
        &self,
        scratch: &mut Scratch,
        haystack: &[u8],
        part: Range<usize>,
        redaction: &Redaction,
        out: &mut Vec<u8>,
    ) -> usize {
        let mut written = part.start;
        self.each_union(scratch, haystack, part.clone(), |union| {
            let span = union.span();
            out.extend_from_slice(&haystack[written..span.start()]);
            redaction.write(&union, out);
            written = span.end();
        });
        if written < part.end {
            out.extend_from_slice(&haystack[written..part.end]);
        }
        written.max(part.end)
    }

    /// Masks every finding where it stands: each of its bytes becomes `*`, and every other byte keeps its place.
    ///
    /// ```
    /// use breachscan::{Scanner, Scratch};
    ///
    /// let mut text = *b"ring 07700 900461 again";
    /// Scanner::builtin().mask_in_place(&mut Scratch::new(), &mut text);
    /// assert_eq!(&text, b"ring ************ again");
    /// ```
    pub fn mask_in_place(&self, scratch: &mut Scratch, text: &mut [u8]) {
        let mut spans: Vec<Span> = Vec::new();
        self.each_union(scratch, text, 0..text.len(), |union| {
            spans.push(union.span())
        });
        for span in spans {
            text[span.range()].fill(Redaction::MASK);
        }
    }

    /// Calls `each` with the unions of findings that start in `part`, one after another.
    fn each_union<'h>(
        &'h self,
        scratch: &mut Scratch,
        haystack: &'h [u8],
        part: Range<usize>,
        mut each: impl FnMut(Union<'h>),
    ) {
        let mut unions = Unions::from(part.start);
        let _ = self.scan(scratch, haystack, |finding: Finding<'h>| {
            let wide = widen(haystack, finding.span());
            if wide.start() >= part.end.max(unions.end()) {
                return ControlFlow::Break(());
            }
            if wide.start() >= part.start
                && let Some(union) = unions.push(finding, wide)
            {
                each(union);
            }
            ControlFlow::Continue(())
        });
        if let Some(union) = unions.finish() {
            each(union);
        }
    }
}

#[cfg(test)]
mod tests;
