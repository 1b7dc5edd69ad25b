//! A date as a date of birth may be written, in British order: the day first unless the year stands there.
//!
//! `12/03/1985`, `12.03.85`, `12 Mar 85`, `12MAR1985`, `12th of March, 1985`, `March 12, 1985`, `1985-03-12`,
//! `12031985`, `19850312`, `120385`. The day must exist and the year lie between 1900 and the present. Authority:
//! Gregorian calendar (ISO 8601); layouts of PNC prints and custody records.

use super::date;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    match Parts::read(text) {
        Some(Parts {
            found: [a, b, c],
            count: 3,
            ..
        }) => is_three(a, b, c),
        Some(Parts {
            found: [Part::Number { ascii }, ..],
            count: 1,
            ..
        }) => is_run_together(ascii),
        _ => false,
    }
}

#[derive(Clone, Copy)]
enum Part<'t> {
    Number { ascii: &'t [u8] },
    Month(u8),
}

struct Parts<'t> {
    found: [Part<'t>; 3],
    count: usize,
    /// The punctuation between the parts, which must be the same in both places; spaces may stand anywhere.
    mark: Option<u8>,
}

impl<'t> Parts<'t> {
    fn read(mut text: &'t [u8]) -> Option<Self> {
        let mut parts = Self {
            found: [Part::Month(0); 3],
            count: 0,
            mark: None,
        };
        while let Some(&byte) = text.first() {
            let length = text
                .iter()
                .take_while(|&&other| class(other) == class(byte))
                .count();
            let (token, rest) = text.split_at(length);
            text = rest;
            match class(byte) {
                Class::Digit => parts.push(Part::Number { ascii: token })?,
                Class::Letter => parts.push_word(token)?,
                Class::Mark => parts.accept_gap(token, text)?,
            }
        }
        Some(parts)
    }

    fn push(&mut self, part: Part<'t>) -> Option<()> {
        *self.found.get_mut(self.count)? = part;
        self.count += 1;
        Some(())
    }

    /// A month is a part; an ordinal's ending and "of" are none.
    fn push_word(&mut self, word: &[u8]) -> Option<()> {
        let is = |other: &str| word.eq_ignore_ascii_case(other.as_bytes());
        if self.count > 0 && ["st", "nd", "rd", "th", "of"].into_iter().any(is) {
            return Some(());
        }
        self.push(Part::Month(month(word)?))
    }

    fn accept_gap(&mut self, gap: &[u8], rest: &[u8]) -> Option<()> {
        let mut marks = gap.iter().copied().filter(|&byte| byte != b' ');
        let mark = marks.next();
        if self.count == 0 || rest.is_empty() || gap.len() > 3 || marks.next().is_some() {
            return None;
        }
        match mark {
            None | Some(b',') => Some(()),
            Some(byte) if !b"/.-".contains(&byte) => None,
            Some(byte) => (*self.mark.get_or_insert(byte) == byte).then_some(()),
        }
    }
}

#[derive(PartialEq)]
enum Class {
    Digit,
    Letter,
    Mark,
}

fn class(byte: u8) -> Class {
    match byte {
        b'0'..=b'9' => Class::Digit,
        b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
        _ => Class::Mark,
    }
}

/// The month that a word names, in full or by its first three letters (four for "Sept").
fn month(word: &[u8]) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let names = |name: &&str| {
        word.eq_ignore_ascii_case(name.as_bytes())
            || word.eq_ignore_ascii_case(&name.as_bytes()[..3])
            || (name.len() == 9 && word.eq_ignore_ascii_case(b"sept"))
    };
    MONTHS.iter().position(names).map(|place| place as u8 + 1)
}

fn is_three(a: Part<'_>, b: Part<'_>, c: Part<'_>) -> bool {
    match (a, b, c) {
        (Part::Number { ascii: year }, middle, Part::Number { ascii: day }) if year.len() == 4 => {
            is_day(day, middle, year)
        }
        (Part::Number { ascii: day }, middle, Part::Number { ascii: year })
        | (middle @ Part::Month(_), Part::Number { ascii: day }, Part::Number { ascii: year }) => {
            is_day(day, middle, year)
        }
        _ => false,
    }
}

fn is_day(day: &[u8], month: Part<'_>, year: &[u8]) -> bool {
    let month = match month {
        Part::Month(month) => month,
        Part::Number { ascii } => short(ascii),
    };
    year_of(year).is_some_and(|year| is_birth(year, month, short(day)))
}

/// DDMMYYYY, else YYYYMMDD; or DDMMYY.
fn is_run_together(ascii: &[u8]) -> bool {
    let split = |day: &[u8], month: &[u8], year: &[u8]| {
        year_of(year).is_some_and(|year| is_birth(year, date::pair(month), date::pair(day)))
    };
    match ascii.len() {
        6 | 8 if split(&ascii[..2], &ascii[2..4], &ascii[4..]) => true,
        8 => split(&ascii[6..], &ascii[4..6], &ascii[..4]),
        _ => false,
    }
}

/// One or two digits of a day or month.
fn short(ascii: &[u8]) -> u8 {
    match ascii {
        [one @ b'0'..=b'9'] => one - b'0',
        _ => date::pair(ascii),
    }
}

fn year_of(ascii: &[u8]) -> Option<u16> {
    match ascii.len() {
        2 => Some(date::past_year(date::pair(ascii))),
        4 => Some(u16::from(date::pair(&ascii[..2])) * 100 + u16::from(date::pair(&ascii[2..]))),
        _ => None,
    }
}

fn is_birth(year: u16, month: u8, day: u8) -> bool {
    (1900..=date::LATEST_YEAR).contains(&year) && date::is_date(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn written_forms_are_read() {
        judge(
            super::is_valid,
            &[
                "12/03/1985",
                "1/2/85",
                "12.03.85",
                "12-03-1985",
                "12 / 03 / 1985",
                "12 03 1985",
                "12 Mar 85",
                "12MAR1985",
                "12-Mar-1985",
                "12th March 1985",
                "1st of Sept, 1985",
                "March 12, 1985",
                "1985-03-12",
                "12031985",
                "19850312",
                "120385",
                "29/02/2000",
            ],
            &[],
        );
    }

    #[test]
    fn other_days_and_layouts_are_refused() {
        judge(
            super::is_valid,
            &[],
            &[
                ("31/02/1985", "31 February"),
                ("29/02/1900", "1900 was no leap year"),
                ("03/25/1985", "month first"),
                ("12/03/1899", "before 1900"),
                ("12/03/2099", "after the present"),
                ("12/03-1985", "two kinds of mark"),
                ("12//03/1985", "doubled mark"),
                ("12/03", "no year"),
                ("12/03/1985/2", "four parts"),
                ("12/003/1985", "three-digit month"),
                ("12 Foo 1985", "no month"),
                ("12/03/1985.", "a mark at the end"),
                ("12/03/185", "three-digit year"),
                ("1203198", "seven digits"),
                ("", "empty"),
            ],
        );
    }
}
