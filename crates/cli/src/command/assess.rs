//! `breachscan assess`: reports breach candidates.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use breachscan::breach::{Assessor, FingerprintKey, Suppressions};
use breachscan_sources::{Mapping, Options};

use crate::args::{AssessArgs, AssessFormat};
use crate::assess::html::{self, Stamp};
use crate::assess::intake::Reader;
use crate::assess::sift::Sieve;
use crate::assess::{Docket, jsonl, text};
use crate::progress::Progress;
use crate::settings;
use crate::trouble::{Outcome, Trouble};
use crate::walk;

/// The shortest key for fingerprints, in bytes: the numbers of a country are few, and only the key keeps them from being tried.
const MIN_KEY: usize = 16;

/// Reads every input, assesses all together and writes what is found.
pub fn assess(args: &AssessArgs) -> Result<Outcome, Trouble> {
    let scanner = settings::scanner(&args.settings)?;
    let masks = settings::with_own_rules(&args.settings.rules)?;
    let assessor = assessor(args)?;
    let suppressions = suppressions(args)?;
    let reader = Reader {
        options: options(args)?,
        each_line: args.each_line,
        named: args.paths.clone(),
    };
    let now = args.stamp.unwrap_or_else(jiff::Timestamp::now);
    let mut troubles = Vec::new();
    let inputs = walk::inputs(&args.paths, &mut troubles);
    let progress = Progress::over(&inputs);
    let mut intake = reader.read(&inputs, &progress);
    drop(progress);
    intake.troubles.splice(0..0, troubles);
    intake.troubles.iter().for_each(Trouble::print);
    let waiting = Progress::waiting("assessing");
    let candidates = assessor.assess(&scanner, &intake.conversations);
    drop(waiting);
    let sieve = Sieve {
        floor: args.min_severity,
        suppressions: &suppressions,
        today: now.strftime("%Y-%m-%d").to_string(),
        show_values: args.show_values,
    };
    let docket = sieve.sift(&intake, &masks, &candidates);
    write(args, &docket, now)?;
    Ok(match intake.troubles.is_empty() {
        true => Outcome::of(!docket.cases.is_empty()),
        false => Outcome::Trouble,
    })
}

fn write(args: &AssessArgs, docket: &Docket<'_>, now: jiff::Timestamp) -> Result<(), Trouble> {
    let page = || {
        html::page(
            docket,
            &Stamp {
                purpose: args.purpose.as_deref().unwrap_or_default(),
                authority: args.authority.as_deref().unwrap_or_default(),
                made: &now.strftime("%Y-%m-%d %H:%M:%S UTC").to_string(),
            },
        )
    };
    if let Some(path) = &args.report {
        fs::write(path, page()).map_err(|error| Trouble::open(path, error))?;
    }
    let mut out = Vec::new();
    match args.format {
        AssessFormat::Text => text::write(docket, &mut out),
        AssessFormat::Jsonl => jsonl::write(docket, &mut out),
        AssessFormat::Html => out = page().into_bytes(),
    }
    let mut writer: Box<dyn Write> = match args.format {
        AssessFormat::Text => Box::new(anstream::stdout()),
        _ => Box::new(io::stdout()),
    };
    writer.write_all(&out)?;
    Ok(writer.flush()?)
}

fn assessor(args: &AssessArgs) -> Result<Assessor, Trouble> {
    let Some(path) = &args.key_file else {
        return Ok(Assessor::builtin());
    };
    let key = settings::key(path)?;
    if key.len() < MIN_KEY {
        let message = format!(
            "the key for fingerprints has {} bytes; give it at least {MIN_KEY}",
            key.len()
        );
        return Err(Trouble::file(path, message));
    }
    Ok(Assessor::builtin().with_key(FingerprintKey::new(&key)))
}

fn suppressions(args: &AssessArgs) -> Result<Suppressions, Trouble> {
    let Some(path) = &args.suppressions else {
        return Ok(Suppressions::default());
    };
    Ok(Suppressions::parse(
        &path.display().to_string(),
        &read(path)?,
    )?)
}

fn options(args: &AssessArgs) -> Result<Options, Trouble> {
    let mut options = Options::new();
    if let Some(format) = args.source {
        options = options.format(format);
    }
    if let Some(path) = &args.mapping {
        let mapping = Mapping::from_toml(&read(path)?)
            .map_err(|error| Trouble::file(path, error.to_string()))?;
        options = options.mapping(mapping);
    }
    let domains = args.own_domain.iter();
    Ok(domains.fold(options, |options, domain| options.own_domain(domain)))
}

fn read(path: &Path) -> Result<String, Trouble> {
    fs::read_to_string(path).map_err(|error| Trouble::open(path, error))
}
