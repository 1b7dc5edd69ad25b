//! The fast scanner must find what the obvious one finds.

use core::ops::ControlFlow;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::texts::{BETWEEN, Numbers, document, examples, pieces};
use super::{Naive, NaiveScanner};
use crate::confidence::Confidence;
use crate::engine::Acceleration;
use crate::rule::Rule;
use crate::scan::fold::View;
use crate::scan::{Config, Finding, Scanner, Scratch};

const FLOORS: [Confidence; 2] = [Confidence::ZERO, Confidence::REPORT];
const WAYS: [Acceleration; 3] = [Acceleration::Auto, Acceleration::Scalar, Acceleration::Off];

static BUILTIN: LazyLock<Pair> = LazyLock::new(|| Pair::new(&Scanner::builtin()));
static CLASHING: LazyLock<Pair> = LazyLock::new(|| {
    let scanner = Scanner::only_rules([("clash.toml", include_str!("clash.toml"))]);
    Pair::new(&scanner.expect("the rules are well formed"))
});

/// The two scanners over the same rules.
struct Pair {
    rules: &'static [Rule],
    naive: NaiveScanner<'static>,
    /// The fast one at each floor, each way.
    fast: Vec<(Confidence, Acceleration, Scanner)>,
}

impl Pair {
    fn new(scanner: &Scanner) -> Pair {
        let rules: &'static [Rule] = scanner.rules().to_vec().leak();
        let set = |floor: Confidence, way: Acceleration| {
            let config = Config::new().min_confidence(floor).acceleration(way);
            let scanner = scanner.with_config(config);
            (floor, way, scanner.expect("the settings name no rule"))
        };
        let fast = FLOORS
            .iter()
            .flat_map(|&floor| WAYS.iter().map(move |&way| set(floor, way)));
        Pair {
            rules,
            naive: NaiveScanner::new(rules),
            fast: fast.collect(),
        }
    }

    /// What the fast scanner finds, in the obvious one's words.
    fn scan(&self, scanner: &Scanner, haystack: &[u8]) -> Vec<Naive> {
        let number = |id: &str| self.rules.iter().position(|rule| rule.id() == id);
        let told = |finding: Finding<'_>| Naive {
            rule: number(finding.rule().id()).expect("one of the rules"),
            span: finding.span(),
            confidence: finding.confidence(),
            check: finding.check(),
            support: finding.support(),
            context: finding.context(),
        };
        let mut findings = Vec::new();
        let flow = scanner.scan(&mut Scratch::new(), haystack, |finding| {
            findings.push(told(finding));
            ControlFlow::Continue(())
        });
        assert!(flow.is_continue());
        assert!(
            scanner
                .find_iter(haystack)
                .map(told)
                .eq(findings.iter().cloned())
        );
        findings
    }

    /// What differs between the two scanners on this text, in words; nothing if they agree. Text that folds is left
    /// to the tests of folding: the obvious scanner reads it as it stands.
    fn difference(&self, haystack: &[u8]) -> Option<String> {
        if View::new().fold(haystack, 0..haystack.len()) {
            return None;
        }
        let candidates = self.naive.candidates(haystack);
        self.fast.iter().find_map(|(floor, way, scanner)| {
            let want = self.naive.report(&candidates, *floor);
            let have = self.scan(scanner, haystack);
            (want != have).then(|| {
                let (lost, gained) = (self.missing(&want, &have), self.missing(&have, &want));
                format!("floor {floor}, {way:?}: lost {lost:#?}, gained {gained:#?}")
            })
        })
    }

    /// The first few findings that are not among the others.
    fn missing(&self, findings: &[Naive], others: &[Naive]) -> Vec<String> {
        findings
            .iter()
            .filter(|found| !others.contains(found))
            .take(5)
            .map(|found| format!("{} {found:?}", self.rules[found.rule].id()))
            .collect()
    }
}

#[test]
fn every_example_gives_the_same() {
    let differ: Vec<String> = examples(BUILTIN.rules)
        .into_iter()
        .filter_map(|text| {
            Some(format!(
                "{text:?}: {}",
                BUILTIN.difference(text.as_bytes())?
            ))
        })
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
        let text = document(BUILTIN.rules, len, seed);
        if let Some(difference) = BUILTIN.difference(&text) {
            panic!("document {seed}: {difference}");
        }
    }
}

#[test]
fn matches_that_clash_give_the_same() {
    let count = if cfg!(debug_assertions) { 8 } else { 100 };
    for seed in 1..=count {
        let mut numbers = Numbers::new(seed);
        let parts: [&[u8]; 10] = [
            b"a ", b"a ", b"b ", b"b ", b"a", b"b", b"l=", b"m ", b"@", b"c ",
        ];
        let text: Vec<u8> = (0..4000)
            .flat_map(|_| parts[numbers.below(parts.len())])
            .copied()
            .collect();
        if let Some(difference) = CLASHING.difference(&text) {
            panic!("text {seed}: {difference}");
        }
    }
}

#[test]
fn every_alignment_gives_the_same() {
    let segment = crate::scan::Pass::SEGMENT;
    let across = (0..400).step_by(if cfg!(debug_assertions) { 57 } else { 7 });
    let starts: Vec<usize> = (0..64)
        .chain(across.map(|before| segment - before))
        .collect();
    for text in examples(BUILTIN.rules) {
        for (floor, way, scanner) in BUILTIN
            .fast
            .iter()
            .filter(|(_, way, _)| *way != Acceleration::Off)
        {
            let still = BUILTIN.scan(scanner, text.as_bytes());
            for &start in &starts {
                let mut moved = vec![b'\n'; start];
                moved.extend(text.bytes());
                let want: Vec<Naive> = still.iter().map(|found| shifted(found, start)).collect();
                let have = BUILTIN.scan(scanner, &moved);
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
    let cells = || proptest::collection::vec(proptest::sample::select(pieces(BUILTIN.rules)), 2..5);
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
    let piece = proptest::sample::select(pieces(BUILTIN.rules));
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
        let differs = BUILTIN.difference(&text);
        prop_assert!(differs.is_none(), "{}", differs.unwrap_or_default());
    }

    #[test]
    fn any_text_of_pieces_gives_the_same(text in put_together()) {
        let differs = BUILTIN.difference(&text);
        prop_assert!(differs.is_none(), "{}", differs.unwrap_or_default());
    }
}
