//! Once its scratch has grown, a scan allocates nothing.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ops::ControlFlow;

use breachscan::{Confidence, Config, Scanner, Scratch};

/// The system's allocator, with a count of what each thread asks of it.
struct Counting;

thread_local! {
    static ASKED: Cell<usize> = const { Cell::new(0) };
}

fn count() {
    // A thread that is going away has no counter any more, and no test to run.
    let _ = ASKED.try_with(|asked| asked.set(asked.get() + 1));
}

// SAFETY: every call is passed on unchanged to the system's allocator, which keeps the contract.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract of `dealloc`, and `pointer` came from the system's allocator.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: the caller keeps the contract of `realloc`, and `pointer` came from the system's allocator.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often the scan allocates, and how much it finds.
fn allocations(scanner: &Scanner, scratch: &mut Scratch, text: &[u8]) -> (usize, usize) {
    let before = ASKED.get();
    let mut findings = 0;
    let flow = scanner.scan(scratch, text, |finding| {
        findings += usize::from(!finding.bytes().is_empty());
        ControlFlow::Continue(())
    });
    assert!(flow.is_continue());
    (ASKED.get() - before, findings)
}

/// The texts of every rule's hits, one after another.
fn mixed_text(scanner: &Scanner) -> Vec<u8> {
    let texts = scanner.rules().iter().flat_map(|rule| rule.hits());
    let texts: Vec<&str> = texts.map(|hit| hit.text()).collect();
    texts.join("\n\n").into_bytes()
}

#[test]
fn a_second_scan_of_mixed_text_allocates_nothing() {
    let scanner = Scanner::builtin();
    let text = mixed_text(&scanner);
    for floor in [Confidence::ZERO, Confidence::REPORT] {
        let config = Config::new().min_confidence(floor);
        let scanner = scanner.with_config(config).unwrap();
        let mut scratch = Scratch::new();
        let (first, found) = allocations(&scanner, &mut scratch, &text);
        assert!(
            first > 0 && found > 100,
            "{first} allocations, {found} findings"
        );
        let again = allocations(&scanner, &mut scratch, &text);
        assert_eq!(again, (0, found));
    }
}

#[test]
fn a_case_note_of_twenty_kibibytes_allocates_nothing() {
    let scanner = Scanner::builtin();
    let note: Vec<u8> = mixed_text(&scanner)
        .into_iter()
        .cycle()
        .take(20 << 10)
        .collect();
    let mut scratch = Scratch::new();
    let (_, found) = allocations(&scanner, &mut scratch, &note);
    assert_eq!(allocations(&scanner, &mut scratch, &note), (0, found));
}

#[test]
fn shorter_texts_fit_into_what_longer_ones_needed() {
    let scanner = Scanner::builtin();
    let text = mixed_text(&scanner);
    let mut scratch = Scratch::new();
    allocations(&scanner, &mut scratch, &text);
    for len in [0, 1, 63, 64, 4095, 4096, 4097, 20_000] {
        let part = &text[..len.min(text.len())];
        let (allocated, _) = allocations(&scanner, &mut scratch, part);
        assert_eq!(allocated, 0, "{len} bytes");
    }
}

#[test]
fn a_second_scan_of_folded_text_allocates_nothing() {
    let scanner = Scanner::builtin();
    let curly = String::from_utf8(mixed_text(&scanner)).unwrap();
    let text = curly.replace('-', "\u{2011}").replace(' ', "\u{a0}");
    let mut scratch = Scratch::new();
    let (_, found) = allocations(&scanner, &mut scratch, text.as_bytes());
    assert!(found > 100, "{found} findings");
    assert_eq!(
        allocations(&scanner, &mut scratch, text.as_bytes()),
        (0, found)
    );
}
