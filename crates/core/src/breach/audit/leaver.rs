//! A user whom a column says to have left before the row.

use super::log::Fact;
use super::row::Row;
use super::words::{has_phrase, has_word, words};

/// Seconds after somebody's last day from which a use is another matter than the farewell.
const GRACE: i64 = 2 * 24 * 3600;

#[rustfmt::skip]
const LEAVING: &[&str] = &["left", "leaver", "leaving", "resigned", "retired", "terminated", "termination", "dismissed", "departed"];
const LEAVING_PHRASES: &[&str] = &[
    "last day",
    "last working day",
    "last shift",
    "end of service",
    "service end",
    "employment end",
    "contract end",
    "end date",
];
/// Words of columns that tell a use.
#[rustfmt::skip]
const USING: &[&str] = &[
    "read", "seen", "active", "access", "accessed", "login", "logon", "used", "posted", "opened", "activity", "download",
    "viewed", "message", "sign",
];

/// Rows in which a use is later than the day the user left.
pub(super) fn facts(rows: &[Row<'_>]) -> Vec<Fact> {
    let found = rows.iter().filter(|row| is_late(row));
    found.map(|row| (row.at, "row-left")).collect()
}

fn is_late(row: &Row<'_>) -> bool {
    let dates = &row.look_up.dates;
    let is_of = |name: &str, any: &[&str], phrases: &[&str]| {
        let words = words(name);
        has_word(&words, any) || has_phrase(&words, phrases)
    };
    let left = dates
        .iter()
        .find(|(name, _)| is_of(name, LEAVING, LEAVING_PHRASES));
    let Some((_, left)) = left else {
        return false;
    };
    let used = dates.iter().filter(|(name, _)| is_of(name, USING, &[]));
    let mut used = used.map(|(_, time)| time.local_seconds).chain(row.local);
    used.any(|used| used > left.local_seconds + GRACE)
}
