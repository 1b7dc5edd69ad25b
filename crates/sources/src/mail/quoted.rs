//! Quoted-printable, decoded piece by piece.

use breachscan::Span;
use breachscan::message::Text;

use crate::source;

/// Decodes quoted-printable bytes, the first of them at offset `base` of the source. Bytes above ASCII are read as UTF-8
/// or else as Windows-1252.
pub(super) fn decode(raw: &[u8], base: usize) -> Text {
    let mut decoder = Decoder::default();
    let mut at = 0;
    while at < raw.len() {
        let (unit, length) = unit(&raw[at..]);
        let place = Span::new(base + at, base + at + length);
        match unit {
            Unit::Break => {}
            Unit::Byte(byte) => decoder.push(byte, place),
        }
        at += length;
    }
    decoder.flush();
    decoder.text
}

enum Unit {
    /// A soft line end, which stands for nothing.
    Break,
    Byte(u8),
}

fn unit(rest: &[u8]) -> (Unit, usize) {
    if rest[0] != b'=' {
        return (Unit::Byte(rest[0]), 1);
    }
    if let [_, high, low, ..] = *rest
        && let (Some(high), Some(low)) = (hex(high), hex(low))
    {
        return (Unit::Byte(high * 16 + low), 3);
    }
    let blanks = rest[1..]
        .iter()
        .take(64)
        .take_while(|byte| matches!(byte, b' ' | b'\t'));
    let end = 1 + blanks.count();
    match rest[end..] {
        [b'\r', b'\n', ..] => (Unit::Break, end + 2),
        [b'\n', ..] => (Unit::Break, end + 1),
        [] => (Unit::Break, end),
        _ => (Unit::Byte(b'='), 1),
    }
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

#[derive(Default)]
struct Decoder {
    text: Text,
    /// Bytes above ASCII that are not characters yet, and where each comes from.
    waiting: Vec<u8>,
    places: Vec<Span>,
}

impl Decoder {
    fn push(&mut self, byte: u8, place: Span) {
        if !byte.is_ascii() {
            self.waiting.push(byte);
            self.places.push(place);
            return;
        }
        self.flush();
        let mut buffer = [0; 1];
        let text: &str = char::from(byte).encode_utf8(&mut buffer);
        if place.len() == 1 {
            self.text.push_exact(text, place.start());
        } else {
            self.text.push_decoded(text, place);
        }
    }

    fn flush(&mut self) {
        let mut index = 0;
        for chunk in self.waiting.utf8_chunks() {
            for char in chunk.valid().chars() {
                let next = index + char.len_utf8();
                let place = Span::new(self.places[index].start(), self.places[next - 1].end());
                self.text.push_decoded(char.encode_utf8(&mut [0; 4]), place);
                index = next;
            }
            for &byte in chunk.invalid() {
                let text = source::windows_1252(byte);
                self.text.push_decoded(&text, self.places[index]);
                index += 1;
            }
        }
        self.waiting.clear();
        self.places.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use breachscan::message::Origin;

    #[test]
    fn characters_lead_back_to_their_escapes() {
        let text = decode(b"driver=E2=80=99s=\r\n name =3D caf=E9 = x=", 100);
        assert_eq!(text.as_str(), "driver\u{2019}s name = café = x");
        assert_eq!(
            text.origin(Span::new(6, 9)),
            Origin::Exact(Span::new(106, 115))
        );
        assert_eq!(
            text.origin(Span::new(11, 15)),
            Origin::Exact(Span::new(120, 124))
        );
    }
}
