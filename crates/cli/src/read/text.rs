//! A window as UTF-8, and its way back to the disk.

use std::borrow::Cow;

use super::encoding::Encoding;
use super::windows::Window;

/// Bytes of decoded text between two known places on disk.
const STRIDE: usize = 1024;

/// What is scanned, and where each of its bytes lies in the file.
pub struct Text<'w> {
    bytes: Cow<'w, [u8]>,
    /// Offset in the file of the first byte.
    base: u64,
    /// For decoded UTF-16: how many units stand before every [`STRIDE`]th byte.
    units: Option<Vec<u64>>,
    from: usize,
    to: usize,
}

impl<'w> Text<'w> {
    pub fn new(window: Window<'w>) -> Text<'w> {
        let decoder = match window.encoding {
            Encoding::Bytes => return Text::as_it_lies(window),
            Encoding::Utf16Le => encoding_rs::UTF_16LE,
            Encoding::Utf16Be => encoding_rs::UTF_16BE,
        };
        let mark = if window.base == 0 {
            window.encoding.mark().len()
        } else {
            0
        };
        let decode = |end: usize| {
            let bytes = &window.bytes[mark.min(end)..end];
            decoder.decode_without_bom_handling(bytes).0
        };
        let text = decode(window.bytes.len()).into_owned().into_bytes();
        let mut text = Text {
            units: Some(count_units(&text)),
            bytes: Cow::Owned(text),
            base: window.base + mark as u64,
            from: 0,
            to: 0,
        };
        text.from = text.at_disk(window.base + window.from as u64);
        text.to = text.at_disk(window.base + window.to as u64);
        text
    }

    fn as_it_lies(window: Window<'w>) -> Text<'w> {
        Text {
            bytes: Cow::Borrowed(window.bytes),
            base: window.base,
            units: None,
            from: window.from,
            to: window.to,
        }
    }

    /// The bytes to scan.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where the window's own part starts.
    pub fn from(&self) -> usize {
        self.from
    }

    /// Where the window's own part ends.
    pub fn to(&self) -> usize {
        self.to
    }

    /// The offset in the file of the text's byte `at`.
    pub fn disk(&self, at: usize) -> u64 {
        let Some(units) = &self.units else {
            return self.base + at as u64;
        };
        let stride = at / STRIDE;
        self.base + 2 * (units[stride] + units_in(&self.bytes[stride * STRIDE..at]))
    }

    /// The text's byte at the file's offset `disk`, where a character starts.
    pub fn at_disk(&self, disk: u64) -> usize {
        let wanted = disk.saturating_sub(self.base);
        let Some(units) = &self.units else {
            return (wanted as usize).min(self.bytes.len());
        };
        let wanted = wanted.div_ceil(2);
        let stride = units
            .partition_point(|&before| before < wanted)
            .saturating_sub(1);
        let mut at = stride * STRIDE;
        let mut have = units[stride];
        while at < self.bytes.len() && (have < wanted || is_continuation(self.bytes[at])) {
            have += units_in(&self.bytes[at..=at]);
            at += 1;
        }
        at
    }
}

fn count_units(text: &[u8]) -> Vec<u64> {
    let mut before = 0;
    let mut units = vec![0];
    for stride in text.chunks_exact(STRIDE) {
        before += units_in(stride);
        units.push(before);
    }
    units
}

/// The UTF-16 units of the characters that start in `bytes`: one each, two for those of four bytes.
///
/// What could not be decoded is U+FFFD, one unit, and was one.
fn units_in(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .map(|&byte| u64::from(!is_continuation(byte)) + u64::from(byte >= 0xF0))
        .sum()
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(bytes: &[u8]) -> Window<'_> {
        let encoding = Encoding::of(bytes);
        Window {
            bytes,
            encoding,
            base: 0,
            from: encoding.mark().len(),
            to: bytes.len(),
        }
    }

    #[test]
    fn every_character_of_utf_16_has_its_place_on_disk() {
        let line = "é a€😀\u{FFFD}z\n".repeat(300);
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
            let mut file = encoding.mark().to_vec();
            encoding.encode(line.as_bytes(), &mut file);
            let text = Text::new(window(&file));
            assert_eq!(text.bytes(), line.as_bytes());
            let mut disk = 2;
            for (at, char) in line.char_indices() {
                assert_eq!((text.disk(at), text.at_disk(disk)), (disk, at));
                disk += 2 * char.len_utf16() as u64;
            }
            assert_eq!(
                (text.disk(line.len()), text.from(), text.to()),
                (disk, 0, line.len())
            );
        }
    }

    #[test]
    fn lone_surrogate_is_one_unit() {
        let file = b"\xFF\xFE\0\xD8a\0\0\xDCb\0";
        let text = Text::new(window(file));
        assert_eq!(text.bytes(), "\u{FFFD}a\u{FFFD}b".as_bytes());
        assert_eq!([text.disk(3), text.disk(7)], [4, 8]);
    }

    #[test]
    fn other_bytes_are_as_they_lie() {
        let text = Text::new(window(b"\xEF\xBB\xBFa\xFF"));
        assert_eq!((text.bytes(), text.disk(4)), (&b"\xEF\xBB\xBFa\xFF"[..], 4));
    }
}
