//! Joins an audit log with messages: who looked something up, and who then wrote about it.

use std::collections::HashMap;

use super::audit::normal;
use super::names::Names;
use super::unit::Unit;
use crate::message::App;

/// Seconds after a look-up within which a message is taken to follow from it.
const FOLLOWS: i64 = 24 * 3600;
/// Identifiers shorter than this are too common to join on.
const LEAST: usize = 5;
/// Longer ones are no identifiers.
const MOST: usize = 40;

/// Marks messages outside the audit log that name what somebody looked up in the 24 hours before.
///
/// Joined is on the identifier, never on time alone.
pub(super) fn join(units: &mut [Unit<'_>], names: &Names) {
    let Some(fact) = names.get("looked-up-before") else {
        return;
    };
    let looked_up = looked_up(units);
    if looked_up.is_empty() {
        return;
    }
    for unit in units
        .iter_mut()
        .filter(|unit| unit.of.channel.app != App::AuditLog)
    {
        let mut found = Vec::new();
        for (at, message) in unit.messages() {
            let Some(now) = unit.seconds(at) else {
                continue;
            };
            let follows = |times: &Vec<i64>| {
                times
                    .iter()
                    .any(|&then| (0..=FOLLOWS).contains(&(now - then)))
            };
            let values = identifiers(unit, at, message.text.as_str());
            if values
                .iter()
                .any(|value| looked_up.get(value).is_some_and(follows))
            {
                found.push(at);
            }
        }
        for at in found {
            unit.mark(fact, fact, at, None);
        }
        unit.settle();
    }
}

/// When each identifier was looked up.
fn looked_up(units: &[Unit<'_>]) -> HashMap<String, Vec<i64>> {
    let mut all: HashMap<String, Vec<i64>> = HashMap::new();
    for unit in units
        .iter()
        .filter(|unit| unit.of.channel.app == App::AuditLog)
    {
        for (at, message) in unit.messages() {
            let Some(time) = unit.seconds(at) else {
                continue;
            };
            let subject = message
                .look_up
                .as_ref()
                .and_then(|row| row.subject.as_deref());
            let mut values = identifiers(unit, at, message.text.as_str());
            values.extend(subject.map(normal).filter(|value| value.len() >= LEAST));
            for value in values {
                all.entry(value).or_default().push(time);
            }
        }
    }
    all
}

/// What may identify a person or vehicle in a message, in letters and digits: what was found, and words or pairs of
/// words with a digit in them.
fn identifiers(unit: &Unit<'_>, message: usize, text: &str) -> Vec<String> {
    let of_message = unit.marks[unit.marks_of(message..message + 1)].iter();
    let spans = of_message.filter_map(|mark| mark.span);
    let found = spans.filter_map(|span| Some(normal(text.get(span.range())?)));
    let words: Vec<String> = text.split_whitespace().map(normal).collect();
    let pairs = words.windows(2).map(|pair| pair.concat());
    let has = |value: &String, kind: fn(&u8) -> bool| value.as_bytes().iter().any(kind);
    found
        .chain(words.iter().cloned())
        .chain(pairs)
        .filter(|value| (LEAST..=MOST).contains(&value.len()) && has(value, u8::is_ascii_digit))
        .collect()
}
