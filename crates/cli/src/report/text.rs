//! Aligned columns by file, for people.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use breachscan::{Confidence, Rule, Scanner};

use super::Report;
use crate::printable::printable;
use crate::record::Record;

/// The widest `line:column` that still leaves the columns aligned.
const PLACE: usize = 12;
const HEADING: Style = AnsiColor::Magenta.on_default().bold();
const PLACE_STYLE: Style = AnsiColor::Green.on_default();
const VALUE: Style = AnsiColor::Cyan.on_default();
const ALERT: Style = AnsiColor::Red.on_default().bold();
const REPORTED: Style = AnsiColor::Yellow.on_default();
const FAINT: Style = Style::new().dimmed();

/// The text report. It is always styled; the stream it goes to takes colours out where there is no terminal.
pub struct Text {
    rule_width: usize,
    show_values: bool,
}

impl Text {
    pub fn new(scanner: &Scanner, show_values: bool) -> Text {
        let widths = scanner.rules().iter().map(|rule: &Rule| rule.id().len());
        Text {
            rule_width: widths.max().unwrap_or(0),
            show_values,
        }
    }
}

impl Report for Text {
    fn heading(&self, path: &str, out: &mut Vec<u8>) {
        let path = printable(path);
        write(out, format_args!("{HEADING}{path}{HEADING:#}\n"));
    }

    fn record(&self, record: &Record<'_, '_>, out: &mut Vec<u8>) {
        let finding = &record.finding;
        let place = format!("{}:{}", record.place.line, record.place.column);
        let confidence = finding.confidence();
        let sure = style_of(confidence);
        let value = match self.show_values {
            true => printable(&record.value()),
            false => "•".repeat(record.value().chars().count()),
        };
        let (rule, width, why) = (finding.rule().id(), self.rule_width, finding.why());
        write(
            out,
            format_args!(
                "  {PLACE_STYLE}{place:<PLACE$}{PLACE_STYLE:#} {rule:<width$}  {sure}{confidence}{sure:#}  \
                 {VALUE}{value}{VALUE:#}  {FAINT}{why}{FAINT:#}\n"
            ),
        );
    }
}

fn style_of(confidence: Confidence) -> Style {
    match confidence {
        sure if sure >= Confidence::ALERT => ALERT,
        sure if sure >= Confidence::REPORT => REPORTED,
        _ => FAINT,
    }
}

fn write(out: &mut Vec<u8>, line: std::fmt::Arguments<'_>) {
    out.write_fmt(line).expect("memory takes every line");
}
