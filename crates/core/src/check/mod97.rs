//! ISO/IEC 7064 MOD 97-10 over letters and digits (A is 10, Z is 35).

/// The remainder by 97 of the digits that `text` stands for, carried on from `before`. The bytes must be ASCII digits
/// and upper-case letters.
pub(crate) fn remainder(before: u32, text: &[u8]) -> u32 {
    text.iter().fold(before, |rest, &byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte.wrapping_sub(b'A')) + 10) % 97,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_count_as_two_digits() {
        assert_eq!(remainder(0, b"A1"), 101 % 97);
        assert_eq!(remainder(0, b"Z"), 35);
    }

    #[test]
    fn pieces_give_what_the_whole_gives() {
        assert_eq!(
            remainder(remainder(0, b"WEST1234"), b"5698"),
            remainder(0, b"WEST12345698")
        );
    }
}
