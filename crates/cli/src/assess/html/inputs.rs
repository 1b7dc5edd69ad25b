//! What was read, what was not, what was left out.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::assess::case::Docket;
use crate::assess::words::counted;

/// The section.
pub fn section(docket: &Docket<'_>) -> Markup {
    let intake = docket.intake;
    html! {
        section aria-labelledby="inputs" {
            h2 #inputs { "What was read" }
            (formats(docket))
            @if intake.media > 0 {
                p {
                    (counted(intake.media, "file"))
                    " left aside: pictures, films, sound. They hold no text; a person looks at them."
                }
            }
            @if !intake.troubles.is_empty() {
                h3 { "What could not be read" }
                ul { @for trouble in &intake.troubles { li.path { (trouble) } } }
            }
            @if !docket.suppressed.is_empty() { (suppressed(docket)) }
            @if docket.below > 0 {
                p { (counted(docket.below, "candidate")) " less severe than asked for left out." }
            }
        }
    }
}

fn formats(docket: &Docket<'_>) -> Markup {
    let intake = docket.intake;
    let mut rows: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (home, conversation) in intake.homes.iter().zip(&intake.conversations) {
        let row = rows.entry(home.format.name()).or_default();
        row.0 += 1;
        row.1 += conversation.messages.len();
    }
    html! {
        table {
            caption { (counted(intake.files, "file")) " by format" }
            thead {
                tr {
                    th scope="col" { "Format" }
                    th.number scope="col" { "Conversations" }
                    th.number scope="col" { "Messages" }
                }
            }
            tbody {
                @for (format, (conversations, messages)) in rows {
                    tr {
                        th scope="row" { (format) }
                        td.number { (conversations) }
                        td.number { (messages) }
                    }
                }
            }
        }
    }
}

fn suppressed(docket: &Docket<'_>) -> Markup {
    html! {
        div.wide role="region" aria-labelledby="suppressed" tabindex="0" {
            table {
                caption #suppressed { "Suppressed candidates" }
                thead {
                    tr {
                        th scope="col" { "Pattern" }
                        th scope="col" { "File" }
                        th scope="col" { "Reason" }
                        th scope="col" { "Author" }
                        th scope="col" { "Until" }
                    }
                }
                tbody {
                    @for (case, entry) in &docket.suppressed {
                        tr {
                            th scope="row" { (case.candidate.pattern.name()) }
                            td.path { (case.home().path) }
                            td { (entry.reason()) }
                            td { (entry.author()) }
                            td.when { (entry.expires()) }
                        }
                    }
                }
            }
        }
    }
}
