//! A reference without its separators.
//!
//! People write the same number in pairs, in threes, with hyphens or run together. Every check that counts characters
//! reads the text into a `Compact` first, so that none of them has an opinion on spacing.

/// Separators of numbers written in groups.
pub(crate) const GROUPED: &[u8] = b" -";

/// At most this many separators in one place: a slash or hyphen with a space on each side.
const WIDEST_GAP: usize = 3;

/// At most `N` letters and digits, letters in upper case.
pub(crate) struct Compact<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Compact<N> {
    /// Reads `text`, or gives nothing if it is empty, too long, begins or ends with a separator, or holds any byte
    /// that is no ASCII letter, digit or one of `separators`.
    pub(crate) fn read(text: &[u8], separators: &[u8]) -> Option<Self> {
        let mut compact = Self {
            bytes: [0; N],
            len: 0,
        };
        let mut gap = 0;
        for &byte in text {
            if byte.is_ascii_alphanumeric() {
                *compact.bytes.get_mut(compact.len)? = byte.to_ascii_uppercase();
                compact.len += 1;
                gap = 0;
            } else if compact.len > 0 && gap < WIDEST_GAP && separators.contains(&byte) {
                gap += 1;
            } else {
                return None;
            }
        }
        (gap == 0 && compact.len > 0).then_some(compact)
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<u8>> {
        Compact::<4>::read(text.as_bytes(), GROUPED).map(|compact| compact.as_bytes().to_vec())
    }

    #[test]
    fn separators_are_dropped_and_letters_folded() {
        assert_eq!(read("a-1 - B2").as_deref(), Some(&b"A1B2"[..]));
    }

    #[test]
    fn odd_bytes_edges_and_excess_are_refused() {
        for text in ["", " ", " AB", "AB-", "A_B", "A    B", "ABCDE", "Aé"] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
