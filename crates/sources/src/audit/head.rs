//! The delimiter and the row that names the columns.

use csv::{ReaderBuilder, StringRecord};

use super::Mapping;
use super::column::Column;

/// Columns that a log has at most.
const MAX_COLUMNS: usize = 500;
/// Lines before the row that names the columns.
const MAX_PREAMBLE: usize = 30;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// What the head of a log says about its rows.
pub(super) struct Head {
    pub(super) delimiter: u8,
    pub(super) columns: Vec<Named>,
    /// Offset in the text of the first row below.
    pub(super) rows_at: usize,
}

/// A column's name, and what it holds.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) holds: Option<Column>,
}

impl Head {
    /// The row with the most columns that are known, among the first lines and under any delimiter.
    pub(super) fn find(text: &str, mapping: &Mapping) -> Option<Head> {
        let forced = mapping.delimiter.and_then(|char| u8::try_from(char).ok());
        let delimiters = forced.map_or(DELIMITERS.to_vec(), |one| vec![one]);
        let mut best: Option<(usize, Head)> = None;
        for (start, line) in lines(text).take(MAX_PREAMBLE) {
            for &delimiter in &delimiters {
                let columns = columns(line, delimiter, mapping);
                let known = known(&columns);
                if known > 1 && best.as_ref().is_none_or(|(most, _)| known > *most) {
                    let head = Head {
                        delimiter,
                        columns,
                        rows_at: start + line.len(),
                    };
                    best = Some((known, head));
                }
            }
        }
        best.map(|(_, head)| head)
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
    let who = head.has(Column::User) || head.has(Column::Name);
    let done = [
        Column::System,
        Column::Action,
        Column::Reason,
        Column::Originator,
        Column::Linked,
    ];
    let is_done = done.into_iter().any(|column| head.has(column));
    let is_seen = head.has(Column::Subject) || head.has(Column::Record);
    when && who && (is_done || (is_seen && known(&head.columns) > 3))
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
