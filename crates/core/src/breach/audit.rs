//! Facts of the rows of an audit log, each alone and all together.

use std::collections::{BTreeMap, BTreeSet};

use super::mail;
use super::names::Names;
use super::unit::Unit;
use crate::message::{LookUp, Message, Party};

/// Users on one record from which it is crowded.
const MANY_USERS: usize = 5;
/// Records by one user within a day from which they are bulk.
const BULK: usize = 20;
/// Kilometres or miles from the user's posting that are far.
const FAR: f64 = 15.0;
const DAY: i64 = 24 * 3600;
/// Two terminals within this many seconds are two people.
const TWO_PLACES: i64 = 15 * 60;

/// Reasons that give none, in lower case letters and digits.
#[rustfmt::skip]
const EMPTY_REASONS: &[&str] = &[
    "", "0", "00", "1", "99", "aaa", "abc", "asdf", "blank", "check", "checking", "checks", "dk", "enq", "enqs",
    "enquiries", "enquiry", "fyi", "general", "generalenquiry", "idk", "info", "intel", "look", "misc",
    "miscellaneous", "na", "nil", "nk", "none", "nonegiven", "noreason", "notgiven", "notrecorded", "notstated",
    "null", "other", "police", "policeenquiries", "policeenquiry", "policepurpose", "policepurposes", "policing",
    "policingpurpose", "qwerty", "random", "research", "routine", "search", "tbc", "test", "testing", "unknown",
    "unspecified", "update", "various", "view", "work", "x", "xx", "xxx", "xxxx", "z", "zz",
];

/// Words for being away from work.
#[rustfmt::skip]
const AWAY: &[&str] = &[
    "off", "leave", "rest", "sick", "suspended", "no", "n", "restricted", "not rostered", "al", "rd", "maternity",
    "paternity", "absent", "not on duty",
];

/// Words of records that few may open.
#[rustfmt::skip]
const SENSITIVE: &[&str] = &[
    "sealed", "restricted", "rape", "sexual", "child", "voyeurism", "marac", "protected", "vip", "sensitive", "domestic",
    "da ", "honour", "witness protection", "chis", "indecent", "safeguarding", "high profile", "staff record", "murder",
    "abuse", "stalking",
];

/// Notes the facts of every row.
pub(super) fn gather(unit: &mut Unit<'_>, names: &Names) {
    let mut facts: Vec<(usize, &'static str)> = Vec::new();
    let rows: Vec<Row<'_>> = unit
        .messages()
        .filter_map(|(at, message)| Row::new(at, message))
        .collect();
    let has_link = rows.iter().any(|row| !row.linked.is_empty());
    let has_reason = rows.iter().any(|row| row.look_up.reason.is_some());
    for row in &rows {
        let mut fact = |holds: bool, fact| {
            if holds {
                facts.push((row.at, fact));
            }
        };
        fact(has_reason && row.has_no_reason(), "row-no-reason");
        fact(
            has_link && row.linked.is_empty() && !row.is_own_call(),
            "row-no-link",
        );
        fact(row.is_off_duty(), "row-off-duty");
        fact(row.is_night(), "row-night");
        fact(row.is_unassigned(), "row-unassigned");
        fact(row.is_far(), "row-far");
        fact(row.has_own_name(), "row-own-name");
        fact(row.is_sensitive(), "row-sensitive");
        fact(row.is_exported(), "row-exported");
        fact(row.goes_to_private(), "row-to-private");
        fact(row.is_verified(), "row-verified");
    }
    facts.extend(repeated(&rows));
    facts.extend(crowded(&rows));
    facts.extend(bulk(&rows));
    facts.extend(two_places(&rows));
    for (at, fact) in facts {
        if let Some(name) = names.get(fact) {
            unit.mark(name, name, at, None);
        }
    }
}

/// A row with what is asked of it again and again.
struct Row<'m> {
    at: usize,
    look_up: &'m LookUp,
    text: String,
    user: &'m str,
    user_name: &'m str,
    /// The subject, or else the record, in letters and digits.
    subject: String,
    linked: &'m str,
    local: Option<i64>,
}

impl<'m> Row<'m> {
    fn new(at: usize, message: &'m Message) -> Option<Row<'m>> {
        let look_up = message.look_up.as_ref()?;
        let subject = normal(look_up.subject.as_deref().unwrap_or_default());
        let record = normal(look_up.record.as_deref().unwrap_or_default());
        let is_given = |text: &str| text.len() >= 4;
        Some(Row {
            at,
            look_up,
            text: message.text.as_str().to_lowercase(),
            user: message.sender.as_ref().map_or("", |sender| sender.key()),
            subject: if is_given(&subject) { subject } else { record },
            user_name: message
                .sender
                .as_ref()
                .and_then(|sender| sender.name.as_deref())
                .unwrap_or_default(),
            linked: blank(look_up.linked.as_deref()),
            local: message.time.map(|time| time.local_seconds),
        })
    }

    fn other(&self, words: &[&str]) -> Option<&str> {
        let is_named = |name: &str| {
            let name = name.to_lowercase();
            words.iter().any(|word| name.contains(word))
        };
        self.look_up
            .others
            .iter()
            .find(|(name, _)| is_named(name))
            .map(|(_, value)| value.as_str())
    }

    fn has_no_reason(&self) -> bool {
        let reason = normal(self.look_up.reason.as_deref().unwrap_or_default());
        EMPTY_REASONS
            .binary_search(&reason.to_lowercase().as_str())
            .is_ok()
    }

    fn is_own_call(&self) -> bool {
        let reason = self
            .look_up
            .reason
            .as_deref()
            .unwrap_or_default()
            .to_lowercase();
        reason.contains("own call") || reason.contains("own job") || reason.contains("my call")
    }

    fn is_off_duty(&self) -> bool {
        let duty = self
            .look_up
            .duty
            .as_deref()
            .or_else(|| self.other(&["duty", "shift", "roster", "dms", "booked on"]))
            .unwrap_or_default()
            .to_lowercase();
        if ["off duty", "off-duty", "rest day", "annual leave"]
            .iter()
            .any(|away| self.text.contains(away))
        {
            return true;
        }
        let words: Vec<&str> = duty.split(|char: char| !char.is_alphanumeric()).collect();
        AWAY.iter()
            .any(|away| away.split(' ').all(|part| words.contains(&part)) || duty.trim() == *away)
    }

    fn is_night(&self) -> bool {
        self.local.is_some_and(|local| {
            let hour = local.rem_euclid(DAY) / 3600;
            !(6..23).contains(&hour)
        })
    }

    fn is_unassigned(&self) -> bool {
        let names = [
            "assigned",
            "allocated",
            "involved",
            "deployed",
            "oic",
            "own_job",
            "on log",
            "tasked",
        ];
        self.other(&names).is_some_and(|value| {
            let value = value.trim().to_lowercase();
            matches!(
                value.as_str(),
                "n" | "no" | "false" | "0" | "none" | "not involved" | "not allocated"
            )
        })
    }

    fn is_far(&self) -> bool {
        self.other(&["dist", "miles", "km"])
            .and_then(|value| value.trim().parse::<f64>().ok())
            .is_some_and(|distance| distance >= FAR)
    }

    /// Whether a word of five letters or more of the subject stands in the user's name, or the other way round.
    fn has_own_name(&self) -> bool {
        let user = letters(&format!("{}{}", self.user, self.user_name));
        let subject = self.look_up.subject.as_deref().unwrap_or_default();
        user.len() >= 4
            && subject
                .split(|char: char| !char.is_alphabetic())
                .filter(|word| word.chars().count() >= 4)
                .any(|word| user.contains(&word.to_lowercase()))
    }

    fn is_sensitive(&self) -> bool {
        SENSITIVE.iter().any(|word| self.text.contains(word))
    }

    fn is_exported(&self) -> bool {
        let action = self
            .look_up
            .action
            .as_deref()
            .unwrap_or_default()
            .to_lowercase();
        [
            "print",
            "export",
            "download",
            "copy",
            "screenshot",
            "e-mail",
            "email",
        ]
        .iter()
        .any(|word| action.contains(word))
    }

    /// Whether the row names a private mailbox.
    fn goes_to_private(&self) -> bool {
        let words = self
            .text
            .split(|char: char| char.is_whitespace() || ",;|\"<>()".contains(char));
        let mut addresses = words.filter(|word| word.contains('@'));
        addresses.any(|address| mail::is_private(&Party::at(address)))
    }

    fn is_verified(&self) -> bool {
        [
            "satisfactory",
            "verified",
            "justified",
            "in order",
            "legitimate",
            "no concern",
        ]
        .iter()
        .any(|word| {
            self.text.contains(word) && !self.text.contains("not ") && !self.text.contains("un")
        })
    }

    fn day(&self) -> Option<i64> {
        self.local.map(|local| local.div_euclid(DAY))
    }
}

/// Rows of a user and subject that come on more than one day, or four times and more.
fn repeated(rows: &[Row<'_>]) -> Vec<(usize, &'static str)> {
    let mut by: BTreeMap<(&str, &str), Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.subject.len() >= 4) {
        by.entry((row.user, &row.subject)).or_default().push(row);
    }
    let is_repeated = |rows: &&Vec<&Row<'_>>| {
        let days: BTreeSet<_> = rows.iter().filter_map(|row| row.day()).collect();
        days.len() >= 2 || rows.len() >= 4
    };
    let found = by.values().filter(is_repeated).flatten();
    found.map(|row| (row.at, "row-repeated")).collect()
}

/// Rows of a subject or record that five users or more opened.
fn crowded(rows: &[Row<'_>]) -> Vec<(usize, &'static str)> {
    let mut by: BTreeMap<&str, Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.subject.len() >= 4) {
        by.entry(&row.subject).or_default().push(row);
    }
    let users = |rows: &Vec<&Row<'_>>| {
        let users: BTreeSet<_> = rows.iter().map(|row| row.user).collect();
        users.len()
    };
    let found = by
        .values()
        .filter(|rows| users(rows) >= MANY_USERS)
        .flatten();
    found.map(|row| (row.at, "row-many-users")).collect()
}

fn bulk(rows: &[Row<'_>]) -> Vec<(usize, &'static str)> {
    let mut by: BTreeMap<(&str, Option<i64>), Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows {
        by.entry((row.user, row.day())).or_default().push(row);
    }
    let found = by
        .into_iter()
        .filter(|((user, day), rows)| !user.is_empty() && day.is_some() && rows.len() >= BULK)
        .flat_map(|(_, rows)| rows);
    found.map(|row| (row.at, "row-bulk")).collect()
}

fn two_places(rows: &[Row<'_>]) -> Vec<(usize, &'static str)> {
    let mut last: BTreeMap<&str, &Row<'_>> = BTreeMap::new();
    let mut found = Vec::new();
    for row in rows.iter().filter(|row| !row.user.is_empty()) {
        let terminal = blank(row.look_up.terminal.as_deref());
        if terminal.is_empty() {
            continue;
        }
        if let Some(before) = last.insert(row.user, row)
            && blank(before.look_up.terminal.as_deref()) != terminal
            && let (Some(then), Some(now)) = (before.local, row.local)
            && (0..TWO_PLACES).contains(&(now - then))
        {
            found.extend([(before.at, "row-two-places"), (row.at, "row-two-places")]);
        }
    }
    found
}

/// The value, or nothing for a placeholder.
fn blank(value: Option<&str>) -> &str {
    let value = value.unwrap_or_default().trim();
    let is_placeholder = [
        "-", "--", "n/a", "na", "none", "nil", "null", "no", "n", "0", "?", ".",
    ]
    .iter()
    .any(|placeholder| value.eq_ignore_ascii_case(placeholder));
    if is_placeholder { "" } else { value }
}

/// Letters and digits only, in upper case: how identifiers are compared.
pub(super) fn normal(value: &str) -> String {
    value
        .chars()
        .filter(|char| char.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

fn letters(value: &str) -> String {
    value
        .chars()
        .filter(|char| char.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(EMPTY_REASONS.is_sorted());
    }

    #[test]
    fn placeholders_are_blank_and_identifiers_compare_without_case_or_spaces() {
        assert_eq!(blank(Some(" N/A ")), "");
        assert_eq!(blank(Some("CAD 12")), "CAD 12");
        assert_eq!(normal("ab49 cde"), "AB49CDE");
    }
}
