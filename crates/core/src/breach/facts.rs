//! Facts of channels and messages: what is known without reading a word.

use super::mail;
use super::names::Names;
use super::unit::Unit;
use crate::message::{App, AttachmentKind, ChannelKind, Event, Message};

/// Every fact and what it says, in words.
pub(super) const FACTS: &[(&str, &str)] = &[
    (
        "channel-private",
        "an application outside the force's control",
    ),
    ("channel-official", "a channel the force runs"),
    ("channel-email", "an e-mail"),
    ("channel-social", "a post on a social network"),
    ("channel-document", "a note, letter or file"),
    ("channel-audit", "an audit log"),
    ("channel-spreadsheet", "a spreadsheet"),
    ("group", "a group"),
    ("group-wide", "a group of more than 50"),
    (
        "outsiders",
        "people from outside the organisation take part",
    ),
    ("foreign-members", "members with foreign numbers or flags"),
    ("group-created", "the group was made here"),
    ("members-added", "people were added"),
    ("member-left", "somebody left or was removed"),
    (
        "moved-app",
        "the group moved from or to another application",
    ),
    ("disappearing", "messages are set to disappear"),
    ("message-deleted", "a message was deleted"),
    ("screenshot-taken", "a screenshot was taken"),
    ("recalled", "the message was recalled"),
    ("image", "a picture, or media left out"),
    ("video", "a film"),
    ("file", "a file"),
    ("hidden-parts", "hidden sheets, rows or parts"),
    ("forwarded", "passed on from elsewhere"),
    ("laughing", "laughing faces"),
    ("hushing", "a hushing face"),
    ("mail-from-force", "sent from a force's address"),
    ("mail-to-private", "sent to a private mailbox"),
    ("mail-to-outsider", "sent outside the force"),
    ("mail-to-force", "sent to a force's address"),
    (
        "mail-to-self",
        "sent to what looks like the sender's own mailbox",
    ),
    (
        "mail-open-list",
        "five or more private addresses open to each other",
    ),
    ("mail-from-public", "sent by a member of the public"),
    ("row-no-reason", "no reason, or one that says nothing"),
    (
        "row-no-link",
        "no linked incident where the log has a column for one",
    ),
    (
        "row-unexplained",
        "nothing says what for, where the log has a place for it",
    ),
    (
        "row-contrast",
        "several rows of one user say nothing of why, where other rows do",
    ),
    ("row-found-wrong", "checked and found without a reason"),
    ("row-own-home", "the place where the user lives"),
    (
        "row-fishing",
        "a search for a kind of people, not for somebody",
    ),
    ("row-overridden", "a warning passed over or a seal broken"),
    ("row-file", "a file by name"),
    ("row-forwarding", "a rule that passes mail on"),
    (
        "row-unapproved",
        "a device or store that the force did not issue",
    ),
    (
        "row-to-self",
        "sent to what looks like the user's own mailbox",
    ),
    (
        "row-to-private-person",
        "sent to somebody's private mailbox",
    ),
    ("row-to-outsider", "sent outside the force"),
    ("row-to-press", "sent to a newspaper or station"),
    ("row-left", "a use after the user had left"),
    ("row-off-duty", "off duty, on leave or away"),
    ("row-night", "between 23:00 and 05:59"),
    ("row-unassigned", "a record the user is not assigned to"),
    ("row-far", "a record far from the user's posting"),
    ("row-own-name", "the subject has the user's name"),
    ("row-sensitive", "a restricted or sensitive record"),
    (
        "row-repeated",
        "the same user came back to the same subject on another day",
    ),
    (
        "row-many-users",
        "several users without a part in it on one record",
    ),
    (
        "row-bulk",
        "twenty or more records of one kind by one user within a day",
    ),
    ("row-exported", "printed, exported or copied"),
    ("row-two-places", "one user at two places at once"),
    ("row-verified", "checked and found in order"),
    ("row-to-private", "sent to a private mailbox"),
    ("genre-training", "a text of training or made-up cases"),
    ("genre-policy", "a text of rules and guidance"),
    ("genre-publication", "a published report or article"),
    (
        "looked-up-before",
        "somebody looked this up in the hours before",
    ),
];

/// Members from which a group is wide.
const WIDE: u32 = 50;

/// Notes the facts of a unit, audit rows apart.
pub(super) fn gather(unit: &mut Unit<'_>, names: &Names) {
    for fact in channel_facts(unit) {
        note(unit, names, fact);
    }
    for (at, message) in unit.messages().collect::<Vec<_>>() {
        let mut facts = message_facts(message);
        if unit.of.channel.app == App::Email {
            facts.extend(mail::facts(message));
        }
        for fact in facts {
            if let Some(name) = names.get(fact) {
                unit.mark(name, name, at, None);
            }
        }
    }
}

fn note(unit: &mut Unit<'_>, names: &Names, fact: &str) {
    if let Some(name) = names.get(fact) {
        unit.note(name);
    }
}

fn channel_facts(unit: &Unit<'_>) -> Vec<&'static str> {
    let channel = &unit.of.channel;
    let mut facts = vec![match channel.app {
        App::WhatsApp | App::Telegram | App::Signal | App::Snapchat | App::Sms | App::Slack
            if channel.official != Some(true) =>
        {
            "channel-private"
        }
        App::Email => "channel-email",
        App::Social if channel.official != Some(true) => "channel-social",
        App::AuditLog => "channel-audit",
        App::Spreadsheet => "channel-spreadsheet",
        App::Document => "channel-document",
        _ => "channel-official",
    }];
    let members = channel.members.unwrap_or(0).max(unit.sender_count() as u32);
    let is_chat = !matches!(channel.kind, ChannelKind::File | ChannelKind::Mailbox);
    if is_chat
        && channel.kind != ChannelKind::Direct
        && (channel.kind == ChannelKind::Group || members > 2)
    {
        facts.push("group");
    }
    if is_chat && members > WIDE {
        facts.push("group-wide");
    }
    if channel.outsiders == Some(true) {
        facts.push("outsiders");
    }
    if is_chat && has_foreign_member(unit) {
        facts.push("foreign-members");
    }
    facts
}

fn message_facts(message: &Message) -> Vec<&'static str> {
    let mut facts = Vec::new();
    match &message.event {
        Some(Event::Created) => facts.push("group-created"),
        Some(Event::Joined(_)) => facts.push("members-added"),
        Some(Event::Left(_)) => facts.push("member-left"),
        Some(Event::Migrated) => facts.push("moved-app"),
        Some(Event::Disappearing) => facts.push("disappearing"),
        Some(Event::Deleted) => facts.push("message-deleted"),
        Some(Event::Screenshot) => facts.push("screenshot-taken"),
        Some(Event::Recalled) => facts.push("recalled"),
        _ => {}
    }
    for attachment in &message.attachments {
        facts.push(match attachment.kind {
            AttachmentKind::Image | AttachmentKind::Media => "image",
            AttachmentKind::Video => "video",
            AttachmentKind::Sticker => continue,
            _ => "file",
        });
        if attachment.hidden_parts > 0 {
            facts.push("hidden-parts");
        }
    }
    if message.forwarded {
        facts.push("forwarded");
    }
    let text = message.text.as_str();
    if !text.is_ascii() {
        if text.contains(['😂', '🤣', '💀', '😆', '😹', '🙈', '🤭']) {
            facts.push("laughing");
        }
        if text.contains(['🤫', '🤐']) {
            facts.push("hushing");
        }
    }
    facts
}

/// Whether a member's number is not British, or the group's name or a member's shows another country's flag.
fn has_foreign_member(unit: &Unit<'_>) -> bool {
    let joined = unit
        .messages()
        .filter_map(|(_, message)| match &message.event {
            Some(Event::Joined(parties)) => Some(parties.as_slice()),
            _ => None,
        });
    let parties = unit
        .messages()
        .filter_map(|(_, message)| message.sender.as_ref())
        .chain(joined.flatten());
    let mut labels = parties
        .flat_map(|party| [party.name.as_deref(), party.address.as_deref()])
        .flatten()
        .chain(unit.of.channel.name.as_deref());
    labels.any(|label| is_foreign_number(label) || has_foreign_flag(label))
}

fn is_foreign_number(label: &str) -> bool {
    label.match_indices('+').any(|(at, _)| {
        let rest: String = label[at + 1..]
            .chars()
            .filter(|char| !char.is_whitespace())
            .take(3)
            .collect();
        rest.len() >= 2
            && rest.bytes().take(2).all(|byte| byte.is_ascii_digit())
            && !rest.starts_with("44")
    })
}

/// Whether the text shows a flag other than the Union Flag: two regional indicators that are not G and B.
fn has_foreign_flag(label: &str) -> bool {
    let indicators: Vec<char> = label
        .chars()
        .filter(|char| ('\u{1F1E6}'..='\u{1F1FF}').contains(char))
        .collect();
    indicators
        .chunks(2)
        .any(|flag| flag.len() == 2 && flag != ['\u{1F1EC}', '\u{1F1E7}'])
}
