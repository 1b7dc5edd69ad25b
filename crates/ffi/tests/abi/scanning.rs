//! Callbacks, results, words, redaction.

use std::ptr;

use breachscan_ffi::*;

use crate::support::*;

fn spans(findings: &[Finding]) -> Vec<(String, u64, u64)> {
    findings
        .iter()
        .map(found)
        .map(|found| (found.0, found.1, found.2))
        .collect()
}

fn expected_spans() -> [(String, u64, u64); 2] {
    [
        ("nhs-number".to_owned(), 8, 20),
        ("uk-phone".to_owned(), 27, 39),
    ]
}

#[test]
fn finding_says_what_it_rests_on() {
    let rules = builtin();
    let scanner = scanner(rules.0, ptr::null());
    let findings = scan(scanner.0, NOTE);
    assert_eq!(spans(&findings), expected_spans());
    let nhs = findings[0];
    assert_eq!((nhs.context_start, nhs.context_end), (0, 6));
    assert_eq!(
        (nhs.check, nhs.context),
        (BREACHSCAN_CHECK_PASSED, BREACHSCAN_CONTEXT_LABEL)
    );
    assert_eq!(nhs.unit, BREACHSCAN_UNIT_BYTE);
    let mut info = ptr::null();
    call!(breachscan_rules_get(
        rules.0,
        u64::from(nhs.rule),
        &mut info
    ));
    // SAFETY: it belongs to the rules, which the test keeps.
    assert_eq!(text(unsafe { &*info }.id.data), "nhs-number");
}

#[test]
fn callback_that_answers_other_than_0_stops() {
    let rules = builtin();
    let scanner = scanner(rules.0, ptr::null());
    let mut kept = Vec::<Finding>::new();
    let user = pointer(&mut kept);
    let (data, len) = (NOTE.as_ptr(), NOTE.len());
    let status = call!(breachscan_scanner_scan(
        scanner.0,
        data,
        len,
        Some(keep_one),
        user
    ));
    assert_eq!((status, kept.len()), (BREACHSCAN_STOPPED, 1));
    assert_eq!(
        scan(scanner.0, NOTE).len(),
        2,
        "the scanner is as good as new"
    );
}

#[test]
fn results_outlive_scanner_and_rules() {
    let rules = builtin();
    let scanner = scanner(rules.0, ptr::null());
    let mut made = ptr::dangling_mut();
    let (data, len) = (NOTE.as_ptr(), NOTE.len());
    assert_eq!(
        call!(breachscan_scanner_collect(scanner.0, data, len, &mut made)),
        BREACHSCAN_OK
    );
    let results = results(made);
    drop((rules, scanner));
    let findings: Vec<Finding> = (0..call!(breachscan_results_len(results.0)))
        .map(|index| {
            let mut finding = ptr::null();
            assert_eq!(
                call!(breachscan_results_get(results.0, index, &mut finding)),
                BREACHSCAN_OK
            );
            read(finding)
        })
        .collect();
    assert_eq!(spans(&findings), expected_spans());
    let mut none = ptr::dangling();
    assert_eq!(
        call!(breachscan_results_get(results.0, 2, &mut none)),
        BREACHSCAN_ERR_ARGUMENT
    );
    assert!(none.is_null());
}

#[test]
fn utf_16_offsets_are_code_units() {
    let rules = builtin();
    let scanner = scanner(rules.0, ptr::null());
    let units: Vec<u16> = "😀é NHS No: 999 519 2977".encode_utf16().collect();
    let mut kept = Vec::<Finding>::new();
    let user = pointer(&mut kept);
    let (data, len) = (units.as_ptr(), units.len());
    let status = call!(breachscan_scanner_scan_utf16(
        scanner.0,
        data,
        len,
        Some(keep),
        user
    ));
    assert_eq!(status, BREACHSCAN_OK);
    assert_eq!(spans(&kept), [("nhs-number".to_owned(), 12, 24)]);
    assert_eq!((kept[0].context_start, kept[0].context_end), (4, 10));
    assert_eq!(kept[0].unit, BREACHSCAN_UNIT_UTF16);
    let mut made = ptr::null_mut();
    let status = call!(breachscan_scanner_collect_utf16(
        scanner.0, data, len, &mut made
    ));
    let results = results(made);
    assert_eq!(
        (status, call!(breachscan_results_len(results.0))),
        (BREACHSCAN_OK, 1)
    );
    let mut kept = Vec::<Finding>::new();
    let user = pointer(&mut kept);
    let status = call!(breachscan_scanner_scan_utf16(
        scanner.0,
        data,
        len,
        Some(keep_one),
        user
    ));
    assert_eq!((status, kept.len()), (BREACHSCAN_STOPPED, 1));
}

fn explained(rules: *const Rules, finding: &Finding) -> Result<String, Status> {
    let (mut buffer, mut needed) = ([0u8; 512], 0);
    let place = buffer.as_mut_ptr().cast();
    match call!(breachscan_finding_explain(
        rules,
        finding,
        place,
        512,
        &mut needed
    )) {
        BREACHSCAN_OK => {
            assert_eq!(buffer[needed - 1], 0);
            Ok(str::from_utf8(&buffer[..needed - 1]).unwrap().to_owned())
        }
        status => Err(status),
    }
}

#[test]
fn finding_is_explained_in_words() {
    let rules = builtin();
    let finding = scan(scanner(rules.0, ptr::null()).0, NOTE)[0];
    let line = explained(rules.0, &finding).unwrap();
    let scanner = breachscan::Scanner::builtin();
    let why = scanner.find_iter(NOTE).next().unwrap();
    let expected = format!(
        "{} (nhs-number), confidence {}: {}",
        why.rule().name(),
        why.confidence(),
        why.why()
    );
    assert_eq!(line, expected);
    assert!(
        line.ends_with("shape and check, beside its label \"nhs no\" 2 bytes before"),
        "{line}"
    );
    let mut needed = 0;
    let small = call!(breachscan_finding_explain(
        rules.0,
        &finding,
        ptr::null_mut(),
        0,
        &mut needed
    ));
    assert_eq!((small, needed), (BREACHSCAN_ERR_SMALL, line.len() + 1));
}

#[test]
fn findings_that_no_scan_gives_are_not_explained() {
    let rules = builtin();
    let good = scan(scanner(rules.0, ptr::null()).0, NOTE)[0];
    let wrong: [fn(&mut Finding); 7] = [
        |finding| finding.rule = u32::MAX,
        |finding| finding.confidence = 101,
        |finding| finding.confidence = -1,
        |finding| finding.check = 9,
        |finding| finding.context = -5,
        |finding| finding.unit = 2,
        |finding| finding.end = finding.start - 1,
    ];
    for change in wrong {
        let mut finding = good;
        change(&mut finding);
        assert_eq!(explained(rules.0, &finding), Err(BREACHSCAN_ERR_ARGUMENT));
    }
    let mut finding = good;
    finding.term = u32::MAX;
    assert!(explained(rules.0, &finding).is_ok());
}

fn redact(scanner: *mut Scanner, how: *const Redaction) -> Result<String, Status> {
    let (mut out, mut needed) = (vec![0; 200], 0);
    let (data, len) = (NOTE.as_ptr(), NOTE.len());
    let (place, capacity) = (out.as_mut_ptr(), out.len());
    match call!(breachscan_scanner_redact(
        scanner,
        data,
        len,
        how,
        place,
        capacity,
        &mut needed
    )) {
        BREACHSCAN_OK => Ok(String::from_utf8(out[..needed].to_vec()).unwrap()),
        status => Err(status),
    }
}

fn redaction(style: i32, key: &[u8]) -> Redaction {
    Redaction {
        struct_size: size_of::<Redaction>(),
        key: key.as_ptr(),
        key_len: key.len(),
        style,
        reserved: 0,
    }
}

#[test]
fn redaction_masks_labels_or_tokenises() {
    let rules = builtin();
    let scanner = scanner(rules.0, ptr::null());
    let masked = "NHS No: ************, ring ************";
    assert_eq!(redact(scanner.0, ptr::null()).as_deref(), Ok(masked));
    let labelled = redact(scanner.0, &redaction(BREACHSCAN_REDACT_LABEL, &[]));
    assert_eq!(
        labelled.as_deref(),
        Ok("NHS No: [nhs-number], ring [uk-phone]")
    );
    let key = b"sixteen bytes or more";
    let tokens = breachscan::Redaction::token(key).unwrap();
    let expected = breachscan::Scanner::builtin().redact(NOTE, &tokens);
    let tokenised = redact(scanner.0, &redaction(BREACHSCAN_REDACT_TOKEN, key));
    assert_eq!(tokenised.unwrap().as_bytes(), expected);

    for (style, key) in [
        (3, &key[..]),
        (-1, key),
        (BREACHSCAN_REDACT_TOKEN, b"too short"),
    ] {
        let refused = redact(scanner.0, &redaction(style, key));
        assert_eq!(refused, Err(BREACHSCAN_ERR_ARGUMENT));
    }
    let mut later = redaction(BREACHSCAN_REDACT_MASK, &[]);
    later.reserved = 1;
    assert_eq!(redact(scanner.0, &later), Err(BREACHSCAN_ERR_UNSUPPORTED));
}

#[test]
fn small_buffer_learns_the_size() {
    let rules = builtin();
    let scanner = scanner(rules.0, ptr::null());
    let label = redaction(BREACHSCAN_REDACT_LABEL, &[]);
    let (mut out, mut needed) = ([b'x'; 36], 0);
    let (data, len, place) = (NOTE.as_ptr(), NOTE.len(), out.as_mut_ptr());
    let small = call!(breachscan_scanner_redact(
        scanner.0,
        data,
        len,
        &label,
        place,
        36,
        &mut needed
    ));
    assert_eq!((small, needed, out), (BREACHSCAN_ERR_SMALL, 37, [b'x'; 36]));
    let none = ptr::null_mut();
    let small = call!(breachscan_scanner_redact(
        scanner.0,
        data,
        len,
        &label,
        none,
        0,
        &mut needed
    ));
    assert_eq!((small, needed), (BREACHSCAN_ERR_SMALL, 37));
    let empty = call!(breachscan_scanner_redact(
        scanner.0,
        data,
        0,
        &label,
        none,
        0,
        &mut needed
    ));
    assert_eq!((empty, needed), (BREACHSCAN_OK, 0));
}

#[test]
fn values_are_masked_where_they_stand() {
    let rules = builtin();
    let scanner = scanner(rules.0, ptr::null());
    let mut text = NOTE.to_vec();
    let status = call!(breachscan_scanner_mask(
        scanner.0,
        text.as_mut_ptr(),
        text.len()
    ));
    assert_eq!(
        (status, &text[..]),
        (
            BREACHSCAN_OK,
            &b"NHS No: ************, ring ************"[..]
        )
    );
    assert_eq!(
        call!(breachscan_scanner_mask(scanner.0, ptr::null_mut(), 0)),
        BREACHSCAN_OK
    );
}

#[test]
fn options_change_what_is_found() {
    let rules = builtin();
    let ids = [c"uk-phone".as_ptr()];
    let mut disabled = options();
    (disabled.disabled, disabled.disabled_len) = (ids.as_ptr(), 1);
    assert_eq!(
        spans(&scan(scanner(rules.0, &disabled).0, NOTE)),
        expected_spans()[..1]
    );
    let mut all = options();
    all.min_confidence = BREACHSCAN_CONFIDENCE_ALL;
    let everything = scan(scanner(rules.0, &all).0, b"PNC 99/1234X and 12345678").len();
    let mut sure = options();
    sure.min_confidence = 100;
    let surest = scan(scanner(rules.0, &sure).0, NOTE).len();
    assert!(everything > 0 && surest == 0, "{everything} {surest}");
    let mut portable = options();
    portable.flags = BREACHSCAN_OPTION_PORTABLE;
    assert_eq!(
        spans(&scan(scanner(rules.0, &portable).0, NOTE)),
        expected_spans()
    );
}
