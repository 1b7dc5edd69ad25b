//! Text of no format: a note, a letter, a log. One message.

use breachscan::Span;
use breachscan::message::{App, Channel, ChannelKind, Conversation, Message};

use crate::source::Source;
use crate::{Problem, Reading, Trouble, html};

/// Share of control characters, one in this many, above which bytes are no text.
const CONTROLS: usize = 10;

pub(crate) fn read(reading: &mut Reading, source: &Source<'_>) {
    let text = source.text();
    if is_binary(text) {
        reading.trouble(Problem::new(Trouble::Binary));
        return;
    }
    let mut conversation = Conversation::new(Channel::new(App::Document, ChannelKind::File));
    let all = Span::new(0, text.len());
    let mut message = Message::new(source.part(all));
    if is_page(text) {
        message.text = html::reduce(&message.text);
    }
    message.place = Some(source.place(all));
    message.line = Some(1);
    conversation.messages.push(message);
    reading.push(conversation);
}

/// Whether text is a page of HTML.
fn is_page(text: &str) -> bool {
    let head = text.trim_start().get(..14).unwrap_or_default();
    let head = head.to_ascii_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

fn is_binary(text: &str) -> bool {
    let controls = text
        .bytes()
        .filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace())
        .count();
    controls > text.len() / CONTROLS
}

pub(crate) fn is_old_office(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
}
