//! One row: what it says of user, subject, reason and circumstances.

use super::column::Column;
use super::duty::{is_away, part};
use super::finding::finding;
use super::reason::{Reason, is_own_work};
use super::words::{blank, has_phrase, has_word, normal, words};
use crate::message::{LookUp, Message};

/// Kilometres or miles from the user's posting that are far.
const FAR: f64 = 15.0;
const DAY: i64 = 24 * 3600;
/// Letters of the shortest name that is compared.
const NAME: usize = 4;

/// A row with what is asked of it again and again.
pub(super) struct Row<'m> {
    pub at: usize,
    pub look_up: &'m LookUp,
    pub message: &'m Message,
    pub user: &'m str,
    /// The subject, or else the record, in letters and digits.
    pub subject: String,
    pub linked: &'m str,
    pub reason: Reason,
    pub local: Option<i64>,
    /// Whether the user had a part in the record, as far as a column says it.
    pub part: Option<bool>,
    /// Whether a reviewer was content, as far as one wrote it.
    pub finding: Option<bool>,
    pub away: bool,
    /// Values of the columns without a field of their own.
    pub(super) others: Vec<(Column, &'m str, &'m str)>,
    /// The words of what was looked at.
    seen: Vec<String>,
}

impl<'m> Row<'m> {
    /// Of a message that is a row; `columns` says what the columns without a field are about.
    pub(super) fn new(
        at: usize,
        message: &'m Message,
        mut column: impl FnMut(&'m str) -> Column,
    ) -> Option<Row<'m>> {
        let look_up: &LookUp = message.look_up.as_deref()?;
        let text = |field: &'m Option<String>| field.as_deref().unwrap_or_default();
        let others: Vec<_> = look_up
            .others
            .iter()
            .map(|(name, value)| (column(name), name.as_str(), value.trim()))
            .collect();
        let subject = normal(text(&look_up.subject));
        let is_given = |text: &str| text.len() >= 4;
        let mut seen = words(text(&look_up.subject));
        for field in [&look_up.record, &look_up.system, &look_up.action] {
            seen.extend(words(text(field)));
        }
        seen.extend(
            others
                .iter()
                .filter(|(column, ..)| !is_about_user(*column))
                .flat_map(|(.., value)| words(value)),
        );
        let user = message.sender.as_ref().map_or("", |sender| sender.key());
        Some(Row {
            at,
            look_up,
            message,
            user,
            subject: if is_given(&subject) {
                subject
            } else {
                normal(blank(look_up.record.as_deref()))
            },
            linked: blank(look_up.linked.as_deref()),
            reason: reason(look_up, user),
            local: message.time.map(|time| time.local_seconds),
            part: part(&others, user),
            finding: finding(&others),
            away: is_away(look_up.duty.as_deref(), &others),
            others,
            seen,
        })
    }

    pub(super) fn day(&self) -> Option<i64> {
        self.local.map(|local| local.div_euclid(DAY))
    }

    /// Whether something that can be looked up says what the look-up was for.
    pub(super) fn is_referenced(&self) -> bool {
        !self.linked.is_empty()
            || self.reason == Reason::Referenced
            || self.part == Some(true)
            || self.is_own_work()
    }

    pub(super) fn is_own_work(&self) -> bool {
        is_own_work(self.look_up.reason.as_deref().unwrap_or_default())
    }

    pub(super) fn is_night(&self) -> bool {
        self.local
            .is_some_and(|local| !(6..23).contains(&(local.rem_euclid(DAY) / 3600)))
    }

    pub(super) fn is_far(&self) -> bool {
        let distance = |(column, _, value): &(Column, &str, &str)| {
            let digits = value
                .split(|char: char| !char.is_ascii_digit() && char != '.')
                .next()?;
            let distance = digits.parse::<f64>().ok()?;
            (*column == Column::Distance).then_some(distance)
        };
        self.others
            .iter()
            .filter_map(distance)
            .any(|distance| distance >= FAR)
    }

    /// Whether the record belongs to another area than the user.
    pub(super) fn is_elsewhere(&self) -> bool {
        let value = |of: Column| {
            let found = self.others.iter().find(|(column, ..)| *column == of);
            found.map(|(.., value)| normal(value))
        };
        matches!((value(Column::OwnArea), value(Column::Area)), (Some(own), Some(other)) if own != other)
    }

    /// Whether a name of the subject is one of the user's.
    pub(super) fn has_own_name(&self, names: &[String]) -> bool {
        let login = self.user.to_lowercase();
        let is_name = |word: &&String| {
            let is_common = COMMON.contains(&word.as_str());
            word.len() >= NAME && !is_common && word.chars().all(char::is_alphabetic)
        };
        self.seen
            .iter()
            .filter(is_name)
            .any(|word| names.contains(word) || is_in_login(&login, word))
    }

    /// The words of the user's name that the row tells, those of its columns for which `is_users` holds included.
    pub(super) fn user_names(&self, is_users: impl Fn(&str) -> bool) -> Vec<String> {
        let sender = self.message.sender.as_ref();
        let mut names = words(
            sender
                .and_then(|sender| sender.name.as_deref())
                .unwrap_or_default(),
        );
        names.extend(words(self.user));
        for (column, name, value) in &self.others {
            if *column == Column::Name && is_users(name) {
                names.extend(words(value));
            }
        }
        names.retain(|name| name.len() >= NAME && name.chars().all(char::is_alphabetic));
        names
    }

    /// Names and values of the columns of names.
    pub(super) fn name_columns(&self) -> impl Iterator<Item = (&'m str, &'m str)> + '_ {
        let names = self
            .others
            .iter()
            .filter(|(column, ..)| *column == Column::Name);
        names.map(|(_, name, value)| (*name, *value))
    }

    /// Whether the row looks at the place where the user lives.
    pub(super) fn has_own_home(&self) -> bool {
        let all = normal(self.look_up.subject.as_deref().unwrap_or_default())
            + &normal(self.look_up.record.as_deref().unwrap_or_default());
        let others = || {
            self.others
                .iter()
                .map(|(column, _, value)| (*column, normal(value)))
        };
        let mut homes = others().filter(|(column, _)| *column == Column::Home);
        homes.any(|(_, home)| {
            let is_in_other =
                others().any(|(column, other)| column != Column::Home && other == home);
            let is_in_subject = all.contains(&home) || home.contains(&all) && all.len() >= 5;
            home.len() >= 5 && (is_in_other || is_in_subject)
        })
    }

    pub(super) fn is_sensitive(&self) -> bool {
        has_word(&self.seen, SENSITIVE) || has_phrase(&self.seen, SENSITIVE_PHRASES)
    }

    /// Whether what was typed looks for a kind of people rather than for somebody: wildcards, operators, fields.
    pub(super) fn is_fishing(&self) -> bool {
        let text = self.look_up.subject.as_deref().unwrap_or_default();
        let words = words(text);
        let typed =
            ['*', '%', '='].iter().any(|mark| text.contains(*mark)) || text.contains("\" AND \"");
        typed
            || has_word(&words, &["freetext", "wildcard", "occupation", "keyword"])
            || has_phrase(&words, &["free text"])
    }

    /// Whether a machine made the row.
    pub(super) fn is_machine(&self) -> bool {
        words(self.user)
            .first()
            .is_some_and(|first| SERVICES.contains(&first.as_str()))
    }

    /// Whether the row is of a drill with made-up data.
    pub(super) fn is_drill(&self) -> bool {
        has_word(
            &words(self.message.text.as_str()),
            &["synthetic", "simulation", "simulated", "dummy"],
        )
    }

    /// What is known of where the user's pass was seen.
    pub(super) fn presence(&self) -> Option<&'m str> {
        let found = self
            .others
            .iter()
            .find(|(column, ..)| *column == Column::Presence);
        found
            .map(|(.., value)| *value)
            .or(self.look_up.duty.as_deref())
    }
}

fn is_about_user(column: Column) -> bool {
    matches!(
        column,
        Column::Presence | Column::Absence | Column::Home | Column::Finding
    )
}

/// Whether a name stands in a login or in a part of it: alone, after an initial or two, or before some digits.
fn is_in_login(login: &str, name: &str) -> bool {
    let local = login.split('@').next().unwrap_or_default();
    local.split(['.', '_', '-']).any(|part| {
        let letters = part.trim_end_matches(|char: char| !char.is_alphabetic());
        let before = letters.strip_suffix(name);
        before.is_some_and(|before| {
            before.chars().count() <= 2 && before.chars().all(char::is_alphabetic)
        })
    })
}

/// The reason, or what stands in the originator's line beside the user's own number.
fn reason(look_up: &LookUp, user: &str) -> Reason {
    match (&look_up.reason, &look_up.originator) {
        (Some(reason), _) => Reason::of(reason),
        (None, Some(line)) if !user.is_empty() => Reason::of(&line.replace(user, "")),
        _ => Reason::Missing,
    }
}

/// Words of records that few may open.
#[rustfmt::skip]
const SENSITIVE: &[&str] = &[
    "abuse", "celebrity", "child", "children", "chis", "domestic", "famous", "honour", "indecent", "marac", "murder",
    "murdered", "protected", "rape", "restricted", "safeguarding", "sealed", "sensitive", "sexual", "stalking",
    "suicide", "vip", "voyeurism", "informant", "informants", "mp", "footballer", "presenter", "actor", "singer",
    "politician",
];

#[rustfmt::skip]
const SENSITIVE_PHRASES: &[&str] = &[
    "high profile", "witness protection", "staff record", "colleague", "public figure", "premier league",
];

/// Surnames so common that one shared says nothing, and words of police work that logins have.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "admin", "brown", "clarke", "custody", "davies", "desk", "edwards", "evans", "green", "hall", "harris", "hughes",
    "jackson", "james", "johnson", "jones", "lewis", "martin", "person", "police", "roberts", "robinson", "search",
    "smith", "system", "taylor", "thomas", "thompson", "user", "view", "walker", "white", "williams", "wilson",
    "wood", "wright",
];

/// First words of the accounts of machines.
const SERVICES: &[&str] = &[
    "svc",
    "sys",
    "system",
    "batch",
    "service",
    "auto",
    "bot",
    "scheduler",
    "interface",
];
