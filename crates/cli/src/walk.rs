//! From paths to inputs.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use crate::trouble::Trouble;

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Standard input, `-`.
    Stdin,
    /// A file and its size when it was listed.
    File { path: PathBuf, size: u64 },
}

impl Input {
    /// The input that a path names, not looked at.
    pub fn named(path: &Path) -> Input {
        if path == Path::new("-") {
            return Input::Stdin;
        }
        Input::File {
            path: path.to_owned(),
            size: u64::MAX,
        }
    }

    /// Its size when it was listed, if that was known.
    pub fn size(&self) -> Option<u64> {
        match self {
            Input::File { size, .. } if *size < u64::MAX => Some(*size),
            _ => None,
        }
    }

    pub fn path(&self) -> &Path {
        match self {
            Input::Stdin => Path::new("-"),
            Input::File { path, .. } => path,
        }
    }

    pub fn open(&self) -> Result<Box<dyn Read>, Trouble> {
        match self {
            Input::Stdin => Ok(Box::new(io::stdin())),
            Input::File { path, .. } => match File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => Err(Trouble::open(path, error)),
            },
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path().display().fmt(f)
    }
}

/// The inputs that `paths` name, in their order, each folder's by name. Folders are walked whole: hidden files and
/// what a `.gitignore` names included; links inside them are not followed.
pub fn inputs(paths: &[PathBuf], troubles: &mut Vec<Trouble>) -> Vec<Input> {
    let mut inputs = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            inputs.push(Input::Stdin);
            continue;
        }
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() => walk(path, &mut inputs, troubles),
            Ok(metadata) if metadata.is_file() => inputs.push(Input::File {
                path: path.clone(),
                size: metadata.len(),
            }),
            Ok(_) => inputs.push(Input::named(path)),
            Err(error) => troubles.push(Trouble::open(path, error)),
        }
    }
    inputs
}

fn walk(folder: &Path, inputs: &mut Vec<Input>, troubles: &mut Vec<Trouble>) {
    let entries = WalkBuilder::new(folder)
        .standard_filters(false)
        .sort_by_file_name(Ord::cmp)
        .build();
    for entry in entries {
        match entry {
            Ok(entry) => inputs.extend(regular_file(entry)),
            Err(error) => troubles.push(Trouble::Walk(error)),
        }
    }
}

fn regular_file(entry: DirEntry) -> Option<Input> {
    if !entry.file_type()?.is_file() {
        return None;
    }
    let size = entry.metadata().map_or(u64::MAX, |metadata| metadata.len());
    Some(Input::File {
        path: entry.into_path(),
        size,
    })
}
