//! `breachscan assess`, run as a command.

use crate::support::{folder, run};

const QUIET: &[u8] =
    b"14/02/2021, 21:14 - Dale (Port): Ferry is 40 mins late, brew on when you get here\n";

#[test]
fn nothing_found_is_status_1() {
    let folder = folder(&[("chat.txt", QUIET)]);
    for format in ["text", "jsonl"] {
        let quiet = run(folder.path(), &["assess", "--format", format, "."], b"");
        assert_eq!((quiet.status, quiet.text(), &*quiet.stderr), (1, "", ""));
    }
}

#[test]
fn broken_input_is_named_with_its_place_and_the_rest_goes_on() {
    let folder = folder(&[
        ("chat.txt", QUIET),
        ("broken.zip", b"PK\x03\x04 and no more"),
        (
            "result.json",
            br#"{"type":"private_group","messages":[{"id":1,"date_unixtime":"1","#,
        ),
    ]);
    let broken = run(folder.path(), &["assess", "missing", "."], b"");
    assert_eq!(broken.status, 2);
    let lines: Vec<&str> = broken.stderr.lines().collect();
    assert_eq!(lines.len(), 3, "{}", broken.stderr);
    assert!(lines[0].starts_with("breachscan: missing: "));
    assert!(lines[1].starts_with("breachscan: ./broken.zip: archive is damaged"));
    assert!(lines[2].starts_with("breachscan: ./result.json: line 1: not JSON"));
}

#[test]
fn report_asks_for_purpose_and_authority() {
    let folder = folder(&[("chat.txt", QUIET)]);
    for args in [
        &["--report", "report.html"][..],
        &["--report", "report.html", "--purpose", "dip sample"],
        &["--format", "html", "--authority", "Supt Quill"],
        &[
            "--format",
            "html",
            "--purpose",
            " ",
            "--authority",
            "Supt Quill",
        ],
    ] {
        let refused = run(
            folder.path(),
            &[&["assess", "chat.txt"], args].concat(),
            b"",
        );
        assert_eq!((refused.status, refused.text()), (2, ""), "{args:?}");
        assert!(!folder.path().join("report.html").exists());
    }
}

#[test]
fn wrong_settings_are_refused() {
    let folder = folder(&[
        ("chat.txt", QUIET),
        ("short", b"short"),
        (
            "suppress.toml",
            b"[[suppression]]\nreason = 'x'\nauthor = 'y'\nexpires = '2030-01-01'\n",
        ),
        ("mapping.toml", b"delimiter = 7"),
    ]);
    for (args, says) in [
        (
            ["--key-file", "short"],
            "short: the key for fingerprints has 5 bytes",
        ),
        (
            ["--suppressions", "suppress.toml"],
            "suppress.toml:1: name a `pattern`",
        ),
        (["--mapping", "mapping.toml"], "mapping.toml: mapping: "),
        (["--source", "telegraph"], "no such format; one of whatsapp"),
        (
            ["--min-severity", "huge"],
            "give low, medium, high or very-high",
        ),
        (["--stamp", "today"], "give a time with its zone"),
    ] {
        let refused = run(
            folder.path(),
            &[&["assess", "chat.txt"], &args[..]].concat(),
            b"",
        );
        assert_eq!((refused.status, refused.text()), (2, ""), "{args:?}");
        assert!(
            refused.stderr.contains(says),
            "{args:?}: {}",
            refused.stderr
        );
    }
}

#[test]
fn pictures_in_a_folder_are_left_aside() {
    let picture = b"\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x02\x03\x04\x05\x06\x07\x08".as_slice();
    let folder = folder(&[
        ("a/chat.txt", QUIET),
        ("a/IMG-20210214-WA0003.jpg", picture),
    ]);
    let walked = run(folder.path(), &["assess", "a"], b"");
    assert_eq!((walked.status, walked.text(), &*walked.stderr), (1, "", ""));
    let named = run(folder.path(), &["assess", "a/IMG-20210214-WA0003.jpg"], b"");
    assert_eq!(named.status, 2, "{}", named.stderr);
}
