//! A finding in words.

use core::fmt::Write;

use breachscan::{CheckOutcome, Confidence, Grounds, Span, Support, Unit};

use core::ffi::c_char;

use crate::finding::*;
use crate::guard::status::*;
use crate::guard::{Caller, Failure};
use crate::rules::{RuleSet, Rules};

/// Says in one line what was found, how surely, and why: rule, confidence, check and context, such as
/// "NHS number (nhs-number), confidence 0.97: shape and check, beside its label "nhs no" 2 bytes before". It holds none
/// of the input but, where there is one, the rule's own context word.
///
/// `finding` is one that a scan with these rules gave, or a copy of it. `buffer` gets UTF-8 text with a NUL after it,
/// `needed` its size with the NUL. With ERR_SMALL nothing is written to `buffer`, which may then be NULL with a
/// capacity of 0; 512 bytes are enough for any built-in rule.
///
/// Threads: any, at the same time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_SMALL, ERR_ARGUMENT for a finding
/// that is none of these rules', ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_finding_explain(
    rules: *const Rules,
    finding: *const Finding,
    buffer: *mut c_char,
    capacity: usize,
    needed: *mut usize,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let buffer = caller.buffer(buffer.cast(), capacity, needed)?;
        let set = &caller.reference(rules)?.set;
        let text = explain(set, caller.reference(finding)?);
        let mut text = text.ok_or(Failure::new(BREACHSCAN_ERR_ARGUMENT))?;
        text.push('\0');
        buffer.fill(text.as_bytes())
    })
}

/// The line; `None` for a finding that no scan with these rules gives.
fn explain(set: &RuleSet, finding: &Finding) -> Option<String> {
    let grounds = grounds(finding)?;
    let rule = set.scanner.rules().get(grounds.rule)?;
    let hundredths = u8::try_from(finding.confidence).ok()?;
    let confidence = Confidence::from_hundredths(hundredths)?;
    let (name, id, why) = (rule.name(), rule.id(), set.scanner.why(&grounds));
    let mut text = String::new();
    write!(text, "{name} ({id}), confidence {confidence}: {why}").ok()?;
    Some(text)
}

/// What the finding rests on; `None` for numbers that no scan gives.
fn grounds(finding: &Finding) -> Option<Grounds> {
    let context = span(finding.context_start, finding.context_end)?;
    Some(Grounds {
        rule: usize::try_from(finding.rule).ok()?,
        span: span(finding.start, finding.end)?,
        check: match finding.check {
            BREACHSCAN_CHECK_NONE => None,
            BREACHSCAN_CHECK_PASSED => Some(CheckOutcome::Passed),
            BREACHSCAN_CHECK_FAILED => Some(CheckOutcome::Failed),
            _ => return None,
        },
        support: match finding.context {
            BREACHSCAN_CONTEXT_NONE => Support::None,
            BREACHSCAN_CONTEXT_NEAR => Support::Near,
            BREACHSCAN_CONTEXT_LABEL => Support::Label,
            BREACHSCAN_CONTEXT_AGAINST => Support::Against,
            _ => return None,
        },
        context: Some(context).filter(|context| !context.is_empty()),
        term: finding.term.checked_sub(1),
        unit: match finding.unit {
            BREACHSCAN_UNIT_BYTE => Unit::Byte,
            BREACHSCAN_UNIT_UTF16 => Unit::Utf16,
            _ => return None,
        },
    })
}

fn span(start: u64, end: u64) -> Option<Span> {
    let (start, end) = (usize::try_from(start).ok()?, usize::try_from(end).ok()?);
    (start <= end).then(|| Span::new(start, end))
}
