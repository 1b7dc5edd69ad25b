//! The delimiter and the row that names the columns.

use csv::{ReaderBuilder, StringRecord};

use super::Mapping;
use super::column::Column;
use super::values;
use crate::clock;

/// Columns that a log has at most.
const MAX_COLUMNS: usize = 500;
/// Lines before the row that names the columns.
const MAX_PREAMBLE: usize = 30;
/// Columns that a table whose names are not known has at least.
const MIN_BARE: usize = 4;
/// Columns of dates from which a list of people is a log of when they came, went and were seen.
const DATED: usize = 3;
/// Rows by which columns are judged.
const SAMPLE: usize = 200;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// What the head of a log says about its rows.
pub(super) struct Head {
    pub(super) delimiter: u8,
    pub(super) columns: Vec<Named>,
    /// Offset in the text of the first row below.
    pub(super) rows_at: usize,
    /// How many columns hold dates.
    dated: usize,
    /// Whether some column holds dates with times of day.
    has_hours: bool,
}

/// A column's name, and what it holds.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) holds: Option<Column>,
}

impl Head {
    /// The row with the most columns that are known, among the first lines and under any delimiter; else the columns of
    /// a table whose names are not known or not there. What they hold is checked against the rows below.
    pub(super) fn find(text: &str, mapping: &Mapping) -> Option<Head> {
        let forced = mapping.delimiter.and_then(|char| u8::try_from(char).ok());
        let delimiters = forced.map_or(DELIMITERS.to_vec(), |one| vec![one]);
        let named = Head::named(text, &delimiters, mapping);
        let is_bare = named.is_none();
        let mut head = named.or_else(|| Head::bare(text, &delimiters, mapping))?;
        let rows = sample(&text[head.rows_at..], head.delimiter);
        let learnt = values::learn(&mut head.columns, &rows, is_bare);
        (head.dated, head.has_hours) = (learnt.dated, learnt.has_hours);
        Some(head)
    }

    fn named(text: &str, delimiters: &[u8], mapping: &Mapping) -> Option<Head> {
        let mut best: Option<(usize, Head)> = None;
        for (start, line) in lines(text).take(MAX_PREAMBLE) {
            for &delimiter in delimiters {
                let columns = columns(line, delimiter, mapping);
                let known = known(&columns);
                let is_better = known > 1 && best.as_ref().is_none_or(|(most, _)| known > *most);
                if is_better && !columns.iter().any(|named| is_value(&named.name)) {
                    let head = Head {
                        delimiter,
                        columns,
                        rows_at: start + line.len(),
                        dated: 0,
                        has_hours: false,
                    };
                    best = Some((known, head));
                }
            }
        }
        best.map(|(_, head)| head)
    }

    /// A table of rows that are equally wide, below the row with names if it looks like one.
    fn bare(text: &str, delimiters: &[u8], mapping: &Mapping) -> Option<Head> {
        let widest = |&delimiter: &u8| {
            let rows: Vec<_> = lines(text)
                .take(SAMPLE)
                .map(|(start, line)| (start, line, columns(line, delimiter, mapping)))
                .filter(|(_, line, _)| !line.trim().is_empty())
                .collect();
            let width = rows.iter().map(|(.., columns)| columns.len()).max()?;
            let same = rows
                .iter()
                .filter(|(.., columns)| columns.len() == width)
                .count();
            let is_table = width >= MIN_BARE && same >= 3 && same * 10 >= rows.len() * 7;
            is_table.then_some((width, delimiter, rows))
        };
        let (width, delimiter, rows) = delimiters
            .iter()
            .filter_map(widest)
            .max_by_key(|(width, ..)| *width)?;
        let mut rows = rows
            .into_iter()
            .filter(|(.., columns)| columns.len() == width);
        let (start, line, mut columns) = rows.next()?;
        let has_names = !columns.iter().any(|named| is_value(&named.name));
        if !has_names {
            for (at, named) in columns.iter_mut().enumerate() {
                *named = Named {
                    name: format!("column {}", at + 1),
                    holds: None,
                };
            }
        }
        let rows_at = if has_names { start + line.len() } else { start };
        Some(Head {
            delimiter,
            columns,
            rows_at,
            dated: 0,
            has_hours: false,
        })
    }

    fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|named| named.holds == Some(column))
    }
}

/// Whether text is an audit log: its columns tell when, who, and what was done. A list of people or duties tells the
/// first two as well.
pub(crate) fn looks_like(text: &str, mapping: &Mapping) -> bool {
    let Some(head) = Head::find(text, mapping) else {
        return false;
    };
    let when = head.has(Column::Time) || head.has(Column::Clock);
    let who = [Column::User, Column::Name, Column::From];
    let who = who.into_iter().any(|column| head.has(column));
    let done = [
        Column::System,
        Column::Action,
        Column::Reason,
        Column::Originator,
        Column::Linked,
        Column::To,
        Column::Until,
    ];
    let is_done = done.into_iter().any(|column| head.has(column)) || head.dated >= DATED;
    let is_seen = head.has(Column::Subject) || head.has(Column::Record);
    let is_full = known(&head.columns) > 3 || head.has_hours;
    when && who && (is_done || (is_seen && is_full))
}

/// Whether a field is a value rather than a column's name.
fn is_value(field: &str) -> bool {
    field.contains('@')
        || clock::date_and_time(field).is_some()
        || clock::time_of_day(field).is_some()
}

/// Some rows of a table.
fn sample(text: &str, delimiter: u8) -> Vec<StringRecord> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let rows = reader.records().take(SAMPLE).filter_map(Result::ok);
    rows.filter(|row| row.len() > 1).collect()
}

fn columns(line: &str, delimiter: u8, mapping: &Mapping) -> Vec<Named> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .from_reader(line.as_bytes());
    let mut record = StringRecord::new();
    if !reader.read_record(&mut record).unwrap_or(false)
        || !(2..=MAX_COLUMNS).contains(&record.len())
    {
        return Vec::new();
    }
    let named = |name: &str| Named {
        name: name.trim().to_owned(),
        holds: mapping.column(name),
    };
    record.iter().map(named).collect()
}

/// How many different things the columns are known to hold.
fn known(columns: &[Named]) -> usize {
    let mut seen = Vec::new();
    for column in columns.iter().filter_map(|named| named.holds) {
        if !seen.contains(&column) {
            seen.push(column);
        }
    }
    seen.len()
}

/// The lines with their offsets, their ends included.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}
