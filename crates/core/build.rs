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

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=rules");
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
    match make_image() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={}", error.to_string().replace('\n', " "));
            ExitCode::FAILURE
        }
    }
}

fn make_image() -> Result<(), Box<dyn std::error::Error>> {
    let mut rules = Vec::new();
    for path in rule_files(Path::new("rules"))? {
        rules.push(read_rule(&path)?);
    }
    rules.sort_by(|a, b| a.id().cmp(b.id()));
    let image = Image::compile(rules, MAX_IMAGE)?.to_bytes()?;
    if image.len() > MAX_IMAGE {
        return Err(format!(
            "the built-in image has {} bytes, more than {MAX_IMAGE}",
            image.len()
        )
        .into());
    }
    fs::write(
        Path::new(&env::var("OUT_DIR")?).join("builtin.image"),
        image,
    )?;
    Ok(())
}

/// The rule files, `<category>/<id>.toml`, in a fixed order.
fn rule_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for category in fs::read_dir(folder)? {
        let category = category?.path();
        if category.is_dir() {
            for file in fs::read_dir(category)? {
                files.push(file?.path());
            }
        }
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
    if path.file_stem().and_then(|stem| stem.to_str()) != Some(rule.id()) {
        return Err(place(format!("the file's name is not its id, {}", rule.id())).into());
    }
    Ok(rule)
}
