//! Audit logs of look-ups: rows of text with a row that names the columns.
//!
//! | file | what it holds |
//! |---|---|
//! | `column` | what a column holds, by its name |
//! | `mapping` | what the caller says about the columns |
//! | `head` | the delimiter and the row that names the columns |
//! | `values` | what a column holds, by its values |
//! | `row` | one row as a message |

mod column;
mod head;
mod mapping;
mod row;
mod values;

use breachscan::Span;
use breachscan::message::{App, Channel, ChannelKind, Conversation, Message};
use csv::{ReaderBuilder, StringRecord};

use crate::clock::OrderGuess;
use crate::source::Source;
use crate::{Options, Problem, Reading, Trouble};
use head::Head;
use row::{Moments, Row};

pub(crate) use head::looks_like;
pub use mapping::{Mapping, MappingError};

/// Rows of a log that are told to be broken; where all are, more of the same helps nobody.
const MAX_PROBLEMS: usize = 20;

/// Reads a log, one message a row.
pub(crate) fn read(reading: &mut Reading, source: &Source<'_>, options: &Options) {
    let Some(head) = Head::find(source.text(), &options.mapping) else {
        return reading.trouble(Problem::new(Trouble::NoHeader));
    };
    let mut log = Log {
        source,
        head: &head,
        guess: OrderGuess::default(),
        moments: Vec::new(),
        messages: Vec::new(),
        problems: &mut reading.problems,
    };
    if let Some(at) = log.rows(head.rows_at, true) {
        log.rows(at, false);
    }
    let order = options.date_order.unwrap_or_else(|| log.guess.order());
    let moments = log.moments.into_iter();
    let mut messages = log.messages;
    for (message, moments) in messages.iter_mut().zip(moments) {
        moments.set(message, order);
    }
    let mut conversation = Conversation::new(Channel::new(App::AuditLog, ChannelKind::File));
    conversation.messages = messages;
    reading.push(conversation);
}

struct Log<'a, 's> {
    source: &'a Source<'s>,
    head: &'a Head,
    guess: OrderGuess,
    /// The times of each message, the order of day and month not known yet.
    moments: Vec<Moments>,
    messages: Vec<Message>,
    problems: &'a mut Vec<Problem>,
}

impl Log<'_, '_> {
    /// Reads rows from this offset of the text on. Gives where a quote is opened that is never closed.
    fn rows(&mut self, start: usize, has_quotes: bool) -> Option<usize> {
        let text = self.source.text();
        let mut reader = ReaderBuilder::new()
            .delimiter(self.head.delimiter)
            .has_headers(false)
            .flexible(true)
            .quoting(has_quotes)
            .from_reader(&text.as_bytes()[start..]);
        let mut record = StringRecord::new();
        loop {
            let from = start + offset(&reader);
            // The text is UTF-8 and comes from memory: reading cannot fail.
            if !reader.read_record(&mut record).unwrap_or(false) {
                return None;
            }
            let to = (start + offset(&reader)).min(text.len());
            let span = trim(text, from, to);
            let is_last = to == text.len();
            if has_quotes && is_last && self.is_open(span) {
                let line = self.source.line(span.start());
                let place = self.source.offset(span.start());
                self.problems
                    .push(Problem::at(Trouble::OpenQuote, place, Some(line)));
                return Some(span.start());
            }
            self.row(&record, span);
        }
    }

    /// Whether a quote in this row is never closed, which makes it run on to the end of the file.
    fn is_open(&self, span: Span) -> bool {
        let row = &self.source.text().as_bytes()[span.range()];
        memchr::memchr(b'\n', row).is_some() && memchr::memchr_iter(b'"', row).count() % 2 == 1
    }

    fn row(&mut self, record: &StringRecord, span: Span) {
        if record.iter().all(|field| field.trim().is_empty()) {
            return;
        }
        let line = self.source.line(span.start());
        let mut message = Message::new(self.source.part(span));
        message.place = Some(self.source.place(span)).filter(|place| !place.is_empty());
        message.line = Some(line);
        let (found, expected) = (record.len(), self.head.columns.len());
        let surplus = record.iter().skip(expected);
        let is_whole =
            found >= expected && surplus.into_iter().all(|field| field.trim().is_empty());
        if !is_whole && self.problems.len() < MAX_PROBLEMS {
            let trouble = Trouble::RowWidth { found, expected };
            let place = self.source.offset(span.start());
            self.problems.push(Problem::at(trouble, place, Some(line)));
        }
        // A note below the table is no row of it.
        if found * 2 > expected {
            let row = Row::of(record, self.head);
            if let Some(moment) = &row.moments.at {
                self.guess.see(moment.date);
            }
            message.sender = row.sender;
            message.id = row.id;
            message.recipients = row.recipients;
            message.look_up = Some(Box::new(row.look_up));
            self.moments.push(row.moments);
        } else {
            self.moments.push(Moments::default());
        }
        self.messages.push(message);
    }
}

fn offset(reader: &csv::Reader<&[u8]>) -> usize {
    usize::try_from(reader.position().byte()).unwrap_or(usize::MAX)
}

/// The row without the line ends around it.
fn trim(text: &str, from: usize, to: usize) -> Span {
    let row = text.get(from..to).unwrap_or_default();
    let start = from + row.len() - row.trim_start_matches(['\r', '\n']).len();
    let row = row.trim_matches(['\r', '\n']);
    Span::new(start, start + row.len())
}
