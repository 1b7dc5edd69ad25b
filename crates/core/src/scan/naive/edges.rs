//! What may touch a value, from the rules' README.

use crate::rule::Edges;

/// The most decoration beside a value alone on its line.
const DECORATION: usize = 63;

/// Whether a letter or digit ends just before `at`.
pub(super) fn touched_before(haystack: &[u8], at: usize) -> bool {
    char_before(haystack, at).is_some_and(char::is_alphanumeric)
}

/// Whether a letter, a digit or a combining accent starts at `at`.
pub(super) fn touched_after(haystack: &[u8], at: usize) -> bool {
    char_after(haystack, at)
        .is_some_and(|char| char.is_alphanumeric() || matches!(char, '\u{300}'..='\u{36F}'))
}

/// Whether `start..end` has these edges.
pub(super) fn hold(edges: Edges, haystack: &[u8], start: usize, end: usize) -> bool {
    let token = !touched_before(haystack, start) && !touched_after(haystack, end);
    token
        && match edges {
            Edges::Token => true,
            Edges::Number => {
                !in_longer_number_on_left(haystack, start)
                    && !in_longer_number_on_right(haystack, end)
            }
            Edges::Line => alone_on_line(haystack, start, end),
        }
}

fn in_longer_number_on_left(haystack: &[u8], start: usize) -> bool {
    match &haystack[..start] {
        [.., b'_'] => true,
        [.., digit, b'.' | b'/' | b'-'] => digit.is_ascii_digit(),
        _ => false,
    }
}

fn in_longer_number_on_right(haystack: &[u8], end: usize) -> bool {
    match &haystack[end..] {
        [b'_', ..] => true,
        [b'.' | b'/', digit, ..] => digit.is_ascii_digit(),
        [b'-', next, ..] => next.is_ascii_alphanumeric(),
        _ => false,
    }
}

fn alone_on_line(haystack: &[u8], start: usize, end: usize) -> bool {
    let newline = |byte: &u8| *byte == b'\n';
    let line_start = haystack[..start]
        .iter()
        .rposition(newline)
        .map_or(0, |at| at + 1);
    let line_end = haystack[end..]
        .iter()
        .position(newline)
        .map_or(haystack.len(), |at| end + at);
    [&haystack[line_start..start], &haystack[end..line_end]]
        .iter()
        .all(|side| {
            side.len() <= DECORATION && side.iter().all(|byte| b" \t\r[]*=-#|\"".contains(byte))
        })
}

fn char_before(haystack: &[u8], at: usize) -> Option<char> {
    let last = *haystack[..at].last()?;
    let utf8 = (1..=4.min(at)).find_map(|len| one_char(&haystack[at - len..at]));
    Some(utf8.unwrap_or_else(|| windows_1252(last)))
}

fn char_after(haystack: &[u8], at: usize) -> Option<char> {
    let first = *haystack.get(at)?;
    let utf8 = (1..=4).find_map(|len| one_char(haystack.get(at..at + len)?));
    Some(utf8.unwrap_or_else(|| windows_1252(first)))
}

/// The character that these bytes are, if they are one in UTF-8.
fn one_char(bytes: &[u8]) -> Option<char> {
    let mut chars = core::str::from_utf8(bytes).ok()?.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// Only letters matter here: those that Windows-1252 has where Latin-1 has control codes.
fn windows_1252(byte: u8) -> char {
    const LETTERS: [(u8, char); 8] = [
        (0x83, 'ƒ'),
        (0x8A, 'Š'),
        (0x8C, 'Œ'),
        (0x8E, 'Ž'),
        (0x9A, 'š'),
        (0x9C, 'œ'),
        (0x9E, 'ž'),
        (0x9F, 'Ÿ'),
    ];
    LETTERS
        .iter()
        .find(|(code, _)| *code == byte)
        .map_or(char::from(byte), |&(_, letter)| letter)
}
