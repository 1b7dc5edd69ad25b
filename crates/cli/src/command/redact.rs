//! `breachscan redact`: prints a text with its findings replaced.

use std::io::{self, Read, Write};
use std::path::Path;

use breachscan::{Redaction, Scanner, Scratch};

use crate::args::{RedactArgs, With};
use crate::read::{Limits, Text, Window, Windows};
use crate::settings;
use crate::trouble::{Outcome, Trouble};
use crate::walk::Input;

/// Prints the input in its own encoding with every finding replaced.
pub fn redact(args: &RedactArgs) -> Result<Outcome, Trouble> {
    let scanner = settings::scanner(&args.settings)?;
    let redaction = redaction(args)?;
    let input = Input::named(&args.path);
    let mut windows = Windows::new(input.open()?, Limits::DEFAULT);
    let (mut scratch, mut stdout) = (Scratch::new(), io::stdout().lock());
    let mut found = false;
    while let Some(window) = next(&mut windows, &input)? {
        let text = Text::new(window);
        let (redacted, next) = redact_window(&scanner, &mut scratch, &text, &redaction);
        found |= redacted != text.bytes()[text.from()..next];
        let mut out = match window.base + window.from as u64 == window.encoding.mark().len() as u64
        {
            true => window.encoding.mark().to_vec(),
            false => Vec::new(),
        };
        window.encoding.encode(&redacted, &mut out);
        stdout.write_all(&out)?;
        let next = (text.disk(next) - window.base) as usize;
        windows.advance(next);
    }
    stdout.flush()?;
    Ok(Outcome::of(found))
}

/// The window's own part with its findings replaced, and where the next part starts.
fn redact_window(
    scanner: &Scanner,
    scratch: &mut Scratch,
    text: &Text<'_>,
    redaction: &Redaction,
) -> (Vec<u8>, usize) {
    let mut redacted = Vec::new();
    let part = text.from()..text.to();
    let next = scanner.redact_part_into(scratch, text.bytes(), part, redaction, &mut redacted);
    (redacted, next)
}

fn next<'w>(
    windows: &'w mut Windows<impl Read>,
    input: &Input,
) -> Result<Option<Window<'w>>, Trouble> {
    windows.next().map_err(|broken| Trouble::Read {
        path: input.to_string(),
        at: broken.at,
        error: broken.error,
    })
}

fn redaction(args: &RedactArgs) -> Result<Redaction, Trouble> {
    match (args.with, &args.key_file) {
        (With::Mask, _) => Ok(Redaction::Mask),
        (With::Label, _) => Ok(Redaction::Label),
        (With::Token, Some(path)) => token(path),
        (With::Token, None) => Err(Trouble::Unknown(
            "tokens need a key: --key-file FILE".to_owned(),
        )),
    }
}

fn token(path: &Path) -> Result<Redaction, Trouble> {
    Redaction::token(&settings::key(path)?).map_err(|error| Trouble::file(path, error.to_string()))
}
