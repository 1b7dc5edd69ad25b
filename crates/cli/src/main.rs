//! `breachscan`: finds UK policing identifiers and breach patterns in files.
//!
//! ```text
//! paths ── walk ──> inputs ── read ──> windows of text ── inspect ──> records ── report ──> standard output
//! ```
//!
//! - `args`: the command line
//! - `settings`: the scanner that flags, configuration and rule files ask for
//! - `walk`: from paths to inputs
//! - `read`: from an input to windows of text, with the places on disk
//! - `record`: one finding as it is reported
//! - `inspect`: from windows of text to records
//! - `report`: findings as text, JSON Lines, CSV and SARIF
//! - `assess`: from inputs to breach candidates, and how they are written
//! - `command`: what each subcommand does
//! - `printable`: text that cannot steer a terminal
//! - `progress`: the bar on a terminal
//! - `trouble`: what went wrong, and the exit status

mod args;
mod assess;
mod command;
mod inspect;
mod printable;
mod progress;
mod read;
mod record;
mod report;
mod settings;
mod trouble;
mod walk;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Args, Command};
use crate::trouble::Outcome;

fn main() -> ExitCode {
    let outcome = match Args::parse().command {
        Command::Assess(args) => command::assess(&args),
        Command::Scan(args) => command::scan(&args),
        Command::Redact(args) => command::redact(&args),
        Command::Rules(args) => command::rules(&args),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(trouble) if trouble.is_broken_pipe() => Outcome::Found.into(),
        Err(trouble) => {
            trouble.print();
            Outcome::Trouble.into()
        }
    }
}
