//! Freight container: owner (3 letters), category (U, J or Z), serial (6), check digit.
//!
//! Letters count from ten, passing over multiples of eleven; each place counts double the one before; modulo 11, ten
//! being written 0. Authority: ISO 6346.

use super::compact::{Compact, GROUPED};
use super::digits;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<11>::read(text, GROUPED) else {
        return false;
    };
    let Some((&check, number)) = compact.as_bytes().split_last() else {
        return false;
    };
    number.len() == 10
        && number[..3].iter().all(u8::is_ascii_uppercase)
        && b"UJZ".contains(&number[3])
        && digits::all(&number[4..])
        && check == b'0' + check_digit(number)
}

fn check_digit(number: &[u8]) -> u8 {
    let sum: u32 = number
        .iter()
        .enumerate()
        .map(|(place, &byte)| value(byte) << place)
        .sum();
    (sum % 11 % 10) as u8
}

fn value(byte: u8) -> u32 {
    if byte.is_ascii_digit() {
        return u32::from(byte - b'0');
    }
    // A is 10, B is 12, L is 23, V is 34: one is passed over at 11, 22 and 33.
    let letter = u32::from(byte - b'A');
    10 + letter + letter.div_ceil(10)
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn letters_pass_over_multiples_of_eleven() {
        for (letter, value) in [
            (b'A', 10),
            (b'B', 12),
            (b'K', 21),
            (b'L', 23),
            (b'U', 32),
            (b'V', 34),
            (b'Z', 38),
        ] {
            assert_eq!(super::value(letter), value);
        }
    }

    #[test]
    fn check_digit_and_category_hold() {
        judge(
            super::is_valid,
            &["CSQU3054383", "csqu3054383", "TGHU 759933-0", "OOLU8643084"],
            &[
                ("CSQU3054384", "check digit wrong"),
                ("TBJA7176445", "category A"),
                ("CSQU305438", "ten characters"),
                ("CS1U3054383", "digit in the owner"),
            ],
        );
    }
}
