//! The programs under `examples/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::prefix::{include, prefix, shared};
use crate::tools::{
    c_compiler, cpp_compiler, needs, output, printed, repository, run, scratch, skipped,
};

const NOTE: &[u8] = b"Victim NHS No: 999 519 2977, ring 07700 900461\n";

fn c_example(name: &str) -> Option<PathBuf> {
    let compiler = c_compiler()?;
    let program = compiler.output(name);
    let mut command = compiler.strict();
    command
        .arg(include())
        .arg(repository(&format!("examples/c/{name}.c")));
    run(command.arg("-o").arg(&program).args(shared()));
    Some(program)
}

#[test]
fn scan_file_says_where_and_why_and_not_what() {
    let Some(program) = c_example("scan_file") else {
        return;
    };
    let file = scratch().join("note.txt");
    fs::write(&file, NOTE).unwrap();
    let found = run(Command::new(&program).arg(&file));
    let lines: Vec<&str> = found.lines().collect();
    let path = file.display();
    assert_eq!(lines.len(), 2, "{found}");
    assert!(
        lines[0].starts_with(&format!(
            "{path}:15-27: NHS number (nhs-number), confidence 0."
        )),
        "{found}"
    );
    assert!(
        lines[0].ends_with(": shape and check, beside its label \"nhs no\" 2 bytes before"),
        "{found}"
    );
    assert!(!found.contains("999 519"), "{found}");

    fs::write(&file, "nothing here\n").unwrap();
    assert_eq!(
        output(Command::new(&program).arg(&file), b"").status.code(),
        Some(1)
    );
    assert_eq!(
        output(Command::new(&program).arg("no such file"), b"")
            .status
            .code(),
        Some(2)
    );
    assert_eq!(
        output(&mut Command::new(&program), b"").status.code(),
        Some(2)
    );
}

#[test]
fn stream_stdin_finds_across_its_chunks() {
    let Some(program) = c_example("stream_stdin") else {
        return;
    };
    let text = [&b"A quiet shift. ".repeat(272)[..], NOTE].concat();
    let found = output(&mut Command::new(&program), &text);
    assert_eq!(found.status.code(), Some(0));
    let found = printed(&found);
    let places: Vec<&str> = found
        .lines()
        .map(|line| line.rsplit_once(' ').unwrap().0)
        .collect();
    assert_eq!(places, ["4095 nhs-number", "4114 uk-phone"]);
    let first = output(Command::new(&program).arg("--first"), &text);
    assert_eq!(
        (printed(&first).lines().count(), first.status.code()),
        (1, Some(0))
    );
    assert_eq!(
        output(&mut Command::new(&program), b"quiet").status.code(),
        Some(1)
    );
}

/// Builds the store as its README says.
fn case_notes() -> Option<PathBuf> {
    cpp_compiler()?;
    if !needs("cmake") || !(needs("make") || needs("ninja")) || !has_sqlite() {
        return None;
    }
    let build = scratch().join("case_notes");
    let _ = fs::remove_dir_all(&build);
    let mut configure = Command::new("cmake");
    configure
        .arg("-S")
        .arg(repository("examples/cpp/case_notes"))
        .arg("-B")
        .arg(&build);
    configure.arg("-DCMAKE_COMPILE_WARNING_AS_ERROR=ON");
    run(configure.arg(format!("-DCMAKE_PREFIX_PATH={}", prefix().display())));
    run(Command::new("cmake").arg("--build").arg(&build));
    Some(build.join("case_notes"))
}

fn has_sqlite() -> bool {
    let Some(compiler) = cpp_compiler() else {
        return false;
    };
    let mut command = compiler.strict();
    let has = output(
        command.args(["-x", "c++", "-fsyntax-only", "-"]),
        b"#include <sqlite3.h>\n",
    )
    .status
    .success();
    if !has {
        skipped("libsqlite3 is not installed");
    }
    has
}

fn save(program: &Path, database: &Path, policy: &str) -> (Option<i32>, String) {
    let output = output(
        Command::new(program)
            .arg(database)
            .args([policy, "2099/17"]),
        NOTE,
    );
    (output.status.code(), printed(&output))
}

#[test]
fn case_notes_are_kept_redacted_or_refused_and_no_value_is_stored() {
    let Some(program) = case_notes() else {
        return;
    };
    let database = scratch().join("case_notes.db");
    let _ = fs::remove_file(&database);
    let (code, text) = save(&program, &database, "redact");
    assert_eq!(code, Some(0), "{text}");
    assert!(
        text.starts_with("note 1 saved\n15-27 nhs-number "),
        "{text}"
    );
    assert!(text.contains("\n34-46 uk-phone "), "{text}");
    let (code, text) = save(&program, &database, "refuse");
    assert_eq!(
        (code, &text[..]),
        (Some(1), "not saved, the note holds: nhs-number uk-phone\n")
    );
    let stored = fs::read(&database).unwrap();
    let holds = |value: &[u8]| stored.windows(value.len()).any(|window| window == value);
    assert!(holds(b"Victim NHS No: [nhs-number], ring [uk-phone]"));
    assert!(!holds(b"999 519 2977") && !holds(b"07700 900461"));

    let (code, text) = save(&program, &database, "keep");
    assert_eq!(code, Some(0), "{text}");
    assert!(text.starts_with("note 2 saved\n"), "{text}");
    assert_eq!(
        save(&program, Path::new("/no/such/folder/notes.db"), "keep").0,
        Some(2)
    );
    assert_eq!(save(&program, &database, "guess").0, Some(2));
}
