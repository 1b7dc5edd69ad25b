//! Why rules, an image or options were refused.

use core::ffi::c_char;
use std::ffi::CString;

use crate::guard::Failure;
use crate::guard::status::Status;

/// Why rules, an image or options were refused. Never holds scanned text.
///
/// Only calls with an `error` parameter make one, and only for a failure that has more to tell than its status; all
/// others leave NULL there. Who passes a place for it frees it with breachscan_error_free.
pub struct Error {
    status: Status,
    message: CString,
}

impl Error {
    /// What a failure has to tell, if it has more than its status.
    pub(crate) fn of(failure: &Failure) -> Option<Error> {
        let message = failure
            .detail
            .as_ref()?
            .to_string()
            .replace('\0', "\u{FFFD}");
        Some(Error {
            status: failure.status,
            message: CString::new(message).ok()?,
        })
    }
}

/// The status that came with the error; BREACHSCAN_OK for NULL.
///
/// Threads: any, at the same time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_error_status(error: *const Error) -> Status {
    guarded!(crate::BREACHSCAN_ERR_INTERNAL, |caller| caller
        .reference(error)
        .map_or(crate::BREACHSCAN_OK, |error| error.status))
}

/// What is wrong, where, and what to do about it: one line of UTF-8 in English, with file, line and rule where they
/// are known. Belongs to the error. Empty for NULL; never NULL itself.
///
/// Threads: any, at the same time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_error_message(error: *const Error) -> *const c_char {
    guarded!(c"".as_ptr(), |caller| caller
        .reference(error)
        .map_or(c"".as_ptr(), |error| error.message.as_ptr()))
}

/// Frees an error. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_error_free(error: *mut Error) {
    guarded!((), |caller| caller.free(error));
}
