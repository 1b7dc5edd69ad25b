//! Decoded text and the way back to the bytes of the source.

use crate::span::Span;

/// Text of a message, and where each part of it lies in the source.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Text {
    text: String,
    pieces: Vec<Piece>,
}

/// A stretch of the text and the stretch of the source it was decoded from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    start: usize,
    source: Span,
    same_bytes: bool,
}

/// Where in the source a stretch of text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Exactly these bytes, decoded if they differ.
    Exact(Span),
    /// Somewhere within these bytes: the coding does not let one say more, as with base64.
    Within(Span),
    /// Not in the source's bytes: made by the reader, or handed in without a source.
    None,
}

impl Text {
    /// Text without a source.
    pub fn new(text: impl Into<String>) -> Text {
        Text {
            text: text.into(),
            pieces: Vec::new(),
        }
    }

    /// Text whose bytes lie in the source as they are, from byte offset `at` on.
    pub fn at(text: impl Into<String>, at: usize) -> Text {
        let mut made = Text::default();
        made.push_exact(&text.into(), at);
        made
    }

    /// Adds text whose bytes lie in the source as they are, from byte offset `at` on.
    pub fn push_exact(&mut self, text: &str, at: usize) {
        self.push(text, Span::new(at, at + text.len()), true);
    }

    /// Adds text decoded from these bytes of the source: an escape, an entity, another encoding.
    pub fn push_decoded(&mut self, text: &str, source: Span) {
        self.push(text, source, false);
    }

    /// Adds text that is not in the source.
    pub fn push_made(&mut self, text: &str) {
        let end = self.pieces.last().map_or(0, |piece| piece.source.end());
        self.push(text, Span::new(end, end), false);
    }

    fn push(&mut self, text: &str, source: Span, same_bytes: bool) {
        if text.is_empty() {
            return;
        }
        if let Some(last) = self.pieces.last_mut()
            && same_bytes
            && last.same_bytes
            && last.source.end() == source.start()
        {
            last.source = Span::new(last.source.start(), source.end());
        } else {
            self.pieces.push(Piece {
                start: self.text.len(),
                source,
                same_bytes,
            });
        }
        self.text.push_str(text);
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where in the source a span of the text comes from; the span is in bytes of the text.
    ///
    /// ```
    /// use breachscan::Span;
    /// use breachscan::message::{Origin, Text};
    ///
    /// let mut text = Text::at("caf", 100);
    /// text.push_decoded("é", Span::new(103, 109));
    /// text.push_exact(" bill", 109);
    /// assert_eq!(text.origin(Span::new(0, 5)), Origin::Exact(Span::new(100, 109)));
    /// assert_eq!(text.origin(Span::new(6, 10)), Origin::Exact(Span::new(110, 114)));
    /// ```
    pub fn origin(&self, span: Span) -> Origin {
        if self.pieces.is_empty() || span.is_empty() || span.end() > self.text.len() {
            return Origin::None;
        }
        let (first, last) = (self.piece_at(span.start()), self.piece_at(span.end() - 1));
        let (start, start_is_exact) = self.source_start(first, span.start());
        let (end, end_is_exact) = self.source_end(last, span.end());
        if start >= end {
            return Origin::None;
        }
        let found = Span::new(start, end);
        if start_is_exact && end_is_exact {
            Origin::Exact(found)
        } else {
            Origin::Within(found)
        }
    }

    fn piece_at(&self, offset: usize) -> usize {
        self.pieces.partition_point(|piece| piece.start <= offset) - 1
    }

    fn source_start(&self, index: usize, offset: usize) -> (usize, bool) {
        let piece = self.pieces[index];
        if piece.same_bytes {
            (piece.source.start() + offset - piece.start, true)
        } else {
            (piece.source.start(), offset == piece.start)
        }
    }

    fn source_end(&self, index: usize, end: usize) -> (usize, bool) {
        let piece = self.pieces[index];
        let piece_end = self
            .pieces
            .get(index + 1)
            .map_or(self.text.len(), |next| next.start);
        if piece.same_bytes {
            (piece.source.start() + end - piece.start, true)
        } else {
            (piece.source.end(), end == piece_end)
        }
    }
}

impl core::fmt::Debug for Text {
    /// Shows the length, never the text.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Text")
            .field("len", &self.text.len())
            .field("pieces", &self.pieces.len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn part_of_a_decoded_piece_lies_within_it() {
        let mut text = Text::at("a", 0);
        text.push_decoded("decoded", Span::new(1, 13));
        assert_eq!(
            text.origin(Span::new(2, 4)),
            Origin::Within(Span::new(1, 13))
        );
        assert_eq!(
            text.origin(Span::new(0, 8)),
            Origin::Exact(Span::new(0, 13))
        );
    }

    #[test]
    fn made_text_has_no_origin() {
        let mut text = Text::at("a", 7);
        text.push_made(": ");
        text.push_exact("b", 20);
        assert_eq!(text.origin(Span::new(1, 3)), Origin::None);
        assert_eq!(
            text.origin(Span::new(3, 4)),
            Origin::Exact(Span::new(20, 21))
        );
        assert_eq!(Text::new("a").origin(Span::new(0, 1)), Origin::None);
    }

    #[test]
    fn neighbouring_exact_pieces_are_one() {
        let mut text = Text::at("ab", 5);
        text.push_exact("cd", 7);
        assert_eq!(text.pieces.len(), 1);
        assert_eq!(text.origin(Span::new(1, 3)), Origin::Exact(Span::new(6, 8)));
    }
}
