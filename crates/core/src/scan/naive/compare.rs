//! The fast scanner must find what the obvious one finds.

use core::ops::ControlFlow;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::texts::{BETWEEN, document, examples, pieces};
use super::{Naive, NaiveScanner};
use crate::confidence::Confidence;
use crate::engine::Acceleration;
use crate::rule::Rule;
use crate::scan::fold::View;
use crate::scan::{Config, Scanner, Scratch};

const FLOORS: [Confidence; 2] = [Confidence::ZERO, Confidence::REPORT];
const WAYS: [Acceleration; 3] = [Acceleration::Auto, Acceleration::Scalar, Acceleration::Off];

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| Scanner::builtin().rules().to_vec());
static NAIVE: LazyLock<NaiveScanner<'static>> = LazyLock::new(|| NaiveScanner::new(&RULES));
/// The scanner at each floor, each way.
static FAST: LazyLock<Vec<(Confidence, Acceleration, Scanner)>> = LazyLock::new(|| {
    let scanner = |floor: Confidence, way: Acceleration| {
        let config = Config::new().min_confidence(floor).acceleration(way);
        let scanner = Scanner::builtin().with_config(config);
        (floor, way, scanner.expect("the settings name no rule"))
    };
    FLOORS
        .iter()
        .flat_map(|&floor| WAYS.iter().map(move |&way| scanner(floor, way)))
        .collect()
});

fn scan(scanner: &Scanner, haystack: &[u8]) -> Vec<Naive> {
    let number = |id: &str| RULES.iter().position(|rule| rule.id() == id);
    let mut findings = Vec::new();
    let flow = scanner.scan(&mut Scratch::new(), haystack, |finding| {
        findings.push(Naive {
            rule: number(finding.rule().id()).expect("a built-in rule"),
            span: finding.span(),
            confidence: finding.confidence(),
            check: finding.check(),
            support: finding.support(),
            context: finding.context(),
        });
        ControlFlow::Continue(())
    });
    assert!(flow.is_continue());
    findings
}

/// What differs between the two scanners on this text, in words; nothing if they agree. Text that folds is left to
/// the tests of folding: the obvious scanner reads it as it stands.
fn difference(haystack: &[u8]) -> Option<String> {
    if View::new().fold(haystack, 0..haystack.len()) {
        return None;
    }
    let candidates = NAIVE.candidates(haystack);
    FAST.iter().find_map(|(floor, way, scanner)| {
        let want = NAIVE.report(&candidates, *floor);
        let have = scan(scanner, haystack);
        let names = |all: &[Naive], without: &[Naive]| -> Vec<String> {
            all.iter()
                .filter(|found| !without.contains(found))
                .take(5)
                .map(|found| format!("{} {found:?}", RULES[found.rule].id()))
                .collect()
        };
        (want != have).then(|| {
            format!(
                "floor {floor}, {way:?}: only the obvious one finds {:#?}, only the fast one {:#?}",
                names(&want, &have),
                names(&have, &want)
            )
        })
    })
}

#[test]
fn every_example_gives_the_same() {
    let differ: Vec<String> = examples(&RULES)
        .into_iter()
        .filter_map(|text| Some(format!("{text:?}: {}", difference(text.as_bytes())?)))
        .collect();
    assert!(
        differ.is_empty(),
        "{} differ: {}",
        differ.len(),
        differ.join("\n")
    );
}

#[test]
fn documents_give_the_same() {
    let (count, len) = if cfg!(debug_assertions) {
        (2, 8_000)
    } else {
        (30, 40_000)
    };
    for seed in 1..=count {
        let text = document(&RULES, len, seed);
        if let Some(difference) = difference(&text) {
            panic!("document {seed}: {difference}");
        }
    }
}

#[test]
fn every_alignment_gives_the_same() {
    let segment = crate::engine::Leads::SEGMENT;
    let across = (0..400).step_by(if cfg!(debug_assertions) { 57 } else { 7 });
    let starts: Vec<usize> = (0..64)
        .chain(across.map(|before| segment - before))
        .collect();
    for text in examples(&RULES) {
        for (floor, way, scanner) in FAST.iter().filter(|(_, way, _)| *way != Acceleration::Off) {
            let still = scan(scanner, text.as_bytes());
            for &start in &starts {
                let mut moved = vec![b'\n'; start];
                moved.extend(text.bytes());
                let want: Vec<Naive> = still.iter().map(|found| shifted(found, start)).collect();
                let have = scan(scanner, &moved);
                assert!(
                    want == have,
                    "{text:?} from {start}, floor {floor}, {way:?}"
                );
            }
        }
    }
}

fn shifted(found: &Naive, by: usize) -> Naive {
    Naive {
        span: found.span.shifted(by),
        context: found.context.map(|context| context.shifted(by)),
        ..found.clone()
    }
}

/// A header of context terms and rows of values, some with a cell too few.
fn table() -> impl Strategy<Value = Vec<u8>> {
    let cells = || proptest::collection::vec(proptest::sample::select(pieces(&RULES)), 2..5);
    let rows = proptest::collection::vec(cells(), 2..5);
    let delimiter = proptest::sample::select(vec![
        b",".to_vec(),
        b", ".to_vec(),
        b"|".to_vec(),
        b"\t".to_vec(),
    ]);
    (rows, delimiter).prop_map(|(rows, delimiter)| {
        let row = |cells: Vec<Vec<u8>>| [b"\n".to_vec(), cells.join(&delimiter[..])].concat();
        [
            b"\n".to_vec(),
            rows.into_iter().flat_map(row).collect(),
            b"\n\n".to_vec(),
        ]
        .concat()
    })
}

fn put_together() -> impl Strategy<Value = Vec<u8>> {
    let between = proptest::sample::select(BETWEEN).prop_map(<[u8]>::to_vec);
    let piece = proptest::sample::select(pieces(&RULES));
    let part = prop_oneof![
        2 => between,
        3 => piece,
        1 => "[0-9]{1,12}".prop_map(String::into_bytes),
        1 => "[A-Z]{1,4}[0-9]{1,4}".prop_map(String::into_bytes),
        1 => table(),
    ];
    proptest::collection::vec(part, 1..30).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(debug_assertions) { 40 } else { 1000 },
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes_give_the_same(text in proptest::collection::vec(any::<u8>(), 0..400)) {
        let differs = difference(&text);
        prop_assert!(differs.is_none(), "{}", differs.unwrap_or_default());
    }

    #[test]
    fn any_text_of_pieces_gives_the_same(text in put_together()) {
        let differs = difference(&text);
        prop_assert!(differs.is_none(), "{}", differs.unwrap_or_default());
    }
}
