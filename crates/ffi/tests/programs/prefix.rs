//! The library as it is installed.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use crate::tools::{repository, run, scratch};

/// What the static library asks for, as `breachscan.pc` says too.
const SYSTEM: [&str; 7] = [
    "-lgcc_s",
    "-lutil",
    "-lrt",
    "-lpthread",
    "-lm",
    "-ldl",
    "-lc",
];

/// A prefix with the library that cargo built beside this test.
///
/// Cargo builds every kind of this package's library before its tests, into the folder in which the tests lie.
pub fn prefix() -> &'static Path {
    static PREFIX: LazyLock<PathBuf> = LazyLock::new(|| {
        let test = env::current_exe().unwrap();
        let prefix = scratch().join("prefix");
        let _ = fs::remove_dir_all(&prefix);
        let mut install = Command::new(repository("crates/ffi/packaging/install"));
        run(install.arg(&prefix).arg(test.parent().unwrap()));
        prefix
    });
    &PREFIX
}

pub fn include() -> String {
    format!("-I{}", prefix().join("include").display())
}

/// Arguments that link the shared library, which the program finds when it runs.
pub fn shared() -> Vec<String> {
    let lib = prefix().join("lib");
    let lib = lib.display();
    vec![
        format!("-L{lib}"),
        "-lbreachscan".to_owned(),
        format!("-Wl,-rpath,{lib}"),
    ]
}

/// Arguments that link the static library.
pub fn static_library() -> Vec<String> {
    let library = prefix().join("lib/libbreachscan.a").display().to_string();
    let system = if cfg!(target_os = "linux") {
        &SYSTEM[..]
    } else {
        &[]
    };
    let system = system.iter().map(|&argument| argument.to_owned());
    std::iter::once(library).chain(system).collect()
}
