//! MAC address (EUI-48): six octets with one kind of separator throughout, three groups of four digits, or twelve digits.
//!
//! Authority: IEEE 802 (guidelines for EUI-48).

pub(crate) fn is_valid(text: &[u8]) -> bool {
    match text.len() {
        12 => text.iter().all(u8::is_ascii_hexdigit),
        14 => text[4] == b'.' && is_grouped(text, 4),
        17 => b":-. ".contains(&text[2]) && is_grouped(text, 2),
        _ => false,
    }
}

/// Is `text` groups of `size` hexadecimal digits, all parted by the byte after the first group?
fn is_grouped(text: &[u8], size: usize) -> bool {
    text.iter()
        .enumerate()
        .all(|(at, &byte)| match at % (size + 1) == size {
            true => byte == text[size],
            false => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn separators_are_uniform() {
        judge(
            super::is_valid,
            &[
                "00:00:5E:00:53:AF",
                "00-00-5e-00-53-01",
                "0000.5E00.5310",
                "00 00 5E 00 53 01",
                "00005E005301",
            ],
            &[
                ("00:00-5E:00:53:AF", "two kinds of separator"),
                ("00:1A:2B:3C:4D", "five octets"),
                ("00:00:5E:00:53:AG", "no hexadecimal digit"),
                ("00:00:5E:FF:FE:00:53:AF", "EUI-64"),
                ("0000:5E00:5310", "an IPv6 tail"),
                ("1:2:3:4:5:6", "one digit an octet"),
            ],
        );
    }
}
