//! One breach pattern as data.

use super::kind::BreachKind;
use super::law::LegalHook;

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
}
