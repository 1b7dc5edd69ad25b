//! Slack: messages of a channel, a day a file.

use std::collections::HashMap;

use breachscan::Span;
use breachscan::message::{
    App, Attachment, Channel, ChannelKind, Conversation, Event, Message, Party, Text,
};

use crate::channels::Channels;
use crate::json::{Value, each_record};
use crate::source::Source;
use crate::{Format, Part, Reading, clock, html, kind};

/// Reads a list of messages. `path` is the file's, whose folder has the channel's name.
pub(crate) fn read(reading: &mut Reading, source: &Source<'_>, path: Option<&str>) {
    let mut channels = Channels::default();
    let name = path
        .and_then(|path| path.rsplit('/').nth(1))
        .map(str::to_owned);
    let channel = || {
        let mut channel = Channel::new(App::Slack, ChannelKind::Group);
        channel.name = name.clone();
        channel
    };
    each_record(reading, source, &["messages"], |value, span| {
        push(value, source, span, channels.of("", channel));
    });
    channels.finish(reading);
}

/// Adds a message, and the answers that some exporters put inside it.
fn push(value: &Value<'_>, source: &Source<'_>, span: Span, conversation: &mut Conversation) {
    if value.get("ts").is_none() {
        return;
    }
    let mut message = Message::new(text(value, source));
    message.sender = sender(value);
    message.id = value.word("ts");
    message.time = value.get("ts").and_then(Value::int).map(clock::utc);
    let thread = value.word("thread_ts");
    message.reply_to = thread.filter(|thread| Some(thread) != message.id.as_ref());
    message.event = event(value, message.sender.as_ref());
    message.attachments = value.list("files").iter().map(attachment).collect();
    message.place = Some(source.place(span));
    message.line = Some(source.line(span.start()));
    conversation.messages.push(message);
    for reply in value.list("slackdump_thread_replies") {
        push(reply, source, span, conversation);
    }
}

/// The people of a workspace, whom its messages name by id only.
#[derive(Default)]
pub(crate) struct People {
    names: HashMap<String, String>,
}

impl People {
    /// Takes the names from an archive's `users.json`; anything else of that name has none.
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        let source = Source::new(bytes);
        let mut reading = Reading::new(Format::Slack, 0);
        each_record(&mut reading, &source, &[], |user, _| {
            let name = user.text("real_name").or_else(|| user.text("name"));
            if let (Some(id), Some(name)) = (user.text("id"), name) {
                self.names.insert(id, name);
            }
        });
    }

    /// Names the senders of Slack's messages.
    pub(crate) fn name(&self, parts: &mut [Part]) {
        let slack = parts.iter_mut().filter(|part| part.format == Format::Slack);
        let messages = slack.flat_map(|part| &mut part.conversation.messages);
        for sender in messages.filter_map(|message| message.sender.as_mut()) {
            let id = sender.address.as_deref().unwrap_or_default();
            if sender.name.is_none() {
                sender.name = self.names.get(id).cloned();
            }
        }
    }
}

fn sender(value: &Value<'_>) -> Option<Party> {
    let mut party = Party::default();
    party.name = value
        .get("user_profile")
        .and_then(|profile| profile.text("real_name"))
        .or_else(|| value.text("username"));
    party.address = value.text("user").or_else(|| value.text("bot_id"));
    (party != Party::default()).then_some(party)
}

/// What was written, then the text of what is attached. Slack escapes three characters.
fn text(value: &Value<'_>, source: &Source<'_>) -> Text {
    let attached = value.list("attachments").iter();
    let attached = attached.flat_map(|one| ["title", "text"].map(|key| one.get(key)));
    let mut text = Text::default();
    for part in core::iter::once(value.get("text")).chain(attached) {
        let Some(raw) = part
            .and_then(Value::raw)
            .filter(|raw| !raw.written().is_empty())
        else {
            continue;
        };
        if !text.as_str().is_empty() {
            text.push_made("\n");
        }
        raw.push(source, &mut text);
    }
    html::unescape(&text)
}

fn attachment(file: &Value<'_>) -> Attachment {
    let name = file.text("name").or_else(|| file.text("title"));
    let media_type = file.text("mimetype").unwrap_or_default();
    let mut attachment = Attachment::new(kind::of_type(&media_type, name.as_deref()));
    attachment.name = name;
    attachment
}

fn event(value: &Value<'_>, sender: Option<&Party>) -> Option<Event> {
    let who = || sender.into_iter().cloned().collect();
    match value.text("subtype")?.as_str() {
        "channel_join" | "group_join" => Some(Event::Joined(who())),
        "channel_leave" | "group_leave" => Some(Event::Left(who())),
        "channel_name" | "group_name" => Some(Event::Renamed),
        "message_deleted" | "tombstone" => Some(Event::Deleted),
        "channel_topic" | "channel_purpose" | "group_topic" | "group_purpose" | "pinned_item"
        | "channel_archive" | "channel_unarchive" | "bot_add" | "bot_remove" => Some(Event::Other),
        _ => None,
    }
}
