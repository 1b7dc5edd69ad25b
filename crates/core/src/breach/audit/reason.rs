//! What a stated reason is worth.

use super::words::{has_word, words};

/// What the words in a reason column say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// Nothing, or a placeholder.
    Missing,
    /// Words that fit every look-up: `intel`, `general enquiry`.
    Vague,
    /// A number of one to three digits, whose meaning the log does not tell.
    Code,
    /// Words that fit this look-up.
    Specific,
    /// A number of an incident, crime, log or task.
    Referenced,
}

/// Reasons of one word that stand for none.
#[rustfmt::skip]
const PLACEHOLDERS: &[&str] = &[
    "aaa", "abc", "asdf", "blank", "dk", "idk", "na", "nil", "nk", "no", "none", "null", "qwerty", "tba", "tbc", "test",
    "testing", "unknown", "xx", "xxx", "xxxx", "zz", "zzz",
];

/// Words that say nothing about the look-up they stand beside.
#[rustfmt::skip]
const GENERIC: &[&str] = &[
    "a", "above", "access", "accessed", "ad", "admin", "an", "and", "any", "as", "at", "awareness", "background",
    "bored", "browsing", "business", "by", "case", "check", "checked", "checking", "checks", "code", "curiosity",
    "curious", "daily", "data", "database", "dev", "development", "duties", "duty", "enq", "enqs", "enquiries",
    "enquiry", "entered", "etc", "for", "further", "fyi", "gen", "general", "given", "hoc", "if", "in", "info",
    "information", "inquiries", "inquiry", "int", "intel", "intelligence", "interest", "investigation", "is", "it",
    "job", "just", "knowledge", "law", "legitimate", "local", "look", "looked", "looking", "lookup", "misc",
    "miscellaneous", "monitoring", "my", "need", "normal", "not", "obs", "observation", "observations", "of",
    "official", "on", "ongoing", "only", "operational", "other", "own", "per", "personal", "police", "policing",
    "private", "purpose", "purposes", "query", "quick", "random", "re", "reason", "reasons", "recorded", "ref",
    "reference", "refresh", "required", "research", "review", "routine", "same", "search", "self", "some", "standard",
    "stated", "system", "task", "tasks", "the", "this", "to", "up", "update", "updates", "use", "usual", "various",
    "view", "viewed", "viewing", "was", "with", "work", "yes",
];

/// Words before a number that make it a reference.
#[rustfmt::skip]
const REFERRERS: &[&str] = &[
    "cad", "case", "crime", "custody", "event", "exhibit", "inc", "incident", "job", "log", "misper", "mp", "nicl", "occ",
    "occurrence", "op", "operation", "pnb", "ref", "sto", "storm", "task", "ticket", "urn", "warrant", "wo",
];

impl Reason {
    pub(super) fn of(text: &str) -> Reason {
        let words = words(text);
        let is_blank = |word: &String| PLACEHOLDERS.contains(&word.as_str()) || is_one_letter(word);
        if words.iter().all(is_blank) {
            return Reason::Missing;
        }
        if let [code] = &words[..]
            && code.len() <= 3
            && code.bytes().all(|byte| byte.is_ascii_digit())
        {
            return Reason::Code;
        }
        if has_reference(text) {
            return Reason::Referenced;
        }
        // Who asks does not know: `foi?`.
        if text.trim_end().ends_with('?') {
            return Reason::Vague;
        }
        let is_own = |word: &&String| {
            word.chars().any(char::is_alphabetic)
                && word.len() > 1
                && GENERIC.binary_search(&word.as_str()).is_err()
                && !is_blank(word)
        };
        if words.iter().any(|word| is_own(&word)) {
            Reason::Specific
        } else {
            Reason::Vague
        }
    }

    pub(super) fn says_why(self) -> bool {
        matches!(self, Reason::Specific | Reason::Referenced)
    }
}

/// One letter again and again, or none.
fn is_one_letter(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next();
    first.is_none_or(|first| first.is_alphabetic() && chars.all(|char| char == first))
}

/// Whether a text holds the number of an incident, crime, log or task: digits with a stroke, four digits and more, or a
/// number after such a word.
fn has_reference(text: &str) -> bool {
    let mut before = String::new();
    for token in text.split_whitespace() {
        let token = token.trim_matches(|char: char| !char.is_alphanumeric());
        let digits = token.bytes().filter(u8::is_ascii_digit).count();
        let is_joined = token.contains(['/', '-']) && !token.contains(':');
        let is_after = REFERRERS.contains(&before.as_str());
        if (digits >= 4 && !is_year(token))
            || (digits >= 2 && is_joined)
            || (digits >= 1 && is_after)
        {
            return true;
        }
        before = token.to_lowercase();
    }
    false
}

/// A year alone tells no incident.
fn is_year(token: &str) -> bool {
    token.len() == 4 && (token.starts_with("19") || token.starts_with("20"))
}

/// Whether a reason says that the work is the user's own.
pub(super) fn is_own_work(text: &str) -> bool {
    let text = words(text);
    let owns = has_word(&text, &["own", "my", "our"]);
    owns && has_word(
        &text,
        &[
            "call", "calls", "job", "jobs", "log", "incident", "report", "crime", "case", "arrest",
            "prisoner", "detainee",
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_weigh_what_they_say() {
        for (text, reason) in [
            ("", Reason::Missing),
            (".", Reason::Missing),
            ("xxx", Reason::Missing),
            ("N/A", Reason::Missing),
            ("8", Reason::Code),
            ("obs", Reason::Vague),
            ("Intel dev", Reason::Vague),
            ("general police enquiry", Reason::Vague),
            ("attending", Reason::Specific),
            ("bail check", Reason::Specific),
            ("foi?", Reason::Vague),
            ("stop at Tinker Lane, log 31", Reason::Referenced),
            ("sign-on bail CU/24/0071", Reason::Referenced),
        ] {
            assert_eq!(Reason::of(text), reason, "{text:?}");
        }
    }

    #[test]
    fn lists_are_sorted() {
        assert!(GENERIC.is_sorted());
    }
}
