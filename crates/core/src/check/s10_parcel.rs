//! Parcel number of the Universal Postal Union: service (2 letters), serial (8), check digit, country (2 letters).
//!
//! Authority: UPU standard S10; ISO 3166-1.

use super::compact::{Compact, GROUPED};
use super::{countries, digits};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<13>::read(text, GROUPED) else {
        return false;
    };
    let number = compact.as_bytes();
    number.len() == 13
        && number[..2].iter().all(u8::is_ascii_uppercase)
        && countries::is_country(&number[11..])
        && digits::exactly::<9>(&number[2..11], b"").is_some_and(|values| has_check_digit(&values))
}

fn has_check_digit(values: &[u8; 9]) -> bool {
    let check = match 11 - digits::weighted_sum(&values[..8], &[8, 6, 4, 2, 3, 5, 9, 7]) % 11 {
        10 => 0,
        11 => 5,
        digit => digit,
    };
    check == u32::from(values[8])
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn check_digit_and_country_hold() {
        judge(
            super::is_valid,
            &["RB123456785GB", "rb 1234 5678 5 gb"],
            &[
                ("RB123456786GB", "check digit wrong"),
                ("RB123456785ZZ", "no such country"),
                ("R1123456785GB", "service of one letter"),
                ("RB12345678GB", "no check digit"),
            ],
        );
    }
}
