//! Throughput of a whole scan, and the latency of a case note.

use std::hint::black_box;
use std::time::{Duration, Instant};

use breachscan::{Scanner, Scratch};
use breachscan_benches::corpus::{Corpus, DEFAULT_LEN};
use breachscan_benches::{count, is_smoke_test, verified_count};
use criterion::{Criterion, Throughput};

const CASE_NOTE: usize = 20 << 10;

fn main() {
    let smoke = is_smoke_test();
    let len = if smoke { 1 << 18 } else { DEFAULT_LEN };
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    let mixed = Corpus::from_env(len);
    throughput(&mut criterion, "mixed", &mixed);
    throughput(&mut criterion, "prose", &Corpus::prose(len));
    throughput(&mut criterion, "dense", &Corpus::dense(len / 4));
    let note = Corpus::case_note(CASE_NOTE);
    throughput(&mut criterion, "case note", &note);
    criterion.final_summary();
    print_latency(&note, if smoke { 10 } else { 20_000 });
}

fn throughput(criterion: &mut Criterion, name: &str, corpus: &Corpus) {
    let scanner = Scanner::builtin();
    let found = verified_count(&scanner, corpus);
    let mut scratch = Scratch::new();
    let mut group = criterion.benchmark_group("scan");
    group.throughput(Throughput::Bytes(corpus.text().len() as u64));
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            let again = count(&scanner, &mut scratch, black_box(corpus.text()));
            assert_eq!(again, found);
        })
    });
    group.finish();
}

/// Every scan timed by itself: the slowest hundredth is what a user waits for.
fn print_latency(note: &Corpus, scans: usize) {
    let scanner = Scanner::builtin();
    let found = verified_count(&scanner, note);
    let mut scratch = Scratch::new();
    let mut times: Vec<Duration> = (0..scans)
        .map(|_| {
            let start = Instant::now();
            let again = count(&scanner, &mut scratch, black_box(note.text()));
            let time = start.elapsed();
            assert_eq!(again, found);
            time
        })
        .collect();
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e6;
    println!(
        "case note of {} bytes, {found} findings, {scans} scans: median {:.1} µs, p99 {:.1} µs",
        note.text().len(),
        at(0.5),
        at(0.99)
    );
}
