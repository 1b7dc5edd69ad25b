//! How many, how severe, and the list of candidates.

use breachscan::breach::Band;
use maud::{Markup, html};

use crate::assess::case::{Case, Docket};
use crate::assess::clock;

/// The section.
pub fn section(docket: &Docket<'_>, cases: &[&Case<'_>]) -> Markup {
    let messages: usize = docket
        .intake
        .conversations
        .iter()
        .map(|conversation| conversation.messages.len())
        .sum();
    html! {
        section aria-labelledby="overview" {
            h2 #overview { "Overview" }
            ul.tiles {
                (tile(cases.len(), "candidates", ""))
                @for band in BANDS {
                    (tile(count(cases, band), words(band), band.as_str()))
                }
                (tile(docket.intake.files, "files read", ""))
                (tile(messages, "messages read", ""))
            }
        }
    }
}

/// The bands, the most severe first.
pub const BANDS: [Band; 4] = [Band::VeryHigh, Band::High, Band::Medium, Band::Low];

/// A band in words.
pub fn words(band: Band) -> &'static str {
    match band {
        Band::VeryHigh => "very high",
        Band::High => "high",
        Band::Medium => "medium",
        Band::Low => "low",
    }
}

fn count(cases: &[&Case<'_>], band: Band) -> usize {
    let in_band = |case: &&&Case<'_>| case.candidate.severity.band() == band;
    cases.iter().filter(in_band).count()
}

fn tile(number: usize, name: &str, class: &str) -> Markup {
    html! {
        li class=(class) { b { (number) } " " span { (name) } }
    }
}

/// The candidates in a table, each a link to its article.
pub fn list(cases: &[&Case<'_>]) -> Markup {
    html! {
        div.wide role="region" aria-labelledby="list" tabindex="0" {
            table {
                caption #list { "Candidates, the most severe first" }
                thead {
                    tr {
                        th scope="col" { "No" }
                        th scope="col" { "Severity" }
                        th.number scope="col" { "Score" }
                        th scope="col" { "Pattern" }
                        th scope="col" { "File" }
                        th scope="col" { "When" }
                    }
                }
                tbody {
                    @for (at, case) in cases.iter().enumerate() {
                        (row(case, at + 1))
                    }
                }
            }
        }
    }
}

fn row(case: &Case<'_>, number: usize) -> Markup {
    let severity = &case.candidate.severity;
    let time = case.first().and_then(|first| first.time);
    html! {
        tr {
            td.number { (number) }
            td { (band(severity.band())) }
            td.number { (format!("{:.2}", severity.score())) }
            th scope="row" { a href={ "#case-" (number) } { (case.candidate.pattern.name()) } }
            td.path { (case.home().path) }
            td.when { (time.and_then(clock::words).unwrap_or_else(|| "not stated".to_owned())) }
        }
    }
}

/// A band as a badge.
pub fn band(band: Band) -> Markup {
    html! { span class={ "band " (band.as_str()) } { (words(band)) } }
}
