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
    coding: Coding,
}

/// How a piece's bytes follow from those of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coding {
    /// They are the same.
    Same,
    /// ASCII in an encoding of two bytes a character.
    Wide,
    /// The whole piece is the whole source decoded.
    Decoded,
    /// The piece comes from somewhere within its source.
    Within,
}

impl Coding {
    /// Bytes of the source for each byte of the text, where that is fixed.
    fn step(self) -> Option<usize> {
        match self {
            Coding::Same => Some(1),
            Coding::Wide => Some(2),
            Coding::Decoded | Coding::Within => None,
        }
    }
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
        self.push(text, Span::new(at, at + text.len()), Coding::Same);
    }

    /// Adds text that lies in the source from byte offset `at` on with two bytes a character, as ASCII does in UTF-16.
    ///
    /// ```
    /// use breachscan::Span;
    /// use breachscan::message::{Origin, Text};
    ///
    /// let mut text = Text::default();
    /// text.push_wide("bail", 2);
    /// assert_eq!(text.origin(Span::new(1, 3)), Origin::Exact(Span::new(4, 8)));
    /// ```
    pub fn push_wide(&mut self, text: &str, at: usize) {
        debug_assert!(text.is_ascii());
        self.push(text, Span::new(at, at + 2 * text.len()), Coding::Wide);
    }

    /// Adds text decoded from these bytes of the source: an escape, an entity, another encoding.
    pub fn push_decoded(&mut self, text: &str, source: Span) {
        self.push(text, source, Coding::Decoded);
    }

    /// Adds text from somewhere within these bytes of the source, no part of it known to lie anywhere more exactly.
    pub fn push_within(&mut self, text: &str, source: Span) {
        self.push(text, source, Coding::Within);
    }

    /// Adds text that is not in the source.
    pub fn push_made(&mut self, text: &str) {
        let end = self.pieces.last().map_or(0, |piece| piece.source.end());
        self.push(text, Span::new(end, end), Coding::Decoded);
    }

    /// Adds a part of another text of the same source, with its origins. The span is in bytes of the other text; a
    /// part that ends inside a character or beyond the text adds nothing.
    ///
    /// ```
    /// use breachscan::Span;
    /// use breachscan::message::{Origin, Text};
    ///
    /// let line = Text::at("06:11 bail", 40);
    /// let mut body = Text::default();
    /// body.push_part(&line, Span::new(6, 10));
    /// assert_eq!(body.origin(Span::new(0, 4)), Origin::Exact(Span::new(46, 50)));
    /// ```
    pub fn push_part(&mut self, other: &Text, part: Span) {
        let Some(text) = other.text.get(part.start()..part.end()) else {
            return;
        };
        if other.pieces.is_empty() || text.is_empty() {
            self.push_made(text);
            return;
        }
        for index in other.piece_at(part.start())..=other.piece_at(part.end() - 1) {
            let piece = other.pieces[index];
            let whole = piece.start..other.piece_end(index);
            let (start, end) = (whole.start.max(part.start()), whole.end.min(part.end()));
            let (source, coding) = match piece.coding.step() {
                Some(step) => {
                    let from = |offset| piece.source.start() + step * (offset - piece.start);
                    (Span::new(from(start), from(end)), piece.coding)
                }
                None if whole == (start..end) || piece.source.is_empty() => {
                    (piece.source, piece.coding)
                }
                None => (piece.source, Coding::Within),
            };
            self.push(&other.text[start..end], source, coding);
        }
    }

    fn push(&mut self, text: &str, source: Span, coding: Coding) {
        if text.is_empty() {
            return;
        }
        if let Some(last) = self.pieces.last_mut()
            && coding.step().is_some()
            && coding == last.coding
            && last.source.end() == source.start()
        {
            last.source = Span::new(last.source.start(), source.end());
        } else {
            // Most texts are one piece, and there are millions of them.
            if self.pieces.is_empty() {
                self.pieces.reserve_exact(1);
            }
            self.pieces.push(Piece {
                start: self.text.len(),
                source,
                coding,
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

    fn piece_end(&self, index: usize) -> usize {
        self.pieces
            .get(index + 1)
            .map_or(self.text.len(), |next| next.start)
    }

    fn source_start(&self, index: usize, offset: usize) -> (usize, bool) {
        let piece = self.pieces[index];
        match piece.coding.step() {
            Some(step) => (piece.source.start() + step * (offset - piece.start), true),
            None => (
                piece.source.start(),
                piece.coding == Coding::Decoded && offset == piece.start,
            ),
        }
    }

    fn source_end(&self, index: usize, end: usize) -> (usize, bool) {
        let piece = self.pieces[index];
        match piece.coding.step() {
            Some(step) => (piece.source.start() + step * (end - piece.start), true),
            None => (
                piece.source.end(),
                piece.coding == Coding::Decoded && end == self.piece_end(index),
            ),
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

    #[test]
    fn part_of_a_text_keeps_its_origins() {
        let mut text = Text::at("ab", 0);
        text.push_decoded("cdef", Span::new(2, 20));
        text.push_wide("gh", 30);
        let mut part = Text::default();
        part.push_part(&text, Span::new(1, 7));
        assert_eq!(part.as_str(), "bcdefg");
        assert_eq!(
            part.origin(Span::new(0, 6)),
            Origin::Exact(Span::new(1, 32))
        );
        let mut cut = Text::default();
        cut.push_part(&text, Span::new(3, 5));
        assert_eq!(
            cut.origin(Span::new(0, 2)),
            Origin::Within(Span::new(2, 20))
        );
    }

    #[test]
    fn text_within_is_never_exact() {
        let mut text = Text::default();
        text.push_within("attached", Span::new(5, 17));
        assert_eq!(
            text.origin(Span::new(0, 8)),
            Origin::Within(Span::new(5, 17))
        );
    }
}
