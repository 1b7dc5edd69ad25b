//! The programs in the README.

use std::fs;
use std::process::Command;

use crate::prefix::{include, shared};
use crate::tools::{Compiler, c_compiler, cpp_compiler, repository, run};

/// The code of a language in the README.
fn code(language: &str) -> String {
    let readme = fs::read_to_string(repository("README.md")).unwrap();
    let (_, after) = readme.split_once(&format!("```{language}\n")).unwrap();
    let (code, _) = after.split_once("```").unwrap();
    code.to_owned()
}

fn printed_by(compiler: Compiler, language: &str) -> String {
    let program = compiler.output("readme");
    let file = program.with_extension(language);
    fs::write(&file, code(language)).unwrap();
    let mut command = compiler.strict();
    run(command
        .arg(include())
        .arg(file)
        .arg("-o")
        .arg(&program)
        .args(shared()));
    run(&mut Command::new(program))
}

#[test]
fn c_program_of_the_readme_runs() {
    let Some(compiler) = c_compiler() else {
        return;
    };
    let found = printed_by(compiler, "c");
    let ids: Vec<&str> = found
        .lines()
        .map(|line| line.split(' ').next().unwrap())
        .collect();
    assert_eq!(ids, ["nino", "uk-phone"], "{found}");
}

#[test]
fn cpp_program_of_the_readme_runs() {
    let Some(compiler) = cpp_compiler() else {
        return;
    };
    let found = printed_by(compiler, "cpp");
    let expected = "Detainee gave NI number [nino], phone [uk-phone].\n";
    assert!(
        found.starts_with("nino 24-37 ") && found.ends_with(expected),
        "{found}"
    );
}
