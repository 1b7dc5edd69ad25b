//! The buffers a scan reuses.

use core::fmt;
use std::vec::Drain;

use super::candidate::Candidates;
use super::folded::Folding;
use super::nearby::Nearby;
use super::pending::{Found, Pending};
use super::scanner::Scanner;
use crate::engine::Leads;

/// What a scan writes to. Make one a thread and keep it: once it has grown to what the texts need, scanning
/// allocates nothing. One scratch serves any scanner.
pub struct Scratch {
    pub(super) leads: Leads,
    pub(super) leads_ahead: Leads,
    /// The segment of `leads_ahead`, by its start.
    pub(super) ahead: Option<usize>,
    /// For whoever looks for terms.
    pub(super) spare: Leads,
    pub(super) candidates: Candidates,
    pub(super) nearby: Nearby,
    pub(super) folding: Folding,
    pub(super) pending: Pending,
    /// The offset of the haystack's first byte in the whole text: 0, but for a stream.
    pub(super) base: usize,
}

impl Scratch {
    /// Empty buffers.
    pub fn new() -> Scratch {
        Scratch {
            leads: Leads::new(),
            leads_ahead: Leads::new(),
            ahead: None,
            spare: Leads::new(),
            candidates: Candidates::new(),
            nearby: Nearby::new(),
            folding: Folding::new(),
            pending: Pending::new(),
            base: 0,
        }
    }

    /// Makes the buffers ready for a new haystack.
    pub(crate) fn start(&mut self, scanner: &Scanner) {
        let rules = scanner.rules().len();
        self.nearby.start(rules);
        self.folding.nearby.start(rules);
        self.pending.start(rules);
        self.ahead = None;
        self.base = 0;
    }

    /// Counts from `by` bytes later, a multiple of a segment, because those before were dropped.
    pub(crate) fn rebase(&mut self, by: usize) {
        self.nearby.rebase(by);
        self.folding.nearby.forget_terms();
        self.folding.nearby.rebase(by);
        self.ahead = self.ahead.and_then(|start| start.checked_sub(by));
        self.base += by;
    }

    /// Takes out the findings whose order is certain; see [`Pass::settled`](super::Pass::settled).
    pub(crate) fn settle(&mut self, settled: usize) -> Drain<'_, Found> {
        self.pending.settle(settled)
    }
}

impl Default for Scratch {
    fn default() -> Scratch {
        Scratch::new()
    }
}

impl fmt::Debug for Scratch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scratch").finish_non_exhaustive()
    }
}
