//! 64 bytes to masks, on any CPU.

use super::classes::{Masks, Punctuation, SEPARATORS};

/// The masks of `block`.
pub(super) fn masks(block: &[u8; 64], punctuation: &Punctuation) -> Masks {
    let mut masks = Masks::default();
    for (at, &byte) in block.iter().enumerate() {
        let bit = 1u64 << at;
        match byte {
            b'a'..=b'z' => masks.lower |= bit,
            b'A'..=b'Z' => masks.upper |= bit,
            b'0'..=b'9' => masks.digit |= bit,
            _ => {
                if SEPARATORS.contains(&byte) {
                    masks.separator |= bit;
                }
                if punctuation.contains(byte) {
                    masks.punctuation |= bit;
                }
            }
        }
    }
    masks
}
