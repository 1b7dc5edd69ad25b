//! One JSON object a line.

use serde::Serialize;

use super::{Report, check_name, support_name};
use crate::record::Record;

/// The JSON Lines report.
pub struct JsonLines {
    pub show_values: bool,
}

#[derive(Serialize)]
struct Line<'r> {
    path: &'r str,
    rule: &'r str,
    name: &'r str,
    category: &'r str,
    start: u64,
    end: u64,
    line: u64,
    column: u64,
    confidence: f64,
    check: Option<&'static str>,
    support: &'static str,
    context: Option<Range>,
    why: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

#[derive(Serialize)]
struct Range {
    start: u64,
    end: u64,
}

impl Report for JsonLines {
    fn record(&self, record: &Record<'_, '_>, out: &mut Vec<u8>) {
        let finding = &record.finding;
        let rule = finding.rule();
        let line = Line {
            path: record.path,
            rule: rule.id(),
            name: rule.name(),
            category: rule.category().as_str(),
            start: record.start,
            end: record.end,
            line: record.place.line,
            column: record.place.column,
            confidence: finding.confidence().as_f64(),
            check: finding.check().map(check_name),
            support: support_name(finding.support()),
            context: record.context.map(|(start, end)| Range { start, end }),
            why: finding.why().to_string(),
            value: self.show_values.then(|| record.value()),
        };
        serde_json::to_writer(&mut *out, &line).expect("memory takes every line");
        out.push(b'\n');
    }
}
