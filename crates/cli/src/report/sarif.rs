//! SARIF 2.1.0, for code review and issue systems.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use std::collections::BTreeMap;

use breachscan::{Confidence, Scanner};
use serde::Serialize;
use serde_json::{Value, json};

use super::{Report, check_name, support_name};
use crate::record::Record;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The SARIF report: one run, its rules first, then its results.
pub struct Sarif<'s> {
    scanner: &'s Scanner,
    places: BTreeMap<&'s str, usize>,
    show_values: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'r> {
    rule_id: &'r str,
    rule_index: usize,
    level: &'static str,
    /// 0 to 100.
    rank: u8,
    message: Message,
    locations: [Location; 1],
    properties: Properties,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

/// The bytes on disk, and the line. No column: SARIF counts characters, and a file may hold bytes that are none.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u64,
    byte_offset: u64,
    byte_length: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Message>,
}

#[derive(Serialize)]
struct Properties {
    confidence: f64,
    check: Option<&'static str>,
    support: &'static str,
}

impl<'s> Sarif<'s> {
    pub fn new(scanner: &'s Scanner, show_values: bool) -> Sarif<'s> {
        let rules = scanner.rules().iter().enumerate();
        Sarif {
            scanner,
            places: rules.map(|(at, rule)| (rule.id(), at)).collect(),
            show_values,
        }
    }

    fn driver(&self) -> Value {
        let rules: Vec<Value> = self
            .scanner
            .rules()
            .iter()
            .map(|rule| {
                json!({
                    "id": rule.id(),
                    "name": rule.name(),
                    "shortDescription": { "text": rule.name() },
                    "fullDescription": { "text": rule.about() },
                    "properties": { "tags": [rule.category().as_str(), rule.kind().as_str()] },
                })
            })
            .collect();
        json!({
            "name": "breachscan",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": rules,
        })
    }
}

impl Report for Sarif<'_> {
    fn begin(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"$schema\":");
        json_into(&SCHEMA, out);
        out.extend_from_slice(b",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":");
        json_into(&self.driver(), out);
        out.extend_from_slice(b"},\n\"results\":[\n");
    }

    fn separator(&self) -> &'static [u8] {
        b",\n"
    }

    fn record(&self, record: &Record<'_, '_>, out: &mut Vec<u8>) {
        let finding = &record.finding;
        let (rule, confidence) = (finding.rule(), finding.confidence());
        let region = Region {
            start_line: record.place.line,
            byte_offset: record.start,
            byte_length: record.end - record.start,
            snippet: self.show_values.then(|| Message {
                text: record.value(),
            }),
        };
        let outcome = Outcome {
            rule_id: rule.id(),
            rule_index: self.places[rule.id()],
            level: if confidence >= Confidence::ALERT {
                "warning"
            } else {
                "note"
            },
            rank: confidence.hundredths(),
            message: Message {
                text: format!("{}: {}", rule.name(), finding.why()),
            },
            locations: [Location {
                physical_location: PhysicalLocation {
                    artifact_location: ArtifactLocation {
                        uri: uri(record.path),
                    },
                    region,
                },
            }],
            properties: Properties {
                confidence: confidence.as_f64(),
                check: finding.check().map(check_name),
                support: support_name(finding.support()),
            },
        };
        json_into(&outcome, out);
    }

    fn end(&self, complete: bool, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\n],\n\"invocations\":[");
        json_into(&json!({ "executionSuccessful": complete }), out);
        out.extend_from_slice(b"]}]}\n");
    }
}

fn json_into(value: &impl Serialize, out: &mut Vec<u8>) {
    serde_json::to_writer(out, value).expect("memory takes every object");
}

/// The path as a URI reference (RFC 3986): relative paths stay so.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len() + 8);
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            b'\\' if cfg!(windows) => uri.push('/'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_is_a_uri_reference() {
        assert_eq!(uri("a b/ü:1#.txt"), "a%20b/%C3%BC%3A1%23.txt");
        assert_eq!(uri("/x/y"), "file:///x/y");
    }
}
