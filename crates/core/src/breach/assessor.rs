//! The public entry: patterns, signals and key.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::candidate::Candidate;
use super::concepts::CONCEPTS;
use super::facts::FACTS;
use super::fingerprint::FingerprintKey;
use super::gather::{NamesOf, Readers, gather};
use super::judge::{Bench, judge};
use super::names::{Name, Names};
use super::pattern::Pattern;
use super::phrases::Phrases;
use super::unit::Unit;
use super::weights::{Stretch, Weights, touched};
use super::wording::Wording;
use super::{join, lead, load};
use crate::builtin;
use crate::error::Error;
use crate::message::Conversation;
use crate::scan::Scanner;

/// The key where the caller gave none: fingerprints are then the same everywhere, and guessable.
const DEFAULT_KEY: &[u8] = b"breachscan";

/// Signals made of others.
const COMPOSED: &str = include_str!("../../signals/composed.toml");

/// What weighs in chats, mails and notes as a whole.
const WEIGHTS: &str = include_str!("../../weights.toml");

/// What plain words and pairs of them weigh.
const WORDS: &str = include_str!("../../words.toml");

/// Finds breach patterns in conversations.
///
/// Cheap to clone; one serves any number of threads. The same conversations, patterns and key give the same
/// candidates in the same order, byte for byte.
///
/// ```
/// use breachscan::Scanner;
/// use breachscan::breach::Assessor;
/// use breachscan::message::{App, Channel, ChannelKind, Conversation, Message, Text};
///
/// let mut chat = Conversation::new(Channel::new(App::WhatsApp, ChannelKind::Group));
/// chat.messages.push(Message::new(Text::new("Ferry is 40 mins late, brew on when you get here")));
/// let candidates = Assessor::builtin().assess(&Scanner::builtin(), &[chat]);
/// assert!(candidates.is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Assessor {
    patterns: Arc<[Arc<Pattern>]>,
    signals: Arc<[Scanner]>,
    phrases: Phrases,
    /// None where the caller brought patterns of their own: these then stand as they are.
    weights: Option<(Weights, Wording)>,
    key: FingerprintKey,
}

impl Assessor {
    /// The built-in patterns and signals.
    pub fn builtin() -> Assessor {
        static BUILTIN: LazyLock<Assessor> = LazyLock::new(|| {
            let made = || {
                let phrases = Phrases::parse("composed.toml", COMPOSED)?;
                let weights = Weights::parse("weights.toml", WEIGHTS)?;
                let wording = Wording::parse("words.toml", WORDS)?;
                let patterns = builtin::PATTERNS.iter().copied();
                let assessor = Assessor::new(Arc::new(Scanner::signals()), phrases, patterns)?;
                Ok::<_, Error>(Assessor {
                    weights: Some((weights, wording)),
                    ..assessor
                })
            };
            made().expect("the crate's tests read every pattern")
        });
        BUILTIN.clone()
    }

    /// A caller's own signals, composed signals and patterns instead of the built-in ones, each a name for errors and
    /// TOML text.
    ///
    /// # Errors
    ///
    /// A text that breaks its schema, with its name and line; signals that together need too large a DFA.
    pub fn only<'t>(
        signals: impl IntoIterator<Item = (&'t str, &'t str)>,
        composed: (&str, &str),
        patterns: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Assessor, Error> {
        let phrases = Phrases::parse(composed.0, composed.1)?;
        let signals = Arc::new([Scanner::of_signals(signals)?]);
        Assessor::new(signals, phrases, patterns)
    }

    fn new<'t>(
        signals: Arc<[Scanner]>,
        phrases: Phrases,
        patterns: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Assessor, Error> {
        let load = |(name, text)| load::load(name, text).map(Arc::new);
        let mut patterns: Vec<Arc<Pattern>> =
            patterns.into_iter().map(load).collect::<Result<_, _>>()?;
        patterns.sort_by(|a, b| a.id().cmp(b.id()));
        Ok(Assessor {
            patterns: patterns.into(),
            signals,
            phrases,
            weights: None,
            key: FingerprintKey::new(DEFAULT_KEY),
        })
    }

    /// The same with another key for fingerprints.
    pub fn with_key(self, key: FingerprintKey) -> Assessor {
        Assessor { key, ..self }
    }

    /// Every pattern, in the order of their ids.
    pub fn patterns(&self) -> &[Arc<Pattern>] {
        &self.patterns
    }

    /// The pattern with this id or this number in the catalogue.
    pub fn pattern(&self, name: &str) -> Option<&Arc<Pattern>> {
        let is_named =
            |pattern: &&Arc<Pattern>| pattern.id() == name || pattern.catalogue() == Some(name);
        self.patterns.iter().find(is_named)
    }

    /// The candidates in `conversations`, by the first message of each and then by the pattern's id.
    ///
    /// Conversations given together are read together: an audit log's look-up is joined with the message that
    /// discloses what it found. Time is linear in the text for any one set of patterns.
    pub fn assess(&self, scanner: &Scanner, conversations: &[Conversation]) -> Vec<Candidate> {
        let mut names = self.names();
        let (values, signals) = (
            NamesOf::new(std::slice::from_ref(scanner), &mut names),
            NamesOf::new(&self.signals, &mut names),
        );
        let words = self.words(scanner, &names);
        let mut units: Vec<Unit<'_>> = conversations
            .iter()
            .enumerate()
            .flat_map(|(at, conversation)| Unit::of(at, conversation, names.len()))
            .collect();
        let readers = Readers {
            values: (scanner, &values),
            signals: (&self.signals, &signals),
            phrases: &self.phrases,
        };
        for unit in &mut units {
            gather(unit, &names, &readers);
        }
        join::join(&mut units, &names);
        let bench = Bench {
            names: &names,
            words: &words,
            key: &self.key,
        };
        let mut candidates: Vec<Candidate> = units
            .iter()
            .flat_map(|unit| self.of_unit(unit, &bench))
            .collect();
        candidates.sort_by(|a, b| {
            let key = |candidate: &Candidate| {
                (
                    candidate.messages.first().copied(),
                    candidate.messages.last().copied(),
                )
            };
            (key(a), a.pattern.id()).cmp(&(key(b), b.pattern.id()))
        });
        candidates
    }

    /// The candidates of one unit: if the whole weighs enough, what the patterns find that is near to them, and what is
    /// nearest to the whole.
    fn of_unit(&self, unit: &Unit<'_>, bench: &Bench<'_>) -> Vec<Candidate> {
        let judged = self.patterns.iter();
        let found: Vec<Candidate> = judged
            .flat_map(|pattern| judge(unit, pattern, bench))
            .collect();
        let Some((weights, wording)) = &self.weights else {
            return found;
        };
        let Some(stretches) = weights.stretches(unit, bench.names, &found, wording) else {
            return found;
        };
        let heaviest_of = |candidate: &Candidate| {
            let touched = touched(&unit.place(candidate), stretches.len() - 1);
            stretches[touched]
                .iter()
                .max_by_key(|stretch| stretch.total)
        };
        let is_heavy =
            |candidate: &Candidate| heaviest_of(candidate).is_some_and(Stretch::is_heavy);
        let mut kept: Vec<Candidate> = found
            .into_iter()
            .filter(|one| is_heavy(one) && lead::is_near(unit, &self.patterns, one, bench))
            .collect();
        let heaviest = stretches.iter().rev().max_by_key(|stretch| stretch.total);
        if let Some(heaviest) = heaviest.filter(|stretch| stretch.is_heavy())
            && (!kept.is_empty() || heaviest.says_enough)
            && let Some(lead) = lead::lead(unit, heaviest, &self.patterns, weights, bench)
            && kept.iter().all(|one| one.pattern.id() != lead.pattern.id())
        {
            kept.push(lead);
        }
        for candidate in &mut kept {
            candidate.wording = heaviest_of(candidate)
                .map(|stretch| wording.telling(&stretch.words))
                .unwrap_or_default();
        }
        kept
    }

    /// Every name that is used: by patterns, of facts, of families.
    fn names(&self) -> Names {
        let mut names = Names::default();
        for name in self.patterns.iter().flat_map(|pattern| pattern.names()) {
            names.add(name);
        }
        for name in self.weights.iter().flat_map(|(weights, _)| weights.names()) {
            names.add(name);
        }
        for (name, _) in FACTS {
            names.add(name);
        }
        for (name, _) in CONCEPTS {
            names.add(name);
        }
        names
    }

    /// What each name means.
    fn words(&self, scanner: &Scanner, names: &Names) -> BTreeMap<Name, String> {
        let signals = self.signals.iter().flat_map(Scanner::rules);
        let rules = scanner.rules().iter().chain(signals);
        let rules = rules.map(|rule| (rule.id(), rule.name()));
        let families = CONCEPTS.iter().map(|(name, _)| (*name, *name));
        let all = rules.chain(FACTS.iter().copied()).chain(families);
        all.filter_map(|(id, words)| Some((names.get(id)?, words.to_owned())))
            .collect()
    }
}
