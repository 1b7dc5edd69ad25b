//! One e-mail: its headers, and its text put together.

use std::sync::LazyLock;

use breachscan::Span;
use breachscan::message::{
    Attachment, Event, Message, Party, Recipient, RecipientRole, Text, Timestamp, Zone,
};
use mail_parser::{Address, DateTime, Header, HeaderName, HeaderValue, MessageParser, MessagePart};
use mail_parser::{MimeHeaders, PartType};

use super::body::{self, Ground};
use crate::clock::Numbers;
use crate::{DateOrder, Options, Problem, Reading, Trouble, archive, kind, sheet, source};

static PARSER: LazyLock<MessageParser> = LazyLock::new(MessageParser::default);

/// E-mails attached inside one another that are followed; and how many parts that may be e-mails one may have, since the
/// parser goes one level deeper for each.
const MAX_DEPTH: usize = 8;
const MAX_NESTED: usize = 256;

/// Reads the e-mail in these bytes, which begin at offset `base` of the source.
pub(super) fn read(
    bytes: &[u8],
    base: usize,
    reading: &mut Reading,
    options: &Options,
    depth: usize,
) -> Option<Message> {
    if nested(bytes) > MAX_NESTED {
        reading.trouble(Problem::at(Trouble::NestedMail(MAX_NESTED), base, None));
        return None;
    }
    let Some(mail) = PARSER.parse(bytes) else {
        reading.trouble(Problem::at(Trouble::NotMail, base, None));
        return None;
    };
    let mut reader = Reader {
        message: Message::default(),
        reading,
        options,
        depth,
    };
    reader.headers(&mail);
    reader.mail(&mail, Ground::At(base), 0);
    let mut message = reader.message;
    message.place = Some(Span::new(base, base + bytes.len()));
    Some(message)
}

/// How many parts may hold an e-mail of their own.
fn nested(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'/', bytes)
        .filter(|&at| {
            let before = &bytes[at.saturating_sub(9)..at];
            let after = &bytes[at + 1..bytes.len().min(at + 7)];
            before.to_ascii_lowercase().ends_with(b"message")
                || (before.eq_ignore_ascii_case(b"multipart")
                    && after.eq_ignore_ascii_case(b"digest"))
        })
        .count()
}

struct Reader<'r> {
    message: Message,
    reading: &'r mut Reading,
    options: &'r Options,
    /// How many archives lie around the e-mail.
    depth: usize,
}

impl Reader<'_> {
    fn headers(&mut self, mail: &mail_parser::Message<'_>) {
        let message = &mut self.message;
        message.sender = mail.from().or(mail.sender()).and_then(first);
        message.reply_address = mail.reply_to().and_then(first);
        message.time = mail.date().and_then(time);
        message.id = mail.message_id().map(str::to_owned);
        message.reply_to = last_id(mail.in_reply_to()).or_else(|| last_id(mail.references()));
        for header in mail.headers() {
            let role = match header.name {
                HeaderName::To | HeaderName::ResentTo => RecipientRole::To,
                HeaderName::Cc | HeaderName::ResentCc => RecipientRole::Cc,
                HeaderName::Bcc | HeaderName::ResentBcc => RecipientRole::Bcc,
                _ => continue,
            };
            if let HeaderValue::Address(address) = &header.value {
                let parties = parties(address).map(|party| Recipient { party, role });
                message.recipients.extend(parties);
            }
        }
        let subject = mail.subject().unwrap_or_default().trim_start();
        let begins = |word: &str| {
            let head = subject.get(..word.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(word))
        };
        message.forwarded = begins("fw:") || begins("fwd:") || mail.resent_from().is_some();
        if begins("recall:") || begins("message recall") {
            message.event = Some(Event::Recalled);
        }
    }

    /// Adds subject, bodies and attachments, those of attached e-mails too.
    fn mail(&mut self, mail: &mail_parser::Message<'_>, ground: Ground, depth: usize) {
        let subject = mail.headers().iter().rev();
        if let Some(header) = subject.into_iter().find(|h| h.name == HeaderName::Subject) {
            self.add(&subject_text(mail.raw_message(), header, ground));
        }
        for part in mail.text_bodies() {
            if let Some(text) = body::text(mail.raw_message(), part, ground) {
                self.add(&text);
            }
        }
        for part in mail.attachments() {
            self.attachment(mail.raw_message(), part, ground, depth);
        }
    }

    fn attachment(&mut self, raw: &[u8], part: &MessagePart<'_>, ground: Ground, depth: usize) {
        let place = ground.place(part.offset_body as usize, part.offset_end as usize);
        let name = part.attachment_name().map(str::to_owned);
        let media_type = part.content_type().map(|content| {
            let subtype = content.subtype().unwrap_or_default();
            format!("{}/{subtype}", content.ctype())
        });
        let kind = kind::of_type(&media_type.unwrap_or_default(), name.as_deref());
        let mut attachment = Attachment::new(kind);
        attachment.included = true;
        match &part.body {
            PartType::Text(_) | PartType::Html(_) => {
                if let Some(text) = body::text(raw, part, ground) {
                    self.add(&text);
                }
            }
            PartType::Message(inner) if depth < MAX_DEPTH => {
                let is_encoded = part.encoding != mail_parser::Encoding::None;
                let inner_ground = if is_encoded {
                    Ground::Within(place)
                } else {
                    ground
                };
                self.mail(inner, inner_ground, depth + 1);
            }
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                attachment.hidden_parts = self.binary(bytes, name.as_deref(), place);
            }
            _ => self
                .reading
                .trouble(Problem::at(Trouble::Attachment, place.start(), None)),
        }
        attachment.name = name;
        self.message.attachments.push(attachment);
    }

    /// Adds the text of a workbook, of an archive, or of a file whose name says that it is text; gives the number of hidden sheets.
    fn binary(&mut self, bytes: &[u8], name: Option<&str>, place: Span) -> u32 {
        const TEXTS: [&str; 10] = [
            "csv", "tsv", "txt", "log", "json", "xml", "md", "vcf", "ics", "eml",
        ];
        let ending = name.and_then(|name| name.rsplit_once('.'));
        let ending = ending.map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
        let mut text = Text::default();
        let mut hidden = 0;
        if sheet::is_workbook(bytes) {
            match sheet::plain(bytes) {
                Ok(workbook) => {
                    text.push_within(&workbook.text, place);
                    hidden = workbook.hidden;
                }
                Err(trouble) => {
                    let problem = Problem::at(trouble, place.start(), None);
                    self.reading.trouble(problem);
                }
            }
        } else if bytes.starts_with(b"PK\x03\x04") {
            let budget = self.reading.budget;
            let (unpacked, inner) = archive::plain(bytes, self.options, self.depth + 1, budget);
            text.push_within(&unpacked, place);
            self.reading.budget = inner.budget;
            let path = name.unwrap_or_default();
            for problem in inner.problems {
                self.reading.trouble(problem.within(path));
            }
        } else if TEXTS.contains(&ending.as_str()) {
            text.push_within(source::decode_at(bytes, 0).as_str(), place);
        }
        self.add(&text);
        hidden
    }

    /// Adds a text of its own, an empty line before it.
    fn add(&mut self, text: &Text) {
        let all = text.as_str();
        let start = all.len() - all.trim_start().len();
        let end = start + all[start..].trim_end().len();
        if start == end {
            return;
        }
        if !self.message.text.as_str().is_empty() {
            self.message.text.push_made("\n\n");
        }
        self.message.text.push_part(text, Span::new(start, end));
    }
}

/// The subject; exact where it stands in one line without encoded words.
fn subject_text(raw: &[u8], header: &Header<'_>, ground: Ground) -> Text {
    let mut text = Text::default();
    let Some(subject) = header.value.as_text() else {
        return text;
    };
    let (start, end) = (header.offset_start as usize, header.offset_end as usize);
    let written = raw.get(start..end).unwrap_or_default();
    let blanks = written
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace())
        .count();
    match ground {
        Ground::At(base) if written[blanks..].starts_with(subject.as_bytes()) => {
            text.push_exact(subject, base + start + blanks);
        }
        Ground::At(_) => {
            let length = written.trim_ascii_end().len().max(blanks);
            text.push_decoded(subject, ground.place(start + blanks, start + length));
        }
        Ground::Within(place) => text.push_within(subject, place),
    }
    text
}

fn first(address: &Address<'_>) -> Option<Party> {
    parties(address).next()
}

fn parties<'a>(address: &'a Address<'_>) -> impl Iterator<Item = Party> + 'a {
    address.iter().filter_map(|entry| {
        let mut party = Party::default();
        party.name = entry.name.as_ref().map(|name| name.trim().to_owned());
        party.address = entry
            .address
            .as_ref()
            .map(|address| address.trim().to_owned());
        (party != Party::default()).then_some(party)
    })
}

/// The last of the message ids a header holds.
fn last_id(value: &HeaderValue<'_>) -> Option<String> {
    match value {
        HeaderValue::Text(id) => Some(id.clone().into_owned()),
        HeaderValue::TextList(ids) => ids.last().map(|id| id.clone().into_owned()),
        _ => None,
    }
}

fn time(date: &DateTime) -> Option<Timestamp> {
    let numbers = Numbers {
        fields: [date.year, u16::from(date.month), u16::from(date.day)],
        year_at: Some(0),
    };
    let day = numbers.seconds(DateOrder::YearMonthDay)?;
    let clock = [date.hour, date.minute, date.second];
    let [hour, minute, second] = clock.map(i64::from);
    let east = i32::from(date.tz_hour) * 3600 + i32::from(date.tz_minute) * 60;
    Some(Timestamp {
        local_seconds: day + hour * 3600 + minute * 60 + second,
        zone: Zone::Offset(if date.tz_before_gmt { -east } else { east }),
    })
}

/// Whether text begins with the headers of an e-mail. A note may begin with `Subject:` too, so one header must be of
/// those that only machines write, or an address and a time must stand there.
pub(crate) fn looks_like(head: &str) -> bool {
    const MACHINE: [&str; 9] = [
        "received",
        "message-id",
        "mime-version",
        "return-path",
        "delivered-to",
        "content-type",
        "content-transfer-encoding",
        "authentication-results",
        "dkim-signature",
    ];
    let mut known = 0;
    let mut is_machine = false;
    let (mut has_address, mut has_time) = (false, false);
    for line in head.lines().take_while(|line| !line.trim().is_empty()) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, value)) = line.split_once(':') else {
            return false;
        };
        let is_name = |byte: u8| byte.is_ascii_graphic();
        if name.is_empty() || !name.bytes().all(is_name) {
            return false;
        }
        let name = name.to_ascii_lowercase();
        is_machine |= MACHINE.contains(&name.as_str()) || name.starts_with("x-");
        match name.as_str() {
            "from" | "to" | "cc" => has_address |= value.contains('@'),
            "date" => has_time = value.contains(':'),
            "subject" | "reply-to" | "bcc" | "sender" => {}
            _ => continue,
        }
        known += 1;
    }
    (is_machine && (known > 0 || head.lines().count() > 1))
        || (known > 1 && has_address && has_time)
}
