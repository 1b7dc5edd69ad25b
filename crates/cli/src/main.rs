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
//! - `report`: text, JSON Lines, CSV and SARIF
//! - `command`: what each subcommand does
//! - `progress`: the bar on a terminal
//! - `trouble`: what went wrong, and the exit status

mod args;
mod command;
mod inspect;
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
