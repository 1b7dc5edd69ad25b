//! What the columns tell that a look-up has no field for, by the words of their names.

use super::words::{has_phrase, has_word, words};

/// What such a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Whether the user was at work, or where.
    Presence,
    /// Whether the user was away: a yes says so.
    Absence,
    /// Whether the record was the user's work.
    Part,
    /// How far off the record is.
    Distance,
    /// What somebody found who checked the row.
    Finding,
    /// Where the user lives.
    Home,
    /// A warning passed over, a seal broken.
    Override,
    /// Whether what the user stated was found to be so.
    Confirmed,
    /// The area of the record.
    Area,
    /// The area in which the user works.
    OwnArea,
    /// A person's name.
    Name,
    /// Whether the force issued or approved a device.
    Issue,
    /// What became of it: blocked, delivered.
    Fate,
    Other,
}

const BY_WORDS: &[(Column, &[&str])] = &[
    (
        Column::Distance,
        &["dist", "distance", "miles", "km", "kilometres"],
    ),
    (
        Column::Absence,
        &[
            "leave",
            "absent",
            "absence",
            "sick",
            "sickness",
            "suspended",
        ],
    ),
    (
        Column::Presence,
        &[
            "attendance",
            "badge",
            "booked",
            "clocked",
            "dms",
            "door",
            "duty",
            "gate",
            "presence",
            "employment",
            "employed",
            "hr",
            "rostered",
            "roster",
            "rota",
            "shift",
            "swipe",
            "turnstile",
            "entry",
            "onsite",
        ],
    ),
    (
        Column::Part,
        &[
            "alloc",
            "allocated",
            "allocation",
            "assigned",
            "authorised",
            "dealing",
            "deployed",
            "involved",
            "involvement",
            "named",
            "oic",
            "oics",
            "owner",
            "resourced",
            "responsible",
            "tasked",
        ],
    ),
    (Column::Home, &["home", "lives", "residence"]),
    (
        Column::Override,
        &[
            "override",
            "overridden",
            "breakglass",
            "emergency",
            "bypass",
            "warning",
            "seal",
        ],
    ),
    (
        Column::Finding,
        &[
            "assessment",
            "assessor",
            "auditor",
            "conclusion",
            "decision",
            "finding",
            "findings",
            "justified",
            "outcome",
            "psd",
            "review",
            "reviewed",
            "reviewer",
            "sampler",
            "supervisor",
            "verdict",
            "verified",
            "interest",
        ],
    ),
    (
        Column::Confirmed,
        &[
            "confirmed",
            "corroborated",
            "exist",
            "exists",
            "genuine",
            "matched",
            "traceable",
            "true",
            "valid",
        ],
    ),
    (Column::Area, AREAS),
    (Column::Name, &["name", "surname", "forename", "lastname"]),
    (
        Column::Issue,
        &[
            "issued",
            "approved",
            "encrypted",
            "managed",
            "registered",
            "corporate",
            "sanctioned",
            "whitelisted",
        ],
    ),
    (
        Column::Fate,
        &[
            "action",
            "disposition",
            "status",
            "verdict",
            "policy",
            "result",
            "response",
            "state",
            "event",
        ],
    ),
];

const BY_PHRASES: &[(Column, &[&str])] = &[
    (Column::Absence, &["off duty", "off shift", "rest day"]),
    (
        Column::Part,
        &[
            "on log",
            "on case",
            "own job",
            "own case",
            "own call",
            "part in",
            "case team",
            "crime team",
            "enquiry team",
            "on team",
            "incident team",
            "on incident",
            "access list",
            "role on",
            "role in",
        ],
    ),
    (
        Column::Presence,
        &["on site", "in building", "time in", "on duty", "at work"],
    ),
    (Column::Override, &["break glass", "broke glass"]),
];

/// Words of areas that police are divided into.
const AREAS: &[&str] = &[
    "area", "bcu", "borough", "command", "district", "division", "lpa", "lpu", "region", "sector",
];

impl Column {
    pub(super) fn of(name: &str) -> Column {
        let words = words_of(name);
        if has_word(&words, AREAS)
            && has_word(
                &words,
                &[
                    "own", "user", "users", "officer", "officers", "home", "posting", "staff",
                    "base",
                ],
            )
        {
            return Column::OwnArea;
        }
        let by_phrase = BY_PHRASES.iter().find(|(_, of)| has_phrase(&words, of));
        let by_word = BY_WORDS.iter().find(|(_, of)| has_word(&words, of));
        by_phrase
            .map(|(column, _)| *column)
            .or(by_word.map(|(column, _)| *column))
            .unwrap_or(Column::Other)
    }
}

/// The words of a column's name.
pub(super) fn words_of(name: &str) -> Vec<String> {
    words(&apart(name))
}

/// A name with a space before each inner capital: `OpName` is two words.
fn apart(name: &str) -> String {
    let mut apart = String::with_capacity(name.len());
    let mut was_small = false;
    for char in name.chars() {
        if was_small && char.is_uppercase() {
            apart.push(' ');
        }
        was_small = char.is_lowercase();
        apart.push(char);
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_by_their_names() {
        for (name, column) in [
            ("Badge-in today", Column::Presence),
            ("On leave?", Column::Absence),
            ("user on case team", Column::Part),
            ("Role on record", Column::Part),
            ("alloc_to_operator", Column::Part),
            ("OpName", Column::Name),
            ("dist_from_posting_km", Column::Distance),
            ("Supervisor finding", Column::Finding),
            ("Break-glass used", Column::Override),
            ("device issued?", Column::Issue),
            ("Own division", Column::OwnArea),
            ("Crime division", Column::Area),
            ("LOG EXISTS?", Column::Confirmed),
            ("minutes_open", Column::Other),
        ] {
            assert_eq!(Column::of(name), column, "{name}");
        }
    }
}
