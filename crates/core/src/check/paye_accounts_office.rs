//! Accounts Office reference of a PAYE employer: three digits, P, a check letter, seven digits, a digit or letter.
//!
//! Authority: hmrc/domain ModulusCheckerSpec.

use super::compact::{Compact, GROUPED};
use super::{digits, hmrc_mod23};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<13>::read(text, GROUPED) else {
        return false;
    };
    let reference = compact.as_bytes();
    reference.len() == 13
        && digits::all(&reference[..3])
        && reference[3] == b'P'
        && digits::all(&reference[5..12])
        && check_letter(reference) == Some(reference[4])
}

/// The letter that the twelve other characters ask for, weighted 9 to 12, then 8 down to 1.
fn check_letter(reference: &[u8]) -> Option<u8> {
    let mut sum = 0;
    let others = reference[..4].iter().chain(&reference[5..]);
    for (&byte, weight) in others.zip([9, 10, 11, 12, 8, 7, 6, 5, 4, 3, 2, 1]) {
        sum += hmrc_mod23::value(byte)? * weight;
    }
    Some(hmrc_mod23::letter(sum))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn check_letter_holds() {
        judge(
            super::is_valid,
            &["573PG68193036", "086pc56907029", "292PH61265206"],
            &[
                ("573PJ68193036", "check letter wrong"),
                ("573QG68193036", "no P"),
                ("573PG6819303", "twelve characters"),
                (
                    "573/AB456",
                    "an employer's PAYE reference, which has no check",
                ),
            ],
        );
    }
}
