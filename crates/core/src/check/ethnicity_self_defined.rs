//! Self-defined ethnicity: the codes of the 16+1 and 18+1 schemes.
//!
//! W4, W5 and W8 occur in prison and probation systems and belong to neither scheme. Authority: CJS data standards
//! catalogue.

use super::compact::Compact;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    Compact::<2>::read(text, b" ").is_some_and(|code| {
        matches!(
            code.as_bytes(),
            [b'W', b'1' | b'2' | b'3' | b'9']
                | [b'M', b'1' | b'2' | b'3' | b'9']
                | [b'A', b'1' | b'2' | b'3' | b'4' | b'9']
                | [b'B', b'1' | b'2' | b'9']
                | [b'O', b'1' | b'2' | b'9']
                | b"NS"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn codes_of_the_schemes_only() {
        judge(
            super::is_valid,
            &["W1", "w3", "M 1", "A4", "B9", "O2", "NS"],
            &[
                ("W5", "used in prisons only"),
                ("M4", "no such code"),
                ("C1", "no such group"),
                ("W", "no digit"),
                ("W11", "two digits"),
            ],
        );
    }
}
