//! Where something lies in its file.

use breachscan::Span;
use breachscan::breach::Evidence;
use breachscan::message::{Message, Origin};
use serde::Serialize;

/// Byte offsets in the file as it lies on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The line it begins on, from 1; the message's first where more is not known.
    pub line: Option<u32>,
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
        let (place, exact) = match origin {
            Some(Origin::Exact(span)) => (Some(span), true),
            Some(Origin::Within(span)) => (Some(span), false),
            Some(Origin::None) | None => (message.place, false),
        };
        Place {
            line: line(evidence, message),
            start: place.map(Span::start),
            end: place.map(Span::end),
            exact,
        }
    }
}

/// The line of a piece of evidence: counted in the text where that lies in the file as it is.
fn line(evidence: &Evidence, message: &Message) -> Option<u32> {
    let first = message.line?;
    let before = Span::new(0, evidence.span.map_or(0, Span::start));
    match message.text.origin(before) {
        Origin::Exact(span) if span.len() == before.len() => {
            let text = &message.text.as_str()[before.range()];
            let lines = text.bytes().filter(|&byte| byte == b'\n').count();
            Some(first.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX)))
        }
        _ => Some(first),
    }
}
