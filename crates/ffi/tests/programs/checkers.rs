//! Valgrind, and the sanitizers of the compiler.

use std::fs;
use std::process::Command;

use crate::prefix::shared;
use crate::tools::{Compiler, c_compiler, cpp_compiler, needs, output, run, scratch, skipped};
use crate::whole::build;

const SANITIZERS: [&str; 4] = [
    "-g",
    "-fsanitize=address,undefined",
    "-fno-sanitize-recover=all",
    "-fno-omit-frame-pointer",
];

fn programs() -> Vec<(Compiler, &'static str, &'static str)> {
    let c = c_compiler().map(|compiler| (compiler, "c", "c/whole.c"));
    let cpp = cpp_compiler().map(|compiler| (compiler, "cpp", "cpp/whole.cpp"));
    c.into_iter().chain(cpp).collect()
}

#[test]
fn valgrind_finds_no_error_and_no_leak() {
    if !needs("valgrind") {
        return;
    }
    for (compiler, name, file) in programs() {
        let program = build(compiler, &format!("valgrind-{name}"), file, &shared());
        let mut valgrind = Command::new("valgrind");
        valgrind.args([
            "-q",
            "--error-exitcode=99",
            "--leak-check=full",
            "--trace-children=yes",
        ]);
        // What statics hold is reachable to the end, and no leak.
        valgrind.args(["--show-leak-kinds=definite,indirect,possible"]);
        valgrind.args(["--errors-for-leak-kinds=definite,indirect,possible"]);
        run(valgrind.arg(program));
    }
}

/// Whether programs with sanitizers can be made and run here.
fn sanitizers_work(compiler: Compiler, name: &str) -> bool {
    let (file, program) = (
        scratch().join(format!("empty.{name}")),
        compiler.output("empty"),
    );
    fs::write(&file, "int main(void) { return 0; }\n").unwrap();
    let mut command = compiler.strict();
    command.args(SANITIZERS).arg(&file).arg("-o").arg(&program);
    let works = output(&mut command, b"").status.success()
        && output(&mut Command::new(&program), b"").status.success();
    if !works {
        skipped(&format!("{} has no address sanitizer", compiler.command));
    }
    works
}

#[test]
fn address_and_undefined_behaviour_sanitizers_find_nothing() {
    for (compiler, name, file) in programs() {
        if sanitizers_work(compiler, name) {
            let sanitizers = SANITIZERS.iter().map(|&argument| argument.to_owned());
            let arguments: Vec<String> = sanitizers.chain(shared()).collect();
            let program = build(compiler, &format!("sanitized-{name}"), file, &arguments);
            run(&mut Command::new(program));
        }
    }
}
