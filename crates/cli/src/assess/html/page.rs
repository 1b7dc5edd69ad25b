//! The frame, its head and its parts in order.

use breachscan::breach::LegalHook;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{candidate, counts, heat_map, inputs, notice, overview, timeline};
use crate::assess::case::{Case, Docket};

const STYLE: &str = include_str!("style.css");
/// Nothing is fetched and nothing runs.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// What the report says of itself.
pub struct Stamp<'a> {
    pub purpose: &'a str,
    pub authority: &'a str,
    /// When it was made.
    pub made: &'a str,
}

/// The page.
pub fn page(docket: &Docket<'_>, stamp: &Stamp<'_>) -> String {
    let mut cases: Vec<&Case<'_>> = docket.cases.iter().collect();
    cases.sort_by_key(|case| {
        let severity = &case.candidate.severity;
        core::cmp::Reverse((severity.band(), severity.score_hundredths()))
    });
    let title = format!("Breach candidates: {}", cases.len());
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#candidates" { "Skip to the candidates" }
                (heading(docket, stamp))
                (contents())
                main {
                    (overview::section(docket, &cases))
                    (notice::section(docket))
                    (timeline::section(docket))
                    (heat_map::section(docket))
                    (counts::section(docket))
                    section aria-labelledby="candidates" {
                        h2 #candidates tabindex="-1" { "Candidates" }
                        @if cases.is_empty() {
                            p { "No pattern's signals came together." }
                        } @else {
                            (overview::list(&cases))
                        }
                        @for (at, case) in cases.iter().enumerate() {
                            (candidate::article(docket, case, at + 1))
                        }
                    }
                    (law(docket))
                    (inputs::section(docket))
                }
                footer {
                    p {
                        "Made by breachscan " (env!("CARGO_PKG_VERSION")) ". A candidate is a pattern whose signals \
                         came together. Whether it is a breach, a person decides."
                    }
                }
            }
        }
    };
    page.into_string()
}

fn heading(docket: &Docket<'_>, stamp: &Stamp<'_>) -> Markup {
    let values = match docket.show_values {
        true => "shown: handle this report as the data itself",
        false => "masked; names and the rest of the text are not",
    };
    html! {
        header {
            h1 { "Breach candidates for review" }
            p.lead {
                "Candidates, not breaches: each needs a person to look at it. Nothing here says that anybody did wrong."
            }
            dl.stamp {
                div { dt { "Purpose" } dd { (stamp.purpose) } }
                div { dt { "Authority" } dd { (stamp.authority) } }
                div { dt { "Made" } dd { (stamp.made) } }
                div { dt { "Values" } dd { (values) } }
            }
        }
    }
}

fn contents() -> Markup {
    let parts = [
        ("overview", "Overview"),
        ("notice", "Section 67"),
        ("timeline", "Timeline"),
        ("heat-map", "Hours"),
        ("counts", "Channels and senders"),
        ("candidates", "Candidates"),
        ("law", "Law"),
        ("inputs", "What was read"),
    ];
    html! {
        nav aria-label="Contents" {
            ul {
                @for (id, name) in parts {
                    li { a href={ "#" (id) } { (name) } }
                }
            }
        }
    }
}

fn law(docket: &Docket<'_>) -> Markup {
    let hooks = docket.hooks();
    html! {
        section aria-labelledby="law" {
            h2 #law { "Law" }
            p { "Provisions that the patterns above name. Whether one is engaged, a person decides." }
            dl.law {
                @for hook in hooks {
                    (provision(hook))
                }
            }
        }
    }
}

fn provision(hook: LegalHook) -> Markup {
    html! {
        div id={ "law-" (hook.id()) } {
            dt { (hook.name()) }
            dd {
                (hook.note())
                @if !hook.defences().is_empty() {
                    p.minor { "Defences:" }
                    ul {
                        @for defence in hook.defences() {
                            li { (defence) }
                        }
                    }
                }
            }
        }
    }
}
