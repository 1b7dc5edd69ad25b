//! A caller's own rules: a good one is found beside the built-in ones, a bad one is refused with file and line.

use breachscan::{Category, Scanner, Span};

/// A rule that is right; line 1 is its id, line 8 its `bare`, line 10 its pattern, line 13 its span.
const GOOD: &str = r#"id = "visit-reference"
name = "Visit reference"
about = "A visit to a prisoner."
kind = "identifier"
status = "shape"
sources = ["Invented for this test"]
[confidence]
bare = 0.60
[[pattern]]
regex = 'VR-\d{6}'
[[hit]]
text = "see VR-000123"
span = [4, 13]
why = "plain"
[[miss]]
text = "VR-00012"
why = "a digit short"
"#;

fn refusal(text: &str) -> String {
    match Scanner::only_rules([("own.toml", text)]) {
        Ok(_) => panic!("the rule was taken"),
        Err(error) => {
            assert!(error.is_rule(), "{error}");
            error.to_string()
        }
    }
}

/// The refusal of the good rule with one part of it changed.
fn changed(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "{from}");
    refusal(&GOOD.replacen(from, to, 1))
}

/// Many small rules under `[[rule]]`, each with a pattern of its own.
fn many(count: usize) -> String {
    let rule = |number: usize| {
        let tables = GOOD
            .replace("[confidence]", "[rule.confidence]")
            .replace("[[pattern]]", "[[rule.pattern]]")
            .replace("[[hit]]", "[[rule.hit]]")
            .replace("[[miss]]", "[[rule.miss]]")
            .replace("visit-reference", &format!("visit-reference-{number}"))
            .replace("VR-", &format!("V{number:05}-"))
            .replace("[4, 13]", "[4, 10]");
        format!("[[rule]]\n{tables}")
    };
    (0..count).map(rule).collect()
}

#[test]
fn an_own_rule_is_found_beside_the_built_in_ones() {
    let scanner = Scanner::with_rules([("own.toml", GOOD)]).unwrap();
    let text = b"VR-000123 for NHS No: 999 519 2977";
    let found: Vec<_> = scanner
        .find_iter(text)
        .map(|finding| (finding.rule().id(), finding.span()))
        .collect();
    assert!(
        found.contains(&("visit-reference", Span::new(0, 9))),
        "{found:?}"
    );
    assert!(
        found.contains(&("nhs-number", Span::new(22, 34))),
        "{found:?}"
    );
    let own = scanner.rules().last().unwrap();
    assert_eq!(own.id(), "visit-reference");
    assert_eq!(own.category(), Category::Custom);
}

#[test]
fn own_rules_change_no_finding_of_the_built_in_ones() {
    let builtin = Scanner::builtin();
    let both = Scanner::with_rules([("own.toml", GOOD)]).unwrap();
    for rule in builtin.rules() {
        for hit in rule.hits() {
            let told = |scanner: &Scanner| -> Vec<_> {
                scanner
                    .find_iter(hit.text().as_bytes())
                    .map(|found| {
                        (
                            found.rule().id().to_owned(),
                            found.span(),
                            found.confidence(),
                        )
                    })
                    .collect()
            };
            assert_eq!(told(&builtin), told(&both), "{:?}", hit.text());
        }
    }
}

#[test]
fn a_list_of_rules_is_read_and_its_errors_have_their_line() {
    let scanner = Scanner::only_rules([("own.toml", many(3).as_str())]).unwrap();
    let ids: Vec<&str> = scanner.rules().iter().map(|rule| rule.id()).collect();
    assert_eq!(
        ids,
        [
            "visit-reference-0",
            "visit-reference-1",
            "visit-reference-2"
        ]
    );
    assert!(scanner.is_match(b"V00002-000123"));

    let second_is_wrong = many(3).replace("V00001-\\d{6}", "V00001-\\d+");
    assert_eq!(
        refusal(&second_is_wrong),
        "own.toml:29: rule visit-reference-1: the pattern is unbounded; give its last repetition a maximum, as in {1,20}"
    );
}

#[test]
fn unknown_fields_are_refused() {
    let message = changed("kind =", "colour = \"red\"\nkind =");
    assert!(
        message.starts_with(
            "own.toml:4: unknown field `colour`, expected one of `id`, `name`, `about`,"
        ),
        "{message}"
    );
    let message = changed("bare = 0.60", "bare = 0.60\nsure = 0.9");
    assert_eq!(
        message,
        "own.toml:9: unknown field `sure`, expected one of `bare`, `check`, `near`, `label`, `failed`"
    );
    let message = changed("why = \"plain\"", "why = \"plain\"\nnote = \"x\"");
    assert_eq!(
        message,
        "own.toml:15: unknown field `note`, expected one of `text`, `span`, `confidence`, `why`"
    );
}

#[test]
fn missing_parts_are_refused() {
    assert_eq!(
        changed("name = \"Visit reference\"\n", ""),
        "own.toml:1: missing field `name`"
    );
    assert_eq!(
        changed("[\"Invented for this test\"]", "[]"),
        "own.toml:1: rule visit-reference: no sources; name the authority the rule rests on"
    );
    let (start, _) = GOOD.split_once("[[miss]]").unwrap();
    assert_eq!(
        refusal(start),
        "own.toml:1: rule visit-reference: examples are missing; give at least one [[hit]] and one [[miss]]"
    );
    let (start, _) = GOOD.split_once("[[pattern]]").unwrap();
    assert_eq!(
        refusal(start),
        "own.toml:1: rule visit-reference: no [[pattern]]; a rule needs at least one"
    );
    assert_eq!(
        changed("why = \"plain\"", "why = \" \""),
        "own.toml:11: rule visit-reference: an example says in `why` what it shows"
    );
}

#[test]
fn bad_patterns_are_refused() {
    let pattern = |regex: &str| changed(r"VR-\d{6}", regex);
    let at = "own.toml:10: rule visit-reference:";
    assert_eq!(
        pattern(r"VR-\d+"),
        format!(
            "{at} the pattern is unbounded; give its last repetition a maximum, as in {{1,20}}"
        )
    );
    assert_eq!(
        pattern(r"\d{0,6}"),
        format!("{at} the pattern matches the empty string; ask for at least one byte")
    );
    for anchored in [
        r"^VR-\d{6}",
        r"VR-\d{6}$",
        r"\bVR-\d{6}",
        r"VR-\d{6}\B",
        r"(?m)^VR-\d{6}",
    ] {
        assert_eq!(
            pattern(anchored),
            format!("{at} the pattern has an anchor or word boundary; edges do that, take it out")
        );
    }
    assert_eq!(
        pattern(r"VR-\d{254}"),
        format!("{at} the pattern may match 257 bytes, more than 256; shorten its repetitions")
    );
    assert_eq!(
        pattern(r"VR-(?u:\d){6}"),
        format!("{at} the pattern asks for Unicode with (?u); patterns are ASCII, take it out")
    );
    assert_eq!(
        pattern(r"[^\x00-\xFF]"),
        format!("{at} the pattern can never match")
    );
    for broken in ["(", "VR-[", r"VR-\d{6", "*", r"VR-\q", r"\p{Greek}"] {
        let message = pattern(broken);
        let start = format!("{at} the pattern is not a regular expression: ");
        assert!(message.starts_with(&start), "{message}");
    }
}

#[test]
fn unknown_checks_are_refused_with_those_there_are() {
    let message = changed("[confidence]", "check = \"visit\"\n[confidence]");
    assert!(
        message.starts_with(
            "own.toml:7: rule visit-reference: no check is named `visit`; there are arrest-summons-number, bic,"
        ),
        "{message}"
    );
}

#[test]
fn numbers_out_of_range_are_refused() {
    for wrong in ["1.01", "-0.1", "nan", "inf"] {
        assert_eq!(
            changed("0.60", wrong),
            "own.toml:8: rule visit-reference: a confidence lies between 0.00 and 1.00"
        );
    }
    assert_eq!(
        changed("[confidence]", "rank = 101\n[confidence]"),
        "own.toml:7: rule visit-reference: a rank lies between 0 and 100"
    );
    assert_eq!(
        changed("[[pattern]]", "[context]\nwindow = 1001\n[[pattern]]"),
        "own.toml:10: rule visit-reference: a context window has at most 1000 bytes on each side"
    );
    for (span, told) in [
        ("[4, 14]", "[4, 14]"),
        ("[13, 4]", "[13, 4]"),
        ("[4, 4]", "[4, 4]"),
    ] {
        assert_eq!(
            changed("[4, 13]", span),
            format!(
                "own.toml:11: rule visit-reference: the span {told} does not lie in the example's 13 bytes"
            )
        );
    }
}

#[test]
fn bad_ids_and_terms_are_refused() {
    for id in [
        "Visit",
        "visit_reference",
        "-visit",
        "",
        "visit--reference",
        "vis\u{ED}t",
    ] {
        assert_eq!(
            changed("id = \"visit-reference\"", &format!("id = \"{id}\"")),
            "own.toml:1: an id is at most 64 lower-case letters and digits in words joined by hyphens"
        );
    }
    for term in ["", " visit", "visit ", "vis\u{ED}t"] {
        let context = format!("[context]\nlabels = [\"{term}\"]\n[[pattern]]");
        assert_eq!(
            changed("[[pattern]]", &context),
            "own.toml:10: rule visit-reference: a context term is 1 to 64 ASCII bytes without space at its ends"
        );
    }
}

#[test]
fn taken_ids_are_refused() {
    let taken = GOOD.replace("visit-reference", "nhs-number");
    let error = Scanner::with_rules([("own.toml", taken.as_str())]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "rules: two rules have the id nhs-number; give one of them another"
    );
    let error = Scanner::only_rules([("a.toml", GOOD), ("b.toml", GOOD)]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "rules: two rules have the id visit-reference; give one of them another"
    );
}

#[test]
fn a_file_too_long_is_refused() {
    let text = format!("{GOOD}# {}", "x".repeat(10 << 20));
    assert_eq!(
        refusal(&text),
        format!(
            "own.toml: the text has {} bytes, more than 4194304; split it into several files",
            text.len()
        )
    );
}

#[test]
fn what_is_not_toml_is_refused() {
    for text in [
        "id = ",
        "id = \"a\"\nid = \"b\"",
        "\u{0}",
        "[[rule]]\n[[rule",
        "= 1",
    ] {
        let message = refusal(text);
        assert!(message.starts_with("own.toml:"), "{message}");
    }
    assert_eq!(refusal(""), "own.toml:1: missing field `id`");
}

#[test]
fn ten_thousand_rules_compile_or_are_refused_by_name() {
    let text = many(10_000);
    let result = Scanner::only_rules([("own.toml", text.as_str())]);
    match result {
        Ok(scanner) => {
            assert_eq!(scanner.rules().len(), 10_000);
            let found: Vec<_> = scanner
                .find_iter(b"see V09999-000123")
                .map(|finding| (finding.rule().id(), finding.span()))
                .collect();
            assert_eq!(found, [("visit-reference-9999", Span::new(4, 17))]);
        }
        Err(error) => assert!(error.is_rule(), "{error}"),
    }
}
