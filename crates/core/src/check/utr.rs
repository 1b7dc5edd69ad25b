//! Unique Taxpayer Reference: the first of its ten digits checks the other nine.
//!
//! A K may stand on either side (Self Assessment). HMRC's pattern also admits thirteen digits, of which the last ten
//! are the reference. Authority: hmrc/domain SaUtr, CtUtr and ReferenceChecker.

use super::compact::{Compact, GROUPED};
use super::digits;

const CHECK_DIGITS: &[u8; 11] = b"21987654321";

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<15>::read(text, GROUPED) else {
        return false;
    };
    let number = compact.as_bytes();
    let number = number.strip_prefix(b"K").unwrap_or(number);
    let number = number.strip_suffix(b"K").unwrap_or(number);
    match number.len() {
        10 => is_reference(number),
        13 => digits::all(number) && is_reference(&number[3..]),
        _ => false,
    }
}

fn is_reference(ascii: &[u8]) -> bool {
    let Some(values) = digits::exactly::<10>(ascii, b"") else {
        return false;
    };
    let sum = digits::weighted_sum(&values[1..], &[6, 7, 8, 9, 10, 5, 4, 3, 2]);
    CHECK_DIGITS[(sum % 11) as usize] == ascii[0]
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn first_digit_checks_the_rest() {
        judge(
            super::is_valid,
            &[
                "1911089704",
                "30064 40378",
                "2754714753K",
                "k2941720376",
                "0011911089704",
            ],
            &[
                ("7911089704", "check digit wrong"),
                ("191108970", "nine digits"),
                ("19110897041", "eleven digits"),
                ("A911089704", "a letter"),
            ],
        );
    }
}
