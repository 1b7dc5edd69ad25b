//! What a scan gives.

use core::ffi::c_void;

use breachscan::{CheckOutcome, Confidence, Grounds, Span, Support, Unit};

use crate::guard::text::Str;
use crate::rules::RuleSet;

/// A span of the input where a rule holds, how sure that is, and what it rests on. It holds none of the input: read
/// the value from your own buffer, and mind who sees it.
///
/// A finding may be copied. `rule_id` belongs to the scanner, stream or results it came from and to the rules they were
/// made from: it lives until the last of them is freed. Later versions may add fields at the end: pass pointers to it,
/// make no arrays that another library reads.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Finding {
    /// Offset of the value's first byte, or code unit, in the input; of a stream, in all that was fed.
    pub start: u64,
    /// Offset just past the value.
    pub end: u64,
    /// Where the word stands that speaks for or against the value; both 0 if there is none.
    pub context_start: u64,
    /// Offset just past that word.
    pub context_end: u64,
    /// The rule's id, such as "nhs-number".
    pub rule_id: Str,
    /// The rule's number, for breachscan_rules_get.
    pub rule: u32,
    /// The number of the context word among the rules' words, from 1; 0 for none. For breachscan_finding_explain.
    pub term: u32,
    /// Evidence in hundredths, 0 to 100: from 50 on it is reported unless you say otherwise, from 80 on it deserves a
    /// person's attention. It orders findings and is no probability.
    pub confidence: i32,
    /// BREACHSCAN_CHECK_NONE, _PASSED or _FAILED; later versions may add some.
    pub check: i32,
    /// BREACHSCAN_CONTEXT_NONE, _NEAR, _LABEL or _AGAINST; later versions may add some.
    pub context: i32,
    /// BREACHSCAN_UNIT_BYTE or BREACHSCAN_UNIT_UTF16: what the offsets count.
    pub unit: i32,
}

/// The rule has no check for this form of the value.
pub const BREACHSCAN_CHECK_NONE: i32 = 0;
/// The value's check digit, letter or list agrees.
pub const BREACHSCAN_CHECK_PASSED: i32 = 1;
/// It does not agree, but the value stands beside its label: probably a typing error.
pub const BREACHSCAN_CHECK_FAILED: i32 = 2;

/// No word nearby speaks for the value.
pub const BREACHSCAN_CONTEXT_NONE: i32 = 0;
/// A supporting word is near.
pub const BREACHSCAN_CONTEXT_NEAR: i32 = 1;
/// The value stands beside its own label.
pub const BREACHSCAN_CONTEXT_LABEL: i32 = 2;
/// A word directly before the value says that it is something else.
pub const BREACHSCAN_CONTEXT_AGAINST: i32 = 3;

/// Offsets count bytes.
pub const BREACHSCAN_UNIT_BYTE: i32 = 0;
/// Offsets count code units of UTF-16.
pub const BREACHSCAN_UNIT_UTF16: i32 = 1;

/// Called with every finding, in order: by start, then the more certain, then the longer. Answer 0 to go on and any
/// other number to stop the scan, which then answers BREACHSCAN_STOPPED.
///
/// `finding` lives until the callback returns; copy what is to stay. `user` is what was given to the scan. Other objects
/// may be used here; a call on the object that calls answers BREACHSCAN_ERR_BUSY, but for its free, which waits for the
/// end of the scan. Do not leave by longjmp. A C++ exception that leaves the callback ends the program: breachscan.hpp
/// carries exceptions round the library instead.
pub type FindingFn =
    Option<unsafe extern "C-unwind" fn(finding: *const Finding, user: *mut c_void) -> i32>;

impl Finding {
    /// A finding of these rules as C sees it.
    pub(crate) fn new(set: &RuleSet, confidence: Confidence, grounds: &Grounds) -> Finding {
        let context = grounds.context.unwrap_or(Span::new(0, 0));
        Finding {
            start: grounds.span.start() as u64,
            end: grounds.span.end() as u64,
            context_start: context.start() as u64,
            context_end: context.end() as u64,
            rule_id: set.listed[grounds.rule].info.id,
            rule: grounds.rule as u32,
            term: grounds.term.map_or(0, |term| term + 1),
            confidence: i32::from(confidence.hundredths()),
            check: match grounds.check {
                None => BREACHSCAN_CHECK_NONE,
                Some(CheckOutcome::Passed) => BREACHSCAN_CHECK_PASSED,
                Some(CheckOutcome::Failed) => BREACHSCAN_CHECK_FAILED,
            },
            context: match grounds.support {
                Support::None => BREACHSCAN_CONTEXT_NONE,
                Support::Near => BREACHSCAN_CONTEXT_NEAR,
                Support::Label => BREACHSCAN_CONTEXT_LABEL,
                Support::Against => BREACHSCAN_CONTEXT_AGAINST,
            },
            unit: match grounds.unit {
                Unit::Byte => BREACHSCAN_UNIT_BYTE,
                Unit::Utf16 => BREACHSCAN_UNIT_UTF16,
            },
        }
    }
}
