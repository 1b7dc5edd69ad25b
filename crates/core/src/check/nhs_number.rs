//! NHS number of England, Wales and the Isle of Man.
//!
//! Modulus 11, and a first digit that has been given out: 4, 6 and 7 are issued, 9 is kept for tests and published
//! examples (999 in documents, other blocks in the Personal Demographics Service's test systems). Scotland and Northern
//! Ireland use the digits 0 to 3. Authority: NHS Data Dictionary (NHS NUMBER); ISB 0149; ranges from uk-fci/nhs-number.

use super::compact::GROUPED;
use super::{digits, mod11};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    digits::exactly::<10>(text, GROUPED)
        .is_some_and(|values| matches!(values[0], 4 | 6 | 7 | 9) && mod11::passes(&values))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn check_digit_and_range_hold() {
        judge(
            super::is_valid,
            &["999 519 2977", "999-883-5275", "9997291476", "943 476 5919"],
            &[
                ("999 519 2972", "check digit wrong"),
                ("9997520248", "adjacent digits swapped"),
                ("9994462303", "check value 10 is never issued"),
                ("360 659 5670", "Northern Ireland's range"),
                ("99951929770", "eleven digits"),
                ("999519297A", "a letter"),
            ],
        );
    }
}
