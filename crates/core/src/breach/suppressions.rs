//! Candidates that somebody has looked at and does not want to see again.

use serde::Deserialize;

use super::candidate::Candidate;
use crate::error::{Error, Place};

/// The suppressions of a file, each with its scope, reason, author and last day.
///
/// ```toml
/// [[suppression]]
/// pattern = "operational-group"          # a pattern's id or number; or
/// fingerprint = "0f…"                    # one candidate, by its fingerprint
/// scope = "exports/2024/"                # optional: only where the path begins with this
/// reason = "governance approved the group on 3 May"
/// author = "j.rowe"
/// expires = "2027-05-31"                 # the last day it holds
/// ```
#[derive(Clone, Debug, Default)]
pub struct Suppressions(Vec<Suppression>);

/// One entry of a suppressions file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suppression {
    pattern: Option<String>,
    fingerprint: Option<String>,
    scope: Option<String>,
    reason: String,
    author: String,
    expires: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    suppression: Vec<toml::Spanned<Suppression>>,
}

impl Suppressions {
    /// Reads a suppressions file; `name` is for errors.
    ///
    /// # Errors
    ///
    /// Text that breaks the schema; an entry that names neither pattern nor fingerprint, lacks reason or author, or
    /// whose last day is no date.
    pub fn parse(name: &str, text: &str) -> Result<Suppressions, Error> {
        let place = |at: usize| Place::of(name, text, Some(at));
        let file: File = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            Error::rule(place(at), error.message())
        })?;
        let mut entries = Vec::new();
        for entry in file.suppression {
            let at = entry.span().start;
            let entry = entry.into_inner();
            entry
                .check()
                .map_err(|problem| Error::rule(place(at), problem))?;
            entries.push(entry);
        }
        Ok(Suppressions(entries))
    }

    /// The entry that suppresses this candidate of the source at `path` on this day (`2026-05-31`), if one does.
    pub fn find(&self, candidate: &Candidate, path: &str, today: &str) -> Option<&Suppression> {
        self.0
            .iter()
            .find(|entry| entry.holds(candidate, path, today))
    }

    /// Every entry, in the order of the file.
    pub fn entries(&self) -> &[Suppression] {
        &self.0
    }
}

impl Suppression {
    /// Why.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Who decided.
    pub fn author(&self) -> &str {
        &self.author
    }

    /// The last day it holds, as `2026-05-31`.
    pub fn expires(&self) -> &str {
        &self.expires
    }

    fn check(&self) -> Result<(), &'static str> {
        if self.pattern.is_none() && self.fingerprint.is_none() {
            return Err("name a `pattern` or a `fingerprint` to suppress");
        }
        if self.reason.trim().is_empty() || self.author.trim().is_empty() {
            return Err("a suppression needs a `reason` and an `author`");
        }
        if !is_day(&self.expires) {
            return Err("`expires` is no date; write it as 2026-05-31");
        }
        Ok(())
    }

    fn holds(&self, candidate: &Candidate, path: &str, today: &str) -> bool {
        let pattern = self.pattern.as_deref().is_none_or(|name| {
            candidate.pattern.id() == name || candidate.pattern.catalogue() == Some(name)
        });
        let fingerprint = self
            .fingerprint
            .as_deref()
            .is_none_or(|hex| candidate.fingerprint.to_string() == hex);
        let scope = self
            .scope
            .as_deref()
            .is_none_or(|scope| path.starts_with(scope));
        pattern && fingerprint && scope && today <= self.expires.as_str()
    }
}

/// Whether this is a day as `2026-05-31`; such days sort as text.
fn is_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    let number =
        |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u8>().ok());
    bytes.len() == 10
        && bytes[4] == b'-'
        && bytes[7] == b'-'
        && bytes[..4].iter().all(u8::is_ascii_digit)
        && number(5, 7).is_some_and(|month| (1..=12).contains(&month))
        && number(8, 10).is_some_and(|day| (1..=31).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_without_a_target_is_refused_with_its_line() {
        let text = "\n[[suppression]]\nreason = \"r\"\nauthor = \"a\"\nexpires = \"2027-01-01\"\n";
        let error = Suppressions::parse("s.toml", text).unwrap_err();
        assert_eq!(
            error.to_string(),
            "s.toml:2: name a `pattern` or a `fingerprint` to suppress"
        );
    }

    #[test]
    fn days_are_checked() {
        assert!(is_day("2026-05-31"));
        for wrong in ["2026-13-01", "2026-5-31", "31/05/2026", "2026-05-32"] {
            assert!(!is_day(wrong), "{wrong}");
        }
    }
}
