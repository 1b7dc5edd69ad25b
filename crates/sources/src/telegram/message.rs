//! One message of `result.json`.

use breachscan::Span;
use breachscan::message::{Attachment, AttachmentKind, Message, Party, Text, Timestamp, Zone};

use super::service;
use crate::json::Value;
use crate::source::Source;
use crate::{clock, kind};

/// The message of a value that stands in the text from `start` to `end`.
pub(super) fn read(value: &Value<'_>, source: &Source<'_>, start: usize, end: usize) -> Message {
    let mut message = Message::new(text(value, source));
    message.id = value.word("id");
    message.reply_to = value.word("reply_to_message_id");
    message.forwarded = value.get("forwarded_from").is_some();
    message.time = time(value);
    message.attachments = attachments(value);
    message.place = Some(source.place(Span::new(start, end)));
    message.line = Some(source.line(start));
    if value.text("type").as_deref() == Some("service") {
        message.sender = party(value, "actor", "actor_id");
        message.event = Some(service::event(value, message.sender.as_ref()));
    } else {
        message.sender = party(value, "from", "from_id");
    }
    message
}

fn party(value: &Value<'_>, name: &str, id: &str) -> Option<Party> {
    let mut party = Party::default();
    party.name = value.text(name);
    party.address = value.word(id);
    (party != Party::default()).then_some(party)
}

/// The clock of the exporting machine, and how far it was from UTC.
fn time(value: &Value<'_>) -> Option<Timestamp> {
    let utc = value.get("date_unixtime").and_then(Value::int);
    let local = value.text("date").and_then(|date| clock::iso(&date));
    let (Some(utc), Some(local)) = (utc, local) else {
        return utc.map(clock::utc).or(local);
    };
    let east = local.local_seconds.saturating_sub(utc);
    let is_offset = east % 900 == 0 && east.abs() <= 14 * 3600;
    match i32::try_from(east) {
        Ok(east) if is_offset => Some(Timestamp {
            local_seconds: local.local_seconds,
            zone: Zone::Offset(east),
        }),
        _ => Some(clock::utc(utc)),
    }
}

/// What was written, then what stands in a contact, a place or a poll.
fn text(value: &Value<'_>, source: &Source<'_>) -> Text {
    let mut text = Text::default();
    match value.get("text") {
        Some(Value::List(pieces)) => {
            for piece in pieces {
                push(
                    piece.raw().map_or(piece.get("text"), |_| Some(piece)),
                    source,
                    &mut text,
                );
            }
        }
        written => push(written, source, &mut text),
    }
    for value in extras(value) {
        if !text.as_str().is_empty() {
            text.push_made("\n");
        }
        push(Some(value), source, &mut text);
    }
    text
}

fn push(value: Option<&Value<'_>>, source: &Source<'_>, text: &mut Text) {
    match value {
        Some(Value::Text(raw)) => raw.push(source, text),
        Some(Value::Number(number)) => text.push_made(number),
        _ => {}
    }
}

/// Strings beside the text that somebody chose to send.
fn extras<'v, 'a>(value: &'v Value<'a>) -> Vec<&'v Value<'a>> {
    const PLACES: [(&str, &[&str]); 3] = [
        (
            "contact_information",
            &["first_name", "last_name", "phone_number"],
        ),
        ("location_information", &["latitude", "longitude"]),
        ("poll", &["question"]),
    ];
    let mut found: Vec<_> = ["title", "place_name", "address"]
        .iter()
        .filter_map(|key| value.get(key))
        .collect();
    for (outer, inner) in PLACES {
        if let Some(outer) = value.get(outer) {
            found.extend(inner.iter().filter_map(|key| outer.get(key)));
        }
    }
    let answers = value.get("poll").and_then(|poll| poll.get("answers"));
    let answers = answers.map_or(&[][..], Value::items);
    found.extend(answers.iter().filter_map(|answer| answer.get("text")));
    found.retain(|value| value.raw().is_none_or(|raw| !raw.written().is_empty()));
    found
}

fn attachments(value: &Value<'_>) -> Vec<Attachment> {
    let mut attachments = Vec::new();
    if let Some(photo) = value.text("photo") {
        attachments.push(attachment(AttachmentKind::Image, &photo, None));
    }
    if let Some(file) = value.text("file") {
        let name = value.text("file_name");
        let kind = match value.text("media_type").as_deref() {
            Some("sticker" | "animation") => AttachmentKind::Sticker,
            Some("voice_message" | "audio_file") => AttachmentKind::Audio,
            Some("video_message" | "video_file") => AttachmentKind::Video,
            _ => kind::of_type(
                &value.text("mime_type").unwrap_or_default(),
                Some(name.as_deref().unwrap_or(&file)),
            ),
        };
        attachments.push(attachment(kind, &file, name));
    }
    if value.get("contact_information").is_some() {
        attachments.push(Attachment::new(AttachmentKind::Contact));
    }
    attachments
}

/// A file by its path in the export, or by the sentence that stands there when it was left out.
fn attachment(kind: AttachmentKind, path: &str, name: Option<String>) -> Attachment {
    let mut attachment = Attachment::new(kind);
    attachment.included = !path.starts_with('(');
    let last = path.rsplit('/').next().filter(|_| attachment.included);
    attachment.name = name.or(last.map(str::to_owned));
    attachment
}
