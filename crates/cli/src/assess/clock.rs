//! Times in figures.

use breachscan::message::{Timestamp, Zone};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// The wall clock of a time, if it is between the years -9999 and 9999.
pub fn wall(time: Timestamp) -> Option<DateTime> {
    let shown = jiff::Timestamp::from_second(time.local_seconds).ok()?;
    Some(shown.to_zoned(TimeZone::UTC).datetime())
}

/// As `2021-02-14T21:16:02`, with the zone where it is known.
pub fn iso(time: Timestamp) -> Option<String> {
    Some(format!(
        "{}{}",
        wall(time)?.strftime("%Y-%m-%dT%H:%M:%S"),
        zone(time)
    ))
}

/// As `14 Feb 2021, 21:16:02`, with the zone where it is known and not UTC+00:00.
pub fn words(time: Timestamp) -> Option<String> {
    Some(wall(time)?.strftime("%-d %b %Y, %H:%M:%S").to_string())
}

fn zone(time: Timestamp) -> String {
    match time.zone {
        Zone::Unknown => String::new(),
        Zone::Offset(east) => {
            let sign = if east < 0 { '-' } else { '+' };
            let minutes = east.unsigned_abs() / 60;
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zone_is_written_only_where_it_is_known() {
        let local_seconds = 1_613_337_362;
        assert_eq!(
            iso(Timestamp::local(local_seconds)).as_deref(),
            Some("2021-02-14T21:16:02")
        );
        let zone = Zone::Offset(-5400);
        let west = Timestamp {
            local_seconds,
            zone,
        };
        assert_eq!(iso(west).as_deref(), Some("2021-02-14T21:16:02-01:30"));
        assert_eq!(words(west).as_deref(), Some("14 Feb 2021, 21:16:02"));
        assert_eq!(iso(Timestamp::local(i64::MAX)), None);
    }
}
