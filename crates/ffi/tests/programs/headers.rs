//! Each header alone, twice, and in two files.

use std::process::Command;

use crate::prefix::{include, shared, static_library};
use crate::tools::{c_compilers, cpp_compilers, run, source};

#[test]
fn headers_compile_alone_and_twice() {
    for compiler in c_compilers() {
        let mut command = compiler.strict();
        run(command
            .args(["-fsyntax-only", &include()])
            .arg(source("c/header_alone.c")));
    }
    for compiler in cpp_compilers() {
        for file in ["c/header_alone.c", "cpp/header_alone.cpp"] {
            let mut command = compiler.strict();
            run(command
                .args(["-fsyntax-only", "-x", "c++", &include()])
                .arg(source(file)));
        }
    }
}

#[test]
fn two_files_with_the_header_link_together() {
    for compiler in cpp_compilers() {
        for (name, library) in [("two-shared", shared()), ("two-static", static_library())] {
            let program = compiler.output(name);
            let mut command = compiler.strict();
            command.arg(include()).args([
                source("cpp/first_of_two.cpp"),
                source("cpp/second_of_two.cpp"),
            ]);
            run(command.arg("-o").arg(&program).args(library));
            run(&mut Command::new(program));
        }
    }
}
