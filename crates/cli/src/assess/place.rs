//! Where something lies in its file.

use breachscan::Span;
use breachscan::breach::Evidence;
use breachscan::message::{Message, Origin};
use serde::Serialize;

/// Byte offsets in the file as it lies on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    pub start: Option<usize>,
    pub end: Option<usize>,
    /// Whether the bytes are exactly these. Otherwise it lies somewhere within them, or is a fact about the message
    /// that lies there.
    pub exact: bool,
}

impl Place {
    /// Where a piece of evidence lies.
    pub fn of(evidence: &Evidence, message: &Message) -> Place {
        let origin = evidence.span.map(|span| message.text.origin(span));
        match origin {
            Some(Origin::Exact(span)) => Place::at(Some(span), true),
            Some(Origin::Within(span)) => Place::at(Some(span), false),
            Some(Origin::None) | None => Place::at(message.place, false),
        }
    }

    fn at(span: Option<Span>, exact: bool) -> Place {
        Place {
            start: span.map(Span::start),
            end: span.map(Span::end),
            exact,
        }
    }
}
