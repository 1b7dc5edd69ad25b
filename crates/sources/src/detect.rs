//! What a file holds, by its content.

use std::collections::HashMap;

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

/// Whether text begins as a chat does. Logs of programs have the same shape, but levels for authors; so have notes with
/// a colon after the time, but then no two lines name the same author.
fn is_whatsapp(text: &str) -> bool {
    let Some((_, first)) = first_header(text) else {
        return false;
    };
    let mut authors: HashMap<&str, u32> = HashMap::new();
    for line in text.lines().take(200) {
        let Some(header) = whatsapp::parse_header(line) else {
            continue;
        };
        let rest = &line[header.body_at..];
        if whatsapp::is_known_line(rest) {
            return true;
        }
        if let Some(author) = whatsapp::author(rest) {
            *authors.entry(author).or_default() += 1;
        }
    }
    let is_level = |author: &&str| LEVELS.iter().any(|level| author.ends_with(level));
    if authors.keys().any(is_level) {
        return false;
    }
    let messages: u32 = authors.values().sum();
    let people = u32::try_from(authors.len()).unwrap_or(u32::MAX);
    people > 0 && (!first.has_colon() || messages >= people.saturating_mul(2))
}

/// How the lines of a program's log are graded.
const LEVELS: [&str; 8] = [
    "INFO", "WARN", "WARNING", "ERROR", "DEBUG", "TRACE", "NOTICE", "CRITICAL",
];

/// Signal's text has WhatsApp's shape with the year in front and without seconds.
fn is_signal_text(text: &str) -> bool {
    first_header(text).is_some_and(|(line, header)| {
        let author = whatsapp::author(&line[header.body_at..]);
        header.is_signal() && author.is_some_and(|author| !LEVELS.contains(&author))
    })
}
