//! What leads are walked in: the haystack as it is, or a folded view of it.

use super::fold::{View, has_foldable};
use crate::span::Span;

/// Bytes to walk in, and where they lie in the whole text.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    pub bytes: &'t [u8],
    /// What the caller gave; without a view, the same bytes.
    pub haystack: &'t [u8],
    /// The offset of the haystack's first byte in the whole text.
    pub base: usize,
    view: Option<&'t View>,
}

impl<'t> Text<'t> {
    pub fn raw(haystack: &'t [u8], base: usize) -> Text<'t> {
        Text {
            bytes: haystack,
            haystack,
            base,
            view: None,
        }
    }

    pub fn folded(haystack: &'t [u8], base: usize, view: &'t View) -> Text<'t> {
        Text {
            bytes: view.bytes(),
            haystack,
            base,
            view: Some(view),
        }
    }

    /// Where a byte lies in the haystack.
    pub fn origin(&self, at: usize) -> usize {
        self.view.map_or(at, |view| view.origin(at))
    }

    /// Where a span lies in the haystack.
    pub fn span(&self, span: Span) -> Span {
        self.view.map_or(span, |view| view.span(span))
    }

    /// Where a span lies in the whole text.
    pub fn whole(&self, span: Span) -> Span {
        self.span(span).shifted(self.base)
    }

    /// Whether a span of the whole text holds nothing that a folded view would change.
    pub fn is_plain(&self, whole: Span) -> bool {
        let bytes = &self.haystack[whole.start() - self.base..whole.end() - self.base];
        bytes.is_ascii() || !has_foldable(bytes)
    }

    /// The first byte that lies at or after this offset of the haystack.
    pub fn place(&self, origin: usize) -> usize {
        self.view.map_or(origin, |view| view.place(origin))
    }
}
