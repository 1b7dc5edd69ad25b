//! What shows only in the folded view of a segment.

use core::ops::Range;

use super::fold::View;
use super::nearby::Nearby;
use super::pass::{Pass, REACH};
use super::scratch::Scratch;
use super::support::TermSearch;
use super::text::Text;
use crate::engine::{Leads, is_token_start};
use crate::rule::MAX_MATCH;

/// Bytes of the haystack before a segment that its view shows.
pub(super) const BACK: usize = 2048;
/// Bytes of the haystack after a segment that its view shows: a label, a value and a window, of wide characters.
pub(super) const AHEAD: usize = 3072;
/// Bytes beside a match on which its edges and what it reaches back to depend.
const BESIDE: usize = 128;
/// The longest context term, with the spaces that one in the text may have more.
const MAX_TERM: usize = 96;

/// What a scan of views writes to.
pub(super) struct Folding {
    view: View,
    pub nearby: Nearby,
}

impl Folding {
    pub fn new() -> Folding {
        Folding {
            view: View::new(),
            nearby: Nearby::new(),
        }
    }
}

impl Pass<'_> {
    /// Finds what starts from the leads of one segment's view, where that shows anything new.
    pub(super) fn folded(&self, scratch: &mut Scratch, haystack: &[u8], segment: Range<usize>) {
        let stretch = segment.start.saturating_sub(BACK)..haystack.len().min(segment.end + AHEAD);
        if haystack[stretch.clone()].is_ascii() {
            return;
        }
        let Scratch {
            leads,
            candidates,
            folding: Folding { view, nearby },
            pending,
            base,
            ..
        } = scratch;
        if !view.fold(haystack, stretch) {
            return;
        }
        nearby.forget_terms();
        pending.begin_folded();
        let whole = view.place(segment.start)..view.place(segment.end);
        let changed_term = has_changed_term(self.term_search(), view, leads);
        let text = Text::folded(haystack, *base, view);
        let (sieve, acceleration) = (self.image().sieve(), self.acceleration());
        let mut from = whole.start;
        while let Some(zone) = next_zone(view, from..whole.end, changed_term) {
            from = zone.end;
            sieve.leads(acceleration, text.bytes, zone.start, zone.end, leads);
            for lead in leads.forms() {
                let at = zone.start + lead.at();
                if text.bytes[at].is_ascii_alphanumeric() && !is_token_start(text.bytes, at) {
                    continue;
                }
                candidates.clear();
                self.walk_groups(text.bytes, at, lead.groups, candidates);
                let touches = at.saturating_sub(BESIDE)..candidates.end() + BESIDE;
                if candidates.is_empty() || !changed_term && !view.is_changed(touches) {
                    continue;
                }
                let earliest = (*base + text.origin(at)).saturating_sub(REACH);
                self.judge(text, at, candidates, nearby, |found| {
                    if found.span.start() >= earliest {
                        pending.accept_folded(found);
                    }
                });
            }
        }
    }
}

/// The next part of `rest` whose leads may match what the haystack does not show: those near a change, or all if a
/// changed term is context for all.
fn next_zone(view: &View, rest: Range<usize>, changed_term: bool) -> Option<Range<usize>> {
    if rest.is_empty() || changed_term {
        return (!rest.is_empty()).then_some(rest);
    }
    let mut changes = view
        .changes_from((rest.start + 1).saturating_sub(BESIDE))
        .iter();
    let zone = |change: usize| {
        let start = change
            .saturating_sub(2 * MAX_MATCH + BESIDE)
            .max(rest.start);
        start..(change + BESIDE).min(rest.end)
    };
    let mut first = zone(*changes.next()?);
    for other in changes.map(|&change| zone(change)) {
        if other.start > first.end {
            break;
        }
        first.end = other.end;
    }
    (!first.is_empty()).then_some(first)
}

/// Whether the view shows a context term that the haystack does not.
fn has_changed_term(search: TermSearch<'_>, view: &View, leads: &mut Leads) -> bool {
    let mut done = 0;
    let mut is_found = false;
    for &change in view.changes() {
        let end = (change + 1).min(view.bytes().len());
        let start = change.saturating_sub(MAX_TERM).max(done);
        if start < end {
            search.find(view.bytes(), start..end, leads, |span, _| {
                is_found |= view.is_changed(span.range());
            });
            done = end;
        }
        if is_found {
            break;
        }
    }
    is_found
}
