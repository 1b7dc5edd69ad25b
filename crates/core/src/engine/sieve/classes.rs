//! What the sieve's tables tell apart, and the masks of 64 bytes.

/// Bytes between the parts of a number or a reference.
pub(super) const SEPARATORS: [u8; 4] = *b" -/.";

/// Letter case shapes: lower 0, upper 1, digit 2, anything else 3.
pub(super) fn case_class(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => 0,
        b'A'..=b'Z' => 1,
        b'0'..=b'9' => 2,
        _ => 3,
    }
}

/// Separator shapes: letter 0, digit 1, separator 2, anything else 3.
pub(super) fn separator_class(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => 0,
        b'0'..=b'9' => 1,
        _ if SEPARATORS.contains(&byte) => 2,
        _ => 3,
    }
}

/// One bit a byte for 64 bytes, the first byte lowest.
#[derive(Clone, Copy, Default)]
pub(super) struct Masks {
    pub lower: u64,
    pub upper: u64,
    pub digit: u64,
    pub separator: u64,
    /// Bytes outside letters and digits with which a pattern begins.
    pub punctuation: u64,
}

impl Masks {
    pub fn word(&self) -> u64 {
        self.lower | self.upper | self.digit
    }

    /// The two bit planes of the case shapes.
    pub fn case_planes(&self) -> (u64, u64) {
        let other = !self.word();
        (self.upper | other, self.digit | other)
    }

    /// The two bit planes of the separator shapes.
    pub fn separator_planes(&self) -> (u64, u64) {
        let other = !(self.word() | self.separator);
        (self.digit | other, self.separator | other)
    }
}

/// The punctuation bytes with which patterns begin.
#[derive(Clone)]
pub(super) struct Punctuation {
    members: [bool; 256],
    /// Bit `h` of entry `l`: the byte `h << 4 | l` is a member. ASCII only.
    #[cfg_attr(not(target_arch = "x86_64"), allow(dead_code))]
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

    /// The members as 32 bytes, one bit each.
    pub fn to_bits(&self) -> [u8; 32] {
        let mut bits = [0; 32];
        for byte in (0..256).filter(|&byte| self.members[byte]) {
            bits[byte / 8] |= 1 << (byte % 8);
        }
        bits
    }

    pub fn from_bits(bits: &[u8; 32]) -> Punctuation {
        let mut members = [false; 256];
        for (byte, member) in members.iter_mut().enumerate() {
            *member = bits[byte / 8] >> (byte % 8) & 1 == 1;
        }
        Punctuation::new(members)
    }
}
