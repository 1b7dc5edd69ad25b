//! Calls back into C.

use core::ffi::c_void;
use core::marker::PhantomData;
use core::ops::ControlFlow;

use super::pointer::Caller;
use super::status::{BREACHSCAN_ERR_NULL, BREACHSCAN_STOPPED, Failure};
use crate::finding::{Finding, FindingFn};

/// The function that a scan calls with each finding.
///
/// It is declared `C-unwind`: a C++ exception that leaves it ends the program at the border, after Rust has cleaned
/// up, and is never undefined behaviour.
pub(crate) struct Callback<'c> {
    function: unsafe extern "C-unwind" fn(*const Finding, *mut c_void) -> i32,
    user: *mut c_void,
    call: PhantomData<Caller<'c>>,
}

impl<'c> Caller<'c> {
    pub fn callback(self, function: FindingFn, user: *mut c_void) -> Result<Callback<'c>, Failure> {
        Ok(Callback {
            function: function.ok_or(Failure::new(BREACHSCAN_ERR_NULL))?,
            user,
            call: PhantomData,
        })
    }
}

impl Callback<'_> {
    pub fn call(&self, finding: &Finding) -> ControlFlow<()> {
        // SAFETY: the caller promises a function of this type that may be called with `user` while the call lasts.
        match unsafe { (self.function)(finding, self.user) } {
            0 => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        }
    }
}

/// The outcome of a scan that a callback may have stopped.
pub(crate) fn outcome(flow: ControlFlow<()>) -> Result<(), Failure> {
    match flow {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Failure::new(BREACHSCAN_STOPPED)),
    }
}
