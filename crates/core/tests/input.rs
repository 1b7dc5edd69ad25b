//! Any bytes go in, and nothing of them comes out but in findings.

use breachscan::{Confidence, Config, Error, FindIter, Finding, Rule, Scanner, Scratch, Span, Why};

/// A value that a rule reports wherever it stands.
const VALUE: &[u8] = b"07700 900461";

fn spans(text: &[u8], id: &str) -> Vec<Span> {
    Scanner::builtin()
        .find_iter(text)
        .filter(|finding| finding.rule().id() == id)
        .map(|finding| finding.span())
        .collect()
}

/// Scans at the lowest floor, so that every part of the scanner has its turn, and counts.
fn count(text: &[u8]) -> usize {
    let config = Config::new().min_confidence(Confidence::ZERO);
    let scanner = Scanner::builtin().with_config(config).unwrap();
    scanner
        .find_iter(text)
        .inspect(|finding| {
            assert!(!finding.bytes().is_empty());
            assert_eq!(finding.bytes(), &text[finding.span().range()]);
            assert!(
                finding
                    .context()
                    .is_none_or(|context| context.end() <= text.len())
            );
        })
        .count()
}

#[test]
fn nothing_is_found_in_nothing() {
    assert_eq!(count(b""), 0);
    assert!(!Scanner::builtin().is_match(b""));
}

#[test]
fn every_single_byte_and_pair_is_taken() {
    for first in 0..=u8::MAX {
        count(&[first]);
        let pairs: Vec<u8> = (0..=u8::MAX).flat_map(|second| [first, second]).collect();
        count(&pairs);
    }
}

#[test]
fn a_value_is_found_between_any_two_bytes_that_do_not_touch_it() {
    for byte in 0..=u8::MAX {
        let mut text = vec![byte];
        text.extend(VALUE);
        text.push(byte);
        let found = spans(&text, "uk-phone");
        if byte.is_ascii_whitespace() || byte == 0 || byte == b',' || byte == b'"' {
            assert_eq!(found, [Span::new(1, 13)], "byte {byte:#04x}");
        }
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            assert_eq!(found, [], "byte {byte:#04x}");
        }
    }
}

#[test]
fn nul_bytes_are_ordinary_bytes() {
    let mut text = vec![0; 5000];
    text.extend(VALUE);
    text.extend([0; 5000]);
    assert_eq!(spans(&text, "uk-phone"), [Span::new(5000, 5012)]);
    assert_eq!(count(&[0; 100_000]), 0);
}

#[test]
fn text_that_is_not_utf_8_is_scanned_all_the_same() {
    let broken: [&[u8]; 6] = [
        b"\xFF\xFE",
        b"\xC3",
        b"\xE2\x80",
        b"\xF0\x9F\x98",
        b"\xED\xA0\x80",
        b"\xC0\x80",
    ];
    for bytes in broken {
        let text = [bytes, b" ", VALUE, b" ", bytes].concat();
        let start = bytes.len() + 1;
        assert_eq!(
            spans(&text, "uk-phone"),
            [Span::new(start, start + VALUE.len())],
            "{bytes:?}"
        );
        count(&[bytes, VALUE, bytes].concat());
    }
}

#[test]
fn values_at_the_very_start_and_end_are_found() {
    assert_eq!(spans(VALUE, "uk-phone"), [Span::new(0, 12)]);
    for filler in [
        0, 1, 51, 52, 53, 4083, 4084, 4085, 4095, 4096, 8180, 8192, 8193,
    ] {
        let mut text = VALUE.to_vec();
        text.push(b'\n');
        text.resize(13 + filler, b' ');
        text.push(b'\n');
        text.extend(VALUE);
        let end = text.len();
        let want = [Span::new(0, 12), Span::new(end - 12, end)];
        assert_eq!(spans(&text, "uk-phone"), want, "{filler} bytes between");
    }
}

#[test]
fn huge_runs_are_taken() {
    let runs: [&[u8]; 14] = [
        b"9",
        b"a",
        b"A",
        b" ",
        b"\n",
        b"@",
        b"<",
        b"-",
        b"/",
        b"a.",
        b"9 ",
        b"\xC3\xA9",
        b"\xFF",
        b"a@b.",
    ];
    for run in runs {
        count(&run.repeat(60_000 / run.len()));
    }
}

#[test]
fn scanners_and_findings_cross_threads() {
    fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Scanner>();
    is_send_and_sync::<Scratch>();
    is_send_and_sync::<Config>();
    is_send_and_sync::<Error>();
    is_send_and_sync::<Rule>();
    is_send_and_sync::<Finding<'static>>();
    is_send_and_sync::<FindIter<'static>>();
    is_send_and_sync::<Why<'static>>();

    let scanner = Scanner::builtin();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                assert_eq!(
                    scanner.find_iter(VALUE).count(),
                    spans(VALUE, "uk-phone").len()
                )
            });
        }
    });
}

#[test]
fn debug_output_holds_no_bytes_of_the_text() {
    let config = Config::new()
        .allow("uk-phone", "07700 900462")
        .min_confidence_of("email", Confidence::ALERT);
    let scanner = Scanner::builtin().with_config(config).unwrap();
    let text = b"Zebedee's mobile 07700 900461, also 07700 900462";
    let mut iter = scanner.find_iter(text);
    let before = format!("{iter:?}");
    let finding = iter.next().unwrap();
    let mut told = vec![
        before,
        format!("{iter:?}"),
        format!("{finding:?}"),
        format!("{finding:#?}"),
    ];
    told.push(format!("{:?} {}", finding.why(), finding.why()));
    told.push(format!("{scanner:?} {scanner:#?}"));
    told.push(format!("{:?} {:#?}", scanner.config(), scanner.config()));
    let mut scratch = Scratch::new();
    let _ = scanner.scan(&mut scratch, text, |_| std::ops::ControlFlow::Break(()));
    told.push(format!("{scratch:?}"));
    for told in told {
        for secret in ["900461", "900462", "Zebedee"] {
            assert!(!told.contains(secret), "{told}");
            let as_numbers: Vec<String> = secret.bytes().map(|byte| byte.to_string()).collect();
            assert!(!told.contains(&as_numbers.join(", ")), "{told}");
        }
    }
}

#[test]
fn settings_that_name_no_rule_are_refused() {
    for config in [
        Config::new().disable("no-such-rule"),
        Config::new().allow("no-such-rule", "x"),
        Config::new().min_confidence_of("no-such-rule", Confidence::ZERO),
    ] {
        let error = Scanner::builtin().with_config(config).unwrap_err();
        assert_eq!(
            error.to_string(),
            "configuration: no rule has the id `no-such-rule`"
        );
        assert!(!error.is_rule());
    }
}
