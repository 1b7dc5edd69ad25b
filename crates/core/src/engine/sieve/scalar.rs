//! 64 bytes to masks, on any CPU.

use super::classes::{Masks, Punctuation};

/// The masks of `block`.
pub(super) fn masks(block: &[u8; 64], punctuation: &Punctuation) -> Masks {
    let mut masks = Masks::default();
    for (at, &byte) in block.iter().enumerate() {
        if byte.is_ascii_alphanumeric() {
            masks.word |= 1 << at;
        } else if punctuation.contains(byte) {
            masks.punctuation |= 1 << at;
        }
    }
    masks
}
