//! What a scan costs, counted instead of timed: the tests that scanning is linear read it.

use core::cell::Cell;

thread_local! {
    static EFFORT: Cell<Effort> = const { Cell::new(Effort { steps: 0, comparisons: 0 }) };
}

/// What a thread has done since it was last asked.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Effort {
    /// Bytes that walks through the DFA read.
    pub steps: usize,
    /// Context terms that were compared with a value or a stretch, and findings with each other.
    pub comparisons: usize,
}

impl Effort {
    /// What was counted, and back to nothing.
    pub fn take() -> Effort {
        EFFORT.take()
    }

    pub fn walked(steps: usize) {
        let effort = EFFORT.get();
        EFFORT.set(Effort {
            steps: effort.steps + steps,
            ..effort
        });
    }

    pub fn compared(comparisons: usize) {
        let effort = EFFORT.get();
        EFFORT.set(Effort {
            comparisons: effort.comparisons + comparisons,
            ..effort
        });
    }
}
