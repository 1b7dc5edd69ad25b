//! HMRC's modulus 23 (hmrc/domain: ModulusCheckerSpec): Accounts Office references and SDLT returns.

const LETTERS: &[u8; 23] = b"ABCDEFGHXJKLMNYPQRSTZVW";

/// What a character counts: a digit itself, a letter 33 and its place in the table.
pub(crate) fn value(byte: u8) -> Option<u32> {
    if byte.is_ascii_digit() {
        return Some(u32::from(byte - b'0'));
    }
    LETTERS
        .iter()
        .position(|&letter| letter == byte)
        .map(|place| 33 + place as u32)
}

/// The check letter of a weighted sum.
pub(crate) fn letter(sum: u32) -> u8 {
    LETTERS[(sum % 23) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_start_at_thirty_three() {
        assert_eq!(value(b'7'), Some(7));
        assert_eq!(value(b'A'), Some(33));
        assert_eq!(value(b'P'), Some(48));
        assert_eq!(value(b'O'), None);
    }
}
