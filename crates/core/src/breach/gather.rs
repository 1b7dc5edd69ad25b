//! From messages to marks: what scanner, signals and facts see.

use core::ops::ControlFlow;
use std::collections::{BTreeMap, HashMap};

use super::concepts::CONCEPTS;
use super::genre::Genres;
use super::names::{Name, Names};
use super::phrases::{Phrases, Places};
use super::unit::Unit;
use super::{audit, facts};
use crate::message::App;
use crate::rule::Kind;
use crate::scan::{Finding, Scanner, Scratch};
use crate::span::Span;

/// The names that each rule's findings have: its own, and those of its families.
pub(super) struct NamesOf(HashMap<String, RuleNames>);

struct RuleNames {
    source: Name,
    own: Option<Name>,
    families: Vec<Name>,
}

impl NamesOf {
    /// Of the rules of scanners.
    pub fn new(scanners: &[Scanner], names: &mut Names) -> NamesOf {
        let mut of = HashMap::new();
        for rule in scanners.iter().flat_map(Scanner::rules) {
            let own = names.get(rule.id());
            let families = CONCEPTS
                .iter()
                .filter(|(_, rules)| rules.contains(&rule.id()));
            let families: Vec<Name> = families.filter_map(|(name, _)| names.get(name)).collect();
            if own.is_some() || !families.is_empty() {
                let source = names.add(rule.id());
                let entry = RuleNames {
                    source,
                    own,
                    families,
                };
                of.insert(rule.id().to_owned(), entry);
            }
        }
        NamesOf(of)
    }
}

/// What reads the texts: the scanner for values, the signals for phrases, each with the names of its rules.
pub(super) struct Readers<'r> {
    pub values: (&'r Scanner, &'r NamesOf),
    pub signals: (&'r [Scanner], &'r NamesOf),
    pub phrases: &'r Phrases,
}

impl Readers<'_> {
    /// One for each image of signals.
    fn scratches(&self) -> Vec<Scratch> {
        self.signals.0.iter().map(|_| Scratch::new()).collect()
    }
}

/// Fills the unit's marks.
pub(super) fn gather(unit: &mut Unit<'_>, names: &Names, readers: &Readers<'_>) {
    facts::gather(unit, names);
    let mut genres = Genres::default();
    // One for each set of rules: a scratch that changes hands is made anew.
    let (mut for_values, mut for_signals) = (Scratch::new(), readers.scratches());
    for (at, message) in unit.messages().collect::<Vec<_>>() {
        if message.event.is_some() {
            continue;
        }
        let text = message.text.as_str();
        values(unit, at, text, readers.values, &mut for_values);
        for (id, spans) in signals(text, readers, &mut for_signals) {
            genres.count(&id, text, &spans);
            if let Some(rule) = readers.signals.1.0.get(&id) {
                for span in spans {
                    for &name in rule.own.iter().chain(&rule.families) {
                        unit.mark(name, rule.source, at, Some(span));
                    }
                }
            }
        }
    }
    if unit.of.channel.app == App::AuditLog {
        audit::gather(unit, names);
    }
    if unit.is_prose() {
        for name in genres.facts().filter_map(|fact| names.get(fact)) {
            unit.note(name);
        }
    }
    names_of_people(unit, readers);
    unit.settle();
}

/// Marks values and terms. Of values at one place only the surest counts for its families.
fn values(
    unit: &mut Unit<'_>,
    at: usize,
    text: &str,
    (scanner, of): (&Scanner, &NamesOf),
    scratch: &mut Scratch,
) {
    let mut all: Vec<Finding<'_>> = Vec::new();
    let _ = scanner.scan(scratch, text.as_bytes(), |finding| {
        all.push(finding);
        ControlFlow::Continue(())
    });
    all.sort_by_key(|finding| core::cmp::Reverse(finding.confidence()));
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    for finding in all {
        let Some(rule) = of.0.get(finding.rule().id()) else {
            continue;
        };
        let span = finding.span();
        if let Some(own) = rule.own {
            unit.mark(own, rule.source, at, Some(span));
        }
        if is_free(&taken, span) {
            if matches!(finding.rule().kind(), Kind::Identifier | Kind::Marking) {
                taken.insert(span.start(), span.end());
            }
            for &family in &rule.families {
                unit.mark(family, rule.source, at, Some(span));
            }
        }
    }
}

/// Where each signal stands in a text.
fn signals(text: &str, readers: &Readers<'_>, scratches: &mut [Scratch]) -> Places {
    let mut places = Places::new();
    for (signals, scratch) in readers.signals.0.iter().zip(scratches) {
        let _ = signals.scan(scratch, text.as_bytes(), |finding| {
            let of_rule = places.entry(finding.rule().id().to_owned());
            of_rule.or_default().push(finding.span());
            ControlFlow::Continue(())
        });
    }
    if !places.is_empty() {
        readers.phrases.complete(text, &mut places);
    }
    places
}

/// Whether the span overlaps none of these, which do not overlap each other.
fn is_free(taken: &BTreeMap<usize, usize>, span: Span) -> bool {
    let before = taken.range(..span.end()).next_back();
    before.is_none_or(|(_, &end)| end <= span.start())
}

/// Notes what the names of the channel and of those who write say: a rank, a rôle.
fn names_of_people(unit: &mut Unit<'_>, readers: &Readers<'_>) {
    let senders = unit
        .messages()
        .filter_map(|(_, message)| message.sender.as_ref()?.name.as_deref());
    let mut labels: Vec<&str> = senders.chain(unit.of.channel.name.as_deref()).collect();
    labels.sort_unstable();
    labels.dedup();
    let mut scratches = readers.scratches();
    for label in labels {
        for id in signals(&label.replace('_', " "), readers, &mut scratches).keys() {
            if let Some(own) = readers.signals.1.0.get(id).and_then(|rule| rule.own) {
                unit.note(own);
            }
        }
    }
}
