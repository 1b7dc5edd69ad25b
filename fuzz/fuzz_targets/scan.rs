//! Any bytes: spans lie in the text, findings come in their documented order, and every sieve finds the same.
//!
//! Seeds: `examples/data/notes`.

#![no_main]

use std::ops::ControlFlow;
use std::sync::LazyLock;

use breachscan::{Acceleration, Confidence, Config, Finding, Scanner, Scratch};
use libfuzzer_sys::fuzz_target;

/// The floor is zero: every match of every shape is reported.
static SCANNERS: LazyLock<[Scanner; 3]> = LazyLock::new(|| {
    [Acceleration::Auto, Acceleration::Scalar, Acceleration::Off].map(|acceleration| {
        let config = Config::new()
            .min_confidence(Confidence::ZERO)
            .acceleration(acceleration);
        Scanner::builtin()
            .with_config(config)
            .expect("the settings name no rule")
    })
});

type Key = (usize, u8, usize, u8, usize);

fuzz_target!(|text: &[u8]| {
    let [fast, others @ ..] = &*SCANNERS;
    let found = keys(fast, text);
    assert!(found.is_sorted(), "out of order: {found:?}");
    for other in others {
        assert_eq!(found, keys(other, text), "sieves differ");
    }
});

/// All findings, each as what the documented order compares; the iterator and the callback must agree.
fn keys(scanner: &Scanner, text: &[u8]) -> Vec<Key> {
    let mut keys = Vec::new();
    let flow = scanner.scan(&mut Scratch::new(), text, |finding| {
        assert_eq!(finding.bytes(), &text[finding.span().range()]);
        assert!(!finding.span().is_empty());
        if let Some(word) = finding.context() {
            assert!(word.end() <= text.len());
        }
        keys.push(key(scanner, finding));
        ControlFlow::Continue(())
    });
    assert!(flow.is_continue());
    let again: Vec<Key> = scanner
        .find_iter(text)
        .map(|finding| key(scanner, finding))
        .collect();
    assert_eq!(keys, again, "iterator and callback differ");
    keys
}

fn key(scanner: &Scanner, finding: Finding<'_>) -> Key {
    let place = scanner
        .rules()
        .iter()
        .position(|rule| std::ptr::eq(rule, finding.rule()));
    (
        finding.span().start(),
        u8::MAX - finding.confidence().hundredths(),
        usize::MAX - finding.span().end(),
        u8::MAX - finding.rule().rank(),
        place.expect("the rule is one of the scanner's"),
    )
}
