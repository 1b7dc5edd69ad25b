//! HTML reduced to the text a reader sees.

use breachscan::Span;
use breachscan::message::{Origin, Text};

/// The text of HTML, each stretch with its origin. Blocks become lines, entities characters; scripts, styles and comments
/// are left out.
pub(crate) fn reduce(html: &Text) -> Text {
    let mut reducer = Reducer {
        html,
        source: html.as_str(),
        out: Text::default(),
        gap: Gap::None,
        can_close: true,
    };
    reducer.run();
    reducer.out
}

/// The text with entities as characters; what looks like a tag stays.
pub(crate) fn unescape(escaped: &Text) -> Text {
    let source = escaped.as_str();
    let mut out = Text::default();
    let mut from = 0;
    for at in memchr::memchr_iter(b'&', source.as_bytes()) {
        if at < from {
            continue;
        }
        if let Some((char, length)) = entity(&source[at..]) {
            let span = Span::new(at, at + length);
            out.push_part(escaped, Span::new(from, at));
            push_char(&mut out, char, escaped, span);
            from = span.end();
        }
    }
    out.push_part(escaped, Span::new(from, source.len()));
    out
}

/// Adds a character that this span of another text stands for.
fn push_char(out: &mut Text, char: char, other: &Text, span: Span) {
    let mut buffer = [0; 4];
    let decoded = char.encode_utf8(&mut buffer);
    match source_of(other, span) {
        Some(place) => out.push_decoded(decoded, place),
        None => out.push_made(decoded),
    }
}

struct Reducer<'a> {
    html: &'a Text,
    source: &'a str,
    out: Text,
    /// What stands between the last text and the next.
    gap: Gap,
    /// Whether there may be another `>`; looked for once.
    can_close: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Line,
}

impl Reducer<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.source.len() {
            let rest = &self.source[at..];
            let length = match rest.as_bytes()[0] {
                b'<' => self.tag(rest),
                b'&' => self.entity(rest, at),
                byte if byte.is_ascii_whitespace() => {
                    self.gap = self.gap.max(Gap::Space);
                    Some(1)
                }
                _ => None,
            };
            at += match length {
                Some(length) => length,
                None => self.words(rest, at),
            };
        }
    }

    /// Passes over a tag, or over an element that holds no text.
    fn tag(&mut self, rest: &str) -> Option<usize> {
        if rest.starts_with("<!--") {
            return Some(rest.find("-->").map_or(rest.len(), |end| end + 3));
        }
        let name = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
        if !self.can_close
            || !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?')
        {
            return None;
        }
        let Some(end) = memchr::memchr(b'>', rest.as_bytes()) else {
            self.can_close = false;
            return None;
        };
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric();
        let length = name.bytes().take_while(is_part).count();
        let name = name[..length].to_ascii_lowercase();
        if matches!(name.as_str(), "script" | "style" | "head") && !rest.starts_with("</") {
            return Some(end + 1 + after_element(&rest[end + 1..], &name));
        }
        if is_block(&name) {
            self.gap = Gap::Line;
        }
        Some(end + 1)
    }

    fn entity(&mut self, rest: &str, at: usize) -> Option<usize> {
        let (char, length) = entity(rest)?;
        if char == '\u{A0}' {
            self.gap = self.gap.max(Gap::Space);
        } else {
            self.close_gap();
            let span = Span::new(at, at + length);
            push_char(&mut self.out, char, self.html, span);
        }
        Some(length)
    }

    /// Adds text up to the next tag, entity or space; gives its length.
    fn words(&mut self, rest: &str, at: usize) -> usize {
        let is_end = |byte: &u8| matches!(byte, b'<' | b'&') || byte.is_ascii_whitespace();
        let ahead = rest.bytes().skip(1).take_while(|byte| !is_end(byte));
        let length = 1 + ahead.count();
        self.close_gap();
        self.out.push_part(self.html, Span::new(at, at + length));
        length
    }

    fn close_gap(&mut self) {
        let is_first = self.out.as_str().is_empty();
        match self.gap {
            Gap::Space if !is_first => self.out.push_made(" "),
            Gap::Line if !is_first => self.out.push_made("\n"),
            _ => {}
        }
        self.gap = Gap::None;
    }
}

/// Where in the source a stretch comes from.
fn source_of(text: &Text, span: Span) -> Option<Span> {
    match text.origin(span) {
        Origin::Exact(place) | Origin::Within(place) => Some(place),
        Origin::None => None,
    }
}

/// Length of what stands before the end tag of an element that holds no text.
fn after_element(rest: &str, name: &str) -> usize {
    let bytes = rest.as_bytes();
    let is_end = |at: &usize| {
        let tag = rest.get(at + 1..at + 2 + name.len());
        tag.is_some_and(|tag| tag.starts_with('/') && tag[1..].eq_ignore_ascii_case(name))
    };
    let end = memchr::memchr_iter(b'<', bytes).find(is_end);
    // A browser takes a head without an end to end by itself.
    end.unwrap_or(if name == "head" { 0 } else { rest.len() })
}

fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 24] = [
        "address",
        "article",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dt",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "p",
        "pre",
        "section",
        "table",
        "tr",
    ];
    BLOCKS.contains(&name)
}

/// The character that an entity at the start of the text stands for, and the entity's length.
pub(crate) fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|byte| byte == b';')?;
    let name = text[..end].strip_prefix('&')?;
    let char = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((char, end + 1))
}

/// Entities that mail programs and exporters write.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("pound", '£'),
    ("euro", '€'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '\u{2018}'),
    ("rsquo", '\u{2019}'),
    ("ldquo", '\u{201C}'),
    ("rdquo", '\u{201D}'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("deg", '°'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("ccedil", 'ç'),
    ("uuml", 'ü'),
    ("ouml", 'ö'),
    ("auml", 'ä'),
    ("szlig", 'ß'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn reduced(html: &str) -> String {
        reduce(&Text::at(html, 0)).as_str().to_owned()
    }

    #[test]
    fn readers_see_text() {
        let html = "<html><head><title>t</title></head><body><p>Born&nbsp;on</p>\n<p>3 &lt; 4 &amp; 5 &#163;</p>\
            <script>if (a < b) x()</script><!-- <b> -->end<br>line</body></html>";
        assert_eq!(reduced(html), "Born on\n3 < 4 & 5 £\nend\nline");
        assert_eq!(reduced("a < b <unclosed & co"), "a < b <unclosed & co");
    }

    #[test]
    fn unescaped_text_keeps_its_tags() {
        let text = unescape(&Text::at("Don&#39;t &lt;b> & &bogus;", 0));
        assert_eq!(text.as_str(), "Don't <b> & &bogus;");
        assert_eq!(text.origin(Span::new(3, 4)), Origin::Exact(Span::new(3, 8)));
    }

    #[test]
    fn text_leads_back() {
        let text = reduce(&Text::at("<p>WK14 <b>ZTB</b></p>", 50));
        assert_eq!(text.as_str(), "WK14 ZTB");
        assert_eq!(
            text.origin(Span::new(0, 8)),
            Origin::Exact(Span::new(53, 64))
        );
    }

    #[test]
    fn hostile_html_takes_linear_time() {
        for piece in ["<a", "<!--", "<script", "&#", "<"] {
            reduced(&piece.repeat(200_000));
        }
    }
}
