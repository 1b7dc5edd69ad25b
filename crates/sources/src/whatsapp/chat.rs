//! The channel: its name and its people.

use std::collections::HashSet;

use breachscan::message::{App, Channel, ChannelKind, Conversation, Event, Message, Party};

use super::system::Found;

/// What is known about a chat so far.
#[derive(Default)]
pub(super) struct Chat {
    people: HashSet<String>,
    is_group: bool,
    /// The group's last name, as its events tell.
    name: Option<String>,
    /// The name before the notice of encryption: on iOS the group's or the other person's.
    notice_author: Option<String>,
}

impl Chat {
    pub(super) fn see(&mut self, party: &Party) {
        // The exporting person writes under a name of their own.
        if party.key() != "You" && !self.people.contains(party.key()) {
            self.people.insert(party.key().to_owned());
        }
    }

    pub(super) fn noticed(&mut self, author: &str) {
        self.notice_author = Some(author.to_owned());
    }

    pub(super) fn is_notice_author(&self, name: &str) -> bool {
        self.notice_author.as_deref() == Some(name)
    }

    /// Takes note of an event and of the line that tells it.
    pub(super) fn happened(&mut self, found: &Found, line: &str) {
        match &found.event {
            Event::Created => self.renamed(line),
            Event::Renamed => self.renamed(line),
            Event::Joined(people) => {
                self.is_group = true;
                people.iter().for_each(|party| self.see(party));
            }
            Event::Left(_) => self.is_group = true,
            _ => return,
        }
        if let Some(actor) = &found.actor {
            self.see(actor);
        }
    }

    /// The new name is the last quoted stretch of the line.
    fn renamed(&mut self, line: &str) {
        self.is_group = true;
        let quote = |char| matches!(char, '"' | '\u{201C}' | '\u{201D}');
        let mut stretches = line.rsplit(quote);
        stretches.next();
        if let Some(name) = stretches.next().filter(|name| line.len() > name.len()) {
            self.name = Some(name.to_owned());
        }
    }

    /// `file` is the name of the export, which holds that of the chat.
    pub(super) fn into_conversation(
        self,
        app: App,
        file: Option<&str>,
        messages: Vec<Message>,
    ) -> Conversation {
        let is_group = self.is_group || self.people.len() > 2;
        let kind = if is_group {
            ChannelKind::Group
        } else {
            ChannelKind::Direct
        };
        let mut channel = Channel::new(app, kind);
        let name = self.name.or(self.notice_author);
        channel.name = name.or_else(|| file.and_then(name_in));
        channel.members = u32::try_from(self.people.len()).ok();
        let mut conversation = Conversation::new(channel);
        conversation.messages = messages;
        conversation
    }
}

/// The chat's name in its export's: `WhatsApp Chat with Ines.txt`, `WhatsApp Chat - Ines.zip`.
fn name_in(file: &str) -> Option<String> {
    let file = file.rsplit('/').next()?;
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let name = stem
        .strip_prefix("WhatsApp Chat with ")
        .or(stem.strip_prefix("WhatsApp Chat - "))?;
    Some(name.to_owned())
}
