//! The text of a MIME part, with the way back.

use breachscan::Span;
use breachscan::message::Text;
use mail_parser::{Encoding, MessagePart, MimeHeaders, PartType};

use super::quoted;
use crate::{html, source};

/// Where the bytes of a parsed message lie.
#[derive(Clone, Copy)]
pub(super) enum Ground {
    /// From this offset of the source on.
    At(usize),
    /// Somewhere within: the message was itself encoded.
    Within(Span),
}

impl Ground {
    /// Where bytes of the message lie in the source.
    pub(super) fn place(self, start: usize, end: usize) -> Span {
        match self {
            Ground::At(base) => Span::new(base + start, base + end.max(start)),
            Ground::Within(span) => span,
        }
    }
}

/// The text of a part that has any; HTML is reduced.
pub(super) fn text(raw: &[u8], part: &MessagePart<'_>, ground: Ground) -> Option<Text> {
    // A part whose end is missing is handed over as text, whatever it is.
    let is_html = part
        .content_type()
        .is_some_and(|kind| kind.subtype() == Some("html"));
    match &part.body {
        PartType::Text(decoded) if is_html => {
            Some(html::reduce(&placed(raw, part, decoded, ground)))
        }
        PartType::Text(decoded) => Some(placed(raw, part, decoded, ground)),
        PartType::Html(decoded) => Some(html::reduce(&placed(raw, part, decoded, ground))),
        _ => None,
    }
}

/// The decoded text with its places, as exact as the coding allows.
fn placed(raw: &[u8], part: &MessagePart<'_>, decoded: &str, ground: Ground) -> Text {
    let (start, end) = (part.offset_body as usize, part.offset_end as usize);
    let place = ground.place(start, end);
    if let (Ground::At(base), Some(bytes)) = (ground, raw.get(start..end))
        && is_plain_charset(part)
    {
        match part.encoding {
            Encoding::None => return source::decode_at(bytes, base + start),
            Encoding::QuotedPrintable => return quoted::decode(bytes, base + start),
            Encoding::Base64 => {}
        }
    }
    let mut text = Text::default();
    text.push_within(decoded, place);
    text
}

/// Whether a part's charset is UTF-8 or a subset, or one that Windows-1252 covers.
fn is_plain_charset(part: &MessagePart<'_>) -> bool {
    let charset = part
        .content_type()
        .and_then(|kind| kind.attribute("charset"));
    charset.is_none_or(|charset| {
        [
            "utf-8",
            "utf8",
            "us-ascii",
            "ascii",
            "iso-8859-1",
            "latin1",
            "windows-1252",
            "cp1252",
        ]
        .iter()
        .any(|plain| charset.eq_ignore_ascii_case(plain))
    })
}
