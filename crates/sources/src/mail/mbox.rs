//! Where the e-mails of a mailbox file begin.

use breachscan::Span;

/// One e-mail of a mailbox, without its separator line.
pub(super) struct Mail {
    pub(super) span: Span,
    /// The line it begins on, from 1.
    pub(super) line: u32,
}

/// The e-mails of a mailbox. A separator stands at the start of the file or after an empty line, since a body may hold
/// lines that begin with `From ` too.
pub(super) fn split(bytes: &[u8]) -> Vec<Mail> {
    let mut mails: Vec<Mail> = Vec::new();
    let mut start = 0;
    let mut is_after_empty = true;
    for (line, number) in bytes.split_inclusive(|&byte| byte == b'\n').zip(1u32..) {
        let end = start + line.len();
        if is_after_empty && is_separator(&bytes[start..]) {
            if let Some(last) = mails.last_mut() {
                last.span = Span::new(last.span.start(), start);
            }
            mails.push(Mail {
                span: Span::new(end, bytes.len()),
                line: number.saturating_add(1),
            });
        }
        is_after_empty = line.iter().all(u8::is_ascii_whitespace);
        start = end;
    }
    mails
}

/// Whether text begins with a line of `From`, an address, and a date with a time, or else with a header below.
pub(crate) fn is_separator(text: &[u8]) -> bool {
    let Some(rest) = text.strip_prefix(b"From ") else {
        return false;
    };
    let mut lines = rest.split(|&byte| byte == b'\n');
    let words = lines.next().unwrap_or_default();
    let mut words = words
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty());
    let is_address = words.next().is_some();
    let (mut has_time, mut has_year) = (false, false);
    for word in words.take(8) {
        has_time |= is_time(word);
        has_year |= is_year(word);
    }
    is_address && ((has_time && has_year) || lines.next().is_some_and(is_header))
}

/// Whether a line is one of the headers with which e-mails begin.
fn is_header(line: &[u8]) -> bool {
    const FIRST: [&[u8]; 10] = [
        b"return-path",
        b"received",
        b"delivered-to",
        b"from",
        b"to",
        b"date",
        b"subject",
        b"message-id",
        b"mime-version",
        b"content-type",
    ];
    let name = line.split(|&byte| byte == b':').next().unwrap_or_default();
    let is_known = FIRST.iter().any(|known| name.eq_ignore_ascii_case(known));
    name.len() < line.len() && (is_known || name.starts_with(b"X-"))
}

fn is_time(word: &[u8]) -> bool {
    matches!(word, [a, b, b':', c, d, ..] if [a, b, c, d].iter().all(|byte| byte.is_ascii_digit()))
}

fn is_year(word: &[u8]) -> bool {
    word.len() == 4 && word.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_stand_after_an_empty_line() {
        let file = b"From bo@a.example Mon Feb 15 10:00:00 2021\nSubject: a\n\nFrom there 10:30 on\nwe went\n\n\
            From - Mon Feb 15 11:00:00 2021\nSubject: b\n\nx\n";
        let mails = split(file);
        assert_eq!(mails.len(), 2);
        assert!(file[mails[0].span.range()].starts_with(b"Subject: a"));
        assert!(file[mails[1].span.range()].starts_with(b"Subject: b"));
        assert_eq!(mails[1].line, 8);
    }
}
