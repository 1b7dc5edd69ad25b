//! What stands in a value's place.

use core::fmt;

use hmac::{Hmac, KeyInit};
use sha2::Sha256;

use super::token;
use super::union::Union;
use crate::error::Error;

/// Keys shorter than this could be found by trying them all.
const MIN_KEY: usize = 16;

/// What a redacted text has in a value's place.
///
/// `Debug` shows no key.
#[derive(Clone)]
#[non_exhaustive]
pub enum Redaction {
    /// As many `*` as the value has bytes: every other byte of the text keeps its offset.
    Mask,
    /// The rule's id, such as `[nhs-number]`.
    Label,
    /// The rule's id and a keyed hash of the value; see [`Redaction::token`].
    Token(TokenKey),
}

/// A caller's key, made ready; it cannot be read back.
#[derive(Clone)]
pub struct TokenKey(Hmac<Sha256>);

impl Redaction {
    pub(super) const MASK: u8 = b'*';

    /// Tokens such as `[nhs-number:3f6c0a95d1e27b48]`: a reader can tell that two values are the same, and not what
    /// they are.
    ///
    /// The 16 digits are the first 64 bits of HMAC-SHA256 over the rule's id and the value. Case does not count, nor
    /// do spaces and dashes between the letters and digits of a number: `999 519 2977` and `999-519-2977` have one
    /// token. In addresses (a value with `@`, `.` or `:`) every byte but case counts.
    ///
    /// ```
    /// use breachscan::{Redaction, Scanner};
    ///
    /// let tokens = Redaction::token(b"sixteen bytes or more")?;
    /// let redact = |text: &[u8]| Scanner::builtin().redact(text, &tokens);
    /// assert_eq!(redact(b"NHS no 999 519 2977"), redact(b"NHS no 999-519-2977"));
    /// assert!(redact(b"NHS no 999 519 2977").starts_with(b"NHS no [nhs-number:"));
    /// # Ok::<(), breachscan::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A key of fewer than 16 bytes: the numbers of a country are few, and only the key keeps them from being tried.
    pub fn token(key: &[u8]) -> Result<Redaction, Error> {
        if key.len() < MIN_KEY {
            return Err(Error::config(format!(
                "the key for tokens has {} bytes; give it at least {MIN_KEY}",
                key.len()
            )));
        }
        let hmac = Hmac::new_from_slice(key)
            .map_err(|_| Error::config("the key for tokens has a length that HMAC refuses"))?;
        Ok(Redaction::Token(TokenKey(hmac)))
    }

    /// Appends what stands for `union`.
    pub(super) fn write(&self, union: &Union<'_>, out: &mut Vec<u8>) {
        let first = union.first();
        let id = first.rule().id();
        match self {
            Redaction::Mask => out.resize(out.len() + union.span().len(), Redaction::MASK),
            Redaction::Label => {
                out.push(b'[');
                out.extend_from_slice(id.as_bytes());
                out.push(b']');
            }
            Redaction::Token(key) => {
                out.push(b'[');
                out.extend_from_slice(id.as_bytes());
                out.push(b':');
                token::write(key.0.clone(), id, first.bytes(), out);
                out.push(b']');
            }
        }
    }
}

impl fmt::Debug for Redaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Redaction::Mask => "Mask",
            Redaction::Label => "Label",
            Redaction::Token(_) => "Token(..)",
        })
    }
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenKey(..)")
    }
}
