//! Arrest/Summons Number: year (2), force (2), unit (2), system (2), serial (up to 11 digits), check letter.
//!
//! In full twenty characters without separators; short forms drop the serial's leading zeros; prints part the fields
//! with slashes (`19/45CT/01/903248F`). The letter is that of force, system, year and eleven-digit serial put together,
//! where a force or system that is no number is left out. A twenty-first character in front names the top-level force;
//! no authority says that its letter is computed alike, but the twenty after it are a number of their own, so it passes
//! when they do. Authority: exception HO100206 and the ASN tests of bichard7-next-core; CJS data standards catalogue.

use super::compact::Compact;
use super::{date, digits, mod23_letter};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<21>::read(text, b"/ ") else {
        return false;
    };
    match compact.as_bytes() {
        [_, number @ ..] if number.len() == 20 => passes(number),
        number => passes(number),
    }
}

fn passes(number: &[u8]) -> bool {
    let Some((&letter, fields)) = number.split_last() else {
        return false;
    };
    let Some((head, serial)) = fields.split_at_checked(8) else {
        return false;
    };
    if serial.len() > 11 || date::pair(&head[..2]) == u8::MAX {
        return false;
    }
    let Some(serial) = digits::number(serial) else {
        return false;
    };
    let year = u64::from(date::pair(&head[..2]));
    let number = [&head[2..4], &head[6..8]]
        .into_iter()
        .filter_map(digits::number)
        .chain([year])
        .fold(0, |number, field| number * 100 + field);
    // Seventeen digits at most: six of fields, eleven of serial.
    mod23_letter::passes(number * 100_000_000_000 + serial, letter)
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn letter_checks_full_short_and_slashed_forms() {
        judge(
            super::is_valid,
            &[
                "2101F40000000973004V",
                "2101f40000000973004v",
                "19/45CT/01/00000903248F",
                "19/45CT/01/903248F",
                "2234RR02929876C",
                "21 01 F4 00 00000973004 V",
                "A2101F40000000973004V",
            ],
            &[
                ("2101F40000000973004X", "check letter wrong"),
                ("2101F4000000097300 4", "no letter"),
                ("2101F400V", "no serial"),
                ("X101F40000000973004V", "year not numeric"),
                ("21-01F4-00-973004V", "hyphens"),
                ("AB2101F40000000973004V", "twenty-two characters"),
            ],
        );
    }
}
