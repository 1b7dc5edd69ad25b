//! Snapchat's "My Data": saved chats and the record of snaps.

use breachscan::Span;
use breachscan::message::{
    App, Attachment, AttachmentKind, Channel, ChannelKind, Event, Message, Party, Recipient,
    RecipientRole, Text,
};

use crate::channels::Channels;
use crate::json::{Broken, Json, Value};
use crate::source::Source;
use crate::{Reading, clock, html};

/// Reads `chat_history.json` or `snap_history.json`: a list for each conversation, or in older exports one of what was
/// received and one of what was sent. Only what somebody saved is there.
pub(crate) fn read(reading: &mut Reading, source: &Source<'_>) {
    let mut channels = Channels::default();
    let mut json = Json::new(source.text());
    let end = lists(&mut json, source, &mut channels);
    if let Err(broken) = end {
        reading.trouble(broken.problem(source));
    }
    channels.finish(reading);
}

fn lists(json: &mut Json<'_>, source: &Source<'_>, channels: &mut Channels) -> Result<(), Broken> {
    json.each_entry(|json, key| {
        let key = key.decoded();
        json.each_item(|json| {
            json.peek();
            let start = json.at();
            let value = json.value()?;
            entry(&value, source, &key, Span::new(start, json.at()), channels);
            Ok(())
        })
    })
}

fn entry(value: &Value<'_>, source: &Source<'_>, list: &str, span: Span, channels: &mut Channels) {
    let (from, to) = (value.text("From"), value.text("To"));
    // Older exports have one list for everybody, and the other side of each message in it.
    let is_old = list.ends_with("History");
    let key = if is_old {
        from.clone().or_else(|| to.clone()).unwrap_or_default()
    } else {
        list.to_owned()
    };
    let title = value.text("Conversation Title");
    let conversation = channels.of(&key, || {
        let kind = if title.is_some() {
            ChannelKind::Group
        } else {
            ChannelKind::Direct
        };
        let mut channel = Channel::new(App::Snapchat, kind);
        channel.name = title.or_else(|| (!key.is_empty()).then(|| key.clone()));
        channel
    });
    let mut message = Message::new(text(value, source));
    message.sender = from.map(Party::named);
    let recipient = |name| Recipient {
        party: Party::named(name),
        role: RecipientRole::To,
    };
    message.recipients.extend(to.map(recipient));
    message.time = value
        .text("Created")
        .and_then(|created| clock::iso(&created));
    message.place = Some(source.place(span));
    message.line = Some(source.line(span.start()));
    let media = value.text("Media Type").unwrap_or_default();
    message.event = event(&media);
    let kind = match media.as_str() {
        "IMAGE" | "MEDIA" => Some(AttachmentKind::Image),
        "VIDEO" => Some(AttachmentKind::Video),
        "NOTE" => Some(AttachmentKind::Audio),
        "STICKER" => Some(AttachmentKind::Sticker),
        _ => None,
    };
    message.attachments.extend(kind.map(|kind| {
        let mut attachment = Attachment::new(kind);
        attachment.name = value.text("Media IDs");
        attachment
    }));
    conversation.messages.push(message);
}

/// What was written, which the export escapes as HTML.
fn text(value: &Value<'_>, source: &Source<'_>) -> Text {
    let mut text = Text::default();
    let written = value.get("Content").or_else(|| value.get("Text"));
    if let Some(written) = written.and_then(Value::raw) {
        written.push(source, &mut text);
    }
    html::unescape(&text)
}

fn event(media: &str) -> Option<Event> {
    match media {
        "STATUSERASEDMESSAGE" | "STATUSERASEDSNAPMESSAGE" => Some(Event::Deleted),
        "STATUSPARTICIPANTREMOVED" => Some(Event::Left(Vec::new())),
        "STATUSCONVERSATIONCAPTURESCREENSHOT" => Some(Event::Screenshot),
        _ => media.starts_with("STATUS").then_some(Event::Other),
    }
}
