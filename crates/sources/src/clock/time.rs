//! Times of day.

use super::date::{is_space, number};

/// A time of day at the start of the text in seconds, whether it has seconds, and the rest.
pub(crate) fn time(text: &str) -> Option<(i64, bool, &str)> {
    let (hour, _, rest) = number(text, 2)?;
    let separator = rest.chars().next().filter(|c| matches!(c, ':' | '.'))?;
    let (minute, digits, mut rest) = number(&rest[1..], 2)?;
    if digits != 2 || minute > 59 {
        return None;
    }
    let mut second = 0;
    let mut has_seconds = false;
    if let Some((value, 2, after)) = rest
        .strip_prefix(separator)
        .and_then(|after| number(after, 2))
    {
        (second, has_seconds, rest) = (value.min(59), true, after);
    }
    let (half, rest) = half_of_day(rest);
    let hour = match (half, hour) {
        (_, 25..) | (Some(_), 13..) => return None,
        (Some(Half::Before), 12) => 0,
        (Some(Half::After), 1..=11) => hour + 12,
        _ => hour % 24,
    };
    let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    Some((seconds, has_seconds, rest))
}

#[derive(Clone, Copy)]
enum Half {
    Before,
    After,
}

/// The word for a half of the day, as `pm`, `p.m.`, `P. M.`, with the space before it.
fn half_of_day(text: &str) -> (Option<Half>, &str) {
    let trimmed = text.trim_start_matches(is_space);
    let mut chars = trimmed.chars();
    let half = match chars.next() {
        Some('a' | 'A') => Half::Before,
        Some('p' | 'P') => Half::After,
        _ => return (None, text),
    };
    let rest = chars.as_str();
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let rest = rest.trim_start_matches(is_space);
    let Some(rest) = rest.strip_prefix(['m', 'M']) else {
        return (None, text);
    };
    if rest.starts_with(char::is_alphanumeric) {
        return (None, text);
    }
    (Some(half), rest.strip_prefix('.').unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_many_clocks() {
        let seconds = |text| time(text).map(|(seconds, _, rest)| (seconds, rest));
        assert_eq!(seconds("21:14 - x"), Some((76_440, " - x")));
        assert_eq!(seconds("9:40:24\u{202F}pm] x"), Some((78_024, "] x")));
        assert_eq!(seconds("12:05 a. m. - x"), Some((300, " - x")));
        assert_eq!(seconds("21.25.15:"), Some((77_115, ":")));
        assert_eq!(seconds("21:14 am"), None);
        assert_eq!(seconds("9:40 amber"), Some((34_800, " amber")));
        assert_eq!(seconds("25:00"), None);
    }
}
