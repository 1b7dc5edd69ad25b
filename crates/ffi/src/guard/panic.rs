//! Nothing unwinds into C, and nothing is printed.
//!
//! A panic's message may hold scanned text, such as that of slicing a string inside a character, and the standard
//! hook prints it before anything can catch it. Inside the border the hook stays silent; elsewhere it is as it was.

use core::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use super::pointer::Caller;

thread_local! {
    /// How many exports this thread is in: more than one where a callback calls back.
    ///
    /// It has no destructor, so that nothing runs when a thread ends.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// The body of an export: `guarded!(on_panic, |caller| …)`, or without `on_panic` for one that answers a status.
///
/// To be used in `unsafe extern "C"` functions only.
macro_rules! guarded {
    ($on_panic:expr, $body:expr) => {
        // SAFETY: the export that expands this is unsafe, so its caller promises what the header asks of arguments.
        unsafe { $crate::guard::panic::run($on_panic, $body) }
    };
    ($body:expr) => {
        guarded!($crate::guard::status::BREACHSCAN_ERR_INTERNAL, |caller| {
            $crate::guard::status::status_of($body(caller))
        })
    };
}

/// Runs `body` and gives what it gives, or `on_panic` if it panics.
///
/// # Safety
///
/// The arguments of the export whose body this is are what the header asks for.
pub(crate) unsafe fn run<T>(on_panic: T, body: impl for<'c> FnOnce(Caller<'c>) -> T) -> T {
    silence();
    DEPTH.set(DEPTH.get() + 1);
    // Objects that a panic may have left half done are poisoned when their borrow ends, and refuse later calls.
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the caller of this function promises it.
        body(unsafe { Caller::promising() })
    }));
    DEPTH.set(DEPTH.get() - 1);
    outcome.unwrap_or(on_panic)
}

/// Makes panics inside the border print nothing.
fn silence() {
    static SILENCED: Once = Once::new();
    SILENCED.call_once(|| {
        let outside = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if DEPTH.get() == 0 {
                outside(info);
            }
        }));
    });
}
