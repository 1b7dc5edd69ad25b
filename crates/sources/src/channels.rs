//! Conversations of one file that are told apart by a key.

use std::collections::{HashMap, HashSet};

use breachscan::message::{Channel, Conversation, Event, Message};

use crate::Reading;

/// Conversations in the order in which they were first seen.
#[derive(Default)]
pub(crate) struct Channels {
    places: HashMap<String, usize>,
    conversations: Vec<Conversation>,
}

impl Channels {
    /// The conversation of this key; `channel` is asked when it is new.
    pub(crate) fn of(&mut self, key: &str, channel: impl FnOnce() -> Channel) -> &mut Conversation {
        let place = match self.places.get(key) {
            Some(&place) => place,
            None => {
                self.places.insert(key.to_owned(), self.conversations.len());
                self.conversations.push(Conversation::new(channel()));
                self.conversations.len() - 1
            }
        };
        &mut self.conversations[place]
    }

    /// Hands the conversations over, their people counted.
    pub(crate) fn finish(self, reading: &mut Reading) {
        for mut conversation in self.conversations {
            conversation.channel.members = Some(people(&conversation.messages));
            reading.push(conversation);
        }
    }
}

/// How many people messages show: who sent, who received, who joined.
fn people(messages: &[Message]) -> u32 {
    let mut keys = HashSet::new();
    for message in messages {
        keys.extend(message.sender.iter().map(|party| party.key()));
        keys.extend(message.recipients.iter().map(|one| one.party.key()));
        if let Some(Event::Joined(joined)) = &message.event {
            keys.extend(joined.iter().map(|party| party.key()));
        }
    }
    u32::try_from(keys.len()).unwrap_or(u32::MAX)
}
