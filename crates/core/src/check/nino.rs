//! National Insurance number.
//!
//! No check digit: neither prefix letter is D, F, I, Q, U or V, the second is not O, seven prefixes were never used,
//! and the suffix is A to D. Authority: HMRC manual NIM39110; hmrc/domain Nino.

use super::compact::{Compact, GROUPED};
use super::digits;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<9>::read(text, GROUPED) else {
        return false;
    };
    let [first, second, serial @ .., suffix] = compact.as_bytes() else {
        return false;
    };
    serial.len() == 6
        && digits::all(serial)
        && matches!(suffix, b'A'..=b'D')
        && is_prefix(*first, *second)
}

fn is_prefix(first: u8, second: u8) -> bool {
    let barred = |letter: u8| !letter.is_ascii_uppercase() || b"DFIQUV".contains(&letter);
    !barred(first)
        && !barred(second)
        && second != b'O'
        && !matches!(
            &[first, second],
            b"BG" | b"GB" | b"KN" | b"NK" | b"NT" | b"TN" | b"ZZ"
        )
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn prefix_and_suffix_rules_hold() {
        judge(
            super::is_valid,
            &["ZP102630B", "zp102630b", "MB15-00-61-B", "LC 37 31 83 B"],
            &[
                ("QQ 12 34 56 A", "prefix letter Q"),
                ("AO654321B", "second letter O"),
                ("GB654321B", "prefix never used"),
                ("JR654321M", "suffix not A to D"),
                ("JR654321", "no suffix"),
                ("JR6543211A", "seven digits"),
                ("JR65432A", "five digits"),
                ("J6654321A", "one prefix letter"),
                ("JR65A321B", "letter among the digits"),
                ("", "empty"),
            ],
        );
    }
}
