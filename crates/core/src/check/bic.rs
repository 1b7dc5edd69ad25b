//! Business identifier code of a bank: four letters, a country, two letters or digits, three more for a branch.
//!
//! Always in capitals. There is no checksum: a word such as OFFICIAL passes, since CI is a country. Authority: ISO 9362,
//! ISO 3166-1.

use super::countries;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    matches!(text.len(), 8 | 11)
        && text[..4].iter().all(u8::is_ascii_uppercase)
        && countries::is_country(&text[4..6])
        && text[6..]
            .iter()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn country_and_length_hold() {
        judge(
            super::is_valid,
            &["NWBKGB2L", "BARCGB22XXX", "DEUTDEFF"],
            &[
                ("NWBKGB2", "seven characters"),
                ("NWBKGB2LXX", "ten characters"),
                ("NWB1GB2L", "digit in the bank code"),
                ("SERGEANT", "EA is no country"),
                ("nwbkgb2l", "small letters"),
            ],
        );
    }
}
