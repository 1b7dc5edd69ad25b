//! Keyed tokens of values.

use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Bytes of the hash that a token shows, two hexadecimal digits each.
const SHOWN: usize = 8;

/// Appends the hexadecimal digits of the value's token; `hmac` is keyed and empty.
pub(super) fn write(mut hmac: Hmac<Sha256>, rule: &str, value: &[u8], out: &mut Vec<u8>) {
    hmac.update(rule.as_bytes());
    hmac.update(&[0]);
    hmac.update(&normalised(value));
    let hash = hmac.finalize().into_bytes();
    for byte in &hash[..SHOWN] {
        out.push(digit(byte >> 4));
        out.push(digit(byte & 15));
    }
}

/// The value as one spelling of it: letters in upper case, and in numbers no spaces or dashes between letters and
/// digits.
///
/// In addresses a dash tells two names apart, and before a digit it can be a sign: those stay.
fn normalised(value: &[u8]) -> Vec<u8> {
    let is_address = value.iter().any(|byte| matches!(byte, b'@' | b'.' | b':'));
    let is_number = !is_address && value.iter().any(u8::is_ascii_digit);
    let text = match core::str::from_utf8(value) {
        Ok(text) if is_number => text,
        _ => return value.to_ascii_uppercase(),
    };
    let mut one = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        rest = &rest[char.len_utf8()..];
        let between = one.ends_with(char::is_alphanumeric)
            && rest
                .trim_start_matches(is_separator)
                .starts_with(char::is_alphanumeric);
        if is_separator(char) && between {
            rest = rest.trim_start_matches(is_separator);
        } else {
            one.push(char.to_ascii_uppercase());
        }
    }
    one.into_bytes()
}

fn is_separator(char: char) -> bool {
    char.is_whitespace()
        || matches!(char, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn digit(nibble: u8) -> u8 {
    b"0123456789abcdef"[usize::from(nibble & 15)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_of_a_number_does_not_count() {
        for value in [
            "jg103759a",
            "JG 10 37 59 A",
            "JG-10-37-59-A",
            "JG\u{A0}10\u{2009}37 - 59A",
        ] {
            assert_eq!(normalised(value.as_bytes()), b"JG103759A", "{value:?}");
        }
    }

    #[test]
    fn dashes_that_tell_values_apart_stay() {
        for (value, one) in [
            ("a-b@example.org", "A-B@EXAMPLE.ORG"),
            ("51.5, -0.1", "51.5, -0.1"),
            ("-5 - ", "-5 - "),
            ("Mary-Ann", "MARY-ANN"),
        ] {
            assert_eq!(normalised(value.as_bytes()), one.as_bytes());
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_kept() {
        assert_eq!(normalised(b"a1 \xFF 2"), b"A1 \xFF 2");
    }
}
