//! Compilers and other programs, and what they answer.

use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What every program is compiled with.
const STRICT: [&str; 4] = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"];

/// A C or C++ compiler and the standard that it is told to keep.
#[derive(Debug, Clone, Copy)]
pub struct Compiler {
    pub command: &'static str,
    pub standard: &'static str,
}

/// Every compiler of the machine with every standard of its language.
pub fn c_compilers() -> Vec<Compiler> {
    compilers(&["gcc", "clang", "cc"], &["c99", "c11"])
}

pub fn cpp_compilers() -> Vec<Compiler> {
    compilers(&["g++", "clang++", "c++"], &["c++17", "c++20"])
}

/// One compiler of each language, for what does not depend on which.
pub fn c_compiler() -> Option<Compiler> {
    c_compilers().into_iter().find(|one| one.standard == "c11")
}

pub fn cpp_compiler() -> Option<Compiler> {
    cpp_compilers()
        .into_iter()
        .find(|one| one.standard == "c++17")
}

/// The named compilers that the machine has; the last is asked for only where it has none of the others.
fn compilers(commands: &[&'static str], standards: &[&'static str]) -> Vec<Compiler> {
    let (general, named) = commands.split_last().unwrap();
    let mut present: Vec<&str> = named
        .iter()
        .copied()
        .filter(|command| has(command))
        .collect();
    if present.is_empty() && has(general) {
        present.push(general);
    }
    if present.is_empty() {
        skipped("no C or C++ compiler");
    }
    let with_standards = present.into_iter().flat_map(|command| {
        standards
            .iter()
            .map(move |&standard| Compiler { command, standard })
    });
    with_standards.collect()
}

impl Compiler {
    /// A command that compiles with every warning an error.
    pub fn strict(self) -> Command {
        let mut command = Command::new(self.command);
        command.arg(format!("-std={}", self.standard)).args(STRICT);
        command
    }

    /// A file for what this compiler makes of a test.
    pub fn output(self, test: &str) -> PathBuf {
        scratch().join(format!("{test}-{}-{}", self.command, self.standard))
    }
}

/// Whether a command is there.
pub fn has(command: &str) -> bool {
    let paths = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&paths).any(|folder| folder.join(command).is_file())
}

/// Tells that a part of a test is left out.
pub fn skipped(what: &str) {
    // Past the test harness, which shows nothing of a test that passes.
    let _ = writeln!(std::io::stderr(), "skipped: {what}");
}

/// Whether a command is there; says so if not.
pub fn needs(command: &str) -> bool {
    let is_there = has(command);
    if !is_there {
        skipped(&format!("{command} is not installed"));
    }
    is_there
}

/// Where tests put what they make.
pub fn scratch() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
}

/// A file of this folder.
pub fn source(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/programs")
        .join(path)
}

/// A file of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

/// Runs a command that must end with 0; gives its standard output.
pub fn run(command: &mut Command) -> String {
    let output = output(command, b"");
    assert_eq!(
        output.status.code(),
        Some(0),
        "{command:?}\n{}",
        printed(&output)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// Runs a command with this standard input.
pub fn output(command: &mut Command, input: &[u8]) -> Output {
    let pipes = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = pipes
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    // A program that ends before it has read all is no fault of the test.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// All that a program printed.
pub fn printed(output: &Output) -> String {
    let all = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8_lossy(&all).into_owned()
}
