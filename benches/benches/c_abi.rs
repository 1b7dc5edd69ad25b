//! What the C interface costs over the Rust one, for the same texts in the same run.

use std::ffi::c_void;
use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{iter, ptr};

use breachscan::Scratch;
use breachscan_benches::corpus::Corpus;
use breachscan_benches::rounds::median;
use breachscan_benches::{count, is_smoke_test, verified_count};
use breachscan_ffi as ffi;
use criterion::{Criterion, Throughput};

const SIZES: [usize; 4] = [64, 1 << 10, 20 << 10, 1 << 20];
/// What one side scans in a round: enough to be timed, and so little that the machine seldom changes its mind between
/// the two sides.
const ROUND: usize = 256 << 10;

fn main() {
    let smoke = is_smoke_test();
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    for size in SIZES {
        let corpus = Corpus::case_note(size);
        let rounds = if smoke { 2 } else { 301 };
        compare(&mut criterion, &corpus, size, rounds);
    }
    criterion.final_summary();
}

/// The export as a C program calls it, which the compiler cannot look into.
type Scan = unsafe extern "C" fn(
    *mut ffi::Scanner,
    *const u8,
    usize,
    ffi::FindingFn,
    *mut c_void,
) -> ffi::Status;

/// The two sides, each with what it keeps between scans.
struct Sides {
    scanner: breachscan::Scanner,
    scratch: Scratch,
    handle: *mut ffi::Scanner,
}

impl Sides {
    fn new() -> Sides {
        let (mut rules, mut handle) = (ptr::null_mut(), ptr::null_mut());
        // SAFETY: both places are valid, the rules were just made, and neither object is used after its free.
        unsafe {
            assert_eq!(
                ffi::breachscan_rules_builtin(&mut rules),
                ffi::BREACHSCAN_OK
            );
            let made =
                ffi::breachscan_scanner_new(rules, ptr::null(), &mut handle, ptr::null_mut());
            assert_eq!(made, ffi::BREACHSCAN_OK);
            ffi::breachscan_rules_free(rules);
        }
        Sides {
            scanner: breachscan::Scanner::builtin(),
            scratch: Scratch::new(),
            handle,
        }
    }

    fn in_rust(&mut self, text: &[u8]) -> usize {
        count(&self.scanner, &mut self.scratch, text)
    }

    fn in_c(&mut self, text: &[u8]) -> usize {
        let mut found = 0usize;
        let user = ptr::from_mut(&mut found).cast();
        let scan: Scan = black_box(ffi::breachscan_scanner_scan);
        // SAFETY: the scanner lives as long as this, the text and the counter as long as the call.
        let status = unsafe { scan(self.handle, text.as_ptr(), text.len(), Some(tally), user) };
        assert_eq!(status, ffi::BREACHSCAN_OK);
        found
    }
}

impl Drop for Sides {
    fn drop(&mut self) {
        // SAFETY: it came from the library and is freed once.
        unsafe { ffi::breachscan_scanner_free(self.handle) };
    }
}

/// Counts a finding, as a C program would.
unsafe extern "C-unwind" fn tally(finding: *const ffi::Finding, found: *mut c_void) -> i32 {
    // SAFETY: the library gives a finding, and `in_c` a counter that nothing else uses during the scan.
    unsafe {
        black_box((*finding).start);
        *found.cast::<usize>() += 1;
    }
    0
}

fn compare(criterion: &mut Criterion, corpus: &Corpus, size: usize, rounds: usize) {
    let (mut sides, text) = (Sides::new(), &corpus.text()[..size]);
    let whole = verified_count(&sides.scanner, corpus);
    assert_eq!(sides.in_c(corpus.text()), whole);
    let found = sides.in_rust(text);
    assert_eq!(sides.in_c(text), found);

    let mut group = criterion.benchmark_group("C interface");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function(format!("Rust, {} bytes", text.len()), |bencher| {
        bencher.iter(|| assert_eq!(sides.in_rust(black_box(text)), found))
    });
    group.bench_function(format!("C, {} bytes", text.len()), |bencher| {
        bencher.iter(|| assert_eq!(sides.in_c(black_box(text)), found))
    });
    group.finish();
    print_ratio(&mut sides, text, found, rounds);
}

/// Both sides by turns, so that a busy moment of the machine meets both.
fn print_ratio(sides: &mut Sides, text: &[u8], found: usize, rounds: usize) {
    let scans = (ROUND / text.len().max(1)).clamp(1, 20_000);
    let mut rust = Vec::with_capacity(rounds);
    let mut c = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        rust.push(timed(scans, || {
            assert_eq!(sides.in_rust(black_box(text)), found)
        }));
        c.push(timed(scans, || {
            assert_eq!(sides.in_c(black_box(text)), found)
        }));
    }
    let ratios = iter::zip(&c, &rust).map(|(c, rust)| c.as_secs_f64() / rust.as_secs_f64());
    let mut ratios: Vec<f64> = ratios.collect();
    ratios.sort_by(f64::total_cmp);
    let one = |times: Vec<Duration>| median(times).as_secs_f64() * 1e6 / scans as f64;
    println!(
        "{} bytes, {found} findings: Rust {:.2} µs, C {:.2} µs, C over Rust {:+.2} %",
        text.len(),
        one(rust),
        one(c),
        (ratios[ratios.len() / 2] - 1.0) * 100.0
    );
}

fn timed(scans: usize, mut scan: impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..scans {
        scan();
    }
    start.elapsed()
}
