//! What went wrong, and the exit status.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// How a command ended; the numbers are grep's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Something was found, or what was asked for was done.
    Found,
    /// Nothing was found.
    Nothing,
    /// Something could not be read; the rest was done.
    Trouble,
}

/// One thing that went wrong, as one line that names the file and the place. It holds no scanned byte.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A file or folder could not be read.
    #[error("{path}: {error}")]
    Open { path: String, error: io::Error },
    /// Reading broke off.
    #[error("{path}: after byte {at}: {error}")]
    Read {
        path: String,
        at: u64,
        error: io::Error,
    },
    /// Part of a file is broken.
    #[error("{path}: {problem}")]
    Source {
        path: String,
        problem: breachscan_sources::Problem,
    },
    /// A folder could not be walked.
    #[error("{0}")]
    Walk(#[from] ignore::Error),
    /// A file of settings, keys or rules is wrong.
    #[error("{path}: {message}")]
    File { path: String, message: String },
    /// The scanner refuses rules or settings.
    #[error("{0}")]
    Scanner(#[from] breachscan::Error),
    /// Nothing by that name.
    #[error("{0}")]
    Unknown(String),
    /// Standard output cannot be written.
    #[error("standard output: {0}")]
    Write(#[from] io::Error),
}

impl Outcome {
    /// `Found` or `Nothing`.
    pub fn of(found: bool) -> Outcome {
        if found {
            Outcome::Found
        } else {
            Outcome::Nothing
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(outcome as u8)
    }
}

impl Trouble {
    pub fn open(path: &Path, error: io::Error) -> Trouble {
        Trouble::Open {
            path: path.display().to_string(),
            error,
        }
    }

    pub fn file(path: &Path, message: impl Into<String>) -> Trouble {
        Trouble::File {
            path: path.display().to_string(),
            message: message.into(),
        }
    }

    /// Whether nobody reads what is written any longer.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Trouble::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// Writes the line to standard error.
    pub fn print(&self) {
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(anstream::stderr(), "breachscan: {self}");
    }
}
