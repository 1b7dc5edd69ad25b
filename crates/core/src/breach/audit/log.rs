//! All rows of a log, and what only all together tell.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::column::Column;
use super::reason::Reason;
use super::row::Row;
use crate::breach::unit::Unit;

/// Rows without a reason by one user beside which others have one, from which they stand out.
const MANY: usize = 3;
/// Users without a part in a record from which it is crowded.
const CROWD: usize = 4;
/// The same where they are of as many units.
const MIXED_CROWD: usize = 3;
/// Days on which a user comes back without a reference that are no chance.
const DAYS: usize = 3;
/// Records by one user within a day from which they are bulk.
const BULK: usize = 20;
/// Letters and digits of the shortest subject that is followed.
const SUBJECT: usize = 4;

/// A log: its rows, and what its columns can tell.
pub(super) struct Log<'m> {
    pub rows: Vec<Row<'m>>,
    /// Whether some row has a reason, so that one without it says something.
    pub has_reasons: bool,
    /// Whether some row names an incident, crime, log or task.
    pub has_links: bool,
    /// Whether some row says whether the record was the user's work.
    pub has_parts: bool,
    /// Rows with words of private interest.
    personal: HashSet<usize>,
    /// Columns with a name that each user has one of.
    own_names: HashSet<&'m str>,
}

/// A fact of a row: its place among the unit's messages, and the fact.
pub(super) type Fact = (usize, &'static str);

impl<'m> Log<'m> {
    /// Of a unit that is an audit log; `personal` are its messages with words of private interest.
    pub(super) fn of(unit: &Unit<'m>, personal: HashSet<usize>) -> Log<'m> {
        let mut columns: HashMap<&'m str, Column> = HashMap::new();
        let mut column = |name: &'m str| *columns.entry(name).or_insert_with(|| Column::of(name));
        let rows = unit.messages();
        let rows: Vec<Row<'m>> = rows
            .filter_map(|(at, message)| Row::new(at, message, &mut column))
            .collect();
        let drilled = rows.iter().filter(|row| row.is_drill()).count();
        let is_drill = drilled * 3 >= rows.len();
        let made = |row: &Row<'_>| is_drill || row.is_drill() || row.is_machine();
        let rows: Vec<Row<'m>> = rows.into_iter().filter(|row| !made(row)).collect();
        Log {
            has_reasons: rows
                .iter()
                .any(|row| row.look_up.reason.is_some() || row.look_up.originator.is_some()),
            has_links: rows.iter().any(|row| !row.linked.is_empty()),
            has_parts: rows.iter().any(|row| row.part.is_some()),
            own_names: own_names(&rows),
            personal,
            rows,
        }
    }

    /// Whether the log has a place where a row could say what it was for.
    fn can_explain(&self) -> bool {
        self.has_reasons || self.has_links || self.has_parts
    }

    /// Whether the row says what it was for, so that hour and subject are of no interest.
    fn is_excused(&self, row: &Row<'_>) -> bool {
        if row.finding == Some(true) || row.part == Some(true) {
            return true;
        }
        let is_private = self.personal.contains(&row.at);
        row.finding.is_none() && (row.is_referenced() || (row.reason.says_why() && !is_private))
    }

    fn is_unexplained(&self, row: &Row<'_>) -> bool {
        self.can_explain()
            && !self.is_excused(row)
            && (row.reason != Reason::Code || self.has_links)
    }

    /// Every fact of every row.
    pub(super) fn facts(&self) -> Vec<Fact> {
        let mut facts: Vec<Fact> = Vec::new();
        for row in &self.rows {
            self.of_row(row, &mut facts);
        }
        facts.extend(self.repeated());
        facts.extend(self.crowded());
        facts.extend(self.bulk());
        facts.extend(self.contrasted());
        facts
    }

    fn of_row(&self, row: &Row<'_>, facts: &mut Vec<Fact>) {
        if row.finding == Some(true) {
            facts.push((row.at, "row-verified"));
            return;
        }
        let mut fact = |holds: bool, fact| {
            if holds {
                facts.push((row.at, fact));
            }
        };
        let is_told = self.can_explain() || row.away || row.finding == Some(false);
        let is_open = !self.is_excused(row) && (is_told || self.personal.contains(&row.at));
        let is_referenced = row.is_referenced();
        let is_blind = self.is_unexplained(row);
        fact(row.finding == Some(false), "row-found-wrong");
        fact(is_blind, "row-unexplained");
        fact(
            is_blind && self.has_reasons && matches!(row.reason, Reason::Missing | Reason::Vague),
            "row-no-reason",
        );
        fact(self.has_links && !is_referenced, "row-no-link");
        fact(row.away && !is_referenced, "row-off-duty");
        fact(is_open && row.is_night(), "row-night");
        fact(row.part == Some(false), "row-unassigned");
        fact(is_open && (row.is_far() || row.is_elsewhere()), "row-far");
        let is_doubtful =
            is_open || (!is_referenced && (self.has_links || row.reason == Reason::Missing));
        fact(
            is_doubtful && row.has_own_name(&row.user_names(|name| self.own_names.contains(name))),
            "row-own-name",
        );
        fact(is_doubtful && row.has_own_home(), "row-own-home");
        fact(is_open && row.is_sensitive(), "row-sensitive");
        let is_denied = row.is_unapproved();
        fact((is_open || is_denied) && row.is_exported(), "row-exported");
        fact(is_open && row.is_fishing(), "row-fishing");
        fact(
            !is_referenced && row.reason != Reason::Specific && row.is_overridden(),
            "row-overridden",
        );
        let is_let_out = !row.is_stopped();
        let is_mail = !row.message.recipients.is_empty();
        fact(
            is_let_out && !is_mail && row.goes_to_private(),
            "row-to-private",
        );
        fact(is_let_out && row.has_file(), "row-file");
        fact(is_let_out && is_denied, "row-unapproved");
        fact(is_let_out && row.is_forwarding(), "row-forwarding");
    }

    /// Rows of a user and subject that come on more than one day, or four times and more, and say nothing of why.
    fn repeated(&self) -> Vec<Fact> {
        let bare = self
            .followed()
            .filter(|row| self.is_unexplained(row) || row.away);
        let by = grouped(bare, |row| (row.user, row.subject.as_str()));
        let is_repeated = |rows: &Vec<&Row<'_>>| days(rows) >= 2 || rows.len() >= 4;
        let found = by.into_values().filter(is_repeated).flatten();
        let mut found: Vec<Fact> = found.map(|row| (row.at, "row-repeated")).collect();
        found.extend(self.returning());
        found
    }

    /// Rows of a user and subject on three days and more without a reference, whatever their reason says, where most
    /// rows have one.
    fn returning(&self) -> Vec<Fact> {
        let referenced = self.rows.iter().filter(|row| row.is_referenced()).count();
        if !self.has_links || referenced * 2 < self.rows.len() {
            return Vec::new();
        }
        let is_bare = |row: &&Row<'_>| !row.is_referenced() && row.finding != Some(true);
        let bare = self.followed().filter(is_bare);
        let by = grouped(bare, |row| (row.user, row.subject.as_str()));
        let found = by.into_values().filter(|rows| days(rows) >= DAYS).flatten();
        found.map(|row| (row.at, "row-repeated")).collect()
    }

    /// Rows of users without a part in a record that several such users opened.
    fn crowded(&self) -> Vec<Fact> {
        let mut by = grouped(self.followed(), |row| row.subject.as_str());
        // A log without subjects is the log of one record.
        if by.is_empty() {
            by.insert("", self.rows.iter().collect());
        }
        let mut found = Vec::new();
        for rows in by.values() {
            let users: BTreeSet<&str> = rows.iter().map(|row| row.user).collect();
            let strange: Vec<_> = rows.iter().filter(|row| self.is_unexplained(row)).collect();
            let strangers: BTreeSet<&str> = strange.iter().map(|row| row.user).collect();
            let units: BTreeSet<&str> = strange
                .iter()
                .filter_map(|row| row.look_up.unit.as_deref())
                .collect();
            let is_crowd = strangers.len() >= CROWD
                || (strangers.len() >= MIXED_CROWD && units.len() >= MIXED_CROWD);
            if is_crowd && strangers.len() * 2 >= users.len() {
                found.extend(strange.iter().map(|row| (row.at, "row-many-users")));
            }
        }
        found
    }

    /// Rows of a user who has many within a day.
    fn bulk(&self) -> Vec<Fact> {
        let mut by: BTreeMap<(&str, i64), Vec<&Row<'_>>> = BTreeMap::new();
        for row in self.rows.iter().filter(|row| !row.user.is_empty()) {
            if let Some(day) = row.day() {
                by.entry((row.user, day)).or_default().push(row);
            }
        }
        let found = by.into_values().filter(|rows| rows.len() >= BULK).flatten();
        found.map(|row| (row.at, "row-bulk")).collect()
    }

    /// Unexplained rows of a user who has some, where other rows say what they were for.
    fn contrasted(&self) -> Vec<Fact> {
        if !self.rows.iter().any(|row| self.is_excused(row)) {
            return Vec::new();
        }
        let unexplained = self.rows.iter().filter(|row| self.is_unexplained(row));
        let by = grouped(unexplained, |row| row.user);
        let found = by.into_values().filter(|rows| rows.len() >= MANY).flatten();
        found.map(|row| (row.at, "row-contrast")).collect()
    }

    fn followed(&self) -> impl Iterator<Item = &Row<'m>> {
        self.rows.iter().filter(|row| row.subject.len() >= SUBJECT)
    }
}

/// Rows with the same key, in the order of the keys.
fn grouped<'r, 'm: 'r, K: Ord>(
    rows: impl Iterator<Item = &'r Row<'m>>,
    key: impl Fn(&'r Row<'m>) -> K,
) -> BTreeMap<K, Vec<&'r Row<'m>>> {
    let mut by: BTreeMap<K, Vec<&'r Row<'m>>> = BTreeMap::new();
    for row in rows {
        by.entry(key(row)).or_default().push(row);
    }
    by
}

/// On how many days the rows were made.
fn days(rows: &[&Row<'_>]) -> usize {
    let days: BTreeSet<_> = rows.iter().filter_map(|row| row.day()).collect();
    days.len()
}

/// Columns of names in which each user has the same value in every row: they tell the user's name, not the subject's.
fn own_names<'m>(rows: &[Row<'m>]) -> HashSet<&'m str> {
    let mut values: HashMap<(&str, &str), &str> = HashMap::new();
    let (mut all, mut mixed) = (HashSet::new(), HashSet::new());
    for row in rows {
        for (column, value) in row.name_columns() {
            all.insert(column);
            let first = *values.entry((column, row.user)).or_insert(value);
            if first != value {
                mixed.insert(column);
            }
        }
    }
    let repeats = |column: &&str| values.keys().filter(|(of, _)| of == column).count() < rows.len();
    all.into_iter()
        .filter(|column| !mixed.contains(column) && repeats(column))
        .collect()
}
