//! Where leads may be: the masks of 64 bytes, and the punctuation with which patterns begin.

/// One bit a byte for 64 bytes, the first byte lowest.
#[derive(Clone, Copy, Default)]
pub(super) struct Masks {
    /// Letters and digits.
    pub word: u64,
    /// Bytes outside letters and digits with which a pattern begins.
    pub punctuation: u64,
}

/// The punctuation bytes with which patterns begin.
#[derive(Clone)]
pub(super) struct Punctuation {
    members: [bool; 256],
    /// Bit `h` of entry `l`: the byte `h << 4 | l` is a member. ASCII only.
    #[cfg_attr(
        not(any(target_arch = "x86_64", target_arch = "aarch64")),
        allow(dead_code)
    )]
    pub by_low_nibble: [u8; 16],
    /// Whether any byte above 0x7F is a member; then all of them count as leads.
    pub high: bool,
}

impl Punctuation {
    pub fn new(members: [bool; 256]) -> Punctuation {
        let mut by_low_nibble = [0; 16];
        for byte in (0..128usize).filter(|&byte| members[byte]) {
            by_low_nibble[byte & 15] |= 1 << (byte >> 4);
        }
        let high = members[128..].contains(&true);
        Punctuation {
            members,
            by_low_nibble,
            high,
        }
    }

    pub fn contains(&self, byte: u8) -> bool {
        if byte < 128 {
            self.members[usize::from(byte)]
        } else {
            self.high
        }
    }
}
