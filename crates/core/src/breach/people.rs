//! Whose data it is and who got it, as far as can be counted.

use core::ops::Range;
use std::collections::{BTreeMap, BTreeSet};

use super::audit::normal;
use super::candidate::MessageRef;
use super::names::{Name, Names};
use super::unit::{Mark, Unit};
use crate::message::{App, ChannelKind};

/// Kinds of value of which a person has one: as many values, as many people.
#[rustfmt::skip]
const ONE_EACH: &[&str] = &[
    "person-name-police", "full-name", "date-of-birth", "pnc-id", "nhs-number", "nino", "uk-passport",
    "gb-driving-licence", "uk-phone-mobile", "vrm",
];

/// Messages beside the hit whose identifiers still belong to it.
const BESIDE: usize = 2;

/// The personal identifiers in and beside these messages; of a log, in the rows that are evidence.
pub(super) fn personal(
    unit: &Unit<'_>,
    messages: &Range<usize>,
    evidence: &[MessageRef],
    names: &Names,
) -> Vec<Mark> {
    let Some(personal) = names.get("personal-identifier") else {
        return Vec::new();
    };
    let is_log = unit.of.channel.app == App::AuditLog;
    let rows = evidence.iter().filter(|_| is_log);
    let rows = rows.map(|row| row.message..row.message + 1);
    let around = messages.start.saturating_sub(BESIDE)..messages.end + BESIDE;
    let near = rows.chain((!is_log).then_some(around));
    let marks = near.flat_map(|near| &unit.marks[unit.marks_of(near)]);
    marks
        .filter(|mark| mark.name == personal)
        .cloned()
        .collect()
}

/// How many people these identifiers are about, at least: the most distinct values of one kind; 1 if there is none.
pub(super) fn subjects(unit: &Unit<'_>, personal: &[Mark], names: &Names) -> usize {
    let mut values: BTreeMap<Name, BTreeSet<String>> = BTreeMap::new();
    for mark in personal {
        if ONE_EACH.contains(&names.text(mark.source))
            && let Some(span) = mark.span
        {
            let text = unit.message(mark.message).text.as_str();
            let value = normal(text.get(span.range()).unwrap_or_default());
            values.entry(mark.source).or_default().insert(value);
        }
    }
    values.values().map(BTreeSet::len).max().unwrap_or(1).max(1)
}

/// How many people received these messages, if that is known.
pub(super) fn recipients(
    unit: &Unit<'_>,
    messages: &Range<usize>,
    evidence: &[MessageRef],
) -> Option<usize> {
    let channel = &unit.of.channel;
    if channel.kind == ChannelKind::Direct {
        return Some(1);
    }
    if let (Some(members), ChannelKind::Group) = (channel.members, channel.kind) {
        return Some((members as usize).saturating_sub(1));
    }
    let is_log = channel.app == App::AuditLog;
    let between = if is_log { 0..0 } else { messages.clone() };
    let rows = evidence.iter().filter(|_| is_log).map(|row| row.message);
    let all: BTreeSet<&str> = between
        .chain(rows)
        .flat_map(|at| &unit.message(at).recipients)
        .map(|recipient| recipient.party.key())
        .collect();
    (!all.is_empty()).then_some(all.len())
}
