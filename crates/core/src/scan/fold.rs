//! Text as people send it, folded to the ASCII that patterns are written in.
//!
//! ```text
//! haystack   N I N O   J G <no-break space> 1 0 …      bytes, some of them parts of characters
//! view       N I N O   J G          ' '     1 0 …      never longer, with a map back
//! ```
//!
//! A *view* is made of the stretch around a segment, and only where that holds a character to fold. What a character
//! becomes depends on itself, or for look-alikes on its word of [`MAX_WORD`] bytes, so that a view shows a place as
//! every other view does that holds it.

use core::ops::Range;

use super::fold_chars::{Fold, fold, fold_windows_1252};
use crate::span::Span;

/// The longest word that is looked at to judge a look-alike.
const MAX_WORD: usize = 64;

/// A stretch of a haystack, folded, with the way back.
pub(super) struct View {
    bytes: Vec<u8>,
    /// The part of the haystack that is shown: whole characters.
    stretch: Range<usize>,
    /// In order. Between two of them bytes are the haystack's own.
    edits: Vec<Edit>,
    word: Word,
}

/// A character that became one byte, or nothing; small, since a view may hold thousands.
#[derive(Clone, Copy)]
struct Edit {
    /// The byte that it became, or before which it was removed.
    at: u32,
    /// Where it lies in the stretch.
    from: u32,
    /// Its length there.
    width: u8,
    /// Whether nothing is left of it.
    is_removed: bool,
}

/// The word that was judged last.
struct Word {
    end: usize,
    is_latin: bool,
}

impl View {
    pub fn new() -> View {
        View {
            bytes: Vec::new(),
            stretch: 0..0,
            edits: Vec::new(),
            word: Word {
                end: 0,
                is_latin: false,
            },
        }
    }

    /// Folds this stretch of the haystack, less than 4 GiB; tells whether anything changed.
    pub fn fold(&mut self, haystack: &[u8], stretch: Range<usize>) -> bool {
        self.bytes.clear();
        self.edits.clear();
        self.word = Word {
            end: 0,
            is_latin: false,
        };
        let mut at = stretch.start + inside_character(&haystack[stretch.clone()]);
        self.stretch = at..stretch.end;
        self.bytes.reserve_exact(stretch.end - at);
        while at < stretch.end {
            let rest = &haystack[at..stretch.end];
            let ascii = rest.iter().position(|byte| !byte.is_ascii());
            let ascii = ascii.unwrap_or(rest.len());
            self.bytes.extend_from_slice(&rest[..ascii]);
            at += ascii;
            if at < stretch.end {
                at += self.fold_one(haystack, at, stretch.end);
            }
        }
        !self.edits.is_empty()
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where the byte at `at` lies in the haystack.
    pub fn origin(&self, at: usize) -> usize {
        if at >= self.bytes.len() {
            return self.stretch.end;
        }
        match self.edits_to(at).last() {
            None => self.stretch.start + at,
            Some(edit) if at < edit.end() => self.stretch.start + edit.from(),
            Some(edit) => self.stretch.start + edit.to() + (at - edit.end()),
        }
    }

    /// Where these bytes lie in the haystack.
    pub fn span(&self, span: Span) -> Span {
        let start = self.origin(span.start());
        match span.end().checked_sub(1) {
            Some(last) if last >= span.start() => {
                Span::new(start, self.origin(last) + self.width(last))
            }
            _ => Span::new(start, start),
        }
    }

    /// The first byte that lies at or after this offset of the haystack.
    pub fn place(&self, origin: usize) -> usize {
        let from = origin.saturating_sub(self.stretch.start);
        let before = self.edits.partition_point(|edit| edit.from() < from);
        let place = match self.edits[..before].last() {
            None => from,
            Some(edit) => edit.end() + from.saturating_sub(edit.to()),
        };
        place.min(self.bytes.len())
    }

    /// The bytes in this range that were changed, or before which something was removed, in order.
    pub fn changes(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let first = self.edits.partition_point(|edit| edit.at() < range.start);
        let changes = self.edits[first..].iter().map(Edit::at);
        changes.take_while(move |&at| at < range.end)
    }

    /// Whether any byte in this range was changed.
    pub fn is_changed(&self, range: Range<usize>) -> bool {
        self.changes(range).next().is_some()
    }

    /// The edits of the byte at `at` and of those before.
    fn edits_to(&self, at: usize) -> &[Edit] {
        &self.edits[..self.edits.partition_point(|edit| edit.at() <= at)]
    }

    /// How many bytes of the haystack the byte at `at` stands for.
    fn width(&self, at: usize) -> usize {
        match self.edits_to(at).last() {
            Some(edit) if at < edit.end() => usize::from(edit.width),
            _ => 1,
        }
    }

    /// Folds the character at `at` and tells its length.
    fn fold_one(&mut self, haystack: &[u8], at: usize, end: usize) -> usize {
        let (folded, width) = fold_at(&haystack[at..end]);
        let becomes = match folded {
            Fold::Keep => None,
            Fold::Alike(_) if !self.is_in_latin_word(haystack, at) => None,
            Fold::Remove => Some(None),
            Fold::To(byte) | Fold::Alike(byte) => Some(Some(byte)),
        };
        match becomes {
            None => self.bytes.extend_from_slice(&haystack[at..at + width]),
            Some(byte) => {
                self.edits.push(Edit {
                    at: self.bytes.len() as u32,
                    from: (at - self.stretch.start) as u32,
                    width: width as u8,
                    is_removed: byte.is_none(),
                });
                self.bytes.extend(byte);
            }
        }
        width
    }

    fn is_in_latin_word(&mut self, haystack: &[u8], at: usize) -> bool {
        if at >= self.word.end {
            self.word = Word::around(haystack, at);
        }
        self.word.is_latin
    }
}

impl Edit {
    fn at(&self) -> usize {
        self.at as usize
    }

    /// The first byte after it.
    fn end(&self) -> usize {
        self.at() + usize::from(!self.is_removed)
    }

    fn from(&self) -> usize {
        self.from as usize
    }

    /// The first byte after it in the stretch.
    fn to(&self) -> usize {
        self.from() + usize::from(self.width)
    }
}

impl Word {
    /// A word is Latin if it is short, has an ASCII letter or digit, and no letter that folds to none.
    fn around(haystack: &[u8], at: usize) -> Word {
        let mut word = Tally::default();
        let mut start = at;
        while let Some(char) = char_before(&haystack[..start])
            && char.is_alphanumeric()
            && at - start <= MAX_WORD
        {
            word.count(char);
            start -= char.len_utf8();
        }
        let mut end = at;
        while let Some(char) = char_at(&haystack[end..])
            && char.is_alphanumeric()
            && end - at <= MAX_WORD
        {
            word.count(char);
            end += char.len_utf8();
        }
        Word {
            end,
            is_latin: end - start <= MAX_WORD && word.has_ascii && !word.has_other,
        }
    }
}

/// What the characters of a word are.
#[derive(Default)]
struct Tally {
    has_ascii: bool,
    has_other: bool,
}

impl Tally {
    fn count(&mut self, char: char) {
        match fold(char) {
            Fold::Keep if char.is_ascii() => self.has_ascii = true,
            Fold::To(_) => self.has_ascii = true,
            Fold::Keep => self.has_other = true,
            Fold::Remove | Fold::Alike(_) => {}
        }
    }
}

/// Whether any character of these bytes, look-alikes aside, folds to another or to nothing.
pub(super) fn has_foldable(bytes: &[u8]) -> bool {
    let mut at = inside_character(bytes);
    while at < bytes.len() {
        let (folded, len) = fold_at(&bytes[at..]);
        if matches!(folded, Fold::To(_) | Fold::Remove) {
            return true;
        }
        at += len;
    }
    false
}

/// What the bytes begin with becomes, and how long that is.
fn fold_at(bytes: &[u8]) -> (Fold, usize) {
    match char_at(bytes) {
        Some(char) => (fold(char), char.len_utf8()),
        None => (fold_windows_1252(bytes[0]), 1),
    }
}

/// How many bytes at the front belong to a character that began before them.
fn inside_character(bytes: &[u8]) -> usize {
    let first = bytes.iter().take(3);
    first.take_while(|&&byte| is_continuation(byte)).count()
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// The character that the bytes begin with, if they are UTF-8.
fn char_at(bytes: &[u8]) -> Option<char> {
    let len = match bytes.first()? {
        0x00..=0x7F => 1,
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    core::str::from_utf8(bytes.get(..len)?).ok()?.chars().next()
}

/// The character that the bytes end with, if they are UTF-8.
fn char_before(bytes: &[u8]) -> Option<char> {
    let inside = bytes.iter().rev().take(3);
    let inside = inside.take_while(|&&byte| is_continuation(byte)).count();
    let char = char_at(&bytes[bytes.len().checked_sub(inside + 1)?..])?;
    (char.len_utf8() == inside + 1).then_some(char)
}
