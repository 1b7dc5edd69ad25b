//! Messages of one channel.

use super::{Attachment, Channel, Event, LookUp, Party, Recipient, Text, Timestamp};
use crate::span::Span;

/// Messages of one channel: a chat, a mailbox, a log, a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation {
    /// Where they were sent.
    pub channel: Channel,
    /// The messages, in the order of the source.
    pub messages: Vec<Message>,
}

/// One message, event, e-mail, row of a log or note.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Message {
    /// What was written, subject and attached text included.
    pub text: Text,
    /// Who wrote it.
    pub sender: Option<Party>,
    /// Where answers go, if the message says so.
    pub reply_address: Option<Party>,
    /// Who received it, where the message says; in a group everybody does.
    pub recipients: Vec<Recipient>,
    /// When.
    pub time: Option<Timestamp>,
    /// What happened, when this is the system's own line.
    pub event: Option<Event>,
    /// Files that came with it.
    pub attachments: Vec<Attachment>,
    /// The row, when this is a line of an audit log.
    pub look_up: Option<Box<LookUp>>,
    /// Its id in the source.
    pub id: Option<String>,
    /// The id of the message it answers.
    pub reply_to: Option<String>,
    /// Whether it was passed on from elsewhere.
    pub forwarded: bool,
    /// The bytes of the source that hold it, header and all.
    pub place: Option<Span>,
    /// The line of the source it begins on, from 1.
    pub line: Option<u32>,
}

impl Message {
    /// A message with this text and nothing else.
    ///
    /// ```
    /// use breachscan::message::{Message, Text};
    ///
    /// let message = Message::new(Text::new("home safe"));
    /// assert_eq!(message.text.as_str(), "home safe");
    /// ```
    pub fn new(text: Text) -> Message {
        Message {
            text,
            ..Message::default()
        }
    }
}

impl Conversation {
    /// A conversation in `channel` without messages yet.
    pub fn new(channel: Channel) -> Conversation {
        Conversation {
            channel,
            messages: Vec::new(),
        }
    }
}
