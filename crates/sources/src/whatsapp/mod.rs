//! WhatsApp chats exported as text.
//!
//! | file | what it holds |
//! |---|---|
//! | `header` | the date and time before each message, in the shapes of many phones |
//! | `survey` | what a first pass over the lines shows: shape, order of dates, authors |
//! | `author` | where the author's name ends |
//! | `system` | lines that the application wrote, typed |
//! | `media` | lines that stand for files |
//! | `chat` | the channel: its name, its people |

mod author;
mod chat;
mod header;
mod media;
mod survey;
mod system;

use breachscan::Span;
use breachscan::message::{App, Event, Message};

use crate::clock::{DateOrder, is_mark};
use crate::source::Source;
use crate::{Options, Problem, Reading, Trouble};
use chat::Chat;
use survey::Survey;

pub(crate) use header::{Header, parse as parse_header};

/// Whether what follows a header is written by the application: the notice of encryption, a file left out.
pub(crate) fn is_known_line(rest: &str) -> bool {
    let body = author::before_colon(rest).map_or(rest, |(_, body_at)| &rest[body_at..]);
    body.contains("end-to-end encrypt") || media::find(body, false, false).is_some()
}

/// The author's name in what follows a header.
pub(crate) fn author(rest: &str) -> Option<&str> {
    author::before_colon(rest).map(|(name, _)| name)
}

/// Reads a chat of WhatsApp's, or of Signal's in the same shape. `name` is the file's, which holds the chat's.
pub(crate) fn read(
    reading: &mut Reading,
    source: &Source<'_>,
    app: App,
    name: Option<&str>,
    options: &Options,
) {
    let survey = Survey::of(source);
    if survey.is_empty() {
        reading.trouble(Problem::new(Trouble::NotOfFormat(reading.format)));
        return;
    }
    let mut reader = Reader {
        source,
        order: options.date_order.unwrap_or_else(|| survey.order()),
        survey: &survey,
        chat: Chat::default(),
        messages: Vec::new(),
    };
    reader.run();
    let Reader { chat, messages, .. } = reader;
    let conversation = chat.into_conversation(app, name, messages);
    reading.push(conversation);
}

struct Reader<'a> {
    source: &'a Source<'a>,
    survey: &'a Survey<'a>,
    order: DateOrder,
    chat: Chat,
    messages: Vec<Message>,
}

/// A message whose last line is not known yet.
struct Draft {
    header: Header,
    line_start: usize,
    end: usize,
}

impl Reader<'_> {
    fn run(&mut self) {
        let mut draft: Option<Draft> = None;
        let mut before: Option<Span> = None;
        for line in self.source.lines() {
            let text = &self.source.text()[line.range()];
            match self.survey.header(text) {
                Some(header) => {
                    self.keep(before.take());
                    self.finish(draft.take());
                    draft = Some(Draft {
                        header,
                        line_start: line.start(),
                        end: line.end(),
                    });
                }
                None if draft.is_none() => {
                    let start = before.map_or(line.start(), Span::start);
                    before = Some(Span::new(start, line.end()));
                }
                None => {
                    if let Some(draft) = &mut draft
                        && !text.is_empty()
                    {
                        draft.end = line.end();
                    }
                }
            }
        }
        self.finish(draft);
    }

    /// Keeps what stands before the first header as a message of nobody's.
    fn keep(&mut self, before: Option<Span>) {
        let Some(span) = before.map(|span| trim(self.source.text(), span)) else {
            return;
        };
        if !span.is_empty() {
            let mut message = Message::new(self.source.part(span));
            message.place = Some(self.source.place(span));
            message.line = Some(self.source.line(span.start()));
            self.messages.push(message);
        }
    }

    fn finish(&mut self, draft: Option<Draft>) {
        let Some(draft) = draft else {
            return;
        };
        let body = Span::new(draft.line_start + draft.header.body_at, draft.end);
        let mut message = self.message(&draft, body);
        let place = Span::new(draft.line_start, draft.end);
        message.place = Some(self.source.place(place));
        message.line = Some(self.source.line(draft.line_start));
        message.time = draft.header.time(self.order);
        self.messages.push(message);
    }

    fn message(&mut self, draft: &Draft, rest: Span) -> Message {
        let text = &self.source.text()[rest.range()];
        let Some((name, body_at)) = self.survey.split(text) else {
            return self.system_line(rest, None);
        };
        let body = trim(
            self.source.text(),
            Span::new(rest.start() + body_at, rest.end()),
        );
        let body_text = &self.source.text()[body.range()];
        let is_led = text[body_at..].starts_with(is_mark);
        let media = media::find(body_text, draft.header.is_marked, is_led);
        if media.is_none() && is_led && self.is_system(name, body_text) {
            return self.system_line(body, Some(name));
        }
        let party = author::party(name);
        self.chat.see(&party);
        let mut message = Message::default();
        message.sender = Some(party);
        match media {
            Some(media) => {
                for caption in &media.captions {
                    let start = body.start() + caption.start();
                    let part = Span::new(start, body.start() + caption.end());
                    if !message.text.as_str().is_empty() {
                        message.text.push_made("\n");
                    }
                    self.source.push(&mut message.text, part);
                }
                message.attachments.push(media.attachment);
            }
            None => {
                message.event = system::whole_body(body_text);
                message.text = self.source.part(without_edit_mark(body_text, body));
            }
        }
        message
    }

    /// Whether a body that begins with a mark was written by the application.
    fn is_system(&mut self, name: &str, body: &str) -> bool {
        if system::find(body).is_some() {
            return true;
        }
        if body.contains('\n') || body.contains("https://") {
            return false;
        }
        // The first line of an iOS export is the notice of encryption, in whichever language.
        self.messages.is_empty() || self.chat.is_notice_author(name)
    }

    fn system_line(&mut self, line: Span, author: Option<&str>) -> Message {
        let span = trim(self.source.text(), line);
        let text = &self.source.text()[span.range()];
        if self.messages.is_empty()
            && let Some(author) = author
        {
            self.chat.noticed(author);
        }
        let found = system::find(text);
        let mut message = Message::new(self.source.part(span));
        if let Some(found) = found {
            self.chat.happened(&found, text);
            let named = author.filter(|_| found.event == Event::Deleted);
            message.sender = found.actor.or(named.map(author::party));
            message.event = Some(found.event);
        } else {
            message.event = Some(Event::Other);
        }
        message
    }
}

/// The span without marks and spaces at its ends.
fn trim(text: &str, span: Span) -> Span {
    let is_blank = |char: char| is_mark(char) || char.is_whitespace();
    let inner = &text[span.range()];
    let start = span.start() + inner.len() - inner.trim_start_matches(is_blank).len();
    let inner = inner.trim_matches(is_blank);
    Span::new(start, start + inner.len())
}

/// The body without the application's note that it was edited.
fn without_edit_mark(text: &str, body: Span) -> Span {
    let Some(before) = text.strip_suffix("<This message was edited>") else {
        return body;
    };
    let before = before.trim_end_matches(|char: char| is_mark(char) || char.is_whitespace());
    Span::new(body.start(), body.start() + before.len())
}
