//! Reads real files into conversations of messages: chat exports, e-mail, audit logs of look-ups, notes.
//!
//! [`read`] recognises what a file holds by its content and gives a [`Reading`]: conversations with sender, time,
//! channel and attachments, and the way from each byte of text back to the bytes of the file.
//!
//! ```
//! use breachscan_sources::{Format, Options, read};
//!
//! let chat = b"14/02/2021, 21:14 - Bo: home safe?\n14/02/2021, 21:15 - Ines: yes\n";
//! let reading = read(chat, None, &Options::new());
//! assert_eq!(reading.format, Format::WhatsApp);
//! let messages = &reading.parts[0].conversation.messages;
//! assert_eq!(messages[1].text.as_str(), "yes");
//! assert_eq!(messages[1].sender.as_ref().unwrap().name.as_deref(), Some("Ines"));
//! ```
//!
//! Nothing is opened and nothing is written: bytes come in, messages go out. Broken input gives a [`Problem`] that
//! names the place, and the rest is read. No input makes a reader panic, and time is linear in the input.
//!
//! A reading holds the text of every message once more beside the caller's bytes, and some 450 bytes a message.

mod archive;
mod audit;
mod channels;
mod clock;
mod detect;
mod format;
mod html;
mod json;
mod kind;
mod mail;
mod options;
mod plain;
mod problem;
mod reading;
mod sheet;
mod signal;
mod slack;
mod snapchat;
mod source;
mod teams;
mod telegram;
mod whatsapp;

pub use crate::audit::{Mapping, MappingError};
pub use crate::clock::DateOrder;
pub use crate::format::{Format, UnknownFormat};
pub use crate::kind::is_media;
pub use crate::mail::domain::{is_consumer_domain, is_police_domain};
pub use crate::options::Options;
pub use crate::problem::{Problem, Trouble};
pub use crate::reading::{Part, Reading, read};
