//! JSON Web Token: header, payload and signature in base64url, parted by dots.
//!
//! Header and payload must decode to something that opens and closes as a JSON object; only the bytes that tell are
//! decoded. The signature may be empty, as it is in an unsecured token. Authority: RFC 7519, RFC 4648 section 5.

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let mut parts = text.split(|&byte| byte == b'.');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(header), Some(payload), Some(signature), None) => {
            is_object(header) && is_object(payload) && is_base64(signature)
        }
        _ => false,
    }
}

fn is_object(part: &[u8]) -> bool {
    let bytes = part.len() * 6 / 8;
    bytes >= 2
        && is_base64(part)
        && byte_at(part, 0) == Some(b'{')
        && byte_at(part, bytes - 1) == Some(b'}')
}

/// Could this be base64url without padding? A single letter in the last group holds no whole byte.
fn is_base64(part: &[u8]) -> bool {
    part.len() % 4 != 1 && part.iter().all(|&byte| value(byte).is_some())
}

/// The decoded byte at `index`, which spans two letters.
fn byte_at(part: &[u8], index: usize) -> Option<u8> {
    let (letter, bit) = (index * 8 / 6, index * 8 % 6);
    let pair =
        u16::from(value(*part.get(letter)?)?) << 6 | u16::from(value(*part.get(letter + 1)?)?);
    Some((pair >> (4 - bit)) as u8)
}

fn value(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn header_and_payload_decode_to_objects() {
        judge(
            super::is_valid,
            &[
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.c2lnbmF0dXJl",
                "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.",
            ],
            &[
                (
                    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0",
                    "no signature part",
                ),
                (
                    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0.c2ln",
                    "payload does not close",
                ),
                (
                    "YyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.c2ln",
                    "header does not open",
                ),
                (
                    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.c2ln.c2ln",
                    "four parts",
                ),
                (
                    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.c2l+",
                    "not base64url",
                ),
                (
                    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.c2lnb",
                    "a letter too many",
                ),
                ("..", "empty parts"),
            ],
        );
    }
}
