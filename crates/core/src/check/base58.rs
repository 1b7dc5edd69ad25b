//! Base58Check as Bitcoin writes it: a version, twenty bytes, and the first four bytes of a double SHA-256.

use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// The version byte, if `text` is twenty-one bytes with a right checksum.
pub(crate) fn version(text: &[u8]) -> Option<u8> {
    let bytes = decode(text)?;
    let (payload, checksum) = bytes.split_at(21);
    (Sha256::digest(Sha256::digest(payload))[..4] == *checksum).then_some(bytes[0])
}

/// The twenty-five bytes that `text` writes; each leading 1 is one leading zero byte.
fn decode(text: &[u8]) -> Option<[u8; 25]> {
    if !(25..=35).contains(&text.len()) {
        return None;
    }
    let mut bytes = [0; 25];
    for &byte in text {
        let mut carry = ALPHABET.iter().position(|&digit| digit == byte)? as u32;
        for place in bytes.iter_mut().rev() {
            carry += u32::from(*place) * 58;
            *place = carry as u8;
            carry >>= 8;
        }
        if carry != 0 {
            return None;
        }
    }
    let ones = text.iter().take_while(|&&byte| byte == b'1').count();
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    (ones == zeros).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_is_given_only_with_its_checksum() {
        assert_eq!(version(b"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"), Some(0));
        assert_eq!(version(b"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"), None);
        assert_eq!(version(b"11A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"), None);
        assert_eq!(version(b"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfN0"), None);
        assert_eq!(version(&[b'z'; 35]), None);
    }
}
