//! `breachscan redact`, run as a command.

use crate::support::{folder, run};

const NOTE: &[u8] = b"NHS No: 999 519 2977, rang.\n";

#[test]
fn mask_is_the_default_and_keeps_the_length() {
    let folder = folder(&[("note.txt", NOTE)]);
    let masked = run(folder.path(), &["redact", "note.txt"], b"");
    assert_eq!(
        (masked.status, masked.text()),
        (0, "NHS No: ************, rang.\n")
    );
}

#[test]
fn label_is_the_rule() {
    let folder = folder(&[]);
    let labelled = run(folder.path(), &["redact", "--with", "label", "-"], NOTE);
    assert_eq!(labelled.text(), "NHS No: [nhs-number], rang.\n");
}

#[test]
fn token_is_keyed() {
    let folder = folder(&[
        ("key", b"0123456789abcdef0123456789abcdef\n"),
        ("other", b"fedcba9876543210fedcba9876543210"),
        ("short", b"short"),
    ]);
    let token = |key: &str| {
        run(
            folder.path(),
            &["redact", "--with", "token", "--key-file", key, "-"],
            NOTE,
        )
    };
    assert!(token("key").text().starts_with("NHS No: [nhs-number:"));
    assert_eq!(
        token("key").text().len(),
        "NHS No: [nhs-number:0123456789abcdef], rang.\n".len()
    );
    assert_ne!(token("key").text(), token("other").text());
    let short = token("short");
    assert_eq!((short.status, short.text()), (2, ""));
    assert!(
        short
            .stderr
            .contains("short: configuration: the key for tokens has 5 bytes"),
        "{}",
        short.stderr
    );
    assert_eq!(
        run(folder.path(), &["redact", "--with", "token", "-"], NOTE).status,
        2
    );
}

#[test]
fn utf_16_stays_utf_16() {
    let encode = |text: &str| {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xFF\xFE"
            .iter()
            .copied()
            .chain(units)
            .collect::<Vec<u8>>()
    };
    let folder = folder(&[("note.txt", &encode("né, phone 07700 900461 😀"))]);
    let redacted = run(
        folder.path(),
        &["redact", "--with", "label", "note.txt"],
        b"",
    );
    assert_eq!(redacted.stdout, encode("né, phone [uk-phone] 😀"));
}

#[test]
fn text_without_findings_is_itself_with_status_1() {
    let folder = folder(&[]);
    for text in [&b"nothing \xFF here\r\n"[..], b""] {
        let redacted = run(folder.path(), &["redact", "-"], text);
        assert_eq!((redacted.status, &redacted.stdout[..]), (1, text));
    }
}

#[test]
fn missing_file_is_named() {
    let folder = folder(&[]);
    let missing = run(folder.path(), &["redact", "missing.txt"], b"");
    assert_eq!(missing.status, 2);
    assert!(
        missing.stderr.starts_with("breachscan: missing.txt: "),
        "{}",
        missing.stderr
    );
}
