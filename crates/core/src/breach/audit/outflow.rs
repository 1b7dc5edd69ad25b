//! Rows in which data leave: copies, mails, devices.

use super::column::Column;
use super::row::Row;
use super::words::{has_phrase, has_word, words};
use crate::breach::mail;
use crate::message::Party;

impl Row<'_> {
    pub(super) fn is_exported(&self) -> bool {
        let action = words(self.look_up.action.as_deref().unwrap_or_default());
        has_word(&action, EXPORTS) && !self.is_stopped()
    }

    pub(super) fn is_stopped(&self) -> bool {
        let tells =
            |column: Column| matches!(column, Column::Fate | Column::Finding | Column::Other);
        let action = self.look_up.action.as_deref().unwrap_or_default();
        let others = self.others.iter().filter(|(column, ..)| tells(*column));
        let mut texts = others.map(|(.., value)| *value).chain([action]);
        texts.any(|text| has_word(&words(text), STOPPED))
    }

    /// Whether the row is a mail that left.
    pub(super) fn is_mail_out(&self) -> bool {
        !self.message.recipients.is_empty() && !self.is_stopped()
    }

    /// Whether a mail goes to a newspaper or station, and not from those who speak to them.
    pub(super) fn goes_to_press(&self) -> bool {
        let speaks = has_word(&words(self.user), PRESS_OFFICES);
        let is_press = |domain: &str| {
            let domain = domain.to_lowercase();
            PRESS.iter().any(|word| domain.contains(word))
        };
        let mut domains = self
            .message
            .recipients
            .iter()
            .filter_map(|to| to.party.domain());
        !speaks && domains.any(is_press)
    }

    /// Whether the user went on past a warning, or broke a seal.
    pub(super) fn is_overridden(&self) -> bool {
        let said = |(column, _, value): &(Column, &str, &str)| match column {
            Column::Override => !matches!(
                value.to_lowercase().as_str(),
                "n" | "no" | "none" | "false" | "0"
            ),
            Column::Fate => has_word(&words(value), &["override", "overridden", "overrode"]),
            _ => false,
        };
        let action = words(self.look_up.action.as_deref().unwrap_or_default());
        self.others.iter().any(said)
            || has_word(&action, &["override", "breakglass"])
            || has_phrase(&action, &["break glass"])
    }

    /// Whether the row names a file.
    pub(super) fn has_file(&self) -> bool {
        let text = self.message.text.as_str();
        let tokens = text.split(|char: char| char.is_whitespace() || ",;|\"()/\\".contains(char));
        tokens
            .filter_map(|token| token.rsplit_once('.'))
            .any(|(stem, ending)| {
                !stem.is_empty()
                    && !stem.contains('@')
                    && FILES.contains(&ending.to_ascii_lowercase().as_str())
            })
    }

    /// Whether a rule was made that passes mail on.
    pub(super) fn is_forwarding(&self) -> bool {
        let words = words(self.message.text.as_str());
        let passes = has_word(
            &words,
            &[
                "autoforward",
                "autoforwarding",
                "redirect",
                "forwardto",
                "forwardingsmtpaddress",
                "redirectto",
            ],
        );
        let makes = has_word(
            &words,
            &[
                "rule",
                "auto",
                "inbox",
                "inboxrule",
                "setting",
                "set",
                "mailbox",
            ],
        );
        passes || (makes && has_word(&words, &["forward", "forwarding", "forwards", "forwarded"]))
    }

    /// Whether the row names a private mailbox.
    pub(super) fn goes_to_private(&self) -> bool {
        let text = self.message.text.as_str();
        let parts = text.split(|char: char| char.is_whitespace() || ",;|\"<>()=".contains(char));
        let mut addresses = parts.filter(|word| word.contains('@'));
        let from = self.user;
        addresses.any(|address| {
            !address.eq_ignore_ascii_case(from) && mail::is_private(&Party::at(address))
        })
    }

    /// Whether data went to a device or store that the force did not issue.
    pub(super) fn is_unapproved(&self) -> bool {
        let is_denied = |(column, _, value): &(Column, &str, &str)| {
            *column == Column::Issue
                && has_word(&words(value), &["n", "no", "none", "false", "0", "not"])
        };
        if self.others.iter().any(is_denied) {
            return true;
        }
        let words = words(self.message.text.as_str());
        has_word(&words, STORES)
            && (has_word(&words, FOREIGN) || has_phrase(&words, FOREIGN_PHRASES))
    }

    /// Whether what was sent is about the sender's own employment.
    pub(super) fn is_trivial(&self) -> bool {
        has_word(&words(self.message.text.as_str()), TRIVIAL)
    }
}

/// Words for taking a copy.
#[rustfmt::skip]
const EXPORTS: &[&str] = &[
    "airdrop", "bluetooth", "burn", "burned", "burnt", "copied", "copy", "download", "downloaded", "email", "emailed",
    "export", "exported", "mailed", "print", "printed", "prints", "removable", "save", "saved", "screenshot", "snip",
    "upload", "uploaded", "usb", "printscreen",
];

/// Words for what was kept from leaving.
#[rustfmt::skip]
const STOPPED: &[&str] = &[
    "blocked", "denied", "prevented", "quarantined", "refused", "rejected", "stopped", "held", "dropped", "failed",
];

/// Endings of files in which data leave.
#[rustfmt::skip]
const FILES: &[&str] = &[
    "7z", "csv", "db", "doc", "docx", "eml", "heic", "jpeg", "jpg", "m4a", "mov", "mp3", "mp4", "msg", "pdf", "png",
    "ppt", "pptx", "pst", "rar", "rtf", "txt", "wav", "xls", "xlsm", "xlsx", "xml", "zip",
];

/// Words for where data can be kept outside a system.
#[rustfmt::skip]
const STORES: &[&str] = &[
    "bluetooth", "camera", "card", "cloud", "cruzer", "disk", "drive", "dropbox", "flash", "gdrive", "hdd", "icloud",
    "ipad", "iphone", "kingston", "memory", "onedrive", "pen", "phone", "removable", "sandisk", "sd", "stick",
    "tablet", "usb", "webmail", "wetransfer", "whatsapp", "mount", "upload", "airdrop",
];

/// Words for what the force does not own.
#[rustfmt::skip]
const FOREIGN: &[&str] = &[
    "unissued", "unregistered", "unapproved", "unencrypted", "unmanaged", "unknown", "personal", "private", "byod",
    "unrecognised", "unauthorised", "foreign",
];

#[rustfmt::skip]
const FOREIGN_PHRASES: &[&str] = &[
    "not force", "not issued", "not approved", "not encrypted", "not managed", "own phone", "own device",
    "non corporate",
];

/// Parts of the domains of newspapers and stations.
#[rustfmt::skip]
const PRESS: &[&str] = &[
    "news", "herald", "gazette", "press", "tribune", "telegraph", "chronicle", "journal", "daily", "courier", "echo",
    "argus", "times",
];

/// Words of one's own employment.
#[rustfmt::skip]
const TRIVIAL: &[&str] = &[
    "payslip", "payslips", "p60", "rota", "roster", "pension", "cv", "leave", "overtime", "newsletter", "menu",
    "expenses",
];

/// Words of the accounts of those who speak to them.
const PRESS_OFFICES: &[&str] = &[
    "press",
    "media",
    "comms",
    "communications",
    "pr",
    "news",
    "corpcomms",
];
