//! Dependencies run one way: a lower room never names a higher one.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of the core crate, lowest first; rooms of one line do not name each other.
const ROOMS: &[&[&str]] = &[
    &["span", "error", "confidence"],
    &["check", "message"],
    &["rule"],
    &["engine"],
    &["builtin"],
    &["scan"],
    &["stream", "redact", "utf16"],
    &["breach"],
];

/// The crates, lowest first.
const CRATES: &[&[&str]] = &[
    &["breachscan"],
    &["breachscan-sources"],
    &["breachscan-cli", "breachscan-ffi"],
];

#[test]
fn rooms_name_only_lower_rooms() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut broken = Vec::new();
    for file in sources(&src) {
        let inside = file.strip_prefix(&src).unwrap();
        let room = room_of(inside);
        if room == "lib" {
            continue;
        }
        assert!(level(&room).is_some(), "{room} has no place in the order");
        let text = fs::read_to_string(&file).unwrap();
        let wrong = violations(&room, &text);
        broken.extend(
            wrong
                .into_iter()
                .map(|wrong| format!("{}: {wrong}", inside.display())),
        );
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn crates_depend_only_on_lower_crates() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for folder in fs::read_dir(crates).unwrap() {
        let manifest = folder.unwrap().path().join("Cargo.toml");
        let Ok(text) = fs::read_to_string(&manifest) else {
            continue;
        };
        let wrong = crate_violations(&text);
        assert!(wrong.is_empty(), "{}: {wrong:#?}", manifest.display());
    }
}

#[test]
fn a_made_up_violation_is_seen() {
    let upward = "use core::fmt;\nuse crate::scan::Scanner;\n";
    assert_eq!(violations("rule", upward), ["line 2 names scan"]);
    let braces = "use crate::{\n    error::Error,\n    redact::{Mask, Style},\n};\n";
    assert_eq!(violations("engine", braces), ["line 1 names redact"]);
    let path = "fn f() -> crate::engine::Image { todo() }";
    assert_eq!(violations("check", path), ["line 1 names engine"]);
    let beside = "use crate::confidence::Confidence;";
    assert_eq!(violations("span", beside), ["line 1 names confidence"]);
    let by_parents = "use super::super::breach::Pattern;";
    assert_eq!(violations("scan", by_parents), ["line 1 names breach"]);
    let downward =
        "use crate::rule::Rule;\nuse crate::span::Span;\n// crate::breach in a comment\n";
    assert!(violations("scan", downward).is_empty());
    assert!(violations("scan", "use crate::Finding;").is_empty());

    let manifest =
        "[package]\nname = \"breachscan\"\n[dependencies]\nbreachscan-sources.workspace = true\n";
    assert_eq!(
        crate_violations(manifest),
        ["breachscan depends on breachscan-sources"]
    );
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The room of a file: the first folder of its path, or its own name.
fn room_of(inside: &Path) -> String {
    let first = inside.iter().next().unwrap().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

fn level(room: &str) -> Option<usize> {
    ROOMS.iter().position(|rooms| rooms.contains(&room))
}

/// Where the text of a file in `room` names a room that it may not.
fn violations(room: &str, text: &str) -> Vec<String> {
    let text = without_comments(text);
    let mut wrong = Vec::new();
    for prefix in ["crate::", "super::super::"] {
        for (at, _) in text.match_indices(prefix) {
            let line = 1 + text[..at].matches('\n').count();
            let named = named_rooms(&text[at + prefix.len()..]);
            let upward = named
                .into_iter()
                .filter(|other| *other != room && level(other) >= level(room));
            wrong.extend(upward.map(|other| format!("line {line} names {other}")));
        }
    }
    wrong
}

/// The rooms named after `crate::`: one, or those at the first level of braces.
fn named_rooms(path: &str) -> Vec<&str> {
    let Some(inside) = path.strip_prefix('{') else {
        return room_at(path).into_iter().collect();
    };
    let mut depth = 1;
    let mut rooms = Vec::new();
    let mut start = 0;
    for (at, char) in inside.char_indices() {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && char == ',') {
            rooms.extend(room_at(inside[start..at].trim_start()));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    rooms
}

/// The room with which the path starts, if it starts with one.
fn room_at(path: &str) -> Option<&str> {
    let end = path
        .find(|char: char| !char.is_alphanumeric() && char != '_')
        .unwrap_or(path.len());
    Some(&path[..end]).filter(|name| level(name).is_some())
}

fn without_comments(text: &str) -> String {
    let code = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
    text.lines().map(code).collect::<Vec<_>>().join("\n")
}

/// Which crates of the workspace a manifest names that it may not.
fn crate_violations(manifest: &str) -> Vec<String> {
    let table: toml::Table = manifest.parse().unwrap();
    let name = table["package"]["name"].as_str().unwrap();
    let place = |name: &str| CRATES.iter().position(|crates| crates.contains(&name));
    let Some(own) = place(name) else {
        return vec![format!("{name} has no place in the order")];
    };
    let tables = ["dependencies", "dev-dependencies", "build-dependencies"];
    let named = tables
        .iter()
        .filter_map(|kind| table.get(*kind)?.as_table())
        .flat_map(|dependencies| dependencies.keys());
    named
        .filter(|other| place(other).is_some_and(|other| other >= own))
        .map(|other| format!("{name} depends on {other}"))
        .collect()
}
