//! Vehicle identification number without a check digit, as European makers use it.
//!
//! Seventeen characters without I, O and Q, a letter among them, and at least four digits in the last six, where the
//! serial stands. Authority: ISO 3779 and 3780.

use super::vin;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    vin::read(text).is_some_and(|number| {
        number.iter().any(u8::is_ascii_uppercase)
            && number[11..]
                .iter()
                .filter(|byte| byte.is_ascii_digit())
                .count()
                >= 4
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn alphabet_length_and_serial_hold() {
        judge(
            super::is_valid,
            &[
                "WVWZZZ1JZXW000001",
                "SALLAAA13XA000001",
                "wbaaa1305h2000001",
            ],
            &[
                ("WVWZZZ1JZXW00000", "sixteen characters"),
                ("WVWZZZ1JZXWO00001", "letter O"),
                ("WVWZZZ1JZXWABC001", "three digits in the serial"),
                ("12345678901234567", "digits only"),
            ],
        );
    }
}
