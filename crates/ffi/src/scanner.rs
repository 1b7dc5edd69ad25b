//! Scanning, one thread at a time.

use core::ffi::c_void;
use std::sync::Arc;

use breachscan::{Scanner as CoreScanner, Scratch, Utf16Scratch};

use crate::error::Error;
use crate::finding::{Finding, FindingFn};
use crate::guard::callback::outcome;
use crate::guard::status::*;
use crate::guard::{Caller, Exclusive, Failure, Handle};
use crate::options::{self, Options};
use crate::results::Results;
use crate::rules::{RuleSet, Rules};

/// Rules, settings and the buffers of a scan. One call at a time may use it: make one a thread and keep it, since
/// scanning allocates nothing once its buffers have grown to what the texts need.
pub struct Scanner(Exclusive<Work>);

/// What a scanner works with.
pub(crate) struct Work {
    pub set: Arc<RuleSet>,
    pub scanner: CoreScanner,
    pub scratch: Scratch,
    pub utf16: Utf16Scratch,
    /// A redacted text, before it is copied to the caller's buffer.
    pub redacted: Vec<u8>,
}

impl Handle for Scanner {
    type Value = Work;

    fn exclusive(&self) -> &Exclusive<Work> {
        &self.0
    }
}

/// The rules with these options.
pub(crate) fn configured(
    caller: Caller<'_>,
    rules: &Rules,
    options: *const Options,
) -> Result<CoreScanner, Failure> {
    let config = options::config(caller, options)?;
    let scanner = rules.set.scanner.with_config(config);
    scanner.map_err(|error| Failure::detailed(BREACHSCAN_ERR_ARGUMENT, error))
}

/// Makes a scanner of these rules.
///
/// `options` may be NULL. `out` gets the scanner, NULL on failure; the caller frees it with breachscan_scanner_free,
/// before or after `rules`. `error` may be NULL; otherwise it gets NULL, or an error for the caller to free, such as
/// one that names a disabled rule which does not exist.
///
/// Threads: any, at the same time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_TEXT, ERR_ARGUMENT,
/// ERR_UNSUPPORTED, ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_scanner_new(
    rules: *const Rules,
    options: *const Options,
    out: *mut *mut Scanner,
    error: *mut *mut Error,
) -> Status {
    guarded!(|caller: Caller<'_>| caller.explaining(error, || {
        let out = caller.object_out(out)?;
        let rules = caller.reference(rules)?;
        out.give(Scanner(Exclusive::new(Work {
            set: Arc::clone(&rules.set),
            scanner: configured(caller, rules, options)?,
            scratch: Scratch::new(),
            utf16: Utf16Scratch::new(),
            redacted: Vec::new(),
        })));
        Ok(())
    }))
}

/// Calls `on_finding` with every finding in `data`, in order, until it answers other than 0.
///
/// `data` is any bytes, UTF-8 as a rule; NULL with a length of 0 is empty. No pointer to it is kept. Offsets are bytes
/// from `data`. `user` is passed on as it is.
///
/// Threads: one at a time. Statuses: BREACHSCAN_OK, STOPPED, ERR_NULL, ERR_LENGTH, ERR_BUSY, ERR_POISONED,
/// ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_scanner_scan(
    scanner: *mut Scanner,
    data: *const u8,
    len: usize,
    on_finding: FindingFn,
    user: *mut c_void,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let callback = caller.callback(on_finding, user)?;
        let data = caller.bytes(data, len)?;
        let mut work = caller.take(scanner)?;
        let Work {
            set,
            scanner,
            scratch,
            ..
        } = &mut *work;
        outcome(scanner.scan(scratch, data, |found| {
            callback.call(&Finding::new(set, found.confidence(), &found.grounds()))
        }))
    })
}

/// The same for text in UTF-16, of the machine's byte order: `len` and all offsets are code units.
///
/// Finds what the same text in UTF-8 shows. An unpaired surrogate counts as one unit that is no letter and no digit.
/// The scanner keeps a buffer of up to three bytes for each unit of the longest text.
///
/// Threads: one at a time. Statuses: as breachscan_scanner_scan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_scanner_scan_utf16(
    scanner: *mut Scanner,
    units: *const u16,
    len: usize,
    on_finding: FindingFn,
    user: *mut c_void,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let callback = caller.callback(on_finding, user)?;
        let units = caller.units(units, len)?;
        let mut work = caller.take(scanner)?;
        let Work {
            set,
            scanner,
            utf16,
            ..
        } = &mut *work;
        outcome(scanner.scan_utf16(utf16, units, |found| {
            callback.call(&Finding::new(set, found.confidence(), &found.grounds()))
        }))
    })
}

/// Collects every finding in `data` into an object, for languages in which a callback is a burden.
///
/// `out` gets the results, NULL on failure; the caller frees them with breachscan_results_free, before or after the
/// scanner.
///
/// Threads: one at a time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_BUSY, ERR_POISONED, ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_scanner_collect(
    scanner: *mut Scanner,
    data: *const u8,
    len: usize,
    out: *mut *mut Results,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let out = caller.object_out(out)?;
        let data = caller.bytes(data, len)?;
        let mut work = caller.take(scanner)?;
        let mut results = Results::new(&work.set);
        let Work {
            scanner, scratch, ..
        } = &mut *work;
        outcome(scanner.scan(scratch, data, |found| {
            results.push(found.confidence(), &found.grounds())
        }))?;
        out.give(results);
        Ok(())
    })
}

/// The same for text in UTF-16: `len` and all offsets are code units.
///
/// Threads: one at a time. Statuses: as breachscan_scanner_collect.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_scanner_collect_utf16(
    scanner: *mut Scanner,
    units: *const u16,
    len: usize,
    out: *mut *mut Results,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let out = caller.object_out(out)?;
        let units = caller.units(units, len)?;
        let mut work = caller.take(scanner)?;
        let mut results = Results::new(&work.set);
        let Work { scanner, utf16, .. } = &mut *work;
        outcome(scanner.scan_utf16(utf16, units, |found| {
            results.push(found.confidence(), &found.grounds())
        }))?;
        out.give(results);
        Ok(())
    })
}

/// Frees a scanner. While a call uses it, as in its own callback, it is freed when that call ends. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_scanner_free(scanner: *mut Scanner) {
    guarded!((), |caller| caller.free_handle(scanner));
}
