//! Panics, calls inside calls, objects freed while they are used.

use std::env;
use std::ffi::c_void;
use std::process::Command;
use std::ptr;

use breachscan_ffi::*;

use crate::support::*;

/// Panics as a fault in the library would: on the way of a scan.
unsafe extern "C-unwind" fn fail(_: *const Finding, _: *mut c_void) -> i32 {
    panic!("SECRET 999 519 2977");
}

fn scan_with(scanner: *mut Scanner, callback: FindingFn, user: *mut c_void) -> Status {
    call!(breachscan_scanner_scan(
        scanner,
        NOTE.as_ptr(),
        NOTE.len(),
        callback,
        user
    ))
}

#[test]
fn panic_becomes_a_status_and_poisons_the_scanner() {
    let rules = builtin();
    let first = scanner(rules.0, ptr::null());
    assert_eq!(
        scan_with(first.0, Some(fail), ptr::null_mut()),
        BREACHSCAN_ERR_INTERNAL
    );
    let mut kept = Vec::<Finding>::new();
    assert_eq!(
        scan_with(first.0, Some(keep), pointer(&mut kept)),
        BREACHSCAN_ERR_POISONED
    );
    let mask = call!(breachscan_scanner_mask(first.0, ptr::null_mut(), 0));
    assert_eq!(mask, BREACHSCAN_ERR_POISONED);
    assert_eq!(
        scan(scanner(rules.0, ptr::null()).0, NOTE).len(),
        2,
        "others are not touched"
    );
}

#[test]
fn panic_poisons_the_stream() {
    let rules = builtin();
    let stream = stream(rules.0);
    let text = NOTE.repeat(1000);
    let (data, len, none) = (text.as_ptr(), text.len(), ptr::null_mut());
    let status = call!(breachscan_stream_feed(
        stream.0,
        data,
        len,
        Some(fail),
        none
    ));
    assert_eq!(status, BREACHSCAN_ERR_INTERNAL);
    assert_eq!(
        call!(breachscan_stream_reset(stream.0)),
        BREACHSCAN_ERR_POISONED
    );
}

#[test]
fn panic_prints_nothing_inside_the_border_and_as_ever_outside() {
    const ASKED: &str = "BREACHSCAN_TEST_PANICS";
    if env::var_os(ASKED).is_some() {
        let rules = builtin();
        let scanner = scanner(rules.0, ptr::null());
        let status = scan_with(scanner.0, Some(fail), ptr::null_mut());
        assert_eq!(status, BREACHSCAN_ERR_INTERNAL);
        let outside = std::thread::spawn(|| panic!("outside the border")).join();
        assert!(outside.is_err());
        return;
    }
    let name = "misuse::panic_prints_nothing_inside_the_border_and_as_ever_outside";
    let program = Command::new(env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture", "--test-threads=1"])
        .env(ASKED, "1")
        .output()
        .unwrap();
    let printed = [program.stdout, program.stderr].concat();
    let printed = String::from_utf8_lossy(&printed);
    assert!(program.status.success(), "{printed}");
    assert!(
        !printed.contains("SECRET") && !printed.contains("999 519"),
        "{printed}"
    );
    assert!(printed.contains("outside the border"), "{printed}");
}

/// What a callback has that calls back.
struct Inner {
    scanner: *mut Scanner,
    other: *mut Scanner,
    statuses: Vec<Status>,
}

unsafe extern "C-unwind" fn call_again(_: *const Finding, inner: *mut c_void) -> i32 {
    let inner = user::<Inner>(inner);
    let mut kept = Vec::<Finding>::new();
    let user = pointer(&mut kept);
    let mut made = ptr::null_mut();
    inner.statuses.extend([
        scan_with(inner.scanner, Some(keep), user),
        call!(breachscan_scanner_collect(
            inner.scanner,
            NOTE.as_ptr(),
            NOTE.len(),
            &mut made
        )),
        call!(breachscan_scanner_mask(inner.scanner, ptr::null_mut(), 0)),
        scan_with(inner.other, Some(keep), user),
    ]);
    0
}

#[test]
fn call_from_its_own_callback_is_busy_and_others_are_fine() {
    let rules = builtin();
    let (scanner, other) = (scanner(rules.0, ptr::null()), scanner(rules.0, ptr::null()));
    let mut inner = Inner {
        scanner: scanner.0,
        other: other.0,
        statuses: Vec::new(),
    };
    let status = scan_with(scanner.0, Some(call_again), pointer(&mut inner));
    let each = [
        BREACHSCAN_ERR_BUSY,
        BREACHSCAN_ERR_BUSY,
        BREACHSCAN_ERR_BUSY,
        BREACHSCAN_OK,
    ];
    assert_eq!(
        (status, &inner.statuses[..]),
        (BREACHSCAN_OK, &[each, each].concat()[..])
    );
    assert_eq!(scan(scanner.0, NOTE).len(), 2);
}

unsafe extern "C-unwind" fn free_scanner(_: *const Finding, inner: *mut c_void) -> i32 {
    let inner = user::<Inner>(inner);
    call!(breachscan_scanner_free(inner.scanner));
    let mut kept = Vec::<Finding>::new();
    inner
        .statuses
        .push(scan_with(inner.scanner, Some(keep), pointer(&mut kept)));
    1
}

#[test]
fn scanner_freed_in_its_callback_goes_when_the_call_ends() {
    let rules = builtin();
    let mut made = ptr::null_mut();
    call!(breachscan_scanner_new(
        rules.0,
        ptr::null(),
        &mut made,
        ptr::null_mut()
    ));
    let mut inner = Inner {
        scanner: made,
        other: ptr::null_mut(),
        statuses: Vec::new(),
    };
    assert_eq!(
        scan_with(made, Some(free_scanner), pointer(&mut inner)),
        BREACHSCAN_STOPPED
    );
    assert_eq!(inner.statuses, [BREACHSCAN_ERR_BUSY]);
}

unsafe extern "C-unwind" fn free_stream(_: *const Finding, stream: *mut c_void) -> i32 {
    call!(breachscan_stream_free(stream.cast()));
    0
}

#[test]
fn stream_freed_in_its_callback_goes_when_the_call_ends() {
    let rules = builtin();
    let mut made = ptr::null_mut();
    call!(breachscan_stream_new(
        rules.0,
        ptr::null(),
        &mut made,
        ptr::null_mut()
    ));
    let text = b"NHS No: 999 519 2977";
    let (data, len, none) = (text.as_ptr(), text.len(), ptr::null_mut());
    assert_eq!(
        call!(breachscan_stream_feed(
            made,
            data,
            len,
            Some(free_stream),
            none
        )),
        BREACHSCAN_OK
    );
    assert_eq!(
        call!(breachscan_stream_finish(
            made,
            Some(free_stream),
            made.cast()
        )),
        BREACHSCAN_OK
    );
}

#[test]
fn objects_are_freed_in_any_order() {
    for order in [
        [0, 1, 2, 3],
        [3, 2, 1, 0],
        [1, 0, 3, 2],
        [2, 0, 1, 3],
        [0, 3, 1, 2],
    ] {
        let (mut rules, mut scanner) = (ptr::null_mut(), ptr::null_mut());
        let (mut stream, mut results) = (ptr::null_mut(), ptr::null_mut());
        let none = ptr::null_mut();
        call!(breachscan_rules_builtin(&mut rules));
        call!(breachscan_scanner_new(
            rules,
            ptr::null(),
            &mut scanner,
            none
        ));
        call!(breachscan_stream_new(rules, ptr::null(), &mut stream, none));
        call!(breachscan_scanner_collect(
            scanner,
            NOTE.as_ptr(),
            NOTE.len(),
            &mut results
        ));
        let frees: [&dyn Fn(); 4] = [
            &|| call!(breachscan_rules_free(rules)),
            &|| call!(breachscan_scanner_free(scanner)),
            &|| call!(breachscan_stream_free(stream)),
            &|| call!(breachscan_results_free(results)),
        ];
        order.iter().for_each(|&which: &usize| frees[which]());
    }
}
