//! NULL, absurd lengths, short and long structs.

use std::ffi::{c_char, c_void};
use std::ptr;

use breachscan_ffi::*;

use crate::support::*;

const NULL: *mut c_void = ptr::null_mut();

#[test]
fn freeing_null_does_nothing() {
    call!(breachscan_rules_free(ptr::null_mut()));
    call!(breachscan_scanner_free(ptr::null_mut()));
    call!(breachscan_stream_free(ptr::null_mut()));
    call!(breachscan_results_free(ptr::null_mut()));
    call!(breachscan_error_free(ptr::null_mut()));
}

#[test]
fn null_objects_are_refused_or_empty() {
    let none = ptr::null_mut();
    let mut kept = Vec::<Finding>::new();
    let user = pointer(&mut kept);
    assert_eq!(call!(breachscan_rules_len(ptr::null())), 0);
    assert_eq!(call!(breachscan_results_len(ptr::null())), 0);
    assert_eq!(call!(breachscan_error_status(ptr::null())), BREACHSCAN_OK);
    assert_eq!(text(call!(breachscan_error_message(ptr::null()))), "");
    let statuses = [
        call!(breachscan_rules_get(ptr::null(), 0, &mut ptr::null())),
        call!(breachscan_results_get(ptr::null(), 0, &mut ptr::null())),
        call!(breachscan_rules_save(
            ptr::null(),
            ptr::null_mut(),
            0,
            &mut 0
        )),
        call!(breachscan_scanner_new(
            ptr::null(),
            ptr::null(),
            &mut ptr::null_mut(),
            ptr::null_mut()
        )),
        call!(breachscan_stream_new(
            ptr::null(),
            ptr::null(),
            &mut ptr::null_mut(),
            ptr::null_mut()
        )),
        call!(breachscan_scanner_scan(
            none,
            ptr::null(),
            0,
            Some(keep),
            user
        )),
        call!(breachscan_scanner_scan_utf16(
            none,
            ptr::null(),
            0,
            Some(keep),
            user
        )),
        call!(breachscan_scanner_collect(
            none,
            ptr::null(),
            0,
            &mut ptr::null_mut()
        )),
        call!(breachscan_scanner_collect_utf16(
            none,
            ptr::null(),
            0,
            &mut ptr::null_mut()
        )),
        call!(breachscan_scanner_mask(none, ptr::null_mut(), 0)),
        call!(breachscan_scanner_redact(
            none,
            ptr::null(),
            0,
            ptr::null(),
            ptr::null_mut(),
            0,
            &mut 0
        )),
        call!(breachscan_stream_feed(
            ptr::null_mut(),
            ptr::null(),
            0,
            Some(keep),
            user
        )),
        call!(breachscan_stream_finish(ptr::null_mut(), Some(keep), user)),
        call!(breachscan_stream_reset(ptr::null_mut())),
        call!(breachscan_finding_explain(
            ptr::null(),
            ptr::null(),
            ptr::null_mut(),
            0,
            &mut 0
        )),
    ];
    assert_eq!(statuses, [BREACHSCAN_ERR_NULL; 15]);
}

#[test]
fn null_places_and_callbacks_are_refused() {
    let rules = builtin();
    let scanner = scanner(rules.0, ptr::null());
    let stream = stream(rules.0);
    let statuses = [
        call!(breachscan_rules_builtin(ptr::null_mut())),
        call!(breachscan_rules_compile(
            ptr::null(),
            0,
            ptr::null(),
            0,
            ptr::null_mut(),
            ptr::null_mut()
        )),
        call!(breachscan_rules_load(
            ptr::null(),
            0,
            ptr::null_mut(),
            ptr::null_mut()
        )),
        call!(breachscan_rules_save(
            rules.0,
            ptr::null_mut(),
            0,
            ptr::null_mut()
        )),
        call!(breachscan_rules_get(rules.0, 0, ptr::null_mut())),
        call!(breachscan_scanner_new(
            rules.0,
            ptr::null(),
            ptr::null_mut(),
            ptr::null_mut()
        )),
        call!(breachscan_stream_new(
            rules.0,
            ptr::null(),
            ptr::null_mut(),
            ptr::null_mut()
        )),
        call!(breachscan_scanner_scan(
            scanner.0,
            NOTE.as_ptr(),
            NOTE.len(),
            None,
            NULL
        )),
        call!(breachscan_scanner_scan_utf16(
            scanner.0,
            ptr::null(),
            0,
            None,
            NULL
        )),
        call!(breachscan_scanner_collect(
            scanner.0,
            NOTE.as_ptr(),
            NOTE.len(),
            ptr::null_mut()
        )),
        call!(breachscan_scanner_redact(
            scanner.0,
            NOTE.as_ptr(),
            NOTE.len(),
            ptr::null(),
            ptr::null_mut(),
            0,
            ptr::null_mut()
        )),
        call!(breachscan_stream_feed(
            stream.0,
            NOTE.as_ptr(),
            NOTE.len(),
            None,
            NULL
        )),
        call!(breachscan_stream_finish(stream.0, None, NULL)),
    ];
    assert_eq!(statuses, [BREACHSCAN_ERR_NULL; 13]);
}

#[test]
fn lengths_without_data_and_absurd_ones_are_refused() {
    let rules = builtin();
    let scanner = scanner(rules.0, ptr::null());
    let mut kept = Vec::<Finding>::new();
    let user = pointer(&mut kept);
    let (data, unit) = (NOTE.as_ptr(), [65u16]);
    let over = isize::MAX as usize + 1;
    let mut made = ptr::null_mut();
    let statuses = [
        call!(breachscan_scanner_scan(
            scanner.0,
            ptr::null(),
            1,
            Some(keep),
            user
        )),
        call!(breachscan_scanner_scan(
            scanner.0,
            data,
            over,
            Some(keep),
            user
        )),
        call!(breachscan_scanner_scan(
            scanner.0,
            data,
            usize::MAX,
            Some(keep),
            user
        )),
        call!(breachscan_scanner_scan_utf16(
            scanner.0,
            unit.as_ptr(),
            over / 2,
            Some(keep),
            user
        )),
        call!(breachscan_scanner_scan_utf16(
            scanner.0,
            ptr::null(),
            1,
            Some(keep),
            user
        )),
        call!(breachscan_scanner_mask(scanner.0, ptr::null_mut(), 9)),
        call!(breachscan_rules_load(
            ptr::null(),
            5,
            &mut made,
            ptr::null_mut()
        )),
        call!(breachscan_rules_save(rules.0, ptr::null_mut(), 5, &mut 0)),
    ];
    assert_eq!(statuses, [BREACHSCAN_ERR_LENGTH; 8]);
    let empty = call!(breachscan_scanner_scan(
        scanner.0,
        ptr::null(),
        0,
        Some(keep),
        user
    ));
    assert_eq!((empty, kept.len()), (BREACHSCAN_OK, 0));
    let empty = call!(breachscan_scanner_scan_utf16(
        scanner.0,
        ptr::null(),
        0,
        Some(keep),
        user
    ));
    assert_eq!(empty, BREACHSCAN_OK);
}

#[test]
fn text_that_is_not_utf_8_is_refused() {
    let (bad, mut made) = (b"id = \"\xFF\"", ptr::dangling_mut());
    let toml = bad.as_ptr().cast::<c_char>();
    let status = call!(breachscan_rules_compile(
        toml,
        bad.len(),
        ptr::null(),
        0,
        &mut made,
        ptr::null_mut()
    ));
    assert_eq!((status, made.is_null()), (BREACHSCAN_ERR_TEXT, true));
}

/// A struct of a header that is newer by eight bytes.
#[repr(C)]
struct Newer {
    options: Options,
    later: u64,
}

fn status_with(rules: *const Rules, options: *const Options) -> Status {
    let mut made = ptr::dangling_mut();
    let status = call!(breachscan_scanner_new(
        rules,
        options,
        &mut made,
        ptr::null_mut()
    ));
    assert_eq!(made.is_null(), status != BREACHSCAN_OK);
    call!(breachscan_scanner_free(made));
    status
}

#[test]
fn structs_of_older_and_newer_headers_are_read() {
    let rules = builtin();
    let mut newer = Newer {
        options: options(),
        later: 0,
    };
    newer.options.struct_size = size_of::<Newer>();
    newer.options.min_confidence = 80;
    assert_eq!(
        status_with(rules.0, (&raw const newer).cast()),
        BREACHSCAN_OK
    );
    newer.later = 1 << 63;
    assert_eq!(
        status_with(rules.0, (&raw const newer).cast()),
        BREACHSCAN_ERR_UNSUPPORTED
    );

    let mut older = options();
    older.struct_size = std::mem::offset_of!(Options, min_confidence);
    older.min_confidence = 1000;
    assert_eq!(status_with(rules.0, &older), BREACHSCAN_OK);
    older.struct_size = size_of::<usize>();
    older.flags = u64::MAX;
    assert_eq!(status_with(rules.0, &older), BREACHSCAN_OK);
    for (size, status) in [
        (0, BREACHSCAN_ERR_ARGUMENT),
        (7, BREACHSCAN_ERR_ARGUMENT),
        (usize::MAX, BREACHSCAN_ERR_UNSUPPORTED),
    ] {
        older.struct_size = size;
        assert_eq!(status_with(rules.0, &older), status, "{size}");
    }
}

#[test]
fn options_outside_of_their_range_are_refused() {
    let rules = builtin();
    let with = |change: &dyn Fn(&mut Options)| {
        let mut options = options();
        change(&mut options);
        status_with(rules.0, &options)
    };
    assert_eq!(
        with(&|options| options.flags = BREACHSCAN_OPTION_PORTABLE),
        BREACHSCAN_OK
    );
    assert_eq!(
        with(&|options| options.flags = 2),
        BREACHSCAN_ERR_UNSUPPORTED
    );
    assert_eq!(
        with(&|options| options.reserved = 1),
        BREACHSCAN_ERR_UNSUPPORTED
    );
    assert_eq!(with(&|options| options.min_confidence = 100), BREACHSCAN_OK);
    assert_eq!(
        with(&|options| options.min_confidence = BREACHSCAN_CONFIDENCE_ALL),
        BREACHSCAN_OK
    );
    for wrong in [101, -2, 256, i32::MAX, i32::MIN] {
        assert_eq!(
            with(&|options| options.min_confidence = wrong),
            BREACHSCAN_ERR_ARGUMENT
        );
    }
    assert_eq!(
        with(&|options| options.disabled_len = 1),
        BREACHSCAN_ERR_LENGTH
    );
    let null = [ptr::null()];
    let disabled = |ids: &[*const c_char]| {
        let (data, len) = (ids.as_ptr(), ids.len());
        with(&|options| (options.disabled, options.disabled_len) = (data, len))
    };
    assert_eq!(disabled(&null), BREACHSCAN_ERR_NULL);
    assert_eq!(
        disabled(&[c"uk-phone".as_ptr(), c"nino".as_ptr()]),
        BREACHSCAN_OK
    );
    assert_eq!(
        disabled(&[c"no-such-rule".as_ptr()]),
        BREACHSCAN_ERR_ARGUMENT
    );
}

#[test]
fn error_names_a_disabled_rule_that_does_not_exist() {
    let rules = builtin();
    let ids = [c"no-such-rule".as_ptr()];
    let mut options = options();
    (options.disabled, options.disabled_len) = (ids.as_ptr(), ids.len());
    let (mut made, mut message) = (ptr::dangling_mut(), ptr::null_mut());
    let status = call!(breachscan_stream_new(
        rules.0,
        &options,
        &mut made,
        &mut message
    ));
    let message = error(message);
    assert_eq!((status, made.is_null()), (BREACHSCAN_ERR_ARGUMENT, true));
    assert!(text(call!(breachscan_error_message(message.0))).contains("no-such-rule"));
}

#[test]
fn every_status_has_its_text() {
    let mut texts: Vec<String> = (0..=BREACHSCAN_ERR_INTERNAL)
        .map(|status| text(breachscan_status_str(status)))
        .collect();
    assert_eq!(texts[BREACHSCAN_ERR_BUSY as usize], "the object is in use");
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 13);
    for unknown in [-1, 13, i32::MAX, i32::MIN] {
        assert_eq!(text(breachscan_status_str(unknown)), "unknown status");
    }
    assert_eq!(text(breachscan_version()), env!("CARGO_PKG_VERSION"));
}
