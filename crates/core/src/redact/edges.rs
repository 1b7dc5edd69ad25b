//! Spans that end where characters do.
//!
//! A character is what a reader sees as one: a grapheme cluster, such as a letter with its accents or a family emoji.

use unicode_segmentation::GraphemeCursor;

use crate::span::Span;

/// Bytes looked at on each side of an edge. The longest run of marks in text fit for exchange has 30 characters
/// (UAX #15, stream-safe format), at most 120 bytes; in a longer run the span ends between two marks, so that hostile
/// text takes no longer.
const LOOK: usize = 128;

/// The span with the characters that it cuts. Bytes that are no UTF-8 are characters of their own.
pub(super) fn widen(haystack: &[u8], span: Span) -> Span {
    Span::new(
        start_of_character(haystack, span.start()),
        end_of_character(haystack, span.end()),
    )
}

fn start_of_character(haystack: &[u8], at: usize) -> usize {
    if is_plain_edge(haystack, at) {
        return at;
    }
    let at = code_point_around(haystack, at).0;
    let (text, start) = text_around(haystack, at);
    match GraphemeCursor::new(at - start, text.len(), true).is_boundary(text, 0) {
        Ok(false) => GraphemeCursor::new(at - start, text.len(), true)
            .prev_boundary(text, 0)
            .map_or(at, |edge| start + edge.unwrap_or(0)),
        _ => at,
    }
}

fn end_of_character(haystack: &[u8], at: usize) -> usize {
    if is_plain_edge(haystack, at) {
        return at;
    }
    let at = code_point_around(haystack, at).1;
    let (text, start) = text_around(haystack, at);
    match GraphemeCursor::new(at - start, text.len(), true).is_boundary(text, 0) {
        Ok(false) => GraphemeCursor::new(at - start, text.len(), true)
            .next_boundary(text, 0)
            .map_or(at, |edge| start + edge.unwrap_or(text.len())),
        _ => at,
    }
}

/// Whether two ASCII bytes, or a byte and the text's end, meet at `at`, and are two characters.
fn is_plain_edge(haystack: &[u8], at: usize) -> bool {
    if at == 0 || at >= haystack.len() {
        return true;
    }
    let pair = &haystack[at - 1..=at];
    pair.is_ascii() && pair != b"\r\n"
}

/// The edges of the UTF-8 sequence that `at` lies in the midst of; `at` itself if there is none.
fn code_point_around(haystack: &[u8], at: usize) -> (usize, usize) {
    let from = at.saturating_sub(3);
    let to = haystack.len().min(at + 3);
    for start in from..at {
        let Some(chunk) = haystack[start..to].utf8_chunks().next() else {
            continue;
        };
        let Some(char) = chunk.valid().chars().next() else {
            continue;
        };
        if start + char.len_utf8() > at {
            return (start, start + char.len_utf8());
        }
    }
    (at, at)
}

/// The valid UTF-8 that touches `at`, at most [`LOOK`] bytes on each side, and where it starts.
fn text_around(haystack: &[u8], at: usize) -> (&str, usize) {
    let before = &haystack[at.saturating_sub(LOOK)..at];
    let after = &haystack[at..haystack.len().min(at + LOOK)];
    let left = match before.utf8_chunks().last() {
        Some(chunk) if chunk.invalid().is_empty() => chunk.valid().len(),
        _ => 0,
    };
    let right = after
        .utf8_chunks()
        .next()
        .map_or(0, |chunk| chunk.valid().len());
    let text = core::str::from_utf8(&haystack[at - left..at + right]);
    (text.unwrap_or_default(), at - left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widened(text: &str, value: &str) -> Span {
        let start = text.find(value).unwrap();
        widen(text.as_bytes(), Span::new(start, start + value.len()))
    }

    #[test]
    fn ascii_around_a_span_leaves_it() {
        assert_eq!(widened("a 12 b", "12"), Span::new(2, 4));
        assert_eq!(widened("12", "12"), Span::new(0, 2));
    }

    #[test]
    fn marks_after_a_span_belong_to_it() {
        assert_eq!(widened("a 12\u{301}\u{302} b", "12"), Span::new(2, 8));
        assert_eq!(widened("12\u{FE0F}\u{20E3}", "12"), Span::new(0, 8));
    }

    #[test]
    fn a_prepended_sign_belongs_to_the_span() {
        assert_eq!(widened("a \u{600}12", "12"), Span::new(2, 6));
    }

    #[test]
    fn line_break_is_not_cut() {
        assert_eq!(widened("a 12\r\nb", "12\r"), Span::new(2, 6));
    }

    #[test]
    fn flags_and_families_beside_a_span_stay() {
        assert_eq!(widened("🇬🇧12🇫🇷", "12"), Span::new(8, 10));
        assert_eq!(widened("👨‍👩‍👧12👨‍👩‍👧", "12"), Span::new(18, 20));
    }

    #[test]
    fn sequence_cut_in_the_midst_is_taken_whole() {
        let text = "x€y".as_bytes();
        assert_eq!(widen(text, Span::new(2, 3)), Span::new(1, 4));
    }

    #[test]
    fn bytes_that_are_no_text_stand_alone() {
        let text = b"\xE2\x82 12 \xFF\xCC\x81";
        assert_eq!(widen(text, Span::new(3, 5)), Span::new(3, 5));
        assert_eq!(widen(b"\xCC12\xCC", Span::new(1, 3)), Span::new(1, 3));
        assert_eq!(widen(b"12\xCC\x81\xFF", Span::new(0, 2)), Span::new(0, 4));
    }

    #[test]
    fn endless_run_of_marks_ends_between_two_of_them() {
        let text = format!("12{}", "\u{301}".repeat(10_000));
        let wide = widened(&text, "12");
        assert!(wide.end() <= 2 + LOOK && text.is_char_boundary(wide.end()));
    }
}
