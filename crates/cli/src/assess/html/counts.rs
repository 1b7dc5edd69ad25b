//! By channel and by sender.

use std::collections::{BTreeMap, BTreeSet};

use breachscan::breach::MessageRef;
use maud::{Markup, html};

use crate::assess::case::Docket;
use crate::assess::words::{app, counted, party};

/// Rows of a table.
const MOST: usize = 40;

/// One row: a channel or a sender.
#[derive(Default)]
struct Row {
    /// What it is: the application and its members.
    note: String,
    candidates: usize,
    /// Messages with evidence, each once.
    held: BTreeSet<MessageRef>,
    /// All messages.
    all: usize,
}

/// The section.
pub fn section(docket: &Docket<'_>) -> Markup {
    html! {
        section aria-labelledby="counts" {
            h2 #counts { "Channels and senders" }
            @if docket.cases.is_empty() {
                p { "There is no candidate to count." }
            } @else {
                (table("channels", "By channel", "Channel", channels(docket)))
                (table("senders", "By sender", "Sender", senders(docket)))
                p.minor {
                    "Senders are named as the files name them: one name may be two people, and one person may have two \
                     names."
                }
            }
        }
    }
}

fn channels(docket: &Docket<'_>) -> Vec<(String, Row)> {
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    for case in &docket.cases {
        let mut seen = BTreeSet::new();
        for &at in &case.candidate.messages {
            let row = rows.entry(at.conversation).or_default();
            row.candidates += usize::from(seen.insert(at.conversation));
            row.held.insert(at);
        }
    }
    let named = rows.into_iter().map(|(at, mut row)| {
        let conversation = &docket.intake.conversations[at];
        let channel = &conversation.channel;
        row.all = conversation.messages.len();
        row.note = app(channel).to_owned();
        if let Some(members) = channel.members {
            row.note
                .push_str(&format!(", {}", counted(members as usize, "member")));
        }
        let path = &docket.intake.homes[at].path;
        let name = match &channel.name {
            Some(name) => format!("{name} ({path})"),
            None => path.clone(),
        };
        (name, row)
    });
    sorted(named.collect())
}

fn senders(docket: &Docket<'_>) -> Vec<(String, Row)> {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for case in &docket.cases {
        let mut seen = BTreeSet::new();
        for &at in &case.candidate.messages {
            let Some(sender) = &docket.intake.message(at).sender else {
                continue;
            };
            let name = party(sender);
            let row = rows.entry(name.clone()).or_default();
            row.candidates += usize::from(seen.insert(name));
            row.held.insert(at);
        }
    }
    let messages = docket
        .intake
        .conversations
        .iter()
        .flat_map(|all| &all.messages);
    for sender in messages.filter_map(|message| message.sender.as_ref()) {
        if let Some(row) = rows.get_mut(&party(sender)) {
            row.all += 1;
        }
    }
    sorted(rows.into_iter().collect())
}

fn sorted(mut rows: Vec<(String, Row)>) -> Vec<(String, Row)> {
    rows.sort_by_key(|(_, row)| core::cmp::Reverse((row.candidates, row.held.len())));
    rows
}

fn table(id: &str, caption: &str, what: &str, rows: Vec<(String, Row)>) -> Markup {
    let most = rows
        .iter()
        .map(|(_, row)| row.candidates)
        .max()
        .unwrap_or(1);
    let left_out = rows.len().saturating_sub(MOST);
    html! {
        div.wide role="region" aria-labelledby=(id) tabindex="0" {
            table {
                caption id=(id) { (caption) }
                thead {
                    tr {
                        th scope="col" { (what) }
                        th scope="col" { "Candidates" }
                        th.number scope="col" { "Messages with evidence" }
                        th.number scope="col" { "All messages" }
                    }
                }
                tbody {
                    @for (name, row) in rows.iter().take(MOST) {
                        tr {
                            th scope="row" {
                                span.path { (name) }
                                @if !row.note.is_empty() { " " span.minor { (row.note) } }
                            }
                            td.bars { (bar(row.candidates, most)) " " (row.candidates) }
                            td.number { (row.held.len()) }
                            td.number { (row.all) }
                        }
                    }
                }
            }
        }
        @if left_out > 0 { p.minor { (left_out) " more with fewer." } }
    }
}

fn bar(count: usize, most: usize) -> Markup {
    let width = (100 * count).div_ceil(most.max(1));
    html! {
        svg.count width="100" height="10" viewBox="0 0 100 10" aria-hidden="true" {
            rect.bar width=(width) height="10" rx="2" {}
        }
    }
}
