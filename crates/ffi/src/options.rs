//! Settings of scanners and streams.

use core::ffi::c_char;

use breachscan::{Acceleration, Confidence, Config};

use crate::guard::status::*;
use crate::guard::{Caller, Failure};

/// Settings of a scanner or a stream. Zero is the default of every field: begin with BREACHSCAN_OPTIONS_INIT, set what
/// you want, and pass a pointer, or NULL for all defaults. It is read during the call only.
///
/// Later versions may add fields at the end. A library that is older than the header refuses those it does not know
/// with BREACHSCAN_ERR_UNSUPPORTED, unless they are zero.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// sizeof(breachscan_options), which BREACHSCAN_OPTIONS_INIT sets.
    pub struct_size: usize,
    /// 0 or BREACHSCAN_OPTION_PORTABLE. Unknown bits are refused with BREACHSCAN_ERR_UNSUPPORTED.
    pub flags: u64,
    /// Ids of rules that are switched off, each UTF-8 that ends with NUL; NULL for none.
    pub disabled: *const *const c_char,
    /// How many ids `disabled` has.
    pub disabled_len: usize,
    /// Findings below this confidence are not given: 1 to 100 hundredths, 0 for the default of 50, or
    /// BREACHSCAN_CONFIDENCE_ALL.
    pub min_confidence: i32,
    /// 0.
    pub reserved: i32,
}

/// Use no instructions that only some CPUs have. What is found is the same.
pub const BREACHSCAN_OPTION_PORTABLE: u64 = 1;

/// As `min_confidence`: give every match of every shape, values whose check fails included.
pub const BREACHSCAN_CONFIDENCE_ALL: i32 = -1;

/// The default of `min_confidence`.
pub const BREACHSCAN_CONFIDENCE_REPORT: i32 = 50;
/// Findings of this confidence and more deserve a person's attention.
pub const BREACHSCAN_CONFIDENCE_ALERT: i32 = 80;

/// The settings that these options make.
pub(crate) fn config(caller: Caller<'_>, options: *const Options) -> Result<Config, Failure> {
    let options = caller.sized(options)?;
    let acceleration = match options.flags {
        0 => Acceleration::Auto,
        BREACHSCAN_OPTION_PORTABLE => Acceleration::Scalar,
        _ => return Err(Failure::new(BREACHSCAN_ERR_UNSUPPORTED)),
    };
    if options.reserved != 0 {
        return Err(Failure::new(BREACHSCAN_ERR_UNSUPPORTED));
    }
    let mut config = Config::new()
        .acceleration(acceleration)
        .min_confidence(floor(options.min_confidence)?);
    for &id in caller.pointers(options.disabled, options.disabled_len)? {
        config = config.disable(caller.c_text(id)?);
    }
    Ok(config)
}

fn floor(hundredths: i32) -> Result<Confidence, Failure> {
    let refused = || Failure::new(BREACHSCAN_ERR_ARGUMENT);
    match hundredths {
        0 => Ok(Confidence::REPORT),
        BREACHSCAN_CONFIDENCE_ALL => Ok(Confidence::ZERO),
        _ => u8::try_from(hundredths)
            .ok()
            .and_then(Confidence::from_hundredths)
            .ok_or_else(refused),
    }
}
