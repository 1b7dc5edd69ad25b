//! Messages in their context, evidence marked.

use std::collections::BTreeSet;

use breachscan::breach::MessageRef;
use breachscan::message::{Attachment, AttachmentKind, Message};
use maud::{Markup, html};

use crate::assess::case::{Case, Docket};
use crate::assess::clock;
use crate::assess::passage::{Piece, Sign, pieces};
use crate::assess::words::{counted, party};

/// Messages shown before and after each that holds evidence.
const AROUND: usize = 2;
/// The most messages with evidence that are shown of one candidate.
const MOST: usize = 30;
/// Recipients named of one message.
const MOST_RECIPIENTS: usize = 8;

/// What is written, in order.
enum Step<'a> {
    /// Another file begins.
    Elsewhere(&'a str),
    /// Messages are left out.
    Gap(usize),
    Message(MessageRef),
}

/// The messages of a candidate with their neighbours, file by file.
pub fn list(docket: &Docket<'_>, case: &Case<'_>) -> Markup {
    let held = &case.candidate.messages;
    html! {
        ol.messages {
            @for step in steps(docket, &held[..held.len().min(MOST)]) {
                @match step {
                    Step::Elsewhere(path) => { li.elsewhere { "In " span.path { (path) } ":" } }
                    Step::Gap(count) => { li.gap { (counted(count, "message")) " not shown" } }
                    Step::Message(at) => { (message(docket, case, at, held.contains(&at))) }
                }
            }
        }
        @if held.len() > MOST {
            p.minor { (held.len() - MOST) " more messages with evidence are in the JSON Lines output." }
        }
    }
}

fn steps<'a>(docket: &Docket<'a>, held: &[MessageRef]) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    let mut last: Option<MessageRef> = None;
    for at in around(docket, held) {
        match last {
            Some(last) if last.conversation == at.conversation => {
                let count = at.message - last.message - 1;
                steps.extend((count > 0).then_some(Step::Gap(count)));
            }
            Some(_) => steps.push(Step::Elsewhere(&docket.intake.homes[at.conversation].path)),
            None => {}
        }
        steps.push(Step::Message(at));
        last = Some(at);
    }
    steps
}

fn around(docket: &Docket<'_>, held: &[MessageRef]) -> BTreeSet<MessageRef> {
    let mut around = BTreeSet::new();
    for at in held {
        let count = docket.intake.conversations[at.conversation].messages.len();
        let from = at.message.saturating_sub(AROUND);
        for message in from..(at.message + AROUND + 1).min(count) {
            around.insert(MessageRef {
                conversation: at.conversation,
                message,
            });
        }
    }
    around
}

fn message(docket: &Docket<'_>, case: &Case<'_>, at: MessageRef, holds: bool) -> Markup {
    let message = docket.intake.message(at);
    let sender = message.sender.as_ref().map(party);
    html! {
        li.hit[holds].event[message.event.is_some()] {
            p.meta {
                b { (sender.unwrap_or_else(|| no_sender(message).to_owned())) }
                (recipients(message))
                @if let Some(time) = message.time.and_then(clock::words) { " · " (time) }
                @if let Some(line) = message.line { " · line " (line) }
                @if message.forwarded { " · passed on" }
                @if holds { span.unseen { " · holds evidence" } }
            }
            p.body { (body(docket, case, at)) }
            @if !message.attachments.is_empty() {
                ul.files {
                    @for attachment in &message.attachments { li { (file(attachment)) } }
                }
            }
        }
    }
}

fn no_sender(message: &Message) -> &'static str {
    match (message.event.is_some(), message.look_up.is_some()) {
        (true, _) => "The application",
        (_, true) => "User not stated",
        _ => "Text",
    }
}

fn recipients(message: &Message) -> Markup {
    let all = &message.recipients;
    let named: Vec<String> = all
        .iter()
        .take(MOST_RECIPIENTS)
        .map(|recipient| party(&recipient.party))
        .collect();
    html! {
        @if !named.is_empty() { " to " (named.join(", ")) }
        @if all.len() > MOST_RECIPIENTS { " and " (all.len() - MOST_RECIPIENTS) " more" }
    }
}

fn body(docket: &Docket<'_>, case: &Case<'_>, at: MessageRef) -> Markup {
    let evidence = case.candidate.evidence.iter();
    let evidence: Vec<Sign<'_>> = evidence
        .filter(|evidence| evidence.message == at)
        .filter_map(|evidence| {
            Some(Sign {
                span: evidence.span?,
                rule: &evidence.rule,
                is_value: docket.is_value(&evidence.rule),
            })
        })
        .collect();
    let (text, values) = (docket.intake.message(at).text.as_str(), docket.values(at));
    let pieces = pieces(text, &evidence, &values, docket.show_values);
    html! { @for piece in pieces { (shown(piece)) } }
}

fn shown(piece: Piece) -> Markup {
    html! {
        @match piece {
            Piece::Plain(text) => { (text) }
            Piece::Value(text) => { span.value { (text) } }
            Piece::Gap => { span.cut { " […] " } }
            Piece::Evidence { text, ends } => {
                mark { (text) }
                @if !ends.is_empty() { small.rule { (ends.join(", ")) } }
            }
        }
    }
}

fn file(attachment: &Attachment) -> Markup {
    let kind = match attachment.kind {
        AttachmentKind::Image => "picture",
        AttachmentKind::Media => "media left out",
        AttachmentKind::Video => "film",
        AttachmentKind::Audio => "sound",
        AttachmentKind::Sticker => "sticker",
        AttachmentKind::Spreadsheet => "spreadsheet",
        AttachmentKind::Archive => "archive",
        AttachmentKind::Contact => "contact card",
        _ => "document",
    };
    html! {
        "With a " (kind)
        @if let Some(name) = &attachment.name { ": " (name) }
        @if attachment.hidden_parts > 0 { ", " (counted(attachment.hidden_parts as usize, "hidden part")) }
    }
}
