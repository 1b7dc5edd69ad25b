//! Ethereum address: 0x and forty hexadecimal digits.
//!
//! In mixed case the capitals are a checksum: a letter is a capital where the Keccak-256 of the small-letter digits has
//! a nibble of eight or more. In one case throughout there is nothing to check. Authority: EIP-55.

use sha3::{Digest, Keccak256};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let [b'0', b'x' | b'X', digits @ ..] = text else {
        return false;
    };
    let Ok(digits) = <&[u8; 40]>::try_from(digits) else {
        return false;
    };
    let one_case =
        !digits.iter().any(u8::is_ascii_lowercase) || !digits.iter().any(u8::is_ascii_uppercase);
    digits.iter().all(u8::is_ascii_hexdigit) && (one_case || has_checksum(digits))
}

fn has_checksum(digits: &[u8; 40]) -> bool {
    let hash = Keccak256::digest(digits.map(|byte| byte.to_ascii_lowercase()));
    digits.iter().enumerate().all(|(at, byte)| {
        let nibble = if at % 2 == 0 {
            hash[at / 2] >> 4
        } else {
            hash[at / 2] & 15
        };
        byte.is_ascii_digit() || byte.is_ascii_uppercase() == (nibble >= 8)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn mixed_case_is_a_checksum() {
        judge(
            super::is_valid,
            &[
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0x52908400098527886E0F7030069857D2E4169EE7",
                "0xde709f2102306220921060314715629080e2fb77",
            ],
            &[
                (
                    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD",
                    "checksum fails",
                ),
                (
                    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
                    "thirty-nine digits",
                ),
                ("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAedaa", "no 0x"),
                (
                    "0xge709f2102306220921060314715629080e2fb77",
                    "no hexadecimal digit",
                ),
            ],
        );
    }
}
