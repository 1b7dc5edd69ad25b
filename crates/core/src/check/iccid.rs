//! Serial number of a SIM: 89, country, issuer, account, the last digit by Luhn; nineteen or twenty digits.
//!
//! Dumps of the card fill the odd half byte with F. Authority: ITU-T E.118.

use super::compact::{Compact, GROUPED};
use super::luhn;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    Compact::<20>::read(text, GROUPED).is_some_and(|compact| {
        let number = compact.as_bytes();
        let number = number.strip_suffix(b"F").unwrap_or(number);
        matches!(number.len(), 19 | 20) && number.starts_with(b"89") && luhn::passes(number)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn luhn_and_length_hold() {
        judge(
            super::is_valid,
            &[
                "8944963920384302092",
                "8944 9639 2038 4302 092",
                "8944963920384302092F",
            ],
            &[
                ("8944963920384302093", "Luhn fails"),
                ("4944963920384302092", "no SIM"),
                ("894496392038430209", "eighteen digits"),
                ("894496392038430209200", "twenty-one digits"),
            ],
        );
    }
}
