//! Vehicle registration mark.
//!
//! ```text
//! AB51 CDE   current: memory tag, age (March 02-49, September 51-99), three letters
//! K123 ABC   prefix   Q123 ABC   Q plate
//! ABC 123K   suffix
//! ABC 1234   dateless and Northern Ireland, in either order; no leading zero
//! 101 D 234  diplomatic          12 AB 34, AB 12 CD  military
//! ```
//!
//! The age identifier must have been reached. The dateless shapes carry no evidence: a rule should ask for a label
//! before it believes them. Authority: DVSA olcs-transfer; DVLA vehicles-presentation-common.

use super::compact::{Compact, GROUPED};
use super::date;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<7>::read(text, GROUPED) else {
        return false;
    };
    let mark = compact.as_bytes();
    let (first, rest) = run(mark);
    let (second, rest) = run(rest);
    let (third, rest) = run(rest);
    if !rest.is_empty() || second.is_empty() {
        return false;
    }
    match (first[0].is_ascii_digit(), third.is_empty()) {
        (false, true) => is_dateless(first, second),
        (true, true) => is_dateless(second, first),
        (false, false) => is_lettered(first, second, third),
        (true, false) => is_numbered(first, second, third),
    }
}

/// The digits or the letters at the start of `mark`, and the rest.
fn run(mark: &[u8]) -> (&[u8], &[u8]) {
    let digits = mark.first().is_some_and(u8::is_ascii_digit);
    let end = mark
        .iter()
        .position(|byte| byte.is_ascii_digit() != digits)
        .unwrap_or(mark.len());
    mark.split_at(end)
}

fn is_dateless(letters: &[u8], number: &[u8]) -> bool {
    letters.len() <= 3 && !letters.contains(&b'Q') && number.len() <= 4 && number[0] != b'0'
}

/// Letters, digits, letters.
fn is_lettered(head: &[u8], number: &[u8], tail: &[u8]) -> bool {
    match (head.len(), number.len(), tail.len()) {
        (2, 2, 3) => {
            head.iter().all(|&letter| is_serial_letter(letter))
                && is_age(date::pair(number))
                && tail.iter().all(|letter| !b"IQ".contains(letter))
        }
        (2, 2, 2) => true,
        (1, 1..=3, 3) => (head[0] == b'Q' || is_year_letter(head[0])) && is_serial(number, tail),
        (3, 1..=3, 1) => is_year_letter(tail[0]) && is_serial(number, head),
        _ => false,
    }
}

/// Digits, letters, digits: diplomatic and military.
fn is_numbered(head: &[u8], letters: &[u8], tail: &[u8]) -> bool {
    match (head.len(), letters, tail.len()) {
        (3, b"D" | b"X", 3) => true,
        (2, letters, 2) => letters.len() == 2,
        _ => false,
    }
}

/// Has a vehicle of this age identifier been registered? March gives the year, September the year and fifty.
fn is_age(age: u8) -> bool {
    let reach = (date::REACH_YEAR - 2000) as u8;
    (2..=reach).contains(&age) || (51..=50 + reach).contains(&age)
}

fn is_serial(number: &[u8], letters: &[u8]) -> bool {
    number[0] != b'0' && letters.iter().all(|&letter| is_serial_letter(letter))
}

fn is_serial_letter(letter: u8) -> bool {
    !b"IQZ".contains(&letter)
}

fn is_year_letter(letter: u8) -> bool {
    !b"IOQUZ".contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn each_series_has_its_grammar() {
        judge(
            super::is_valid,
            &[
                "BD51 SMR",
                "bd51smr",
                "B D 5 1 S M R",
                "LK22 ZZX",
                "K123 XYB",
                "KLM 123X",
                "YVC 9V",
                "Q7 XYP",
                "9 X",
                "321 KLM",
                "AIZ 1234",
                "7 DZ",
                "101 D 234",
                "12 AB 34",
                "KA 12 BC",
            ],
            &[
                ("IB51 SMR", "I in the memory tag"),
                ("ZB51 SMR", "Z in the memory tag"),
                ("BD51 SQR", "Q in the random letters"),
                ("BD00 SMR", "age 00"),
                ("BD01 SMR", "age 01"),
                ("BD50 SMR", "age 50 comes in 2050"),
                ("BD37 SMR", "age not reached"),
                ("U123 XYB", "no year letter U"),
                ("K012 XYB", "leading zero"),
                ("KLM 123U", "no year letter U"),
                ("KLM 0123", "leading zero"),
                ("ABCD 12", "four letters"),
                ("A 12345", "five digits"),
                ("101 Z 234", "no diplomatic Z"),
                ("12345", "digits only"),
                ("ABC", "letters only"),
            ],
        );
    }
}
