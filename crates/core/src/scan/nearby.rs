//! All that speaks for or against a value: the terms around it, and the name of its column.

use core::ops::Range;

use super::support::{Around, Evidence, TermSearch};
use super::table::Table;
use super::text::Text;
use crate::engine::{Image, Leads};
use crate::span::Span;

/// What is known of the surroundings of the place that a scan has come to.
pub(super) struct Nearby {
    around: Around,
    table: Table,
}

impl Nearby {
    pub fn new() -> Nearby {
        Nearby {
            around: Around::new(),
            table: Table::new(),
        }
    }

    pub fn start(&mut self, rules: usize) {
        self.around.start(rules);
        self.table.start(rules);
    }

    /// Forgets the terms found: the next look is at other bytes.
    pub fn forget_terms(&mut self) {
        self.around.forget();
    }

    /// Takes note of where terms may be in a segment, the one after the last noted.
    pub fn note_terms(&mut self, segment: Range<usize>, leads: &Leads) {
        self.around.note_terms(segment, leads);
    }

    /// Makes sure that what surrounds `lead` is known. `spare` is written over.
    pub fn look(&mut self, search: TermSearch<'_>, text: Text<'_>, lead: usize, spare: &mut Leads) {
        self.around.look(search, text.bytes, lead, spare);
        self.table
            .look(search, text.haystack, text.base, text.origin(lead), spare);
    }

    /// Reads what later values need to know of the bytes before `end`, so that they may be dropped. `spare` is written
    /// over.
    pub fn leave(&mut self, search: TermSearch<'_>, text: Text<'_>, end: usize, spare: &mut Leads) {
        self.table
            .leave(search, text.haystack, text.base, end, spare);
    }

    /// Counts from `by` bytes later, because those before were dropped.
    pub fn rebase(&mut self, by: usize) {
        self.around.rebase(by);
        self.table.rebase(by);
    }

    /// Whether anything that concerns `rule` stands near the lead last looked at.
    #[inline]
    pub fn is_near(&self, rule: u16) -> bool {
        self.around.is_near(rule) || self.table.is_near(rule)
    }

    /// The strongest context of `rule` for the value at `span`, its term's span one of the whole text. In a row of a
    /// table the other rows do not count.
    pub fn evidence(&self, image: &Image, text: Text<'_>, rule: u16, span: Span) -> Evidence {
        let around = |limits| {
            self.around
                .evidence(image, text.bytes, rule, span, &limits)
                .moved(|term| text.whole(term))
        };
        match self.table.row(text.span(span)) {
            None => around(0..usize::MAX),
            Some((row, header)) => {
                around(text.place(row.start)..text.place(row.end)).or_header(image, rule, header)
            }
        }
    }
}
