//! Exports of Telegram Desktop.
//!
//! | file | what it holds |
//! |---|---|
//! | `chats` | `result.json`: one chat, or an account's chats |
//! | `message` | one message of `result.json` |
//! | `page` | `messages.html` |
//! | `service` | what a service message tells |

mod chats;
mod message;
mod page;
mod service;

pub(crate) use chats::read as read_json;
pub(crate) use page::read as read_html;
