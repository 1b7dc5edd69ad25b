//! UTF-16 by its byte order mark.

/// How a file's bytes are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, or any bytes in which ASCII is ASCII: scanned as they lie.
    Bytes,
    /// UTF-16, least significant byte first.
    Utf16Le,
    /// UTF-16, most significant byte first.
    Utf16Be,
}

impl Encoding {
    /// What the first bytes of a file say.
    pub fn of(start: &[u8]) -> Encoding {
        match start {
            [0xFF, 0xFE, ..] => Encoding::Utf16Le,
            [0xFE, 0xFF, ..] => Encoding::Utf16Be,
            _ => Encoding::Bytes,
        }
    }

    /// The bytes of the mark, which are not part of the text. That of UTF-8 is left where it is, as any other byte.
    pub fn mark(self) -> &'static [u8] {
        match self {
            Encoding::Bytes => b"",
            Encoding::Utf16Le => b"\xFF\xFE",
            Encoding::Utf16Be => b"\xFE\xFF",
        }
    }

    /// Just past the last line feed in `bytes`, which begin with a whole unit.
    pub fn last_line_end(self, bytes: &[u8]) -> Option<usize> {
        let feed = match self {
            Encoding::Bytes => return memchr::memrchr(b'\n', bytes).map(|at| at + 1),
            Encoding::Utf16Le => b"\n\0",
            Encoding::Utf16Be => b"\0\n",
        };
        let pair = bytes.chunks_exact(2).rposition(|unit| unit == feed)?;
        Some(2 * pair + 2)
    }

    /// The last place at or before `at` where no character is cut, as far as the unit there tells.
    pub fn floor(self, bytes: &[u8], at: usize) -> usize {
        let low_surrogate = |high: u8| (0xDC..=0xDF).contains(&high);
        let even = at - at % 2;
        let high = match self {
            Encoding::Bytes => return at,
            Encoding::Utf16Le => bytes.get(even + 1),
            Encoding::Utf16Be => bytes.get(even),
        };
        match high {
            Some(&high) if low_surrogate(high) && even >= 2 => even - 2,
            _ => even,
        }
    }

    /// Appends `text` as it would lie in the file.
    pub fn encode(self, text: &[u8], out: &mut Vec<u8>) {
        let units = String::from_utf8_lossy(text);
        match self {
            Encoding::Bytes => out.extend_from_slice(text),
            Encoding::Utf16Le => out.extend(units.encode_utf16().flat_map(u16::to_le_bytes)),
            Encoding::Utf16Be => out.extend(units.encode_utf16().flat_map(u16::to_be_bytes)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_end_is_a_whole_unit() {
        let text = b"\x0A\x01a\0\n\0b\0";
        assert_eq!(Encoding::Utf16Le.last_line_end(text), Some(6));
        assert_eq!(Encoding::Utf16Be.last_line_end(b"\0a\x0A\0"), None);
        assert_eq!(Encoding::Bytes.last_line_end(b"a\nb"), Some(2));
    }

    #[test]
    fn surrogate_pair_is_not_cut() {
        let mut text = Vec::new();
        Encoding::Utf16Le.encode("a😀b".as_bytes(), &mut text);
        let floors: Vec<usize> = (0..=text.len())
            .map(|at| Encoding::Utf16Le.floor(&text, at))
            .collect();
        assert_eq!(floors, [0, 0, 2, 2, 2, 2, 6, 6, 8]);
    }
}
