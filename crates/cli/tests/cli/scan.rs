//! `breachscan scan`, run as a command.

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::support::{folder, run};

const NOTE: &[u8] = b"Handover\nNHS No: 999 519 2977, rang.\r\nPhone 07700 900461\n";

fn spans(lines: &[Value]) -> Vec<(&str, u64, u64)> {
    let span = |line: &'_ Value| {
        (
            line["start"].as_u64().unwrap(),
            line["end"].as_u64().unwrap(),
        )
    };
    lines
        .iter()
        .map(|line| (line["rule"].as_str().unwrap(), span(line).0, span(line).1))
        .collect()
}

#[test]
fn json_line_says_what_where_how_sure_and_why() {
    let folder = folder(&[("note.txt", NOTE)]);
    let run = run(
        folder.path(),
        &["scan", "--format", "jsonl", "note.txt"],
        b"",
    );
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let lines = run.lines();
    assert_eq!(
        lines[0],
        json!({
            "path": "note.txt",
            "rule": "nhs-number",
            "name": "NHS number",
            "category": "identity",
            "start": 17,
            "end": 29,
            "line": 2,
            "column": 9,
            "confidence": 0.97,
            "check": "passed",
            "support": "label",
            "context": { "start": 9, "end": 15 },
            "why": "shape and check, beside its label \"nhs no\" 2 bytes before",
        })
    );
    assert_eq!(
        spans(&lines),
        [("nhs-number", 17, 29), ("uk-phone", 44, 56)]
    );
}

#[test]
fn value_is_shown_only_when_asked_for() {
    let folder = folder(&[("note.txt", NOTE)]);
    for format in ["text", "jsonl", "csv", "sarif"] {
        let hidden = run(
            folder.path(),
            &["scan", "--format", format, "note.txt"],
            b"",
        );
        assert!(!hidden.text().contains("999 519 2977"), "{format}");
        let shown = run(
            folder.path(),
            &["scan", "--show-values", "--format", format, "note.txt"],
            b"",
        );
        assert!(shown.text().contains("999 519 2977"), "{format}");
    }
}

#[test]
fn text_is_grouped_by_file_and_aligned() {
    let folder = folder(&[("a/note.txt", NOTE), ("b.txt", b"07700 900462")]);
    let run = run(folder.path(), &["scan", "."], b"");
    let text: Vec<&str> = run.text().lines().collect();
    assert_eq!(text[0], "./a/note.txt");
    assert!(
        text[1].starts_with("  2:9          nhs-number "),
        "{}",
        text[1]
    );
    assert!(
        text[1].contains("  0.97  ••••••••••••  shape and check"),
        "{}",
        text[1]
    );
    assert_eq!(text[3], "./b.txt");
    let confidence = |line: &str| line.find("  0.");
    assert_eq!(confidence(text[1]), confidence(text[4]));
}

#[test]
fn each_line_is_a_document_of_its_own() {
    let folder = folder(&[(
        "lines.txt",
        b"NHS no\n\n999 519 2977\r\nNHS no 999 519 2977\n",
    )]);
    let whole = run(
        folder.path(),
        &["scan", "--format", "jsonl", "lines.txt"],
        b"",
    );
    assert_eq!(
        spans(&whole.lines()),
        [("nhs-number", 8, 20), ("nhs-number", 29, 41)]
    );
    let each = run(
        folder.path(),
        &["scan", "--each-line", "--format", "jsonl", "lines.txt"],
        b"",
    );
    let lines = each.lines();
    assert_eq!(spans(&lines), [("nhs-number", 29, 41)]);
    assert_eq!(
        (&lines[0]["line"], &lines[0]["column"]),
        (&json!(4), &json!(8))
    );
    assert_eq!(lines[0]["context"], json!({ "start": 22, "end": 28 }));
}

#[test]
fn everything_is_reported_from_zero() {
    let folder = folder(&[]);
    let text = b"order 9995192978";
    let none = run(folder.path(), &["scan", "--format", "jsonl", "-"], text);
    assert_eq!((none.status, none.text()), (1, ""));
    let all = run(
        folder.path(),
        &["scan", "--min-confidence", "0", "--format", "jsonl", "-"],
        text,
    );
    let lines = all.lines();
    let nhs = lines
        .iter()
        .find(|line| line["rule"] == "nhs-number")
        .unwrap();
    assert_eq!(
        (&nhs["check"], &nhs["confidence"]),
        (&json!("failed"), &json!(0.0))
    );
}

#[test]
fn status_is_that_of_grep() {
    let folder = folder(&[("note.txt", NOTE), ("quiet.txt", b"nothing here")]);
    assert_eq!(run(folder.path(), &["scan", "note.txt"], b"").status, 0);
    assert_eq!(run(folder.path(), &["scan", "quiet.txt"], b"").status, 1);
    let trouble = run(
        folder.path(),
        &["scan", "--format", "jsonl", "missing.txt", "note.txt"],
        b"",
    );
    assert_eq!(trouble.status, 2);
    assert!(
        trouble.stderr.starts_with("breachscan: missing.txt: "),
        "{}",
        trouble.stderr
    );
    assert_eq!(trouble.lines().len(), 2);
}

#[test]
fn reader_that_goes_away_is_no_trouble() {
    let folder = folder(&[("notes.txt", &NOTE.repeat(4_000))]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_breachscan"))
        .args(["scan", "notes.txt"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), &output.stderr[..]),
        (Some(0), &b""[..])
    );
}

#[test]
fn standard_input_is_a_path() {
    let folder = folder(&[]);
    let run = run(folder.path(), &["scan", "--format", "jsonl", "-"], NOTE);
    assert_eq!(run.lines()[0]["path"], "-");
}

#[test]
fn folder_is_walked_whole_and_in_order() {
    let folder = folder(&[
        (".hidden/x.txt", NOTE),
        (".gitignore", b"*.txt"),
        ("b.txt", NOTE),
        ("a/z.txt", NOTE),
        ("a/b/c.txt", NOTE),
    ]);
    let run = run(folder.path(), &["scan", "--format", "csv", "."], b"");
    let mut paths: Vec<&str> = run
        .text()
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next())
        .collect();
    paths.dedup();
    assert_eq!(
        paths,
        ["./.hidden/x.txt", "./a/b/c.txt", "./a/z.txt", "./b.txt"]
    );
}

#[test]
fn utf_16_has_offsets_on_disk() {
    let text = "😀 first\nNHS No: 999 519 2977";
    let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let folder = folder(&[
        ("be.txt", &[b"\xFE\xFF", &be[..]].concat()),
        ("le.txt", &[b"\xFF\xFE", &le[..]].concat()),
    ]);
    let run = run(
        folder.path(),
        &["scan", "--format", "jsonl", "--show-values", "."],
        b"",
    );
    let lines = run.lines();
    assert_eq!(
        spans(&lines),
        [("nhs-number", 36, 60), ("nhs-number", 36, 60)]
    );
    assert_eq!(
        (&lines[0]["line"], &lines[0]["column"]),
        (&json!(2), &json!(17))
    );
    assert_eq!(lines[0]["value"], "999 519 2977");
    assert_eq!(lines[0]["context"], json!({ "start": 20, "end": 32 }));
}

#[test]
fn csv_has_a_header_and_quotes() {
    let folder = folder(&[("a,b.txt", NOTE)]);
    let run = run(folder.path(), &["scan", "--format", "csv", "a,b.txt"], b"");
    let lines: Vec<&str> = run.text().lines().collect();
    assert_eq!(
        lines[0],
        "path,rule,name,category,start,end,line,column,confidence,check,support,context_start,context_end,why"
    );
    assert_eq!(
        lines[1],
        "\"a,b.txt\",nhs-number,NHS number,identity,17,29,2,9,0.97,passed,label,9,15,\
         \"shape and check, beside its label \"\"nhs no\"\" 2 bytes before\""
    );
}

fn sarif_schema() -> jsonschema::Validator {
    let text = include_str!("../fixtures/sarif-2.1.0.schema.json");
    // As published, the patterns of languages have a bracket too many, which strict engines refuse.
    let text = text.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema: Value = serde_json::from_str(&text).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn sarif_is_valid() {
    let schema = sarif_schema();
    let folder = folder(&[
        ("a b/note.txt", NOTE),
        ("more.txt", NOTE),
        ("quiet.txt", b"nothing"),
    ]);
    for args in [
        &["scan", "--format", "sarif", "."][..],
        &["scan", "--format", "sarif", "quiet.txt", "missing"],
    ] {
        let run = run(folder.path(), args, b"");
        let report: Value = serde_json::from_str(run.text()).unwrap();
        let errors: Vec<String> = schema
            .iter_errors(&report)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
    let run = run(folder.path(), &["scan", "--format", "sarif", "."], b"");
    let report: Value = serde_json::from_str(run.text()).unwrap();
    let results = report["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 4);
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "./a%20b/note.txt");
    assert_eq!(
        place["region"],
        json!({ "startLine": 2, "byteOffset": 17, "byteLength": 12 })
    );
    let rule = results[0]["ruleIndex"].as_u64().unwrap() as usize;
    assert_eq!(
        report["runs"][0]["tool"]["driver"]["rules"][rule]["id"],
        "nhs-number"
    );
}

#[test]
fn configuration_sets_floors_switches_rules_off_and_allows_values() {
    let text =
        b"NHS no 999 519 2977, phone 07700 900461, write to jo@example.org or al@example.org";
    let config = b"disabled = [\"uk-phone\"]\n[thresholds]\nnhs-number = 0.99\n[allow]\nemail = [\"jo@example.org\"]\n";
    let folder = folder(&[("config.toml", config)]);
    let run = run(
        folder.path(),
        &["scan", "--config", "config.toml", "--format", "jsonl", "-"],
        text,
    );
    assert_eq!(spans(&run.lines()), [("email", 68, 82)]);
}

#[test]
fn settings_of_the_readme_hold() {
    let readme = include_str!("../../../../README.md");
    let (_, settings) = readme
        .split_once("```toml\nmin-confidence")
        .expect("the settings");
    let (settings, _) = settings.split_once("```").expect("their end");
    let settings = format!("min-confidence{settings}");
    let folder = folder(&[("settings.toml", settings.as_bytes())]);
    let text = b"host 192.0.2.44, duty.desk@force.example and jo@example.org";
    let run = run(
        folder.path(),
        &[
            "scan",
            "--config",
            "settings.toml",
            "--format",
            "jsonl",
            "-",
        ],
        text,
    );
    assert_eq!(spans(&run.lines()), [("email", 45, 59)]);
}

#[test]
fn wrong_configuration_is_refused_with_file_and_line_but_no_values() {
    let files: &[(&str, &[u8])] = &[
        (
            "field.toml",
            b"[allow]\nemail = [\"jo@example.org\"]\n[alow]\n",
        ),
        ("rule.toml", b"disabled = [\"no-such-rule\"]"),
    ];
    let folder = folder(files);
    let field = run(folder.path(), &["scan", "--config", "field.toml", "-"], b"");
    assert_eq!(field.status, 2);
    assert!(
        field
            .stderr
            .starts_with("breachscan: field.toml: line 3: unknown field"),
        "{}",
        field.stderr
    );
    assert!(!field.stderr.contains("jo@example.org"));
    let rule = run(folder.path(), &["scan", "--config", "rule.toml", "-"], b"");
    assert_eq!(rule.status, 2);
    assert!(
        rule.stderr
            .contains("rule.toml: configuration: no rule has the id `no-such-rule`"),
        "{}",
        rule.stderr
    );
}
