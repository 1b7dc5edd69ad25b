//! Tables in text: a header cell is context for the values of its column.
//!
//! ```text
//! Surname,Passport No,Order No          the first line of a paragraph: names, delimited
//! HOLLIS,123450009,987650001            a row: as many delimiters, its values stand under their names
//! ```
//!
//! The table is followed from the front to the back, each byte once, and only as far as values ask for it. What it
//! says of a place depends on the paragraph's first line and the place's own line, each of [`MAX_LINE`] bytes at the
//! most, so that it is the same whether the text comes whole or in pieces.

use core::ops::Range;

use memchr::{memchr, memchr_iter};

use super::header::{Header, HeaderTerm, delimiters};
use super::support::TermSearch;
use crate::engine::Leads;
use crate::span::Span;

/// The longest line that is read as header or row.
pub(super) const MAX_LINE: usize = 4096;

/// The paragraph and the line that a scan has come to.
pub(super) struct Table {
    /// Lines and paragraphs are known up to here.
    known: usize,
    line: usize,
    paragraph: usize,
    /// Whether the header of this paragraph was looked for.
    is_read: bool,
    header: Header,
    row: Row,
}

/// The line of the last value, if it is a row.
struct Row {
    line: usize,
    end: usize,
    is_row: bool,
    delimiters: Vec<usize>,
}

impl Table {
    pub fn new() -> Table {
        Table {
            known: 0,
            line: 0,
            paragraph: 0,
            is_read: false,
            header: Header::new(),
            row: Row {
                line: usize::MAX,
                end: 0,
                is_row: false,
                delimiters: Vec::new(),
            },
        }
    }

    pub fn start(&mut self, rules: usize) {
        self.known = 0;
        self.line = 0;
        self.open_paragraph(0);
        self.row.forget();
        self.header.start(rules);
    }

    /// Makes header and row known for a value whose lead is at `at`; `base` is the offset of the haystack's first byte
    /// in the whole text.
    pub fn look(
        &mut self,
        search: TermSearch<'_>,
        haystack: &[u8],
        base: usize,
        at: usize,
        leads: &mut Leads,
    ) {
        self.advance(haystack, at);
        self.read_header(search, haystack, base, leads);
        if self.header.is_some() && self.row.line != self.line {
            self.read_row(haystack);
        }
    }

    /// Reads all that the bytes before `end` tell, so that they may be dropped.
    pub fn leave(
        &mut self,
        search: TermSearch<'_>,
        haystack: &[u8],
        base: usize,
        end: usize,
        leads: &mut Leads,
    ) {
        self.advance(haystack, end);
        self.read_header(search, haystack, base, leads);
        if self.known - self.paragraph > MAX_LINE {
            self.is_read = true;
        }
    }

    /// Counts from `by` bytes later, because those before were dropped.
    pub fn rebase(&mut self, by: usize) {
        self.known -= by;
        self.line = self.line.saturating_sub(by);
        self.paragraph = self.paragraph.saturating_sub(by);
        self.row.forget();
    }

    /// Whether a cell of the header names or supports this rule.
    pub fn is_near(&self, rule: u16) -> bool {
        self.header.is_near(rule)
    }

    /// The line of the value at `value`, and what its column is called, if it stands in a row.
    pub fn row(&self, value: Span) -> Option<(Range<usize>, &[HeaderTerm])> {
        let row = &self.row;
        let holds = self.header.is_some()
            && row.is_row
            && row.line == self.line
            && row.line <= value.start()
            && value.end() <= row.end;
        holds.then(|| {
            let column = row
                .delimiters
                .partition_point(|&delimiter| delimiter < value.start());
            (row.line..row.end, self.header.column(column))
        })
    }

    fn advance(&mut self, haystack: &[u8], at: usize) {
        if at <= self.known {
            return;
        }
        for newline in memchr_iter(b'\n', &haystack[self.known..at]) {
            let newline = self.known + newline;
            let is_blank =
                newline == self.line || newline == self.line + 1 && haystack[self.line] == b'\r';
            self.line = newline + 1;
            if is_blank {
                self.open_paragraph(self.line);
            }
        }
        self.known = at;
    }

    fn open_paragraph(&mut self, at: usize) {
        self.paragraph = at;
        self.is_read = false;
        self.header.clear();
    }

    /// The first line is read as soon as it has ended.
    fn read_header(
        &mut self,
        search: TermSearch<'_>,
        haystack: &[u8],
        base: usize,
        leads: &mut Leads,
    ) {
        if self.is_read || self.line == self.paragraph {
            return;
        }
        self.is_read = true;
        let most = (self.paragraph + MAX_LINE + 1).min(haystack.len());
        if let Some(len) = memchr(b'\n', &haystack[self.paragraph..most]) {
            let line = self.paragraph..self.paragraph + len;
            self.header.read(search, haystack, base, line, leads);
        }
    }

    fn read_row(&mut self, haystack: &[u8]) {
        let row = &mut self.row;
        row.line = self.line;
        row.is_row = false;
        let most = (self.line + MAX_LINE + 1).min(haystack.len());
        let rest = haystack.get(self.line..most).unwrap_or(&[]);
        let len = match memchr(b'\n', rest) {
            Some(len) => len,
            None if rest.len() <= MAX_LINE => rest.len(),
            None => return,
        };
        row.end = self.line + len;
        let found = delimiters(&rest[..len], self.header.delimiter());
        row.delimiters.clear();
        row.delimiters.extend(
            found
                .take(self.header.delimiters() + 1)
                .map(|at| row.line + at),
        );
        row.is_row = row.delimiters.len() == self.header.delimiters();
    }
}

impl Row {
    fn forget(&mut self) {
        self.line = usize::MAX;
        self.is_row = false;
    }
}
