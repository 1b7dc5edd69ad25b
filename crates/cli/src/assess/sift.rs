//! Which candidates are reported, and which are suppressed.

use breachscan::Scanner;
use breachscan::breach::{Band, Candidate, Suppressions};

use super::case::{Case, Docket};
use super::intake::Intake;

/// What decides which candidates are reported.
pub struct Sieve<'a> {
    pub floor: Band,
    pub suppressions: &'a Suppressions,
    /// The day as `2026-05-31`.
    pub today: String,
    pub show_values: bool,
}

impl<'a> Sieve<'a> {
    /// Sorts candidates into those that are reported and those that are not.
    pub fn sift(
        &self,
        intake: &'a Intake,
        masks: &'a Scanner,
        candidates: &'a [Candidate],
    ) -> Docket<'a> {
        let mut docket = Docket {
            intake,
            masks,
            cases: Vec::new(),
            suppressed: Vec::new(),
            below: 0,
            show_values: self.show_values,
            known: Default::default(),
        };
        for candidate in candidates {
            let case = Case::new(candidate, intake);
            let path = &case.home().path;
            if let Some(entry) = self.suppressions.find(candidate, path, &self.today) {
                docket.suppressed.push((case, entry));
            } else if candidate.severity.band() < self.floor {
                docket.below += 1;
            } else {
                docket.cases.push(case);
            }
        }
        docket
    }
}
