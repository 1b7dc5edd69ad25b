//! The context terms around a value.
//!
//! Terms are looked for only where a value needs them, each byte at most once, from the front to the back: what a
//! text without values costs is nothing, and no text costs more than one further pass.

use core::ops::Range;

use super::header::HeaderTerm;
use crate::engine::{Acceleration, Dfa, Image, Leads, Use, is_token_end, is_token_start, walk};
use crate::rule::{Support, Tier};
use crate::span::Span;

/// Bytes that may stand between a `beside` term and its value.
const BESIDE_GAP: usize = 8;
/// Bytes that may stand between an `against` term and the value.
const AGAINST_GAP: usize = 3;
/// The rules that have a term nearby are worked out once for a stretch of this many bytes.
const STRETCH: usize = 256;
/// The longest value: how far a window's end may lie after the lead.
const MAX_VALUE: usize = crate::rule::MAX_MATCH;

/// The terms found so far, and the rules that have one near the current stretch.
pub(super) struct Around {
    terms: Vec<TermAt>,
    /// Where terms may be, within `noted`.
    places: Vec<usize>,
    /// The bytes whose leads are known.
    noted: Range<usize>,
    /// Terms are known up to here.
    seen: usize,
    stretch: usize,
    /// One bit a rule.
    near: Vec<u64>,
}

/// A term where it was found; small, since a stream holds many.
#[derive(Clone, Copy)]
struct TermAt {
    start: usize,
    len: u16,
    term: u32,
}

impl TermAt {
    fn span(self) -> Span {
        Span::new(self.start, self.start + usize::from(self.len))
    }
}

/// What the context says for one value.
#[derive(Clone, Copy)]
pub(super) struct Evidence {
    pub support: Support,
    pub term: Option<(Span, u32)>,
}

impl Evidence {
    pub const NONE: Evidence = Evidence {
        support: Support::None,
        term: None,
    };
}

/// What finding terms needs of the scanner.
#[derive(Clone, Copy)]
pub(super) struct TermSearch<'p> {
    pub image: &'p Image,
    pub dfa: Dfa<'p>,
    pub acceleration: Acceleration,
}

impl Around {
    pub fn new() -> Around {
        Around {
            terms: Vec::new(),
            places: Vec::new(),
            noted: 0..0,
            seen: 0,
            stretch: usize::MAX,
            near: Vec::new(),
        }
    }

    pub fn start(&mut self, rules: usize) {
        self.forget();
        self.near.clear();
        self.near.resize(rules.div_ceil(64), 0);
    }

    pub fn forget(&mut self) {
        self.terms.clear();
        self.places.clear();
        self.noted = 0..0;
        self.seen = 0;
        self.stretch = usize::MAX;
    }

    /// Counts from `by` bytes later, a multiple of the stretch, because those before were dropped.
    pub fn rebase(&mut self, by: usize) {
        debug_assert!(by.is_multiple_of(STRETCH));
        self.forget_before(by);
        for at in &mut self.terms {
            at.start -= by;
        }
        for place in &mut self.places {
            *place -= by;
        }
        self.noted = self.noted.start - by..self.noted.end - by;
        self.seen = self.seen.saturating_sub(by);
        self.stretch = match self.stretch {
            usize::MAX => usize::MAX,
            stretch => stretch.checked_sub(by / STRETCH).unwrap_or(usize::MAX),
        };
    }

    /// Takes note of where terms may be in a segment; of those before it only if it is the next.
    pub fn note_terms(&mut self, segment: Range<usize>, leads: &Leads) {
        if self.noted.end != segment.start {
            self.places.clear();
            self.noted.start = segment.start;
        }
        self.noted.end = segment.end;
        let places = leads.terms().iter();
        self.places
            .extend(places.map(|&at| segment.start + usize::from(at)));
    }

    /// Makes sure that the terms around `lead` are known and which rules have one. `spare` is written over.
    pub fn look(
        &mut self,
        search: TermSearch<'_>,
        haystack: &[u8],
        lead: usize,
        spare: &mut Leads,
    ) {
        let stretch = lead / STRETCH;
        if self.stretch == stretch {
            return;
        }
        self.stretch = stretch;
        let window = search.image.max_window();
        let from = (stretch * STRETCH).saturating_sub(window + MAX_VALUE);
        let to = ((stretch + 1) * STRETCH + MAX_VALUE + window).min(haystack.len());
        self.forget_before(from);
        self.seen = self.seen.max(from);
        if self.seen < to {
            self.find_terms(search, haystack, to, spare);
            self.seen = to;
        }
        self.near.fill(0);
        #[cfg(test)]
        crate::engine::Effort::compared(self.terms.len());
        for at in &self.terms {
            for role in search.image.terms().roles(at.term as usize) {
                self.near[usize::from(role.rule) / 64] |= 1 << (role.rule % 64);
            }
        }
    }

    /// Whether `rule` has any term near the stretch last looked at.
    #[inline]
    pub fn is_near(&self, rule: u16) -> bool {
        self.near[usize::from(rule) / 64] >> (rule % 64) & 1 == 1
    }

    /// The strongest context of `rule` for the value at `span`, and the nearest term that makes it. Only terms inside
    /// `limits` count.
    pub fn evidence(
        &self,
        image: &Image,
        haystack: &[u8],
        rule: u16,
        span: Span,
        limits: &Range<usize>,
    ) -> Evidence {
        let window = image.rules()[usize::from(rule)].context().window();
        let from = span.start().saturating_sub(window).max(limits.start);
        let to = (span.end() + window).min(limits.end);
        let mut best = Evidence::NONE;
        let mut best_key = (0, usize::MAX);
        let first = self.terms.partition_point(|at| at.start < from);
        let near = self.terms[first..].iter();
        for at in near.take_while(|at| at.start < to) {
            #[cfg(test)]
            crate::engine::Effort::compared(1);
            let term = at.span();
            if term.end() > to || term.overlaps(span) {
                continue;
            }
            for role in image
                .terms()
                .roles(at.term as usize)
                .iter()
                .filter(|role| role.rule == rule)
            {
                let Some((weight, support)) = weigh(haystack, role.tier, term, span) else {
                    continue;
                };
                let key = (weight, distance(term, span));
                if key.0 > best_key.0 || (key.0 == best_key.0 && key.1 < best_key.1) {
                    best_key = key;
                    best = Evidence {
                        support,
                        term: Some((term, at.term)),
                    };
                }
            }
        }
        best
    }

    fn forget_before(&mut self, from: usize) {
        let gone = self.terms.partition_point(|at| at.start < from);
        if gone > 0 {
            self.terms.drain(..gone);
        }
        let gone = self.places.partition_point(|&place| place < from);
        self.places.drain(..gone);
        self.noted = self.noted.start.max(from)..self.noted.end.max(from);
    }

    fn find_terms(
        &mut self,
        search: TermSearch<'_>,
        haystack: &[u8],
        end: usize,
        spare: &mut Leads,
    ) {
        let Around {
            terms,
            places,
            noted,
            seen,
            ..
        } = self;
        let found = |span: Span, term| {
            terms.push(TermAt {
                start: span.start(),
                len: span.len() as u16,
                term,
            })
        };
        if noted.start <= *seen && end <= noted.end {
            let first = places.partition_point(|place| place < seen);
            let places = places[first..].iter().copied();
            search.walk(haystack, places.take_while(|&place| place < end), found);
        } else {
            search.find(haystack, *seen..end, spare, found);
        }
    }
}

impl TermSearch<'_> {
    /// Finds the terms that start in `range`.
    pub fn find(
        self,
        haystack: &[u8],
        range: Range<usize>,
        leads: &mut Leads,
        mut found: impl FnMut(Span, u32),
    ) {
        let sieve = self.image.sieve();
        for start in range.clone().step_by(Leads::SEGMENT) {
            let end = range.end.min(start + Leads::SEGMENT);
            sieve.leads(self.acceleration, haystack, start, end, leads);
            let places = leads.terms().iter();
            let places = places.map(|&at| start + usize::from(at));
            self.walk(haystack, places, &mut found);
        }
    }

    /// Finds the terms that start at these places.
    fn walk(
        self,
        haystack: &[u8],
        places: impl Iterator<Item = usize>,
        mut found: impl FnMut(Span, u32),
    ) {
        let TermSearch { image, dfa, .. } = self;
        for lead in places {
            if haystack[lead].is_ascii_alphanumeric() && !is_token_start(haystack, lead) {
                continue;
            }
            walk(dfa, image.terms_entry(), haystack, lead, |pattern, end| {
                let whole =
                    !haystack[end - 1].is_ascii_alphanumeric() || is_token_end(haystack, end);
                if let (Use::Term(term), true) = (image.pattern_use(pattern), whole) {
                    found(Span::new(lead, end), term);
                }
            });
        }
    }
}

impl Evidence {
    /// The same with the term's span moved.
    pub fn moved(self, to: impl Fn(Span) -> Span) -> Evidence {
        Evidence {
            term: self.term.map(|(span, term)| (to(span), term)),
            ..self
        }
    }

    /// What the name of the value's column says, where that is stronger; of its terms the longest.
    pub fn or_header(self, image: &Image, rule: u16, header: &[HeaderTerm]) -> Evidence {
        let mut best = self;
        let mut best_key = (weight(self.support), usize::MAX);
        for at in header {
            let roles = image.terms().roles(at.term as usize).iter();
            for role in roles.filter(|role| role.rule == rule && at.counts_as(role.tier)) {
                let support = support_of(role.tier);
                let key = (weight(support), at.span.len());
                if key > best_key {
                    best_key = key;
                    best = Evidence {
                        support,
                        term: Some((at.span, at.term)),
                    };
                }
            }
        }
        best
    }
}

/// How much a term of this tier counts for the value, and as what; `None` if not at all.
fn weigh(haystack: &[u8], tier: Tier, term: Span, value: Span) -> Option<(u8, Support)> {
    let counts = match tier {
        Tier::Label | Tier::Word => true,
        Tier::Beside => stands_beside(haystack, term, value),
        Tier::Against => stands_before(haystack, term, value),
    };
    counts.then(|| (weight(support_of(tier)), support_of(tier)))
}

fn support_of(tier: Tier) -> Support {
    match tier {
        Tier::Label | Tier::Beside => Support::Label,
        Tier::Against => Support::Against,
        Tier::Word => Support::Near,
    }
}

fn weight(support: Support) -> u8 {
    match support {
        Support::Label => 3,
        Support::Against => 2,
        Support::Near => 1,
        Support::None => 0,
    }
}

fn stands_beside(haystack: &[u8], term: Span, value: Span) -> bool {
    let gap = if term.end() <= value.start() {
        term.end()..value.start()
    } else {
        value.end()..term.start()
    };
    gap.len() <= BESIDE_GAP && !haystack[gap].iter().any(u8::is_ascii_alphanumeric)
}

fn stands_before(haystack: &[u8], term: Span, value: Span) -> bool {
    term.end() <= value.start()
        && value.start() - term.end() <= AGAINST_GAP
        && !haystack[term.end()..value.start()]
            .iter()
            .any(|byte| byte.is_ascii_alphanumeric() || *byte == b'\n')
}

fn distance(term: Span, value: Span) -> usize {
    if term.end() <= value.start() {
        value.start() - term.end()
    } else {
        term.start() - value.end()
    }
}
