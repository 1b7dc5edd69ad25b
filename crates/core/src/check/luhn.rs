//! The Luhn formula (ISO/IEC 7812-1, annex B): cards, handsets, SIMs.

/// Do these ASCII digits pass? From the right every second digit counts double, less nine when over nine; the sum must
/// be a multiple of ten.
pub(crate) fn passes(ascii: &[u8]) -> bool {
    let mut sum = 0;
    for (place, &byte) in ascii.iter().rev().enumerate() {
        if !byte.is_ascii_digit() {
            return false;
        }
        let value = u32::from(byte - b'0') << (place & 1);
        sum += if value > 9 { value - 9 } else { value };
    }
    !ascii.is_empty() && sum % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn textbook_number_passes_and_its_neighbours_fail() {
        assert!(passes(b"79927398713"));
        for last in (b'0'..=b'9').filter(|&last| last != b'3') {
            assert!(!passes(&[b"7992739871".as_slice(), &[last]].concat()));
        }
    }

    #[test]
    fn nothing_and_letters_fail() {
        assert!(!passes(b""));
        assert!(!passes(b"7992739871A"));
    }
}
