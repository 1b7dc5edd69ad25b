//! Rules: what to look for, how sure a match is, and the examples that prove it.
//!
//! - `kind`: categories, kinds and what a rule says about a person
//! - `grades`: a rule's confidences and the arithmetic that picks one
//! - `form`: one validated pattern of a rule
//! - `context`: the words that lift or refute a value
//! - `example`: hits and misses
//! - `file`: the TOML schema as it is written
//! - `load`: from TOML text to validated rules
//! - `signal`: phrases that breach patterns combine
//! - `bounds`: what a pattern must be to go into the DFA

mod bounds;
mod context;
mod example;
mod file;
mod form;
mod grades;
mod kind;
mod load;
mod signal;

use serde::{Deserialize, Serialize};

pub(crate) use self::bounds::{MAX_MATCH, syntax_config};
pub use self::context::{Context, Tier};
pub use self::example::{Hit, Miss};
pub use self::form::{Edges, Form, ReachBack};
pub use self::grades::{CheckOutcome, Grades, Support};
pub use self::kind::{Category, Kind, SpecialCategory, Status};
pub(crate) use self::load::load;
pub(crate) use self::signal::load_signal;

/// One identifier, marking or term list.
///
/// Rules come from TOML files; `crates/core/rules/README.md` in the repository describes the schema.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) category: Category,
    pub(crate) kind: Kind,
    pub(crate) status: Status,
    pub(crate) unverified: Option<String>,
    pub(crate) special_categories: Vec<SpecialCategory>,
    pub(crate) criminal_offence: bool,
    pub(crate) sources: Vec<String>,
    pub(crate) rank: u8,
    pub(crate) context: Context,
    pub(crate) forms: Vec<Form>,
    pub(crate) hits: Vec<Hit>,
    pub(crate) misses: Vec<Miss>,
}

impl Rule {
    /// The rule's stable id, for example `nhs-number`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The identifier's name in words.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the identifier identifies.
    pub fn about(&self) -> &str {
        &self.about
    }

    /// The family the rule belongs to; also the folder of its file.
    pub fn category(&self) -> Category {
        self.category
    }

    /// Identifier, marking, term or signal.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// How far an authority confirms the rule.
    pub fn status(&self) -> Status {
        self.status
    }

    /// What no authority confirms, if anything.
    pub fn unverified(&self) -> Option<&str> {
        self.unverified.as_deref()
    }

    /// The special categories of personal data (UK GDPR Article 9) that a value reveals.
    pub fn special_categories(&self) -> &[SpecialCategory] {
        &self.special_categories
    }

    /// Whether a value is criminal-offence data (UK GDPR Article 10).
    pub fn is_criminal_offence(&self) -> bool {
        self.criminal_offence
    }

    /// The authorities the rule rests on.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// Which label stands first when spans and confidence tie: 100 before 0.
    pub fn rank(&self) -> u8 {
        self.rank
    }

    /// The words that lift or refute a value.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The rule's patterns, in the order they were written.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// Texts in which the rule is found, each with the span of its value.
    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// Texts in which the rule is not reported.
    pub fn misses(&self) -> &[Miss] {
        &self.misses
    }
}
