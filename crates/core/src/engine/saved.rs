//! An image's form on disk. Its numbers are little-endian on every machine.
//!
//! ```text
//! magic ── version ── SHA-256 of what follows ── three lengths ── sieve ── DFA ── rules
//! ```

use sha2::{Digest, Sha256};

use crate::error::Error;

const MAGIC: &[u8; 8] = b"BRCHSCAN";
/// Raised whenever an older library could misread the image.
const VERSION: u32 = 1;
/// Magic and version.
const HASH: usize = 8 + 4;
const LENGTHS: usize = HASH + 32;
const HEADER: usize = LENGTHS + 3 * 8;

/// The parts of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sections<'a> {
    /// The sieve's table.
    pub sieve: &'a [u8],
    /// The DFA.
    pub table: &'a [u8],
    pub rules: &'a [u8],
}

impl<'a> Sections<'a> {
    /// One image of the parts.
    pub fn join(self) -> Vec<u8> {
        let parts = [self.sieve, self.table, self.rules];
        let mut bytes = vec![0; HEADER];
        for (at, part) in parts.into_iter().enumerate() {
            let length = LENGTHS + at * 8;
            bytes[length..length + 8].copy_from_slice(&(part.len() as u64).to_le_bytes());
            bytes.extend(part);
        }
        bytes[..8].copy_from_slice(MAGIC);
        bytes[8..HASH].copy_from_slice(&VERSION.to_le_bytes());
        let hash = Sha256::digest(&bytes[LENGTHS..]);
        bytes[HASH..LENGTHS].copy_from_slice(&hash);
        bytes
    }

    /// The parts of an image, if its hash is right.
    pub fn split_checked(bytes: &'a [u8]) -> Result<Sections<'a>, Error> {
        let sections = Sections::split(bytes)?;
        if Sha256::digest(&bytes[LENGTHS..])[..] != bytes[HASH..LENGTHS] {
            return Err(Error::image(
                "it is damaged: its hash does not match; save it again",
            ));
        }
        Ok(sections)
    }

    /// The parts of an image.
    pub fn split(bytes: &'a [u8]) -> Result<Sections<'a>, Error> {
        let short = || Error::image("it is cut short; save it again");
        let (header, mut rest) = bytes.split_at_checked(HEADER).ok_or_else(short)?;
        if !header.starts_with(MAGIC) {
            return Err(Error::image("these bytes are no breachscan image"));
        }
        let version = u32::from_le_bytes(header[8..HASH].try_into().expect("four bytes"));
        if version != VERSION {
            return Err(Error::image(format!(
                "it has version {version}, this library reads version {VERSION}; save it again"
            )));
        }
        let mut parts = [&[][..]; 3];
        let (lengths, _) = header[LENGTHS..].as_chunks();
        for (part, &length) in parts.iter_mut().zip(lengths) {
            let length = usize::try_from(u64::from_le_bytes(length)).map_err(|_| short())?;
            (*part, rest) = rest.split_at_checked(length).ok_or_else(short)?;
        }
        if !rest.is_empty() {
            return Err(Error::image("bytes follow its end; it is damaged"));
        }
        let [sieve, table, rules] = parts;
        Ok(Sections {
            sieve,
            table,
            rules,
        })
    }
}
