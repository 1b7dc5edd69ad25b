//! Envelopes of `signal-cli`.

use std::collections::HashSet;

use breachscan::Span;
use breachscan::message::{
    App, Attachment, AttachmentKind, Channel, ChannelKind, Event, Message, Party, Recipient,
    RecipientRole, Text,
};

use crate::channels::Channels;
use crate::json::{Value, each_record};
use crate::source::Source;
use crate::{Format, Problem, Reading, Trouble, clock, kind};

/// Reads envelopes, one a line or in a list. Receipts and typing notices are left out.
pub(crate) fn read(reading: &mut Reading, source: &Source<'_>) {
    let mut channels = Channels::default();
    let mut timed = HashSet::new();
    let mut seen = 0usize;
    each_record(reading, source, &[], |value, span| {
        let envelope = value.get("envelope");
        let envelope = envelope.or_else(|| value.find(&["params", "envelope"]));
        if let Some(envelope) = envelope {
            seen += 1;
            read_envelope(envelope, source, span, &mut channels, &mut timed);
        }
    });
    if seen == 0 {
        reading.trouble(Problem::new(Trouble::NotOfFormat(Format::SignalJson)));
    }
    channels.finish(reading);
}

fn read_envelope(
    envelope: &Value<'_>,
    source: &Source<'_>,
    span: Span,
    channels: &mut Channels,
    timed: &mut HashSet<String>,
) {
    let sender = party(envelope, "source");
    let sent = envelope.find(&["syncMessage", "sentMessage"]);
    let received = envelope.get("dataMessage");
    let edited = envelope.find(&["editMessage", "dataMessage"]);
    let Some(data) = sent.or(received).or(edited) else {
        return;
    };
    let data = data.find(&["editMessage", "dataMessage"]).unwrap_or(data);
    let to = sent.and_then(|sent| party(sent, "destination"));
    let other = to.as_ref().or(sender.as_ref());
    let group = data.get("groupInfo").or_else(|| data.get("groupV2"));
    let key = group
        .and_then(|group| group.text("groupId").or_else(|| group.text("id")))
        .or_else(|| other.map(|party| party.key().to_owned()))
        .unwrap_or_default();
    let conversation = channels.of(&key, || {
        let is_group = group.is_some();
        let mut channel = Channel::new(
            App::Signal,
            if is_group {
                ChannelKind::Group
            } else {
                ChannelKind::Direct
            },
        );
        channel.name = match group {
            Some(group) => group.text("groupName").or_else(|| group.text("name")),
            None => other.and_then(|party| party.name.clone()),
        };
        channel
    });
    let mut message = message(data, source);
    message.sender = sender;
    let recipient = |party| Recipient {
        party,
        role: RecipientRole::To,
    };
    message.recipients.extend(to.map(recipient));
    message.place = Some(source.place(span));
    message.line = Some(source.line(span.start()));
    message.time = message.time.or_else(|| time(envelope));
    // A timer that was set before the first message is told by the messages only.
    let vanishes = data.get("expiresInSeconds").and_then(Value::int) > Some(0);
    if vanishes && message.event.is_none() && timed.insert(key) {
        let mut timer = Message::default();
        timer.event = Some(Event::Disappearing);
        timer.time = message.time;
        timer.place = message.place;
        timer.line = message.line;
        conversation.messages.push(timer);
    }
    conversation.messages.push(message);
}

fn message(data: &Value<'_>, source: &Source<'_>) -> Message {
    let mut text = Text::default();
    if let Some(written) = data.get("message").and_then(Value::raw) {
        written.push(source, &mut text);
    }
    for contact in data.list("contacts") {
        let name = contact.find(&["name", "display"]);
        let numbers = contact
            .list("phone")
            .iter()
            .filter_map(|phone| phone.get("value"));
        for part in name.into_iter().chain(numbers).filter_map(Value::raw) {
            if !text.as_str().is_empty() {
                text.push_made("\n");
            }
            part.push(source, &mut text);
        }
    }
    let mut message = Message::new(text);
    message.time = time(data);
    message.id = data.word("timestamp");
    message.reply_to = data.get("quote").and_then(|quote| quote.word("id"));
    message.attachments = data.list("attachments").iter().map(attachment).collect();
    let contacts = data.list("contacts").iter();
    let contacts = contacts.map(|_| Attachment::new(AttachmentKind::Contact));
    message.attachments.extend(contacts);
    message.event = event(data);
    message
}

fn event(data: &Value<'_>) -> Option<Event> {
    if data.get("remoteDelete").is_some() {
        return Some(Event::Deleted);
    }
    if data.is_true("isExpirationUpdate") {
        let is_on = data.get("expiresInSeconds").and_then(Value::int) > Some(0);
        return Some(if is_on {
            Event::Disappearing
        } else {
            Event::Other
        });
    }
    match data.find(&["groupInfo", "type"])?.raw()?.written() {
        "UPDATE" => Some(Event::Other),
        "QUIT" => Some(Event::Left(Vec::new())),
        _ => None,
    }
}

fn attachment(value: &Value<'_>) -> Attachment {
    let name = value.text("filename");
    let media_type = value.text("contentType").unwrap_or_default();
    let mut attachment = Attachment::new(kind::of_type(&media_type, name.as_deref()));
    attachment.name = name;
    attachment
}

/// Whom `sourceName`, `sourceNumber` and their like name, or the same with `destination`.
fn party(value: &Value<'_>, role: &str) -> Option<Party> {
    let mut party = Party::default();
    party.name = value.text(&format!("{role}Name"));
    party.address = ["Number", "Uuid", ""]
        .iter()
        .find_map(|ending| value.text(&format!("{role}{ending}")));
    (party != Party::default()).then_some(party)
}

fn time(value: &Value<'_>) -> Option<breachscan::message::Timestamp> {
    let milliseconds = value.get("timestamp").and_then(Value::int)?;
    Some(clock::utc(milliseconds.div_euclid(1000)))
}
