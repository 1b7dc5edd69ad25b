//! E-mail address: local part of at most 64 bytes, host name of two labels or more, at most 254 bytes in all.
//!
//! The local part is a dot-atom or quoted; letters beyond ASCII are allowed in both halves. The last label is letters or
//! an encoded international one, and no file extension that is no top-level domain: `icon@2x.png` is a picture.
//! Authority: RFC 5321 section 4.5.3.1, RFC 5322 section 3.4.1, RFC 6531, RFC 1123 section 2.1.

const EXTENSIONS: [&str; 14] = [
    "bmp", "css", "dll", "exe", "gif", "html", "jpeg", "jpg", "js", "json", "pdf", "png", "svg",
    "webp",
];

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(at) = text.iter().rposition(|&byte| byte == b'@') else {
        return false;
    };
    text.len() <= 254 && is_local(&text[..at]) && is_host(&text[at + 1..])
}

fn is_local(local: &[u8]) -> bool {
    if !(1..=64).contains(&local.len()) {
        return false;
    }
    match local {
        [b'"', inner @ .., b'"'] => is_quoted(inner),
        _ => local
            .split(|&byte| byte == b'.')
            .all(|atom| !atom.is_empty() && atom.iter().all(|&byte| is_atext(byte))),
    }
}

/// Printable, with each quotation mark and backslash escaped.
fn is_quoted(inner: &[u8]) -> bool {
    let mut escaped = false;
    for &byte in inner {
        if byte < b' ' || byte == 0x7f || (byte == b'"' && !escaped) {
            return false;
        }
        escaped = byte == b'\\' && !escaped;
    }
    !escaped
}

fn is_atext(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

fn is_host(host: &[u8]) -> bool {
    let mut labels = host.rsplit(|&byte| byte == b'.');
    labels.next().is_some_and(is_top) && host.contains(&b'.') && labels.all(is_label)
}

fn is_label(label: &[u8]) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with(b"-")
        && !label.ends_with(b"-")
        && label
            .iter()
            .all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte >= 0x80)
}

fn is_top(label: &[u8]) -> bool {
    let lettered = label
        .iter()
        .all(|&byte| byte.is_ascii_alphabetic() || byte >= 0x80);
    let encoded = label
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case(b"xn--"));
    label.len() >= 2
        && is_label(label)
        && (lettered || encoded)
        && !EXTENSIONS
            .iter()
            .any(|extension| label.eq_ignore_ascii_case(extension.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn addresses_are_told_from_near_misses() {
        let long = format!("{}@example.org", "a".repeat(65));
        let longest = format!("a@{}org", "label.".repeat(42));
        judge(
            super::is_valid,
            &[
                "jane.example@police.example.org",
                "o'brien+pnc@example.org",
                "\"a b\"@example.org",
                "m端ller@example.org",
                "a@xn--example.xn--p1ai",
                "a@b.co",
            ],
            &[
                ("jane@example", "one label"),
                ("jane..example@example.org", "two dots"),
                (".jane@example.org", "dot in front"),
                ("jane.@example.org", "dot at the end"),
                ("jane@example.org.", "host ends with a dot"),
                ("jane@-example.org", "label begins with a hyphen"),
                ("jane@exa_mple.org", "underscore in the host"),
                ("pkg@1.2.3", "a version"),
                ("icon@2x.png", "a picture"),
                ("@example.org", "no local part"),
                ("jane", "no at sign"),
                ("ja ne@example.org", "a space"),
                ("\"a\"b\"@example.org", "a quotation mark inside"),
                (&long, "local part of 65 bytes"),
                (&longest, "256 bytes"),
            ],
        );
    }
}
