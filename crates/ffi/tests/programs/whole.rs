//! One program of each language that uses everything, in every way it can be built.

use std::path::PathBuf;
use std::process::Command;

use crate::prefix::{include, shared, static_library};
use crate::tools::{
    Compiler, c_compilers, cpp_compiler, cpp_compilers, output, printed, run, source,
};

/// Compiles a program and gives its path.
pub fn build(compiler: Compiler, name: &str, file: &str, arguments: &[String]) -> PathBuf {
    let program = compiler.output(name);
    let mut command = compiler.strict();
    command
        .args(["-pthread", &include()])
        .arg(source(file))
        .arg("-o")
        .arg(&program);
    run(command.args(arguments));
    program
}

#[test]
fn c_program_uses_everything_of_the_shared_library() {
    for compiler in c_compilers() {
        run(&mut Command::new(build(
            compiler,
            "whole-c",
            "c/whole.c",
            &shared(),
        )));
    }
}

#[test]
fn c_program_uses_everything_of_the_static_library() {
    for compiler in c_compilers() {
        run(&mut Command::new(build(
            compiler,
            "whole-c-static",
            "c/whole.c",
            &static_library(),
        )));
    }
}

#[test]
fn cpp_program_uses_everything_of_the_shared_library() {
    for compiler in cpp_compilers() {
        run(&mut Command::new(build(
            compiler,
            "whole-cpp",
            "cpp/whole.cpp",
            &shared(),
        )));
    }
}

#[test]
fn cpp_program_uses_everything_of_the_static_library() {
    for compiler in cpp_compilers() {
        let program = build(
            compiler,
            "whole-cpp-static",
            "cpp/whole.cpp",
            &static_library(),
        );
        run(&mut Command::new(program));
    }
}

#[test]
fn exception_that_leaves_a_raw_callback_ends_the_program() {
    let Some(compiler) = cpp_compiler() else {
        return;
    };
    let program = build(compiler, "raw-throw", "cpp/raw_throw.cpp", &shared());
    let output = output(&mut Command::new(program), b"");
    let printed = printed(&output);
    assert_eq!(output.status.code(), None, "a signal ends it: {printed}");
    assert!(
        !printed.contains("caught") && !printed.contains("went on"),
        "{printed}"
    );
    assert!(!printed.contains("999 519"), "{printed}");
}
