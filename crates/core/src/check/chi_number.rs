//! Community Health Index number of Scotland: date of birth (DDMMYY), two digits, a digit for sex, a check digit.
//!
//! Authority: NHS Data Dictionary (CHI NUMBER); Public Health Scotland's phsmethods.

use super::compact::GROUPED;
use super::{date, digits, mod11};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(values) = digits::exactly::<10>(text, GROUPED) else {
        return false;
    };
    let pair = |at: usize| values[at] * 10 + values[at + 1];
    date::is_short_date(pair(4), pair(2), pair(0)) && mod11::passes(&values)
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn date_and_check_digit_hold() {
        judge(
            super::is_valid,
            &["2705771484", "190379 4838", "080831-3754"],
            &[
                ("2705771485", "check digit wrong"),
                ("3201851361", "day 32"),
                ("3102853080", "31 February"),
                ("2902199317", "29 February of a common year"),
                ("1500851280", "month 00"),
                ("270577148", "nine digits"),
            ],
        );
    }
}
