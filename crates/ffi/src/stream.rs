//! Text that comes in chunks.

use core::ffi::c_void;
use std::sync::Arc;

use breachscan::Stream as CoreStream;

use crate::error::Error;
use crate::finding::{Finding, FindingFn};
use crate::guard::callback::outcome;
use crate::guard::status::*;
use crate::guard::{Caller, Exclusive, Handle};
use crate::options::Options;
use crate::rules::{RuleSet, Rules};
use crate::scanner::configured;

/// A text that comes in chunks of any size: the findings are those of the whole. What it holds is bounded, however
/// long the text is. One call at a time may use it.
pub struct Stream(Exclusive<Feeding>);

/// What a stream works with.
pub(crate) struct Feeding {
    set: Arc<RuleSet>,
    stream: CoreStream,
}

impl Handle for Stream {
    type Value = Feeding;

    fn exclusive(&self) -> &Exclusive<Feeding> {
        &self.0
    }
}

/// Makes a stream that was fed nothing.
///
/// Parameters and statuses are those of breachscan_scanner_new; the caller frees the stream with
/// breachscan_stream_free, before or after `rules`.
///
/// Threads: any, at the same time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_stream_new(
    rules: *const Rules,
    options: *const Options,
    out: *mut *mut Stream,
    error: *mut *mut Error,
) -> Status {
    guarded!(|caller: Caller<'_>| caller.explaining(error, || {
        let out = caller.object_out(out)?;
        let rules = caller.reference(rules)?;
        let scanner = configured(caller, rules, options)?;
        out.give(Stream(Exclusive::new(Feeding {
            set: Arc::clone(&rules.set),
            stream: CoreStream::new(&scanner),
        })));
        Ok(())
    }))
}

/// Takes the next bytes of the text, and calls `on_finding` with every finding that is certain now. Offsets count from
/// the first byte fed.
///
/// When the callback stops it, this and every later call answers BREACHSCAN_STOPPED until breachscan_stream_finish or
/// breachscan_stream_reset.
///
/// Threads: one at a time. Statuses: BREACHSCAN_OK, STOPPED, ERR_NULL, ERR_LENGTH, ERR_BUSY, ERR_POISONED,
/// ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_stream_feed(
    stream: *mut Stream,
    data: *const u8,
    len: usize,
    on_finding: FindingFn,
    user: *mut c_void,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let callback = caller.callback(on_finding, user)?;
        let data = caller.bytes(data, len)?;
        let mut feeding = caller.take(stream)?;
        let Feeding { set, stream } = &mut *feeding;
        outcome(stream.feed(data, |found| {
            callback.call(&Finding::new(set, found.confidence(), &found.grounds()))
        }))
    })
}

/// Tells the end of the text: calls `on_finding` with the findings that are left, and makes the stream ready for
/// another text, whatever the answer.
///
/// Threads: one at a time. Statuses: as breachscan_stream_feed; BREACHSCAN_STOPPED too if an earlier call was stopped.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_stream_finish(
    stream: *mut Stream,
    on_finding: FindingFn,
    user: *mut c_void,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let callback = caller.callback(on_finding, user)?;
        let mut feeding = caller.take(stream)?;
        let Feeding { set, stream } = &mut *feeding;
        outcome(stream.finish(|found| {
            callback.call(&Finding::new(set, found.confidence(), &found.grounds()))
        }))
    })
}

/// Forgets what was fed, with findings that were not given yet, and makes the stream ready for another text.
///
/// Threads: one at a time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_BUSY, ERR_POISONED, ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_stream_reset(stream: *mut Stream) -> Status {
    guarded!(|caller: Caller<'_>| {
        caller.take(stream)?.stream.reset();
        Ok(())
    })
}

/// Frees a stream without a call back; findings that were not given yet are lost. While a call uses it, as in its own
/// callback, it is freed when that call ends. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_stream_free(stream: *mut Stream) {
    guarded!((), |caller| caller.free_handle(stream));
}
