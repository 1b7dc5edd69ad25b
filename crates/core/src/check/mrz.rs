//! Machine-readable zone of passports, identity cards, residence permits and visas.
//!
//! ```text
//! TD3    2 x 44, P…        passports          MRV-A  2 x 44, V…  visas, no composite digit
//! TD2    2 x 36, A C I…    cards              MRV-B  2 x 36, V…  visas, no composite digit
//! TD1    3 x 30, A C I…    cards, UK residence permits
//! ```
//!
//! Every check digit of the format must pass: weights 7, 3, 1 over digits, letters (A is 10) and fillers (0), modulo
//! ten. The dates are not read as dates: the standard lets unknown parts be filled. The line of names holds no check
//! digit, so where line breaks show its bounds it may have lost or gained a few fillers. Authority: ICAO Doc 9303 parts
//! 3 to 7.

/// The longest zone, and room for the fillers that a names line may have gained.
const LONGEST: usize = 96;

/// How many characters a names line may be off.
const SLACK: usize = 4;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    Zone::read(text).is_some_and(|zone| zone.is_consistent())
}

/// The characters of a zone without breaks and spaces, in upper case, and where its lines end.
struct Zone {
    bytes: [u8; LONGEST],
    len: usize,
    ends: [usize; 3],
    lines: usize,
}

impl Zone {
    fn read(text: &[u8]) -> Option<Self> {
        let mut zone = Self {
            bytes: [0; LONGEST],
            len: 0,
            ends: [0; 3],
            lines: 0,
        };
        for &byte in text {
            match byte {
                b'\n' | b'\r' => zone.end_line()?,
                b' ' | b'\t' => {}
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'<' => {
                    *zone.bytes.get_mut(zone.len)? = byte.to_ascii_uppercase();
                    zone.len += 1;
                }
                _ => return None,
            }
        }
        zone.end_line()?;
        Some(zone)
    }

    /// Ends the line at what was read; a second break in a row ends nothing.
    fn end_line(&mut self) -> Option<()> {
        let start = self.lines.checked_sub(1).map_or(0, |last| self.ends[last]);
        if self.len > start {
            *self.ends.get_mut(self.lines)? = self.len;
            self.lines += 1;
        }
        Some(())
    }

    fn line(&self, at: usize) -> &[u8] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[start..self.ends[at]]
    }

    fn is_consistent(&self) -> bool {
        let all = &self.bytes[..self.len];
        match self.lines {
            1 => match all.len() {
                88 => two_lines(&all[..44], &all[44..]),
                72 => two_lines(&all[..36], &all[36..]),
                90 => td1(&all[..30], &all[30..60]),
                _ => false,
            },
            2 => two_lines(self.line(0), self.line(1)),
            3 => self.line(2).len().abs_diff(30) <= SLACK && td1(self.line(0), self.line(1)),
            _ => false,
        }
    }
}

fn two_lines(names: &[u8], data: &[u8]) -> bool {
    if names.len().abs_diff(data.len()) > SLACK || !names.contains(&b'<') {
        return false;
    }
    match (names[0], data.len()) {
        (b'P', 44) => td3(data),
        (b'A' | b'C' | b'I', 36) => td2(data),
        (b'V', 44 | 36) => digit(&[&data[..9]], data[9]) && dates(&data[13..28]),
        _ => false,
    }
}

fn td3(data: &[u8]) -> bool {
    let optional = &data[28..42];
    let unused = data[42] == b'<' && optional.iter().all(|&byte| byte == b'<');
    digit(&[&data[..9]], data[9])
        && dates(&data[13..28])
        && (unused || digit(&[optional], data[42]))
        && digit(&[&data[..10], &data[13..20], &data[21..43]], data[43])
}

fn td2(data: &[u8]) -> bool {
    document_number(&data[..10], &data[28..35])
        && dates(&data[13..28])
        && digit(&[&data[..10], &data[13..20], &data[21..35]], data[35])
}

fn td1(first: &[u8], second: &[u8]) -> bool {
    first.len() == 30
        && second.len() == 30
        && matches!(first[0], b'A' | b'C' | b'I')
        && document_number(&first[5..15], &first[15..30])
        && dates(&second[..15])
        && digit(
            &[&first[5..30], &second[..7], &second[8..15], &second[18..29]],
            second[29],
        )
}

/// Birth (six and a digit), sex, expiry (six and a digit).
fn dates(part: &[u8]) -> bool {
    digit(&[&part[..6]], part[6]) && digit(&[&part[8..14]], part[14])
}

/// Nine characters and a digit. A filler in the digit's place says that the number goes on in the optional field, up to
/// the next filler, its check digit last.
fn document_number(number: &[u8], optional: &[u8]) -> bool {
    if number[9] != b'<' {
        return digit(&[&number[..9]], number[9]);
    }
    let end = optional
        .iter()
        .position(|&byte| byte == b'<')
        .unwrap_or(optional.len());
    match &optional[..end] {
        [rest @ .., check] => digit(&[&number[..9], rest], *check),
        [] => false,
    }
}

/// Is `check` the check digit of these fields read as one?
fn digit(fields: &[&[u8]], check: u8) -> bool {
    let bytes = fields.iter().flat_map(|field| field.iter());
    let sum: u32 = bytes
        .zip([7, 3, 1].into_iter().cycle())
        .map(|(&byte, weight)| value(byte) * weight)
        .sum();
    check.is_ascii_digit() && sum % 10 == u32::from(check - b'0')
}

fn value(byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A'..=b'Z' => u32::from(byte - b'A') + 10,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    const TD3: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

    #[test]
    fn specimens_of_all_five_formats_pass() {
        judge(
            super::is_valid,
            &[
                TD3,
                "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6",
                "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
                "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<",
                "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<",
            ],
            &[],
        );
    }

    #[test]
    fn document_number_may_run_into_the_optional_field() {
        judge(
            super::is_valid,
            &[
                "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<",
            ],
            &[(
                "I<UTOD23145890<7348<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<",
                "check digit of the long number wrong",
            )],
        );
    }

    #[test]
    fn breaks_spaces_and_case_do_not_matter() {
        judge(
            super::is_valid,
            &[
                &TD3.replace('\n', "\r\n"),
                &TD3.replace('\n', " "),
                &TD3.replace('\n', ""),
                &TD3.replace('\n', "\n\n"),
                &TD3.to_lowercase(),
                &TD3.replace("<<\n", "\n"),
            ],
            &[
                (&TD3.replace("<<<<<<<\n", "\n"), "seven fillers lost"),
                ("P<UTO", "too short"),
            ],
        );
    }

    #[test]
    fn each_check_digit_of_a_passport_counts() {
        for at in [9, 19, 27, 42, 43] {
            let mut zone = TD3.as_bytes().to_vec();
            let digit = &mut zone[45 + at];
            *digit = if *digit == b'5' { b'6' } else { b'5' };
            assert!(!super::is_valid(&zone), "digit at {at}");
        }
    }
}
