//! Unique transaction reference of a Stamp Duty Land Tax return: nine digits, M, a check letter.
//!
//! Authority: hmrc/domain ModulusCheckerSpec.

use super::compact::{Compact, GROUPED};
use super::{digits, hmrc_mod23};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<11>::read(text, GROUPED) else {
        return false;
    };
    let [number @ .., b'M', letter] = compact.as_bytes() else {
        return false;
    };
    digits::exactly::<9>(number, b"").is_some_and(|values| {
        let sum = digits::weighted_sum(&values, &[6, 7, 8, 9, 10, 5, 4, 3, 2]);
        hmrc_mod23::letter(sum) == *letter
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn check_letter_holds() {
        judge(
            super::is_valid,
            &["945807302MP", "364056224mk"],
            &[
                ("945807302MD", "check letter wrong"),
                ("945807302NP", "no M"),
                ("94580730MP", "eight digits"),
            ],
        );
    }
}
