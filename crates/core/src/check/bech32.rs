//! Segregated witness addresses (BIP 173) and their amended checksum (BIP 350).

const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// The longest address: 90 characters, of which at most 4 before the separator.
const LONGEST: usize = 90;

/// Is `text` a witness program under one of Bitcoin's prefixes, in one case throughout?
pub(crate) fn is_address(text: &[u8]) -> bool {
    let mixed = text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase);
    if text.len() > LONGEST || mixed {
        return false;
    }
    let prefixes: [&[u8]; 3] = [b"bc", b"tb", b"bcrt"];
    prefixes
        .into_iter()
        .any(|prefix| match text.split_at_checked(prefix.len()) {
            Some((head, [b'1', data @ ..])) => {
                head.eq_ignore_ascii_case(prefix) && is_program(prefix, data)
            }
            _ => false,
        })
}

fn is_program(prefix: &[u8], data: &[u8]) -> bool {
    let mut values = [0; LONGEST];
    for (slot, byte) in values.iter_mut().zip(data) {
        match ALPHABET
            .iter()
            .position(|&letter| letter == byte.to_ascii_lowercase())
        {
            Some(value) => *slot = value as u8,
            None => return false,
        }
    }
    let values = &values[..data.len()];
    // A version, at least two bytes of program in four groups of five bits, six characters of checksum.
    if values.len() < 11 {
        return false;
    }
    let program = &values[1..values.len() - 6];
    let (length, spare) = (program.len() * 5 / 8, program.len() * 5 % 8);
    let padded = spare < 5 && program[program.len() - 1] & ((1 << spare) - 1) == 0;
    padded && is_length(values[0], length) && checksum(prefix, values) == constant(values[0])
}

fn is_length(version: u8, bytes: usize) -> bool {
    match version {
        0 => matches!(bytes, 20 | 32),
        1..=16 => (2..=40).contains(&bytes),
        _ => false,
    }
}

fn constant(version: u8) -> u32 {
    if version == 0 { 1 } else { 0x2bc8_30a3 }
}

fn checksum(prefix: &[u8], values: &[u8]) -> u32 {
    let high = prefix.iter().map(|byte| byte >> 5);
    let low = prefix.iter().map(|byte| byte & 31);
    high.chain([0])
        .chain(low)
        .chain(values.iter().copied())
        .fold(1, step)
}

fn step(sum: u32, value: u8) -> u32 {
    const GENERATOR: [u32; 5] = [
        0x3b6a_57b2,
        0x2650_8e6d,
        0x1ea1_19fa,
        0x3d42_33dd,
        0x2a14_62b3,
    ];
    let top = sum >> 25;
    let next = (sum & 0x01ff_ffff) << 5 ^ u32::from(value);
    (0..5)
        .filter(|bit| top >> bit & 1 == 1)
        .fold(next, |next, bit| next ^ GENERATOR[bit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_vectors_of_both_proposals_are_judged_right() {
        for text in [
            "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
            "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7",
            "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
            "BC1SW50QGDZ25J",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        ] {
            assert!(is_address(text.as_bytes()), "{text}");
        }
        for (text, why) in [
            ("tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty", "prefix"),
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "checksum"),
            (
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
                "old checksum for version 1",
            ),
            ("bc1rw5uspcuh", "program too short"),
            (
                "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
                "program length for version 0",
            ),
            (
                "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sL5k7",
                "mixed case",
            ),
            ("bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du", "padding"),
            ("bc1gmk9yu", "no data"),
        ] {
            assert!(!is_address(text.as_bytes()), "{text}: {why}");
        }
    }
}
