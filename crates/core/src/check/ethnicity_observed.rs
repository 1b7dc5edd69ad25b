//! Ethnicity as an officer saw it: IC1 to IC6, IC0 and IC9 for not known, with or without the sex.
//!
//! IC7 and IC8 are not used. Authority: CJS data standards catalogue, PNC ethnic appearance.

const PERSONS: [&str; 10] = [
    "boy", "female", "females", "girl", "male", "males", "man", "woman", "youth", "youths",
];

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let code = match text {
        [b'I' | b'i', b'/', b'C' | b'c', rest @ ..] | [b'I' | b'i', b'C' | b'c', rest @ ..] => rest,
        _ => return false,
    };
    match code
        .strip_prefix(b" ")
        .or(code.strip_prefix(b"-"))
        .unwrap_or(code)
    {
        [b'0'..=b'6' | b'9'] => true,
        [b'0'..=b'6' | b'9', b' ', person @ ..] => PERSONS
            .iter()
            .any(|word| person.trim_ascii().eq_ignore_ascii_case(word.as_bytes())),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn codes_in_use_pass() {
        judge(
            super::is_valid,
            &["IC1", "ic 3", "I/C 4", "IC6 male", "IC9", "IC0"],
            &[
                ("IC7", "not used"),
                ("IC10", "two digits"),
                ("IC50", "pharmacology"),
                ("IC", "no digit"),
                ("IC3 chip", "a circuit"),
            ],
        );
    }
}
