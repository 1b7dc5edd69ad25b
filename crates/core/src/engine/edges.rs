//! What may touch a match.
//!
//! A byte above 0x7F is decoded: curly quotes are edges, é is not. A byte that is not UTF-8 is read as Windows-1252.

use crate::rule::Edges;

/// The longest run of decoration that may stand beside a value alone on its line, in bytes.
const MAX_DECORATION: usize = 64;

/// Whether nothing before `at` is a letter or digit that touches it.
#[inline]
pub(crate) fn is_token_start(haystack: &[u8], at: usize) -> bool {
    match at.checked_sub(1).map(|before| haystack[before]) {
        None => true,
        Some(byte) if byte < 0x80 => !byte.is_ascii_alphanumeric(),
        Some(_) => !char_before(haystack, at).is_alphanumeric(),
    }
}

/// Whether nothing from `at` on is a letter or digit that touches what is before it.
#[inline]
pub(crate) fn is_token_end(haystack: &[u8], at: usize) -> bool {
    match haystack.get(at) {
        None => true,
        Some(byte) if *byte < 0x80 => !byte.is_ascii_alphanumeric(),
        Some(_) => !joins(char_at(haystack, at)),
    }
}

/// Whether a match with these edges may start at `at`, given that a token does.
pub(crate) fn holds_left(edges: Edges, haystack: &[u8], at: usize) -> bool {
    match edges {
        Edges::Token => true,
        Edges::Number => {
            let before = at.checked_sub(1).map(|at| haystack[at]);
            let before_that = at.checked_sub(2).map(|at| haystack[at]);
            match before {
                Some(b'_') => false,
                Some(b'.' | b'/' | b'-') => !before_that.is_some_and(|byte| byte.is_ascii_digit()),
                _ => true,
            }
        }
        Edges::Line => {
            let line = haystack[..at]
                .iter()
                .rev()
                .take(MAX_DECORATION)
                .take_while(|&&byte| byte != b'\n');
            let alone = line.clone().all(|&byte| is_decoration(byte));
            alone && (line.count() < MAX_DECORATION)
        }
    }
}

/// Whether a match with these edges may end at `at`, given that a token does.
pub(crate) fn holds_right(edges: Edges, haystack: &[u8], at: usize) -> bool {
    match edges {
        Edges::Token => true,
        Edges::Number => {
            let next = haystack.get(at);
            let after_that = haystack.get(at + 1);
            match next {
                Some(b'_') => false,
                Some(b'.' | b'/') => !after_that.is_some_and(u8::is_ascii_digit),
                Some(b'-') => !after_that.is_some_and(u8::is_ascii_alphanumeric),
                _ => true,
            }
        }
        Edges::Line => {
            let line = haystack[at..]
                .iter()
                .take(MAX_DECORATION)
                .take_while(|&&byte| byte != b'\n');
            let alone = line.clone().all(|&byte| is_decoration(byte));
            alone && (line.count() < MAX_DECORATION)
        }
    }
}

fn is_decoration(byte: u8) -> bool {
    matches!(
        byte,
        b' ' | b'\t' | b'\r' | b'[' | b']' | b'*' | b'=' | b'-' | b'#' | b'|' | b'"'
    )
}

/// Letters and digits join, and so do marks that combine with what is before them.
fn joins(char: char) -> bool {
    char.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&char)
}

/// The character that starts at `at`; a byte that starts none as Windows-1252 has it.
fn char_at(haystack: &[u8], at: usize) -> char {
    let bytes = &haystack[at..haystack.len().min(at + 4)];
    let valid = match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => core::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    };
    valid
        .chars()
        .next()
        .unwrap_or_else(|| windows_1252(haystack[at]))
}

/// The character that ends before `at`.
fn char_before(haystack: &[u8], at: usize) -> char {
    (1..=4.min(at))
        .find_map(|len| {
            let text = core::str::from_utf8(&haystack[at - len..at]).ok()?;
            text.chars().next()
        })
        .unwrap_or_else(|| windows_1252(haystack[at - 1]))
}

/// Windows-1252 differs from Latin-1 only from 0x80 to 0x9F, where its few letters lie.
fn windows_1252(byte: u8) -> char {
    match byte {
        0x83 => 'ƒ',
        0x8A => 'Š',
        0x8C => 'Œ',
        0x8E => 'Ž',
        0x9A => 'š',
        0x9C => 'œ',
        0x9E => 'ž',
        0x9F => 'Ÿ',
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_touch_and_quotes_do_not() {
        assert!(!is_token_end("9é".as_bytes(), 1));
        assert!(is_token_end("9\u{201D}".as_bytes(), 1));
        assert!(!is_token_start("é9".as_bytes(), 2));
        assert!(is_token_start("\u{201C}9".as_bytes(), 3));
        assert!(
            !is_token_end("e\u{301}".as_bytes(), 1),
            "a combining accent belongs to the letter"
        );
        assert!(!is_token_end(b"9\xE9", 1), "Windows-1252 é");
        assert!(is_token_end(b"9\x94", 1), "Windows-1252 closing quote");
    }

    #[test]
    fn numbers_do_not_stand_in_longer_ones() {
        assert!(!holds_right(Edges::Number, b"07700900461-B", 11));
        assert!(!holds_right(Edges::Number, b"10.1.2.3.4", 8));
        assert!(holds_right(Edges::Number, b"1234567890.", 10));
        assert!(!holds_left(Edges::Number, b"1.234", 2));
        assert!(!holds_left(Edges::Number, b"a_234", 2));
        assert!(holds_left(Edges::Number, b"ref-234", 4));
    }

    #[test]
    fn line_edges_allow_decoration_only() {
        let text = b"x\n [OFFICIAL] \r\ny";
        assert!(holds_left(Edges::Line, text, 4));
        assert!(holds_right(Edges::Line, text, 12));
        assert!(!holds_right(Edges::Line, b"OFFICIAL visit", 8));
    }
}
