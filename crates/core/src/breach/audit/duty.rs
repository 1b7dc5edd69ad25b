//! Whether the user was at work, and whether the record was the user's work.

use super::column::Column;
use super::words::{has_phrase, has_word, normal, words};

/// Whether a column says that the user was off duty, on leave or elsewhere.
pub(super) fn is_away(duty: Option<&str>, others: &[(Column, &str, &str)]) -> bool {
    let says_away = |value: &str| {
        let words = words(value);
        has_phrase(&words, AWAY)
            && !words
                .first()
                .is_some_and(|first| AT_WORK.contains(&first.as_str()))
    };
    let of_column = |(column, _, value): &(Column, &str, &str)| match column {
        Column::Presence => says_away(value),
        Column::Absence => !has_word(&words(value), &["n", "no", "none", "false", "0"]),
        _ => false,
    };
    duty.is_some_and(says_away) || others.iter().any(of_column)
}

/// Whether the user had a part in the record, as far as a column says it.
pub(super) fn part(others: &[(Column, &str, &str)], user: &str) -> Option<bool> {
    let (_, name, value) = others.iter().find(|(column, ..)| *column == Column::Part)?;
    let words = words(value);
    let denies = has_word(&words, DENIALS);
    let own = normal(user);
    let is_own = !own.is_empty() && normal(value).contains(&own);
    let is_role = name.to_lowercase().contains("role");
    let says_yes = has_word(&words, &["y", "yes", "true", "1", "self", "own", "oic"]);
    let affirms = is_own || is_role || says_yes;
    (denies || affirms).then_some(!denies)
}

/// Words that deny a part.
#[rustfmt::skip]
const DENIALS: &[&str] = &[
    "n", "no", "not", "none", "false", "0", "never", "nobody", "unallocated", "unassigned", "x",
];

/// Words for being away from work.
#[rustfmt::skip]
const AWAY: &[&str] = &[
    "off", "leave", "rest", "sick", "suspended", "no", "n", "restricted", "not rostered", "al", "rd", "maternity",
    "paternity", "absent", "not on duty", "not in", "nowhere", "holiday", "resigned", "retired", "left", "none",
];

/// Words for being at work whatever else is said.
#[rustfmt::skip]
const AT_WORK: &[&str] = &[
    "on", "overtime", "ot", "recalled", "on call", "y", "yes", "working", "extended",
];
