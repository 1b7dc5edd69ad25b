//! The findings are those of the Rust interface: for the examples and for some megabytes of text, in one piece, in
//! chunks, and in UTF-16.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::ptr;

use breachscan_ffi::*;

use crate::support::*;

/// All that a finding says, the rule's id included.
type Said = (String, [u64; 4], [u32; 2], [i32; 4]);

fn said(finding: &Finding) -> Said {
    let Finding {
        start,
        end,
        context_start,
        context_end,
        rule,
        term,
        confidence,
        check,
        context,
        unit,
        ..
    } = *finding;
    (
        found(finding).0,
        [start, end, context_start, context_end],
        [rule, term],
        [confidence, check, context, unit],
    )
}

/// What the Rust interface says of the same.
fn expected(rule: &breachscan::Rule, confidence: u8, grounds: &breachscan::Grounds) -> Said {
    use breachscan::{CheckOutcome, Span, Support, Unit};
    let context = grounds.context.unwrap_or(Span::new(0, 0));
    let places = [
        grounds.span.start(),
        grounds.span.end(),
        context.start(),
        context.end(),
    ];
    let check = match grounds.check {
        None => 0,
        Some(CheckOutcome::Passed) => 1,
        Some(CheckOutcome::Failed) => 2,
    };
    let support = match grounds.support {
        Support::None => 0,
        Support::Near => 1,
        Support::Label => 2,
        Support::Against => 3,
    };
    let unit = match grounds.unit {
        Unit::Byte => 0,
        Unit::Utf16 => 1,
    };
    (
        rule.id().to_owned(),
        places.map(|place| place as u64),
        [grounds.rule as u32, grounds.term.map_or(0, |term| term + 1)],
        [i32::from(confidence), check, support, unit],
    )
}

fn in_rust(text: &[u8]) -> Vec<Said> {
    breachscan::Scanner::builtin()
        .find_iter(text)
        .map(|found| {
            expected(
                found.rule(),
                found.confidence().hundredths(),
                &found.grounds(),
            )
        })
        .collect()
}

fn in_rust_utf16(units: &[u16]) -> Vec<Said> {
    let (mut scratch, mut all) = (breachscan::Utf16Scratch::new(), Vec::new());
    let _ = breachscan::Scanner::builtin().scan_utf16(&mut scratch, units, |found| {
        let confidence = found.confidence().hundredths();
        all.push(expected(found.rule(), confidence, &found.grounds()));
        ControlFlow::Continue(())
    });
    all
}

fn in_chunks(stream: *mut Stream, text: &[u8], size: usize) -> Vec<Said> {
    let mut kept = Vec::<Finding>::new();
    let user = pointer(&mut kept);
    for chunk in text.chunks(size) {
        let (data, len) = (chunk.as_ptr(), chunk.len());
        let status = call!(breachscan_stream_feed(stream, data, len, Some(keep), user));
        assert_eq!(status, BREACHSCAN_OK);
    }
    assert_eq!(
        call!(breachscan_stream_finish(stream, Some(keep), user)),
        BREACHSCAN_OK
    );
    kept.iter().map(said).collect()
}

fn in_utf16(scanner: *mut Scanner, units: &[u16]) -> Vec<Said> {
    let mut kept = Vec::<Finding>::new();
    let user = pointer(&mut kept);
    let (data, len) = (units.as_ptr(), units.len());
    let status = call!(breachscan_scanner_scan_utf16(
        scanner,
        data,
        len,
        Some(keep),
        user
    ));
    assert_eq!(status, BREACHSCAN_OK);
    kept.iter().map(said).collect()
}

/// Compares every way through the C interface with the Rust one; gives the number of findings.
fn compare(text: &[u8]) -> usize {
    let rules = builtin();
    let (scanner, stream) = (scanner(rules.0, ptr::null()), stream(rules.0));
    let expected = in_rust(text);
    let whole: Vec<Said> = scan(scanner.0, text).iter().map(said).collect();
    assert!(whole == expected, "in one piece");
    for size in [1, 7, 4096] {
        assert!(
            in_chunks(stream.0, text, size) == expected,
            "in chunks of {size}"
        );
    }
    let units: Vec<u16> = String::from_utf8_lossy(text).encode_utf16().collect();
    assert!(
        in_utf16(scanner.0, &units) == in_rust_utf16(&units),
        "in UTF-16"
    );
    expected.len()
}

fn examples() -> Vec<Vec<u8>> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data")];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

#[test]
fn examples_have_the_findings_of_the_rust_interface() {
    let found: usize = examples().iter().map(|text| compare(text)).sum();
    assert!(found > 300, "{found}");
}

#[test]
fn megabytes_of_text_have_the_findings_of_the_rust_interface() {
    let scanner = breachscan::Scanner::builtin();
    let hits = scanner.rules().iter().flat_map(|rule| rule.hits());
    let mut text = hits
        .map(|hit| hit.text())
        .collect::<Vec<_>>()
        .join("\n")
        .into_bytes();
    text.extend(examples().concat());
    let len = if cfg!(debug_assertions) {
        2 << 20
    } else {
        8 << 20
    };
    let text: Vec<u8> = text.into_iter().cycle().take(len).collect();
    assert!(compare(&text) > 5_000);
}
