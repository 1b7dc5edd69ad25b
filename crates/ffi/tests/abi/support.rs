//! Calls and objects.

use std::ffi::{CStr, c_char, c_void};
use std::ptr;

use breachscan_ffi::*;

/// Calls an export.
macro_rules! call {
    ($call:expr) => {
        // SAFETY: the test passes what the header asks for, or NULL and lengths that must be refused.
        unsafe { $call }
    };
}
pub(crate) use call;

/// A finding as a test compares it: rule, start, end, confidence.
pub type Found = (String, u64, u64, i32);

/// Objects that are freed at the end of a test.
pub struct Object<T>(pub *mut T, unsafe extern "C" fn(*mut T));

impl<T> Drop for Object<T> {
    fn drop(&mut self) {
        call!((self.1)(self.0));
    }
}

pub fn builtin() -> Object<Rules> {
    let mut rules = ptr::null_mut();
    assert_eq!(call!(breachscan_rules_builtin(&mut rules)), BREACHSCAN_OK);
    Object(rules, breachscan_rules_free)
}

pub fn rules(rules: *mut Rules) -> Object<Rules> {
    Object(rules, breachscan_rules_free)
}

pub fn scanner(rules: *const Rules, options: *const Options) -> Object<Scanner> {
    let mut scanner = ptr::null_mut();
    let status = call!(breachscan_scanner_new(
        rules,
        options,
        &mut scanner,
        ptr::null_mut()
    ));
    assert_eq!(status, BREACHSCAN_OK);
    Object(scanner, breachscan_scanner_free)
}

pub fn stream(rules: *const Rules) -> Object<Stream> {
    let mut stream = ptr::null_mut();
    let status = call!(breachscan_stream_new(
        rules,
        ptr::null(),
        &mut stream,
        ptr::null_mut()
    ));
    assert_eq!(status, BREACHSCAN_OK);
    Object(stream, breachscan_stream_free)
}

pub fn results(results: *mut Results) -> Object<Results> {
    Object(results, breachscan_results_free)
}

pub fn error(error: *mut Error) -> Object<Error> {
    Object(error, breachscan_error_free)
}

pub fn options() -> Options {
    Options {
        struct_size: size_of::<Options>(),
        flags: 0,
        disabled: ptr::null(),
        disabled_len: 0,
        min_confidence: 0,
        reserved: 0,
    }
}

pub fn text(data: *const c_char) -> String {
    assert!(!data.is_null());
    // SAFETY: the library gives text that ends with NUL.
    unsafe { CStr::from_ptr(data) }.to_str().unwrap().to_owned()
}

pub fn found(finding: &Finding) -> Found {
    let id = text(finding.rule_id.data);
    assert_eq!(id.len(), finding.rule_id.len);
    (id, finding.start, finding.end, finding.confidence)
}

/// What a callback gave.
pub fn read(finding: *const Finding) -> Finding {
    assert!(!finding.is_null());
    // SAFETY: a callback gets a finding that lives until it returns.
    unsafe { *finding }
}

/// What `user` points to in the callbacks of these tests.
pub fn user<'u, T>(user: *mut c_void) -> &'u mut T {
    assert!(!user.is_null());
    // SAFETY: each test passes a pointer to a `T` that outlives the call and is not used otherwise meanwhile.
    unsafe { &mut *user.cast::<T>() }
}

pub fn pointer<T>(value: &mut T) -> *mut c_void {
    ptr::from_mut(value).cast()
}

/// Keeps every finding in the `Vec<Finding>` that `user` points to.
pub unsafe extern "C-unwind" fn keep(finding: *const Finding, kept: *mut c_void) -> i32 {
    user::<Vec<Finding>>(kept).push(read(finding));
    0
}

/// Keeps one finding and asks for the end.
pub unsafe extern "C-unwind" fn keep_one(finding: *const Finding, kept: *mut c_void) -> i32 {
    user::<Vec<Finding>>(kept).push(read(finding));
    7
}

pub fn scan(scanner: *mut Scanner, data: &[u8]) -> Vec<Finding> {
    let mut kept = Vec::<Finding>::new();
    let user = pointer(&mut kept);
    let status = call!(breachscan_scanner_scan(
        scanner,
        data.as_ptr(),
        data.len(),
        Some(keep),
        user
    ));
    assert_eq!(status, BREACHSCAN_OK);
    kept
}

pub const NOTE: &[u8] = b"NHS No: 999 519 2977, ring 07700 900461";
