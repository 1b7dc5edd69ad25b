//! Scans a text in memory: what was found, where, how surely, and why.
//!
//! `cargo run -p breachscan --example scan_slice`

use std::ops::ControlFlow;

use breachscan::{Confidence, Scanner, Scratch};

fn main() {
    let scanner = Scanner::builtin();
    let note = "Detainee gave NI number JG 10 37 59 A and NHS No: 999 519 2977.\nCall back on 07700 900461.\n";

    println!("with an iterator:");
    for finding in scanner.find_iter(note.as_bytes()) {
        println!(
            "  {:>3}..{:<3} {:<12} {}  {}",
            finding.span().start(),
            finding.span().end(),
            finding.rule().id(),
            finding.confidence(),
            finding.why()
        );
    }

    println!("without an allocation, until something sure is found:");
    let mut scratch = Scratch::new();
    let flow = scanner.scan(&mut scratch, note.as_bytes(), |finding| {
        if finding.confidence() < Confidence::ALERT {
            return ControlFlow::Continue(());
        }
        println!(
            "  {} at byte {}",
            finding.rule().name(),
            finding.span().start()
        );
        ControlFlow::Break(())
    });
    assert!(flow.is_break());
}
