//! One breach pattern as data.

use std::collections::BTreeMap;

use super::kind::BreachKind;
use super::law::LegalHook;
use super::severity::Band;

/// A named combination of signals: at least one about data and at least one about circumstances, inside a window.
///
/// Patterns come from TOML files; `crates/core/breach/README.md` in the repository describes the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    pub(super) id: String,
    pub(super) catalogue: Option<String>,
    pub(super) name: String,
    pub(super) about: String,
    pub(super) kinds: Vec<BreachKind>,
    pub(super) law: Vec<LegalHook>,
    pub(super) lowered_by: Vec<String>,
    pub(super) not_assessed: Vec<String>,
    /// The least data processing context, 1 to 4.
    pub(super) dpc: u32,
    pub(super) floor: Option<Band>,
    pub(super) ways: Vec<Way>,
    pub(super) raise: BTreeMap<String, u32>,
    pub(super) lower: BTreeMap<String, u32>,
    /// What the pattern is recognised by in a text that weighs enough as a whole and meets no way.
    pub(super) lead: BTreeMap<String, u32>,
}

/// One way in which a pattern's signals come together; any one is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// Each group has a signal anywhere in the conversation.
    pub conditions: Vec<Vec<String>>,
    /// None of these anywhere in the conversation.
    pub unless: Vec<String>,
    /// Each group has a signal in the window.
    pub need: Vec<Need>,
    /// None of these in the window or its margin.
    pub absent: Vec<String>,
    pub window: Window,
    pub same_sender: bool,
    /// What meets the last group is from somebody else than what meets the first, and later.
    pub reply: bool,
    /// The least that raising minus lowering signals come to.
    pub least: i64,
}

/// A group of signals of which enough must be in the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Need {
    pub any: Vec<String>,
    /// How many places.
    pub count: usize,
    /// How many different signals.
    pub distinct: usize,
}

/// How far apart the signals of a way may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// Neighbouring messages.
    pub messages: usize,
    /// Seconds between the first and the last.
    pub seconds: Option<i64>,
    /// Bytes between the first and the last within one text.
    pub bytes: Option<usize>,
}

impl Pattern {
    /// The stable id, for example `identity-document-image`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its number in the catalogue of patterns, for example `BP-02`; `None` for one the catalogue lacks.
    pub fn catalogue(&self) -> Option<&str> {
        self.catalogue.as_deref()
    }

    /// Its name in words.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it looks for, in a sentence or two.
    pub fn about(&self) -> &str {
        &self.about
    }

    /// The kinds of breach it points to.
    pub fn kinds(&self) -> &[BreachKind] {
        &self.kinds
    }

    /// The provisions that may be engaged.
    pub fn law(&self) -> &[LegalHook] {
        &self.law
    }

    /// What makes it less likely, in words.
    pub fn lowered_by(&self) -> &[String] {
        &self.lowered_by
    }

    /// What software cannot see about it, in words.
    pub fn not_assessed(&self) -> &[String] {
        &self.not_assessed
    }

    /// Every name of a signal, rule or fact that the pattern uses.
    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        let ways = self.ways.iter().flat_map(|way| {
            let conditions = way.conditions.iter().flatten();
            let need = way.need.iter().flat_map(|need| &need.any);
            conditions.chain(&way.unless).chain(need).chain(&way.absent)
        });
        let weighed = self.raise.keys().chain(self.lower.keys());
        ways.chain(weighed).chain(self.lead.keys())
    }
}
