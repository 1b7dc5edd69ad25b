//! Scanning is linear: hostile text costs a bounded number of steps a byte, and twice the text twice as many.

use core::ops::ControlFlow;

use super::{Config, Scanner, Scratch};
use crate::confidence::Confidence;
use crate::engine::Effort;

/// Steps through the DFA that a byte may cost.
const MAX_STEPS: usize = 100;
/// Comparisons of context terms and of findings that a byte may cost.
const MAX_COMPARISONS: usize = 600;

/// Bytes that many patterns begin with or never end at.
const RUNS: &[&str] = &[
    "9",
    "<",
    "@",
    "A",
    "a",
    "A ",
    "9 ",
    "9-",
    "9.",
    "9/",
    "9:",
    "12 ",
    "12-",
    "12.",
    "12/",
    "1,",
    "a.",
    "a@",
    "a@b.",
    "(",
    "+",
    "+44 ",
    "0",
    "07",
    "AB12 ",
    "A1",
    "A-",
    "-",
    "_",
    "/",
    "\"",
    "é",
    "www.",
    "http://",
    "a/",
    "\u{FF19}",
    "\u{FF19} ",
    "9\u{A0}",
    "12\u{2011}",
    "\u{410}1 ",
    "\u{200B}a ",
    "07700\u{A0}900461 ",
    "SW1A\u{A0}1AA ",
    "VIN,NHS no\n",
    "\n\n",
    "pnc 9,",
];

/// The cost of `piece` repeated to `len` bytes, everything reported.
fn cost(scanner: &Scanner, piece: &[u8], len: usize) -> Effort {
    let text: Vec<u8> = piece.iter().copied().cycle().take(len).collect();
    Effort::take();
    let flow = scanner.scan(&mut Scratch::new(), &text, |_| ControlFlow::Continue(()));
    assert!(flow.is_continue());
    Effort::take()
}

/// Asserts what linear means for `piece`, and tells the cost a byte.
fn judge(scanner: &Scanner, piece: &[u8], len: usize) -> (usize, usize) {
    let once = cost(scanner, piece, len);
    let twice = cost(scanner, piece, 2 * len);
    let told = || {
        format!(
            "{:?} repeated: {once:?}, {twice:?}",
            String::from_utf8_lossy(piece)
        )
    };
    let at_most_twice = |once: usize, twice: usize| twice <= 2 * once + once / 10 + 100_000;
    assert!(at_most_twice(once.steps, twice.steps), "{}", told());
    assert!(
        at_most_twice(once.comparisons, twice.comparisons),
        "{}",
        told()
    );
    assert!(twice.steps <= MAX_STEPS * 2 * len, "{}", told());
    assert!(twice.comparisons <= MAX_COMPARISONS * 2 * len, "{}", told());
    (twice.steps / (2 * len), twice.comparisons / (2 * len))
}

fn everything() -> Scanner {
    let config = Config::new().min_confidence(Confidence::ZERO);
    let scanner = Scanner::builtin().with_config(config);
    scanner.expect("the settings name no rule")
}

fn len(debug: usize, release: usize) -> usize {
    if cfg!(debug_assertions) {
        debug
    } else {
        release
    }
}

#[test]
fn runs_cost_a_bounded_number_of_steps() {
    let scanner = everything();
    for run in RUNS {
        let cost = judge(&scanner, run.as_bytes(), len(64 << 10, 512 << 10));
        eprintln!("{run:?}: {cost:?}");
    }
}

#[test]
fn the_start_of_every_value_repeated_costs_a_bounded_number_of_steps() {
    let scanner = everything();
    let mut costs = Vec::new();
    for rule in scanner.rules() {
        for hit in rule.hits() {
            let value = &hit.text().as_bytes()[hit.span().range()];
            let pieces = [
                hit.text().as_bytes(),
                value,
                &value[..value.len() - 1],
                &value[..value.len().div_ceil(2)],
            ];
            for piece in pieces.into_iter().filter(|piece| !piece.is_empty()) {
                costs.push((
                    judge(&scanner, piece, len(4 << 10, 32 << 10)),
                    rule.id(),
                    piece.len(),
                ));
            }
        }
    }
    costs.sort_by_key(|(cost, ..)| core::cmp::Reverse(cost.0));
    eprintln!("most steps: {:?}", &costs[..6]);
    costs.sort_by_key(|(cost, ..)| core::cmp::Reverse(cost.1));
    eprintln!("most comparisons: {:?}", &costs[..6]);
}

#[test]
fn every_context_term_repeated_costs_a_bounded_number_of_comparisons() {
    let scanner = everything();
    let terms: Vec<String> = scanner.image().terms().texts().map(str::to_owned).collect();
    let mut costs = Vec::new();
    for term in &terms {
        let piece = format!("{term} 9 ");
        costs.push((
            judge(&scanner, piece.as_bytes(), len(2 << 10, 16 << 10)),
            term,
        ));
    }
    costs.sort_by_key(|(cost, ..)| core::cmp::Reverse(cost.1));
    eprintln!("most comparisons: {:?}", &costs[..6]);
}
