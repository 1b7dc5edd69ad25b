//! Bytes that are broken, cut or meant to do harm.

use std::fs;
use std::path::Path;

use breachscan_sources::{Format, Options, Trouble, read};
use proptest::prelude::*;

/// The tests' own files.
fn samples() -> Vec<(String, Vec<u8>)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")];
    let mut samples = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.to_str().unwrap().to_owned();
                samples.push((name, fs::read(path).unwrap()));
            }
        }
    }
    samples
}

fn options(format: Format) -> Options {
    Options::new().format(format)
}

#[test]
fn every_truncation_is_read() {
    for (name, bytes) in samples() {
        let format = read(&bytes, Some(&name), &Options::new()).format;
        for end in 0..bytes.len() {
            read(&bytes[..end], Some(&name), &options(format));
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_as_any_format(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for format in Format::all() {
            read(&bytes, None, &options(format));
        }
        read(&bytes, None, &Options::new());
    }

    #[test]
    fn any_mutilated_sample_is_read(
        which in 0usize..32,
        cut in any::<prop::sample::Index>(),
        length in 0usize..40,
        filling in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let samples = samples();
        let (name, bytes) = &samples[which % samples.len()];
        let format = read(bytes, Some(name), &Options::new()).format;
        let start = cut.index(bytes.len().max(1)).min(bytes.len());
        let end = (start + length).min(bytes.len());
        let mutilated = [&bytes[..start], &filling, &bytes[end..]].concat();
        read(&mutilated, Some(name), &options(format));
        read(&mutilated, Some(name), &Options::new());
    }
}

/// Pieces that readers could stumble over when they come ten thousand times.
const PIECES: &[&str] = &[
    "[",
    "{\"a\":",
    "[1,",
    "\"",
    "\\",
    "{\"messages\":[{\"text\":[",
    "<a",
    "<div class=\"message x\">",
    "<!--",
    "&",
    "\n",
    "a,b\n",
    "\",",
    "\n\"",
    "14/02/2021, 21:14 - ",
    "14/02/2021, 21:14 - a: b\n",
    "14/02/2021, 21:14 - a\n",
    "[14/02/2021, 21:14:00] :",
    "x: ",
    "From a 10:00 2021\n",
    "\n\nFrom a 10:00 2021\nTo: b\n\n",
    "To: <a@b>,",
    "Content-Type: message/rfc822\n\n",
    "Content-Type: multipart/mixed; boundary=a\n\n--a\n",
    "=?utf-8?Q?",
    "=\n",
    "--a\n",
    "{\"envelope\":{\"timestamp\":1,\"dataMessage\":{\"message\":\"a\",\"expiresInSeconds\":1}}}\n",
    "{\"a\n",
    "\u{200E}",
    "Time,User,Action\n",
    "2021-01-01 10:00,a,b\n",
    "(",
    "a@",
];

#[test]
fn hostile_repetition_is_read_in_every_format() {
    for piece in PIECES {
        for head in [
            "",
            "From: a@b\nSubject: x\nMIME-Version: 1.0\n",
            "Time,User,Action\n",
        ] {
            let bytes = [head, &piece.repeat(100_000 / piece.len())].concat();
            for format in Format::all() {
                read(bytes.as_bytes(), None, &options(format));
            }
        }
    }
}

#[test]
fn deep_json_is_refused() {
    let deep = format!("{{\"messages\": {}", "[".repeat(1_000_000));
    let reading = read(deep.as_bytes(), None, &options(Format::TelegramJson));
    assert_eq!(reading.problems[0].trouble, Trouble::JsonDepth(64));
}

#[test]
fn problems_show_no_text() {
    let reading = read(
        b"{\"messages\": [{\"text\": \"secret",
        None,
        &options(Format::TelegramJson),
    );
    let shown = format!("{:?} {}", reading, reading.problems[0]);
    assert!(!shown.contains("secret"));
}
