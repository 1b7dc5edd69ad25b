//! From windows of text to records.

use std::io::{self, Read};
use std::ops::ControlFlow;

use breachscan::{Finding, Scanner, Scratch};

use crate::read::{Limits, Lines, Text, Windows};
use crate::record::Record;
use crate::report::Report;
use crate::trouble::Trouble;

/// Rendered records are handed on when there are this many bytes of them.
const CHUNK: usize = 64 << 10;

/// Scans inputs and renders what is found.
pub struct Inspector<'s> {
    pub scanner: &'s Scanner,
    pub report: &'s dyn Report,
    pub each_line: bool,
    pub limits: Limits,
}

/// Where rendered records of one input go.
struct Sheet<'a> {
    report: &'a dyn Report,
    path: &'a str,
    rendered: Vec<u8>,
    is_empty: bool,
    hand_on: &'a mut dyn FnMut(&mut Vec<u8>) -> io::Result<()>,
    result: io::Result<()>,
}

impl Inspector<'_> {
    /// Scans one input; `hand_on` gets the rendered records piece by piece and empties what it is given.
    pub fn inspect(
        &self,
        scratch: &mut Scratch,
        path: &str,
        reader: impl Read,
        hand_on: &mut dyn FnMut(&mut Vec<u8>) -> io::Result<()>,
    ) -> Result<(), Trouble> {
        let mut windows = Windows::new(reader, self.limits);
        let mut lines = Lines::new();
        let mut sheet = Sheet {
            report: self.report,
            path,
            rendered: Vec::new(),
            is_empty: true,
            hand_on,
            result: Ok(()),
        };
        let ended = loop {
            let window = match windows.next() {
                Ok(Some(window)) => window,
                Ok(None) => break Ok(()),
                Err(error) => break Err(error),
            };
            let next = window.to;
            let text = Text::new(window);
            lines.enter(&text);
            self.window(scratch, &text, &mut lines, &mut sheet);
            if sheet.result.is_err() {
                break Ok(());
            }
            lines.count(&text, text.to());
            windows.advance(next);
        };
        sheet.hand_on();
        sheet.result?;
        ended.map_err(|broken| Trouble::Read {
            path: path.to_owned(),
            at: broken.at,
            error: broken.error,
        })
    }

    fn window(
        &self,
        scratch: &mut Scratch,
        text: &Text<'_>,
        lines: &mut Lines,
        sheet: &mut Sheet<'_>,
    ) {
        if !self.each_line {
            return self.document(scratch, text, 0, text.bytes(), lines, sheet);
        }
        let mut at = text.from();
        for line in text.bytes()[at..text.to()].split_inclusive(|&byte| byte == b'\n') {
            let bare = line.strip_suffix(b"\n").unwrap_or(line);
            let bare = bare.strip_suffix(b"\r").unwrap_or(bare);
            self.document(scratch, text, at, bare, lines, sheet);
            at += line.len();
        }
    }

    /// Renders the findings of the document that starts at `start`, as far as they belong to the window.
    fn document(
        &self,
        scratch: &mut Scratch,
        text: &Text<'_>,
        start: usize,
        document: &[u8],
        lines: &mut Lines,
        sheet: &mut Sheet<'_>,
    ) {
        let _ = self
            .scanner
            .scan(scratch, document, |finding: Finding<'_>| {
                let at = start + finding.span().start();
                if at >= text.to() {
                    return ControlFlow::Break(());
                }
                if at < text.from() {
                    return ControlFlow::Continue(());
                }
                let place = lines.place(text, at);
                sheet.add(&Record::new(sheet.path, text, start, finding, place))
            });
    }
}

impl Sheet<'_> {
    fn add(&mut self, record: &Record<'_, '_>) -> ControlFlow<()> {
        match self.is_empty {
            true => self.report.heading(record.path, &mut self.rendered),
            false => self.rendered.extend_from_slice(self.report.separator()),
        }
        self.is_empty = false;
        self.report.record(record, &mut self.rendered);
        if self.rendered.len() >= CHUNK {
            self.hand_on();
        }
        match self.result {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    }

    fn hand_on(&mut self) {
        if self.result.is_ok() && !self.rendered.is_empty() {
            self.result = (self.hand_on)(&mut self.rendered);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Format;
    use crate::report::report;

    const SMALL: Limits = Limits {
        whole: 0,
        part: 6_000,
        overlap: 4 << 10,
    };

    fn inspect(bytes: &[u8], limits: Limits, each_line: bool) -> String {
        let scanner = Scanner::builtin();
        let inspector = Inspector {
            scanner: &scanner,
            report: &*report(Format::Jsonl, &scanner, true),
            each_line,
            limits,
        };
        let mut all = Vec::new();
        let mut hand_on = |piece: &mut Vec<u8>| {
            all.append(piece);
            Ok(())
        };
        inspector
            .inspect(&mut Scratch::new(), "x", bytes, &mut hand_on)
            .unwrap();
        String::from_utf8(all).unwrap()
    }

    /// Values and their labels at every distance from each other, with and without line ends.
    fn text(line_ends: bool) -> String {
        let end = if line_ends { "\n" } else { " " };
        (0..400)
            .map(|at| {
                let gap = "é word ".repeat(at % 23);
                format!("NHS no {gap}999 519 2977{end}{gap}ring 07700 900461 😀{end}")
            })
            .collect()
    }

    #[test]
    fn windows_find_what_the_whole_file_does() {
        for line_ends in [true, false] {
            let text = text(line_ends);
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            let utf_16: Vec<u8> = b"\xFF\xFE".iter().copied().chain(units).collect();
            for bytes in [text.as_bytes(), &utf_16] {
                let whole = inspect(bytes, Limits::DEFAULT, false);
                assert!(whole.lines().count() >= 800);
                assert!(inspect(bytes, SMALL, false) == whole, "windows differ");
            }
        }
    }

    #[test]
    fn windows_cut_no_line_that_is_a_document() {
        let text = text(true);
        let whole = inspect(text.as_bytes(), Limits::DEFAULT, true);
        assert!(
            inspect(text.as_bytes(), SMALL, true) == whole,
            "windows differ"
        );
    }
}
