//! The words that lift or refute a value.

use serde::{Deserialize, Serialize};

/// What a context term does for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tier {
    /// Names the identifier itself; anywhere in the window.
    Label,
    /// Supports it; anywhere in the window.
    Word,
    /// Names it, but only directly before or after the value.
    Beside,
    /// Directly before the value: it is something else.
    Against,
}

impl Tier {
    /// Every tier.
    pub const ALL: [Tier; 4] = [Tier::Label, Tier::Word, Tier::Beside, Tier::Against];
}

/// A rule's context terms and the window they are looked for in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    pub(crate) window: u16,
    pub(crate) labels: Vec<String>,
    pub(crate) words: Vec<String>,
    pub(crate) beside: Vec<String>,
    pub(crate) against: Vec<String>,
}

impl Context {
    /// The window's size when a rule does not say: 300 bytes on each side.
    pub const DEFAULT_WINDOW: u16 = 300;
    /// The largest window a rule may ask for, in bytes on each side.
    pub const MAX_WINDOW: u16 = 1000;

    /// Bytes on each side of the value in which a term counts.
    pub fn window(&self) -> usize {
        usize::from(self.window)
    }

    /// The terms of one tier, as the rule file writes them.
    pub fn terms(&self, tier: Tier) -> &[String] {
        match tier {
            Tier::Label => &self.labels,
            Tier::Word => &self.words,
            Tier::Beside => &self.beside,
            Tier::Against => &self.against,
        }
    }
}

impl Default for Context {
    fn default() -> Context {
        Context {
            window: Context::DEFAULT_WINDOW,
            labels: Vec::new(),
            words: Vec::new(),
            beside: Vec::new(),
            against: Vec::new(),
        }
    }
}
