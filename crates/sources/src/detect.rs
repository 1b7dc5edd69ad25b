//! What a file holds, by its content.

use crate::source::Source;
use crate::{Format, Options, audit, mail, sheet, whatsapp};

/// How much of a file is looked at.
const HEAD: usize = 64 * 1024;

/// Recognises a file by its first bytes; its name helps where they leave things open.
pub(crate) fn format(bytes: &[u8], name: Option<&str>, options: &Options) -> Format {
    if sheet::is_workbook(bytes) {
        return Format::Xlsx;
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Format::Zip;
    }
    let source = Source::new(&bytes[..bytes.len().min(HEAD)]);
    let text = source.text();
    let ending = name.and_then(|name| name.rsplit_once('.'));
    let ending = ending.map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    if mail::is_separator(text.as_bytes()) {
        return Format::Mbox;
    }
    match text.trim_start().as_bytes().first() {
        Some(b'{' | b'[') => {
            if let Some(format) = json(text) {
                return format;
            }
        }
        Some(b'<') if text.contains("class=\"message ") && text.contains("page_wrap") => {
            return Format::TelegramHtml;
        }
        _ => {}
    }
    if ending == "eml" || mail::looks_like(text) {
        return Format::Mail;
    }
    if is_signal_text(text) {
        return Format::SignalText;
    }
    if is_whatsapp(text) {
        return Format::WhatsApp;
    }
    if audit::looks_like(text, &options.mapping) {
        return Format::Audit;
    }
    Format::Text
}

/// JSON of an export, by the keys that only it has.
fn json(text: &str) -> Option<Format> {
    let has = |key: &str| text.contains(key);
    if has("\"envelope\"") && has("\"timestamp\"") {
        return Some(Format::SignalJson);
    }
    if has("\"date_unixtime\"")
        || has("\"from_id\"")
        || (has("\"messages\"") && TELEGRAM_CHATS.iter().any(|kind| has(kind)))
        || (has("\"chats\"") && has("\"personal_information\""))
    {
        return Some(Format::TelegramJson);
    }
    if (has("\"Media Type\"") && has("\"Created\"")) || has("Saved Chat History\"") {
        return Some(Format::Snapchat);
    }
    if has("\"createdDateTime\"") && has("\"messageType\"") {
        return Some(Format::Teams);
    }
    if has("\"ts\"") && (has("\"user\"") || has("\"subtype\"")) {
        return Some(Format::Slack);
    }
    None
}

const TELEGRAM_CHATS: [&str; 5] = [
    "\"personal_chat\"",
    "\"private_group\"",
    "\"private_supergroup\"",
    "\"saved_messages\"",
    "_channel\"",
];

/// How many lines may stand before the first message of a chat.
const MAX_PREAMBLE: usize = 3;

fn first_header(text: &str) -> Option<(&str, whatsapp::Header)> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .take(MAX_PREAMBLE)
        .find_map(|line| Some((line, whatsapp::parse_header(line)?)))
}

fn is_whatsapp(text: &str) -> bool {
    first_header(text).is_some_and(|(line, header)| {
        whatsapp::is_message(&line[header.body_at..]) || has_more(text)
    })
}

/// Whether a chat that begins with a system line goes on as a chat.
fn has_more(text: &str) -> bool {
    text.lines().take(50).any(|line| {
        let header = whatsapp::parse_header(line);
        header.is_some_and(|header| whatsapp::is_message(&line[header.body_at..]))
    })
}

/// Signal's text has WhatsApp's shape with the year in front and without seconds.
fn is_signal_text(text: &str) -> bool {
    first_header(text).is_some_and(|(line, header)| {
        header.is_signal() && whatsapp::is_message(&line[header.body_at..])
    })
}
