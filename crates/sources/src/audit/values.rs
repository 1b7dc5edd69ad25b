//! What a column holds, by its values: what its name says is put right, and what no name says is worked out.

use std::collections::HashSet;

use csv::StringRecord;

use super::column::Column;
use super::head::Named;
use super::row::{is_blank, transaction};
use crate::clock;

/// Share of a column's values, in hundredths, that must have a shape.
const MOST: usize = 70;
/// Different values that are counted.
const MAX_DISTINCT: usize = 1000;

/// What the filled fields of a column look like.
#[derive(Default)]
struct Shape {
    filled: usize,
    /// Dates, with or without a time of day.
    dates: usize,
    /// Dates with a time of day.
    moments: usize,
    /// Times of day alone.
    clocks: usize,
    /// Four digits that may be a time of day.
    hours: usize,
    mails: usize,
    /// Codes, logins and names: a letter or three digits and more, three words at the most.
    labels: usize,
    /// Transactions: a code of two capitals before a key.
    transactions: usize,
    /// Words in all.
    words: usize,
    distinct: HashSet<String>,
}

impl Shape {
    fn of<'r>(values: impl Iterator<Item = &'r str>) -> Shape {
        let mut shape = Shape::default();
        for value in values.map(str::trim).filter(|value| !is_blank(value)) {
            shape.see(value);
        }
        shape
    }

    fn see(&mut self, value: &str) {
        self.filled += 1;
        let date = clock::date_and_time(value);
        self.dates += usize::from(date.is_some());
        self.moments += usize::from(date.is_some() && value.contains(':'));
        self.clocks += usize::from(is_clock(value));
        self.hours += usize::from(clock::time_of_day(value).is_some());
        let first = value.split([' ', ',', ';']).next();
        self.mails += usize::from(first.is_some_and(|first| first.contains('@')));
        self.transactions += usize::from(transaction(value).is_some());
        let words = value.split_whitespace().count();
        self.words += words;
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        let has_letter = value.chars().any(char::is_alphabetic);
        let is_label = words <= 3 && value.len() <= 24 && (has_letter || (3..=8).contains(&digits));
        self.labels += usize::from(is_label);
        if self.distinct.len() < MAX_DISTINCT {
            self.distinct.insert(value.to_owned());
        }
    }

    fn mostly(&self, count: usize) -> bool {
        self.filled > 0 && count * 100 >= self.filled * MOST
    }

    fn is_time(&self) -> bool {
        self.mostly(self.dates) || self.mostly(self.clocks)
    }

    /// Whether the values may name those who did something: short, and some come again.
    fn is_user(&self, rows: usize) -> bool {
        let is_full = self.filled * 10 >= rows * 9;
        is_full && self.mostly(self.labels) && !self.is_time() && self.comes_again()
    }

    /// Whether some values come again, as no number of a row does.
    fn comes_again(&self) -> bool {
        self.filled > 2 && self.distinct.len() * 10 <= self.filled * 8
    }

    /// Whether the values may name what was looked at: most differ.
    fn is_subject(&self, rows: usize) -> bool {
        self.filled * 2 >= rows && self.distinct.len() * 2 >= self.filled && !self.is_time()
    }

    /// Whether the values are sentences.
    fn is_prose(&self) -> bool {
        self.filled > 0 && self.words >= self.filled * 2 && !self.is_time()
    }
}

/// Whether a value is a time of day and no number of another kind.
fn is_clock(value: &str) -> bool {
    value.contains(':') && clock::time_of_day(value).is_some_and(|(_, rest)| rest.trim().is_empty())
}

/// Puts right what the columns hold, by some rows below their names. `is_bare` says that no names are known: then the
/// subject and the reason are worked out too.
pub(super) fn learn(columns: &mut [Named], rows: &[StringRecord], is_bare: bool) -> Learnt {
    let column = |at: usize| rows.iter().filter_map(move |row| row.get(at));
    let shapes = (0..columns.len()).map(|at| Shape::of(column(at)));
    let mut table = Table {
        shapes: shapes.collect(),
        columns,
        rows: rows.len(),
    };
    table.mend();
    table.asked();
    table.when();
    table.who();
    table.take(Column::To, |shape, _| shape.mostly(shape.mails));
    if is_bare {
        table.what();
    }
    let mostly = |count: fn(&Shape) -> usize| {
        let fit = table
            .shapes
            .iter()
            .filter(|shape| shape.mostly(count(shape)));
        fit.count()
    };
    Learnt {
        dated: mostly(|shape| shape.dates),
        has_hours: mostly(|shape| shape.moments) > 0,
    }
}

/// What the values of all columns tell.
pub(super) struct Learnt {
    /// How many columns hold dates.
    pub(super) dated: usize,
    /// Whether some column holds dates with times of day.
    pub(super) has_hours: bool,
}

struct Table<'c> {
    columns: &'c mut [Named],
    shapes: Vec<Shape>,
    rows: usize,
}

impl Table<'_> {
    fn mend(&mut self) {
        for (named, shape) in self.columns.iter_mut().zip(&self.shapes) {
            named.holds = named.holds.and_then(|holds| mended(holds, shape));
        }
    }

    /// A column of queries names kinds of them, or holds what was asked, where no other does.
    fn asked(&mut self) {
        if self.has(Column::Subject) {
            return;
        }
        let rows = self.rows;
        let mut columns = self.columns.iter_mut().zip(&self.shapes);
        let found = columns.find(|(named, shape)| {
            let name = named.name.to_lowercase();
            named.holds == Some(Column::Action)
                && ["query", "search"].iter().any(|of| name.contains(of))
                && shape.is_prose()
                && shape.transactions == 0
                && shape.is_subject(rows)
        });
        let Some((named, _)) = found else {
            return;
        };
        named.holds = Some(Column::Subject);
        let mut columns = self.columns.iter_mut();
        // A case beside what was asked is what it was asked for.
        if let Some(named) = columns.find(|named| named.name.eq_ignore_ascii_case("case")) {
            named.holds = Some(Column::Linked);
        }
    }

    fn when(&mut self) {
        self.take(Column::Time, |shape, _| shape.mostly(shape.moments));
        if self.shapes.iter().any(|shape| shape.mostly(shape.clocks)) {
            self.take(Column::Time, |shape, _| shape.mostly(shape.dates));
        }
        let mut named = self.columns.iter().zip(&self.shapes);
        let has_hours = named.any(|(named, shape)| {
            named.holds == Some(Column::Time) && shape.moments + shape.clocks + shape.hours > 0
        });
        if !has_hours {
            self.take(Column::Clock, |shape, _| shape.mostly(shape.clocks));
        }
    }

    fn who(&mut self) {
        let who = [Column::User, Column::Name, Column::From];
        if !who.iter().any(|&column| self.has(column)) {
            self.take(Column::From, |shape, _| shape.mostly(shape.mails));
        }
        if !who.iter().any(|&column| self.has(column)) {
            self.take(Column::User, Shape::is_user);
        }
        if !who.iter().any(|&column| self.has(column)) {
            self.operator();
        }
    }

    /// A column called op is of operations, or of operators where nothing else is.
    fn operator(&mut self) {
        let rows = self.rows;
        let mut columns = self.columns.iter_mut().zip(&self.shapes);
        let found = columns
            .find(|(named, shape)| named.name.eq_ignore_ascii_case("op") && shape.is_user(rows));
        if let Some((named, _)) = found {
            named.holds = Some(Column::User);
        }
    }

    fn what(&mut self) {
        let mut free = (0..self.columns.len()).filter(|&at| self.columns[at].holds.is_none());
        if let Some(at) = free.rfind(|&at| self.shapes[at].is_prose()) {
            self.columns[at].holds = Some(Column::Reason);
        }
        let free = (0..self.columns.len()).filter(|&at| self.columns[at].holds.is_none());
        let subject = free.filter(|&at| self.shapes[at].is_subject(self.rows));
        if let Some(at) = subject.max_by_key(|&at| self.shapes[at].distinct.len()) {
            self.columns[at].holds = Some(Column::Subject);
        }
    }

    fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|named| named.holds == Some(column))
    }

    /// Gives what no column holds yet to the first free one that fits.
    fn take(&mut self, holds: Column, fits: impl Fn(&Shape, usize) -> bool) {
        if self.has(holds) {
            return;
        }
        let rows = self.rows;
        let mut free = self.columns.iter_mut().zip(&self.shapes);
        if let Some((named, _)) =
            free.find(|(named, shape)| named.holds.is_none() && fits(shape, rows))
        {
            named.holds = Some(holds);
        }
    }
}

/// What a column of this name holds, its values being of this shape.
fn mended(holds: Column, shape: &Shape) -> Option<Column> {
    use Column::{Action, Clock, From, Id, Linked, Name, Reason, Site, Subject, System, Terminal};
    use Column::{Time, To, Until, User};
    let is_time = shape.is_time();
    let is_mail = shape.mostly(shape.mails);
    match holds {
        _ if shape.filled == 0 => Some(holds),
        Time | Clock | Until if shape.dates + shape.clocks + shape.hours == 0 => None,
        User | Name | From | Action | System | Terminal | Site if is_time => Some(Time),
        To if is_time => Some(Until),
        From | To if shape.mails == 0 => None,
        Id if shape.comes_again() => None,
        Subject | Reason | Linked if is_mail => None,
        _ => Some(holds),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learnt(
        names: &[(&str, Option<Column>)],
        rows: &[&[&str]],
        is_bare: bool,
    ) -> Vec<Option<Column>> {
        let named = |(name, holds): &(&str, Option<Column>)| Named {
            name: (*name).to_owned(),
            holds: *holds,
        };
        let mut columns: Vec<Named> = names.iter().map(named).collect();
        let rows: Vec<StringRecord> = rows.iter().map(|row| row.iter().collect()).collect();
        learn(&mut columns, &rows, is_bare);
        columns.into_iter().map(|named| named.holds).collect()
    }

    #[test]
    fn logon_that_holds_times_is_no_user() {
        let names = [
            ("Account", Some(Column::User)),
            ("Logon", Some(Column::User)),
            ("Logoff", Some(Column::Until)),
        ];
        let rows: [&[&str]; 2] = [
            &["gm4410", "12/02/2020 06:58", "12/02/2020 18:03"],
            &["gm4410", "12/02/2020 07:12", "12/02/2020 15:40"],
        ];
        let holds = [Column::User, Column::Time, Column::Until].map(Some);
        assert_eq!(learnt(&names, &rows, false), holds);
    }

    #[test]
    fn queries_in_words_are_what_was_asked_for() {
        let names = [
            ("badge", Some(Column::User)),
            ("query", Some(Column::Action)),
            ("case", Some(Column::Record)),
        ];
        let rows: [&[&str]; 3] = [
            &["S1", "open victim tab of a theft", "blank"],
            &["S1", "free text 'webcam' 90d", "blank"],
            &["S1", "shelf audit bay C", "DP-1"],
        ];
        let holds = [Column::User, Column::Subject, Column::Linked].map(Some);
        assert_eq!(learnt(&names, &rows, false), holds);
    }

    #[test]
    fn columns_without_names_tell_by_their_values() {
        let names = ["", "", "", "", ""].map(|name| (name, None));
        let rows: [&[&str]; 3] = [
            &[
                "2024-02-01 07:11",
                "k881",
                "PNC",
                "AB49 CDE",
                "stopped at the bridge",
            ],
            &[
                "2024-02-01 07:40",
                "k881",
                "PNC",
                "AB50 CDE",
                "no lights at all",
            ],
            &[
                "2024-02-02 09:02",
                "k902",
                "RMS",
                "ROWE, Ann",
                "witness to the crash",
            ],
        ];
        let holds = [
            Some(Column::Time),
            Some(Column::User),
            None,
            Some(Column::Subject),
            Some(Column::Reason),
        ];
        assert_eq!(learnt(&names, &rows, true), holds);
    }
}
