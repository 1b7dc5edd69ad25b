//! What shows only in the folded view of a segment.

use core::ops::Range;

use super::fold::View;
use super::nearby::Nearby;
use super::pass::{Pass, REACH};
use super::scratch::Scratch;
use super::support::TermSearch;
use super::text::Text;
use crate::engine::{Acceleration, Leads, is_token_start};

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
    again: Vec<Again>,
}

/// A lead to be walked in the view.
#[derive(Clone, Copy)]
struct Again {
    /// Its offset in the haystack; later, in the view.
    at: usize,
    groups: u16,
}

impl Folding {
    pub fn new() -> Folding {
        Folding {
            view: View::new(),
            nearby: Nearby::new(),
            again: Vec::new(),
        }
    }

    /// A new segment begins.
    pub fn start_segment(&mut self) {
        self.again.clear();
    }

    /// Takes note of a lead of the haystack that may show something else in the view: what was walked from it reached
    /// a byte that is not ASCII, or matched. From every other lead the view shows what the haystack does.
    pub fn note(&mut self, at: usize, groups: u16) {
        self.again.push(Again { at, groups });
    }

    /// Makes the leads of `whole`, the segment's part of the view, of those noted and those that changes may have
    /// made, or of `everywhere`; in order.
    fn find_leads(
        &mut self,
        whole: Range<usize>,
        everywhere: bool,
        leads: &mut Leads,
        mut sieve: impl FnMut(&[u8], Range<usize>, &mut Leads),
    ) {
        let Folding { view, again, .. } = self;
        if everywhere {
            again.clear();
        }
        for lead in again.iter_mut() {
            lead.at = view.place(lead.at);
        }
        let noted = again.len();
        let mut from = whole.start;
        while let Some(zone) = next_zone(view, from..whole.end, everywhere) {
            from = zone.end;
            sieve(view.bytes(), zone.clone(), leads);
            again.extend(leads.forms().iter().map(|lead| Again {
                at: zone.start + lead.at(),
                groups: lead.groups,
            }));
        }
        if again.len() > noted {
            again.sort_unstable_by_key(|lead| lead.at);
            again.dedup_by(|later, lead| {
                let same = later.at == lead.at;
                lead.groups |= if same { later.groups } else { 0 };
                same
            });
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
            folding,
            pending,
            base,
            ..
        } = scratch;
        if !folding.view.fold(haystack, stretch) {
            return;
        }
        folding.nearby.forget_terms();
        pending.begin_folded();
        let (sieve, acceleration) = (self.image().sieve(), self.acceleration());
        let view = &folding.view;
        let whole = view.place(segment.start)..view.place(segment.end);
        let changed_term = has_changed_term(self.term_search(), view, leads);
        let everywhere = changed_term || acceleration == Acceleration::Off;
        folding.find_leads(whole, everywhere, leads, |bytes, zone, leads| {
            sieve.leads(acceleration, bytes, zone.start, zone.end, leads)
        });
        let Folding {
            view,
            nearby,
            again,
        } = folding;
        let text = Text::folded(haystack, *base, view);
        for &Again { at, groups } in again.iter() {
            if text.bytes[at].is_ascii_alphanumeric() && !is_token_start(text.bytes, at) {
                continue;
            }
            candidates.clear();
            self.walk_groups(text.bytes, at, groups, candidates);
            let touches = at.saturating_sub(BESIDE)..candidates.end() + BESIDE;
            if candidates.is_empty() || !changed_term && !view.is_changed(touches) {
                continue;
            }
            let earliest = (*base + text.origin(at)).saturating_sub(REACH);
            self.judge(text, at, candidates, nearby, leads, |found| {
                if found.span.start() >= earliest {
                    pending.accept_folded(found);
                }
            });
        }
    }
}

/// The next part of `rest`, as long as the sieve takes at once, in which changes may have made leads, since the sieve
/// reads a lead's first bytes.
fn next_zone(view: &View, rest: Range<usize>, everywhere: bool) -> Option<Range<usize>> {
    if rest.is_empty() || everywhere {
        let end = rest.end.min(rest.start + Leads::SEGMENT);
        return (!rest.is_empty()).then_some(rest.start..end);
    }
    let mut changes = view.changes(rest.start.saturating_sub(1)..rest.end + Leads::READS);
    let zone = |change: usize| {
        let start = change.saturating_sub(Leads::READS).max(rest.start);
        start..(change + 2).min(rest.end)
    };
    let mut first = zone(changes.next()?);
    for other in changes.map(zone) {
        if other.start > first.end {
            break;
        }
        first.end = other.end;
    }
    first.end = first.end.min(first.start + Leads::SEGMENT);
    (!first.is_empty()).then_some(first)
}

/// Whether the view shows a context term that the haystack does not.
fn has_changed_term(search: TermSearch<'_>, view: &View, leads: &mut Leads) -> bool {
    let mut done = 0;
    let mut is_found = false;
    let in_term = |change: &usize| search.image.terms().may_hold(view.bytes()[*change]);
    for change in view.changes(0..view.bytes().len()).filter(in_term) {
        let start = change.saturating_sub(MAX_TERM).max(done);
        if start <= change {
            search.find(view.bytes(), start..change + 1, leads, |span, _| {
                is_found |= view.is_changed(span.range());
            });
            done = change + 1;
        }
        if is_found {
            break;
        }
    }
    is_found
}
