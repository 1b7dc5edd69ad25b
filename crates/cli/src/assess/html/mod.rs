//! One self-contained page: no network, no script, no other file.
//!
//! - `page`: the frame, its head and its parts in order
//! - `style.css`: light, dark and print
//! - `overview`: how many, how severe, and the list of candidates
//! - `notice`: what a notification under section 67 of the Data Protection Act 2018 asks for
//! - `timeline`: when, as a chart
//! - `heat_map`: at what hour of which day, as a chart
//! - `counts`: by channel and by sender
//! - `candidate`: one candidate with its messages
//! - `messages`: messages in their context, evidence marked
//! - `inputs`: what was read, what was not, what was left out
//!
//! Every value goes through the template's escaping.

mod candidate;
mod counts;
mod heat_map;
mod inputs;
mod messages;
mod notice;
mod overview;
mod page;
mod timeline;

pub use self::page::{Stamp, page};
