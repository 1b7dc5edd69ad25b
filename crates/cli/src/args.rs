//! The command line.

use std::path::PathBuf;

use breachscan::Confidence;
use breachscan::breach::Band;
use clap::{Parser, Subcommand, ValueEnum};

/// Finds UK policing identifiers, protective markings and terms in files.
///
/// Exit status: 0 something was found, 1 nothing was found, 2 trouble (the rest was still done).
#[derive(Debug, Parser)]
#[command(name = "breachscan", version)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Report breach patterns whose signals came together, for a person to look at
    Assess(AssessArgs),
    /// Report every finding
    Scan(ScanArgs),
    /// Print a text with its findings replaced
    Redact(RedactArgs),
    /// List, show and check rules
    Rules(RulesArgs),
}

#[derive(Debug, clap::Args)]
pub struct AssessArgs {
    /// Files, folders, or - for standard input; all are read together
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How candidates are written
    #[arg(long, value_enum, default_value_t)]
    pub format: AssessFormat,
    /// Write an HTML report to this file as well
    #[arg(long, value_name = "FILE", requires_all = ["purpose", "authority"])]
    pub report: Option<PathBuf>,
    /// Why this data is looked at; stands in the HTML report
    #[arg(long, value_name = "TEXT", required_if_eq("format", "html"), value_parser = filled)]
    pub purpose: Option<String>,
    /// Who authorised it, and under what; stands in the HTML report
    #[arg(long, value_name = "TEXT", required_if_eq("format", "html"), value_parser = filled)]
    pub authority: Option<String>,
    /// The time that counts as now, in the report and for suppressions: 2026-05-31T09:00:00Z [default: the clock's]
    #[arg(long, value_name = "TIME", value_parser = stamp)]
    pub stamp: Option<jiff::Timestamp>,
    /// Report from this severity: low, medium, high, very-high
    #[arg(long, value_name = "BAND", default_value = "low", value_parser = band)]
    pub min_severity: Band,
    /// A TOML file of candidates that were looked at and are not reported again
    #[arg(long, value_name = "FILE")]
    pub suppressions: Option<PathBuf>,
    /// The key for fingerprints: the file's bytes but for a line end at its end, at least 16
    #[arg(long, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// Read every input as this format: whatsapp, telegram-json, mail, audit, text, ... [default: by its content]
    #[arg(long, value_name = "FORMAT")]
    pub source: Option<breachscan_sources::Format>,
    /// A TOML file that says which columns of audit logs hold what
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// A mail domain of the organisation's own, besides those of the police; may be repeated
    #[arg(long, value_name = "DOMAIN")]
    pub own_domain: Vec<String>,
    /// Treat each line as a note of its own
    #[arg(long, conflicts_with = "source")]
    pub each_line: bool,
    /// Show the values that were found, which are somebody's data; masked or left out otherwise
    #[arg(long)]
    pub show_values: bool,
    #[command(flatten)]
    pub settings: SettingsArgs,
}

#[derive(Debug, clap::Args)]
pub struct ScanArgs {
    /// Files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Treat each line as a document of its own
    #[arg(long)]
    pub each_line: bool,
    /// Show what was found, which is somebody's data; left out otherwise
    #[arg(long)]
    pub show_values: bool,
    #[command(flatten)]
    pub settings: SettingsArgs,
}

#[derive(Debug, clap::Args)]
pub struct RedactArgs {
    /// A file, or - for standard input
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// What stands in a value's place
    #[arg(long, value_enum, default_value_t)]
    pub with: With,
    /// The key for tokens: the file's bytes but for a line end at its end, at least 16
    #[arg(long, value_name = "FILE", required_if_eq("with", "token"))]
    pub key_file: Option<PathBuf>,
    #[command(flatten)]
    pub settings: SettingsArgs,
}

#[derive(Debug, clap::Args)]
pub struct RulesArgs {
    #[command(subcommand)]
    pub command: RulesCommand,
}

#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// Every rule on a line: id, category, kind, status, name
    List {
        /// An own rule file, listed after the built-in rules; may be repeated
        #[arg(long, value_name = "FILE")]
        rules: Vec<PathBuf>,
    },
    /// All that one rule says
    Show {
        /// The rule's id, such as nhs-number
        id: String,
        /// An own rule file; may be repeated
        #[arg(long, value_name = "FILE")]
        rules: Vec<PathBuf>,
    },
    /// Compile an own rule file with the built-in rules and run its examples
    ///
    /// Exit status: 0 every example holds, 1 an example fails, 2 the file cannot be used.
    Check {
        /// A rule file of one's own
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// What decides which findings are reported.
#[derive(Debug, clap::Args)]
pub struct SettingsArgs {
    /// Report from this confidence, 0.00 to 1.00; 0 reports every match [default: 0.50]
    #[arg(long, value_name = "NUMBER", value_parser = confidence)]
    pub min_confidence: Option<Confidence>,
    /// An own rule file, used with the built-in rules; may be repeated
    #[arg(long, value_name = "FILE")]
    pub rules: Vec<PathBuf>,
    /// A TOML file: min-confidence, disabled, `[thresholds]` and `[allow]` by rule id
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Aligned columns by file, in colour on a terminal
    #[default]
    Text,
    /// One JSON object a line
    Jsonl,
    /// Comma-separated values with a header
    Csv,
    /// SARIF 2.1.0
    Sarif,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum AssessFormat {
    /// A paragraph a candidate, in colour on a terminal
    #[default]
    Text,
    /// One JSON object a line
    Jsonl,
    /// One self-contained page
    Html,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum With {
    /// As many * as the value has bytes
    #[default]
    Mask,
    /// The rule's id
    Label,
    /// The rule's id and a keyed hash of the value
    Token,
}

fn confidence(text: &str) -> Result<Confidence, String> {
    text.parse()
        .ok()
        .and_then(Confidence::from_f64)
        .ok_or_else(|| "give a number from 0.00 to 1.00".to_owned())
}

fn band(text: &str) -> Result<Band, String> {
    [Band::Low, Band::Medium, Band::High, Band::VeryHigh]
        .into_iter()
        .find(|band| band.as_str() == text)
        .ok_or_else(|| "give low, medium, high or very-high".to_owned())
}

fn stamp(text: &str) -> Result<jiff::Timestamp, String> {
    text.parse()
        .map_err(|_| "give a time with its zone, as 2026-05-31T09:00:00Z".to_owned())
}

fn filled(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("say it in words; it stands in the report".to_owned()),
        text => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_line_holds_together() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }

    #[test]
    fn confidence_outside_its_range_is_refused() {
        assert_eq!(confidence("0.5"), Ok(Confidence::REPORT));
        for text in ["1.01", "-0.1", "NaN", "high"] {
            assert!(confidence(text).is_err(), "{text}");
        }
    }
}
