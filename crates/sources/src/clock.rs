//! Dates and times in numbers: parsing them, and the order of day, month and year.

use breachscan::message::{Timestamp, Zone};
use jiff::civil::Date;

/// In which order a date's three numbers stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// 14/02/2021.
    DayMonthYear,
    /// 02/14/2021.
    MonthDayYear,
    /// 2021-02-14.
    YearMonthDay,
    /// 2021-14-02.
    YearDayMonth,
}

/// All orders, the likelier first.
const ORDERS: [DateOrder; 4] = [
    DateOrder::DayMonthYear,
    DateOrder::MonthDayYear,
    DateOrder::YearMonthDay,
    DateOrder::YearDayMonth,
];

/// A date's three numbers as written; a year has four digits or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numbers {
    pub(crate) fields: [u16; 3],
    /// Which of them is the year, when that is plain.
    pub(crate) year_at: Option<u8>,
}

impl Numbers {
    /// Days since 1970-01-01, and year and month, when read in this order.
    fn read(self, order: DateOrder) -> Option<(i64, u16, u16)> {
        let [a, b, c] = self.fields;
        let (year, month, day, year_at) = match order {
            DateOrder::DayMonthYear => (c, b, a, 2),
            DateOrder::MonthDayYear => (c, a, b, 2),
            DateOrder::YearMonthDay => (a, b, c, 0),
            DateOrder::YearDayMonth => (a, c, b, 0),
        };
        if self.year_at.is_some_and(|known| known != year_at) {
            return None;
        }
        let year = match year {
            0..100 => year + 2000,
            BUDDHIST.. => year - 543,
            _ => year,
        };
        let date = Date::new(
            i16::try_from(year).ok()?,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
        )
        .ok()?;
        Some((days_of(date), year, month))
    }

    /// Seconds since 1970-01-01 00:00:00 of the day's beginning; in another order where this one gives no date.
    pub(crate) fn seconds(self, order: DateOrder) -> Option<i64> {
        let read = self
            .read(order)
            .or_else(|| ORDERS.into_iter().find_map(|other| self.read(other)));
        read.map(|(days, _, _)| days * DAY)
    }
}

const DAY: i64 = 86_400;

/// Years from this one on are of the Buddhist calendar.
const BUDDHIST: u16 = 2400;

fn days_of(date: Date) -> i64 {
    date.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24
}

/// Works out the order of dates that stand in order of time.
#[derive(Default)]
pub(crate) struct OrderGuess {
    /// The dates, a repeated one once.
    dates: Vec<Numbers>,
}

impl OrderGuess {
    pub(crate) fn see(&mut self, date: Numbers) {
        if self.dates.last() != Some(&date) {
            self.dates.push(date);
        }
    }

    /// The order in which the fewest dates are impossible, then go back in time, then change the year, then the month;
    /// at a tie the first of day-month-year, month-day-year and those with the year in front.
    pub(crate) fn order(&self) -> DateOrder {
        let cost = |order: &DateOrder| self.cost(*order);
        ORDERS.into_iter().min_by_key(cost).unwrap_or(ORDERS[0])
    }

    fn cost(&self, order: DateOrder) -> (usize, usize, usize, usize) {
        let mut cost = (0, 0, 0, 0);
        let mut last: Option<(i64, u16, u16)> = None;
        for date in &self.dates {
            let Some(read) = date.read(order) else {
                cost.0 += 1;
                continue;
            };
            if let Some(last) = last {
                cost.1 += usize::from(read.0 < last.0);
                cost.2 += usize::from(read.1 != last.1);
                cost.3 += usize::from(read.2 != last.2);
            }
            last = Some(read);
        }
        cost
    }
}

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
pub(crate) fn number(text: &str, most: usize) -> Option<(u16, usize, &str)> {
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

/// A date and perhaps a time as a cell or a field holds it: numbers in any order, `T` or spaces between, an offset or
/// `Z` after. `None` if anything else is in it.
pub(crate) fn date_and_time(text: &str) -> Option<(Numbers, i64, Zone)> {
    let (numbers, _, rest) = date(text.trim())?;
    let rest = rest.trim_start_matches(|c| is_space(c) || matches!(c, 'T' | ','));
    if rest.is_empty() {
        return Some((numbers, 0, Zone::Unknown));
    }
    let (seconds, _, rest) = time(rest)?;
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    Some((numbers, seconds, zone(rest.trim())?))
}

/// An offset from UTC: nothing, `Z`, `UTC`, `+01:00`, `UTC+01:00`, `+0100`.
pub(crate) fn zone(text: &str) -> Option<Zone> {
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

    fn order_of(dates: &[&str]) -> DateOrder {
        let mut guess = OrderGuess::default();
        for text in dates {
            guess.see(date(text).unwrap().0);
        }
        guess.order()
    }

    #[test]
    fn dates_tell_their_order() {
        assert_eq!(order_of(&["14/02/2021"]), DateOrder::DayMonthYear);
        assert_eq!(order_of(&["02/14/2021"]), DateOrder::MonthDayYear);
        assert_eq!(order_of(&["01/02/2021"]), DateOrder::DayMonthYear);
        let american = ["03/01/21", "03/02/21", "03/05/21", "04/01/21"];
        assert_eq!(order_of(&american), DateOrder::MonthDayYear);
        let british = ["01/03/21", "02/03/21", "05/03/21", "01/04/21"];
        assert_eq!(order_of(&british), DateOrder::DayMonthYear);
        assert_eq!(order_of(&["24-04-22", "24-04-27"]), DateOrder::YearMonthDay);
        assert_eq!(order_of(&["24-16-04", "24-17-04"]), DateOrder::YearDayMonth);
        assert_eq!(order_of(&["2021.2.3"]), DateOrder::YearMonthDay);
    }

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

    #[test]
    fn iso_times_keep_their_zone() {
        let parsed = iso("2021-02-14T21:14:00.123+01:00").unwrap();
        assert_eq!(parsed.local_seconds, 1_613_337_240);
        assert_eq!(parsed.zone, Zone::Offset(3600));
        assert_eq!(iso("2021-02-14T21:14:00Z").unwrap().zone, Zone::Offset(0));
        assert_eq!(iso("2021-02-14").unwrap().zone, Zone::Unknown);
        assert_eq!(iso("2021-02-14 or so"), None);
    }
}
