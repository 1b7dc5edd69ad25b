//! `messages.html`: a page of one chat.

use std::collections::HashSet;

use breachscan::Span;
use breachscan::message::{
    App, Attachment, AttachmentKind, Channel, ChannelKind, Conversation, Event, Message, Party,
    Text, Timestamp,
};

use crate::source::Source;
use crate::{DateOrder, Format, Problem, Reading, Trouble, clock, html, kind};

pub(crate) fn read(reading: &mut Reading, source: &Source<'_>) {
    let mut page = Page::new(source);
    page.run();
    if page.messages.is_empty() {
        reading.trouble(Problem::new(Trouble::NotOfFormat(Format::TelegramHtml)));
    }
    let names = page
        .messages
        .iter()
        .filter_map(|message| message.sender.as_ref());
    let people: HashSet<&str> = names.map(|party| party.key()).collect();
    let is_group = people.len() > 2 || page.is_group;
    let kind = if is_group {
        ChannelKind::Group
    } else {
        ChannelKind::Direct
    };
    let mut channel = Channel::new(App::Telegram, kind);
    channel.members = u32::try_from(people.len()).ok();
    channel.name = page.title;
    let mut conversation = Conversation::new(channel);
    conversation.messages = page.messages;
    reading.push(conversation);
}

struct Page<'a> {
    source: &'a Source<'a>,
    open: Vec<Open<'a>>,
    title: Option<String>,
    is_group: bool,
    /// The message whose element is open, and how many elements are open around it.
    current: Option<(Message, usize)>,
    messages: Vec<Message>,
}

/// An element that is open.
struct Open<'a> {
    class: &'a str,
    content_at: usize,
}

impl<'a> Page<'a> {
    fn new(source: &'a Source<'a>) -> Page<'a> {
        Page {
            source,
            open: Vec::new(),
            title: None,
            is_group: false,
            current: None,
            messages: Vec::new(),
        }
    }

    fn run(&mut self) {
        let text = self.source.text();
        let mut at = 0;
        while let Some(start) = memchr::memchr(b'<', &text.as_bytes()[at..]) {
            let start = at + start;
            let Some(end) = memchr::memchr(b'>', &text.as_bytes()[start..]) else {
                break;
            };
            at = start + end + 1;
            let tag = &text[start..at];
            if tag.starts_with("<div") {
                self.enter(tag, start, at);
            } else if tag == "</div>" {
                self.leave(start);
            } else if tag.starts_with("<a ") {
                self.link(tag);
            }
        }
    }

    fn enter(&mut self, tag: &'a str, start: usize, content_at: usize) {
        let class = attribute(tag, "class").unwrap_or_default();
        if class.starts_with("message ") {
            let mut message = Message::default();
            message.id = attribute(tag, "id").map(|id| id.trim_start_matches("message").to_owned());
            message.line = Some(self.source.line(start));
            message.place = Some(self.source.place(Span::new(start, start)));
            if class.ends_with(" joined") {
                let last = self.messages.iter().rev().find(|last| last.event.is_none());
                message.sender = last.and_then(|last| last.sender.clone());
            }
            self.current = Some((message, self.open.len()));
        } else if let Some((message, _)) = &mut self.current {
            if class.contains("date details") && message.time.is_none() {
                message.time = attribute(tag, "title").and_then(time);
            } else if class.contains("forwarded") {
                message.forwarded = true;
            }
            let media = class
                .split(' ')
                .find_map(|name| name.strip_prefix("media_"));
            if let Some(kind) = media.filter(|_| class.starts_with("media ")) {
                message.attachments.push(Attachment::new(kind_of(kind)));
            }
        }
        self.open.push(Open { class, content_at });
    }

    fn leave(&mut self, end: usize) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let content = Span::new(open.content_at, end);
        let source = self.source;
        let text_of = |span| html::reduce(&source.part(span)).as_str().to_owned();
        let Some((message, depth)) = &mut self.current else {
            if open.class == "text bold" && self.title.is_none() {
                self.title = Some(text_of(content));
            }
            return;
        };
        if self.open.len() == *depth {
            if let Some((message, _)) = self.current.take() {
                self.finish(message, end);
            }
            return;
        }
        match open.class {
            "text" => add(&mut message.text, &html::reduce(&source.part(content))),
            "body details" => {
                message.text = html::reduce(&source.part(content));
                message.event = Some(Event::Other);
            }
            "from_name" if !message.forwarded => {
                message.sender = Some(Party::named(text_of(content)));
            }
            "title bold" => {
                let name = text_of(content);
                let attachment = message.attachments.last_mut();
                if let Some(attachment) = attachment.filter(|_| name.contains('.')) {
                    attachment.name = Some(name);
                }
            }
            _ => {}
        }
    }

    fn link(&mut self, tag: &str) {
        let Some((message, _)) = &mut self.current else {
            return;
        };
        let Some(target) = attribute(tag, "href") else {
            return;
        };
        if let Some(id) = target.strip_prefix("#go_to_message") {
            message.reply_to = Some(id.to_owned());
        }
        let class = attribute(tag, "class").unwrap_or_default();
        let wrapped = class
            .split(' ')
            .find_map(|name| name.strip_suffix("_wrap").or(name.strip_prefix("media_")));
        if let Some(wrapped) = wrapped {
            let name = target.rsplit('/').next().unwrap_or_default();
            let mut attachment = Attachment::new(match kind_of(wrapped) {
                AttachmentKind::Document => kind::of_name(name),
                known => known,
            });
            attachment.name = Some(name.to_owned());
            attachment.included = true;
            message.attachments.push(attachment);
        }
    }

    fn finish(&mut self, mut message: Message, end: usize) {
        let start = message.place.map_or(0, Span::start);
        let end = self.source.offset(end + "</div>".len());
        message.place = Some(Span::new(start, end.max(start)));
        if message.event.is_some() {
            let text = message.text.as_str();
            if is_day(text) {
                return;
            }
            let (event, actor) = service(text);
            self.is_group |= !matches!(
                event,
                Event::Other | Event::Disappearing | Event::Screenshot
            );
            message.event = Some(event);
            message.sender = actor;
        }
        self.messages.push(message);
    }
}

fn add(text: &mut Text, more: &Text) {
    if !text.as_str().is_empty() {
        text.push_made("\n");
    }
    text.push_part(more, Span::new(0, more.as_str().len()));
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let at = tag.match_indices(name).find_map(|(at, _)| {
        let rest = tag[at + name.len()..].strip_prefix("=\"")?;
        tag[..at].ends_with(' ').then_some(rest)
    })?;
    at.split('"').next()
}

fn time(title: &str) -> Option<Timestamp> {
    let (date, seconds, zone) = clock::date_and_time(title)?;
    Some(Timestamp {
        local_seconds: date.seconds(DateOrder::DayMonthYear)? + seconds,
        zone,
    })
}

/// Whether a service line is the heading of a day: `14 February 2021`.
fn is_day(text: &str) -> bool {
    let words: Vec<_> = text.split(' ').collect();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(words[..], [day, month, year]
        if is_number(day) && is_number(year) && year.len() == 4 && !is_number(month))
}

fn kind_of(class: &str) -> AttachmentKind {
    match class {
        "photo" => AttachmentKind::Image,
        "video" | "video_file" | "video_message" => AttachmentKind::Video,
        "voice_message" | "audio_file" | "audio" => AttachmentKind::Audio,
        "sticker" | "animated" | "animation" => AttachmentKind::Sticker,
        "contact" => AttachmentKind::Contact,
        _ => AttachmentKind::Document,
    }
}

/// What a service line tells, and who did it.
fn service(text: &str) -> (Event, Option<Party>) {
    let people = |list: &str| -> Vec<Party> {
        let names = list.split(", ").flat_map(|names| names.split(" and "));
        names.map(|name| Party::named(name.trim())).collect()
    };
    let split = |verb: &str| text.split_once(verb);
    let by = |actor: &str| Some(Party::named(actor.trim()));
    if let Some((actor, _)) = split(" created group").or(split(" created the channel")) {
        (Event::Created, by(actor))
    } else if let Some((actor, joined)) = split(" invited ") {
        (Event::Joined(people(joined)), by(actor))
    } else if let Some((actor, _)) = split(" joined group").or(split(" joined the group")) {
        (Event::Joined(people(actor)), by(actor))
    } else if let Some((actor, _)) = split(" left the group").or(split(" left group")) {
        (Event::Left(people(actor)), by(actor))
    } else if let Some((actor, left)) = split(" removed ") {
        (Event::Left(people(left)), by(actor))
    } else if let Some((actor, _)) = split(" changed group title") {
        (Event::Renamed, by(actor))
    } else if let Some((actor, _)) = split(" converted this group").or(split(" converted a basic"))
    {
        (Event::Migrated, by(actor))
    } else if let Some((actor, _)) = split(" took a screenshot") {
        (Event::Screenshot, by(actor))
    } else if text.contains("auto-delete") || text.contains("self-destruct") || text.contains("TTL")
    {
        (Event::Disappearing, None)
    } else {
        (Event::Other, None)
    }
}
