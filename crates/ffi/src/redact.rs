//! Text with its findings replaced.

use breachscan::Redaction as CoreRedaction;

use crate::guard::status::*;
use crate::guard::{Caller, Failure};
use crate::scanner::{Scanner, Work};

/// What stands in a value's place. Begin with BREACHSCAN_REDACTION_INIT; NULL asks for masks.
///
/// Grows as breachscan_options does.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Redaction {
    /// sizeof(breachscan_redaction), which BREACHSCAN_REDACTION_INIT sets.
    pub struct_size: usize,
    /// For tokens: at least 16 secret bytes. The same key gives the same value the same token.
    pub key: *const u8,
    /// How many bytes `key` has.
    pub key_len: usize,
    /// BREACHSCAN_REDACT_MASK, _LABEL or _TOKEN.
    pub style: i32,
    /// 0.
    pub reserved: i32,
}

/// As many '*' as the value has bytes: every other byte keeps its offset.
pub const BREACHSCAN_REDACT_MASK: i32 = 0;
/// The rule's id, such as [nhs-number].
pub const BREACHSCAN_REDACT_LABEL: i32 = 1;
/// The rule's id and a keyed hash of the value (HMAC-SHA256), such as [nhs-number:3f6c0a95d1e27b48].
pub const BREACHSCAN_REDACT_TOKEN: i32 = 2;

/// Writes `data` with every finding replaced to the caller's buffer.
///
/// Overlapping findings are replaced as one; UTF-8 stays valid. `out` and `data` must not overlap. `needed` gets the
/// size of the redacted text. With ERR_SMALL nothing is written to `out`, which may then be NULL with a capacity of 0.
/// Masked text is as long as `data`.
///
/// Threads: one at a time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_ARGUMENT for the style or a short key,
/// ERR_UNSUPPORTED, ERR_SMALL, ERR_BUSY, ERR_POISONED, ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_scanner_redact(
    scanner: *mut Scanner,
    data: *const u8,
    len: usize,
    redaction: *const Redaction,
    out: *mut u8,
    capacity: usize,
    needed: *mut usize,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let buffer = caller.buffer(out, capacity, needed)?;
        let data = caller.bytes(data, len)?;
        let redaction = style(caller, redaction)?;
        let mut work = caller.take(scanner)?;
        let Work {
            scanner,
            scratch,
            redacted,
            ..
        } = &mut *work;
        redacted.clear();
        scanner.redact_into(scratch, data, &redaction, redacted);
        buffer.fill(redacted)
    })
}

/// Masks every finding where it stands: each of its bytes becomes '*', every other byte stays.
///
/// Threads: one at a time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_BUSY, ERR_POISONED, ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_scanner_mask(
    scanner: *mut Scanner,
    data: *mut u8,
    len: usize,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let data = caller.bytes_mut(data, len)?;
        let mut work = caller.take(scanner)?;
        let Work {
            scanner, scratch, ..
        } = &mut *work;
        scanner.mask_in_place(scratch, data);
        Ok(())
    })
}

fn style(caller: Caller<'_>, redaction: *const Redaction) -> Result<CoreRedaction, Failure> {
    let redaction = caller.sized(redaction)?;
    let key = caller.bytes(redaction.key, redaction.key_len)?;
    if redaction.reserved != 0 {
        return Err(Failure::new(BREACHSCAN_ERR_UNSUPPORTED));
    }
    match redaction.style {
        BREACHSCAN_REDACT_MASK => Ok(CoreRedaction::Mask),
        BREACHSCAN_REDACT_LABEL => Ok(CoreRedaction::Label),
        BREACHSCAN_REDACT_TOKEN => CoreRedaction::token(key)
            .map_err(|error| Failure::detailed(BREACHSCAN_ERR_ARGUMENT, error)),
        _ => Err(Failure::new(BREACHSCAN_ERR_ARGUMENT)),
    }
}
