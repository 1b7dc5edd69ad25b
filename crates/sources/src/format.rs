//! The formats that are read.

use core::fmt;
use core::str::FromStr;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A WhatsApp chat exported as text, from Android or iOS.
    WhatsApp,
    /// Telegram Desktop's `result.json`: one chat or a whole account.
    TelegramJson,
    /// Telegram Desktop's `messages.html`.
    TelegramHtml,
    /// Envelopes of `signal-cli`, one JSON value a line.
    SignalJson,
    /// A Signal chat as text, as `signal-export` writes it.
    SignalText,
    /// Snapchat's `chat_history.json` or `snap_history.json`.
    Snapchat,
    /// A day of a Slack channel as JSON.
    Slack,
    /// Messages of Microsoft Teams as JSON.
    Teams,
    /// One e-mail.
    Mail,
    /// A mailbox of e-mails in one file.
    Mbox,
    /// An audit log of look-ups as rows of text.
    Audit,
    /// An Excel workbook.
    Xlsx,
    /// An archive of files.
    Zip,
    /// Any other text.
    Text,
}

/// Each format with its name, in the order in which help should list them.
const NAMES: &[(Format, &str)] = &[
    (Format::WhatsApp, "whatsapp"),
    (Format::TelegramJson, "telegram-json"),
    (Format::TelegramHtml, "telegram-html"),
    (Format::SignalJson, "signal-json"),
    (Format::SignalText, "signal-text"),
    (Format::Snapchat, "snapchat"),
    (Format::Slack, "slack"),
    (Format::Teams, "teams"),
    (Format::Mail, "mail"),
    (Format::Mbox, "mbox"),
    (Format::Audit, "audit"),
    (Format::Xlsx, "xlsx"),
    (Format::Zip, "zip"),
    (Format::Text, "text"),
];

impl Format {
    /// All formats.
    pub fn all() -> impl Iterator<Item = Format> {
        NAMES.iter().map(|&(format, _)| format)
    }

    /// Its name, as `Display` writes and `FromStr` reads it.
    ///
    /// ```
    /// use breachscan_sources::Format;
    ///
    /// assert_eq!(Format::TelegramJson.name(), "telegram-json");
    /// assert_eq!("telegram-json".parse(), Ok(Format::TelegramJson));
    /// ```
    pub fn name(self) -> &'static str {
        NAMES
            .iter()
            .find(|(format, _)| *format == self)
            .map_or("", |&(_, name)| name)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that is no format's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such format; one of {}", names())]
pub struct UnknownFormat;

fn names() -> String {
    let names: Vec<_> = NAMES.iter().map(|&(_, name)| name).collect();
    names.join(", ")
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Format, UnknownFormat> {
        NAMES
            .iter()
            .find(|(_, known)| *known == name)
            .map(|&(format, _)| format)
            .ok_or(UnknownFormat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_a_name_of_its_own() {
        for format in Format::all() {
            assert_eq!(format.to_string().parse(), Ok(format));
        }
        assert_eq!("word".parse::<Format>(), Err(UnknownFormat));
    }
}
