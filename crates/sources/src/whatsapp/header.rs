//! The date and time before each message.

use breachscan::message::Timestamp;

use crate::clock::{self, DateOrder, Numbers, is_mark, is_space, trim_marks};

/// What stands before a message, and where its author and text begin.
pub(crate) struct Header {
    pub(crate) numbers: Numbers,
    seconds: i64,
    pub(crate) shape: Shape,
    /// Whether the line begins with a mark, as iOS does where a file is attached.
    pub(crate) is_marked: bool,
    /// Offset in the line of what follows.
    pub(crate) body_at: usize,
}

/// How one phone writes headers; all of an export are of one shape.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Shape {
    pub(crate) fence: Fence,
    separator: char,
    has_seconds: bool,
}

/// What divides the time from the author.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Fence {
    /// `[…] Bo: yes`.
    Brackets,
    /// `… - Bo: yes`.
    Dash,
    /// `…: Bo: yes`.
    Colon,
}

impl Header {
    pub(crate) fn time(&self, order: DateOrder) -> Option<Timestamp> {
        let day = self.numbers.seconds(order)?;
        Some(Timestamp::local(day + self.seconds))
    }

    /// Whether a colon divides the time from the author, as long ago.
    pub(crate) fn has_colon(&self) -> bool {
        self.shape.fence == Fence::Colon
    }

    /// Whether Signal's exporters write such headers: `[2021-02-14, 21:14]`.
    pub(crate) fn is_signal(&self) -> bool {
        let Shape {
            fence,
            separator,
            has_seconds,
        } = self.shape;
        let is_year_first = self.numbers.year_at == Some(0);
        fence == Fence::Brackets
            && separator == '-'
            && !has_seconds
            && is_year_first
            && !self.is_marked
    }
}

/// The header at the start of a line.
pub(crate) fn parse(line: &str) -> Option<Header> {
    let unmarked = trim_marks(line);
    let inner = unmarked.strip_prefix('[');
    let (numbers, separator, rest) = clock::date(inner.unwrap_or(unmarked))?;
    let (seconds, has_seconds, rest) = clock::time(between(rest)?)?;
    let (fence, rest) = fence(inner.is_some(), rest)?;
    Some(Header {
        numbers,
        seconds,
        shape: Shape {
            fence,
            separator,
            has_seconds,
        },
        is_marked: unmarked.len() < line.len(),
        body_at: line.len() - rest.len(),
    })
}

/// Skips what stands between date and time: a comma, spaces, an era, a word such as `klo`.
fn between(text: &str) -> Option<&str> {
    let text = trim_marks(text);
    let text = text
        .strip_prefix([',', '.', '،', '\u{3001}'])
        .unwrap_or(text);
    let spaced = text.trim_start_matches(|c| is_space(c) || is_mark(c));
    if spaced.len() == text.len() {
        return None;
    }
    let word = spaced.trim_start_matches(char::is_alphabetic);
    if word.len() == spaced.len() {
        return Some(spaced);
    }
    (spaced.len() - word.len() <= 12)
        .then(|| word.trim_start_matches(|c| is_space(c) || is_mark(c) || c == ','))
}

fn fence(is_bracketed: bool, text: &str) -> Option<(Fence, &str)> {
    if is_bracketed {
        let rest = trim_marks(text).strip_prefix(']')?;
        return Some((Fence::Brackets, rest.strip_prefix(' ').unwrap_or(rest)));
    }
    if let Some(rest) = text.strip_prefix(": ") {
        return Some((Fence::Colon, rest));
    }
    let rest = text.trim_start_matches(is_space);
    let rest = rest.strip_prefix(['-', '\u{2013}'])?;
    Some((Fence::Dash, rest.strip_prefix(' ')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn body(line: &str) -> &str {
        &line[parse(line).expect("a header").body_at..]
    }

    #[test]
    fn headers_of_many_phones() {
        for header in [
            "[14/02/2021, 21:14:00] ",
            "14/02/2021, 21:14 - ",
            "3/6/18, 1:55 p.m. - ",
            "03-06-2018, 01.55 PM - ",
            "13.06.18 21.25.15: ",
            "13.6.2018 klo 21.25.15 - ",
            "13. 6. 2018. 21:25:15 - ",
            "\u{200E}[3/6/18 1:55:00 p. m.] ",
            "[2018/06/13, 21:25:15] ",
            "[3/18/2565 BE, 14:56:01] ",
            "[3/18/R4, 14:56:01] ",
            "[\u{200F}18\u{200F}/3\u{200F}/2022، 14:56:01] ",
            "22/12/21, 8:11\u{202F}pm - ",
        ] {
            let line = format!("{header}Bo: yes");
            assert_eq!(body(&line), "Bo: yes", "{header}");
        }
    }

    #[test]
    fn dates_in_a_text_are_no_headers() {
        for line in [
            "2016-04-29 10:30:00",
            "[14/02, 21:14] Bo: pasted",
            "12/12/19: Departure",
            "10:30 - court",
            "1/2/3 4",
            "",
        ] {
            assert!(parse(line).is_none(), "{line}");
        }
    }
}
