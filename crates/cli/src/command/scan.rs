//! `breachscan scan`: reports every finding.

use std::io::{self, Write};

use breachscan::Scratch;
use rayon::prelude::*;

use crate::args::{Format, ScanArgs};
use crate::inspect::Inspector;
use crate::progress::Progress;
use crate::read::Limits;
use crate::report::{Report, report};
use crate::settings;
use crate::trouble::{Outcome, Trouble};
use crate::walk::{self, Input};

/// Inputs up to this size are scanned side by side; a larger one has its turn alone, so that memory stays bounded.
const SIDE_BY_SIDE: u64 = 16 << 20;
/// Bytes of inputs that are scanned side by side before anything is written.
const BATCH: u64 = 64 << 20;
/// The most inputs in a batch.
const BATCH_INPUTS: usize = 1024;

/// Writes rendered records in order, and remembers what happened.
struct Output<'r> {
    report: &'r dyn Report,
    writer: Box<dyn Write>,
    found: bool,
    trouble: bool,
}

/// What one input of a batch gave.
struct Scanned {
    rendered: Vec<u8>,
    trouble: Option<Trouble>,
}

/// Scans every input, side by side where they are small, and writes what is found in their order.
pub fn scan(args: &ScanArgs) -> Result<Outcome, Trouble> {
    let scanner = settings::scanner(&args.settings)?;
    let report = report(args.format, &scanner, args.show_values);
    let inspector = Inspector {
        scanner: &scanner,
        report: &*report,
        each_line: args.each_line,
        limits: Limits::DEFAULT,
    };
    let mut output = Output::new(&*report, args.format);
    let mut troubles = Vec::new();
    let inputs = walk::inputs(&args.paths, &mut troubles);
    troubles.iter().for_each(|trouble| output.trouble(trouble));
    let progress = Progress::over(&inputs);
    output.begin()?;
    let mut rest = &inputs[..];
    while let Some(first) = rest.first() {
        let count = batch_len(rest);
        if count == 0 {
            output.alone(&inspector, first, &progress)?;
            rest = &rest[1..];
        } else {
            output.batch(&inspector, &rest[..count], &progress)?;
            rest = &rest[count..];
        }
    }
    drop(progress);
    output.end()
}

/// How many of the inputs can be scanned side by side before anything is written.
fn batch_len(inputs: &[Input]) -> usize {
    let mut bytes = 0;
    inputs
        .iter()
        .take(BATCH_INPUTS)
        .take_while(|input| {
            let size = input.size().unwrap_or(u64::MAX);
            bytes += size.min(SIDE_BY_SIDE);
            size <= SIDE_BY_SIDE && bytes <= BATCH
        })
        .count()
}

impl<'r> Output<'r> {
    fn new(report: &'r dyn Report, format: Format) -> Output<'r> {
        let writer: Box<dyn Write> = match format {
            Format::Text => Box::new(anstream::stdout()),
            _ => Box::new(io::stdout()),
        };
        Output {
            report,
            writer,
            found: false,
            trouble: false,
        }
    }

    fn begin(&mut self) -> io::Result<()> {
        let mut head = Vec::new();
        self.report.begin(&mut head);
        self.writer.write_all(&head)
    }

    fn end(mut self) -> Result<Outcome, Trouble> {
        let mut tail = Vec::new();
        self.report.end(!self.trouble, &mut tail);
        self.writer.write_all(&tail)?;
        self.writer.flush()?;
        Ok(match self.trouble {
            true => Outcome::Trouble,
            false => Outcome::of(self.found),
        })
    }

    fn trouble(&mut self, trouble: &Trouble) {
        self.trouble = true;
        trouble.print();
    }

    /// Writes a file's first records, or all of them.
    fn write(&mut self, rendered: &[u8]) -> io::Result<()> {
        if self.found {
            self.writer.write_all(self.report.separator())?;
        }
        self.found = true;
        self.writer.write_all(rendered)
    }

    fn alone(
        &mut self,
        inspector: &Inspector<'_>,
        input: &Input,
        progress: &Progress,
    ) -> Result<(), Trouble> {
        let mut is_first = true;
        let scanned = input.open().and_then(|reader| {
            let path = input.to_string();
            let mut hand_on = |rendered: &mut Vec<u8>| {
                progress.aside(|| match is_first {
                    true => self.write(rendered),
                    false => self.writer.write_all(rendered),
                })?;
                is_first = false;
                rendered.clear();
                Ok(())
            };
            inspector.inspect(&mut Scratch::new(), &path, reader, &mut hand_on)
        });
        progress.done(input);
        match scanned {
            Err(Trouble::Write(error)) => Err(Trouble::Write(error)),
            Err(trouble) => {
                progress.aside(|| self.trouble(&trouble));
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }

    fn batch(
        &mut self,
        inspector: &Inspector<'_>,
        inputs: &[Input],
        progress: &Progress,
    ) -> Result<(), Trouble> {
        let scanned: Vec<Scanned> = inputs
            .par_iter()
            .map_init(Scratch::new, |scratch, input| {
                let scanned = inspect_into_memory(inspector, scratch, input);
                progress.done(input);
                scanned
            })
            .collect();
        progress.aside(|| {
            for Scanned { rendered, trouble } in &scanned {
                if !rendered.is_empty() {
                    self.write(rendered)?;
                }
                if let Some(trouble) = trouble {
                    self.trouble(trouble);
                }
            }
            Ok(self.writer.flush()?)
        })
    }
}

fn inspect_into_memory(inspector: &Inspector<'_>, scratch: &mut Scratch, input: &Input) -> Scanned {
    let mut rendered = Vec::new();
    let scanned = input.open().and_then(|reader| {
        let mut hand_on = |piece: &mut Vec<u8>| {
            rendered.append(piece);
            Ok(())
        };
        inspector.inspect(scratch, &input.to_string(), reader, &mut hand_on)
    });
    Scanned {
        rendered,
        trouble: scanned.err(),
    }
}
