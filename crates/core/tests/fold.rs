//! Text as people send it: spaces, dashes, digits and letters that only look like ASCII.

#![allow(
    clippy::single_range_in_vec_init,
    reason = "expected spans are lists, also of one"
)]

use core::ops::Range;

use breachscan::{Acceleration, Confidence, Config, Finding, Scanner};
use proptest::prelude::*;

fn spans(rule: &str, text: &[u8]) -> Vec<Range<usize>> {
    Scanner::builtin()
        .find_iter(text)
        .filter(|finding| finding.rule().id() == rule)
        .map(|finding| finding.span().range())
        .collect()
}

/// Asserts that the rule is found once, where the brackets stand.
#[track_caller]
fn assert_found(rule: &str, marked: &str) {
    let (before, rest) = marked.split_once('⟦').expect("a mark before the value");
    let (value, after) = rest.split_once('⟧').expect("a mark behind the value");
    let text = [before, value, after].concat();
    let want = before.len()..before.len() + value.len();
    assert_eq!(spans(rule, text.as_bytes()), [want], "{marked}");
}

#[test]
fn spaces_of_every_kind_separate() {
    assert_found("nhs-number", "NHS No: ⟦999\u{A0}519\u{A0}2977⟧.");
    assert_found("nhs-number", "NHS No: ⟦999\u{2009}519\u{202F}2977⟧.");
    assert_found("nhs-number", "NHS\u{A0}No:\u{3000}⟦999 519 2977⟧");
}

#[test]
fn dashes_of_every_kind_join() {
    assert_found("uk-phone", "ring ⟦07700\u{2011}900461⟧ now");
    assert_found("security-marking", "⟦OFFICIAL \u{2013} SENSITIVE⟧");
    assert_found("security-marking", "⟦OFFICIAL\u{2014}SENSITIVE⟧\n");
}

#[test]
fn what_cannot_be_seen_is_not_there() {
    assert_found("uk-phone", "ring ⟦07700 9\u{200B}00\u{AD}461⟧\u{200B} now");
    assert_found("uk-phone", "\u{FEFF}⟦0\u{2060}7700 900461⟧");
}

#[test]
fn full_width_letters_and_digits_are_read() {
    assert_found("nino", "NI number ⟦ＪＧ １０ ３７ ５９ Ａ⟧.");
    assert_found("uk-phone", "ring ⟦０７７００ ９００４６１⟧");
}

#[test]
fn look_alikes_are_read_among_latin_letters() {
    assert_found("vrm", "vehicle reg ⟦А\u{42}12 \u{421}DE⟧ parked");
    assert_found("vrm", "vehicle reg ⟦\u{391}B12 CDE⟧ parked");
}

#[test]
fn labels_are_read_far_from_their_values() {
    let between = "x ".repeat(60);
    assert_found(
        "uk-passport",
        &format!("Passport\u{A0}No, see {between}⟦517236408⟧ end"),
    );
}

#[test]
fn curly_quotes_around_a_value_are_not_part_of_it() {
    assert_found("nino", "gave \u{201C}⟦JG103759A⟧\u{201D} as NI number");
    assert_found("vrm", "reg \u{2018}⟦AB12 CDE⟧\u{2019}");
}

#[test]
fn windows_1252_is_read() {
    let text = b"NHS No: 999\xA0519\xA02977 caf\xE9";
    assert_eq!(spans("nhs-number", text), [8..20]);
    assert_eq!(spans("uk-phone", b"ring 07700\x96900461 now"), [5..17]);
}

#[test]
fn prose_in_other_alphabets_is_quiet() {
    let russian =
        "Вчера он видел соседа у дома, он сказал: нас трое, мы ждём в 10 часов. ".repeat(50);
    let greek = "Χθες είδα τον γείτονα κοντά στο σπίτι του και μου είπε καλημέρα. ".repeat(50);
    for text in [russian, greek] {
        assert_eq!(Scanner::builtin().find_iter(text.as_bytes()).count(), 0);
    }
}

#[test]
fn every_place_at_segment_edges_is_seen() {
    let value = "NHS\u{A0}No: 999\u{A0}519\u{2009}2977";
    for before in (0..40).chain(4040..4110).chain(8150..8200) {
        let text = ["\n".repeat(before).as_str(), value, " \u{201C}end\u{201D}"].concat();
        let start = before + 9;
        let end = before + value.len();
        assert_eq!(
            spans("nhs-number", text.as_bytes()),
            [start..end],
            "{before}"
        );
    }
}

#[test]
fn nothing_is_reported_twice() {
    let text = "“NHS No: 999 519 2977”, reg AB12 CDE – ring 07700 900461 — ask for O’Neill at jo@example.org";
    for floor in [Confidence::ZERO, Confidence::REPORT] {
        let scanner = Scanner::builtin()
            .with_config(Config::new().min_confidence(floor))
            .unwrap();
        let found: Vec<_> = scanner.find_iter(text.as_bytes()).collect();
        for (index, finding) in found.iter().enumerate() {
            let same = found[index + 1..].iter().find(|other| {
                other.rule().id() == finding.rule().id() && other.span().overlaps(finding.span())
            });
            assert!(same.is_none(), "{finding:?} and {same:?}");
        }
    }
}

/// Every hit, with each space of its text as a no-break space and the spans moved to match.
#[test]
fn hits_with_no_break_spaces_are_found() {
    let scanner = Scanner::builtin();
    let mut lost = Vec::new();
    for rule in scanner.rules() {
        for hit in rule.hits() {
            let text = hit.text().replace(' ', "\u{A0}");
            let moved = |at: usize| at + hit.text()[..at].matches(' ').count();
            let span = moved(hit.span().start())..moved(hit.span().end());
            if !spans(rule.id(), text.as_bytes()).contains(&span) {
                lost.push((rule.id(), text));
            }
        }
    }
    assert!(lost.is_empty(), "{} lost: {lost:#?}", lost.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// What stands before a view makes no difference to plain text.
    #[test]
    fn plain_text_is_the_same_beside_folded_text(text in "[ -~\n]{0,300}", gap in 1400_usize..1500) {
        let report = |text: &[u8]| -> Vec<(String, Range<usize>, Confidence)> {
            Scanner::builtin()
                .find_iter(text)
                .map(|f| (f.rule().id().to_owned(), f.span().range(), f.confidence()))
                .collect()
        };
        let plain = ["x".repeat(6).as_str(), &"\n".repeat(gap), &text].concat();
        let beside = ["\u{A0}".repeat(3).as_str(), &"\n".repeat(gap), &text].concat();
        prop_assert_eq!(report(plain.as_bytes()), report(beside.as_bytes()));
    }
}

/// What of a text may be written otherwise, and how.
const LOOK_ALIKES: [(char, char); 9] = [
    (' ', '\u{A0}'),
    ('-', '\u{2011}'),
    ('\'', '\u{2019}'),
    ('"', '\u{201C}'),
    ('0', '\u{FF10}'),
    ('7', '\u{667}'),
    ('a', '\u{430}'),
    ('C', '\u{421}'),
    ('o', '\u{3BF}'),
];

/// The text of every hit of every rule, one after the other, with characters replaced and others put between: more of
/// them in some stretches than in others.
fn disguised_hits(mut random: u64) -> String {
    let mut next = |below: u64| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (random >> 33) % below
    };
    let mut text = String::new();
    for rule in Scanner::builtin().rules() {
        let rate = [0, 2, 10, 60][next(4) as usize];
        for hit in rule.hits() {
            for char in hit.text().chars() {
                let alike = LOOK_ALIKES.iter().find(|(plain, _)| *plain == char);
                match alike.filter(|_| next(1000) < 5 * rate) {
                    Some((_, other)) => text.push(*other),
                    None => text.push(char),
                }
                if next(1000) < rate {
                    text.push(['\u{200B}', 'é', '\u{AD}', '\u{1F600}'][next(4) as usize]);
                }
            }
            text.push('\n');
        }
    }
    text
}

/// Only some leads are walked again in a folded view; without the sieve, all are.
#[test]
fn folded_text_is_the_same_without_the_sieve() {
    let quick = Scanner::builtin();
    let config = Config::new().acceleration(Acceleration::Off);
    let obvious = quick.with_config(config).expect("it names no rules");
    for seed in 0..24 {
        let text = disguised_hits(seed);
        let (quick, obvious) = (
            quick.find_iter(text.as_bytes()),
            obvious.find_iter(text.as_bytes()),
        );
        let report = |finding: Finding<'_>| {
            (
                finding.rule().id().to_owned(),
                finding.span(),
                finding.confidence(),
                finding.context(),
            )
        };
        assert_eq!(
            quick.map(report).collect::<Vec<_>>(),
            obvious.map(report).collect::<Vec<_>>(),
            "seed {seed}"
        );
    }
}
