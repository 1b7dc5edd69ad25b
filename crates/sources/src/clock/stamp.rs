//! Date and time together, with a zone.

use breachscan::message::{Timestamp, Zone};

use super::date::{after_weekday, compact_date, date, is_space, named_date, number};
use super::order::{DateOrder, Numbers};
use super::time::time;

/// A date and perhaps a time as a cell or a field holds it: numbers in any order or the month's name, a weekday before,
/// `T` or spaces between, an offset or `Z` after. `None` if anything else is in it.
pub(crate) fn date_and_time(text: &str) -> Option<(Numbers, i64, Zone)> {
    let text = after_weekday(text.trim());
    let (numbers, rest) = date(text)
        .map(|(numbers, _, rest)| (numbers, rest))
        .or_else(|| compact_date(text))
        .or_else(|| named_date(text))?;
    let rest = rest.trim_start_matches(|c| is_space(c) || matches!(c, 'T' | ',' | '@'));
    if rest.is_empty() {
        return Some((numbers, 0, Zone::Unknown));
    }
    let (seconds, rest) = time_of_day(rest)?;
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    Some((numbers, seconds, zone(rest.trim())?))
}

/// A time of day as a cell holds it, which may have four digits and no colon, and `hrs` behind; and the rest.
pub(crate) fn time_of_day(text: &str) -> Option<(i64, &str)> {
    let (seconds, rest) = match time(text) {
        Some((seconds, _, rest)) => (seconds, rest),
        None => {
            let (number, 4, rest) = number(text, 4)? else {
                return None;
            };
            let (hour, minute) = (i64::from(number / 100), i64::from(number % 100));
            if hour > 24 || minute > 59 {
                return None;
            }
            (hour % 24 * 3600 + minute * 60, rest)
        }
    };
    let trimmed = rest.trim_start_matches(is_space);
    let rest = ["hours", "hrs"]
        .iter()
        .find_map(|word| trimmed.strip_prefix(word))
        .unwrap_or(rest);
    Some((seconds, rest))
}

/// An offset from UTC: nothing, `Z`, `UTC`, `+01:00`, `UTC+01:00`, `+0100`.
fn zone(text: &str) -> Option<Zone> {
    if text.is_empty() {
        return Some(Zone::Unknown);
    }
    let named = text
        .strip_prefix("UTC")
        .or_else(|| text.strip_prefix("GMT"));
    let text = named.unwrap_or(text);
    if (named.is_some() && text.is_empty()) || text == "Z" {
        return Some(Zone::Offset(0));
    }
    let east = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let (hours, minutes) = text[1..].split_at_checked(2)?;
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    let hours: i32 = hours
        .parse()
        .ok()
        .filter(|hours| (0..=14).contains(hours))?;
    let minutes: i32 = if minutes.is_empty() {
        0
    } else {
        minutes
            .parse()
            .ok()
            .filter(|minutes| (0..60).contains(minutes))?
    };
    Some(Zone::Offset(east * (hours * 3600 + minutes * 60)))
}

/// A wall clock as ISO 8601 writes it, in seconds since 1970-01-01 00:00:00 on that clock, with its zone.
pub(crate) fn iso(text: &str) -> Option<Timestamp> {
    let (numbers, seconds, zone) = date_and_time(text)?;
    Some(Timestamp {
        local_seconds: numbers.seconds(DateOrder::YearMonthDay)? + seconds,
        zone,
    })
}

/// A point in time given in UTC.
pub(crate) fn utc(seconds: i64) -> Timestamp {
    Timestamp {
        local_seconds: seconds,
        zone: Zone::Offset(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_times_keep_their_zone() {
        let parsed = iso("2021-02-14T21:14:00.123+01:00").unwrap();
        assert_eq!(parsed.local_seconds, 1_613_337_240);
        assert_eq!(parsed.zone, Zone::Offset(3600));
        assert_eq!(iso("2021-02-14T21:14:00Z").unwrap().zone, Zone::Offset(0));
        assert_eq!(iso("2021-02-14").unwrap().zone, Zone::Unknown);
        assert_eq!(iso("2021-02-14 or so"), None);
    }

    #[test]
    fn cells_of_many_logs() {
        let day = |text| {
            let (numbers, seconds, _) = date_and_time(text)?;
            Some((numbers.seconds(DateOrder::DayMonthYear)?, seconds))
        };
        let evening = Some((1_636_848_000, 79_440));
        for text in [
            "14/11/2021 22:04",
            "Sun 14 Nov 2021 22:04:00",
            "14-Nov-21 22:04",
            "2021-11-14T22:04:00.000+00:00",
            "Nov 14, 2021 10:04 PM",
            "14/11/2021 @ 22:04",
            "14/11/2021 2204hrs",
            "14/11/2021 22:04 hours",
            "20211114T2204",
            "20211114 22:04",
        ] {
            assert_eq!(day(text), evening, "{text}");
        }
        assert_eq!(day("own call 14/11/2021"), None);
        assert_eq!(day("14/11/2021 then"), None);
        assert_eq!(day("14/11/2021 2561"), None);
        assert_eq!(day("20211314"), None, "no such month");
        assert_eq!(day("202111142"), None, "a longer number");
    }
}
