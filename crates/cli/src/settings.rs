//! The scanner that flags, configuration and rule files ask for.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use breachscan::{Confidence, Config, Scanner};
use serde::Deserialize;

use crate::args::SettingsArgs;
use crate::trouble::Trouble;

/// A configuration file. The command line goes before it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ConfigFile {
    min_confidence: Option<f64>,
    #[serde(default)]
    disabled: Vec<String>,
    #[serde(default)]
    thresholds: BTreeMap<String, f64>,
    #[serde(default)]
    allow: BTreeMap<String, Vec<String>>,
}

/// The scanner that `args` ask for.
pub fn scanner(args: &SettingsArgs) -> Result<Scanner, Trouble> {
    let mut config = Config::new();
    if let Some(path) = &args.config {
        config = read_config(path)?;
    }
    if let Some(floor) = args.min_confidence {
        config = config.min_confidence(floor);
    }
    let scanner = with_own_rules(&args.rules)?;
    match (scanner.with_config(config), &args.config) {
        (Ok(scanner), _) => Ok(scanner),
        (Err(error), Some(path)) => Err(Trouble::file(path, error.to_string())),
        (Err(error), None) => Err(error.into()),
    }
}

/// The built-in rules and those of `files`.
pub fn with_own_rules(files: &[PathBuf]) -> Result<Scanner, Trouble> {
    if files.is_empty() {
        return Ok(Scanner::builtin());
    }
    let mut texts = Vec::with_capacity(files.len());
    for path in files {
        let text = fs::read_to_string(path).map_err(|error| Trouble::open(path, error))?;
        texts.push((path.display().to_string(), text));
    }
    let own = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    Ok(Scanner::with_rules(own)?)
}

/// The key in a file: its bytes but for a line end at its end.
pub fn key(path: &Path) -> Result<Vec<u8>, Trouble> {
    let mut key = fs::read(path).map_err(|error| Trouble::open(path, error))?;
    for end in [b"\n", b"\r"] {
        if key.ends_with(end) {
            key.pop();
        }
    }
    Ok(key)
}

fn read_config(path: &Path) -> Result<Config, Trouble> {
    let text = fs::read_to_string(path).map_err(|error| Trouble::open(path, error))?;
    let file: ConfigFile =
        toml::from_str(&text).map_err(|error| toml_trouble(path, &text, &error))?;
    let confidence = |name: &str, value: f64| {
        Confidence::from_f64(value)
            .ok_or_else(|| Trouble::file(path, format!("{name}: give a number from 0.00 to 1.00")))
    };
    let mut config = Config::new();
    if let Some(value) = file.min_confidence {
        config = config.min_confidence(confidence("min-confidence", value)?);
    }
    for (rule, value) in file.thresholds {
        config = config.min_confidence_of(&rule, confidence(&rule, value)?);
    }
    for rule in &file.disabled {
        config = config.disable(rule);
    }
    for (rule, values) in file.allow {
        config = values
            .iter()
            .fold(config, |config, value| config.allow(&rule, value));
    }
    Ok(config)
}

/// The line and the cause, without the excerpt that the error would print: allow lists hold people's data.
fn toml_trouble(path: &Path, text: &str, error: &toml::de::Error) -> Trouble {
    let line = error
        .span()
        .and_then(|span| text.get(..span.start))
        .map_or(1, |before| before.matches('\n').count() + 1);
    Trouble::file(path, format!("line {line}: {}", error.message()))
}
