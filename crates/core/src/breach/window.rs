//! Where the signals of a way come together: one pass over sorted marks, two ends that only move forward.

use core::hash::Hash;
use core::ops::Range;
use std::collections::HashMap;

use super::names::{Name, Names};
use super::pattern::{Need, Way, Window};
use super::unit::Unit;

/// The marks that meet a way, as places among the unit's marks.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub marks: Vec<usize>,
    /// The messages from the first to the last.
    pub messages: Range<usize>,
}

/// A mark that some group of the way wants.
#[derive(Clone, Copy)]
struct Wanted {
    mark: usize,
    source: Name,
    sender: Option<usize>,
    /// One bit a group.
    groups: u32,
}

/// Every smallest window that meets the way, from front to back; windows that overlap are one hit.
pub(super) fn hits(unit: &Unit<'_>, way: &Way, names: &Names) -> Vec<Hit> {
    let groups: Vec<Vec<Name>> = way
        .need
        .iter()
        .map(|need| need.any.iter().filter_map(|name| names.get(name)).collect())
        .collect();
    let is_seen = |group: &Vec<Name>| group.iter().any(|&name| unit.present[name as usize]);
    if !groups.iter().all(is_seen) {
        return Vec::new();
    }
    let wanted = wanted(unit, &groups);
    if !way.same_sender {
        return slide(unit, way, &wanted);
    }
    let mut by_sender: Vec<Vec<Wanted>> = vec![Vec::new(); unit.sender_count()];
    for wanted in wanted {
        if let Some(sender) = wanted.sender {
            by_sender[sender].push(wanted);
        }
    }
    let hits = by_sender.iter().flat_map(|wanted| slide(unit, way, wanted));
    hits.collect()
}

fn wanted(unit: &Unit<'_>, groups: &[Vec<Name>]) -> Vec<Wanted> {
    let mut all: Vec<Wanted> = Vec::new();
    for (at, mark) in unit.marks.iter().enumerate() {
        let of = |(bit, group): (usize, &Vec<Name>)| u32::from(group.contains(&mark.name)) << bit;
        let bits = groups.iter().enumerate().map(of).sum::<u32>();
        if bits == 0 {
            continue;
        }
        let is_same = |wanted: &&mut Wanted| {
            let other = &unit.marks[wanted.mark];
            (other.at, other.span, other.source) == (mark.at, mark.span, mark.source)
        };
        match all.last_mut().filter(is_same) {
            Some(same) => same.groups |= bits,
            None => all.push(Wanted {
                mark: at,
                source: mark.source,
                sender: unit.sender(mark.message),
                groups: bits,
            }),
        }
    }
    all
}

fn slide(unit: &Unit<'_>, way: &Way, wanted: &[Wanted]) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let mut tally = Tally::new(way);
    let mut from = 0;
    let mut last_end = 0;
    for (to, newest) in wanted.iter().enumerate() {
        tally.add(newest);
        while !fits(unit, way.window, &wanted[from], newest) {
            tally.remove(&wanted[from]);
            from += 1;
        }
        if !tally.is_met(newest) {
            continue;
        }
        while from < to && tally.is_met_without(&wanted[from], newest) {
            from += 1;
        }
        let marks = wanted[from..=to].iter().map(|wanted| wanted.mark);
        match hits.last_mut() {
            Some(last) if from <= last_end => {
                let known = last.marks.last().copied();
                last.marks.extend(marks.filter(|&mark| Some(mark) > known));
            }
            _ => hits.push(Hit {
                marks: marks.collect(),
                messages: 0..0,
            }),
        }
        last_end = to;
    }
    for hit in &mut hits {
        let first = unit.marks[hit.marks[0]].message;
        let last = unit.marks[hit.marks[hit.marks.len() - 1]].message;
        hit.messages = first..last + 1;
    }
    hits
}

fn fits(unit: &Unit<'_>, window: Window, first: &Wanted, last: &Wanted) -> bool {
    let (first, last) = (&unit.marks[first.mark], &unit.marks[last.mark]);
    if unit.is_prose() {
        return window.bytes.is_none_or(|bytes| last.at - first.at <= bytes);
    }
    if last.message - first.message >= window.messages {
        return false;
    }
    match (
        window.seconds,
        unit.seconds(first.message),
        unit.seconds(last.message),
    ) {
        (Some(most), Some(then), Some(now)) => now - then <= most,
        _ => true,
    }
}

/// What is in the window, counted as it moves.
struct Tally<'w> {
    way: &'w Way,
    groups: Vec<Group>,
    /// Marks of the first group, by sender.
    asked: HashMap<usize, usize>,
}

#[derive(Clone, Default)]
struct Group {
    count: usize,
    sources: HashMap<Name, usize>,
}

impl<'w> Tally<'w> {
    fn new(way: &'w Way) -> Tally<'w> {
        Tally {
            way,
            groups: vec![Group::default(); way.need.len()],
            asked: HashMap::new(),
        }
    }

    fn add(&mut self, wanted: &Wanted) {
        for (bit, group) in self.groups.iter_mut().enumerate() {
            if wanted.groups >> bit & 1 == 1 {
                group.count += 1;
                *group.sources.entry(wanted.source).or_default() += 1;
            }
        }
        if let (1, Some(sender)) = (wanted.groups & 1, wanted.sender) {
            *self.asked.entry(sender).or_default() += 1;
        }
    }

    fn remove(&mut self, wanted: &Wanted) {
        for (bit, group) in self.groups.iter_mut().enumerate() {
            if wanted.groups >> bit & 1 == 1 {
                group.count -= 1;
                drop_one(&mut group.sources, wanted.source);
            }
        }
        if let (1, Some(sender)) = (wanted.groups & 1, wanted.sender) {
            drop_one(&mut self.asked, sender);
        }
    }

    /// Whether every group has what it needs; `newest` is the last mark in the window.
    fn is_met(&self, newest: &Wanted) -> bool {
        let groups = self.groups.iter().zip(&self.way.need);
        let enough = |(group, need): (&Group, &Need)| {
            group.count >= need.count && group.sources.len() >= need.distinct
        };
        groups.into_iter().all(enough) && (!self.way.reply || self.answers(newest))
    }

    /// Whether `newest` is of the last group, and somebody else wrote what is of the first.
    fn answers(&self, newest: &Wanted) -> bool {
        let is_answer = newest.groups >> (self.way.need.len() - 1) & 1 == 1;
        let by_others = |sender| self.asked.keys().any(|asked| *asked != sender);
        is_answer && newest.sender.is_some_and(by_others)
    }

    /// Takes this mark out, if all is met without it.
    fn is_met_without(&mut self, oldest: &Wanted, newest: &Wanted) -> bool {
        self.remove(oldest);
        let is_met = self.is_met(newest);
        if !is_met {
            self.add(oldest);
        }
        is_met
    }
}

fn drop_one<K: Eq + Hash>(counts: &mut HashMap<K, usize>, key: K) {
    if let Some(count) = counts.get_mut(&key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(&key);
        }
    }
}
