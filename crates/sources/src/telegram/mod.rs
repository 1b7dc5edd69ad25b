//! Exports of Telegram Desktop.
//!
//! | file | what it holds |
//! |---|---|
//! | `chats` | `result.json`: one chat, or an account's chats |
//! | `message` | one message of `result.json` |
//! | `service` | what a service message tells |

mod chats;
mod message;
mod service;

pub(crate) use chats::read as read_json;
