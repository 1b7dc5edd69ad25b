//! Once its scratch has grown, a scan allocates nothing; and a stream stays small.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ops::ControlFlow;

use breachscan::{Confidence, Config, Scanner, Scratch, Stream};

/// The system's allocator, with a count of what each thread asks of it.
struct Counting;

thread_local! {
    static ASKED: Cell<usize> = const { Cell::new(0) };
    /// Bytes held, and the most there were.
    static HELD: Cell<(isize, isize)> = const { Cell::new((0, 0)) };
}

// A thread that is going away has no counters any more, and no test to run.

fn asked() {
    let _ = ASKED.try_with(|asked| asked.set(asked.get() + 1));
}

/// Takes note of bytes that were given, or given back where fewer than none.
fn held(bytes: isize) {
    let _ = HELD.try_with(|held| {
        let (now, most) = held.get();
        held.set((now + bytes, most.max(now + bytes)));
    });
}

// SAFETY: every call is passed on unchanged to the system's allocator, which keeps the contract.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        asked();
        held(layout.size() as isize);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        held(-(layout.size() as isize));
        // SAFETY: the caller keeps the contract of `dealloc`, and `pointer` came from the system's allocator.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        asked();
        held(size as isize - layout.size() as isize);
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

/// The most bytes that a stream holds while it is fed this text in chunks of 4 KiB.
fn held_by_stream(scanner: &Scanner, text: &[u8]) -> isize {
    let (before, _) = HELD.get();
    HELD.set((before, before));
    let mut stream = Stream::new(scanner);
    let mut found = 0;
    for chunk in text.chunks(4096) {
        let flow = stream.feed(chunk, |_| {
            found += 1;
            ControlFlow::Continue(())
        });
        assert!(flow.is_continue());
    }
    assert!(found > 500, "{found} findings");
    HELD.get().1 - before
}

/// The hits of the rules, each in a paragraph that holds nothing else.
fn ordinary_text(scanner: &Scanner) -> String {
    let words = "The caretaker closed the gate behind us and nobody minded the rain any more. ";
    let hits = scanner.rules().iter().flat_map(|rule| rule.hits());
    let paragraphs = hits.map(|hit| [&words.repeat(3), hit.text(), "\n\n"].concat());
    paragraphs.collect::<String>().repeat(4)
}

#[test]
fn a_stream_holds_less_than_64_kibibytes() {
    let scanner = Scanner::builtin();
    let plain = ordinary_text(&scanner);
    let curly = plain.replace('\'', "\u{2019}").replace(". ", ".\u{A0}");
    let held = held_by_stream(&scanner, plain.as_bytes());
    assert!(held < 64 << 10, "{held} bytes");
    let held = held_by_stream(&scanner, curly.as_bytes());
    assert!(held < 72 << 10, "{held} bytes of text that folds");
}

#[test]
fn a_stream_of_many_findings_does_not_grow_with_the_text() {
    let scanner = Scanner::builtin();
    let dense = mixed_text(&scanner);
    let (short, long) = (dense.repeat(2), dense.repeat(8));
    let (short, long) = (
        held_by_stream(&scanner, &short),
        held_by_stream(&scanner, &long),
    );
    assert!(short < 80 << 10 && long < 80 << 10, "{short}, {long} bytes");
}
