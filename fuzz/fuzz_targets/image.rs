//! Any bytes as an image: refused, or a scanner that works.
//!
//! A hash guards images, and fuzzing would never guess it. So a whole image of one small rule is changed in a few
//! places and given its right hash: what lies behind the hash must hold by itself.

#![no_main]

use std::sync::LazyLock;

use breachscan::Scanner;
use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};

/// Where an image holds the hash of what follows it.
const HASH: std::ops::Range<usize> = 16..48;

/// Half of the changes are made in the last bytes at most, where table and rules lie behind the larger sieves.
const TAIL: usize = 8 << 10;

static IMAGE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let rule = r#"
        id = "memo"
        name = "Memo"
        about = "A memo."
        kind = "identifier"
        status = "shape"
        sources = ["the fuzzer"]
        confidence = { bare = 0.60, label = 0.90 }
        context = { labels = ["memo no"], words = ["note"] }
        pattern = [{ regex = 'M-\d{2,3}' }, { after = 'no ', regex = '\d{3}' }]
        hit = [
            { text = "M-11", span = [0, 4], why = "shape" },
            { text = "M-111", span = [0, 5], why = "longer" },
        ]
        miss = [{ text = "M-1", why = "short" }]
    "#;
    Scanner::only_rules([("memo.toml", rule)])
        .and_then(|scanner| scanner.to_image())
        .expect("the rule is right")
});

fuzz_target!(|bytes: &[u8]| {
    read(bytes);
    let mut image = IMAGE.clone();
    for change in bytes.chunks_exact(4) {
        let at = u32::from_le_bytes([change[0], change[1], change[2], 0]) as usize;
        let at = match at % 2 {
            0 => at / 2 % image.len(),
            _ => image.len() - 1 - at / 2 % TAIL.min(image.len()),
        };
        image[at] = change[3];
    }
    let hash = Sha256::digest(&image[HASH.end..]);
    image[HASH].copy_from_slice(&hash);
    read(&image);
});

fn read(bytes: &[u8]) {
    if let Ok(scanner) = Scanner::from_image_bytes(bytes) {
        scanner
            .find_iter(b"Memo no 117, M-12 and M-345; see the note.")
            .count();
    }
}
