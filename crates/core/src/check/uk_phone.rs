//! Telephone number of the United Kingdom, Guernsey, Jersey or the Isle of Man, in national or international form.
//!
//! `020 7946 0006`, `(0161) 496 0108`, `+44 7700 900612`, `0044 20…`, `+44 (0)20…`, and 44 alone before a mobile. Spaces,
//! hyphens, dots, slashes and brackets may stand anywhere; a leading letter O counts as zero. The number must lie in a
//! range of Ofcom's numbering plan and have its length. Ranges kept for drama are valid: that they are fictional is for
//! the rule to say. Authority: Ofcom's National Telephone Numbering Plan, as in libphonenumber's metadata for GB.

use super::{digits, uk_area_codes};

/// Four digits of international prefix, one in brackets, ten of number.
const LONGEST: usize = 15;

/// At most this many separators in one place, as in `) - `.
const WIDEST_GAP: usize = 4;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    Dialled::read(text).is_some_and(|dialled| is_national(dialled.national()))
}

/// The digits as dialled, and whether a plus stood before them.
struct Dialled {
    ascii: [u8; LONGEST],
    len: usize,
    plus: bool,
}

impl Dialled {
    fn read(text: &[u8]) -> Option<Self> {
        let mut dialled = Self {
            ascii: [0; LONGEST],
            len: 0,
            plus: false,
        };
        let mut gap = 0;
        for &byte in text {
            let digit = match byte {
                b'0'..=b'9' => byte,
                b'O' | b'o' if dialled.len == 0 => b'0',
                b'+' if dialled.len == 0 && !dialled.plus => {
                    dialled.plus = true;
                    continue;
                }
                b' ' | b'-' | b'.' | b'/' | b'(' | b')' if gap < WIDEST_GAP => {
                    gap += 1;
                    continue;
                }
                _ => return None,
            };
            *dialled.ascii.get_mut(dialled.len)? = digit;
            dialled.len += 1;
            gap = 0;
        }
        Some(dialled)
    }

    /// The number without international prefix and trunk zero; empty if it is not dialled as one of these countries'.
    fn national(&self) -> &[u8] {
        let ascii = &self.ascii[..self.len];
        let abroad = match (self.plus, ascii) {
            (true, [b'4', b'4', rest @ ..]) | (false, [b'0', b'0', b'4', b'4', rest @ ..]) => {
                Some(rest)
            }
            (false, [b'4', b'4', b'7', ..]) => Some(&ascii[2..]),
            _ => None,
        };
        match (abroad, ascii) {
            (Some(rest), _) => rest.strip_prefix(b"0").unwrap_or(rest),
            (None, [b'0', rest @ ..]) if !self.plus => rest,
            _ => &[],
        }
    }
}

fn is_national(number: &[u8]) -> bool {
    match number.len() {
        10 => is_full(number),
        9 => uk_area_codes::is_short(number) || number.starts_with(b"800"),
        // Childline, and the former NHS Direct.
        7 => number == b"8001111" || number.starts_with(b"845464"),
        _ => false,
    }
}

/// A number of ten digits, by its first one, two or three.
fn is_full(number: &[u8]) -> bool {
    let [first, second, third, ..] = *number else {
        return false;
    };
    if !digits::all(number) {
        return false;
    }
    match (first, second) {
        (b'1', _) => uk_area_codes::is_area(number),
        (b'2', b'0') => b"013478".contains(&third),
        (b'2', b'3') => b"0189".contains(&third),
        (b'2', b'4') => b"017".contains(&third),
        (b'2', b'8') => third != b'5',
        (b'2', b'9') => b"012".contains(&third),
        (b'3', _) => b"0347".contains(&second),
        (b'5', _) => b"56".contains(&second),
        (b'7', b'6') => is_pager(number),
        (b'7', _) => true,
        (b'8', b'0') => b"08".contains(&third),
        (b'8', b'4') => (b'2'..=b'5').contains(&third),
        (b'8', b'7') => (b'0'..=b'3').contains(&third),
        (b'9', b'0' | b'1') => true,
        (b'9', b'8') => b"2349".contains(&third),
        _ => false,
    }
}

/// 076 is divided among pagers; 07624 is mobile, on the Isle of Man.
fn is_pager(number: &[u8]) -> bool {
    const BLOCKS: [&[u8; 2]; 30] = [
        b"00", b"01", b"02", b"08", b"23", b"24", b"25", b"26", b"34", b"40", b"41", b"43", b"44",
        b"46", b"47", b"54", b"59", b"60", b"61", b"62", b"63", b"65", b"66", b"69", b"77", b"81",
        b"84", b"91", b"93", b"99",
    ];
    number
        .get(2..4)
        .is_some_and(|block| BLOCKS.iter().any(|known| *known == block))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn spellings_of_a_number_are_read() {
        judge(
            super::is_valid,
            &[
                "07700 900612",
                "+447700900612",
                "0044 7700900742",
                "447700900612",
                "+44 (0)1154960463",
                "(0161) 496-0108",
                "0161.496.0108",
                "O7700 900612",
                "+44 07700 900612",
                "07 700 900 612",
                "020 7946 0175",
                "028 9649 6320",
                "029 2018 0735",
                "01632 960429",
                "0808 157 0145",
                "0909 879 0328",
                "03069 990837",
                "01204 612345",
                "0120461234",
                "0800 1111",
            ],
            &[],
        );
    }

    #[test]
    fn other_numbers_are_refused() {
        judge(
            super::is_valid,
            &[],
            &[
                ("07700 9001", "too short"),
                ("+44 07700 90012", "too short"),
                ("07700 9006123", "too long"),
                ("08/09/2021", "a date"),
                ("2021-07700", "no number"),
                ("+1 212 555 0123", "another country"),
                ("+07700 900612", "plus before the trunk zero"),
                ("7700 900612", "no trunk zero"),
                ("441614960108", "44 alone before a landline"),
                ("0171 496 0108", "no longer an area"),
                ("04700 900612", "unallocated"),
                ("01632 96042", "nine digits in an area of ten"),
                ("07700\t900612", "a tab"),
                ("+", "no digits"),
                ("", "empty"),
            ],
        );
    }
}
