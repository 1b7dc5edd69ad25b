//! A keyed name for a candidate that is the same in every run.

use core::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The key of fingerprints. Without one's own, fingerprints of short values could be guessed by who has the list.
#[derive(Clone)]
pub struct FingerprintKey(Vec<u8>);

/// The first 16 bytes of an HMAC-SHA256 over pattern and evidence.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint([u8; 16]);

impl FingerprintKey {
    /// A key of any length; 32 random bytes are a good one.
    pub fn new(key: &[u8]) -> FingerprintKey {
        FingerprintKey(key.to_vec())
    }

    /// The fingerprint of these parts; where one ends and the next begins counts.
    pub(super) fn sign<'p>(&self, parts: impl IntoIterator<Item = &'p [u8]>) -> Fingerprint {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        let digest = mac.finalize().into_bytes();
        let mut first = [0; 16];
        first.copy_from_slice(&digest[..16]);
        Fingerprint(first)
    }
}

impl fmt::Debug for FingerprintKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FingerprintKey")
    }
}

impl fmt::Display for Fingerprint {
    /// 32 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_and_bounds_of_parts_count() {
        let key = FingerprintKey::new(b"one");
        let sign = |key: &FingerprintKey, parts: &[&[u8]]| key.sign(parts.iter().copied());
        let first = sign(&key, &[b"ab", b"c"]);
        assert_eq!(first, sign(&key, &[b"ab", b"c"]));
        assert_ne!(first, sign(&key, &[b"a", b"bc"]));
        assert_ne!(first, sign(&FingerprintKey::new(b"two"), &[b"ab", b"c"]));
        assert_eq!(first.to_string().len(), 32);
    }
}
