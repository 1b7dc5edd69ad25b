//! Any bytes, as any format: no panic, and every place lies in the file.
//!
//! Seeds: `crates/sources/tests/data`.

#![no_main]

use breachscan_sources::{Format, Options, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let formats: Vec<Format> = Format::all().collect();
    let options = Options::new().max_unpacked(1 << 20);
    let options = match formats.get(usize::from(choice) % (formats.len() + 1)) {
        Some(format) => options.format(*format),
        None => options,
    };
    let reading = read(bytes, None, &options);
    for part in reading.parts.iter().filter(|part| part.path.is_none()) {
        for message in &part.conversation.messages {
            assert!(message.place.is_none_or(|place| place.end() <= bytes.len()));
        }
    }
});
