//! `breachscan rules`, run as a command.

use crate::support::{folder, run};

const OWN: &str = r#"
id = "force-asset-tag"
name = "Force asset tag"
about = "A laptop or radio of an invented force."
kind = "identifier"
status = "shape"
sources = ["asset register of the invented force"]

[confidence]
bare = 0.60

[[pattern]]
regex = 'ZQ-\d{6}'

[[hit]]
text = "radio ZQ-123456 lost"
span = [6, 15]
why = "in a sentence"

[[hit]]
text = "ZQ-000001"
span = [0, 9]
why = "alone"

[[miss]]
text = "ZQ-1234567"
why = "one digit too long"
"#;

#[test]
fn list_has_every_rule_and_show_all_of_one() {
    let folder = folder(&[]);
    let list = run(folder.path(), &["rules", "list"], b"");
    assert_eq!(
        (list.status, list.text().lines().count()),
        (0, breachscan::Scanner::builtin().rules().len())
    );
    assert!(
        list.text()
            .lines()
            .any(|line| line.starts_with("nhs-number ") && line.ends_with("  NHS number"))
    );
    let show = run(folder.path(), &["rules", "show", "nhs-number"], b"");
    assert_eq!(show.status, 0);
    for part in [
        "nhs-number: NHS number\n",
        "category ",
        "labels ",
        "pattern ",
        "confidence ",
        "hit ",
        "miss ",
    ] {
        assert!(show.text().contains(part), "{part}");
    }
    assert_eq!(
        run(folder.path(), &["rules", "show", "no-such-rule"], b"").status,
        2
    );
}

#[test]
fn check_runs_the_examples() {
    let wrong = OWN
        .replace("span = [6, 15]", "span = [6, 14]")
        .replace("ZQ-1234567", "ZQ-123456");
    let bad = OWN.replace("'ZQ-\\d{6}'", "'ZQ-\\d+'");
    let folder = folder(&[
        ("own.toml", OWN.as_bytes()),
        ("wrong.toml", wrong.as_bytes()),
        ("bad.toml", bad.as_bytes()),
    ]);
    let good = run(folder.path(), &["rules", "check", "own.toml"], b"");
    assert_eq!(
        (good.status, good.text()),
        (0, "rules: 1, examples: 3, failed: 0\n")
    );
    let wrong = run(folder.path(), &["rules", "check", "wrong.toml"], b"");
    assert_eq!(wrong.status, 1);
    assert_eq!(
        wrong.text(),
        "wrong.toml: rule force-asset-tag: hit 1 (in a sentence): not found at 6..14\n\
         wrong.toml: rule force-asset-tag: miss 1 (one digit too long): found at 0..9 with 0.60: shape, no context\n\
         rules: 1, examples: 3, failed: 2\n"
    );
    let bad = run(folder.path(), &["rules", "check", "bad.toml"], b"");
    assert_eq!((bad.status, bad.text()), (2, ""));
    assert!(
        bad.stderr.starts_with("breachscan: bad.toml:"),
        "{}",
        bad.stderr
    );
}

#[test]
fn own_rules_scan_beside_the_built_in_ones() {
    let folder = folder(&[("own.toml", OWN.as_bytes())]);
    let text = b"radio ZQ-123456, phone 07700 900461";
    let run = run(
        folder.path(),
        &["scan", "--rules", "own.toml", "--format", "jsonl", "-"],
        text,
    );
    let rules: Vec<_> = run
        .lines()
        .iter()
        .map(|line| line["rule"].clone())
        .collect();
    assert_eq!(rules, ["force-asset-tag", "uk-phone"]);
}
