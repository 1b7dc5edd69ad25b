//! UTF-16 text has the findings of the same text in UTF-8.

use core::ops::ControlFlow;

use proptest::prelude::*;

use super::Utf16Scratch;
use super::transcoded::Transcoded;
use crate::scan::{Scanner, Unit};
use crate::span::Span;

type Found = (String, Span, u8, Option<Span>);

fn in_utf16(scanner: &Scanner, text: &[u16]) -> Vec<Found> {
    let mut found = Vec::new();
    let flow = scanner.scan_utf16(&mut Utf16Scratch::new(), text, |finding| {
        assert_eq!(finding.units(), &text[finding.span().range()]);
        let grounds = finding.grounds();
        assert_eq!(
            (grounds.span, grounds.context, grounds.unit),
            (finding.span(), finding.context(), Unit::Utf16)
        );
        found.push((
            finding.rule().id().to_owned(),
            finding.span(),
            finding.confidence().hundredths(),
            finding.context(),
        ));
        ControlFlow::Continue(())
    });
    assert!(flow.is_continue());
    found
}

/// What UTF-8 shows, with spans counted character by character.
fn slowly(scanner: &Scanner, text: &str) -> Vec<Found> {
    let units = |at: usize| text[..at].encode_utf16().count();
    let counted = |span: Span| Span::new(units(span.start()), units(span.end()));
    scanner
        .find_iter(text.as_bytes())
        .map(|finding| {
            (
                finding.rule().id().to_owned(),
                counted(finding.span()),
                finding.confidence().hundredths(),
                finding.context().map(counted),
            )
        })
        .collect()
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

#[test]
fn every_hit_has_its_span_in_code_units() {
    let scanner = Scanner::builtin();
    for hit in scanner.rules().iter().flat_map(|rule| rule.hits()) {
        let text = format!("é😀 {} — ", hit.text());
        assert_eq!(in_utf16(&scanner, &units(&text)), slowly(&scanner, &text));
    }
}

#[test]
fn unpaired_surrogates_are_one_unit_each() {
    let scanner = Scanner::builtin();
    let mut text = vec![0xD800, 0xDC00, 0xDC00, 0xD800];
    text.extend(units(" NHS No: 999 519 2977 "));
    text.push(0xD83D);
    let found = in_utf16(&scanner, &text);
    let expected = ("nhs-number".to_owned(), Span::new(13, 25));
    assert!(
        found
            .iter()
            .any(|(rule, span, ..)| (rule, *span) == (&expected.0, expected.1))
    );
}

#[test]
fn why_counts_code_units() {
    let scanner = Scanner::builtin();
    let mut why = Vec::new();
    let text = units("NHS No:\u{A0}\u{A0}999 519 2977");
    let _ = scanner.scan_utf16(&mut Utf16Scratch::new(), &text, |finding| {
        why.push(scanner.why(&finding.grounds()).to_string());
        ControlFlow::Break(())
    });
    let expected = "shape and check, beside its label \"nhs no\" 3 code units before";
    assert_eq!(why, [expected]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_units_become_utf_8_and_every_character_has_its_unit(
        text in prop::collection::vec(prop_oneof![
            0u16..0x80, any::<u16>(), 0xD7F0u16..0xE010,
        ], 0..2000)
    ) {
        let mut transcoded = Transcoded::default();
        transcoded.fill(&text);
        let expected = String::from_utf16_lossy(&text);
        prop_assert_eq!(transcoded.bytes(), expected.as_bytes());
        let mut unit = 0;
        for (at, char) in expected.char_indices() {
            let span = Span::new(at, at + char.len_utf8());
            let whole = Span::new(unit, unit + char.len_utf16());
            prop_assert_eq!(transcoded.span(span), whole);
            unit = whole.end();
        }
        prop_assert_eq!(unit, text.len());
    }
}
