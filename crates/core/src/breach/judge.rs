//! From a place where a way is met to a candidate: what else speaks for it, what against, what is missing.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::candidate::{Candidate, MessageRef};
use super::evidence::{Evidence, Role};
use super::fingerprint::FingerprintKey;
use super::grade::grade;
use super::names::{Name, Names};
use super::pattern::{Pattern, Way};
use super::unit::{Mark, Unit};
use super::window::{Hit, hits};
use super::{audit, people};
use crate::message::App;
use crate::span::Span;
use std::sync::Arc;

/// Neighbouring messages in which a signal still raises or lowers a candidate.
const MARGIN_MESSAGES: usize = 6;
/// The same within one text, in bytes.
const MARGIN_BYTES: usize = 1500;
/// Pieces of evidence a candidate shows at the most.
const MOST_EVIDENCE: usize = 200;

/// What judging needs besides the unit.
pub(super) struct Bench<'a> {
    pub names: &'a Names,
    /// The names in words.
    pub words: &'a BTreeMap<Name, String>,
    pub key: &'a FingerprintKey,
}

/// The candidates of one pattern in one unit; ways that meet in neighbouring messages are one, and all of one user of a log.
pub(super) fn judge(unit: &Unit<'_>, pattern: &Arc<Pattern>, bench: &Bench<'_>) -> Vec<Candidate> {
    let mut cases: Vec<Case> = Vec::new();
    for way in &pattern.ways {
        if !is_open(unit, way, bench.names) {
            continue;
        }
        let of_way = hits(unit, way, bench.names);
        cases.extend(
            of_way
                .into_iter()
                .filter_map(|hit| weigh(unit, pattern, way, hit, bench)),
        );
    }
    cases.sort_by_key(|case| (case.hit.messages.start, case.hit.messages.end));
    let merged = if unit.of.channel.app == App::AuditLog {
        of_users(unit, cases)
    } else {
        neighbours(cases)
    };
    merged
        .into_iter()
        .map(|case| candidate(unit, pattern, case, bench))
        .collect()
}

/// Cases that share messages, or lie so close that the same signals around them count for both, as one.
fn neighbours(cases: Vec<Case>) -> Vec<Case> {
    let mut merged: Vec<Case> = Vec::new();
    for case in cases {
        match merged.last_mut() {
            Some(last) if last.hit.messages.end + MARGIN_MESSAGES > case.hit.messages.start => {
                last.merge(case);
            }
            _ => merged.push(case),
        }
    }
    merged
}

/// The cases of each user of a log as one; those that rest on the rows of several as one too.
fn of_users(unit: &Unit<'_>, cases: Vec<Case>) -> Vec<Case> {
    let mut merged: BTreeMap<Option<usize>, Case> = BTreeMap::new();
    for case in cases {
        let mut users = case
            .hit
            .marks
            .iter()
            .map(|&at| unit.sender(unit.marks[at].message));
        let first = users.next().flatten();
        let user = first.filter(|_| users.all(|user| user == first));
        match merged.entry(user) {
            Entry::Occupied(mut known) => known.get_mut().merge(case),
            Entry::Vacant(free) => {
                free.insert(case);
            }
        }
    }
    merged.into_values().collect()
}

/// A hit and what it weighs.
pub(super) struct Case {
    pub hit: Hit,
    pub raising: Vec<usize>,
    pub lowering: Vec<usize>,
    pub weight: u32,
}

impl Case {
    fn merge(&mut self, other: Case) {
        let join = |into: &mut Vec<usize>, from: Vec<usize>| {
            into.extend(from);
            into.sort_unstable();
            into.dedup();
        };
        join(&mut self.hit.marks, other.hit.marks);
        join(&mut self.raising, other.raising);
        join(&mut self.lowering, other.lowering);
        self.hit.messages.end = self.hit.messages.end.max(other.hit.messages.end);
        self.weight = self.weight.max(other.weight);
    }
}

/// Whether what the way asks of the whole unit holds.
fn is_open(unit: &Unit<'_>, way: &Way, names: &Names) -> bool {
    let is_present = |name: &String| {
        names
            .get(name)
            .is_some_and(|name| unit.present[name as usize])
    };
    way.conditions
        .iter()
        .all(|group| group.iter().any(is_present))
        && !way.unless.iter().any(is_present)
}

/// Adds up what raises and lowers around the hit; `None` if that is too little.
fn weigh(
    unit: &Unit<'_>,
    pattern: &Pattern,
    way: &Way,
    hit: Hit,
    bench: &Bench<'_>,
) -> Option<Case> {
    let near = around(unit, &hit);
    let has = |name: &String| {
        let name = bench.names.get(name)?;
        near.iter().copied().find(|&at| unit.marks[at].name == name)
    };
    if way.absent.iter().any(|name| has(name).is_some()) {
        return None;
    }
    let sum = |weights: &BTreeMap<String, u32>| {
        let mut marks = Vec::new();
        let mut total = 0;
        for (name, weight) in weights {
            let is_known = |name: Name| unit.placeless[name as usize];
            if let Some(at) = has(name) {
                marks.push(at);
                total += weight;
            } else if bench.names.get(name).is_some_and(is_known) {
                total += weight;
            }
        }
        (total, marks)
    };
    let (raised, raising) = sum(&pattern.raise);
    let (lowered, lowering) = sum(&pattern.lower);
    if i64::from(raised) - i64::from(lowered) < way.least {
        return None;
    }
    Some(Case {
        weight: (2 * way.need.len() as u32 + raised).saturating_sub(lowered),
        hit,
        raising,
        lowering,
    })
}

/// The marks in the hit's window and its margin; rows of a log say nothing of their neighbours.
fn around(unit: &Unit<'_>, hit: &Hit) -> Vec<usize> {
    if unit.of.channel.app == App::AuditLog {
        let mut rows: Vec<usize> = hit.marks.iter().map(|&at| unit.marks[at].message).collect();
        rows.dedup();
        return rows
            .into_iter()
            .flat_map(|row| unit.marks_of(row..row + 1))
            .collect();
    }
    if !unit.is_prose() {
        let near =
            hit.messages.start.saturating_sub(MARGIN_MESSAGES)..hit.messages.end + MARGIN_MESSAGES;
        return unit.marks_of(near).collect();
    }
    let (first, last) = (hit.marks[0], hit.marks[hit.marks.len() - 1]);
    let (from, to) = (unit.marks[first].at, unit.marks[last].at);
    let near = unit.marks_within(from.saturating_sub(MARGIN_BYTES), to + MARGIN_BYTES);
    let facts = unit
        .marks
        .iter()
        .enumerate()
        .filter(|(_, mark)| mark.span.is_none());
    let facts = facts.map(|(at, _)| at).filter(|at| !near.contains(at));
    facts.chain(near.clone()).collect()
}

pub(super) fn candidate(
    unit: &Unit<'_>,
    pattern: &Arc<Pattern>,
    case: Case,
    bench: &Bench<'_>,
) -> Candidate {
    let mut evidence = Vec::new();
    let roles = [
        (&case.hit.marks, Role::Required),
        (&case.raising, Role::Raises),
        (&case.lowering, Role::Lowers),
    ];
    for (marks, role) in roles {
        for &at in marks {
            evidence.push(piece(unit, &unit.marks[at], role, bench));
        }
    }
    evidence.sort_by(|a, b| {
        let key = |piece: &Evidence| (piece.message, piece.span, piece.rule.clone(), piece.role);
        key(a).cmp(&key(b))
    });
    evidence.dedup_by(|a, b| (a.message, a.span, &a.rule) == (b.message, b.span, &b.rule));
    evidence.truncate(MOST_EVIDENCE);
    let mut messages: Vec<MessageRef> = evidence.iter().map(|piece| piece.message).collect();
    messages.dedup();
    let personal = people::personal(unit, &case.hit.messages, &messages, bench.names);
    let subjects = people::subjects(unit, &personal, bench.names);
    let recipients = people::recipients(unit, &case.hit.messages, &messages);
    let rows: Vec<_> = messages
        .iter()
        .map(|place| unit.message(place.message))
        .collect();
    Candidate {
        rows: audit::summary(&rows),
        severity: grade(
            unit,
            pattern,
            &evidence,
            &personal,
            subjects,
            recipients,
            bench.names,
        ),
        fingerprint: sign(unit, pattern, &evidence, bench.key),
        absent: absent(unit, pattern, bench),
        not_assessed: not_assessed(unit, pattern, recipients),
        pattern: Arc::clone(pattern),
        messages,
        evidence,
        weight: case.weight,
        wording: Vec::new(),
        subjects,
        recipients,
    }
}

fn piece(unit: &Unit<'_>, mark: &Mark, role: Role, bench: &Bench<'_>) -> Evidence {
    let rule = bench.names.text(mark.source).to_owned();
    Evidence {
        name: bench
            .words
            .get(&mark.source)
            .cloned()
            .unwrap_or_else(|| rule.clone()),
        rule,
        role,
        message: MessageRef {
            conversation: unit.conversation,
            message: mark.message,
        },
        span: mark.span,
    }
}

/// What would have lowered the candidate and is nowhere in the unit.
fn absent(unit: &Unit<'_>, pattern: &Pattern, bench: &Bench<'_>) -> Vec<String> {
    let lowering = pattern
        .lower
        .keys()
        .chain(pattern.ways.iter().flat_map(|way| &way.absent));
    let mut absent = Vec::new();
    for name in lowering.filter_map(|name| bench.names.get(name)) {
        if !unit.present[name as usize]
            && let Some(words) = bench.words.get(&name)
            && !absent.contains(words)
        {
            absent.push(words.clone());
        }
    }
    absent
}

fn not_assessed(unit: &Unit<'_>, pattern: &Pattern, recipients: Option<usize>) -> Vec<String> {
    let mut all = vec!["whether the use or disclosure was authorised".to_owned()];
    if recipients.is_none() {
        all.push("who received it".into());
    }
    if unit.of.channel.official.is_none() {
        all.push("whether the channel or device was approved".into());
    }
    all.extend(pattern.not_assessed().iter().cloned());
    all
}

/// The pattern and what was found, without case, spaces or place: the same after the chat is exported again.
fn sign(
    unit: &Unit<'_>,
    pattern: &Pattern,
    evidence: &[Evidence],
    key: &FingerprintKey,
) -> super::Fingerprint {
    let text = |at: usize, span: Span| {
        let text = unit.message(at).text.as_str();
        audit::normal(text.get(span.range()).unwrap_or_default())
    };
    let mut parts: Vec<String> = evidence
        .iter()
        .filter(|piece| piece.role == Role::Required)
        .map(|piece| {
            let value = piece.span.map(|span| text(piece.message.message, span));
            format!("{}={}", piece.rule, value.unwrap_or_default())
        })
        .collect();
    parts.sort_unstable();
    parts.dedup();
    let bytes = parts.iter().map(String::as_bytes);
    key.sign([pattern.id().as_bytes()].into_iter().chain(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_one_until_six_messages_lie_between_them() {
        let case = |mark, messages| Case {
            hit: Hit {
                marks: vec![mark],
                messages,
            },
            raising: Vec::new(),
            lowering: Vec::new(),
            weight: mark as u32,
        };
        let merged = neighbours(vec![case(1, 0..3), case(2, 8..9), case(3, 15..16)]);
        let told: Vec<_> = merged
            .into_iter()
            .map(|case| (case.hit.marks, case.hit.messages, case.weight))
            .collect();
        assert_eq!(told, [(vec![1, 2], 0..9, 2), (vec![3], 15..16, 3)]);
    }
}
