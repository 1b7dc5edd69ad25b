//! The context terms of all rules, each once, with what they do for which rule.

use std::collections::BTreeMap;

use crate::rule::{Rule, Tier};

/// Up to three of these stand for a space in a term.
pub(super) const TERM_SPACES: &str = " \t\r\n_./-";

/// What one term does for one rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Role {
    pub rule: u16,
    pub tier: Tier,
}

/// Every context term of a rule set. The order depends on the rules alone, so that it is the same when an image
/// is made and when it is read.
#[derive(Debug, Clone)]
pub(crate) struct Terms {
    terms: Vec<(String, Vec<Role>)>,
    /// The bytes of which some term has one where it is found in a text.
    bytes: Box<[bool; 256]>,
}

impl Terms {
    pub fn new(rules: &[Rule]) -> Terms {
        let mut terms: BTreeMap<String, Vec<Role>> = BTreeMap::new();
        for (index, rule) in rules.iter().enumerate() {
            for tier in Tier::ALL {
                for term in rule
                    .context()
                    .terms(tier)
                    .iter()
                    .filter(|term| !is_implied(rule, tier, term))
                {
                    let roles = terms.entry(term.to_ascii_lowercase()).or_default();
                    roles.push(Role {
                        rule: index as u16,
                        tier,
                    });
                }
            }
        }
        let mut bytes = Box::new([false; 256]);
        let written = terms.keys().flat_map(|term| term.bytes());
        for byte in written.chain(TERM_SPACES.bytes()) {
            bytes[usize::from(byte)] = true;
            bytes[usize::from(byte.to_ascii_uppercase())] = true;
        }
        Terms {
            terms: terms.into_iter().collect(),
            bytes,
        }
    }

    /// Whether any term may hold this byte where it is found in a text.
    pub fn may_hold(&self, byte: u8) -> bool {
        self.bytes[usize::from(byte)]
    }

    pub fn roles(&self, term: usize) -> &[Role] {
        &self.terms[term].1
    }

    pub fn text(&self, term: usize) -> &str {
        &self.terms[term].0
    }

    /// The term's text, for a number that may be none of these terms'.
    pub fn get(&self, term: usize) -> Option<&str> {
        self.terms.get(term).map(|(text, _)| text.as_str())
    }

    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|(text, _)| text.as_str())
    }
}

/// Whether a shorter term of the same tier stands in this one, so that wherever this one is found, that one is too.
fn is_implied(rule: &Rule, tier: Tier, term: &str) -> bool {
    let anywhere = matches!(tier, Tier::Label | Tier::Word);
    anywhere
        && rule
            .context()
            .terms(tier)
            .iter()
            .any(|other| other.len() < term.len() && holds_word(term, other))
}

/// Whether `words` stands in `text` on word edges, whatever the case. A space is no edge: it may stand for nothing.
fn holds_word(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_ascii_lowercase(), words.to_ascii_lowercase());
    let is_edge =
        |byte: Option<&u8>| !byte.is_some_and(|&byte| byte == b' ' || byte.is_ascii_alphanumeric());
    text.match_indices(&words).any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| text.as_bytes().get(at));
        is_edge(before) && is_edge(text.as_bytes().get(at + words.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_that_holds_a_shorter_one_is_implied() {
        assert!(holds_word("x-ray", "ray"));
        assert!(holds_word("nhs no/number", "nhs no"));
        assert!(!holds_word("NHS number", "nhs"), "NHSNumber holds it not");
        assert!(!holds_word("niche", "ni"));
    }
}
