//! What chats, mails and notes weigh as a whole: many weak signs, each counted once.

use core::ops::{Range, RangeInclusive};
use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::candidate::Candidate;
use super::names::{Name, Names};
use super::unit::Unit;
use super::wording::{Wording, Words};
use crate::error::Error;
use crate::message::App;

/// Bytes of text that are weighed as one; longer texts are weighed by stretches of this length.
const STRETCH: usize = 4000;
/// Bytes from the beginning of one stretch to that of the next: all that lies near each other shares one.
const STEP: usize = STRETCH / 2;

/// What each stretch of a longer text must weigh: it has more chances than a short text.
const LONG: i64 = 150;
/// How many names of the setting it must hold.
const LONG_SETTING: usize = 2;

/// What each sign adds, in hundredths.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Weights {
    /// Where the sum begins; at 0 a text is worth a look.
    base: i64,
    /// So many names that tell for it must be said in the text where no pattern is found.
    least: usize,
    /// Names that tell of police work, whatever they weigh: a longer text may be about anything.
    setting: Vec<String>,
    /// Of names seen.
    names: BTreeMap<String, i64>,
    /// Of those of which two different phrases are seen, besides.
    several: BTreeMap<String, i64>,
    /// Of patterns found.
    patterns: BTreeMap<String, i64>,
}

/// A part of a unit's text and what it weighs.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// Places among the unit's texts.
    pub at: Range<usize>,
    /// `None` if nothing in it tells of police work.
    pub total: Option<i64>,
    /// Whether enough is said in it to be worth a look by its weight alone.
    pub says_enough: bool,
    /// The plain words and pairs in it.
    pub words: Words,
}

impl Stretch {
    /// Whether it is worth a look.
    pub fn is_heavy(&self) -> bool {
        self.total.is_some_and(|total| total >= 0)
    }
}

impl Weights {
    /// Reads the TOML text of weights; `name` is for errors.
    pub fn parse(name: &str, text: &str) -> Result<Weights, Error> {
        toml::from_str(text).map_err(|error| Error::toml(name, text, &error))
    }

    /// Every name that has a weight.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        self.names.keys()
    }

    /// The stretches of the unit and what each weighs, given what was found; `None` for logs and sheets, which are judged
    /// by their rows.
    pub fn stretches(
        &self,
        unit: &Unit<'_>,
        names: &Names,
        found: &[Candidate],
        wording: &Wording,
    ) -> Option<Vec<Stretch>> {
        if matches!(unit.of.channel.app, App::AuditLog | App::Spreadsheet) {
            return None;
        }
        let length = unit.marks.last().map_or(0, |mark| mark.at);
        let last = length.saturating_sub(STRETCH).div_ceil(STEP);
        let mut patterns: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); last + 1];
        for candidate in found {
            for number in touched(&unit.place(candidate), last) {
                patterns[number].insert(candidate.pattern.id());
            }
        }
        let setting: Vec<Name> = self
            .setting
            .iter()
            .filter_map(|name| names.get(name))
            .collect();
        let (handicap, needed) = if last > 0 {
            (LONG, LONG_SETTING)
        } else {
            (0, 0)
        };
        let words = wording.of_stretches(unit, last);
        let stretch = |(number, words): (usize, Words)| {
            let at = number * STEP..number * STEP + STRETCH;
            let of_patterns = patterns[number].iter();
            let of_patterns = of_patterns.filter_map(|id| self.patterns.get(*id));
            let seen = self.seen(unit, names, &at);
            let of_names = seen.iter().map(|seen| seen.weight);
            let total = of_patterns.sum::<i64>() + of_names.sum::<i64>() + wording.weigh(&words);
            let of_setting = seen.iter().filter(|seen| setting.contains(&seen.name));
            let in_setting = of_setting.count() >= needed;
            let telling = seen.iter().filter(|seen| seen.is_said && seen.weight > 0);
            Stretch {
                total: in_setting.then_some(self.base + total - handicap),
                says_enough: telling.count() >= self.least,
                at,
                words,
            }
        };
        Some((0..).zip(words).map(stretch).collect())
    }

    /// The names seen in a part of the unit, or known of all of it, each with its weight.
    pub fn seen(&self, unit: &Unit<'_>, names: &Names, at: &Range<usize>) -> Vec<Seen> {
        let here = phrases(unit, at);
        let seen = |(text, &weight): (&String, &i64)| {
            let name = names.get(text)?;
            let several = self.several.get(text).copied().unwrap_or(0);
            let phrases = here.get(&name);
            let differ = phrases.is_some_and(|phrases| phrases.differ);
            (phrases.is_some() || unit.placeless[name as usize]).then_some(Seen {
                name,
                weight: weight + if differ { several } else { 0 },
                is_said: phrases.is_some_and(|phrases| phrases.first.is_some()),
            })
        };
        self.names.iter().filter_map(seen).collect()
    }
}

/// A name in a part of a unit, or known of all of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub name: Name,
    pub weight: i64,
    /// Whether a phrase of the text says it: it is no fact about channel or recipients.
    is_said: bool,
}

/// The phrases of one name.
struct Phrases<'t> {
    first: Option<&'t str>,
    /// Whether there is another than the first, case apart.
    differ: bool,
}

/// The names in a part of the unit and their phrases.
fn phrases<'u>(unit: &'u Unit<'_>, at: &Range<usize>) -> BTreeMap<Name, Phrases<'u>> {
    let mut seen: BTreeMap<Name, Phrases<'u>> = BTreeMap::new();
    for mark in &unit.marks[unit.marks_within(at.start, at.end)] {
        let text = unit.message(mark.message).text.as_str();
        let phrase = mark.span.and_then(|span| text.get(span.range()));
        let of_name = seen.entry(mark.name).or_insert(Phrases {
            first: phrase,
            differ: false,
        });
        if let (Some(first), Some(phrase)) = (of_name.first, phrase) {
            of_name.differ |= !first.eq_ignore_ascii_case(phrase);
        }
    }
    seen
}

/// The numbers of the stretches that have a place in common with this range, of those up to `last`.
pub(super) fn touched(place: &Range<usize>, last: usize) -> RangeInclusive<usize> {
    let first = place.start.saturating_sub(STRETCH).div_ceil(STEP);
    first.min(last)..=(place.end / STEP).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_touches_every_stretch_it_lies_in() {
        assert_eq!(touched(&(0..10), 3), 0..=0);
        assert_eq!(touched(&(5000..5100), 3), 1..=2);
        assert_eq!(touched(&(3000..9000), 3), 0..=3);
    }

    #[test]
    fn a_refusal_names_file_and_line() {
        let refused = Weights::parse("mine.toml", "base = 0\nbias = 1\n").unwrap_err();
        assert!(refused.to_string().contains("mine.toml:2"), "{refused}");
    }
}
