//! One rule set, many threads.

use std::ffi::c_void;
use std::ptr;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use breachscan_ffi::*;

use crate::support::*;

const THREADS: usize = 10;

/// An object's address, to be sent to another thread.
#[derive(Clone, Copy)]
struct Address(usize);

impl Address {
    fn of<T>(object: *mut T) -> Address {
        Address(object.expose_provenance())
    }

    fn object<T>(self) -> *mut T {
        ptr::with_exposed_provenance_mut(self.0)
    }
}

/// Runs `work` on every thread at once and joins each: the thread sanitizer sees a join, and not that a scope ended.
fn run_threads(work: impl Fn(usize) + Sync) {
    let work = &work;
    thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|thread| scope.spawn(move || work(thread)))
            .collect();
        for thread in threads {
            thread.join().expect("the thread's checks hold");
        }
    });
}

#[test]
fn ten_threads_share_rules_and_results() {
    let rules = builtin();
    let mut made = ptr::null_mut();
    let one = scanner(rules.0, ptr::null());
    call!(breachscan_scanner_collect(
        one.0,
        NOTE.as_ptr(),
        NOTE.len(),
        &mut made
    ));
    let shared = results(made);
    let (rules, shared) = (Address::of(rules.0), Address::of(shared.0));
    run_threads(|thread| {
        let scanner = scanner(rules.object::<Rules>(), ptr::null());
        let text = [NOTE, b"\n"].concat().repeat(thread + 1);
        for _ in 0..20 {
            assert_eq!(scan(scanner.0, &text).len(), 2 * (thread + 1));
            let results = shared.object::<Results>();
            assert_eq!(call!(breachscan_results_len(results)), 2);
            let rules = rules.object::<Rules>();
            assert!(call!(breachscan_rules_len(rules)) > 50);
        }
    });
}

unsafe extern "C-unwind" fn wait(_: *const Finding, barrier: *mut c_void) -> i32 {
    let barrier = barrier.cast::<Barrier>();
    // SAFETY: the test keeps the barrier until all threads have ended.
    let barrier = unsafe { &*barrier };
    barrier.wait();
    barrier.wait();
    1
}

#[test]
fn scanner_in_use_on_another_thread_is_busy() {
    let rules = builtin();
    let scanner = scanner(rules.0, ptr::null());
    let (shared, barrier) = (Address::of(scanner.0), Barrier::new(2));
    let barrier = &barrier;
    thread::scope(|scope| {
        let scanning = scope.spawn(move || {
            let user = ptr::from_ref(barrier).cast_mut().cast();
            let (data, len) = (NOTE.as_ptr(), NOTE.len());
            let status = call!(breachscan_scanner_scan(
                shared.object(),
                data,
                len,
                Some(wait),
                user
            ));
            assert_eq!(status, BREACHSCAN_STOPPED);
        });
        barrier.wait();
        let mask = call!(breachscan_scanner_mask(shared.object(), ptr::null_mut(), 0));
        assert_eq!(mask, BREACHSCAN_ERR_BUSY);
        barrier.wait();
        scanning.join().expect("the scan was stopped");
    });
    assert_eq!(scan(scanner.0, NOTE).len(), 2);
}

#[test]
fn threads_that_fight_for_one_scanner_scan_or_are_told() {
    let rules = builtin();
    let scanner = scanner(rules.0, ptr::null());
    let (shared, done) = (Address::of(scanner.0), AtomicUsize::new(0));
    run_threads(|_| {
        for _ in 0..200 {
            let mut text = NOTE.to_vec();
            let (data, len) = (text.as_mut_ptr(), text.len());
            match call!(breachscan_scanner_mask(shared.object(), data, len)) {
                BREACHSCAN_OK => done.fetch_add(1, Ordering::Relaxed),
                status => {
                    assert_eq!(status, BREACHSCAN_ERR_BUSY);
                    0
                }
            };
        }
    });
    assert!(done.load(Ordering::Relaxed) > 0);
}
