//! What `breachscan assess` tells of a candidate.

use serde_json::{Value, json};

use crate::support::{folder, run};

/// A tip-off, the evening before a warrant.
const TIP: &[u8] = b"[2023-09-11, 18:20] Me: you about\n\
[2023-09-11, 21:47] Me: heads up. they're going through the door at your cousin's in the morning, warrant's signed\n\
[2023-09-11, 21:48] Me: tell him to get rid of his phone, ring him on 07700 900461. 14 Larkspur Close is on the board\n\
[2023-09-11, 21:50] Me: delete this. you never heard it from me\n\
[2023-09-11, 21:51] Tam: gone\n";

fn tip(more: &[&str]) -> Value {
    let folder = folder(&[("tam.txt", TIP)]);
    let args = ["assess", "--format", "jsonl", "tam.txt"];
    of_pattern(
        run(folder.path(), &[&args, more].concat(), b"").lines(),
        "tip-off",
    )
}

fn of_pattern(lines: Vec<Value>, pattern: &str) -> Value {
    let mut lines = lines.into_iter();
    lines
        .find(|line| line["pattern"] == pattern)
        .expect("the pattern")
}

#[test]
fn json_line_says_what_where_how_severe_and_which_law() {
    let tip = tip(&[]);
    assert_eq!(tip["path"], "tam.txt");
    assert_eq!(
        (&tip["severity"], &tip["catalogue"]),
        (&json!("very-high"), &json!("BP-11"))
    );
    assert!(tip["score"].as_f64().expect("a score") > 0.0);
    let arithmetic = tip["arithmetic"].as_str().expect("the arithmetic");
    assert!(
        arithmetic.starts_with("DPC 4 (")
            && arithmetic.ends_with("raised to very-high (the pattern's floor)")
    );
    assert!(
        tip["why"]
            .as_str()
            .expect("why")
            .starts_with("Tip-off to a subject of police action: ")
    );
    assert_eq!(tip["channel"]["app"], "Signal");
    let law: Vec<&Value> = tip["law"]
        .as_array()
        .expect("law")
        .iter()
        .map(|hook| &hook["id"])
        .collect();
    assert!(law.contains(&&json!("course-of-justice")) && law.contains(&&json!("dpa-67")));
    let sale = tip["law"]
        .as_array()
        .expect("law")
        .iter()
        .find(|hook| hook["id"] == "dpa-170");
    assert_eq!(
        sale.expect("section 170")["defences"]
            .as_array()
            .map(Vec::len),
        Some(5)
    );
    assert!(!tip.to_string().to_lowercase().contains("offence\""));
    for list in ["absent", "not_assessed", "kinds"] {
        assert!(!tip[list].as_array().expect("a list").is_empty(), "{list}");
    }
}

#[test]
fn evidence_lies_where_it_says() {
    let tip = tip(&["--show-values"]);
    let messages = tip["messages"].as_array().expect("messages");
    let evidence = tip["evidence"].as_array().expect("evidence");
    assert!(
        evidence
            .iter()
            .filter(|piece| piece["exact"] == true)
            .count()
            >= 3
    );
    for piece in evidence {
        let at = |name: &str| piece[name].as_u64().expect("an offset") as usize;
        let message = &messages[at("message")];
        assert!(message["start"].as_u64() <= piece["start"].as_u64());
        assert!(piece["end"].as_u64() <= message["end"].as_u64());
        if piece["exact"] == true {
            let bytes = &TIP[at("start")..at("end")];
            assert_eq!(piece["value"].as_str().map(str::as_bytes), Some(bytes));
            let line = 1 + TIP[..at("start")]
                .iter()
                .filter(|&&byte| byte == b'\n')
                .count();
            assert_eq!(at("line"), line);
        }
    }
}

#[test]
fn line_of_evidence_is_counted_inside_a_note() {
    let note = "Case note 12\n\nDC Rowe states the memory stick with the witness statements\nand the interview list was lent \
                to a friend to print at home; not returned.\n";
    let folder = folder(&[("note.txt", note.as_bytes())]);
    let run = run(
        folder.path(),
        &["assess", "--format", "jsonl", "note.txt"],
        b"",
    );
    let stick = of_pattern(run.lines(), "removable-media");
    let evidence = stick["evidence"].as_array().expect("evidence");
    let media = evidence
        .iter()
        .find(|piece| piece["rule"] == "media")
        .expect("the stick");
    assert_eq!(
        (&media["line"], &stick["messages"][0]["line"]),
        (&json!(3), &json!(1))
    );
}

#[test]
fn coded_evidence_is_not_exact() {
    let mail = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../examples/data/mail/01-work-record-to-private-mailbox.eml"
    ))
    .expect("the mail");
    let folder = folder(&[]);
    let run = run(folder.path(), &["assess", "--format", "jsonl", "-"], &mail);
    let line = of_pattern(run.lines(), "private-mailbox");
    assert_eq!(line["path"], "-");
    let evidence = line["evidence"].as_array().expect("evidence");
    assert!(evidence.iter().any(|piece| piece["exact"] == false));
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn value_is_shown_only_when_asked_for() {
    let folder = folder(&[("tam.txt", TIP)]);
    for format in ["text", "jsonl"] {
        let args = ["assess", "--format", format, "tam.txt"];
        let hidden = run(folder.path(), &args, b"");
        assert_eq!(hidden.status, 0);
        assert!(
            !hidden.text().contains("going through the door"),
            "{format}"
        );
        let shown = run(
            folder.path(),
            &[&args[..], &["--show-values"]].concat(),
            b"",
        );
        assert!(
            in_one_line(shown.text()).contains("going through the door"),
            "{format}"
        );
    }
}

#[test]
fn text_says_all_and_ends_with_a_count() {
    let folder = folder(&[("tam.txt", TIP)]);
    let run = run(folder.path(), &["assess", "tam.txt"], b"");
    let text = run.text();
    for label in [
        "in",
        "channel",
        "when",
        "from",
        "evidence",
        "absent",
        "not assessed",
        "severity",
        "people",
        "may engage",
        "fingerprint",
        "defences",
    ] {
        assert!(text.contains(&format!("\n  {label:<12}  ")), "{label}");
    }
    assert!(
        text.lines()
            .last()
            .expect("a count")
            .ends_with(" in 1 file")
    );
}

#[test]
fn suppressed_candidates_are_counted_and_not_listed() {
    let fingerprint = tip(&[])["fingerprint"]
        .as_str()
        .expect("a fingerprint")
        .to_owned();
    let entry = format!(
        "[[suppression]]\nfingerprint = '{fingerprint}'\nreason = 'a drill'\nauthor = 'j.rowe'\nexpires = '2030-06-30'\n"
    );
    let folder = folder(&[("tam.txt", TIP), ("known.toml", entry.as_bytes())]);
    let assess = |stamp: &str| {
        let args = [
            "assess",
            "tam.txt",
            "--suppressions",
            "known.toml",
            "--stamp",
            stamp,
        ];
        run(folder.path(), &args, b"")
    };
    let during = assess("2030-06-30T12:00:00Z");
    assert!(!during.text().contains(&fingerprint));
    assert!(
        during.text().ends_with("; 1 suppressed\n"),
        "{}",
        during.text()
    );
    assert!(assess("2030-07-01T12:00:00Z").text().contains(&fingerprint));
}

#[test]
fn fingerprint_depends_on_the_key_alone() {
    let folder = folder(&[
        ("tam.txt", TIP),
        ("key", b"0123456789abcdef\n"),
        ("bare", b"0123456789abcdef"),
    ]);
    let of = |more: &[&str]| {
        let args = ["assess", "--format", "jsonl", "tam.txt"];
        run(folder.path(), &[&args, more].concat(), b"").lines()[0]["fingerprint"].clone()
    };
    assert_eq!(of(&[]), of(&[]));
    assert_ne!(of(&[]), of(&["--key-file", "key"]));
    assert_eq!(of(&["--key-file", "bare"]), of(&["--key-file", "key"]));
}

#[test]
fn less_severe_candidates_are_left_out() {
    let folder = folder(&[("tam.txt", TIP)]);
    let severe = run(
        folder.path(),
        &[
            "assess",
            "--format",
            "jsonl",
            "--min-severity",
            "very-high",
            ".",
        ],
        b"",
    );
    let all = run(folder.path(), &["assess", "--format", "jsonl", "."], b"");
    assert!(
        severe
            .lines()
            .iter()
            .all(|line| line["severity"] == "very-high")
    );
    assert!(severe.lines().len() <= all.lines().len());
    assert_eq!(severe.status, 0);
}

#[test]
fn each_line_is_a_note_of_its_own() {
    let note = "DC Rowe states the memory stick with the witness statements was lent to a friend to print at home.";
    let folder = folder(&[(
        "notes.txt",
        format!("Ferry is late\r\n{note}\r\n\r\n{note}\r\n").as_bytes(),
    )]);
    let each = run(
        folder.path(),
        &["assess", "--each-line", "--format", "jsonl", "notes.txt"],
        b"",
    );
    let stick = |line: &Value| line["pattern"] == "removable-media";
    let lines: Vec<Value> = each.lines().into_iter().filter(stick).collect();
    let places: Vec<&Value> = lines
        .iter()
        .map(|line| &line["messages"][0]["line"])
        .collect();
    assert_eq!(places, [2, 4]);
    let media = lines[1]["evidence"]
        .as_array()
        .expect("evidence")
        .iter()
        .find(|piece| piece["rule"] == "media");
    assert_eq!(
        media.expect("the stick")["start"],
        json!(15 + note.len() + 4 + 19)
    );
}
