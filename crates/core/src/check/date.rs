//! The calendar, and how far into it a value may reach.

/// The latest year of birth: the year of the release. Raised with the first release of each year, so that tests and
/// findings do not change with the clock of the machine.
pub(crate) const LATEST_YEAR: u16 = 2026;

/// The latest year in which a reference or number plate may have been issued. A few years past `LATEST_YEAR`: a linked
/// library outlives its release, and a new number plate missed costs more than a false one reported.
pub(crate) const REACH_YEAR: u16 = 2029;

const DAYS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Is this a day of the Gregorian calendar?
pub(crate) fn is_date(year: u16, month: u8, day: u8) -> bool {
    let Some(&days) = DAYS.get(usize::from(month).wrapping_sub(1)) else {
        return false;
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    day >= 1 && day <= days + u8::from(month == 2 && leap)
}

/// Is this a day in some century? The years 1900 and 2000 write the same two digits; 2000 was a leap year.
pub(crate) fn is_short_date(year: u8, month: u8, day: u8) -> bool {
    is_date(2000 + u16::from(year), month, day)
}

/// The year that two digits mean when it cannot lie in the future.
pub(crate) fn past_year(short: u8) -> u16 {
    let year = 2000 + u16::from(short);
    if year > LATEST_YEAR { year - 100 } else { year }
}

/// The value of two ASCII digits; anything else gives a number no calendar has.
pub(crate) fn pair(ascii: &[u8]) -> u8 {
    match ascii {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => (tens - b'0') * 10 + (ones - b'0'),
        _ => u8::MAX,
    }
}

/// Do six ASCII digits write a day as DDMMYY?
pub(crate) fn is_ddmmyy(ascii: &[u8]) -> bool {
    ascii.len() == 6
        && pair(&ascii[4..]) < 100
        && is_short_date(pair(&ascii[4..]), pair(&ascii[2..4]), pair(&ascii[..2]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_days_follow_the_gregorian_rule() {
        assert!(is_date(2024, 2, 29));
        assert!(is_date(2000, 2, 29));
        assert!(!is_date(1900, 2, 29));
        assert!(!is_date(2023, 2, 29));
    }

    #[test]
    fn months_and_days_outside_the_calendar_are_refused() {
        assert!(!is_date(1985, 0, 1));
        assert!(!is_date(1985, 13, 1));
        assert!(!is_date(1985, 255, 1));
        assert!(!is_date(1985, 4, 31));
        assert!(!is_date(1985, 4, 0));
    }

    #[test]
    fn two_digit_years_are_never_in_the_future() {
        assert_eq!(past_year(26), 2026);
        assert_eq!(past_year(27), 1927);
        assert_eq!(past_year(99), 1999);
    }

    #[test]
    fn six_digits_are_day_month_year() {
        assert!(is_ddmmyy(b"310185"));
        assert!(!is_ddmmyy(b"850131"));
        assert!(!is_ddmmyy(b"3101851"));
        assert!(!is_ddmmyy(b"3101A5"));
    }
}
