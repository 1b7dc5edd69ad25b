//! Objects that C holds.
//!
//! ```text
//!            take            end of the call
//!   idle ───────────> busy ──────────────────> idle
//!                      │ │ a panic
//!                      │ └───────────────────> poisoned     refuses all but free
//!                      │ free
//!                      └──> doomed ──────────> freed        when the call ends
//! ```
//!
//! An object that many calls may read at once is a plain box; [`Caller::reference`] borrows it.

use core::cell::UnsafeCell;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;
use core::sync::atomic::{AtomicU8, Ordering};
use std::thread;

use super::pointer::Caller;
use super::status::{BREACHSCAN_ERR_BUSY, BREACHSCAN_ERR_NULL, BREACHSCAN_ERR_POISONED, Failure};

const IDLE: u8 = 0;
const BUSY: u8 = 1;
const POISONED: u8 = 2;
const DOOMED: u8 = 3;

/// What one call at a time may use.
pub(crate) struct Exclusive<T> {
    state: AtomicU8,
    value: UnsafeCell<T>,
}

/// An object that one call at a time may use.
pub(crate) trait Handle {
    type Value;

    fn exclusive(&self) -> &Exclusive<Self::Value>;
}

/// An object's value, taken by a call until it ends.
pub(crate) struct Taken<'c, H: Handle> {
    object: NonNull<H>,
    call: PhantomData<&'c mut H::Value>,
}

impl<T> Exclusive<T> {
    pub fn new(value: T) -> Exclusive<T> {
        Exclusive {
            state: AtomicU8::new(IDLE),
            value: UnsafeCell::new(value),
        }
    }
}

impl<'c> Caller<'c> {
    /// Takes an object's value for this call.
    pub fn take<H: Handle>(self, object: *mut H) -> Result<Taken<'c, H>, Failure> {
        let object = NonNull::new(object).ok_or(Failure::new(BREACHSCAN_ERR_NULL))?;
        // SAFETY: the caller promises an object of this library that was not freed; only the state is touched.
        let state = unsafe { &object.as_ref().exclusive().state };
        match state.compare_exchange(IDLE, BUSY, Ordering::Acquire, Ordering::Relaxed) {
            Ok(_) => Ok(Taken {
                object,
                call: PhantomData,
            }),
            Err(POISONED) => Err(Failure::new(BREACHSCAN_ERR_POISONED)),
            Err(_) => Err(Failure::new(BREACHSCAN_ERR_BUSY)),
        }
    }

    /// Frees an object that one call at a time may use: now, or when the call that uses it ends.
    pub fn free_handle<H: Handle>(self, object: *mut H) {
        let Some(object) = NonNull::new(object) else {
            return;
        };
        // SAFETY: the caller promises an object of this library that was not freed; only the state is touched.
        let state = unsafe { &object.as_ref().exclusive().state };
        let doom = state.compare_exchange(BUSY, DOOMED, Ordering::AcqRel, Ordering::Acquire);
        if matches!(doom, Err(IDLE | POISONED)) {
            self.free(object.as_ptr());
        }
    }

    /// Frees an object that no call uses.
    pub fn free<T>(self, object: *mut T) {
        if !object.is_null() {
            // SAFETY: the caller promises that it came from this library, which made it as a box, and that it is
            // freed once.
            drop(unsafe { Box::from_raw(object) });
        }
    }
}

impl<H: Handle> Taken<'_, H> {
    fn exclusive(&self) -> &Exclusive<H::Value> {
        // SAFETY: a taken object is freed only after this borrow has ended: `free_handle` dooms it.
        unsafe { self.object.as_ref().exclusive() }
    }
}

impl<H: Handle> Deref for Taken<'_, H> {
    type Target = H::Value;

    fn deref(&self) -> &H::Value {
        // SAFETY: the state is busy, so that this is the only borrow of the value.
        unsafe { &*self.exclusive().value.get() }
    }
}

impl<H: Handle> DerefMut for Taken<'_, H> {
    fn deref_mut(&mut self) -> &mut H::Value {
        // SAFETY: the state is busy, so that this is the only borrow of the value.
        unsafe { &mut *self.exclusive().value.get() }
    }
}

impl<H: Handle> Drop for Taken<'_, H> {
    fn drop(&mut self) {
        let next = if thread::panicking() { POISONED } else { IDLE };
        let end = self.exclusive().state.compare_exchange(
            BUSY,
            next,
            Ordering::AcqRel,
            Ordering::Acquire,
        );
        if end.is_err() {
            // SAFETY: the object is doomed: its owner freed it during this call and uses it no more. It was made as a
            // box.
            drop(unsafe { Box::from_raw(self.object.as_ptr()) });
        }
    }
}
