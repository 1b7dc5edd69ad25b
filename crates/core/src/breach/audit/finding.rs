//! What somebody found who checked a row.

use super::column::Column;
use super::words::{has_phrase, has_word, words};

/// Whether a reviewer was content, if one wrote so or the opposite.
pub(super) fn finding(others: &[(Column, &str, &str)]) -> Option<bool> {
    let confirmed = others
        .iter()
        .find(|(column, ..)| *column == Column::Confirmed);
    let mut found = confirmed.and_then(|(.., value)| {
        let words = words(value);
        let first = words.first()?;
        match first.as_str() {
            "y" | "yes" | "true" => Some(true),
            "n" | "no" | "false" | "not" | "none" => Some(false),
            _ => None,
        }
    });
    if found == Some(false) {
        return found;
    }
    for (column, _, value) in others {
        let words = words(value);
        let is_finding = match column {
            Column::Finding => true,
            // What became of a row is a finding where it says so at once.
            Column::Fate => words.first().is_some_and(|first| first == "satisfied"),
            _ => false,
        };
        if !is_finding {
            continue;
        }
        let is_content = has_word(&words, CONTENT) || has_phrase(&words, CONTENT_PHRASES);
        let starts_content = words
            .first()
            .is_some_and(|word| CONTENT.contains(&word.as_str()));
        let without_concern = has_phrase(&words, CONTENT_PHRASES);
        let is_discontent = has_phrase(&words, DISCONTENT_PHRASES)
            || (has_word(&words, DISCONTENT) && !without_concern);
        if is_discontent && !starts_content {
            return Some(false);
        }
        if is_content {
            found = Some(true);
        }
    }
    found
}

/// What a reviewer writes who is content.
#[rustfmt::skip]
const CONTENT: &[&str] = &[
    "satisfactory", "verified", "justified", "legitimate", "lawful", "ok", "okay", "confirmed", "explained",
    "proportionate", "authorised", "appropriate", "valid", "pass", "passed", "cleared", "compliant", "genuine",
    "proper", "satisfied", "correct", "fine", "matched", "matches", "agreed", "accepted", "nfa", "declared", "recused",
    "declined",
];

#[rustfmt::skip]
const CONTENT_PHRASES: &[&str] = &[
    "in order", "other team", "handed to", "passed to", "not viewed", "no concern", "no concerns", "no issue",
    "no issues", "good practice", "policing purpose confirmed", "no further action",
];

/// What a reviewer writes who is not.
#[rustfmt::skip]
const DISCONTENT: &[&str] = &[
    "unexplained", "unjustified", "unverified", "unsatisfactory", "unauthorised", "unaccounted", "improper",
    "inappropriate", "misuse", "misused", "escalate", "escalated", "referred", "refer", "disputed", "suspicious",
    "breach", "denies", "denied", "unlinked", "investigate", "unable", "cannot", "couldnt", "query", "queried",
    "concern", "concerns",
];

#[rustfmt::skip]
const DISCONTENT_PHRASES: &[&str] = &[
    "not ok", "not justified", "not satisfactory", "not verified", "not in order", "not tasked", "not allocated",
    "not on", "no reason", "no purpose", "no policing", "no trace", "no record", "no log", "no link", "no such",
    "none found", "not found", "nothing found", "could not", "no justification", "no legitimate", "no explanation",
    "not explained", "no incident", "not involved", "not proportionate", "not linked",
];
