//! Every setting of a scanner, with its default.

use std::collections::{BTreeMap, BTreeSet};

use crate::confidence::Confidence;
use crate::engine::Acceleration;

/// Settings of a [`Scanner`](crate::Scanner).
///
/// ```
/// use breachscan::{Confidence, Config, Scanner};
///
/// let config = Config::new()
///     .min_confidence(Confidence::ALERT)
///     .disable("uk-postcode")
///     .allow("email", "press.office@example.police.uk");
/// let scanner = Scanner::builtin().with_config(config)?;
/// let text = b"Write to press.office@example.police.uk or jo@example.org";
/// let found: Vec<_> = scanner.find_iter(text).map(|f| f.span().range()).collect();
/// assert_eq!(found, [43..57]);
/// # Ok::<(), breachscan::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Config {
    pub(super) min_confidence: Confidence,
    pub(super) min_confidence_of: BTreeMap<String, Confidence>,
    pub(super) disabled: BTreeSet<String>,
    pub(super) allowed: Allowed,
    pub(super) acceleration: Acceleration,
}

/// Exact values that are not reported, by rule id. `Debug` tells how many, not which.
#[derive(Clone, Default)]
pub(super) struct Allowed(pub BTreeMap<String, BTreeSet<Vec<u8>>>);

impl core::fmt::Debug for Allowed {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_map()
            .entries(self.0.iter().map(|(rule, values)| (rule, values.len())))
            .finish()
    }
}

impl Config {
    /// The defaults: every rule, reported from 0.50, nothing allowed, the fastest sieve.
    pub fn new() -> Config {
        Config {
            min_confidence: Confidence::REPORT,
            min_confidence_of: BTreeMap::new(),
            disabled: BTreeSet::new(),
            allowed: Allowed::default(),
            acceleration: Acceleration::Auto,
        }
    }

    /// Reports findings of at least this confidence. Default: 0.50, where evidence begins to outweigh chance.
    ///
    /// At 0.00 every match of every shape is reported, values whose check failed included.
    pub fn min_confidence(mut self, floor: Confidence) -> Config {
        self.min_confidence = floor;
        self
    }

    /// Sets another floor for one rule, by id. Default: none, every rule has the common floor.
    pub fn min_confidence_of(mut self, rule: &str, floor: Confidence) -> Config {
        self.min_confidence_of.insert(rule.to_owned(), floor);
        self
    }

    /// Switches a rule off, by id. Default: every rule is on.
    pub fn disable(mut self, rule: &str) -> Config {
        self.disabled.insert(rule.to_owned());
        self
    }

    /// Does not report findings of `rule` whose bytes are exactly `value`. Default: nothing is allowed.
    pub fn allow(mut self, rule: &str, value: impl AsRef<[u8]>) -> Config {
        self.allowed
            .0
            .entry(rule.to_owned())
            .or_default()
            .insert(value.as_ref().to_vec());
        self
    }

    /// How leads are found. Default: the fastest way this CPU has; every choice gives the same findings.
    pub fn acceleration(mut self, acceleration: Acceleration) -> Config {
        self.acceleration = acceleration;
        self
    }

    /// The ids of rules that the settings name.
    pub(super) fn rules(&self) -> impl Iterator<Item = &str> {
        self.min_confidence_of
            .keys()
            .chain(&self.disabled)
            .chain(self.allowed.0.keys())
            .map(String::as_str)
    }
}

impl Default for Config {
    fn default() -> Config {
        Config::new()
    }
}
