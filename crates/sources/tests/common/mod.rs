//! What the tests of readers share.

use std::fs;
use std::path::Path;

use breachscan::message::{Message, Party};
use breachscan_sources::{Options, Reading};

pub fn read(path: &str) -> Reading {
    read_with(path, &Options::new())
}

pub fn read_with(path: &str, options: &Options) -> Reading {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(path);
    breachscan_sources::read(&fs::read(file).unwrap(), Some(path), options)
}

pub fn read_text(text: &str) -> Reading {
    breachscan_sources::read(text.as_bytes(), None, &Options::new())
}

pub fn messages(reading: &Reading) -> Vec<&Message> {
    reading
        .conversations()
        .flat_map(|one| &one.messages)
        .collect()
}

pub fn name(message: &Message) -> &str {
    message.sender.as_ref().map_or("", Party::key)
}

pub fn seconds(message: &Message) -> i64 {
    message.time.unwrap().local_seconds
}
