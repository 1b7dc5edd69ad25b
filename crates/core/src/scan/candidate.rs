//! From a walk's matches to one candidate a rule.

use crate::engine::{
    Dfa, FormRef, Image, Use, holds_left, holds_right, is_token_end, is_token_start, walk,
};
use crate::rule::CheckOutcome;
use crate::span::Span;

/// Places a label may end at, from the longest, that are tried for a value.
const LABEL_ENDS: usize = 4;

/// The matches from one lead, reused from lead to lead.
pub(super) struct Candidates {
    matches: Vec<Match>,
    /// Labels that ended, in the order of their ends.
    labels: Vec<(u32, usize)>,
    chosen: Vec<Candidate>,
    /// Whether a token ends at an offset: asked for every pattern that ends there, answered once.
    token_end: (usize, bool),
}

#[derive(Clone, Copy)]
struct Match {
    form: u32,
    /// Where the value starts: at the lead, or where the form's label ends.
    start: usize,
    end: usize,
}

/// The best match of one rule from one start.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub form: FormRef,
    /// The lead, or where the label ends.
    start: usize,
    pub span: Span,
    pub check: Option<CheckOutcome>,
    /// The label that the form carries.
    pub label: Option<Span>,
}

impl Candidates {
    pub fn new() -> Candidates {
        Candidates {
            matches: Vec::new(),
            labels: Vec::new(),
            chosen: Vec::new(),
            token_end: (usize::MAX, false),
        }
    }

    pub fn clear(&mut self) {
        self.matches.clear();
        self.labels.clear();
        self.token_end = (usize::MAX, false);
    }

    pub fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }

    /// Where the longest match ends.
    pub fn end(&self) -> usize {
        let ends = self.matches.iter().map(|found| found.end);
        ends.max().unwrap_or(0)
    }

    /// Takes a match of the DFA's pattern from `start`; matches without a right edge are dropped.
    #[inline]
    pub fn push(
        &mut self,
        image: &Image,
        haystack: &[u8],
        pattern: usize,
        start: usize,
        end: usize,
    ) {
        match image.pattern_use(pattern) {
            Use::Label(form) => self.labels.push((form, end)),
            Use::Form(form) | Use::Value(form) => {
                if self.token_end.0 != end {
                    self.token_end = (end, is_token_end(haystack, end));
                }
                if self.token_end.1 {
                    self.matches.push(Match { form, start, end });
                }
            }
            Use::Term(_) => {}
        }
    }

    /// Looks for the values of the labels that were pushed: after each form's longest label first, and after a
    /// shorter one only if that has no value. Returns whether a byte was read that is not ASCII.
    pub fn follow_labels(&mut self, image: &Image, dfa: Dfa<'_>, haystack: &[u8]) -> bool {
        let mut beyond_ascii = false;
        self.labels
            .sort_unstable_by_key(|&(form, end)| (form, usize::MAX - end));
        let mut tried = (u32::MAX, 0);
        for index in 0..self.labels.len() {
            let (form, label_end) = self.labels[index];
            tried = if tried.0 == form {
                (form, tried.1 + 1)
            } else {
                (form, 1)
            };
            let Some(value) = image.form(form).value else {
                continue;
            };
            if tried.1 > LABEL_ENDS {
                continue;
            }
            let before = self.matches.len();
            beyond_ascii |= walk(dfa, value, haystack, label_end, |pattern, end| {
                self.push(image, haystack, pattern, label_end, end)
            });
            if self.matches.len() > before {
                tried.1 = LABEL_ENDS;
            }
        }
        beyond_ascii
    }

    /// One candidate a rule and start, values behind a label apart: the longest match whose check passes, else the
    /// longest; at equal length the form that was written first. `wanted` says whether a form can be reported at all.
    pub fn choose(
        &mut self,
        image: &Image,
        haystack: &[u8],
        lead: usize,
        mut wanted: impl FnMut(&FormRef) -> bool,
    ) -> &[Candidate] {
        self.chosen.clear();
        self.matches
            .sort_unstable_by_key(|found| (usize::MAX - found.end, found.form));
        for index in 0..self.matches.len() {
            let found = self.matches[index];
            let form = image.form(found.form);
            let earlier = self
                .chosen
                .iter()
                .position(|other| other.form.rule == form.rule && other.start == found.start);
            let settled =
                earlier.is_some_and(|at| self.chosen[at].check != Some(CheckOutcome::Failed));
            if settled {
                continue;
            }
            let Some((span, label)) = place(image, form, haystack, lead, found) else {
                continue;
            };
            if !wanted(form) {
                continue;
            }
            let check = form
                .check
                .map(|check| match check(&haystack[span.range()]) {
                    true => CheckOutcome::Passed,
                    false => CheckOutcome::Failed,
                });
            let candidate = Candidate {
                form: *form,
                start: found.start,
                span,
                check,
                label,
            };
            match earlier {
                None => self.chosen.push(candidate),
                Some(at) if check != Some(CheckOutcome::Failed) => self.chosen[at] = candidate,
                Some(_) => {}
            }
        }
        self.chosen
            .sort_unstable_by_key(|candidate| candidate.start);
        &self.chosen
    }
}

/// The value's span and its label's, if the form's edges hold.
fn place(
    image: &Image,
    form: &FormRef,
    haystack: &[u8],
    lead: usize,
    found: Match,
) -> Option<(Span, Option<Span>)> {
    let start = if form.back {
        reach_back(image, form, haystack, lead)?
    } else {
        lead
    };
    if !is_token_start(haystack, start)
        || !holds_left(form.edges, haystack, start)
        || !holds_right(form.edges, haystack, found.end)
    {
        return None;
    }
    match form.value {
        None => Some((Span::new(start, found.end), None)),
        Some(_) => Some((
            Span::new(found.start, found.end),
            Some(Span::new(lead, found.start)),
        )),
    }
}

/// Where the bytes before the lead that belong to the value begin; `None` if there are none.
fn reach_back(image: &Image, form: &FormRef, haystack: &[u8], lead: usize) -> Option<usize> {
    let rule = &image.rules()[usize::from(form.rule)];
    let back = rule.forms()[usize::from(form.form)].back()?;
    let taken = haystack[..lead]
        .iter()
        .rev()
        .take(back.max())
        .take_while(|&&byte| back.contains(byte))
        .count();
    (taken > 0).then(|| lead - taken)
}
