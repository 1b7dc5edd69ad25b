//! UTF-16 text as UTF-8, with the way back.

use crate::span::Span;

/// Bytes of UTF-8 between two places whose code units are known.
const STRIDE: usize = 256;

/// UTF-8 text that stands for UTF-16 text.
#[derive(Default)]
pub(super) struct Transcoded {
    bytes: Vec<u8>,
    /// How many code units stand before every [`STRIDE`]th byte; empty where each byte is one unit.
    units: Vec<usize>,
}

impl Transcoded {
    /// Takes new text.
    pub fn fill(&mut self, haystack: &[u16]) {
        self.bytes.clear();
        self.units.clear();
        self.bytes.reserve(haystack.len());
        let mut rest = haystack;
        while !rest.is_empty() {
            let ascii = rest.iter().take_while(|&&unit| unit < 0x80).count();
            let (plain, other) = rest.split_at(ascii);
            self.bytes.extend(plain.iter().map(|&unit| unit as u8));
            rest = self.one_character(other);
        }
        if self.bytes.len() > haystack.len() {
            self.count_units();
        }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The code units that these bytes stand for.
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.unit(span.start()), self.unit(span.end()))
    }

    /// Appends the character that the units begin with, and gives what follows it.
    fn one_character<'u>(&mut self, units: &'u [u16]) -> &'u [u16] {
        let head = &units[..units.len().min(2)];
        let Some(char) = char::decode_utf16(head.iter().copied()).next() else {
            return units;
        };
        let char = char.unwrap_or(char::REPLACEMENT_CHARACTER);
        let mut utf8 = [0; 4];
        self.bytes
            .extend_from_slice(char.encode_utf8(&mut utf8).as_bytes());
        &units[char.len_utf16()..]
    }

    fn count_units(&mut self) {
        let mut before = 0;
        self.units.push(0);
        for stride in self.bytes.chunks_exact(STRIDE) {
            before += units_in(stride);
            self.units.push(before);
        }
    }

    /// How many code units stand before the byte at `at`.
    fn unit(&self, at: usize) -> usize {
        let stride = at / STRIDE;
        match self.units.get(stride) {
            Some(before) => before + units_in(&self.bytes[stride * STRIDE..at]),
            None => at,
        }
    }
}

/// The code units of the characters that start in these bytes: one each, two for those of four bytes.
fn units_in(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .map(|&byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0))
        .sum()
}
