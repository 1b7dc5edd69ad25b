//! Numbers and names of this library.

use core::ffi::{CStr, c_char};

/// The number of this interface, which is also that of the shared library's name. Within one number functions,
/// constants and fields are only added.
pub const BREACHSCAN_ABI_VERSION: u32 = 1;

const VERSION: &CStr =
    match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
        Ok(version) => version,
        Err(_) => panic!("a version holds no NUL"),
    };

/// The number of the interface of the library that is loaded. A program that was compiled with another
/// BREACHSCAN_ABI_VERSION must not use it.
///
/// Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn breachscan_abi_version() -> u32 {
    BREACHSCAN_ABI_VERSION
}

/// The version of the library that is loaded, such as "0.1.0": static text, never NULL.
///
/// Threads: any. Nothing is to be freed.
#[unsafe(no_mangle)]
pub extern "C" fn breachscan_version() -> *const c_char {
    VERSION.as_ptr()
}
