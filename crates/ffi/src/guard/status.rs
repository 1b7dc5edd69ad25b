//! What every call answers.

use breachscan::Error;

/// What a call answers: one of the `BREACHSCAN_` numbers below.
///
/// 0 is success and 1 is a scan that its callback stopped; all others are errors. Later versions may add numbers and
/// never change these: treat an unknown one as an error.
pub type Status = i32;

/// Done.
pub const BREACHSCAN_OK: Status = 0;
/// A callback asked for the end of the scan.
pub const BREACHSCAN_STOPPED: Status = 1;
/// A pointer that must not be NULL was NULL.
pub const BREACHSCAN_ERR_NULL: Status = 2;
/// A length without data, or greater than PTRDIFF_MAX.
pub const BREACHSCAN_ERR_LENGTH: Status = 3;
/// Text that must be UTF-8 was not.
pub const BREACHSCAN_ERR_TEXT: Status = 4;
/// A value outside of its range, or the name of a rule that does not exist.
pub const BREACHSCAN_ERR_ARGUMENT: Status = 5;
/// A flag or an option that this library does not know: it is older than the header.
pub const BREACHSCAN_ERR_UNSUPPORTED: Status = 6;
/// Rules that break the schema or do not compile; the error object says where.
pub const BREACHSCAN_ERR_RULES: Status = 7;
/// A saved image that is damaged or of another version; the error object says which.
pub const BREACHSCAN_ERR_IMAGE: Status = 8;
/// The buffer is too small; the size that is needed was written.
pub const BREACHSCAN_ERR_SMALL: Status = 9;
/// The object is in use by another call: by one on another thread, or by the one whose callback this is.
pub const BREACHSCAN_ERR_BUSY: Status = 10;
/// An earlier call on this object failed with BREACHSCAN_ERR_INTERNAL; it can only be freed.
pub const BREACHSCAN_ERR_POISONED: Status = 11;
/// A fault of this library. Nothing of it was printed; the object can only be freed.
pub const BREACHSCAN_ERR_INTERNAL: Status = 12;

/// Every status with its text, in the order of the numbers.
const TEXTS: [&core::ffi::CStr; 13] = [
    c"done",
    c"stopped by the callback",
    c"a pointer is NULL",
    c"a length has no data or is too great",
    c"text is not UTF-8",
    c"an argument is out of its range",
    c"a flag or an option is not known to this version of the library",
    c"the rules were refused",
    c"the rule image was refused",
    c"the buffer is too small",
    c"the object is in use",
    c"the object is unusable after an internal error",
    c"internal error",
];

/// A status in words: static text in English, for logs. An unknown status has a text too; it is never NULL.
///
/// Threads: any. Nothing is to be freed.
#[unsafe(no_mangle)]
pub extern "C" fn breachscan_status_str(status: Status) -> *const core::ffi::c_char {
    let text = usize::try_from(status).ok().and_then(|at| TEXTS.get(at));
    text.copied().unwrap_or(c"unknown status").as_ptr()
}

/// Why a call did not do what it was asked for.
#[derive(Debug)]
pub(crate) struct Failure {
    pub status: Status,
    /// More than the status tells, where there is more.
    pub detail: Option<Error>,
}

impl Failure {
    pub fn new(status: Status) -> Failure {
        Failure {
            status,
            detail: None,
        }
    }

    pub fn detailed(status: Status, error: Error) -> Failure {
        Failure {
            status,
            detail: Some(error),
        }
    }
}

/// The status of a call that ended.
pub(crate) fn status_of(outcome: Result<(), Failure>) -> Status {
    match outcome {
        Ok(()) => BREACHSCAN_OK,
        Err(failure) => failure.status,
    }
}
