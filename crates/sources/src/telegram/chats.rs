//! `result.json`: one chat, or an account's chats.

use std::collections::HashSet;

use breachscan::message::{App, Channel, ChannelKind, Conversation, Message};

use super::{message, service};
use crate::json::{Broken, Json};
use crate::source::Source;
use crate::{Format, Problem, Reading, Trouble};

pub(crate) fn read(reading: &mut Reading, source: &Source<'_>) {
    let mut json = Json::new(source.text());
    let before = reading.parts.len();
    let mut file = Chat::default();
    let end = json.each_entry(|json, key| match &*key.decoded() {
        "chats" | "left_chats" => lists(json, source, reading),
        key => file.entry(json, key, source),
    });
    file.finish(reading);
    if let Err(broken) = end {
        reading.trouble(broken.problem(source));
    } else if reading.parts.len() == before {
        reading.trouble(Problem::new(Trouble::NotOfFormat(Format::TelegramJson)));
    }
}

/// The chats of an account.
fn lists(json: &mut Json<'_>, source: &Source<'_>, reading: &mut Reading) -> Result<(), Broken> {
    json.each_entry(|json, key| {
        if key.decoded() != "list" {
            return json.skip();
        }
        json.each_item(|json| {
            let mut chat = Chat::default();
            let end = json.each_entry(|json, key| chat.entry(json, &key.decoded(), source));
            chat.finish(reading);
            end
        })
    })
}

/// A chat as far as it is read.
#[derive(Default)]
struct Chat {
    name: Option<String>,
    kind: Option<String>,
    messages: Option<Vec<Message>>,
    /// Names of people whom service messages name.
    named: HashSet<String>,
}

impl Chat {
    fn entry(&mut self, json: &mut Json<'_>, key: &str, source: &Source<'_>) -> Result<(), Broken> {
        match key {
            "name" => self.name = json.value()?.raw().map(|raw| raw.decoded().into_owned()),
            "type" => self.kind = json.value()?.raw().map(|raw| raw.decoded().into_owned()),
            "messages" => {
                let messages = self.messages.get_or_insert_default();
                let named = &mut self.named;
                return json.each_item(|json| {
                    json.peek();
                    let start = json.at();
                    let value = json.value()?;
                    messages.push(message::read(&value, source, start, json.at()));
                    named.extend(
                        service::members(&value)
                            .into_iter()
                            .filter_map(|party| party.name),
                    );
                    Ok(())
                });
            }
            _ => return json.skip(),
        }
        Ok(())
    }

    fn finish(self, reading: &mut Reading) {
        let Some(messages) = self.messages else {
            return;
        };
        let kind = match self.kind.as_deref() {
            Some("private_group" | "private_supergroup" | "public_supergroup") => {
                ChannelKind::Group
            }
            Some("private_channel" | "public_channel") => ChannelKind::Broadcast,
            _ => ChannelKind::Direct,
        };
        let mut channel = Channel::new(App::Telegram, kind);
        channel.name = self.name;
        channel.members = u32::try_from(people(&messages, &self.named)).ok();
        let mut conversation = Conversation::new(channel);
        conversation.messages = messages;
        reading.push(conversation);
    }
}

/// How many people a chat shows: its senders, and those whom its events name without an id.
fn people(messages: &[Message], named: &HashSet<String>) -> usize {
    let senders = messages
        .iter()
        .filter_map(|message| message.sender.as_ref());
    let keys: HashSet<&str> = senders.clone().map(|party| party.key()).collect();
    let names: HashSet<&str> = senders.filter_map(|party| party.name.as_deref()).collect();
    let silent = named.iter().filter(|name| !names.contains(name.as_str()));
    keys.len() + silent.count()
}
