//! The patterns that a text is nearest to, by the names that each is recognised by.

use core::ops::Range;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::candidate::Candidate;
use super::judge::{Bench, Case, candidate};
use super::names::Name;
use super::pattern::Pattern;
use super::unit::Unit;
use super::weights::{Stretch, Weights};
use super::window::Hit;

/// Bytes within which leading names are taken as evidence of one candidate.
const NEAR: usize = 1500;
/// Bytes before and after a candidate that still tell which pattern it is nearest to.
const MARGIN: usize = 400;

/// The candidate of the pattern whose leading names weigh most in a stretch; `None` if none is seen.
pub(super) fn lead(
    unit: &Unit<'_>,
    stretch: &Stretch,
    patterns: &[Arc<Pattern>],
    weights: &Weights,
    bench: &Bench<'_>,
) -> Option<Candidate> {
    let seen = seen(unit, &stretch.at);
    // Of equals the first, so that the same text always leads to the same pattern.
    let sums = patterns.iter().rev();
    let sums = sums.map(|pattern| (sum(unit, pattern, &seen, bench), pattern));
    let (most, pattern) = sums.max_by_key(|(sum, _)| *sum)?;
    let leading: HashMap<Name, u32> = pattern
        .lead
        .iter()
        .filter_map(|(name, weight)| Some((bench.names.get(name)?, *weight)))
        .collect();
    let marks = densest(unit, &stretch.at, &leading);
    let (first, last) = (*marks.first()?, *marks.last()?);
    let messages = unit.marks[first].message..unit.marks[last].message + 1;
    let (mut raising, mut lowering) = (Vec::new(), Vec::new());
    let range = unit.marks_within(stretch.at.start, stretch.at.end);
    for seen in weights.seen(unit, bench.names, &stretch.at) {
        let place = range.clone().find(|&at| unit.marks[at].name == seen.name);
        match seen.weight.signum() {
            1 => raising.extend(place),
            -1 => lowering.extend(place),
            _ => {}
        }
    }
    let case = Case {
        hit: Hit { marks, messages },
        raising,
        lowering,
        weight: most,
    };
    Some(candidate(unit, pattern, case, bench))
}

/// Whether the candidate's pattern is near enough to the text around it: its leading names weigh at least a third of what
/// those of any pattern do there. A pattern without leading names stands by its ways alone.
pub(super) fn is_near(
    unit: &Unit<'_>,
    patterns: &[Arc<Pattern>],
    candidate: &Candidate,
    bench: &Bench<'_>,
) -> bool {
    let place = unit.place(candidate);
    let around = place.start.saturating_sub(MARGIN)..place.end + MARGIN;
    let seen = seen(unit, &around);
    let of = |pattern: &Arc<Pattern>| sum(unit, pattern, &seen, bench);
    let most = patterns.iter().map(of).max().unwrap_or(0);
    candidate.pattern.lead.is_empty() || 3 * of(&candidate.pattern) >= most
}

fn seen(unit: &Unit<'_>, at: &Range<usize>) -> HashSet<Name> {
    let marks = unit.marks[unit.marks_within(at.start, at.end)].iter();
    marks.map(|mark| mark.name).collect()
}

/// What the pattern's leading names that are seen weigh.
fn sum(unit: &Unit<'_>, pattern: &Arc<Pattern>, seen: &HashSet<Name>, bench: &Bench<'_>) -> u32 {
    let is_seen = |name: Name| seen.contains(&name) || unit.placeless[name as usize];
    let names = pattern.lead.iter();
    let weighed = names.filter(|(name, _)| bench.names.get(name).is_some_and(is_seen));
    weighed.map(|(_, weight)| weight).sum()
}

/// The leading marks of the window in which the most weight comes together, each name counted once.
fn densest(unit: &Unit<'_>, at: &Range<usize>, leading: &HashMap<Name, u32>) -> Vec<usize> {
    let range = unit.marks_within(at.start, at.end);
    let wanted: Vec<usize> = range
        .filter(|&at| leading.contains_key(&unit.marks[at].name))
        .collect();
    let mut counts: HashMap<Name, usize> = HashMap::new();
    let (mut from, mut sum, mut best) = (0, 0, (0, 0..0));
    for (to, &newest) in wanted.iter().enumerate() {
        let mark = &unit.marks[newest];
        let count = counts.entry(mark.name).or_default();
        *count += 1;
        if *count == 1 {
            sum += leading[&mark.name];
        }
        while mark.at - unit.marks[wanted[from]].at > NEAR {
            let oldest = unit.marks[wanted[from]].name;
            let count = counts.entry(oldest).or_default();
            *count -= 1;
            if *count == 0 {
                sum -= leading[&oldest];
            }
            from += 1;
        }
        if sum > best.0 {
            best = (sum, from..to + 1);
        }
    }
    wanted[best.1].to_vec()
}
