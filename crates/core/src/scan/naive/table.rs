//! The table a value stands in: what its row is, and what its column is called.

use core::ops::Range;

use super::context::{TermAt, stands_in};
use crate::rule::{Rule, Support, Tier};
use crate::span::Span;

const DELIMITERS: [u8; 4] = *b"\t|;,";
const MAX_LINE: usize = 4096;
const MAX_CELLS: usize = 256;
const MAX_CELL: usize = 48;
/// A delimiter shows this early in a header.
const FIRST: usize = 2 * MAX_CELL;

/// The row of a value, and the cell of the header above it.
pub(super) struct Place {
    pub row: Range<usize>,
    pub name: Range<usize>,
}

/// Where the value at `value`, found from `lead`, stands, if that is in a row under a header that names anything.
pub(super) fn place(rules: &[Rule], haystack: &[u8], lead: usize, value: Span) -> Option<Place> {
    let row = line_around(haystack, lead);
    let header = first_line_of_paragraph(haystack, row.start);
    if header.start == row.start || row.len() > MAX_LINE || header.len() > MAX_LINE {
        return None;
    }
    let (delimiter, cells) = cells(haystack, header)?;
    let is_named = cells.iter().any(|cell| {
        rules
            .iter()
            .any(|rule| !terms_in(rule, haystack, cell).is_empty())
    });
    let delimiters = outside_quotes(&haystack[row.clone()], delimiter);
    let inside = row.start <= value.start() && value.end() <= row.end;
    if !is_named || delimiters.len() + 1 != cells.len() || !inside {
        return None;
    }
    let before = |at: &&usize| row.start + **at < value.start();
    let column = delimiters.iter().filter(before).count();
    Some(Place {
        name: cells[column].clone(),
        row,
    })
}

/// What the name of a column says of the rule, and where: the strongest, of equals the longest, then the first.
pub(super) fn support(
    rule: &Rule,
    haystack: &[u8],
    name: &Range<usize>,
) -> Option<(Support, Span)> {
    let counted = |at: TermAt| match at.tier {
        Tier::Label | Tier::Beside => Some((Support::Label, at.span)),
        Tier::Against => (at.span.range() == *name).then_some((Support::Against, at.span)),
        Tier::Word => Some((Support::Near, at.span)),
    };
    let terms = terms_in(rule, haystack, name);
    terms
        .into_iter()
        .filter_map(counted)
        .min_by_key(|(support, span)| {
            (
                super::context::rank(*support),
                usize::MAX - span.len(),
                *span,
            )
        })
}

fn terms_in(rule: &Rule, haystack: &[u8], cell: &Range<usize>) -> Vec<TermAt> {
    stands_in(rule, haystack, cell.clone())
        .into_iter()
        .filter(|at| at.span.end() <= cell.end)
        .collect()
}

fn line_around(haystack: &[u8], at: usize) -> Range<usize> {
    let newline = |byte: &u8| *byte == b'\n';
    let start = haystack[..at]
        .iter()
        .rposition(newline)
        .map_or(0, |at| at + 1);
    let len = haystack[at..].iter().position(newline);
    start..len.map_or(haystack.len(), |len| at + len)
}

/// The line after the last blank one before `line`, or the very first.
fn first_line_of_paragraph(haystack: &[u8], line: usize) -> Range<usize> {
    let mut first = line;
    while first > 0 {
        let before = line_around(haystack, first - 1);
        if matches!(&haystack[before.clone()], b"" | b"\r") {
            break;
        }
        first = before.start;
    }
    line_around(haystack, first)
}

/// The delimiter and the cells of a line that can be a header.
fn cells(haystack: &[u8], line: Range<usize>) -> Option<(u8, Vec<Range<usize>>)> {
    let mut line = line;
    if haystack[line.clone()].starts_with(b"\xEF\xBB\xBF") {
        line.start += 3;
    }
    if haystack[line.clone()].ends_with(b"\r") {
        line.end -= 1;
    }
    let bytes = &haystack[line.clone()];
    let count = |delimiter: u8| outside_quotes(bytes, delimiter).len();
    let most = DELIMITERS.into_iter().map(count).max()?;
    let delimiter = DELIMITERS
        .into_iter()
        .find(|&delimiter| count(delimiter) == most)?;
    let early = bytes
        .iter()
        .take(FIRST)
        .any(|byte| DELIMITERS.contains(byte));
    if most == 0 || most >= MAX_CELLS || !early {
        return None;
    }
    let ends = outside_quotes(bytes, delimiter);
    let is_prose = b",;".contains(&delimiter)
        && ends
            .iter()
            .all(|&at| matches!(bytes.get(at + 1), None | Some(b' ')));
    let mut cells = Vec::new();
    let mut start = 0;
    for end in ends.into_iter().chain([bytes.len()]) {
        cells.push(trimmed(haystack, line.start + start..line.start + end));
        start = end + 1;
    }
    let named = cells.iter().filter(|cell| !cell.is_empty()).count();
    let are_names = cells.iter().all(|cell| is_name(&haystack[cell.clone()]));
    let short = |cell: &Range<usize>| {
        let cell = &haystack[cell.clone()];
        cell.split(|&byte| byte == b' ').count() <= 3
            && !matches!(cell.last(), Some(b'.' | b'!' | b'?'))
    };
    let reads_as_names = !is_prose || cells.len() > 2 && cells.iter().all(short);
    (named >= 2 && are_names && reads_as_names).then_some((delimiter, cells))
}

/// Where the delimiter stands; inside quotes it does not count, unless one is left open.
fn outside_quotes(line: &[u8], delimiter: u8) -> Vec<usize> {
    let quotes_before = |at: usize| line[..at].iter().filter(|&&byte| byte == b'"').count();
    let closed = quotes_before(line.len()) % 2 == 0;
    (0..line.len())
        .filter(|&at| line[at] == delimiter && !(closed && quotes_before(at) % 2 == 1))
        .collect()
}

fn trimmed(haystack: &[u8], mut cell: Range<usize>) -> Range<usize> {
    let around = |at: usize| b" \t\"'*`:".contains(&haystack[at]);
    while !cell.is_empty() && around(cell.start) {
        cell.start += 1;
    }
    while !cell.is_empty() && around(cell.end - 1) {
        cell.end -= 1;
    }
    cell
}

fn is_name(cell: &[u8]) -> bool {
    let digits = cell.iter().filter(|byte| byte.is_ascii_digit()).count();
    let letters = cell
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic())
        .count();
    cell.len() <= MAX_CELL && digits <= letters && !cell.iter().any(|byte| b"@=:".contains(byte))
}
