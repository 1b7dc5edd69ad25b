//! What the benchmarks share: text to scan, and the peers that scan it too.
//!
//! - `corpus`: text made in the same way on every machine, with planted values
//! - `patterns`: the rules' regular expressions, for peers
//! - `peers`: other engines with those patterns
//! - `vectorscan`: Vectorscan as a peer, behind the feature of that name
//! - `rounds`: interleaved timing and its medians

pub mod corpus;
pub mod patterns;
pub mod peers;
pub mod rounds;
#[cfg(libhs)]
pub mod vectorscan;

use std::collections::HashSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use breachscan::{Scanner, Scratch};

/// The number of findings of a whole scan: checks, context and order included.
pub fn count(scanner: &Scanner, scratch: &mut Scratch, text: &[u8]) -> usize {
    let mut found = 0;
    let flow = scanner.scan(scratch, text, |finding| {
        std::hint::black_box(finding.span());
        found += 1;
        ControlFlow::Continue(())
    });
    debug_assert!(flow.is_continue());
    found
}

/// Asserts that the scanner finds what was planted, and as much without the sieve as with it; gives the number of
/// findings.
pub fn verified_count(scanner: &Scanner, corpus: &corpus::Corpus) -> usize {
    let mut missed: HashSet<_> = corpus
        .planted()
        .iter()
        .map(|planted| (planted.rule, planted.span.clone()))
        .collect();
    let found = scanner.find_iter(corpus.text()).inspect(|finding| {
        missed.remove(&(finding.rule().id(), finding.span().range()));
    });
    let found = found.count();
    assert!(missed.is_empty(), "planted but not found: {missed:?}");
    let sample = corpus.sample(1 << 20);
    let plain = breachscan::Config::new().acceleration(breachscan::Acceleration::Off);
    let plain = scanner
        .with_config(plain)
        .expect("the settings name no rule");
    let mut scratch = Scratch::new();
    assert_eq!(
        count(scanner, &mut scratch, sample),
        count(&plain, &mut scratch, sample),
        "the sieve changes what is found"
    );
    found
}

/// A scanner of every tenth built-in rule, to see what ten times the rules cost.
pub fn tenth_of_the_rules() -> Scanner {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/core/rules");
    let texts: Vec<(String, String)> = Scanner::builtin()
        .rules()
        .iter()
        .step_by(10)
        .map(|rule| {
            let name = format!("{}/{}.toml", rule.category(), rule.id());
            let text = fs::read_to_string(folder.join(&name));
            let text = text.unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, text)
        })
        .collect();
    let texts = texts.iter().map(|(name, text)| (&**name, &**text));
    Scanner::only_rules(texts).expect("built-in rules compile alone")
}

/// Whether the benches run as tests: `cargo bench -- --test`.
pub fn is_smoke_test() -> bool {
    std::env::args().any(|argument| argument == "--test")
}
