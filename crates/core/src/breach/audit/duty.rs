//! Whether the user was at work, and whether the record was the user's work.

use super::column::{Column, words_of};
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
    let is_role = has_word(&words_of(name), &["role", "roles"]);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_roles_tells_of_a_part_by_any_role() {
        let part = |name, value| part(&[(Column::Part, name, value)], "k44");
        assert_eq!(part("Role on occurrence", "Custody sergeant"), Some(true));
        assert_eq!(part("RoleOnCase", "none"), Some(false));
        assert_eq!(part("Case team", "Custody sergeant"), None);
        assert_eq!(part("Parole case owner", "Custody sergeant"), None);
        assert_eq!(part("alloc_to_operator", "K44"), Some(true));
    }
}
