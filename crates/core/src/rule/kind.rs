//! Categories, kinds, verification status and special categories.

use core::fmt;

use serde::{Deserialize, Serialize};

/// The family of a rule; built-in rule files lie in the folder of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Category {
    /// People: documents, health, tax, birth, names.
    Identity,
    /// Police, prosecution, court, prison and probation.
    Policing,
    /// Vehicles and their papers.
    Vehicle,
    /// Cards, accounts, wallets.
    Money,
    /// Telephones, networks, devices, places.
    Contact,
    /// Passwords, keys, tokens.
    Secret,
    /// A caller's own rules.
    Custom,
}

/// What a finding of the rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Kind {
    /// A value that identifies a person, thing, place, case or account.
    Identifier,
    /// A protective marking or form name.
    Marking,
    /// A word or phrase that tells what the text is about.
    Term,
    /// A phrase that breach patterns combine; a scan with the built-in rules never reports one.
    Signal,
}

/// How far an authority confirms a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Status {
    /// Shape and check were run on values an authority labels.
    Verified,
    /// The shape was read in a named source; it has no check.
    Shape,
    /// No authority was found: reported only beside its label.
    Unverified,
}

/// A special category of personal data, UK GDPR Article 9(1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SpecialCategory {
    /// Racial or ethnic origin.
    RacialOrEthnicOrigin,
    /// Political opinions.
    PoliticalOpinions,
    /// Religious or philosophical beliefs.
    ReligiousBeliefs,
    /// Trade union membership.
    TradeUnion,
    /// Genetic data.
    Genetic,
    /// Biometric data used to identify a person.
    Biometric,
    /// Health.
    Health,
    /// Sex life or sexual orientation.
    SexLife,
}

impl Category {
    /// Every category, in the order of the enum.
    pub const ALL: [Category; 7] = [
        Category::Identity,
        Category::Policing,
        Category::Vehicle,
        Category::Money,
        Category::Contact,
        Category::Secret,
        Category::Custom,
    ];

    /// The category's name as rule files write it.
    ///
    /// ```
    /// assert_eq!(breachscan::Category::Policing.as_str(), "policing");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Category::Identity => "identity",
            Category::Policing => "policing",
            Category::Vehicle => "vehicle",
            Category::Money => "money",
            Category::Contact => "contact",
            Category::Secret => "secret",
            Category::Custom => "custom",
        }
    }
}

impl Kind {
    /// The kind's name as rule files write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Identifier => "identifier",
            Kind::Marking => "marking",
            Kind::Term => "term",
            Kind::Signal => "signal",
        }
    }
}

impl Status {
    /// The status's name as rule files write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Verified => "verified",
            Status::Shape => "shape",
            Status::Unverified => "unverified",
        }
    }
}

impl SpecialCategory {
    /// The category's name as rule files write it.
    pub fn as_str(self) -> &'static str {
        match self {
            SpecialCategory::RacialOrEthnicOrigin => "racial-or-ethnic-origin",
            SpecialCategory::PoliticalOpinions => "political-opinions",
            SpecialCategory::ReligiousBeliefs => "religious-beliefs",
            SpecialCategory::TradeUnion => "trade-union",
            SpecialCategory::Genetic => "genetic",
            SpecialCategory::Biometric => "biometric",
            SpecialCategory::Health => "health",
            SpecialCategory::SexLife => "sex-life",
        }
    }
}

macro_rules! display_as_str {
    ($($name:ty),*) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )*};
}

display_as_str!(Category, Kind, Status, SpecialCategory);
