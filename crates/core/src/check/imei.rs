//! International mobile equipment identity: fifteen digits, the last by Luhn.
//!
//! The sixteen digits of an IMEISV and the fourteen without check digit have nothing to check and do not pass.
//! Authority: 3GPP TS 23.003 section 6.2.

use super::compact::Compact;
use super::luhn;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    Compact::<15>::read(text, b" -/").is_some_and(|compact| {
        let number = compact.as_bytes();
        number.len() == 15 && luhn::passes(number) && number.iter().any(|&digit| digit != b'0')
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
                "013772968653617",
                "99-435421-551236-8",
                "997116 16 518468 9",
                "35/209900/176148/1",
            ],
            &[
                ("013772968653618", "Luhn fails"),
                ("000000000000000", "all zero"),
                ("01377296865361", "fourteen digits"),
                ("0137729686536170", "sixteen digits"),
                ("01377296865361A", "a letter"),
            ],
        );
    }
}
