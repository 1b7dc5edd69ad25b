//! The context terms around a value: every term looked for at every place.

use core::ops::Range;

use super::edges::{touched_after, touched_before};
use crate::rule::{Rule, Support, Tier};
use crate::span::Span;

/// Bytes that one space of a term may stand for, at most.
const SPACE: usize = 3;

/// A term of a rule where it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct TermAt {
    pub tier: Tier,
    pub span: Span,
}

/// Every place in `range` where a context term of `rule` starts, in the order of their spans.
pub(super) fn stands_in(rule: &Rule, haystack: &[u8], range: Range<usize>) -> Vec<TermAt> {
    let mut found = Vec::new();
    for tier in Tier::ALL {
        for term in rule.context().terms(tier) {
            let first = term.as_bytes()[0];
            let starts = range
                .clone()
                .filter(|&at| haystack[at].eq_ignore_ascii_case(&first));
            let spans = starts.flat_map(|start| {
                let ends = term_ends(term.as_bytes(), haystack, start);
                ends.into_iter().map(move |end| Span::new(start, end))
            });
            found.extend(
                spans
                    .filter(|&span| stands_alone(haystack, span))
                    .map(|span| TermAt { tier, span }),
            );
        }
    }
    found.sort_by_key(|at| at.span);
    found
}

/// Whether no letter or digit of the term touches another.
fn stands_alone(haystack: &[u8], span: Span) -> bool {
    let on_left = haystack[span.start()].is_ascii_alphanumeric();
    let on_right = haystack[span.end() - 1].is_ascii_alphanumeric();
    !(on_left && touched_before(haystack, span.start())
        || on_right && touched_after(haystack, span.end()))
}

/// Where `term` can end if it starts at `at`.
fn term_ends(term: &[u8], haystack: &[u8], at: usize) -> Vec<usize> {
    match (term.split_first(), haystack.get(at)) {
        (None, _) => vec![at],
        (Some((b' ', rest)), _) => (0..=SPACE)
            .take_while(|&len| {
                haystack
                    .get(at..at + len)
                    .is_some_and(|gap| gap.iter().all(|byte| b" \t\r\n_./-".contains(byte)))
            })
            .flat_map(|len| term_ends(rest, haystack, at + len))
            .collect(),
        (Some((letter, rest)), Some(byte)) if letter.eq_ignore_ascii_case(byte) => {
            term_ends(rest, haystack, at + 1)
        }
        _ => Vec::new(),
    }
}

/// The strongest context for the value at `value` inside `limits`, and where its nearest term stands.
pub(super) fn support(
    rule: &Rule,
    terms: &[TermAt],
    haystack: &[u8],
    value: Span,
    limits: Range<usize>,
) -> (Support, Option<Span>) {
    let window = rule.context().window();
    let best = terms
        .iter()
        .filter(|at| !at.span.overlaps(value))
        .filter(|at| limits.start <= at.span.start() && at.span.end() <= limits.end)
        .filter(|at| {
            at.span.start() + window >= value.start() && at.span.end() <= value.end() + window
        })
        .filter_map(|at| Some((at, counts_as(at, haystack, value)?)))
        .min_by_key(|(at, support)| (rank(*support), distance(at.span, value), at.span));
    match best {
        Some((at, support)) => (support, Some(at.span)),
        None => (Support::None, None),
    }
}

/// The place of a context among others: a label before what refutes, that before what supports.
pub(super) fn rank(support: Support) -> u8 {
    match support {
        Support::Label => 0,
        Support::Against => 1,
        Support::Near => 2,
        Support::None => 3,
    }
}

fn counts_as(at: &TermAt, haystack: &[u8], value: Span) -> Option<Support> {
    let before = at.span.end() <= value.start();
    let gap = if before {
        &haystack[at.span.end()..value.start()]
    } else {
        &haystack[value.end()..at.span.start()]
    };
    let direct = |most: usize| gap.len() <= most && !gap.iter().any(u8::is_ascii_alphanumeric);
    match at.tier {
        Tier::Label => Some(Support::Label),
        Tier::Word => Some(Support::Near),
        Tier::Beside => direct(8).then_some(Support::Label),
        Tier::Against => (before && direct(3) && !gap.contains(&b'\n')).then_some(Support::Against),
    }
}

fn distance(term: Span, value: Span) -> usize {
    if term.end() <= value.start() {
        value.start() - term.end()
    } else {
        term.start() - value.end()
    }
}
