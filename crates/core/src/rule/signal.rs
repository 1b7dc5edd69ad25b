//! Signals: phrases by which people say what they do, read from TOML into a rule.
//!
//! A phrase is a regular expression with three conveniences: a space stands for a blank or a line break, an
//! apostrophe for a straight or curly one or none, and ` ~ ` for up to two words. What stands before and after ` ~ `
//! are rules of their own, `id~phrase~part`, which the breach room joins: nearness is never the DFA's affair.

use serde::Deserialize;
use toml::Spanned;

use super::Rule;
use super::bounds;
use super::context::Context;
use super::form::{Edges, Form};
use super::grades::Grades;
use super::kind::{Category, Kind, Status};
use super::load::{MAX_TEXT, is_id};
use crate::confidence::Confidence;
use crate::error::{Error, Place};

/// A file with one signal.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignalFile {
    id: Spanned<String>,
    name: String,
    about: String,
    #[serde(default)]
    phrases: Vec<Spanned<String>>,
    /// Phrases whose case counts.
    #[serde(default)]
    cased: Vec<Spanned<String>>,
    hits: Vec<String>,
    misses: Vec<String>,
}

/// Stands between the parts of a phrase for up to two words.
const GAP: &str = " ~ ";

/// Reads the signal of one TOML text as rules of kind signal: first its own, then those of parts of phrases; `name` is
/// for errors.
pub(crate) fn load_signal(name: &str, text: &str) -> Result<Vec<Rule>, Error> {
    let refuse =
        |at: Option<usize>, message: String| Error::rule(Place::of(name, text, at), message);
    if text.len() > MAX_TEXT {
        return Err(refuse(
            None,
            format!("the text has more than {MAX_TEXT} bytes"),
        ));
    }
    let file: SignalFile = toml::from_str(text).map_err(|error| Error::toml(name, text, &error))?;
    if !is_id(file.id.get_ref()) {
        return Err(refuse(
            Some(file.id.span().start),
            "an id is lower-case letters and digits in words joined by hyphens".into(),
        ));
    }
    if file.hits.is_empty() || file.misses.is_empty() {
        return Err(refuse(
            None,
            "examples are missing; give at least one hit and one miss".into(),
        ));
    }
    let mut rules = vec![rule(&file, String::new())];
    let folded = file.phrases.iter().map(|phrase| (phrase, "(?i:"));
    let cased = file.cased.iter().map(|phrase| (phrase, "(?:"));
    let mut whole: Vec<String> = Vec::new();
    for (number, (phrase, flags)) in folded.chain(cased).enumerate() {
        let parts: Vec<&str> = phrase.get_ref().split(GAP).collect();
        for (place, part) in parts.iter().enumerate() {
            let regex = format!("{flags}{})", regex(part));
            let form =
                form(&regex).map_err(|message| refuse(Some(phrase.span().start), message))?;
            if parts.len() == 1 {
                whole.push(regex);
            } else {
                let mut part = rule(&file, format!("~{number}~{place}"));
                part.forms.push(form);
                rules.push(part);
            }
        }
    }
    if rules.len() == 1 && whole.is_empty() {
        return Err(refuse(
            None,
            "no `phrases`; a signal needs at least one".into(),
        ));
    }
    if !whole.is_empty() {
        // One pattern: what phrases end alike in is then the same in the DFA.
        let form = form(&whole.join("|")).map_err(|message| refuse(None, message))?;
        rules[0].forms.push(form);
    }
    Ok(rules)
}

fn rule(file: &SignalFile, suffix: String) -> Rule {
    Rule {
        id: format!("{}{suffix}", file.id.get_ref()),
        name: file.name.clone(),
        about: file.about.clone(),
        category: Category::Custom,
        kind: Kind::Signal,
        status: Status::Shape,
        unverified: None,
        special_categories: Vec::new(),
        criminal_offence: false,
        sources: Vec::new(),
        rank: 50,
        context: Context::default(),
        forms: Vec::new(),
        hits: Vec::new(),
        misses: Vec::new(),
    }
}

fn form(regex: &str) -> Result<Form, String> {
    let grade = Confidence::ONE;
    Ok(Form {
        max_len: bounds::max_len(regex)? as u16,
        narrow: bounds::is_narrow(regex),
        regex: regex.to_owned(),
        after: None,
        back: None,
        check: None,
        edges: Edges::Token,
        grades: Grades {
            bare: grade,
            check: grade,
            near: grade,
            label: grade,
            failed: Confidence::ZERO,
        },
    })
}

/// The phrase as a plain regular expression.
fn regex(phrase: &str) -> String {
    let mut regex = String::with_capacity(phrase.len() * 2);
    let (mut in_class, mut is_escaped) = (false, false);
    for char in phrase.chars() {
        match char {
            _ if is_escaped => {
                is_escaped = false;
                regex.push(char);
                continue;
            }
            '\\' => is_escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            ' ' if !in_class => {
                regex.push_str(r"(?:\r?[ \t\n])");
                continue;
            }
            '\'' if !in_class => {
                regex.push_str("'?");
                continue;
            }
            _ => {}
        }
        regex.push(char);
    }
    regex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_apostrophes_are_loose_outside_classes() {
        assert_eq!(regex("don't say"), r"don'?t(?:\r?[ \t\n])say");
        assert_eq!(regex(r"a[ ']b\ c"), r"a[ ']b\ c");
    }

    #[test]
    fn an_empty_phrase_is_refused_with_its_line() {
        let text = "id = \"x\"\nname = \"\"\nabout = \"\"\nphrases = ['a?']\nhits = [\"a\"]\nmisses = [\"b\"]\n";
        let error = load_signal("x.toml", text).unwrap_err().to_string();
        assert!(
            error.starts_with("x.toml:4: the pattern matches the empty string"),
            "{error}"
        );
    }
}
