//! Health and Care number of Northern Ireland: 320 000 0000 to 399 999 9999, with the NHS check digit.
//!
//! Authority: NHS Data Dictionary for the check; the range is known from uk-fci/nhs-number only.

use super::compact::GROUPED;
use super::{digits, mod11};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    digits::exactly::<10>(text, GROUPED)
        .is_some_and(|values| values[0] == 3 && values[1] >= 2 && mod11::passes(&values))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn range_and_check_digit_hold() {
        judge(
            super::is_valid,
            &["360 659 5670", "3924647887"],
            &[
                ("3606595673", "check digit wrong"),
                ("999 519 2977", "an NHS number"),
                ("36065956", "eight digits"),
            ],
        );
    }
}
