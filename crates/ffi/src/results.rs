//! Findings that are kept.

use core::ops::ControlFlow;
use std::sync::Arc;

use breachscan::{Confidence, Grounds};

use crate::finding::Finding;
use crate::guard::status::*;
use crate::guard::{Caller, Failure};
use crate::rules::RuleSet;

/// The findings of one scan, in order. Nothing changes them: any number of threads may read them at once.
pub struct Results {
    set: Arc<RuleSet>,
    findings: Vec<Finding>,
}

impl Results {
    pub(crate) fn new(set: &Arc<RuleSet>) -> Results {
        Results {
            set: Arc::clone(set),
            findings: Vec::new(),
        }
    }

    pub(crate) fn push(&mut self, confidence: Confidence, grounds: &Grounds) -> ControlFlow<()> {
        self.findings
            .push(Finding::new(&self.set, confidence, grounds));
        ControlFlow::Continue(())
    }
}

/// How many findings there are; 0 for NULL.
///
/// Threads: any, at the same time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_results_len(results: *const Results) -> u64 {
    guarded!(0, |caller| caller
        .reference(results)
        .map_or(0, |results| results.findings.len() as u64))
}

/// One finding by its number, from 0 to breachscan_results_len - 1.
///
/// `out` gets the finding, NULL on failure; it belongs to `results` and lives as long.
///
/// Threads: any, at the same time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_ARGUMENT for the number, ERR_INTERNAL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_results_get(
    results: *const Results,
    index: u64,
    out: *mut *const Finding,
) -> Status {
    guarded!(|caller: Caller<'_>| {
        let mut out = caller.out(out)?;
        out.set(core::ptr::null());
        let findings = &caller.reference(results)?.findings;
        let one = usize::try_from(index).ok().and_then(|at| findings.get(at));
        out.set(one.ok_or(Failure::new(BREACHSCAN_ERR_ARGUMENT))?);
        Ok(())
    })
}

/// Frees results. What breachscan_results_get gave of them ends with them. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn breachscan_results_free(results: *mut Results) {
    guarded!((), |caller| caller.free(results));
}
