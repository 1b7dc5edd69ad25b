//! Strings, their escapes and their places.

use std::borrow::Cow;

use breachscan::Span;
use breachscan::message::Text;

use crate::source::Source;

/// A string as it is written between its quotes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Raw<'a> {
    written: &'a str,
    at: usize,
}

impl<'a> Raw<'a> {
    /// What is written from this offset of the text on.
    pub(crate) fn new(written: &'a str, at: usize) -> Raw<'a> {
        Raw { written, at }
    }

    pub(crate) fn written(&self) -> &'a str {
        self.written
    }

    pub(crate) fn decoded(&self) -> Cow<'a, str> {
        if !self.written.contains('\\') {
            return Cow::Borrowed(self.written);
        }
        let mut text = String::with_capacity(self.written.len());
        self.pieces(|piece| match piece {
            Piece::Plain(span) => text.push_str(&self.written[span.range()]),
            Piece::Escape(char, _) => text.push(char),
        });
        Cow::Owned(text)
    }

    /// Adds the decoded string; plain stretches keep their bytes, escapes theirs.
    pub(crate) fn push(&self, source: &Source<'_>, out: &mut Text) {
        let placed = |span: Span| Span::new(self.at + span.start(), self.at + span.end());
        self.pieces(|piece| match piece {
            Piece::Plain(span) => source.push(out, placed(span)),
            Piece::Escape(char, span) => {
                source.push_decoded(out, char.encode_utf8(&mut [0; 4]), placed(span));
            }
        });
    }

    fn pieces(&self, mut piece: impl FnMut(Piece)) {
        let mut at = 0;
        while at < self.written.len() {
            let rest = &self.written[at..];
            let plain = memchr::memchr(b'\\', rest.as_bytes()).unwrap_or(rest.len());
            if plain > 0 {
                piece(Piece::Plain(Span::new(at, at + plain)));
                at += plain;
                continue;
            }
            let (char, length) = escape(rest);
            piece(Piece::Escape(char, Span::new(at, at + length)));
            at += length;
        }
    }
}

enum Piece {
    Plain(Span),
    Escape(char, Span),
}

/// The character that an escape at the start of the text stands for, and the escape's length. What is no escape stands
/// for itself.
fn escape(text: &str) -> (char, usize) {
    let Some(letter) = text[1..].chars().next() else {
        return ('\\', 1);
    };
    let char = match letter {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\u{8}',
        'f' => '\u{C}',
        'u' => return unicode(text),
        'x' => match hex(text, 2, 2) {
            Some(code) => return (char::from_u32(code).unwrap_or('\u{FFFD}'), 4),
            None => 'x',
        },
        other => other,
    };
    (char, 1 + letter.len_utf8())
}

/// `\uXXXX`, two of them for characters outside the basic plane.
fn unicode(text: &str) -> (char, usize) {
    let Some(first) = hex(text, 2, 4) else {
        return ('u', 2);
    };
    if let Some(char) = char::from_u32(first) {
        return (char, 6);
    }
    let is_high = (0xD800..0xDC00).contains(&first);
    let second = text.get(6..8).filter(|next| is_high && *next == "\\u");
    let second = second
        .and_then(|_| hex(text, 8, 4))
        .filter(|second| (0xDC00..0xE000).contains(second));
    let joined = second.map(|second| 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00));
    match joined.and_then(char::from_u32) {
        Some(char) => (char, 12),
        None => ('\u{FFFD}', 6),
    }
}

fn hex(text: &str, at: usize, digits: usize) -> Option<u32> {
    let digits = text.get(at..at + digits)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex
        .then(|| u32::from_str_radix(digits, 16).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use breachscan::message::Origin;

    #[test]
    fn escapes_of_json_and_telegram() {
        let decoded = |written| Raw::new(written, 0).decoded().into_owned();
        assert_eq!(decoded(r#"a\"b\\c\/d\n"#), "a\"b\\c/d\n");
        assert_eq!(decoded(r"\u00e9\ud83d\udea8!"), "é\u{1F6A8}!");
        assert_eq!(decoded(r"\ud83d x"), "\u{FFFD} x");
        assert_eq!(decoded(r"Van\x0BMan"), "Van\u{B}Man");
        assert_eq!(decoded(r"\q\u12"), "qu12");
    }

    #[test]
    fn decoded_text_leads_back() {
        let bytes = br#"["caf\u00e9 bar"]"#;
        let source = Source::new(bytes);
        let mut text = Text::default();
        Raw::new(&source.text()[2..15], 2).push(&source, &mut text);
        assert_eq!(text.as_str(), "café bar");
        assert_eq!(
            text.origin(Span::new(3, 5)),
            Origin::Exact(Span::new(5, 11))
        );
        assert_eq!(
            text.origin(Span::new(6, 9)),
            Origin::Exact(Span::new(12, 15))
        );
    }
}
