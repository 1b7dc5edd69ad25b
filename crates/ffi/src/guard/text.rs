//! Text that C reads.

use core::ffi::{CStr, c_char};

/// UTF-8 text that belongs to the object it came from and lives as long.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Str {
    /// The text, with a NUL after its last byte; never NULL.
    pub data: *const c_char,
    /// Bytes of the text, the NUL not counted.
    pub len: usize,
}

impl Str {
    /// The text for as long as `text` is kept.
    pub(crate) fn of(text: &CStr) -> Str {
        Str {
            data: text.as_ptr(),
            len: text.count_bytes(),
        }
    }
}

// SAFETY: the text is never written to, and who shares a `Str` between threads shares the text's owner with it.
unsafe impl Send for Str {}
// SAFETY: as above.
unsafe impl Sync for Str {}
