//! Criminal Records Office number.
//!
//! Standard form `912972/69K`: the letter is that of the two-digit year followed by the six-digit serial. Small file
//! form `SF39/1234X`: the year stands first, and the serial counts as written, without leading zeros added. Authority:
//! CROIdentifier of the Ministry of Justice's hmpps-person-record; CJS data standards catalogue.

use super::{digits, mod23_letter};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some((letter, body)) = text.split_last() else {
        return false;
    };
    let letter = letter.to_ascii_uppercase();
    match body {
        [b'S' | b's', b'F' | b'f', rest @ ..] => is_small_file(rest.trim_ascii_start(), letter),
        _ => is_standard(body, letter),
    }
}

fn is_standard(body: &[u8], letter: u8) -> bool {
    parts(body, b"/").is_some_and(|(serial, year)| is_number(year, serial, 6, letter))
}

fn is_small_file(body: &[u8], letter: u8) -> bool {
    parts(body, b"/-").is_some_and(|(year, serial)| is_number(year, serial, serial.len(), letter))
}

/// What stands on each side of the one separator.
fn parts<'t>(body: &'t [u8], separators: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    let at = body.iter().position(|byte| separators.contains(byte))?;
    Some((
        body[..at].trim_ascii_end(),
        body[at + 1..].trim_ascii_start(),
    ))
}

fn is_number(year: &[u8], serial: &[u8], padded: usize, letter: u8) -> bool {
    if year.len() != 2 || !(1..=6).contains(&serial.len()) {
        return false;
    }
    match (digits::number(year), digits::number(serial)) {
        (Some(year), Some(serial)) => {
            mod23_letter::passes(year * 10_u64.pow(padded as u32) + serial, letter)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn letter_checks_both_forms() {
        judge(
            super::is_valid,
            &[
                "912972/69K",
                "7/61E",
                "921997/22n",
                "SF53/977649G",
                "sf61-99786x",
                "SF 61/99786X",
                "912972 / 69K",
            ],
            &[
                ("912972/69A", "check letter wrong"),
                ("SF53/977649A", "check letter wrong"),
                ("SF61/099786X", "a zero that was not written counts"),
                ("9129720/69K", "seven-digit serial"),
                ("912972/1969K", "four-digit year"),
                ("91297269K", "no slash"),
                ("CRO112234", "junk"),
                ("912972/69", "no letter"),
                ("/69K", "no serial"),
            ],
        );
    }
}
