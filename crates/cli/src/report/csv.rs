//! Comma-separated values with a header.

use super::{Report, check_name, support_name};
use crate::record::Record;

/// The CSV report. Fields that hold commas, quotes or line ends are quoted.
pub struct Csv {
    pub show_values: bool,
}

const COLUMNS: [&str; 14] = [
    "path",
    "rule",
    "name",
    "category",
    "start",
    "end",
    "line",
    "column",
    "confidence",
    "check",
    "support",
    "context_start",
    "context_end",
    "why",
];

impl Report for Csv {
    fn begin(&self, out: &mut Vec<u8>) {
        let value = self.show_values.then_some("value");
        write(COLUMNS.into_iter().chain(value), out);
    }

    fn record(&self, record: &Record<'_, '_>, out: &mut Vec<u8>) {
        let finding = &record.finding;
        let rule = finding.rule();
        let (context_start, context_end) = match record.context {
            Some((start, end)) => (start.to_string(), end.to_string()),
            None => Default::default(),
        };
        let fields = [
            record.path,
            rule.id(),
            rule.name(),
            rule.category().as_str(),
            &record.start.to_string(),
            &record.end.to_string(),
            &record.place.line.to_string(),
            &record.place.column.to_string(),
            &finding.confidence().to_string(),
            finding.check().map_or("", check_name),
            support_name(finding.support()),
            &context_start,
            &context_end,
            &finding.why().to_string(),
        ];
        let value = self.show_values.then(|| record.value());
        write(fields.into_iter().chain(value.as_deref()), out);
    }
}

fn write<'f>(fields: impl Iterator<Item = &'f str>, out: &mut Vec<u8>) {
    let mut line = csv::Writer::from_writer(out);
    line.write_record(fields.map(str::as_bytes))
        .and_then(|()| Ok(line.flush()?))
        .expect("memory takes every line");
}
