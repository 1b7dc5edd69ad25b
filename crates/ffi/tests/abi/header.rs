//! The committed header and list of exports are those of the source.
//!
//! `BREACHSCAN_BLESS=1 cargo test -p breachscan-ffi header` writes them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn generated() -> String {
    let config = cbindgen::Config::from_file(here("cbindgen.toml")).unwrap();
    let bindings = cbindgen::Builder::new()
        .with_crate(env!("CARGO_MANIFEST_DIR"))
        .with_config(config)
        .generate()
        .unwrap();
    let mut header = Vec::new();
    bindings.write(&mut header);
    String::from_utf8(header).unwrap()
}

/// The functions that a header declares.
fn declared(header: &str) -> BTreeSet<&str> {
    let declarations = header.split("\nBREACHSCAN_API").skip(1);
    let names = declarations.filter_map(|text| {
        let before = text.split('(').next()?;
        before.split_whitespace().last()
    });
    names.map(|name| name.trim_start_matches('*')).collect()
}

/// Compares with what is committed, or writes it where the environment asks for that.
fn is_committed(path: &str, expected: &str) {
    let path = here(path);
    if env::var_os("BREACHSCAN_BLESS").is_some() {
        fs::write(&path, expected).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == expected,
        "{} is not what the source makes; run BREACHSCAN_BLESS=1 cargo test -p breachscan-ffi header",
        path.display()
    );
}

#[test]
fn header_is_that_of_the_source() {
    is_committed("../../include/breachscan.h", &generated());
}

#[test]
fn exports_are_those_of_the_header() {
    let header = generated();
    let names: Vec<&str> = declared(&header).into_iter().collect();
    assert!(names.len() > 20, "{names:?}");
    is_committed("exports.txt", &(names.join("\n") + "\n"));
}

#[test]
fn every_function_is_documented_and_says_which_threads_may_call_it() {
    let header = generated();
    for name in declared(&header) {
        let (before, _) = header.split_once(&format!("{name}(")).unwrap();
        let document = before.rsplit_once("/**").unwrap().1;
        let is_free = name.ends_with("_free");
        assert!(is_free || document.contains("Threads: "), "{name}");
        let declaration = document.rsplit_once("*/").unwrap().1;
        let answers =
            declaration.contains("breachscan_status") && name != "breachscan_error_status";
        assert_eq!(answers, document.contains("tatuses"), "{name}");
    }
}

#[test]
fn versions_are_those_of_the_manifest() {
    let manifest: toml::Table = fs::read_to_string(here("Cargo.toml"))
        .unwrap()
        .parse()
        .unwrap();
    let library = &manifest["package"]["metadata"]["capi"]["library"];
    let abi = breachscan_ffi::BREACHSCAN_ABI_VERSION;
    assert_eq!(library["version"].as_str(), Some(&*format!("{abi}.0.0")));
    assert!(generated().contains(&format!("#define BREACHSCAN_ABI_VERSION {abi}\n")));
    assert_eq!(breachscan_ffi::breachscan_abi_version(), abi);
    let build = fs::read_to_string(here("build.rs")).unwrap();
    assert!(build.contains(&format!("const ABI_VERSION: u32 = {abi};")));
    let features = manifest["features"].as_table().unwrap();
    assert!(features.contains_key("capi"));
}
