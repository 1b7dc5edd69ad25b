//! The example exports, scanned as a command.

use std::path::Path;

use serde_json::Value;

use crate::support::run;

fn is_hit(expected: &Value, found: &Value) -> bool {
    let number = |value: &Value| value.as_u64().expect("an offset");
    let path = expected["path"].as_str().expect("a path");
    found["rule"] == expected["rule"]
        && found["path"]
            .as_str()
            .is_some_and(|found| found.strip_prefix("./") == Some(path))
        && number(&found["start"]) < number(&expected["end"])
        && number(&expected["text_offset_start"]) < number(&found["end"])
}

#[test]
fn every_planted_identifier_is_found() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data");
    let expected = std::fs::read_to_string(data.join("expected.jsonl"))
        .expect("the list of planted identifiers");
    let found = run(&data, &["scan", "--format", "jsonl", "."], b"").lines();
    let missing: Vec<&str> = expected
        .lines()
        .filter(|line| {
            let expected: Value = serde_json::from_str(line).expect("every line is JSON");
            !found.iter().any(|found| is_hit(&expected, found))
        })
        .collect();
    assert!(missing.is_empty(), "not found:\n{}", missing.join("\n"));
}
