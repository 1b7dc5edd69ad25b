//! What the built library exports.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::prefix::prefix;
use crate::tools::{needs, repository, run};

fn committed() -> BTreeSet<String> {
    let names = fs::read_to_string(repository("crates/ffi/exports.txt")).unwrap();
    names.lines().map(str::to_owned).collect()
}

#[test]
fn shared_library_exports_what_is_listed_and_nothing_else() {
    if !cfg!(target_os = "linux") || !needs("readelf") {
        return;
    }
    let library = prefix().join("lib/libbreachscan.so");
    let table = run(Command::new("readelf")
        .args(["-W", "--dyn-syms"])
        .arg(library));
    let exported: BTreeSet<String> = table
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|words| words.len() == 8 && words[6] != "UND" && words[4] != "LOCAL")
        .filter(|words| words[7] != "Name")
        .map(|words| words[7].to_owned())
        .collect();
    assert_eq!(exported, committed());
}

#[test]
fn shared_library_is_named_by_its_interface_and_stays_loaded() {
    if !cfg!(target_os = "linux") || !needs("readelf") {
        return;
    }
    let library = prefix().join("lib/libbreachscan.so");
    let dynamic = run(Command::new("readelf").args(["-W", "-d"]).arg(library));
    let name = format!(
        "Library soname: [libbreachscan.so.{}]",
        breachscan_ffi::BREACHSCAN_ABI_VERSION
    );
    assert!(
        dynamic.contains(&name) && dynamic.contains("NODELETE"),
        "{dynamic}"
    );
}
