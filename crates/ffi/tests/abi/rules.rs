//! Compiling, listing, saving and loading.

use std::ffi::c_char;
use std::ptr;

use breachscan_ffi::*;

use crate::support::*;

const OWN: &str = r#"
id = "quay-locker"
name = "Quay locker"
about = "A locker of the invented Quayside property store."
kind = "identifier"
status = "shape"
sources = ["Quayside property store, register of lockers"]
edges = "number"
criminal-offence = true

[confidence]
bare = 0.40
near = 0.70
label = 0.95

[context]
labels = ["locker"]

[[pattern]]
regex = 'QL[ -]?\d{2}-\d{3}'

[[hit]]
text = "Bag sealed, locker QL-04-118."
span = [19, 28]
confidence = 0.95
why = "beside its label"

[[miss]]
text = "part QL-04-1180"
why = "one digit too long"
"#;

fn compile(toml: &str, flags: u64, error: *mut *mut Error) -> (Status, Object<Rules>) {
    let mut made = ptr::dangling_mut();
    let (data, len) = (toml.as_ptr().cast::<c_char>(), toml.len());
    let name = c"lockers.toml".as_ptr();
    let status = call!(breachscan_rules_compile(
        data, len, name, flags, &mut made, error
    ));
    assert_eq!(made.is_null(), status != BREACHSCAN_OK);
    (status, rules(made))
}

fn info(rules: *const Rules, index: u64) -> RuleInfo {
    let mut info = ptr::null();
    assert_eq!(
        call!(breachscan_rules_get(rules, index, &mut info)),
        BREACHSCAN_OK
    );
    // SAFETY: it belongs to the rules, which the test keeps.
    unsafe { *info }
}

#[test]
fn built_in_rules_are_listed_by_number() {
    let rules = builtin();
    let scanner = breachscan::Scanner::builtin();
    assert_eq!(
        call!(breachscan_rules_len(rules.0)),
        scanner.rules().len() as u64
    );
    for (index, rule) in scanner.rules().iter().enumerate() {
        let info = info(rules.0, index as u64);
        assert_eq!(text(info.id.data), rule.id());
        assert_eq!(text(info.name.data), rule.name());
        assert_eq!(
            (text(info.about.data), info.about.len),
            (rule.about().to_owned(), rule.about().len())
        );
        assert_eq!(text(info.category.data), rule.category().as_str());
        assert_eq!(text(info.kind.data), rule.kind().as_str());
        assert_eq!(text(info.status.data), rule.status().as_str());
        assert_eq!(info.is_criminal_offence != 0, rule.is_criminal_offence());
        assert_eq!(
            info.is_special_category != 0,
            !rule.special_categories().is_empty()
        );
    }
    let mut none = ptr::dangling();
    let past = scanner.rules().len() as u64;
    assert_eq!(
        call!(breachscan_rules_get(rules.0, past, &mut none)),
        BREACHSCAN_ERR_ARGUMENT
    );
    assert!(none.is_null());
    assert_eq!(
        call!(breachscan_rules_get(rules.0, u64::MAX, &mut none)),
        BREACHSCAN_ERR_ARGUMENT
    );
}

#[test]
fn own_rules_are_compiled_alone_or_with_the_built_in_ones() {
    let (status, rules) = compile(OWN, 0, ptr::null_mut());
    assert_eq!(status, BREACHSCAN_OK);
    let with = scan(
        scanner(rules.0, ptr::null()).0,
        b"locker QL-04-118, 07700 900461",
    );
    let with: Vec<_> = with
        .iter()
        .map(found)
        .map(|found| (found.0, found.1, found.2))
        .collect();
    assert_eq!(
        with,
        [
            ("quay-locker".to_owned(), 7, 16),
            ("uk-phone".to_owned(), 18, 30)
        ]
    );

    let (status, rules) = compile(OWN, BREACHSCAN_COMPILE_ONLY_OWN, ptr::null_mut());
    assert_eq!(
        (status, call!(breachscan_rules_len(rules.0))),
        (BREACHSCAN_OK, 1)
    );
    let info = info(rules.0, 0);
    assert_eq!(text(info.category.data), "custom");
    assert_eq!((info.is_criminal_offence, info.is_special_category), (1, 0));
}

#[test]
fn refused_rules_say_where() {
    let wrong = OWN.replace(r"\d{3}'", r"\d+'");
    let mut made = ptr::null_mut();
    let (status, _) = compile(&wrong, 0, &mut made);
    let made = error(made);
    assert_eq!(status, BREACHSCAN_ERR_RULES);
    assert_eq!(call!(breachscan_error_status(made.0)), BREACHSCAN_ERR_RULES);
    let message = text(call!(breachscan_error_message(made.0)));
    assert!(
        message.contains("lockers.toml") && message.contains("quay-locker"),
        "{message}"
    );
    assert_eq!(compile(&wrong, 0, ptr::null_mut()).0, BREACHSCAN_ERR_RULES);
    assert_eq!(
        compile(OWN, 2, ptr::null_mut()).0,
        BREACHSCAN_ERR_UNSUPPORTED
    );
}

#[test]
fn image_is_saved_and_loaded() {
    let (_, own) = compile(OWN, BREACHSCAN_COMPILE_ONLY_OWN, ptr::null_mut());
    let mut needed = 0;
    let size = call!(breachscan_rules_save(
        own.0,
        ptr::null_mut(),
        0,
        &mut needed
    ));
    assert_eq!(size, BREACHSCAN_ERR_SMALL);
    let mut image = vec![0; needed];
    let short = call!(breachscan_rules_save(
        own.0,
        image.as_mut_ptr(),
        needed - 1,
        &mut needed
    ));
    assert_eq!(
        (short, image.iter().any(|&byte| byte != 0)),
        (BREACHSCAN_ERR_SMALL, false)
    );
    let saved = call!(breachscan_rules_save(
        own.0,
        image.as_mut_ptr(),
        image.len(),
        &mut needed
    ));
    assert_eq!((saved, needed), (BREACHSCAN_OK, image.len()));

    let load = |image: &[u8], error: *mut *mut Error| {
        let mut made = ptr::dangling_mut();
        let status = call!(breachscan_rules_load(
            image.as_ptr(),
            image.len(),
            &mut made,
            error
        ));
        (status, rules(made))
    };
    let (status, loaded) = load(&image, ptr::null_mut());
    assert_eq!(status, BREACHSCAN_OK);
    let text_with_value = b"locker QL-04-118";
    let expected = [("quay-locker".to_owned(), 7, 16, 95)];
    let kept = scan(scanner(loaded.0, ptr::null()).0, text_with_value);
    assert_eq!(kept.iter().map(found).collect::<Vec<_>>(), expected);

    image[needed / 2] ^= 1;
    let mut made = ptr::null_mut();
    let (status, none) = load(&image, &mut made);
    let made = error(made);
    assert_eq!((status, none.0.is_null()), (BREACHSCAN_ERR_IMAGE, true));
    assert!(text(call!(breachscan_error_message(made.0))).contains("image"));
}
