//! Unique Pupil Number of England: check letter, local authority (3), school (4), year (2), serial (3, the last a letter
//! for a temporary number).
//!
//! The authority must lie in a block that has been used (England 201-420 and 800-943, Wales 660-681, service children
//! 702): the blocks grow inside their bounds when councils are reorganised, so no list of councils is kept. Authority:
//! Department for Education's guide as implemented by python-stdnum (gb.upn).

use super::compact::{Compact, GROUPED};
use super::digits;

const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<13>::read(text, GROUPED) else {
        return false;
    };
    let number = compact.as_bytes();
    number.len() == 13
        && is_authority(&number[1..4])
        && check_letter(&number[1..]) == Some(number[0])
}

fn is_authority(code: &[u8]) -> bool {
    matches!(
        digits::number(code),
        Some(201..=213 | 301..=420 | 660..=681 | 702 | 800..=943)
    )
}

/// The letter that the twelve following characters ask for, weighted 2 to 13. Only the last may be a letter.
fn check_letter(rest: &[u8]) -> Option<u8> {
    let (last, digits) = rest.split_last()?;
    let mut sum = 13 * value(*last)?;
    for (&byte, weight) in digits.iter().zip(2..) {
        sum += weight * u32::from(byte.is_ascii_digit().then(|| byte - b'0')?);
    }
    Some(LETTERS[(sum % 23) as usize])
}

/// A letter counts its place in the table; digits stand behind the letters and count 23 more than themselves, which is
/// the same modulo 23.
fn value(byte: u8) -> Option<u32> {
    if byte.is_ascii_digit() {
        return Some(u32::from(byte - b'0'));
    }
    LETTERS
        .iter()
        .position(|&letter| letter == byte)
        .map(|place| place as u32)
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn check_letter_and_authority_hold() {
        judge(
            super::is_valid,
            &["B801200005001", "N303508776084", "t919093949727"],
            &[
                ("A801200005001", "check letter wrong"),
                ("X80120000A001", "letter in the middle"),
                ("E000200005001", "no local authority 000"),
                ("B80120000500", "twelve characters"),
            ],
        );
    }
}
