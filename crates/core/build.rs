//! Compiles the rule files into the image that the library embeds.
//!
//! The lower rooms of the crate are compiled into this script too: what reads a caller's rules at run time reads the
//! built-in ones here.

#![allow(
    dead_code,
    unused_imports,
    reason = "the script uses a part of the rooms it shares with the library"
)]

#[path = "src/check/mod.rs"]
mod check;
#[path = "src/confidence.rs"]
mod confidence;
#[path = "src/engine/mod.rs"]
mod engine;
#[path = "src/error.rs"]
mod error;
#[path = "src/rule/mod.rs"]
mod rule;
#[path = "src/span.rs"]
mod span;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use crate::engine::Image;
use crate::error::{Error, Place};
use crate::rule::Rule;

/// The built-in image, rules and sieve included, stays under this.
const MAX_IMAGE: usize = 8 << 20;
/// The images of the signals and of the signs stay under this, each.
const MAX_SIGNALS: usize = 16 << 20;

fn main() -> ExitCode {
    for folder in ["breach", "rules", "signals", "signs"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    for room in [
        "check",
        "confidence.rs",
        "engine",
        "error.rs",
        "rule",
        "span.rs",
    ] {
        println!("cargo::rerun-if-changed=src/{room}");
    }
    match make_images().and_then(|()| list_patterns()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={}", error.to_string().replace('\n', " "));
            ExitCode::FAILURE
        }
    }
}

fn make_images() -> Result<(), Box<dyn std::error::Error>> {
    let mut rules = Vec::new();
    for folder in files(Path::new("rules"))?
        .iter()
        .filter(|path| path.is_dir())
    {
        for path in files(folder)? {
            rules.push(read_rule(&path)?);
        }
    }
    write_image("builtin.image", rules, MAX_IMAGE)?;
    write_image("signals.image", signals("signals")?, MAX_SIGNALS)?;
    write_image("signs.image", signals("signs")?, MAX_SIGNALS)
}

/// The signals of a folder as rules.
fn signals(folder: &str) -> Result<Vec<Rule>, Box<dyn std::error::Error>> {
    let mut signals = Vec::new();
    for path in files(Path::new(folder))? {
        if is_toml(&path) && !path.ends_with("composed.toml") {
            let name = path.display().to_string();
            let signal = rule::load_signal(&name, &fs::read_to_string(&path)?)?;
            refuse_misnamed(&path, &signal[0])?;
            signals.extend(signal);
        }
    }
    Ok(signals)
}

fn write_image(
    name: &str,
    mut rules: Vec<Rule>,
    max: usize,
) -> Result<(), Box<dyn std::error::Error>> {
    rules.sort_by(|a, b| a.id().cmp(b.id()));
    let image = Image::compile(rules, max)?.to_bytes()?;
    if image.len() > max {
        return Err(format!("{name} has {} bytes, more than {max}", image.len()).into());
    }
    fs::write(out_file(name)?, image)?;
    Ok(())
}

/// The list of the pattern files with their texts, as Rust.
fn list_patterns() -> Result<(), Box<dyn std::error::Error>> {
    let mut list = String::from("&[\n");
    for path in files(Path::new("breach"))? {
        if is_toml(&path) {
            let whole = fs::canonicalize(&path)?;
            list += &format!(
                "    ({:?}, include_str!({whole:?})),\n",
                path.display().to_string()
            );
        }
    }
    list.push_str("]\n");
    fs::write(out_file("patterns.rs")?, list)?;
    Ok(())
}

fn is_toml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "toml")
}

fn out_file(name: &str) -> Result<PathBuf, env::VarError> {
    Ok(Path::new(&env::var("OUT_DIR")?).join(name))
}

/// What is in a folder, in a fixed order.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.sort();
    Ok(files)
}

/// A built-in file holds one rule, named as the file, of the folder's category.
fn read_rule(path: &Path) -> Result<Rule, Box<dyn std::error::Error>> {
    let name = path.display().to_string();
    let place = |message: String| {
        Error::rule(
            Place {
                file: name.clone(),
                line: None,
                rule: None,
            },
            message,
        )
    };
    let text = fs::read_to_string(path)?;
    let [mut rule] = <[Rule; 1]>::try_from(rule::load(&name, &text)?).map_err(|rules| {
        place(format!(
            "holds {} rules; a built-in file holds one",
            rules.len()
        ))
    })?;
    let folder = path
        .parent()
        .and_then(Path::file_name)
        .and_then(|name| name.to_str());
    let category = rule::Category::ALL
        .into_iter()
        .find(|category| Some(category.as_str()) == folder);
    rule.category = category.ok_or_else(|| place("its folder is no category".into()))?;
    refuse_misnamed(path, &rule)?;
    Ok(rule)
}

fn refuse_misnamed(path: &Path, rule: &Rule) -> Result<(), Box<dyn std::error::Error>> {
    if path.file_stem().and_then(|stem| stem.to_str()) == Some(rule.id()) {
        return Ok(());
    }
    Err(format!(
        "{}: the file's name is not its id, {}",
        path.display(),
        rule.id()
    )
    .into())
}
