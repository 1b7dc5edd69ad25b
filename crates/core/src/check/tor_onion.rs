//! Tor onion service of version 3: a public key, two bytes of checksum and the version in base 32.
//!
//! The checksum is the start of SHA3-256 over ".onion checksum", key and version. Authority: Tor rend-spec-v3.

use sha3::{Digest, Sha3_256};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some((name, suffix)) = text.split_at_checked(56) else {
        return false;
    };
    suffix.eq_ignore_ascii_case(b".onion") && decode(name).is_some_and(|bytes| has_checksum(&bytes))
}

fn has_checksum(bytes: &[u8; 35]) -> bool {
    let (key, checksum, version) = (&bytes[..32], &bytes[32..34], bytes[34]);
    let hash = Sha3_256::new()
        .chain_update(b".onion checksum")
        .chain_update(key)
        .chain_update([version])
        .finalize();
    version == 3 && hash[..2] == *checksum
}

/// Fifty-six characters of five bits are thirty-five bytes.
fn decode(name: &[u8]) -> Option<[u8; 35]> {
    let mut bytes = [0; 35];
    for (at, &byte) in name.iter().enumerate() {
        let value = match byte {
            b'a'..=b'z' => byte - b'a',
            b'A'..=b'Z' => byte - b'A',
            b'2'..=b'7' => byte - b'2' + 26,
            _ => return None,
        };
        let [high, low] = (u16::from(value) << (11 - at * 5 % 8)).to_be_bytes();
        *bytes.get_mut(at * 5 / 8)? |= high;
        if let Some(next) = bytes.get_mut(at * 5 / 8 + 1) {
            *next |= low;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn checksum_and_version_hold() {
        judge(
            super::is_valid,
            &["duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion"],
            &[
                (
                    "duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczae.onion",
                    "version is not 3",
                ),
                (
                    "auckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion",
                    "checksum fails",
                ),
                (
                    "duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.com",
                    "no onion",
                ),
                ("3g2upl4pq6kufc4m.onion", "version 2"),
                (
                    "1uckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion",
                    "1 is not in the alphabet",
                ),
            ],
        );
    }
}
