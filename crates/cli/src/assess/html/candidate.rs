//! One candidate with its messages.

use breachscan::breach::{Evidence, Role};
use maud::{Markup, html};

use super::messages;
use super::overview::band;
use crate::assess::case::{Case, Docket};
use crate::assess::clock;
use crate::assess::place::Place;
use crate::assess::words::{app, counted, people};

/// Pieces of evidence listed of one candidate.
const MOST_EVIDENCE: usize = 60;

/// The candidate as an article with this number.
pub fn article(docket: &Docket<'_>, case: &Case<'_>, number: usize) -> Markup {
    let candidate = case.candidate;
    let pattern = &candidate.pattern;
    let id = format!("case-{number}");
    html! {
        article aria-labelledby=(id) {
            h3 id=(id) tabindex="-1" { (number) ". " (pattern.name()) " " (band(candidate.severity.band())) }
            p { (pattern.about()) }
            dl.facts {
                (fact("Severity", &html! { (candidate.severity.to_string()) }))
                (fact("Why", &html! { (candidate.why()) }))
                (fact("People", &html! { (people(candidate.subjects, candidate.recipients)) }))
                (fact("Where", &channel(case)))
                @if let Some(time) = case.first().and_then(|first| first.time).and_then(clock::words) {
                    (fact("When", &html! { (time) }))
                }
                @if !candidate.wording.is_empty() {
                    (fact("Wording", &html! { (candidate.wording.join(", ")) }))
                }
                @if !candidate.absent.is_empty() {
                    (fact("Absent", &html! { (candidate.absent.join("; ")) }))
                }
                @if !pattern.lowered_by().is_empty() {
                    (fact("Less likely if", &html! { (pattern.lowered_by().join("; ")) }))
                }
                @if !candidate.not_assessed.is_empty() {
                    (fact("Not assessed", &html! { (candidate.not_assessed.join("; ")) }))
                }
                (fact("May be engaged", &law(case)))
                (fact("Pattern", &names(case)))
                (fact("Fingerprint", &html! { code { (candidate.fingerprint.to_string()) } }))
            }
            h4 { "Messages in context" }
            (messages::list(docket, case))
            (evidence(docket, case, number))
        }
    }
}

fn fact(name: &str, value: &Markup) -> Markup {
    html! { div { dt { (name) } dd { (value) } } }
}

fn channel(case: &Case<'_>) -> Markup {
    let channel = &case.conversation().channel;
    html! {
        span.path { (case.home().path) }
        " · " (app(channel))
        @if let Some(name) = &channel.name { " “" (name) "”" }
        @if let Some(members) = channel.members { ", " (counted(members as usize, "member")) }
        @match channel.official {
            Some(true) => { ", the organisation's own channel" }
            Some(false) => { ", not the organisation's own channel" }
            None => {}
        }
        @if channel.outsiders == Some(true) { ", people from outside take part" }
    }
}

fn law(case: &Case<'_>) -> Markup {
    html! {
        @for (at, hook) in case.candidate.pattern.law().iter().enumerate() {
            @if at > 0 { "; " }
            a href={ "#law-" (hook.id()) } { (hook.name()) }
        }
    }
}

fn names(case: &Case<'_>) -> Markup {
    let pattern = &case.candidate.pattern;
    html! {
        code { (pattern.id()) }
        @if let Some(number) = pattern.catalogue() { ", " (number) }
        @for kind in pattern.kinds() { "; " (kind.code()) " " (kind.name()) }
    }
}

fn evidence(docket: &Docket<'_>, case: &Case<'_>, number: usize) -> Markup {
    let all = &case.candidate.evidence;
    let left_out = all.len().saturating_sub(MOST_EVIDENCE);
    let id = format!("evidence-{number}");
    html! {
        details {
            summary { "Evidence: " (counted(all.len(), "piece")) }
            div.wide role="region" aria-labelledby=(id) tabindex="0" {
                table {
                    caption id=(id) { "Evidence of candidate " (number) ", bytes of the file as it lies on disk" }
                    thead {
                        tr {
                            th scope="col" { "What" }
                            th scope="col" { "Rule" }
                            th scope="col" { "Speaks" }
                            th.number scope="col" { "Line" }
                            th.number scope="col" { "Bytes" }
                        }
                    }
                    tbody {
                        @for evidence in all.iter().take(MOST_EVIDENCE) {
                            (row(docket, case, evidence))
                        }
                    }
                }
            }
            @if left_out > 0 {
                p.minor { (left_out) " more are in the JSON Lines output." }
            }
        }
    }
}

fn row(docket: &Docket<'_>, case: &Case<'_>, evidence: &Evidence) -> Markup {
    let message = case.message(evidence.message);
    let place = Place::of(evidence, message);
    let path = &docket.intake.homes[evidence.message.conversation].path;
    let speaks = match evidence.role {
        Role::Required => "for it, required",
        Role::Raises => "for it",
        Role::Lowers => "against it",
    };
    html! {
        tr {
            th scope="row" { (evidence.name) }
            td { code { (evidence.rule) } }
            td { (speaks) }
            td.number { @if let Some(line) = place.line { (line) } }
            td.number {
                @if let (Some(start), Some(end)) = (place.start, place.end) {
                    @if !place.exact { "within " }
                    (start) "–" (end)
                }
                @if path != &case.home().path { " of " (path) }
            }
        }
    }
}
