//! The buffers a scan reuses.

use core::fmt;

use super::candidate::Candidates;
use super::pending::Pending;
use super::scanner::Scanner;
use super::support::Around;
use crate::engine::Leads;

/// What a scan writes to. Make one a thread and keep it: once it has grown to what the texts need, scanning
/// allocates nothing. One scratch serves any scanner.
pub struct Scratch {
    pub(super) leads: Leads,
    pub(super) candidates: Candidates,
    pub(super) around: Around,
    pub(super) pending: Pending,
}

impl Scratch {
    /// Empty buffers.
    pub fn new() -> Scratch {
        Scratch {
            leads: Leads::new(),
            candidates: Candidates::new(),
            around: Around::new(),
            pending: Pending::new(),
        }
    }

    /// Makes the buffers ready for a new haystack.
    pub(crate) fn start(&mut self, scanner: &Scanner) {
        let rules = scanner.rules().len();
        self.around.start(rules);
        self.pending.start(rules);
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
