//! Compiled rule sets.

use core::ffi::c_char;
use std::ffi::CString;
use std::sync::Arc;

use breachscan::{Rule, Scanner};

use crate::error::Error;
use crate::guard::status::*;
use crate::guard::text::Str;
use crate::guard::{Caller, Failure};

/// A compiled rule set. Nothing changes it: any number of threads may use it at once, and any number of scanners and
/// streams are made from it. They keep what they need of it, so it may be freed before them.
pub struct Rules {
    pub(crate) set: Arc<RuleSet>,
}

/// One rule: what it finds and what that says about a person. Belongs to the rules it came from. Later versions may
/// add fields at the end: pass pointers to it, make no arrays of it.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct RuleInfo {
    /// The stable id, such as "nhs-number".
    pub id: Str,
    /// The identifier's name in words.
    pub name: Str,
    /// What the identifier identifies.
    pub about: Str,
    /// "identity", "policing", "vehicle", "money", "contact", "secret" or "custom"; later versions may add some.
    pub category: Str,
    /// "identifier", "marking" or "term".
    pub kind: Str,
    /// "verified", "shape" or "unverified": how far an authority confirms the rule.
    pub status: Str,
    /// Not 0 if a value is criminal-offence data (UK GDPR Article 10).
    pub is_criminal_offence: i32,
    /// Not 0 if a value reveals a special category of personal data (UK GDPR Article 9).
    pub is_special_category: i32,
}

/// Leave out the built-in rules.
pub const BREACHSCAN_COMPILE_ONLY_OWN: u64 = 1;

/// What scanners, streams and results share.
pub(crate) struct RuleSet {
    pub scanner: Scanner,
    pub listed: Vec<Listed>,
}

/// A rule as C sees it, and the text that this points to.
pub(crate) struct Listed {
    pub info: RuleInfo,
    #[expect(dead_code, reason = "`info` points to it")]
    texts: [CString; 6],
}

impl Rules {
    pub(crate) fn new(scanner: Scanner) -> Rules {
        let listed = scanner.rules().iter().map(Listed::new).collect();
        let set = Arc::new(RuleSet { scanner, listed });
        Rules { set }
    }
}

impl Listed {
    fn new(rule: &Rule) -> Listed {
        let texts = [
            rule.id(),
            rule.name(),
            rule.about(),
            rule.category().as_str(),
            rule.kind().as_str(),
            rule.status().as_str(),
        ]
        .map(terminated);
        let [id, name, about, category, kind, status] = texts.each_ref().map(|text| Str::of(text));
        let info = RuleInfo {
            id,
            name,
            about,
            category,
            kind,
            status,
            is_criminal_offence: i32::from(rule.is_criminal_offence()),
            is_special_category: i32::from(!rule.special_categories().is_empty()),
        };
        Listed { info, texts }
    }
}

/// The text with a NUL after it; a NUL in it ends it.
fn terminated(text: &str) -> CString {
    let text = text.split('\0').next().unwrap_or_default();
    CString::new(text).unwrap_or_default()
}

/// Makes the built-in rules ready: nothing is compiled, it takes some milliseconds.
///
/// `out` gets the rules, NULL on failure. The caller frees them with breachscan_rules_free.
///
/// Threads: any. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_rules_builtin(out: *mut *mut Rules) -> Status {
    guarded!(|caller: Caller<'_>| {
        let out = caller.object_out(out)?;
        out.give(Rules::new(Scanner::builtin()));
        Ok(())
    })
}

/// Compiles rules of the caller's own, together with the built-in ones; that takes up to a second.
///
/// `toml` is UTF-8 text in the schema of the built-in rule files: one rule, or several under `[[rule]]`. `name`, such
/// as a path, stands for it in messages; NULL for none. `flags` is 0 or BREACHSCAN_COMPILE_ONLY_OWN. `out` gets the
/// rules, NULL on failure; the caller frees them with breachscan_rules_free. `error` may be NULL; otherwise it gets
/// NULL, or an error that says which rule is wrong and where; the caller frees it with breachscan_error_free.
///
/// Threads: any. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_TEXT, ERR_UNSUPPORTED for flags, ERR_RULES,
/// ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_rules_compile(
    toml: *const c_char,
    toml_len: usize,
    name: *const c_char,
    flags: u64,
    out: *mut *mut Rules,
    error: *mut *mut Error,
) -> Status {
    guarded!(|caller: Caller<'_>| caller.explaining(error, || {
        let out = caller.object_out(out)?;
        let toml = caller.text(toml, toml_len)?;
        let name = match name.is_null() {
            true => "rules",
            false => caller.c_text(name)?,
        };
        let compiled = match flags {
            0 => Scanner::with_rules([(name, toml)]),
            BREACHSCAN_COMPILE_ONLY_OWN => Scanner::only_rules([(name, toml)]),
            _ => return Err(Failure::new(BREACHSCAN_ERR_UNSUPPORTED)),
        };
        let scanner = compiled.map_err(|error| Failure::detailed(BREACHSCAN_ERR_RULES, error))?;
        out.give(Rules::new(scanner));
        Ok(())
    }))
}

/// Reads rules that breachscan_rules_save wrote, of this version of the library and on a machine of this byte order.
///
/// `image` is checked and copied. `out` gets the rules, NULL on failure; the caller frees them with
/// breachscan_rules_free. `error` may be NULL; otherwise it gets NULL, or an error for the caller to free.
///
/// Threads: any. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_IMAGE, ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_rules_load(
    image: *const u8,
    image_len: usize,
    out: *mut *mut Rules,
    error: *mut *mut Error,
) -> Status {
    guarded!(|caller: Caller<'_>| caller.explaining(error, || {
        let out = caller.object_out(out)?;
        let scanner = Scanner::from_image_bytes(caller.bytes(image, image_len)?)
            .map_err(|error| Failure::detailed(BREACHSCAN_ERR_IMAGE, error))?;
        out.give(Rules::new(scanner));
        Ok(())
    }))
}

/// Writes the compiled rules as an image for breachscan_rules_load, so that rules are compiled once and not at every
/// start.
///
/// `needed` gets the size of the image, some megabytes. With ERR_SMALL nothing is written to `buffer`, which may then
/// be NULL with a capacity of 0: ask for the size first, then for the image.
///
/// Threads: any, at the same time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_SMALL, ERR_IMAGE, ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_rules_save(
    rules: *const Rules,
    buffer: *mut u8,
    capacity: usize,
    needed: *mut usize,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let buffer = caller.buffer(buffer, capacity, needed)?;
        let image = caller.reference(rules)?.set.scanner.to_image();
        buffer.fill(&image.map_err(|error| Failure::detailed(BREACHSCAN_ERR_IMAGE, error))?)
    })
}

/// How many rules there are; 0 for NULL.
///
/// Threads: any, at the same time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_rules_len(rules: *const Rules) -> u64 {
    guarded!(0, |caller| caller
        .reference(rules)
        .map_or(0, |rules| rules.set.listed.len() as u64))
}

/// One rule by its number, from 0 to breachscan_rules_len - 1: the built-in ones by their ids, then the caller's own.
///
/// `out` gets the rule, NULL on failure; it belongs to `rules` and lives as long.
///
/// Threads: any, at the same time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_ARGUMENT for the number, ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_rules_get(
    rules: *const Rules,
    index: u64,
    out: *mut *const RuleInfo,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let mut out = caller.out(out)?;
        out.set(core::ptr::null());
        let listed = &caller.reference(rules)?.set.listed;
        let one = usize::try_from(index).ok().and_then(|at| listed.get(at));
        out.set(&one.ok_or(Failure::new(BREACHSCAN_ERR_ARGUMENT))?.info);
        Ok(())
    })
}

/// Frees rules, whether or not scanners, streams and results made from them still live. What breachscan_rules_get gave
/// of them ends with them. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_rules_free(rules: *mut Rules) {
    guarded!((), |caller| caller.free(rules));
}
