//! Any chunks give the findings of the whole.

use core::ops::ControlFlow;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::{CAPACITY, Stream};
use crate::confidence::Confidence;
use crate::scan::{Config, Finding, Scanner, Scratch};
use crate::span::Span;

/// Everything that can be told of a finding.
#[derive(Debug, PartialEq)]
struct Told {
    rule: String,
    span: Span,
    bytes: Vec<u8>,
    confidence: Confidence,
    context: Option<Span>,
    why: String,
}

static EVERYTHING: LazyLock<Scanner> = LazyLock::new(|| {
    let config = Config::new().min_confidence(Confidence::ZERO);
    let scanner = Scanner::builtin().with_config(config);
    scanner.expect("the settings name no rule")
});

fn tell(finding: Finding<'_>) -> Told {
    Told {
        rule: finding.rule().id().to_owned(),
        span: finding.span(),
        bytes: finding.bytes().to_vec(),
        confidence: finding.confidence(),
        context: finding.context(),
        why: finding.why().to_string(),
    }
}

fn whole(text: &[u8]) -> Vec<Told> {
    let mut told = Vec::new();
    let flow = EVERYTHING.scan(&mut Scratch::new(), text, |finding| {
        told.push(tell(finding));
        ControlFlow::Continue(())
    });
    assert!(flow.is_continue());
    told
}

fn in_chunks<'t>(stream: &mut Stream, chunks: impl Iterator<Item = &'t [u8]>) -> Vec<Told> {
    let mut told = Vec::new();
    for chunk in chunks {
        let flow = stream.feed(chunk, |finding| {
            told.push(tell(finding));
            ControlFlow::Continue(())
        });
        assert!(flow.is_continue());
        assert_eq!(stream.buffer.capacity(), CAPACITY, "the buffer never grows");
    }
    let flow = stream.finish(|finding| {
        told.push(tell(finding));
        ControlFlow::Continue(())
    });
    assert!(flow.is_continue());
    told
}

#[track_caller]
fn assert_same(text: &[u8], have: &[Told]) {
    let want = whole(text);
    if let Some(at) = (0..want.len().max(have.len())).find(|&at| want.get(at) != have.get(at)) {
        panic!(
            "finding {at}: want {:?}, have {:?}",
            want.get(at),
            have.get(at)
        );
    }
}

/// Examples, tables, folded text and blank stretches, one after another.
fn long_text(len: usize) -> Vec<u8> {
    let scanner = Scanner::builtin();
    let hits: Vec<&str> = scanner
        .rules()
        .iter()
        .flat_map(|rule| rule.hits().iter().map(|hit| hit.text()))
        .collect();
    let mut text = Vec::with_capacity(len + 8192);
    let mut number = 1_usize;
    while text.len() < len {
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let random = number >> 33;
        let hit = hits[random % hits.len()];
        match random % 41 {
            0 => {
                text.extend(b"\n\nSurname,Passport No,Order No\n");
                let rows = 20 + random % 400;
                text.extend(
                    (0..rows).flat_map(|row| {
                        format!("Hollis,51723{row:04},98765{row:04}\n").into_bytes()
                    }),
                );
            }
            1 => text.extend(b" word".repeat(random % 1500)),
            2..=8 => text.extend(hit.replace(' ', "\u{A0}").bytes()),
            9..=11 => text.extend(hit.replace('-', "\u{2011}").bytes()),
            _ => text.extend(hit.bytes()),
        }
        text.extend(
            if random.is_multiple_of(3) {
                "\n\n"
            } else {
                " \n"
            }
            .bytes(),
        );
    }
    text
}

#[test]
fn every_example_in_chunks_gives_the_same() {
    let mut stream = Stream::new(&EVERYTHING);
    for rule in Scanner::builtin().rules() {
        let hits = rule.hits().iter().map(|hit| hit.text());
        for text in hits.chain(rule.misses().iter().map(|miss| miss.text())) {
            for len in [1, 7] {
                let have = in_chunks(&mut stream, text.as_bytes().chunks(len));
                assert_same(text.as_bytes(), &have);
            }
        }
    }
}

#[test]
fn long_text_in_chunks_of_any_length_gives_the_same() {
    let text = long_text(300_000);
    let mut stream = Stream::new(&EVERYTHING);
    for len in [1, 7, 64, 4095, 4096, 4097, 100_000, text.len()] {
        let have = in_chunks(&mut stream, text.chunks(len));
        assert_same(&text, &have);
    }
}

#[test]
fn header_is_remembered_when_its_bytes_are_gone() {
    let mut text = b"Surname,Passport No,Order No\n".to_vec();
    text.extend(b"Hollis,1,2\n".repeat(10_000));
    text.extend(b"Marrow,517236408,3\n");
    let have = in_chunks(&mut Stream::new(&EVERYTHING), text.chunks(1000));
    let passport = have
        .iter()
        .find(|told| told.bytes == b"517236408" && told.rule == "uk-passport");
    assert_eq!(
        passport.and_then(|told| told.context),
        Some(Span::new(8, 19))
    );
    assert_same(&text, &have);
}

#[test]
fn lines_without_end_give_the_same() {
    for piece in [
        "Reg,AB12 CDE;",
        "word ",
        "\n",
        "\r\n",
        "a,b\n",
        "é,Reg|AB12\u{A0}CDE ",
    ] {
        let text = piece.repeat(60_000 / piece.len());
        let have = in_chunks(&mut Stream::new(&EVERYTHING), text.as_bytes().chunks(333));
        assert_same(text.as_bytes(), &have);
    }
}

#[test]
fn break_stops_the_stream_until_it_is_reset() {
    let text = long_text(50_000);
    let mut stream = Stream::new(&Scanner::builtin());
    let mut count = 0;
    let flow = stream.feed(&text, |_| {
        count += 1;
        if count == 3 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert!(flow.is_break());
    assert_eq!(count, 3);
    assert!(stream.feed(&text, |_| panic!("it has stopped")).is_break());
    stream.reset();
    let mut found = Vec::new();
    for chunk in ["reg AB12", " CDE"] {
        let _ = stream.feed(chunk.as_bytes(), |_| ControlFlow::Continue(()));
    }
    let flow = stream.finish(|finding| {
        found.push(finding.span());
        ControlFlow::Continue(())
    });
    assert!(flow.is_continue());
    assert_eq!(found, [Span::new(4, 12)]);
}

#[test]
fn debug_shows_no_text() {
    let mut stream = Stream::new(&Scanner::builtin());
    let _ = stream.feed(b"JG103759A", |_| ControlFlow::Continue(()));
    assert_eq!(format!("{stream:?}"), "Stream { fed: 9, .. }");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_cuts_give_the_same(cuts in proptest::collection::vec(0_usize..60_000, 0..40)) {
        static TEXT: LazyLock<Vec<u8>> = LazyLock::new(|| long_text(60_000));
        let mut cuts = cuts;
        cuts.extend([0, TEXT.len()]);
        cuts.sort_unstable();
        let chunks = cuts.windows(2).map(|cut| &TEXT[cut[0]..cut[1]]);
        assert_same(&TEXT, &in_chunks(&mut Stream::new(&EVERYTHING), chunks));
    }
}
