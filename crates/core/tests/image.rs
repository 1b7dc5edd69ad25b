//! A saved image gives the same scanner back; anything else is refused with a message that says why.

use breachscan::{Confidence, Config, Scanner, Span};

type Told = (String, Span, Confidence, Option<Span>);

fn findings(scanner: &Scanner, text: &str) -> Vec<Told> {
    scanner
        .find_iter(text.as_bytes())
        .map(|found| {
            let rule = found.rule().id().to_owned();
            (rule, found.span(), found.confidence(), found.context())
        })
        .collect()
}

fn refusal(bytes: &[u8]) -> String {
    match Scanner::from_image_bytes(bytes) {
        Ok(_) => panic!("an image of {} bytes was read", bytes.len()),
        Err(error) => error.to_string(),
    }
}

/// A small rule set: its image is quick to read.
fn small_image() -> Vec<u8> {
    let rule = r#"
        id = "visit-reference"
        name = "Visit reference"
        about = "A visit."
        kind = "identifier"
        status = "shape"
        sources = ["Invented"]
        [confidence]
        bare = 0.60
        [[pattern]]
        regex = 'VR-\d{6}'
        [[hit]]
        text = "VR-000123"
        span = [0, 9]
        why = "plain"
        [[miss]]
        text = "VR-00012"
        why = "short"
    "#;
    let scanner = Scanner::only_rules([("visits.toml", rule)]).unwrap();
    scanner.to_image().unwrap()
}

#[test]
fn a_reloaded_image_finds_the_same() {
    let saved = Scanner::builtin();
    let image = saved.to_image().unwrap();
    let loaded = Scanner::from_image_bytes(&image).unwrap();
    assert_eq!(saved.rules(), loaded.rules());
    for floor in [Confidence::ZERO, Confidence::REPORT] {
        let config = Config::new().min_confidence(floor);
        let saved = saved.with_config(config.clone()).unwrap();
        let loaded = loaded.with_config(config).unwrap();
        for rule in saved.rules() {
            let hits = rule.hits().iter().map(|hit| hit.text());
            for text in hits.chain(rule.misses().iter().map(|miss| miss.text())) {
                assert_eq!(findings(&saved, text), findings(&loaded, text), "{text:?}");
            }
        }
    }
    assert_eq!(loaded.to_image().unwrap(), image);
}

#[test]
fn an_image_may_lie_at_any_address() {
    let image = small_image();
    for offset in 0..16 {
        let mut bytes = vec![0; offset];
        bytes.extend(&image);
        let scanner = Scanner::from_image_bytes(&bytes[offset..]).unwrap();
        assert!(scanner.is_match(b"see VR-000123"));
    }
}

#[test]
fn a_flipped_byte_is_refused() {
    let image = Scanner::builtin().to_image().unwrap();
    let places = 40;
    for at in (HEADER..image.len()).step_by(image.len() / places) {
        let mut damaged = image.clone();
        damaged[at] ^= 0x10;
        assert_eq!(refusal(&damaged), DAMAGED, "byte {at}");
    }
    let image = small_image();
    for at in (HEADER..image.len()).step_by(1000) {
        let mut damaged = image.clone();
        damaged[at] ^= 0x01;
        assert_eq!(refusal(&damaged), DAMAGED, "byte {at}");
    }
}

#[test]
fn every_flipped_byte_of_the_header_is_refused() {
    let image = small_image();
    for at in 0..HEADER {
        for bit in 0..8 {
            let mut damaged = image.clone();
            damaged[at] ^= 1 << bit;
            let message = refusal(&damaged);
            let want: &[&str] = match at {
                0..8 => &["rule image: these bytes are no breachscan image"],
                8..12 => &[],
                12..44 => &[DAMAGED],
                _ => &[CUT_SHORT, BYTES_FOLLOW, DAMAGED],
            };
            let version =
                (8..12).contains(&at) && message.starts_with("rule image: it has version ");
            assert!(
                version || want.contains(&message.as_str()),
                "byte {at}: {message}"
            );
        }
    }
}

#[test]
fn a_cut_image_is_refused() {
    let image = small_image();
    let header = (0..200).chain((200..image.len()).step_by(977));
    for len in header.chain(image.len() - 64..image.len()) {
        assert_eq!(refusal(&image[..len]), CUT_SHORT, "{len} bytes");
    }
}

#[test]
fn bytes_after_the_end_are_refused() {
    let mut image = small_image();
    image.push(0);
    assert_eq!(refusal(&image), BYTES_FOLLOW);
}

#[test]
fn foreign_bytes_are_refused() {
    assert_eq!(refusal(b""), CUT_SHORT);
    assert_eq!(
        refusal(&[0x7F; 100]),
        "rule image: these bytes are no breachscan image"
    );
    let prose = b"An ordinary letter, longer than any header, about nothing at all. ".repeat(50);
    assert_eq!(
        refusal(&prose),
        "rule image: these bytes are no breachscan image"
    );
}

#[test]
fn another_version_is_refused() {
    let mut image = small_image();
    image[8..12].copy_from_slice(&99u32.to_le_bytes());
    let message = refusal(&image);
    assert!(
        message.starts_with("rule image: it has version 99, this library reads version ")
            && message.ends_with("; save it again"),
        "{message}"
    );
}

/// Bytes before the sections.
const HEADER: usize = 68;
const CUT_SHORT: &str = "rule image: it is cut short; save it again";
const DAMAGED: &str = "rule image: it is damaged: its hash does not match; save it again";
const BYTES_FOLLOW: &str = "rule image: bytes follow its end; it is damaged";
