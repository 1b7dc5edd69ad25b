//! One user at two places at once.

use std::collections::{BTreeMap, BTreeSet};

use super::log::Fact;
use super::row::Row;
use super::words::{blank, normal, words};

/// Places within this many seconds are two people.
const APART: i64 = 15 * 60;

/// Letters of the longest site that is compared.
const LONGEST: usize = 40;

/// Rows of a user whose sessions run at two places at once, whose looks come from two within a quarter of an hour, or
/// whose pass was seen at another place that the log knows.
pub(super) fn facts(rows: &[Row<'_>]) -> Vec<Fact> {
    let mut by: BTreeMap<&str, Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows
        .iter()
        .filter(|row| !row.user.is_empty() && row.local.is_some())
    {
        by.entry(row.user).or_default().push(row);
    }
    let mut found: Vec<usize> = Vec::new();
    for mut rows in by.into_values() {
        rows.sort_by_key(|row| row.local);
        overlapping(&rows, &mut found);
        jumping(&rows, &mut found);
    }
    found.extend(seen_elsewhere(rows));
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|at| (at, "row-two-places")).collect()
}

/// The place as far as it is known: the building, or else the device.
fn place<'r>(row: &'r Row<'_>) -> &'r str {
    let site = blank(row.look_up.site.as_deref());
    if site.is_empty() {
        blank(row.look_up.terminal.as_deref())
    } else {
        site
    }
}

/// Sessions of one user that run at once at different places. Kept are the session that ends last, and the one at
/// another place that ends last.
fn overlapping(rows: &[&Row<'_>], found: &mut Vec<usize>) {
    let until = |row: &Row<'_>| row.look_up.until.map(|until| until.local_seconds);
    let mut open: Vec<(&str, i64, usize)> = Vec::new();
    for row in rows {
        let (Some(from), Some(to)) = (row.local, until(row)) else {
            continue;
        };
        let place = place(row);
        if place.is_empty() || to <= from {
            continue;
        }
        for (other, end, at) in &open {
            if *end > from && *other != place {
                found.extend([*at, row.at]);
            }
        }
        open.retain(|(other, ..)| *other != place);
        open.push((place, to, row.at));
        open.sort_by_key(|(_, end, _)| core::cmp::Reverse(*end));
        open.truncate(2);
    }
}

/// Look-ups of one user from two sites within a quarter of an hour, or from two devices that take turns in it.
fn jumping(rows: &[&Row<'_>], found: &mut Vec<usize>) {
    let rows: Vec<_> = rows
        .iter()
        .filter(|row| row.look_up.until.is_none() && !place(row).is_empty())
        .collect();
    let near = |a: &Row<'_>, b: &Row<'_>| b.local.zip(a.local).is_some_and(|(b, a)| b - a < APART);
    for pair in rows.windows(2) {
        let has_sites = pair.iter().all(|row| row.look_up.site.is_some());
        if has_sites && place(pair[0]) != place(pair[1]) && near(pair[0], pair[1]) {
            found.extend(pair.iter().map(|row| row.at));
        }
    }
    for three in rows.windows(3) {
        let [a, b, c] = three else { continue };
        if place(a) == place(c) && place(a) != place(b) && near(a, c) && is_fixed(a) && is_fixed(b)
        {
            found.extend([a.at, b.at, c.at]);
        }
    }
}

/// Whether a device stands in one place.
fn is_fixed(row: &Row<'_>) -> bool {
    let terminal = words(row.look_up.terminal.as_deref().unwrap_or_default());
    let moves = [
        "mdt", "mobile", "laptop", "tablet", "phone", "handset", "vpn", "remote", "citrix", "vdi",
        "pda",
    ];
    !terminal.iter().any(|word| moves.contains(&word.as_str()))
}

/// Rows at one site while the user's pass was seen at another that the log knows.
fn seen_elsewhere(rows: &[Row<'_>]) -> Vec<usize> {
    let site = |row: &Row<'_>| normal(row.look_up.site.as_deref().unwrap_or_default());
    let sites: BTreeSet<String> = rows
        .iter()
        .map(site)
        .filter(|site| site.len() >= 4)
        .collect();
    let is_elsewhere = |row: &&Row<'_>| {
        let (own, seen) = (site(row), normal(row.presence().unwrap_or_default()));
        let starts = (1..=seen.len().min(LONGEST)).filter_map(|end| seen.get(..end));
        own.len() >= 4
            && !seen.starts_with(&own)
            && starts.into_iter().any(|start| sites.contains(start))
    };
    rows.iter().filter(is_elsewhere).map(|row| row.at).collect()
}
