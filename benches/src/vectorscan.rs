//! Vectorscan as a peer: the few functions of libhs that a block scan needs.

use std::ffi::{CString, c_char, c_int, c_uint, c_ulonglong, c_void};
use std::ptr;

use crate::patterns::Pattern;
use crate::peers::Peer;

const MODE_BLOCK: c_uint = 1;
const FLAG_SOM_LEFTMOST: c_uint = 256;
const SUCCESS: c_int = 0;

#[repr(C)]
struct Database {
    _opaque: [u8; 0],
}

#[repr(C)]
struct Scratch {
    _opaque: [u8; 0],
}

#[repr(C)]
struct CompileError {
    message: *mut c_char,
    expression: c_int,
}

type OnMatch = unsafe extern "C" fn(
    id: c_uint,
    from: c_ulonglong,
    to: c_ulonglong,
    flags: c_uint,
    context: *mut c_void,
) -> c_int;

unsafe extern "C" {
    fn hs_compile_multi(
        expressions: *const *const c_char,
        flags: *const c_uint,
        ids: *const c_uint,
        elements: c_uint,
        mode: c_uint,
        platform: *const c_void,
        database: *mut *mut Database,
        error: *mut *mut CompileError,
    ) -> c_int;
    fn hs_free_compile_error(error: *mut CompileError) -> c_int;
    fn hs_free_database(database: *mut Database) -> c_int;
    fn hs_alloc_scratch(database: *const Database, scratch: *mut *mut Scratch) -> c_int;
    fn hs_free_scratch(scratch: *mut Scratch) -> c_int;
    fn hs_scan(
        database: *const Database,
        data: *const c_char,
        length: c_uint,
        flags: c_uint,
        scratch: *mut Scratch,
        on_match: OnMatch,
        context: *mut c_void,
    ) -> c_int;
}

/// A compiled set and its scratch, freed together.
struct Set {
    database: *mut Database,
    scratch: *mut Scratch,
}

/// Every end of every match; with `starts`, where they start too. Patterns that Vectorscan refuses are left out and
/// counted.
pub fn vectorscan(patterns: &[Pattern], starts: bool) -> Option<Peer<'static>> {
    let (set, taken) = Set::compile(patterns, if starts { FLAG_SOM_LEFTMOST } else { 0 })?;
    let about = format!(
        "{taken} of {} patterns, overlapping ends{}",
        patterns.len(),
        if starts { " with starts" } else { "" }
    );
    let name = if starts {
        "Vectorscan, starts"
    } else {
        "Vectorscan"
    };
    Some(Peer::new(name, about, move |text| set.count(text)))
}

impl Set {
    fn compile(patterns: &[Pattern], flag: c_uint) -> Option<(Set, usize)> {
        let mut texts: Vec<CString> = patterns
            .iter()
            .filter_map(|pattern| CString::new(pattern.regex.as_str()).ok())
            .collect();
        loop {
            match database(&texts, flag) {
                Ok(database) => return Some((Set::new(database)?, texts.len())),
                Err(refused) => {
                    texts.remove(refused.filter(|&at| at < texts.len())?);
                }
            }
        }
    }

    fn new(database: *mut Database) -> Option<Set> {
        let mut set = Set {
            database,
            scratch: ptr::null_mut(),
        };
        // SAFETY: `database` is one that `hs_compile_multi` gave; the scratch pointer is null, as the first call
        // must have it, and is written to only.
        let made = unsafe { hs_alloc_scratch(set.database, &mut set.scratch) };
        (made == SUCCESS).then_some(set)
    }

    fn count(&self, text: &[u8]) -> usize {
        let mut found = 0usize;
        for piece in text.chunks(c_uint::MAX as usize) {
            // SAFETY: database and scratch belong together and live as long as `self`; the length is the piece's;
            // the context is the counter that `count_match` expects, and nothing else touches it meanwhile.
            let scanned = unsafe {
                hs_scan(
                    self.database,
                    piece.as_ptr().cast(),
                    piece.len() as c_uint,
                    0,
                    self.scratch,
                    count_match,
                    (&raw mut found).cast(),
                )
            };
            assert_eq!(scanned, SUCCESS, "hs_scan fails");
        }
        found
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        // SAFETY: both came from libhs and are freed once; null is allowed.
        unsafe {
            hs_free_scratch(self.scratch);
            hs_free_database(self.database);
        }
    }
}

/// Compiles the expressions, or says which one is refused, where that is known.
fn database(texts: &[CString], flag: c_uint) -> Result<*mut Database, Option<usize>> {
    let expressions: Vec<*const c_char> = texts.iter().map(|text| text.as_ptr()).collect();
    let flags = vec![flag; texts.len()];
    let ids: Vec<c_uint> = (0..texts.len() as c_uint).collect();
    let (mut database, mut error) = (ptr::null_mut(), ptr::null_mut::<CompileError>());
    // SAFETY: the three arrays have `texts.len()` entries and live through the call, the strings end in a zero; no
    // platform means this one; both results are written before they are read.
    let compiled = unsafe {
        hs_compile_multi(
            expressions.as_ptr(),
            flags.as_ptr(),
            ids.as_ptr(),
            texts.len() as c_uint,
            MODE_BLOCK,
            ptr::null(),
            &mut database,
            &mut error,
        )
    };
    if compiled == SUCCESS {
        return Ok(database);
    }
    if error.is_null() {
        return Err(None);
    }
    // SAFETY: a failed compilation leaves a valid error behind, which is read and then freed once.
    let expression = unsafe {
        let expression = (*error).expression;
        hs_free_compile_error(error);
        expression
    };
    Err(usize::try_from(expression).ok())
}

/// Counts one match in the `usize` that the context points to.
unsafe extern "C" fn count_match(
    _: c_uint,
    _: c_ulonglong,
    _: c_ulonglong,
    _: c_uint,
    context: *mut c_void,
) -> c_int {
    // SAFETY: `Set::count` passes a pointer to its counter and does not touch it during the scan.
    unsafe { *context.cast::<usize>() += 1 };
    0
}
