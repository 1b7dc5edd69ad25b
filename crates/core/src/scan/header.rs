//! The first line of a table: what its columns are called.

use core::ops::Range;

use super::fold::View;
use super::support::TermSearch;
use super::text::Text;
use crate::engine::{Image, Leads};
use crate::rule::Tier;
use crate::span::Span;

/// What may stand between cells; of those that occur equally often the first counts.
const DELIMITERS: [u8; 4] = *b"\t|;,";
/// The most cells a header has.
const MAX_CELLS: usize = 256;
/// The longest name of a column.
const MAX_CELL: usize = 48;
/// The most words of a name, where commas are followed by spaces as in prose.
const MAX_WORDS: usize = 3;

/// The names of the columns, or nothing if the line is no header.
pub(super) struct Header {
    delimiter: u8,
    delimiters: usize,
    cells: Vec<Range<usize>>,
    /// In the order of their columns.
    terms: Vec<HeaderTerm>,
    /// One bit a rule.
    near: Vec<u64>,
    view: View,
}

/// A context term in a header.
#[derive(Debug, Clone, Copy)]
pub(super) struct HeaderTerm {
    /// In the whole text: the header's bytes may be gone when a value of its column comes.
    pub span: Span,
    pub term: u32,
    pub column: u16,
    /// Whether the cell says this and no more.
    pub is_whole: bool,
}

impl Header {
    pub fn new() -> Header {
        Header {
            delimiter: b',',
            delimiters: 0,
            cells: Vec::new(),
            terms: Vec::new(),
            near: Vec::new(),
            view: View::new(),
        }
    }

    pub fn start(&mut self, rules: usize) {
        self.clear();
        self.near.clear();
        self.near.resize(rules.div_ceil(64), 0);
    }

    pub fn clear(&mut self) {
        if self.is_some() {
            self.terms.clear();
            self.near.fill(0);
        }
    }

    pub fn is_some(&self) -> bool {
        !self.terms.is_empty()
    }

    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// How many delimiters the line has.
    pub fn delimiters(&self) -> usize {
        self.delimiters
    }

    #[inline]
    pub fn is_near(&self, rule: u16) -> bool {
        self.near[usize::from(rule) / 64] >> (rule % 64) & 1 == 1
    }

    /// The terms in the name of one column.
    pub fn column(&self, column: usize) -> &[HeaderTerm] {
        let start = self
            .terms
            .partition_point(|at| usize::from(at.column) < column);
        let end = self
            .terms
            .partition_point(|at| usize::from(at.column) <= column);
        &self.terms[start..end]
    }

    /// Reads `line` of the haystack, whose first byte has the offset `base` in the whole text.
    pub fn read(
        &mut self,
        search: TermSearch<'_>,
        haystack: &[u8],
        base: usize,
        line: Range<usize>,
        leads: &mut Leads,
    ) {
        let line = without_mark(haystack, line);
        if !self.split(haystack, line.clone()) {
            return;
        }
        let Header {
            cells, terms, view, ..
        } = self;
        let is_folded = !haystack[line.clone()].is_ascii() && view.fold(haystack, line.clone());
        let text = match is_folded {
            true => Text::folded(haystack, base, view),
            false => Text::raw(haystack, base),
        };
        let range = text.place(line.start)..text.place(line.end);
        search.find(text.bytes, range, leads, |span, term| {
            let span = text.span(span);
            let column = cells.partition_point(|cell| cell.end < span.end());
            if let Some(cell) = cells.get(column)
                && cell.start <= span.start()
            {
                terms.push(HeaderTerm {
                    span: span.shifted(base),
                    term,
                    column: column as u16,
                    is_whole: *cell == span.range(),
                });
            }
        });
        self.mark_near(search.image);
    }

    fn mark_near(&mut self, image: &Image) {
        for at in &self.terms {
            for role in image.terms().roles(at.term as usize) {
                self.near[usize::from(role.rule) / 64] |= 1 << (role.rule % 64);
            }
        }
    }

    /// Finds the cells; tells whether they can be the names of columns.
    fn split(&mut self, haystack: &[u8], line: Range<usize>) -> bool {
        let bytes = &haystack[line.clone()];
        let Some(delimiter) = most_frequent(bytes) else {
            return false;
        };
        self.delimiter = delimiter;
        self.delimiters = 0;
        self.cells.clear();
        let mut start = 0;
        let mut is_prose = delimiter == b',' || delimiter == b';';
        for end in delimiters(bytes, delimiter).chain([bytes.len()]) {
            if self.cells.len() == MAX_CELLS {
                return false;
            }
            let cell = trimmed(bytes, start..end);
            if !is_name(&bytes[cell.clone()]) {
                return false;
            }
            is_prose &= bytes.get(end + 1).is_none_or(|&next| next == b' ');
            self.cells
                .push(line.start + cell.start..line.start + cell.end);
            start = end + 1;
        }
        self.delimiters = self.cells.len() - 1;
        let named = self.cells.iter().filter(|cell| !cell.is_empty()).count();
        named >= 2 && (!is_prose || self.is_list_of_names(haystack))
    }

    /// Whether what reads like prose, commas followed by spaces, may yet be a header.
    fn is_list_of_names(&self, haystack: &[u8]) -> bool {
        self.cells.len() > 2
            && self.cells.iter().all(|cell| {
                let cell = &haystack[cell.clone()];
                let words = cell.split(|&byte| byte == b' ').count();
                words <= MAX_WORDS && !matches!(cell.last(), Some(b'.' | b'!' | b'?'))
            })
    }
}

impl HeaderTerm {
    /// Whether a term of this tier counts in a header: one that refutes only as the whole name of the column.
    pub fn counts_as(&self, tier: Tier) -> bool {
        tier != Tier::Against || self.is_whole
    }
}

/// The delimiter that occurs most, if any does.
fn most_frequent(line: &[u8]) -> Option<u8> {
    let first = line.iter().take(2 * MAX_CELL);
    if !first.clone().any(|byte| DELIMITERS.contains(byte)) {
        return None;
    }
    let count = |delimiter: u8| delimiters(line, delimiter).count();
    let (most, delimiter) = DELIMITERS
        .iter()
        .rev()
        .map(|&delimiter| (count(delimiter), delimiter))
        .max_by_key(|&(count, _)| count)?;
    (most > 0).then_some(delimiter)
}

/// Where the delimiter stands outside quotes; if a quote is left open, none counts.
pub(super) fn delimiters(line: &[u8], delimiter: u8) -> impl Iterator<Item = usize> {
    let quotes = memchr::memchr_iter(b'"', line).count();
    let are_quotes = quotes.is_multiple_of(2);
    let mut is_quoted = false;
    memchr::memchr2_iter(delimiter, b'"', line).filter(move |&at| {
        is_quoted ^= line[at] == b'"' && are_quotes;
        line[at] == delimiter && !is_quoted
    })
}

/// The line without a byte order mark before it and a carriage return behind it.
fn without_mark(haystack: &[u8], line: Range<usize>) -> Range<usize> {
    let bytes = &haystack[line.clone()];
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        0
    };
    let end = line.end - usize::from(bytes.ends_with(b"\r"));
    line.start + mark..end.max(line.start + mark)
}

/// The cell without the spaces, quotes and marks around its name.
fn trimmed(line: &[u8], cell: Range<usize>) -> Range<usize> {
    let is_around = |byte: &u8| matches!(byte, b' ' | b'\t' | b'"' | b'\'' | b'*' | b'`' | b':');
    let bytes = &line[cell.clone()];
    let before = bytes.iter().take_while(|byte| is_around(byte)).count();
    let after = bytes[before..]
        .iter()
        .rev()
        .take_while(|byte| is_around(byte))
        .count();
    cell.start + before..cell.end - after
}

/// Whether a cell can name a column: short, no value, no key with its value.
fn is_name(cell: &[u8]) -> bool {
    let digits = cell.iter().filter(|byte| byte.is_ascii_digit()).count();
    let letters = cell
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic())
        .count();
    let is_value = digits > letters;
    cell.len() <= MAX_CELL && !is_value && !cell.iter().any(|byte| b"@=:".contains(byte))
}
