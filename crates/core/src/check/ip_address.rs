//! Internet address: IPv4 or IPv6, with a prefix length or a zone, defanged or not.
//!
//! `192.0.2.44`, `192[.]0[.]2[.]44`, `198.51.100.0/24`, `2001:db8::1`, `[2001:db8::1]`, `fe80::1%eth0`. The unspecified
//! address `::` is refused: it names no device, and is a path separator in half of all programs. Authority: RFC 791,
//! RFC 4291 section 2.2, RFC 4007 section 11, RFC 4632.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The longest address, with every separator in brackets.
const LONGEST: usize = 64;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let (text, prefix) = split(text, b'/');
    let (text, zone) = split(text, b'%');
    let mut buffer = [0; LONGEST];
    let Some(address) = without_brackets(text, &mut buffer) else {
        return false;
    };
    if address.parse::<Ipv4Addr>().is_ok() {
        return zone.is_none() && prefix.is_none_or(|length| is_length(length, 32));
    }
    address
        .parse::<Ipv6Addr>()
        .is_ok_and(|address| !address.is_unspecified())
        && zone.is_none_or(is_zone)
        && prefix.is_none_or(|length| is_length(length, 128))
}

/// What stands before the first `mark`, and what after it.
fn split(text: &[u8], mark: u8) -> (&[u8], Option<&[u8]>) {
    match text.iter().position(|&byte| byte == mark) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    }
}

fn without_brackets<'b>(text: &[u8], buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let mut len = 0;
    for &byte in text.iter().filter(|byte| !b"[]".contains(byte)) {
        *buffer.get_mut(len)? = byte;
        len += 1;
    }
    str::from_utf8(&buffer[..len]).ok()
}

fn is_length(ascii: &[u8], most: u8) -> bool {
    ascii.len() <= 3
        && str::from_utf8(ascii)
            .is_ok_and(|ascii| ascii.parse::<u8>().is_ok_and(|length| length <= most))
}

fn is_zone(zone: &[u8]) -> bool {
    let zone = zone.strip_suffix(b"]").unwrap_or(zone);
    (1..=16).contains(&zone.len())
        && zone
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn both_families_are_read() {
        judge(
            super::is_valid,
            &[
                "192.0.2.44",
                "203.0.113.255",
                "192[.]0[.]2[.]44",
                "198.51.100.0/24",
                "2001:db8::1",
                "[2001:db8::1]",
                "2001:0db8:0000:0000:0000:ff00:0042:8329",
                "::ffff:192.0.2.1",
                "fe80::1%eth0",
                "2001:db8::/32",
                "::1",
            ],
            &[
                ("192.0.2.256", "octet over 255"),
                ("1.2.3", "three octets"),
                ("10.1.2.3.4", "five octets"),
                ("192.0.2.044", "leading zero"),
                ("198.51.100.0/33", "prefix too long"),
                ("2001:db8::/129", "prefix too long"),
                ("2001:db8::1::2", "two gaps"),
                ("2001:db8:1:2:3:4:5", "seven groups"),
                ("::", "names no device"),
                ("192.0.2.1%eth0", "IPv4 has no zones"),
                ("fe80::1%", "empty zone"),
                ("", "empty"),
            ],
        );
    }
}
