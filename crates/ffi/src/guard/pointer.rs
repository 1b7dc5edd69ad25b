//! Arguments in, results out.

use core::marker::PhantomData;
use core::ptr::NonNull;
use core::slice;

use super::status::{
    BREACHSCAN_ERR_LENGTH, BREACHSCAN_ERR_NULL, BREACHSCAN_ERR_SMALL, BREACHSCAN_ERR_TEXT, Failure,
};
use crate::error::Error;

/// The caller of an export, who promises what the header says: each pointer is NULL or points to what its parameter
/// names, that stays valid and is not written to while the call lasts, and objects came from this library and were
/// not freed.
#[derive(Clone, Copy)]
pub(crate) struct Caller<'c>(PhantomData<&'c mut &'c ()>);

/// A place where an export writes a value.
pub(crate) struct Out<'c, T> {
    place: NonNull<T>,
    call: PhantomData<&'c mut T>,
}

/// A place where an export writes an object, which is NULL until then.
pub(crate) struct ObjectOut<'c, T>(Out<'c, *mut T>);

/// A caller's buffer, and the place where the size that it needs is written.
pub(crate) struct Buffer<'c> {
    place: Option<NonNull<u8>>,
    capacity: usize,
    needed: Out<'c, usize>,
}

impl<'c> Caller<'c> {
    /// # Safety
    ///
    /// The promise is kept for as long as `'c`.
    pub(super) unsafe fn promising() -> Caller<'c> {
        Caller(PhantomData)
    }

    /// Bytes that are read; `(NULL, 0)` is empty.
    pub fn bytes(self, data: *const u8, len: usize) -> Result<&'c [u8], Failure> {
        self.slice(data, len)
    }

    /// Code units of UTF-16 that are read.
    pub fn units(self, data: *const u16, len: usize) -> Result<&'c [u16], Failure> {
        self.slice(data, len)
    }

    /// Pointers to text that ends with NUL.
    pub fn pointers<T>(self, data: *const *const T, len: usize) -> Result<&'c [*const T], Failure> {
        self.slice(data, len)
    }

    /// UTF-8 text.
    pub fn text(self, data: *const core::ffi::c_char, len: usize) -> Result<&'c str, Failure> {
        let bytes = self.slice(data.cast::<u8>(), len)?;
        core::str::from_utf8(bytes).map_err(|_| Failure::new(BREACHSCAN_ERR_TEXT))
    }

    /// UTF-8 text that ends with NUL.
    pub fn c_text(self, data: *const core::ffi::c_char) -> Result<&'c str, Failure> {
        let data = non_null(data)?;
        // SAFETY: the caller promises that text without a length ends with NUL.
        let text = unsafe { core::ffi::CStr::from_ptr(data.as_ptr()) };
        text.to_str().map_err(|_| Failure::new(BREACHSCAN_ERR_TEXT))
    }

    /// Bytes that are changed where they stand.
    pub fn bytes_mut(self, data: *mut u8, len: usize) -> Result<&'c mut [u8], Failure> {
        let Some(data) = counted(data, len)? else {
            return Ok(&mut []);
        };
        // SAFETY: the caller promises `len` bytes that nothing else reads or writes while the call lasts.
        Ok(unsafe { slice::from_raw_parts_mut(data.as_ptr(), len) })
    }

    /// What a pointer to one value points to.
    pub fn reference<T>(self, value: *const T) -> Result<&'c T, Failure> {
        let value = non_null(value)?;
        // SAFETY: the caller promises that it points to a value that is not written to while the call lasts.
        Ok(unsafe { value.as_ref() })
    }

    /// A place for a value.
    pub fn out<T>(self, place: *mut T) -> Result<Out<'c, T>, Failure> {
        Ok(Out {
            place: non_null(place)?,
            call: PhantomData,
        })
    }

    /// A place for an object.
    pub fn object_out<T>(self, place: *mut *mut T) -> Result<ObjectOut<'c, T>, Failure> {
        let mut out = self.out(place)?;
        out.set(core::ptr::null_mut());
        Ok(ObjectOut(out))
    }

    /// A buffer of the caller's.
    pub fn buffer(
        self,
        place: *mut u8,
        capacity: usize,
        needed: *mut usize,
    ) -> Result<Buffer<'c>, Failure> {
        Ok(Buffer {
            place: counted(place, capacity)?,
            capacity,
            needed: self.out(needed)?,
        })
    }

    /// Runs what may be refused with more detail than a status, and leaves that detail in `place` unless it is NULL.
    pub fn explaining(
        self,
        place: *mut *mut Error,
        body: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let place = self.object_out(place).ok();
        body().inspect_err(|failure| {
            if let (Some(place), Some(error)) = (place, Error::of(failure)) {
                place.give(error);
            }
        })
    }

    fn slice<T>(self, data: *const T, len: usize) -> Result<&'c [T], Failure> {
        let Some(data) = counted(data.cast_mut(), len)? else {
            return Ok(&[]);
        };
        // SAFETY: the caller promises `len` values that are not written to while the call lasts; their size in bytes
        // is at most `isize::MAX`.
        Ok(unsafe { slice::from_raw_parts(data.as_ptr(), len) })
    }
}

impl<T> Out<'_, T> {
    pub fn set(&mut self, value: T) {
        // SAFETY: the caller promises a place for a value that nothing else uses while the call lasts.
        unsafe { self.place.write(value) };
    }
}

impl<T> ObjectOut<'_, T> {
    /// Gives the object to the caller, who frees it.
    pub fn give(mut self, object: T) {
        self.0.set(Box::into_raw(Box::new(object)));
    }
}

impl Buffer<'_> {
    /// Writes these bytes if they fit, and how many they are in any case.
    pub fn fill(mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.needed.set(bytes.len());
        if bytes.len() > self.capacity {
            return Err(Failure::new(BREACHSCAN_ERR_SMALL));
        }
        if let Some(place) = self.place {
            // SAFETY: the caller promises `capacity` writable bytes that nothing else uses; `bytes` is no longer.
            unsafe { place.copy_from_nonoverlapping(NonNull::from(bytes).cast(), bytes.len()) };
        }
        Ok(())
    }
}

fn non_null<T>(pointer: *const T) -> Result<NonNull<T>, Failure> {
    NonNull::new(pointer.cast_mut()).ok_or(Failure::new(BREACHSCAN_ERR_NULL))
}

/// The start of `len` values; `None` where there are none.
fn counted<T>(data: *mut T, len: usize) -> Result<Option<NonNull<T>>, Failure> {
    let fits = len
        .checked_mul(size_of::<T>())
        .is_some_and(|bytes| bytes <= isize::MAX as usize);
    match NonNull::new(data) {
        _ if !fits => Err(Failure::new(BREACHSCAN_ERR_LENGTH)),
        _ if len == 0 => Ok(None),
        None => Err(Failure::new(BREACHSCAN_ERR_LENGTH)),
        data => Ok(data),
    }
}
