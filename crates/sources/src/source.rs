//! A file's bytes as text, and the way back.

use breachscan::Span;
use breachscan::message::Text;
use encoding_rs::WINDOWS_1252;

/// The text of a file. UTF-8 is borrowed as it lies; what is not valid UTF-8 is read byte by byte as Windows-1252, and
/// UTF-16 is recognised by its byte order mark.
pub(crate) struct Source<'a> {
    content: Content<'a>,
    /// How many lines end before each block of the text.
    line_ends: Vec<u32>,
}

/// Bytes of a block: a line's number costs a search through one of them.
const BLOCK: usize = 4096;

enum Content<'a> {
    /// The bytes as they are, the first of them at this offset.
    Same(&'a str, usize),
    Decoded(Text),
}

impl<'a> Source<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Source<'a> {
        Source::from_content(decode(bytes, 0))
    }

    /// Text that a reader made, of no place in the file.
    pub(crate) fn made(text: &str) -> Source<'static> {
        Source::from_content(Content::Decoded(Text::new(text)))
    }

    fn from_content(content: Content<'a>) -> Source<'a> {
        let mut before = 0u32;
        let blocks = content.text().as_bytes().chunks(BLOCK);
        let line_ends = blocks
            .map(|block| {
                let here = before;
                before = before.saturating_add(count_lines(block));
                here
            })
            .collect();
        Source { content, line_ends }
    }

    pub(crate) fn text(&self) -> &str {
        self.content.text()
    }

    /// Adds this part of the text.
    pub(crate) fn push(&self, out: &mut Text, part: Span) {
        match &self.content {
            Content::Same(text, base) => {
                if let Some(piece) = text.get(part.range()) {
                    out.push_exact(piece, base + part.start());
                }
            }
            Content::Decoded(text) => out.push_part(text, part),
        }
    }

    pub(crate) fn part(&self, part: Span) -> Text {
        let mut text = Text::default();
        self.push(&mut text, part);
        text
    }

    /// Adds text decoded from this part: an escape.
    pub(crate) fn push_decoded(&self, out: &mut Text, decoded: &str, part: Span) {
        out.push_decoded(decoded, self.place(part));
    }

    /// The bytes of the file that hold this part of the text.
    pub(crate) fn place(&self, part: Span) -> Span {
        let start = self.offset(part.start());
        Span::new(start, self.offset(part.end()).max(start))
    }

    /// The offset in the file of an offset in the text.
    pub(crate) fn offset(&self, at: usize) -> usize {
        match &self.content {
            Content::Same(_, base) => base + at,
            Content::Decoded(text) => offset_in(text, at),
        }
    }

    /// The line of an offset in the text, from 1.
    pub(crate) fn line(&self, at: usize) -> u32 {
        let bytes = self.text().as_bytes();
        let at = at.min(bytes.len());
        let block = (at / BLOCK).min(self.line_ends.len().saturating_sub(1));
        let before = self.line_ends.get(block).copied().unwrap_or(0);
        let inside = count_lines(&bytes[(block * BLOCK).min(at)..at]);
        before.saturating_add(inside).saturating_add(1)
    }

    /// The lines, without their ends.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Span> + '_ {
        let text = self.text();
        let mut next = Some(0);
        core::iter::from_fn(move || {
            let start = next?;
            let found = memchr::memchr(b'\n', &text.as_bytes()[start..]);
            let end = found.map_or(text.len(), |found| start + found);
            next = found.map(|_| end + 1);
            let line = &text[start..end];
            let line = line.strip_suffix('\r').unwrap_or(line);
            Some(Span::new(start, start + line.len()))
        })
    }
}

fn count_lines(bytes: &[u8]) -> u32 {
    let ends = memchr::memchr_iter(b'\n', bytes).count();
    u32::try_from(ends).unwrap_or(u32::MAX)
}

impl Content<'_> {
    fn text(&self) -> &str {
        match self {
            Content::Same(text, _) => text,
            Content::Decoded(text) => text.as_str(),
        }
    }
}

/// The offset in the source of an offset in a decoded text.
fn offset_in(text: &Text, at: usize) -> usize {
    use breachscan::message::Origin;
    let span_of = |start, end| match text.origin(Span::new(start, end)) {
        Origin::Exact(span) | Origin::Within(span) => Some(span),
        Origin::None => None,
    };
    let length = text.as_str().len();
    if at < length {
        span_of(at, at + 1).map_or(0, Span::start)
    } else if length > 0 {
        span_of(length - 1, length).map_or(0, Span::end)
    } else {
        0
    }
}

/// Bytes as text, the first of them at offset `base` of the file.
pub(crate) fn decode_at(bytes: &[u8], base: usize) -> Text {
    match decode(bytes, base) {
        Content::Same(text, base) => Text::at(text, base),
        Content::Decoded(text) => text,
    }
}

fn decode(bytes: &[u8], base: usize) -> Content<'_> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => Content::Decoded(utf16(rest, base + 2, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => Content::Decoded(utf16(rest, base + 2, u16::from_be_bytes)),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, base + 3),
        _ => utf8(bytes, base),
    }
}

fn utf8(bytes: &[u8], base: usize) -> Content<'_> {
    if let Ok(text) = core::str::from_utf8(bytes) {
        return Content::Same(text, base);
    }
    let mut text = Text::default();
    let mut at = base;
    for chunk in bytes.utf8_chunks() {
        text.push_exact(chunk.valid(), at);
        at += chunk.valid().len();
        for &byte in chunk.invalid() {
            text.push_decoded(&windows_1252(byte), Span::new(at, at + 1));
            at += 1;
        }
    }
    Content::Decoded(text)
}

pub(crate) fn windows_1252(byte: u8) -> String {
    let bytes = [byte];
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
    text.into_owned()
}

fn utf16(bytes: &[u8], base: usize, unit: fn([u8; 2]) -> u16) -> Text {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| unit(pair));
    let mut text = Text::default();
    let mut at = base;
    for decoded in char::decode_utf16(units) {
        let is_whole = decoded.is_ok();
        let char = decoded.unwrap_or(char::REPLACEMENT_CHARACTER);
        let mut buffer = [0; 4];
        let char_text = char.encode_utf8(&mut buffer);
        if char.is_ascii() {
            text.push_wide(char_text, at);
            at += 2;
        } else {
            let length = if is_whole { 2 * char.len_utf16() } else { 2 };
            text.push_decoded(char_text, Span::new(at, at + length));
            at += length;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use breachscan::message::Origin;

    #[test]
    fn byte_order_mark_is_no_text() {
        let source = Source::new(b"\xEF\xBB\xBFTime,User");
        assert_eq!(source.text(), "Time,User");
        let time = source.part(Span::new(0, 4));
        assert_eq!(time.origin(Span::new(0, 4)), Origin::Exact(Span::new(3, 7)));
    }

    #[test]
    fn stray_windows_1252_among_utf8() {
        let source = Source::new("a \u{1F6A8} b\n".as_bytes());
        assert_eq!(source.text(), "a \u{1F6A8} b\n");
        let mixed = [b"caf\xE9 ".as_slice(), "é".as_bytes(), b" \x93q\x94"].concat();
        let source = Source::new(&mixed);
        assert_eq!(source.text(), "café é \u{201C}q\u{201D}");
        let all = source.part(Span::new(0, 5));
        assert_eq!(all.origin(Span::new(3, 5)), Origin::Exact(Span::new(3, 4)));
    }

    #[test]
    fn utf16_leads_back_to_its_bytes() {
        let bytes: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain("ab \u{1F6A8}é9".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let source = Source::new(&bytes);
        assert_eq!(source.text(), "ab \u{1F6A8}é9");
        let text = source.part(Span::new(0, source.text().len()));
        assert_eq!(text.origin(Span::new(1, 2)), Origin::Exact(Span::new(4, 6)));
        assert_eq!(
            text.origin(Span::new(3, 7)),
            Origin::Exact(Span::new(8, 12))
        );
        assert_eq!(source.offset(9), 14);
    }

    #[test]
    fn lines_end_where_they_end() {
        let source = Source::new(b"a\r\nb\n\nc");
        let text = source.text();
        let lines: Vec<_> = source.lines().map(|line| &text[line.range()]).collect();
        assert_eq!(lines, ["a", "b", "", "c"]);
        assert_eq!(source.line(3), 2);
        assert_eq!(source.line(5), 3);
        let long = "x\n".repeat(10_000);
        let source = Source::new(long.as_bytes());
        assert_eq!((source.line(0), source.line(1), source.line(2)), (1, 1, 2));
        assert_eq!((source.line(8191), source.line(8192)), (4096, 4097));
        assert_eq!(source.line(20_000), 10_001);
        assert_eq!(source.lines().count(), 10_001);
    }
}
