//! One thing that speaks for or against a candidate.

use super::candidate::MessageRef;
use crate::span::Span;

/// What a piece of evidence does for its candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// The pattern needs it, or another of its kind.
    Required,
    /// It makes the candidate more likely or more severe.
    Raises,
    /// It makes the candidate less likely, and was not enough to drop it.
    Lowers,
}

/// A finding, a phrase or a fact of the channel that a pattern took into account.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Evidence {
    /// The rule, signal or fact: `uk-postcode`, `look-up`, `channel-private`.
    pub rule: String,
    /// The same in words that hold nothing of the text.
    pub name: String,
    /// What it does for the candidate.
    pub role: Role,
    /// The message it is found in.
    pub message: MessageRef,
    /// Where, in bytes of that message's text; `None` for a fact about the message or its channel. The text's
    /// [`origin`](crate::message::Text::origin) says where that lies in the source.
    pub span: Option<Span>,
}
