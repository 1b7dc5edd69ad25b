//! Numbers of the National Insurance shape under administrative prefixes, which are no NINOs.
//!
//! TN followed by M or F is the old temporary number, whose digits are a date of birth (DDMMYY) and whose last letter
//! is the sex. Authority: HMRC manual NIM39110; the TN layout is common knowledge and not confirmed there.

use super::compact::{Compact, GROUPED};
use super::{date, digits};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<9>::read(text, GROUPED) else {
        return false;
    };
    let Some((prefix, rest)) = compact.as_bytes().split_at_checked(2) else {
        return false;
    };
    let Some((serial, suffix)) = rest.split_at_checked(6) else {
        return false;
    };
    if !digits::all(serial) {
        return false;
    }
    match (prefix, suffix) {
        (b"TN", [b'F' | b'M']) => date::is_ddmmyy(serial),
        (
            b"OO" | b"CR" | b"FY" | b"MW" | b"NC" | b"PP" | b"PY" | b"PZ" | b"TN",
            [] | [b'A'..=b'D' | b'F' | b'M' | b'P'],
        ) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn administrative_prefixes_only() {
        judge(
            super::is_valid,
            &[
                "OO654321A",
                "PP999999P",
                "nc 65 43 21 a",
                "TN120385F",
                "TN654321A",
                "FY654321",
            ],
            &[
                ("TN654321F", "sex letter after what is no date"),
                ("AB654321A", "an ordinary prefix"),
                ("OO65432A", "five digits"),
                ("OO654321E", "suffix never used"),
            ],
        );
    }
}
