//! Reports: how records are written.
//!
//! - `text`: aligned columns by file, for people
//! - `jsonl`: one JSON object a line
//! - `csv`: comma-separated values with a header
//! - `sarif`: SARIF 2.1.0, for code review and issue systems
//!
//! A report is rendered record by record into memory, so that files are rendered side by side and written in order.

mod csv;
mod jsonl;
mod sarif;
mod text;

use breachscan::{CheckOutcome, Scanner, Support};

use self::csv::Csv;
use self::jsonl::JsonLines;
use self::sarif::Sarif;
use self::text::Text;
use crate::args::Format;
use crate::record::Record;

/// How records are rendered.
pub trait Report: Sync {
    /// What stands before everything.
    fn begin(&self, _out: &mut Vec<u8>) {}

    /// What stands before the first record of a file.
    fn heading(&self, _path: &str, _out: &mut Vec<u8>) {}

    /// What stands between two records.
    fn separator(&self) -> &'static [u8] {
        b""
    }

    /// One record.
    fn record(&self, record: &Record<'_, '_>, out: &mut Vec<u8>);

    /// What stands after everything; `complete` if there was no trouble.
    fn end(&self, _complete: bool, _out: &mut Vec<u8>) {}
}

/// The report that `format` names.
pub fn report(format: Format, scanner: &Scanner, show_values: bool) -> Box<dyn Report + '_> {
    match format {
        Format::Text => Box::new(Text::new(scanner, show_values)),
        Format::Jsonl => Box::new(JsonLines { show_values }),
        Format::Csv => Box::new(Csv { show_values }),
        Format::Sarif => Box::new(Sarif::new(scanner, show_values)),
    }
}

fn check_name(check: CheckOutcome) -> &'static str {
    match check {
        CheckOutcome::Passed => "passed",
        CheckOutcome::Failed => "failed",
    }
}

fn support_name(support: Support) -> &'static str {
    match support {
        Support::Against => "against",
        Support::None => "none",
        Support::Near => "near",
        Support::Label => "label",
    }
}
