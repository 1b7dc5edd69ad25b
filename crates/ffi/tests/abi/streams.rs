//! Chunks and what stops them.

use std::ptr;

use breachscan_ffi::*;

use crate::support::*;

fn feed(stream: *mut Stream, chunk: &[u8], stop: bool, kept: &mut Vec<Finding>) -> Status {
    let callback: FindingFn = if stop { Some(keep_one) } else { Some(keep) };
    let (data, len) = (chunk.as_ptr(), chunk.len());
    call!(breachscan_stream_feed(
        stream,
        data,
        len,
        callback,
        pointer(kept)
    ))
}

fn finish(stream: *mut Stream, kept: &mut Vec<Finding>) -> Status {
    call!(breachscan_stream_finish(stream, Some(keep), pointer(kept)))
}

#[test]
fn value_in_two_chunks_is_found_and_the_stream_is_ready_again() {
    let rules = builtin();
    let stream = stream(rules.0);
    drop(rules);
    for _ in 0..2 {
        let mut kept = Vec::new();
        for chunk in [&NOTE[..10], &NOTE[10..11], b"", &NOTE[11..]] {
            assert_eq!(feed(stream.0, chunk, false, &mut kept), BREACHSCAN_OK);
        }
        assert_eq!(finish(stream.0, &mut kept), BREACHSCAN_OK);
        let kept: Vec<_> = kept
            .iter()
            .map(found)
            .map(|found| (found.0, found.1, found.2))
            .collect();
        assert_eq!(
            kept,
            [
                ("nhs-number".to_owned(), 8, 20),
                ("uk-phone".to_owned(), 27, 39)
            ]
        );
    }
}

#[test]
fn stopped_stream_stays_stopped_until_it_is_finished_or_reset() {
    let rules = builtin();
    let stream = stream(rules.0);
    let text = NOTE.repeat(1000);
    let mut kept = Vec::new();
    for end in ["finish", "reset"] {
        kept.clear();
        assert_eq!(feed(stream.0, &text, true, &mut kept), BREACHSCAN_STOPPED);
        assert_eq!(feed(stream.0, &text, false, &mut kept), BREACHSCAN_STOPPED);
        assert_eq!(kept.len(), 1);
        match end {
            "finish" => assert_eq!(finish(stream.0, &mut kept), BREACHSCAN_STOPPED),
            _ => assert_eq!(call!(breachscan_stream_reset(stream.0)), BREACHSCAN_OK),
        }
        assert_eq!(kept.len(), 1);
        assert_eq!(feed(stream.0, NOTE, false, &mut kept), BREACHSCAN_OK);
        assert_eq!(finish(stream.0, &mut kept), BREACHSCAN_OK);
        assert_eq!((kept.len(), kept[1].start), (3, 8));
    }
}

#[test]
fn freeing_a_fed_stream_calls_nothing() {
    let rules = builtin();
    let mut made = ptr::null_mut();
    call!(breachscan_stream_new(
        rules.0,
        ptr::null(),
        &mut made,
        ptr::null_mut()
    ));
    let mut kept = Vec::new();
    assert_eq!(feed(made, NOTE, false, &mut kept), BREACHSCAN_OK);
    call!(breachscan_stream_free(made));
    assert!(kept.is_empty());
}
