//! A paragraph a candidate, for people.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use breachscan::breach::{Band, Evidence};

use super::case::{Case, Docket};
use super::clock;
use super::place::Place;
use super::words::{app, counted, people};
use crate::printable::printable;

const NAME: Style = Style::new().bold();
const LABEL: Style = Style::new().dimmed();
/// Characters of a value on one line.
const WIDTH: usize = 90;
/// Pieces of evidence told of one candidate; JSON Lines has all.
const MOST_EVIDENCE: usize = 12;

/// Writes every case, the provisions that may be engaged, and how many there are.
pub fn write(docket: &Docket<'_>, out: &mut Vec<u8>) {
    for case in &docket.cases {
        heading(case, out);
        circumstances(case, out);
        evidence(case, docket.show_values, out);
        judgement(case, out);
        out.push(b'\n');
    }
    provisions(docket, out);
    totals(docket, out);
}

/// The style of a band.
fn style_of(band: Band) -> Style {
    match band {
        Band::VeryHigh => AnsiColor::Red.on_default().bold(),
        Band::High => AnsiColor::Red.on_default(),
        Band::Medium => AnsiColor::Yellow.on_default(),
        Band::Low => Style::new().dimmed(),
    }
}

fn heading(case: &Case<'_>, out: &mut Vec<u8>) {
    let (severity, pattern) = (&case.candidate.severity, &case.candidate.pattern);
    let band = severity.band();
    let style = style_of(band);
    let (id, name, score) = (pattern.id(), pattern.name(), severity.score());
    let mut codes: Vec<String> = pattern.catalogue().map(str::to_owned).into_iter().collect();
    codes.extend(pattern.kinds().iter().map(|kind| kind.code()));
    let codes = codes.join(", ");
    put(
        out,
        format_args!("{style}{band} {score:.2}{style:#}  {NAME}{id}{NAME:#}  {name} [{codes}]\n"),
    );
}

fn circumstances(case: &Case<'_>, out: &mut Vec<u8>) {
    let channel = &case.conversation().channel;
    let mut place = printable(&case.home().path);
    match case.lines() {
        Some((first, last)) if first == last => place.push_str(&format!(", line {first}")),
        Some((first, last)) => place.push_str(&format!(", lines {first} to {last}")),
        None => {}
    }
    field(out, "in", &place);
    let mut medium = app(channel).to_owned();
    if let Some(name) = &channel.name {
        medium.push_str(&format!(" \"{}\"", printable(name)));
    }
    if let Some(members) = channel.members {
        medium.push_str(&format!(", {}", counted(members as usize, "member")));
    }
    field(out, "channel", &medium);
    if let Some(time) = case.first().and_then(|first| first.time) {
        field(out, "when", &clock::words(time).unwrap_or_default());
    }
    field(out, "from", &printable(&case.senders().join("; ")));
}

fn evidence(case: &Case<'_>, show_values: bool, out: &mut Vec<u8>) {
    let told = |out: &mut Vec<u8>, label: &str, all: Vec<&Evidence>| {
        for (at, evidence) in all.iter().take(MOST_EVIDENCE).enumerate() {
            let label = if at == 0 { label } else { "" };
            field(out, label, &piece(case, evidence, show_values));
        }
        if all.len() > MOST_EVIDENCE {
            let more = all.len() - MOST_EVIDENCE;
            field(out, "", &format!("and {more} more: see --format jsonl"));
        }
    };
    told(out, "evidence", case.raising().collect());
    told(out, "against", case.lowering().collect());
}

fn piece(case: &Case<'_>, evidence: &Evidence, show_values: bool) -> String {
    let message = case.message(evidence.message);
    let place = Place::of(evidence, message);
    let mut text = format!("{} ({})", evidence.name, evidence.rule);
    if let Some(line) = place.line {
        text.push_str(&format!(", line {line}"));
    }
    if let (Some(start), Some(end)) = (place.start, place.end) {
        let within = if place.exact { "" } else { "within " };
        text.push_str(&format!(", {within}bytes {start} to {end}"));
    }
    if let Some(value) = case.value(evidence).filter(|_| show_values) {
        text.push_str(&format!(": {}", printable(value)));
    }
    text
}

fn judgement(case: &Case<'_>, out: &mut Vec<u8>) {
    let candidate = case.candidate;
    field(out, "wording", &candidate.wording.join(", "));
    field(out, "absent", &candidate.absent.join("; "));
    field(out, "not assessed", &candidate.not_assessed.join("; "));
    field(out, "severity", &candidate.severity.to_string());
    field(
        out,
        "people",
        &people(candidate.subjects, candidate.recipients),
    );
    let law: Vec<&str> = candidate
        .pattern
        .law()
        .iter()
        .map(|hook| hook.name())
        .collect();
    field(out, "may engage", &law.join("; "));
    field(out, "fingerprint", &candidate.fingerprint.to_string());
}

fn provisions(docket: &Docket<'_>, out: &mut Vec<u8>) {
    let hooks = docket.hooks();
    if hooks.is_empty() {
        return;
    }
    put(
        out,
        format_args!("{NAME}Provisions{NAME:#}: whether one is engaged, a person decides\n"),
    );
    for hook in hooks {
        put(out, format_args!("  {NAME}{}{NAME:#}\n", hook.name()));
        field(out, "", hook.note());
        field(out, "defences", &hook.defences().join("; "));
    }
    out.push(b'\n');
}

fn totals(docket: &Docket<'_>, out: &mut Vec<u8>) {
    if docket.cases.is_empty() && docket.suppressed.is_empty() && docket.below == 0 {
        return;
    }
    let count = |band| {
        let in_band = |case: &&Case<'_>| case.candidate.severity.band() == band;
        docket.cases.iter().filter(in_band).count()
    };
    let bands = [Band::VeryHigh, Band::High, Band::Medium, Band::Low];
    let bands = bands
        .map(|band| format!("{} {band}", count(band)))
        .join(", ");
    let all = counted(docket.cases.len(), "candidate");
    put(
        out,
        format_args!(
            "{all} ({bands}) in {}",
            counted(docket.intake.files, "file")
        ),
    );
    if !docket.suppressed.is_empty() {
        put(
            out,
            format_args!("; {} suppressed", docket.suppressed.len()),
        );
    }
    if docket.intake.media > 0 {
        let media = docket.intake.media;
        put(
            out,
            format_args!("; pictures, films and sound left aside: {media}"),
        );
    }
    if docket.below > 0 {
        put(out, format_args!("; {} less severe", docket.below));
    }
    out.push(b'\n');
}

/// A labelled value, in lines of at most [`WIDTH`] characters where words allow.
fn field(out: &mut Vec<u8>, label: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    for (at, line) in wrapped(value).iter().enumerate() {
        let label = if at == 0 { label } else { "" };
        put(out, format_args!("  {LABEL}{label:<12}{LABEL:#}  {line}\n"));
    }
}

fn wrapped(value: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut width = 0;
    for word in value.split(' ') {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > WIDTH {
            lines.push(String::new());
            width = 0;
        }
        let line = lines.last_mut().expect("there is a first line");
        if width > 0 {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += length;
    }
    lines
}

fn put(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("memory takes every line");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_wrapped_between_words() {
        let value = format!("{} é {}", "a".repeat(WIDTH - 2), "b".repeat(WIDTH + 9));
        let lines = wrapped(&value);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].chars().count(), WIDTH);
        assert_eq!(lines[1], "b".repeat(WIDTH + 9));
    }
}
