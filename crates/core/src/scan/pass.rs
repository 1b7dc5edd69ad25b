//! One haystack, segment by segment.

use core::ops::Range;

use super::candidate::{Candidate, Candidates};
use super::folded;
use super::nearby::Nearby;
use super::pending::Found;
use super::scanner::{Policy, Scanner};
use super::scratch::Scratch;
use super::support::{Evidence, TermSearch};
use super::table::MAX_LINE;
use super::text::Text;
use crate::engine::{Acceleration, Dfa, FormRef, Image, Leads, is_token_start, walk};
use crate::rule::{MAX_MATCH, Support};

/// A finding may start this many bytes before the segment whose lead it came from.
///
/// It takes 64 bytes to reach back; in a folded view more, where they stand for wider characters.
pub(super) const REACH: usize = 256;

/// What a scan reads and never writes.
pub(crate) struct Pass<'p> {
    image: &'p Image,
    policy: &'p Policy,
    dfa: Dfa<'p>,
}

impl<'p> Pass<'p> {
    /// Bytes scanned before findings are settled, and of which one view is made, if they need one. A multiple of the
    /// stretch for which terms are looked up, so that a stream may drop whole segments.
    pub const SEGMENT: usize = 3 * Leads::SEGMENT;
    /// Bytes on either side of a segment that it may read: a table's line, a view, a window, the leads of the next.
    pub const READS: usize = {
        let line = MAX_LINE + 1;
        let view = if folded::AHEAD > folded::BACK {
            folded::AHEAD
        } else {
            folded::BACK
        };
        let sieve = Leads::SEGMENT + Leads::READS;
        let most = if line > view { line } else { view };
        if sieve > most { sieve } else { most }
    };

    pub fn new(scanner: &'p Scanner) -> Pass<'p> {
        let image = scanner.image();
        Pass {
            image,
            policy: scanner.policy(),
            dfa: image.dfa(),
        }
    }

    /// The segments of a haystack of `len` bytes.
    pub fn segments(len: usize) -> impl Iterator<Item = Range<usize>> {
        Pass::segments_from(0, len)
    }

    /// The segments from `start`, itself the start of one.
    pub fn segments_from(start: usize, len: usize) -> impl Iterator<Item = Range<usize>> {
        (start..len)
            .step_by(Pass::SEGMENT)
            .map(move |start| start..len.min(start + Pass::SEGMENT))
    }

    /// After the segment that ends at `end`, no finding is still to come that starts before the offset returned or
    /// overlaps one that does.
    pub fn settled(&self, end: usize, len: usize) -> usize {
        if end == len {
            usize::MAX
        } else {
            end.saturating_sub(REACH + MAX_MATCH)
        }
    }

    /// Finds what starts from the leads of one segment.
    pub fn segment(&self, scratch: &mut Scratch, haystack: &[u8], segment: Range<usize>) {
        scratch.folding.start_segment();
        for start in segment.clone().step_by(Leads::SEGMENT) {
            let end = segment.end.min(start + Leads::SEGMENT);
            self.find_leads(scratch, haystack, start..end);
            self.follow_leads(scratch, haystack, start);
        }
        self.folded(scratch, haystack, segment);
    }

    /// Finds what starts from the leads that were found in the bytes from `start`.
    fn follow_leads(&self, scratch: &mut Scratch, haystack: &[u8], start: usize) {
        let Scratch {
            leads,
            spare,
            candidates,
            nearby,
            folding,
            pending,
            base,
            ..
        } = scratch;
        let text = Text::raw(haystack, *base);
        for lead in leads.forms() {
            let at = start + lead.at();
            if haystack[at].is_ascii_alphanumeric() && !is_token_start(haystack, at) {
                continue;
            }
            candidates.clear();
            let beyond_ascii = self.walk_groups(haystack, at, lead.groups, candidates);
            if beyond_ascii || !candidates.is_empty() {
                folding.note(at, lead.groups);
            }
            if !candidates.is_empty() {
                self.judge(text, at, candidates, nearby, spare, |found| {
                    if text.is_plain(found.span) {
                        pending.accept(found);
                    }
                });
            }
        }
    }

    /// Finds the leads of a part of a segment and of the part after it, where terms may bear on its values.
    fn find_leads(&self, scratch: &mut Scratch, haystack: &[u8], part: Range<usize>) {
        let Scratch {
            leads,
            leads_ahead,
            ahead,
            nearby,
            ..
        } = scratch;
        let (sieve, how) = (self.image.sieve(), self.acceleration());
        if *ahead == Some(part.start) {
            core::mem::swap(leads, leads_ahead);
        } else {
            sieve.leads(how, haystack, part.start, part.end, leads);
            nearby.note_terms(part.clone(), leads);
        }
        *ahead = None;
        if part.end < haystack.len() {
            let next = part.end..haystack.len().min(part.end + Leads::SEGMENT);
            sieve.leads(how, haystack, next.start, next.end, leads_ahead);
            *ahead = Some(next.start);
            nearby.note_terms(next, leads_ahead);
        }
    }

    /// Reads what later segments need to know of the bytes before `end`, so that they may be dropped.
    pub fn leave(&self, scratch: &mut Scratch, haystack: &[u8], end: usize) {
        let text = Text::raw(haystack, scratch.base);
        let Scratch {
            spare,
            nearby,
            folding,
            ..
        } = scratch;
        nearby.leave(self.term_search(), text, end, spare);
        folding.nearby.leave(self.term_search(), text, end, spare);
    }

    /// Walks from one lead, and from the labels found there. Returns whether a byte was read that is not ASCII.
    pub(super) fn walk_groups(
        &self,
        haystack: &[u8],
        at: usize,
        groups: u16,
        candidates: &mut Candidates,
    ) -> bool {
        let mut groups = self.image.before().allowed(groups, haystack, at);
        let entries = self.image.group_entries();
        let mut beyond_ascii = false;
        while groups != 0 {
            let entry = entries[groups.trailing_zeros() as usize];
            groups &= groups - 1;
            beyond_ascii |= walk(self.dfa, entry, haystack, at, |pattern, end| {
                candidates.push(self.image, haystack, pattern, at, end);
            });
        }
        candidates.follow_labels(self.image, self.dfa, haystack) | beyond_ascii
    }

    /// Tells `accept` what of the candidates is to be reported, given all that is near them; that is looked for only
    /// where a candidate needs it. `spare` is written over.
    pub(super) fn judge(
        &self,
        text: Text<'_>,
        lead: usize,
        candidates: &mut Candidates,
        nearby: &mut Nearby,
        spare: &mut Leads,
        mut accept: impl FnMut(Found),
    ) {
        let mut is_known = false;
        let chosen = candidates.choose(self.image, text.bytes, lead, |form| {
            if !is_known {
                nearby.look(self.term_search(), text, lead, spare);
                is_known = true;
            }
            self.is_wanted(form, nearby)
        });
        for candidate in chosen {
            let found = self.found(text, candidate, nearby);
            let rule = usize::from(found.rule);
            let floor = self.policy.floors[rule];
            let reported = floor.is_some_and(|floor| found.confidence >= floor);
            if reported && !self.policy.allowed[rule].contains(&text.bytes[candidate.span.range()])
            {
                accept(found);
            }
        }
    }

    /// Whether the form's rule could reach its floor, given the rules that have a term nearby.
    fn is_wanted(&self, form: &FormRef, nearby: &Nearby) -> bool {
        let Some(floor) = self.policy.floors[usize::from(form.rule)] else {
            return false;
        };
        form.rule_alone >= floor || form.value.is_some() || nearby.is_near(form.rule)
    }

    fn found(&self, text: Text<'_>, candidate: &Candidate, nearby: &Nearby) -> Found {
        let rule = candidate.form.rule;
        let evidence = match candidate.label {
            Some(label) => Evidence {
                support: Support::Label,
                term: Some((text.whole(label), u32::MAX)),
            },
            None if nearby.is_near(rule) => nearby.evidence(self.image, text, rule, candidate.span),
            None => Evidence::NONE,
        };
        Found {
            rule,
            rank: self.image.rules()[usize::from(rule)].rank(),
            span: text.whole(candidate.span),
            confidence: candidate
                .form
                .grades
                .pick(candidate.check, evidence.support),
            check: candidate.check,
            support: evidence.support,
            context: evidence.term.map(|(span, _)| span),
            term: evidence
                .term
                .map(|(_, term)| term)
                .filter(|&term| term != u32::MAX),
        }
    }

    pub(super) fn image(&self) -> &Image {
        self.image
    }

    pub(super) fn acceleration(&self) -> Acceleration {
        self.policy.config.acceleration
    }

    pub(super) fn term_search(&self) -> TermSearch<'_> {
        TermSearch {
            image: self.image,
            dfa: self.dfa,
            acceleration: self.policy.config.acceleration,
        }
    }
}
