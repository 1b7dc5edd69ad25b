//! The TOML schema of a rule file, as it is written.

use serde::Deserialize;
use toml::Spanned;

use super::form::Edges;
use super::kind::{Category, Kind, SpecialCategory, Status};

/// A file with one rule at its top, or with several under `[[rule]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ManyRules {
    pub rule: Vec<Spanned<RuleFile>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RuleFile {
    pub id: Spanned<String>,
    pub name: String,
    pub about: String,
    #[serde(default)]
    pub category: Option<Category>,
    pub kind: Kind,
    pub status: Spanned<Status>,
    #[serde(default)]
    pub unverified: Option<String>,
    #[serde(default)]
    pub special_category: Vec<SpecialCategory>,
    #[serde(default)]
    pub criminal_offence: bool,
    pub sources: Vec<String>,
    #[serde(default)]
    pub check: Option<Spanned<String>>,
    #[serde(default)]
    pub edges: Option<Edges>,
    #[serde(default)]
    pub rank: Option<Spanned<u8>>,
    pub confidence: ConfidenceTable,
    #[serde(default)]
    pub context: Option<ContextTable>,
    #[serde(default)]
    pub pattern: Vec<Spanned<PatternTable>>,
    #[serde(default)]
    pub hit: Vec<Spanned<HitTable>>,
    #[serde(default)]
    pub miss: Vec<Spanned<MissTable>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConfidenceTable {
    pub bare: Spanned<f64>,
    pub check: Option<Spanned<f64>>,
    pub near: Option<Spanned<f64>>,
    pub label: Option<Spanned<f64>>,
    pub failed: Option<Spanned<f64>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContextTable {
    pub window: Option<Spanned<u16>>,
    #[serde(default)]
    pub labels: Vec<Spanned<String>>,
    #[serde(default)]
    pub words: Vec<Spanned<String>>,
    #[serde(default)]
    pub beside: Vec<Spanned<String>>,
    #[serde(default)]
    pub against: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PatternTable {
    pub regex: Spanned<String>,
    pub after: Option<Spanned<String>>,
    pub back: Option<BackTable>,
    pub check: Option<Spanned<String>>,
    pub edges: Option<Edges>,
    pub bare_confidence: Option<Spanned<f64>>,
    pub check_confidence: Option<Spanned<f64>>,
    pub near_confidence: Option<Spanned<f64>>,
    pub label_confidence: Option<Spanned<f64>>,
    pub failed_confidence: Option<Spanned<f64>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BackTable {
    pub bytes: Spanned<String>,
    pub max: Spanned<u8>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HitTable {
    pub text: String,
    pub span: [u32; 2],
    pub confidence: Option<Spanned<f64>>,
    pub why: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MissTable {
    pub text: String,
    pub why: String,
}
