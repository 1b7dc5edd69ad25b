//! The public entry: a compiled rule set and its settings.

use core::fmt;
use core::ops::ControlFlow;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use super::config::Config;
use super::{FindIter, Finding, Pass, Scratch};
use crate::builtin;
use crate::confidence::Confidence;
use crate::engine::Image;
use crate::error::Error;
use crate::rule::{self, Rule};

/// Bytes of DFA that built-in and own rules may need together.
const MAX_DFA: usize = 96 << 20;

/// Finds what the rules describe in any bytes.
///
/// A scanner is cheap to clone and may be used from many threads at once; what a scan needs to write to lives in a
/// [`Scratch`], one a thread.
///
/// ```
/// use breachscan::Scanner;
///
/// let scanner = Scanner::builtin();
/// let text = b"Checked PNC ID 1999/9900123J before the stop";
/// let found: Vec<_> = scanner.find_iter(text).map(|f| (f.rule().id(), f.span().range())).collect();
/// assert!(found.contains(&("pnc-id", 15..28)));
/// ```
#[derive(Clone)]
pub struct Scanner {
    image: Arc<Image>,
    policy: Arc<Policy>,
}

/// The settings, resolved to rule numbers.
pub(crate) struct Policy {
    /// The floor of each rule; `None` is off.
    pub floors: Vec<Option<Confidence>>,
    /// The allowed values of each rule.
    pub allowed: Vec<BTreeSet<Vec<u8>>>,
    pub config: Config,
}

impl Scanner {
    /// The built-in rules with the default settings.
    ///
    /// The image is part of the library: nothing is compiled. The first call takes a few milliseconds, later ones
    /// share it.
    pub fn builtin() -> Scanner {
        static BUILTIN: LazyLock<Scanner> = LazyLock::new(|| {
            Scanner::from_image(builtin::image()).expect("the defaults name no rule")
        });
        BUILTIN.clone()
    }

    /// The built-in rules and the caller's own, compiled together into one DFA.
    ///
    /// `own` are pairs of a name for errors, such as a path, and TOML text in the schema of the built-in rule
    /// files: one rule, or several under `[[rule]]`.
    ///
    /// # Errors
    ///
    /// A text that breaks the schema, with its name and line; an id that is taken; rules that together need more
    /// than 96 MiB, naming the one that costs most.
    pub fn with_rules<'t>(
        own: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Scanner, Error> {
        let mut rules = builtin::image().rules().to_vec();
        for (name, text) in own {
            rules.extend(rule::load(name, text)?);
        }
        Scanner::from_image(Arc::new(Image::compile(rules, MAX_DFA)?))
    }

    /// Only the caller's own rules, compiled into one DFA.
    ///
    /// # Errors
    ///
    /// As [`Scanner::with_rules`].
    pub fn only_rules<'t>(
        own: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Scanner, Error> {
        let mut rules = Vec::new();
        for (name, text) in own {
            rules.extend(rule::load(name, text)?);
        }
        Scanner::from_image(Arc::new(Image::compile(rules, MAX_DFA)?))
    }

    /// Reads a compiled rule set that [`Scanner::to_image`] gave.
    ///
    /// # Errors
    ///
    /// An image that is damaged, cut short, no image at all, or of another version.
    pub fn from_image_bytes(bytes: &[u8]) -> Result<Scanner, Error> {
        Scanner::from_image(Arc::new(Image::from_bytes(bytes)?))
    }

    /// The compiled rule set as bytes, for [`Scanner::from_image_bytes`] on any machine.
    ///
    /// # Errors
    ///
    /// Only if the rules cannot be written, which no rule set that compiled has shown.
    pub fn to_image(&self) -> Result<Vec<u8>, Error> {
        self.image.to_bytes()
    }

    /// The built-in signals, which breach patterns combine, and signs, which weigh in texts as a whole.
    pub(crate) fn signals() -> [Scanner; 2] {
        static SIGNALS: LazyLock<[Scanner; 2]> = LazyLock::new(|| {
            builtin::signals()
                .map(|image| Scanner::from_image(image).expect("the defaults name no rule"))
        });
        SIGNALS.clone()
    }

    /// A caller's own signals.
    pub(crate) fn of_signals<'t>(
        texts: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Scanner, Error> {
        let mut signals = Vec::new();
        for (name, text) in texts {
            signals.extend(rule::load_signal(name, text)?);
        }
        Scanner::from_image(Arc::new(Image::compile(signals, MAX_DFA)?))
    }

    fn from_image(image: Arc<Image>) -> Result<Scanner, Error> {
        let policy = Arc::new(Policy::new(&image, Config::new())?);
        Ok(Scanner { image, policy })
    }

    /// The same rules with other settings.
    ///
    /// # Errors
    ///
    /// A setting that names a rule which does not exist.
    pub fn with_config(&self, config: Config) -> Result<Scanner, Error> {
        let policy = Arc::new(Policy::new(&self.image, config)?);
        Ok(Scanner {
            image: Arc::clone(&self.image),
            policy,
        })
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.policy.config
    }

    /// Every rule, in the order of their ids among the built-in ones, then the caller's own.
    pub fn rules(&self) -> &[Rule] {
        self.image.rules()
    }

    /// The rule with this id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules().iter().find(|rule| rule.id() == id)
    }

    /// The findings in `haystack`, one after another, in the order that [`Finding`] documents.
    ///
    /// Allocates its own scratch; [`Scanner::scan`] with a kept one allocates nothing.
    pub fn find_iter<'h>(&'h self, haystack: &'h [u8]) -> FindIter<'h> {
        FindIter::new(self, haystack)
    }

    /// Whether anything at all is reported in `haystack`.
    pub fn is_match(&self, haystack: &[u8]) -> bool {
        self.find_iter(haystack).next().is_some()
    }

    /// Calls `each` with every finding, in the order that [`Finding`] documents, until it breaks.
    ///
    /// Allocates nothing once `scratch` has grown to what the text needs.
    ///
    /// ```
    /// use std::ops::ControlFlow;
    /// use breachscan::{Scanner, Scratch};
    ///
    /// let scanner = Scanner::builtin();
    /// let mut scratch = Scratch::new();
    /// let mut spans = Vec::new();
    /// let flow = scanner.scan(&mut scratch, b"ring 07700 900461 or 07700 900462", |finding| {
    ///     spans.push(finding.span().range());
    ///     ControlFlow::Break(())
    /// });
    /// assert_eq!(spans, [5..17]);
    /// assert!(flow.is_break());
    /// ```
    pub fn scan<'h>(
        &'h self,
        scratch: &mut Scratch,
        haystack: &'h [u8],
        mut each: impl FnMut(Finding<'h>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let pass = Pass::new(self);
        scratch.start(self);
        for segment in Pass::segments(haystack.len()) {
            pass.segment(scratch, haystack, segment.clone());
            let settled = pass.settled(segment.end, haystack.len());
            for found in scratch.pending.settle(settled) {
                each(Finding::new(self, haystack, 0, found))?;
            }
        }
        ControlFlow::Continue(())
    }

    pub(crate) fn image(&self) -> &Image {
        &self.image
    }

    pub(crate) fn policy(&self) -> &Policy {
        &self.policy
    }
}

impl fmt::Debug for Scanner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scanner")
            .field("rules", &self.rules().len())
            .field("config", self.config())
            .finish()
    }
}

impl Policy {
    fn new(image: &Image, config: Config) -> Result<Policy, Error> {
        if let Some(unknown) = config
            .rules()
            .find(|id| !image.rules().iter().any(|rule| rule.id() == *id))
        {
            return Err(Error::config(format!("no rule has the id `{unknown}`")));
        }
        let floor = |rule: &Rule| {
            let own = config.min_confidence_of.get(rule.id()).copied();
            (!config.disabled.contains(rule.id())).then(|| own.unwrap_or(config.min_confidence))
        };
        let allowed = |rule: &Rule| config.allowed.0.get(rule.id()).cloned().unwrap_or_default();
        Ok(Policy {
            floors: image.rules().iter().map(floor).collect(),
            allowed: image.rules().iter().map(allowed).collect(),
            config,
        })
    }
}
