//! PNC court case reference: year (2), court (4), serial (up to 6), check letter, parted by slashes.
//!
//! The letter is that of year, court and six-digit serial put together. Authority: PNC fixtures of bichard7-next-core.

use super::{digits, mod23_letter};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some((letter, body)) = text.split_last() else {
        return false;
    };
    let mut fields = body.split(|&byte| byte == b'/');
    let (Some(year), Some(court), Some(serial), None) =
        (fields.next(), fields.next(), fields.next(), fields.next())
    else {
        return false;
    };
    if year.len() != 2 || court.len() != 4 || !(1..=6).contains(&serial.len()) {
        return false;
    }
    match (
        digits::number(year),
        digits::number(court),
        digits::number(serial),
    ) {
        (Some(year), Some(court), Some(serial)) => mod23_letter::passes(
            (year * 10_000 + court) * 1_000_000 + serial,
            letter.to_ascii_uppercase(),
        ),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn letter_checks_year_court_and_serial() {
        judge(
            super::is_valid,
            &["13/2448/730224M", "05/1955/71400V", "13/2448/730224m"],
            &[
                ("13/2448/730224B", "check letter wrong"),
                ("13/2448/7302240M", "seven-digit serial"),
                ("13/244/730224M", "three-digit court"),
                ("2013/2448/730224M", "four-digit year"),
                ("19/45CT/01/903248F", "an arrest/summons number"),
                ("13/2448/M", "no serial"),
            ],
        );
    }
}
