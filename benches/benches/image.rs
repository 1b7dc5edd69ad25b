//! What it costs before the first byte is scanned: the built-in rules, a saved image, rules of one's own.

use std::fmt::Write;
use std::time::Instant;

use breachscan::Scanner;
use breachscan_benches::is_smoke_test;
use criterion::Criterion;

const OWN_RULES: usize = 100;

fn main() {
    let start = Instant::now();
    let builtin = Scanner::builtin();
    println!(
        "first Scanner::builtin(): {:.2} ms",
        start.elapsed().as_secs_f64() * 1e3
    );
    let image = builtin
        .to_image()
        .expect("the built-in rules can be written");
    println!("image: {:.2} MiB", image.len() as f64 / f64::from(1 << 20));

    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let loaded = Scanner::from_image_bytes(&image).expect("an image just made is whole");
    assert_eq!(loaded.rules().len(), builtin.rules().len());
    criterion.bench_function("image/load", |bencher| {
        bencher.iter(|| Scanner::from_image_bytes(&image))
    });

    let own = own_rules(if is_smoke_test() { 3 } else { OWN_RULES });
    let compiled = Scanner::with_rules([("own.toml", own.as_str())]).expect("own rules compile");
    assert!(compiled.is_match(b"Quote MEMO-0002-118."));
    criterion.bench_function("image/compile built-in + 100 own", |bencher| {
        bencher.iter(|| Scanner::with_rules([("own.toml", own.as_str())]))
    });
    criterion.final_summary();
}

/// Rules such as a force adds: a prefix of its own and a number.
fn own_rules(count: usize) -> String {
    let mut text = String::new();
    for number in 0..count {
        write!(
            text,
            r#"
[[rule]]
id = "memo-{number:04}"
name = "Memo {number}"
about = "A memo of series {number}."
kind = "identifier"
status = "shape"
sources = ["the force's own register"]
confidence = {{ bare = 0.60, label = 0.90 }}
context = {{ labels = ["memo"] }}
pattern = [{{ regex = 'MEMO-{number:04}-\d{{3,6}}' }}]
hit = [
    {{ text = "Quote MEMO-{number:04}-118.", span = [6, 19], why = "shape" }},
    {{ text = "See MEMO-{number:04}-4711", span = [4, 18], why = "longer" }},
]
miss = [{{ text = "MEMO-{number:04}-1", why = "too short" }}]
"#
        )
        .expect("a string takes everything");
    }
    text
}
