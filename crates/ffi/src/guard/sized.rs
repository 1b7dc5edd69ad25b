//! Structs that grow from version to version: their first field is their size.
//!
//! A shorter one is of an older header: what it lacks is zero, the default of every field. A longer one is of a newer
//! header: it is taken if all that this library does not know is zero.

use core::slice;

use super::pointer::Caller;
use super::status::{BREACHSCAN_ERR_ARGUMENT, BREACHSCAN_ERR_UNSUPPORTED, Failure};
use crate::options::Options;
use crate::redact::Redaction;

/// No version of a struct will have so many bytes: a greater size was never set.
const MOST: usize = 4096;

/// # Safety
///
/// Any bytes are a value of the type, zeros too; its first field is a `usize`.
pub(crate) unsafe trait Plain: Copy {}

// SAFETY: integers and raw pointers only, the first of them a `usize`.
unsafe impl Plain for Options {}
// SAFETY: integers and raw pointers only, the first of them a `usize`.
unsafe impl Plain for Redaction {}

impl<'c> Caller<'c> {
    /// The struct as this library knows it; all defaults for NULL.
    pub fn sized<T: Plain>(self, value: *const T) -> Result<T, Failure> {
        // SAFETY: zeros are a value of a sized struct.
        let mut known: T = unsafe { core::mem::zeroed() };
        if value.is_null() {
            return Ok(known);
        }
        let size = *self.reference(value.cast::<usize>())?;
        if size < size_of::<usize>() {
            return Err(Failure::new(BREACHSCAN_ERR_ARGUMENT));
        }
        if size > MOST {
            return Err(Failure::new(BREACHSCAN_ERR_UNSUPPORTED));
        }
        let given = self.bytes(value.cast::<u8>(), size)?;
        let (head, tail) = given.split_at(size.min(size_of::<T>()));
        if tail.iter().any(|&byte| byte != 0) {
            return Err(Failure::new(BREACHSCAN_ERR_UNSUPPORTED));
        }
        // SAFETY: `known` is plain memory of that size, and any bytes are a value of it.
        let bytes =
            unsafe { slice::from_raw_parts_mut((&raw mut known).cast::<u8>(), size_of::<T>()) };
        bytes[..head.len()].copy_from_slice(head);
        Ok(known)
    }
}
