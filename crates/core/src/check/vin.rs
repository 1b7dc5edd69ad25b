//! Vehicle identification number with the North American and Chinese check digit at position nine.
//!
//! European makers use that place freely: a number that fails here may still be one (`vin-shape`). Authority:
//! ISO 3779; 49 CFR part 565.

use super::compact::Compact;

/// Seventeen characters of a number without I, O and Q, spaces left out.
pub(crate) fn read(text: &[u8]) -> Option<[u8; 17]> {
    let compact = Compact::<17>::read(text, b" ")?;
    let number: [u8; 17] = compact.as_bytes().try_into().ok()?;
    number
        .iter()
        .all(|byte| !b"IOQ".contains(byte))
        .then_some(number)
}

pub(crate) fn is_valid(text: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let Some(number) = read(text) else {
        return false;
    };
    let sum: u32 = number
        .iter()
        .zip(WEIGHTS)
        .map(|(&byte, weight)| value(byte) * weight)
        .sum();
    b"0123456789X"[(sum % 11) as usize] == number[8]
}

/// Letters count one to nine along the alphabet's rows: A to H, J to R, S to Z.
fn value(byte: u8) -> u32 {
    u32::from(match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'H' => byte - b'A' + 1,
        b'J'..=b'R' => byte - b'J' + 1,
        _ => byte - b'S' + 2,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn position_nine_checks_the_rest() {
        judge(
            super::is_valid,
            &[
                "11111111111111111",
                "5GZCZ43D13S812715",
                "cu5a0rh4x0naz3z7d",
                "5GZ CZ43D1 3S812715",
            ],
            &[
                ("5GZCZ43D03S812715", "check digit wrong"),
                ("5GZCZ43D13S81271", "sixteen characters"),
                ("5GZCZ43D13S8127155", "eighteen characters"),
                ("5GZCZ43D13SO12715", "letter O"),
            ],
        );
    }
}
