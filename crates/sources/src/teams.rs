//! Microsoft Teams: messages as Microsoft Graph gives them.

use breachscan::Span;
use breachscan::message::{App, Attachment, Channel, ChannelKind, Event, Message, Party, Text};

use crate::channels::Channels;
use crate::json::{Value, each_record};
use crate::source::Source;
use crate::{Reading, clock, html, kind};

/// Reads a list of messages, or an answer of Graph's that holds one.
pub(crate) fn read(reading: &mut Reading, source: &Source<'_>) {
    let mut channels = Channels::default();
    each_record(reading, source, &["value", "messages"], |value, span| {
        if value.get("createdDateTime").is_none() {
            return;
        }
        let team = value
            .find(&["channelIdentity", "channelId"])
            .and_then(Value::raw);
        let chat = value.text("chatId");
        let key = team.map(|team| team.decoded().into_owned()).or(chat);
        let conversation = channels.of(&key.clone().unwrap_or_default(), || {
            let mut channel = Channel::new(App::Teams, ChannelKind::Group);
            channel.name = key;
            channel
        });
        conversation.messages.push(message(value, source, span));
    });
    channels.finish(reading);
}

fn message(value: &Value<'_>, source: &Source<'_>, span: Span) -> Message {
    let mut message = Message::new(text(value, source));
    message.sender = ["user", "application"]
        .iter()
        .find_map(|kind| value.find(&["from", kind]))
        .and_then(party);
    message.time = value
        .text("createdDateTime")
        .and_then(|time| clock::iso(&time));
    message.id = value.word("id");
    message.reply_to = value.word("replyToId");
    message.event = event(value);
    message.attachments = value
        .list("attachments")
        .iter()
        .filter_map(attachment)
        .collect();
    message.place = Some(source.place(span));
    message.line = Some(source.line(span.start()));
    message
}

fn text(value: &Value<'_>, source: &Source<'_>) -> Text {
    let mut text = Text::default();
    let body = value.get("body");
    if let Some(content) = body
        .and_then(|body| body.get("content"))
        .and_then(Value::raw)
    {
        content.push(source, &mut text);
    }
    let is_html = body.and_then(|body| body.text("contentType")).as_deref() == Some("html");
    if is_html { html::reduce(&text) } else { text }
}

fn event(value: &Value<'_>) -> Option<Event> {
    if value.get("deletedDateTime").is_some() {
        return Some(Event::Deleted);
    }
    if value.text("messageType").as_deref() == Some("message") {
        return None;
    }
    let detail = value.get("eventDetail");
    let kind = detail
        .and_then(|detail| detail.text("@odata.type"))
        .unwrap_or_default();
    let members = || {
        let members = detail.map_or(&[][..], |detail| detail.list("members"));
        members.iter().filter_map(party).collect()
    };
    Some(
        if kind.contains("membersAdded") || kind.contains("membersJoined") {
            Event::Joined(members())
        } else if kind.contains("membersDeleted") || kind.contains("membersLeft") {
            Event::Left(members())
        } else if kind.contains("Rename") {
            Event::Renamed
        } else {
            Event::Other
        },
    )
}

fn party(value: &Value<'_>) -> Option<Party> {
    let mut party = Party::default();
    party.name = value.text("displayName");
    party.address = value.text("id");
    (party != Party::default()).then_some(party)
}

/// A file; what Teams attaches besides, cards and quoted messages, is none.
fn attachment(value: &Value<'_>) -> Option<Attachment> {
    let name = value.text("name")?;
    let mut attachment = Attachment::new(kind::of_name(&name));
    attachment.name = Some(name);
    Some(attachment)
}
