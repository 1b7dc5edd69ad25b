//! Any text as a rule file: it is refused with a message, or it gives a scanner that finds its own hits.
//!
//! Seeds: the folders of `crates/core/rules`.

#![no_main]

use breachscan::Scanner;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Scanner::only_rules([("own.toml", text)]) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(scanner) => {
            for rule in scanner.rules() {
                for hit in rule.hits() {
                    scanner.find_iter(hit.text().as_bytes()).count();
                }
            }
        }
    }
});
