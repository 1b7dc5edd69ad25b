//! Dates, in numbers or with the month's name.

use super::order::Numbers;

/// The value of a decimal digit of any script that exports use.
pub(crate) fn digit(char: char) -> Option<u16> {
    const ZEROS: [u32; 6] = [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xFF10];
    let code = u32::from(char);
    ZEROS
        .iter()
        .find(|&&zero| (zero..zero + 10).contains(&code))
        .and_then(|zero| u16::try_from(code - zero).ok())
}

/// A number of at most this many digits at the start of the text, its number of digits, and the rest.
pub(super) fn number(text: &str, most: usize) -> Option<(u16, usize, &str)> {
    let mut value = 0u16;
    let mut digits = 0;
    let mut rest = text;
    while let Some(char) = rest.chars().next()
        && let Some(digit) = digit(char)
    {
        if digits == most {
            return None;
        }
        value = value.checked_mul(10)?.checked_add(digit)?;
        digits += 1;
        rest = &rest[char.len_utf8()..];
    }
    (digits > 0).then_some((value, digits, rest))
}

/// A date in numbers with one kind of separator at the start of the text, and the rest. Marks of writing direction may
/// stand anywhere in it.
pub(crate) fn date(text: &str) -> Option<(Numbers, char, &str)> {
    let (a, a_digits, rest) = number(trim_marks(text), 4)?;
    let (separator, rest) = date_separator(rest)?;
    let (b, _, rest) = number(rest, 2)?;
    let (_, rest) = date_separator(rest).filter(|(second, _)| *second == separator)?;
    let (era, rest) = japanese_era(rest);
    let (c, c_digits, rest) = number(rest, 4)?;
    let year_at = match (a_digits, c_digits, era) {
        (1 | 2, 1 | 2, Some(_)) => Some(2),
        (4, 1 | 2, None) => Some(0),
        (1 | 2, 4, None) => Some(2),
        (1 | 2, 1 | 2, None) if a_digits == 2 || c_digits == 2 => None,
        _ => return None,
    };
    let numbers = Numbers {
        fields: [a, b, c + era.unwrap_or(0)],
        year_at,
    };
    Some((numbers, separator, rest))
}

/// A date of eight digits, the year first, at the start of the text, and the rest.
pub(super) fn compact_date(text: &str) -> Option<(Numbers, &str)> {
    let (digits, rest) = text.split_at_checked(8)?;
    let is_date = digits.bytes().all(|byte| byte.is_ascii_digit())
        && !rest.starts_with(|char: char| char.is_ascii_digit());
    let part = |range: core::ops::Range<usize>| digits.get(range)?.parse::<u16>().ok();
    let fields = [part(0..4)?, part(4..6)?, part(6..8)?];
    let [year, month, day] = fields;
    let is_likely =
        (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    (is_date && is_likely).then_some((
        Numbers {
            fields,
            year_at: Some(0),
        },
        rest,
    ))
}

fn date_separator(text: &str) -> Option<(char, &str)> {
    let text = trim_marks(text);
    let separator = text.chars().next()?;
    let rest = text.strip_prefix(['/', '-', '.'])?;
    Some((separator, trim_marks(rest).trim_start_matches(' ')))
}

/// What the letter of a Japanese era adds to its year: R4 is 2022.
fn japanese_era(text: &str) -> (Option<u16>, &str) {
    let era = match text.as_bytes().first() {
        Some(b'R') => 2018,
        Some(b'H') => 1988,
        _ => return (None, text),
    };
    (Some(era), &text[1..])
}

/// Whether this is a mark of writing direction or a byte order mark.
pub(crate) fn is_mark(char: char) -> bool {
    matches!(char, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

pub(crate) fn trim_marks(text: &str) -> &str {
    text.trim_start_matches(is_mark)
}

/// Whether this is a space of any width.
pub(crate) fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\u{A0}' | '\u{2009}' | '\u{202F}')
}

/// A date with the month's name at the start of the text, and the rest: `14 Nov 2021`, `14-Nov-21`, `Nov 14, 2021`.
pub(super) fn named_date(text: &str) -> Option<(Numbers, &str)> {
    let divided = |text| str::trim_start_matches(text, [' ', '-', '/', ',', '.']);
    let (day, month, rest) = match number(text, 2) {
        Some((day, _, rest)) => {
            let rest = ["st", "nd", "rd", "th"]
                .iter()
                .find_map(|ending| rest.strip_prefix(ending))
                .unwrap_or(rest);
            let (month, rest) = month(divided(rest))?;
            (day, month, rest)
        }
        None => {
            let (month, rest) = month(text)?;
            let (day, _, rest) = number(divided(rest), 2)?;
            (day, month, rest)
        }
    };
    let (year, digits, rest) = number(divided(rest), 4)?;
    let year = match digits {
        2 => year + 2000,
        4 => year,
        _ => return None,
    };
    let numbers = Numbers {
        fields: [year, month, day],
        year_at: Some(0),
    };
    Some((numbers, rest))
}

/// The month whose English name, or its first three letters, starts the text, and the rest.
fn month(text: &str) -> Option<(u16, &str)> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let rest = text.trim_start_matches(|char: char| char.is_ascii_alphabetic());
    let word = text[..text.len() - rest.len()].to_ascii_lowercase();
    if word.len() < 3 {
        return None;
    }
    let is_named =
        |name: &&str| name.starts_with(&word) || (word == "sept" && **name == *"september");
    let (month, _) = (1u16..).zip(MONTHS).find(|(_, name)| is_named(name))?;
    Some((month, rest))
}

/// The text without the name of a weekday before it.
pub(super) fn after_weekday(text: &str) -> &str {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let rest = text.trim_start_matches(|char: char| char.is_ascii_alphabetic());
    let word = text[..text.len() - rest.len()].to_ascii_lowercase();
    if DAYS.iter().any(|day| word.starts_with(day)) {
        rest.trim_start_matches([',', '.', ' '])
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_by_name() {
        let fields = |text| named_date(text).map(|(numbers, rest)| (numbers.fields, rest));
        assert_eq!(
            fields("14 Nov 2021 22:04"),
            Some(([2021, 11, 14], " 22:04"))
        );
        assert_eq!(fields("5-SEP-21"), Some(([2021, 9, 5], "")));
        assert_eq!(fields("March 3rd, 2021"), None);
        assert_eq!(fields("March 3, 2021"), Some(([2021, 3, 3], "")));
        assert_eq!(fields("2nd of May 2021"), None);
        assert_eq!(fields("14 Ma 2021"), None);
        assert_eq!(after_weekday("Sun, 14/11/2021"), "14/11/2021");
    }
}
