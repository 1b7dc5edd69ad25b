//! Every message leads back to the bytes of its file.

use std::fs;
use std::path::{Path, PathBuf};

use breachscan::Span;
use breachscan::message::{Message, Origin};
use breachscan_sources::{Options, read};

/// Files of real formats: the tests' own, the project's examples, and a folder that the caller names.
fn files() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![here.join("tests/data"), here.join("../../examples/data")];
    folders.extend(std::env::var_os("BREACHSCAN_CORPUS_DIR").map(PathBuf::from));
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files
}

#[test]
fn text_whose_origin_is_exact_stands_there() {
    let mut exact = 0;
    for path in files() {
        let bytes = fs::read(&path).unwrap();
        let reading = read(&bytes, path.to_str(), &Options::new());
        for part in reading.parts.iter().filter(|part| part.path.is_none()) {
            for message in &part.conversation.messages {
                exact += exact_words(message, &bytes, &path);
            }
        }
    }
    assert!(exact > 10_000, "only {exact} words have an exact origin");
}

/// How many words of a message lie in the file as they are; each that claims to must.
fn exact_words(message: &Message, bytes: &[u8], path: &Path) -> usize {
    let text = message.text.as_str();
    let mut count = 0;
    for word in text.split_ascii_whitespace() {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let origin = message.text.origin(Span::new(at, at + word.len()));
        match origin {
            Origin::Exact(span) if span.len() == word.len() && word.is_ascii() => {
                let found = &bytes[span.range()];
                assert!(
                    found == word.as_bytes(),
                    "{}: bytes differ at {span:?}",
                    path.display()
                );
                count += 1;
            }
            Origin::Exact(span) | Origin::Within(span) => {
                assert!(span.end() <= bytes.len(), "{}", path.display());
            }
            Origin::None => {}
        }
    }
    count
}

#[test]
fn messages_stand_in_their_files_in_order() {
    for path in files() {
        let bytes = fs::read(&path).unwrap();
        let reading = read(&bytes, path.to_str(), &Options::new());
        for part in reading.parts.iter().filter(|part| part.path.is_none()) {
            let places = part
                .conversation
                .messages
                .iter()
                .filter_map(|one| one.place);
            let places: Vec<_> = places.collect();
            assert!(
                places.iter().all(|place| place.end() <= bytes.len()),
                "{}: a place beyond the end",
                path.display()
            );
            assert!(
                places.is_sorted_by_key(|place| place.start()),
                "{}: places out of order",
                path.display()
            );
        }
    }
}
