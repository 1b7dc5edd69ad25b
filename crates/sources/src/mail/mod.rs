//! E-mail: single messages and mailboxes.
//!
//! | file | what it holds |
//! |---|---|
//! | `message` | one e-mail: its headers, and its text put together |
//! | `body` | the text of a MIME part, with the way back |
//! | `quoted` | quoted-printable, decoded piece by piece |
//! | `mbox` | where the e-mails of a mailbox file begin |
//! | `domain` | whose a mail domain is |

mod body;
pub(crate) mod domain;
mod mbox;
mod message;
mod quoted;

use breachscan::message::{App, Channel, ChannelKind, Conversation, Message, Party};

use crate::source::{self, Source};
use crate::{Options, Reading, plain};

pub(crate) use mbox::is_separator;
pub(crate) use message::looks_like;

/// Reads one e-mail that lies in archives this deep.
pub(crate) fn read(reading: &mut Reading, bytes: &[u8], options: &Options, depth: usize) {
    match message::read(bytes, 0, reading, options, depth) {
        Some(mut message) => {
            message.line = Some(1);
            push(reading, vec![message], options);
        }
        None => plain::read(reading, &Source::new(bytes)),
    }
}

/// Reads a mailbox file; one without separators is one e-mail.
pub(crate) fn read_mbox(reading: &mut Reading, bytes: &[u8], options: &Options, depth: usize) {
    let mails = mbox::split(bytes);
    if mails.is_empty() {
        return read(reading, bytes, options, depth);
    }
    let mut messages = Vec::with_capacity(mails.len());
    for mail in mails {
        let (part, start) = (&bytes[mail.span.range()], mail.span.start());
        let message = message::read(part, start, reading, options, depth);
        let mut message = message.unwrap_or_else(|| Message::new(source::decode_at(part, start)));
        message.place = Some(mail.span);
        message.line = Some(mail.line);
        messages.push(message);
    }
    push(reading, messages, options);
}

fn push(reading: &mut Reading, messages: Vec<Message>, options: &Options) {
    let mut channel = Channel::new(App::Email, ChannelKind::Mailbox);
    let is_own = |party: &Party| party.domain().map(|name| domain::is_own(name, options));
    let senders = || {
        messages
            .iter()
            .filter_map(|message| message.sender.as_ref())
    };
    let everybody = || {
        let recipients = messages.iter().flat_map(|message| &message.recipients);
        senders().chain(recipients.map(|recipient| &recipient.party))
    };
    channel.official = agree(senders().filter_map(is_own));
    channel.outsiders = any(everybody().filter_map(is_own).map(|is_own| !is_own));
    let mut conversation = Conversation::new(channel);
    conversation.messages = messages;
    reading.push(conversation);
}

/// What all say, if all say the same.
fn agree(mut answers: impl Iterator<Item = bool>) -> Option<bool> {
    let first = answers.next()?;
    answers.all(|answer| answer == first).then_some(first)
}

/// Whether any says so, if there are any.
fn any(answers: impl Iterator<Item = bool>) -> Option<bool> {
    answers.reduce(|one, other| one || other)
}
