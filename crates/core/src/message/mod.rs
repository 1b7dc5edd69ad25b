//! What people sent each other, ready to be assessed: conversations of messages, whatever they were read from.
//!
//! | file | what it holds |
//! |---|---|
//! | `conversation` | messages of one channel, in the order of the source |
//! | `channel` | where they were sent: application, audience |
//! | `party` | who sent and who received |
//! | `time` | when, and how well that is known |
//! | `event` | what happened to the channel itself |
//! | `look_up` | a row of an audit log |
//! | `attachment` | files that came with a message |
//! | `text` | the decoded text and the way back to the bytes of the source |
//!
//! Readers of real formats make these; a program with a store of its own can make them as well.

mod attachment;
mod channel;
mod conversation;
mod event;
mod look_up;
mod party;
mod text;
mod time;

pub use attachment::{Attachment, AttachmentKind};
pub use channel::{App, Channel, ChannelKind};
pub use conversation::{Conversation, Message};
pub use event::Event;
pub use look_up::LookUp;
pub use party::{Party, Recipient, RecipientRole};
pub use text::{Origin, Text};
pub use time::{Timestamp, Zone};
