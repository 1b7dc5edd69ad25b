//! A slow, obvious scanner, written from the documentation alone: the truth that the fast one is compared with.
//!
//! It shares the parsed rules, the checks and the arithmetic of confidences with the fast scanner; how leads are
//! found, patterns are matched, labels are followed, values reach back, edges hold, one match a rule is chosen,
//! context counts, overlaps are settled and findings are ordered it works out by itself, one rule at a time and one
//! place at a time.
//!
//! - `matching`: every end of a pattern, from its syntax tree
//! - `edges`: what may touch a value
//! - `context`: terms around a value
//! - `table`: the table a value stands in
//! - `compare`: the fast scanner must find the same
//! - `texts`: what they are compared on

mod compare;
mod context;
mod edges;
mod matching;
mod table;
mod texts;

use std::collections::BTreeMap;

use self::context::TermAt;
use self::matching::Pattern;
use crate::check;
use crate::confidence::Confidence;
use crate::rule::{CheckOutcome, Form, Rule, Support};
use crate::span::Span;

/// Ends of a label, from the longest, after which a value is looked for.
const LABEL_ENDS: usize = 4;

/// A finding with everything that can be told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Naive {
    rule: usize,
    span: Span,
    confidence: Confidence,
    check: Option<CheckOutcome>,
    support: Support,
    context: Option<Span>,
}

/// A match of one form.
struct Match<'r> {
    form: &'r Form,
    /// The form's place among those of its rule.
    written: usize,
    span: Span,
    label: Option<Span>,
}

/// The rules with their patterns parsed.
struct NaiveScanner<'r> {
    rules: &'r [Rule],
    forms: Vec<Vec<NaiveForm<'r>>>,
}

struct NaiveForm<'r> {
    form: &'r Form,
    value: Pattern,
    label: Option<Pattern>,
}

impl<'r> NaiveScanner<'r> {
    fn new(rules: &'r [Rule]) -> NaiveScanner<'r> {
        let form = |form: &'r Form| NaiveForm {
            form,
            value: Pattern::new(form.regex()),
            label: form.after().map(Pattern::new),
        };
        NaiveScanner {
            rules,
            forms: rules
                .iter()
                .map(|rule| rule.forms().iter().map(form).collect())
                .collect(),
        }
    }

    /// The matches of each rule that count, from each lead, rule by rule.
    fn candidates(&self, haystack: &[u8]) -> Vec<Vec<Naive>> {
        (0..self.rules.len())
            .map(|rule| {
                let mut terms = None;
                (0..haystack.len())
                    .filter(|&lead| is_lead(haystack, lead))
                    .flat_map(|lead| self.best(rule, haystack, lead, &mut terms))
                    .collect()
            })
            .collect()
    }

    /// Those candidates of at least `floor` that are reported, in order.
    fn report(&self, candidates: &[Vec<Naive>], floor: Confidence) -> Vec<Naive> {
        let mut findings: Vec<Naive> = candidates
            .iter()
            .flat_map(|of_rule| settle(of_rule, floor))
            .collect();
        findings.sort_by_key(|found| {
            (
                found.span.start(),
                u8::MAX - found.confidence.hundredths(),
                usize::MAX - found.span.end(),
                u8::MAX - self.rules[found.rule].rank(),
                found.rule,
            )
        });
        findings
    }

    /// The rule's one match from `lead`, and one after each label that begins there.
    fn best(
        &self,
        rule: usize,
        haystack: &[u8],
        lead: usize,
        terms: &mut Option<Vec<TermAt>>,
    ) -> Vec<Naive> {
        let mut by_start: BTreeMap<usize, Vec<Match<'_>>> = BTreeMap::new();
        for (written, form) in self.forms[rule].iter().enumerate() {
            for found in form.matches(written, haystack, lead) {
                let start = found.label.map_or(lead, Span::end);
                by_start.entry(start).or_default().push(found);
            }
        }
        by_start
            .into_values()
            .map(|matches| self.judge(rule, haystack, lead, &matches, terms))
            .collect()
    }

    /// Of matches from one start the longest whose check does not fail, else the longest, of equals the form written
    /// first.
    fn judge(
        &self,
        rule: usize,
        haystack: &[u8],
        lead: usize,
        matches: &[Match<'_>],
        terms: &mut Option<Vec<TermAt>>,
    ) -> Naive {
        let judged = matches
            .iter()
            .map(|found| (found, outcome(found.form, &haystack[found.span.range()])));
        let (found, check) = judged
            .min_by_key(|(found, outcome)| {
                let failed = *outcome == Some(CheckOutcome::Failed);
                (failed, usize::MAX - found.span.end(), found.written)
            })
            .expect("every start has a match");
        let (support, context) = match found.label {
            Some(label) => (Support::Label, Some(label)),
            None => {
                let of_rule = &self.rules[rule];
                let terms = terms.get_or_insert_with(|| {
                    context::stands_in(of_rule, haystack, 0..haystack.len())
                });
                self.support(of_rule, terms, haystack, lead, found.span)
            }
        };
        Naive {
            rule,
            span: found.span,
            confidence: found.form.grades().pick(check, support),
            check,
            support,
            context,
        }
    }
}

impl NaiveScanner<'_> {
    /// What the terms around the value say, in a row of a table those of the row only, and the name of its column.
    fn support(
        &self,
        rule: &Rule,
        terms: &[TermAt],
        haystack: &[u8],
        lead: usize,
        value: Span,
    ) -> (Support, Option<Span>) {
        let Some(place) = table::place(self.rules, haystack, lead, value) else {
            return context::support(rule, terms, haystack, value, 0..haystack.len());
        };
        let (around, at) = context::support(rule, terms, haystack, value, place.row);
        match table::support(rule, haystack, &place.name) {
            Some((named, span)) if context::rank(named) < context::rank(around) => {
                (named, Some(span))
            }
            _ => (around, at),
        }
    }
}

impl<'r> NaiveForm<'r> {
    /// Every match from `lead` whose edges hold.
    fn matches(&self, written: usize, haystack: &[u8], lead: usize) -> Vec<Match<'r>> {
        let first = self.label.as_ref().unwrap_or(&self.value);
        let start = self.start(haystack, lead);
        let Some(start) = start.filter(|_| first.can_start_with(haystack[lead])) else {
            return Vec::new();
        };
        let (value_start, ends) = match &self.label {
            None => (start, self.value.ends(haystack, lead)),
            Some(label) => {
                let labels = label.ends(haystack, lead);
                let with_value = labels.iter().rev().take(LABEL_ENDS).find_map(|&label_end| {
                    if splits_word(haystack, label_end) {
                        return None;
                    }
                    let mut ends = self.value.ends(haystack, label_end);
                    ends.retain(|&end| !edges::touched_after(haystack, end));
                    (!ends.is_empty()).then_some((label_end, ends))
                });
                let Some(with_value) = with_value else {
                    return Vec::new();
                };
                with_value
            }
        };
        ends.into_iter()
            .filter(|&end| edges::hold(self.form.edges(), haystack, start, end))
            .map(|end| Match {
                form: self.form,
                written,
                span: Span::new(value_start, end),
                label: self.label.is_some().then(|| Span::new(lead, value_start)),
            })
            .collect()
    }

    /// Where the match begins: at the lead, or as far before it as the form reaches back.
    fn start(&self, haystack: &[u8], lead: usize) -> Option<usize> {
        let Some(back) = self.form.back() else {
            return Some(lead);
        };
        let mut start = lead;
        while start > 0 && lead - start < back.max() && back.contains(haystack[start - 1]) {
            start -= 1;
        }
        (start < lead).then_some(start)
    }
}

/// A match gives way to an overlapping one of its rule that was found earlier and is as certain.
fn settle(candidates: &[Naive], floor: Confidence) -> Vec<Naive> {
    let mut kept: Vec<Naive> = Vec::new();
    for found in candidates.iter().filter(|found| found.confidence >= floor) {
        let overlaps = |other: &Naive| other.span.overlaps(found.span);
        let gives_way = |other: &Naive| overlaps(other) && other.confidence >= found.confidence;
        if !kept.iter().any(gives_way) {
            kept.retain(|other| !overlaps(other));
            kept.push(found.clone());
        }
    }
    kept
}

/// Whether a label that ends at `at` is only the beginning of a word: a digit may follow it directly, a letter not.
fn splits_word(haystack: &[u8], at: usize) -> bool {
    let pair = haystack.get(at - 1..=at);
    pair.is_some_and(|pair| pair[0].is_ascii_alphanumeric() && pair[1].is_ascii_alphabetic())
}

/// The first byte of a word or number, or punctuation.
fn is_lead(haystack: &[u8], at: usize) -> bool {
    !haystack[at].is_ascii_alphanumeric() || !edges::touched_before(haystack, at)
}

fn outcome(form: &Form, value: &[u8]) -> Option<CheckOutcome> {
    let check = check::by_name(form.check()?).expect("the loader refuses unknown checks");
    Some(match check(value) {
        true => CheckOutcome::Passed,
        false => CheckOutcome::Failed,
    })
}
