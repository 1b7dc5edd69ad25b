//! Exact outputs, and the laws that hold for any text.

use proptest::collection::vec;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

const KEY: &[u8] = b"a key for these tests only";

fn redact(text: &str, redaction: &Redaction) -> String {
    String::from_utf8(Scanner::builtin().redact(text.as_bytes(), redaction)).unwrap()
}

/// Two rules of one's own, the spans of which overlap.
fn overlapping() -> Scanner {
    let rule = |id: &str, regex: &str| {
        format!(
            "[[rule]]\nid = \"{id}\"\nname = \"{id}\"\nabout = \"Test.\"\nkind = \"identifier\"\nstatus = \"shape\"\n\
             sources = [\"test\"]\nconfidence = {{ bare = 0.9 }}\npattern = [{{ regex = '{regex}' }}]\n\
             hit = [{{ text = \"QQ RR\", span = [0, 2], why = \"t\" }}, {{ text = \"QQ RR\", span = [0, 2], why = \"t\" }}]\n\
             miss = [{{ text = \"x\", why = \"t\" }}]\n"
        )
    };
    let rules = rule("first-part", "QQ RR") + &rule("second-part", "RR SS") + &rule("third", "TT");
    Scanner::only_rules([("test", rules.as_str())]).unwrap()
}

#[test]
fn mask_keeps_every_offset() {
    let text = "É: NI JG 10 37 59 A.\n";
    assert_eq!(redact(text, &Redaction::Mask), "É: NI *************.\n");
}

#[test]
fn mask_fills_the_bytes_of_a_character_with_marks() {
    let text = "ring 07700 900461\u{FE0F}\u{20E3} now";
    assert_eq!(
        redact(text, &Redaction::Mask),
        "ring ****************** now"
    );
}

#[test]
fn label_names_the_rule() {
    let text = "NI JG 10 37 59 A, phone 07700 900461.";
    let label = "NI [nino], phone [uk-phone].";
    assert_eq!(redact(text, &Redaction::Label), label);
    assert_eq!(redact(label, &Redaction::Label), label);
}

#[test]
fn overlapping_findings_are_one_with_the_first_label() {
    let scanner = overlapping();
    let redacted = scanner.redact(b"a QQ RR SS TT b", &Redaction::Label);
    assert_eq!(redacted, b"a [first-part] [third] b");
    let masked = scanner.redact(b"a QQ RR SS TT b", &Redaction::Mask);
    assert_eq!(masked, b"a ******** ** b");
}

#[test]
fn token_hangs_on_key_rule_and_value_alone() {
    let token = |key: &[u8], text| redact(text, &Redaction::token(key).unwrap());
    let one = token(KEY, "NHS no 999 519 2977");
    assert_eq!(one, "NHS no [nhs-number:ebef6e2739ccb491]");
    assert_eq!(one, token(KEY, "NHS no 9995192977"));
    assert_ne!(one, token(KEY, "NHS no 999 519 2985"));
    assert_ne!(
        one,
        token(b"another key for these tests", "NHS no 999 519 2977")
    );
}

#[test]
fn short_key_is_refused_and_none_is_shown() {
    let error = Redaction::token(b"short key").unwrap_err().to_string();
    assert_eq!(
        error,
        "configuration: the key for tokens has 9 bytes; give it at least 16"
    );
    assert_eq!(format!("{:?}", Redaction::token(KEY).unwrap()), "Token(..)");
}

#[test]
fn text_without_findings_is_itself() {
    for text in ["", "Nothing to see.", "é\u{301}"] {
        assert_eq!(redact(text, &Redaction::Label), text);
    }
}

/// Values, characters of several code points, separators, bytes that are no text.
fn pieces() -> impl Strategy<Value = Vec<Vec<u8>>> {
    let text = prop::sample::select(vec![
        "07700 900461",
        "NHS No: 999 519 2977",
        "jo@example.org",
        "JG 10 37 59 A",
        " ",
        "\r\n",
        "\u{301}",
        "\u{FE0F}",
        "\u{600}",
        "👨‍👩‍👧",
        "🇬🇧",
        "é",
        "\u{200D}",
        ", ",
        "x",
    ]);
    let raw = prop::sample::select(vec![&b"\xFF"[..], b"\xE2\x82", b"\xCC", b"\x81", b"\0"]);
    vec(
        prop_oneof![
            8 => text.prop_map(|text| text.as_bytes().to_vec()),
            1 => raw.prop_map(<[u8]>::to_vec),
            1 => any::<char>().prop_map(|char| char.to_string().into_bytes()),
        ],
        0..24,
    )
}

/// The mask, character by character: one is hidden if any finding touches it.
fn slow_mask(scanner: &Scanner, text: &str) -> String {
    let spans: Vec<Span> = scanner
        .find_iter(text.as_bytes())
        .map(|found| found.span())
        .collect();
    text.grapheme_indices(true)
        .map(|(at, cluster)| {
            let span = Span::new(at, at + cluster.len());
            match spans.iter().any(|found| found.overlaps(span)) {
                true => "*".repeat(cluster.len()),
                false => cluster.to_owned(),
            }
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_keeps_its_length_and_loses_its_values(pieces in pieces()) {
        let (scanner, text) = (Scanner::builtin(), pieces.concat());
        let masked = scanner.redact(&text, &Redaction::Mask);
        prop_assert_eq!(masked.len(), text.len());
        for finding in scanner.find_iter(&text) {
            prop_assert!(masked[finding.span().range()].iter().all(|&byte| byte == b'*'));
        }
        let mut in_place = text.clone();
        scanner.mask_in_place(&mut Scratch::new(), &mut in_place);
        prop_assert_eq!(in_place, masked);
    }

    #[test]
    fn utf_8_stays_so_and_no_character_is_cut(pieces in pieces()) {
        let scanner = Scanner::builtin();
        if let Ok(text) = String::from_utf8(pieces.concat()) {
            prop_assert_eq!(redact(&text, &Redaction::Mask), slow_mask(&scanner, &text));
            prop_assert!(str::from_utf8(&scanner.redact(text.as_bytes(), &Redaction::Label)).is_ok());
        }
    }

    #[test]
    fn parts_join_to_the_whole(pieces in pieces(), size in 1usize..40) {
        let (scanner, text) = (Scanner::builtin(), pieces.concat());
        let (mut scratch, mut out, mut at) = (Scratch::new(), Vec::new(), 0);
        while at < text.len() {
            let part = at..text.len().min(at + size);
            at = scanner.redact_part_into(&mut scratch, &text, part, &Redaction::Label, &mut out);
        }
        prop_assert_eq!(out, scanner.redact(&text, &Redaction::Label));
    }
}
