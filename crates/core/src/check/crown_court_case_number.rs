//! Crown Court case number: a letter (trial, sentence, appeal, bail or miscellaneous), a year, a four-digit serial.
//!
//! Authority: validators of the Ministry of Justice's Claim for Crown Court Defence.

use super::{date, digits};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let [kind, number @ ..] = text else {
        return false;
    };
    let year = digits::number(number).map(|number| number / 10_000);
    number.len() == 8
        && b"BASTU".contains(&kind.to_ascii_uppercase())
        && year.is_some_and(|year| (1990..=u64::from(date::REACH_YEAR)).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn letter_and_year_hold() {
        judge(
            super::is_valid,
            &["T20247001", "s20230099", "B19990007"],
            &[
                ("C20247001", "no such letter"),
                ("T18887001", "year 1888"),
                ("T20997001", "year 2099"),
                ("T2024701", "seven digits"),
                ("T202470011", "nine digits"),
                ("T2024 7001", "a space"),
            ],
        );
    }
}
