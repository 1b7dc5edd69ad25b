//! PNC identifier: year, serial, check letter.
//!
//! In full `2002/0073319Z`; on displays the century and the serial's leading zeros are dropped (`02/73319Z`). Slash,
//! backslash, hyphen, spaces or nothing between year and serial; with nothing, the year has four digits only where the
//! serial has all seven. The letter is that of the two-digit year followed by the seven-digit serial. Authority:
//! PNCIdentifier of the Ministry of Justice's hmpps-person-record; CJS data standards catalogue.

use super::{digits, mod23_letter};

const SEPARATORS: &[u8] = b"/\\- ";

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let (first, rest) = split(text, u8::is_ascii_digit);
    let (gap, rest) = split(rest, |byte| SEPARATORS.contains(byte));
    let (serial, rest) = split(rest, u8::is_ascii_digit);
    let &[letter] = rest else {
        return false;
    };
    let letter = letter.to_ascii_uppercase();
    match (first.len(), gap.len(), serial.len()) {
        (11, 0, _) => passes(&first[..4], &first[4..], letter),
        (3..=9, 0, _) => passes(&first[..2], &first[2..], letter),
        (2 | 4, 1..=3, 1..=7) => passes(first, serial, letter),
        _ => false,
    }
}

/// The longest start of `text` whose bytes are all `wanted`, and the rest.
fn split(text: &[u8], wanted: impl Fn(&u8) -> bool) -> (&[u8], &[u8]) {
    text.split_at(
        text.iter()
            .position(|byte| !wanted(byte))
            .unwrap_or(text.len()),
    )
}

/// Is `letter` that of a two- or four-digit year and a serial?
fn passes(year: &[u8], serial: &[u8], letter: u8) -> bool {
    let (century, year) = year.split_at(year.len() - 2);
    if !matches!(century, b"" | b"19" | b"20") {
        return false;
    }
    match (digits::number(year), digits::number(serial)) {
        (Some(year), Some(serial)) => mod23_letter::passes(year * 10_000_000 + serial, letter),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn letter_checks_year_and_serial_in_every_form() {
        judge(
            super::is_valid,
            &[
                "2002/0073319Z",
                "02/73319Z",
                "1995/9966632q",
                "20039996396T",
                "039996396T",
                "95/9E",
                "1995/9E",
                "2003\\9996396T",
                "2003-9996396T",
                "2003 / 9996396T",
                "2003 9996396T",
            ],
            &[
                ("2002/0073319A", "check letter wrong"),
                ("2023/9961935I", "I is never a check letter"),
                ("2001/12345678A", "eight-digit serial"),
                ("201/1234567A", "three-digit year"),
                ("1795/9966632Q", "no such century"),
                ("2001/1234567", "no letter"),
                ("12/05/2021A", "a date and a letter"),
                ("2003/999 6396T", "serial in two pieces"),
                ("2002/0073319 Z", "letter apart"),
                ("1E", "no serial"),
            ],
        );
    }
}
