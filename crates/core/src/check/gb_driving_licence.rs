//! Driver number of a Great Britain photocard licence.
//!
//! ```text
//! MORGA 7 53 11 6 SM 9 IJ
//!   |   |  |  | |  | | two letters computed by an algorithm that is not public: any letters pass
//!   |   |  |  | |  | one character to tell namesakes apart: 2-9, or A-X but I, O and Q
//!   |   |  |  | |  initials, 9 for none
//!   |   |  |  | last digit of the year of birth
//!   |   |  |  day
//!   |   |  month, plus 50 for a woman
//!   |   decade
//!   five letters of the surname, filled with 9
//! ```
//!
//! A licence also prints a two-digit issue number after it. Authority: DVLA's Access to Driver Data interface and
//! vehicles-presentation-common; DVSA olcs-transfer.

use super::compact::{Compact, GROUPED};
use super::{date, digits};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<18>::read(text, GROUPED) else {
        return false;
    };
    let number = compact.as_bytes();
    let issue_passes = match number.len() {
        16 => true,
        18 => digits::all(&number[16..]),
        _ => false,
    };
    issue_passes
        && is_surname(&number[..5])
        && is_birth(&number[5..11])
        && is_initials(number[11], number[12])
        && matches!(number[13], b'2'..=b'9' | b'A'..=b'X')
        && !b"IOQ".contains(&number[13])
        && number[14..16].iter().all(u8::is_ascii_uppercase)
}

/// One to five letters, then nines.
fn is_surname(part: &[u8]) -> bool {
    let letters = part
        .iter()
        .take_while(|byte| byte.is_ascii_uppercase())
        .count();
    letters > 0 && part[letters..].iter().all(|&byte| byte == b'9')
}

fn is_birth(part: &[u8]) -> bool {
    let month = match date::pair(&part[1..3]) {
        month @ 51..=62 => month - 50,
        month => month,
    };
    let year = date::pair(&[part[0], part[5]]);
    year < 100 && date::is_short_date(year, month, date::pair(&part[3..5]))
}

fn is_initials(first: u8, second: u8) -> bool {
    let letter = |byte: u8| byte.is_ascii_uppercase();
    (letter(first) && letter(second)) || (second == b'9' && (letter(first) || first == b'9'))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn structure_holds() {
        judge(
            super::is_valid,
            &[
                "MORGA753116SM9IJ",
                "morga753116sm9ij 35",
                "FO999 660123 JS5DM",
                "SMITH50611799XGJ57",
                "X9999553166A9WGJ",
            ],
            &[
                ("MORGA753336SM9IJ", "day 33"),
                ("MORGA700116SM9IJ", "month 00"),
                ("MORGA763116SM9IJ", "month 63"),
                ("TESTE802304AB9CD", "30 February"),
                ("9ORGA753116SM9IJ", "surname starts with 9"),
                ("MO9GA753116SM9IJ", "filler inside the surname"),
                ("MORGA7531169S9IJ", "second initial without a first"),
                ("MORGA753116SM1IJ", "namesake character 1"),
                ("MORGA753116SMOIJ", "namesake character O"),
                ("MORGA753116SM9I7", "check letters not letters"),
                ("MORGA753116SM9I", "fifteen characters"),
                ("MORGA753116SM9IJ3", "seventeen characters"),
                ("MORGA753116SM9IJAB", "issue number of letters"),
            ],
        );
    }
}
