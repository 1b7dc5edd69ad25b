//! Any bytes: masks keep every offset, valid UTF-8 stays valid, and nothing outside the findings changes.
//!
//! Seeds: `examples/data/notes`.

#![no_main]

use std::sync::LazyLock;

use breachscan::{Redaction, Scanner, Scratch};
use libfuzzer_sys::fuzz_target;

static OTHERS: LazyLock<[Redaction; 2]> = LazyLock::new(|| {
    let token = Redaction::token(b"a key of the fuzzer's own").expect("the key is long enough");
    [Redaction::Label, token]
});

fuzz_target!(|text: &[u8]| {
    let scanner = Scanner::builtin();
    let masked = scanner.redact(text, &Redaction::Mask);
    assert_eq!(masked.len(), text.len());
    for finding in scanner.find_iter(text) {
        assert!(
            masked[finding.span().range()]
                .iter()
                .all(|&byte| byte == b'*')
        );
    }
    let changed = masked.iter().zip(text).filter(|(new, old)| new != old);
    assert!(changed.clone().all(|(new, _)| *new == b'*'));
    let mut in_place = text.to_vec();
    scanner.mask_in_place(&mut Scratch::new(), &mut in_place);
    assert_eq!(in_place, masked);
    if std::str::from_utf8(text).is_ok() {
        assert!(std::str::from_utf8(&masked).is_ok());
        for redaction in &*OTHERS {
            assert!(std::str::from_utf8(&scanner.redact(text, redaction)).is_ok());
        }
    }
});
