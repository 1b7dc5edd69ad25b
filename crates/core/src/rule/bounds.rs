//! What a pattern must be to go into the DFA: bounded, never empty, free of look-around, ASCII.

use regex_automata::util::syntax;
use regex_syntax::hir::literal::{Extractor, Literal};
use regex_syntax::hir::{Class, Hir, HirKind};

/// The most bytes a match may have, label included.
pub(crate) const MAX_MATCH: usize = 256;

/// The syntax every pattern is read with: bytes, ASCII classes.
pub(crate) fn syntax_config() -> syntax::Config {
    syntax::Config::new().unicode(false).utf8(false)
}

/// The most bytes `pattern` can match, or what is wrong with it.
pub(super) fn max_len(pattern: &str) -> Result<usize, String> {
    let hir = syntax::parse_with(pattern, &syntax_config())
        .map_err(|error| format!("the pattern is not a regular expression: {error}"))?;
    if has_unicode_class(&hir) {
        return Err(
            "the pattern asks for Unicode with (?u); patterns are ASCII, take it out".into(),
        );
    }
    let properties = hir.properties();
    if !properties.look_set().is_empty() {
        return Err(
            "the pattern has an anchor or word boundary; edges do that, take it out".into(),
        );
    }
    match properties.minimum_len() {
        None => return Err("the pattern can never match".into()),
        Some(0) => {
            return Err("the pattern matches the empty string; ask for at least one byte".into());
        }
        Some(_) => {}
    }
    match properties.maximum_len() {
        Some(max) if max <= MAX_MATCH => Ok(max),
        Some(max) => Err(format!(
            "the pattern may match {max} bytes, more than {MAX_MATCH}; shorten its repetitions"
        )),
        None => {
            Err("the pattern is unbounded; give its last repetition a maximum, as in {1,20}".into())
        }
    }
}

fn has_unicode_class(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Class(Class::Unicode(chars)) => !chars.is_ascii(),
        HirKind::Class(Class::Bytes(_)) => false,
        HirKind::Repetition(repetition) => has_unicode_class(&repetition.sub),
        HirKind::Capture(capture) => has_unicode_class(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(has_unicode_class),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Look(_) => false,
    }
}

/// Beginnings that a narrow pattern may have, upper and lower case counted apart.
const NARROW: usize = 20_000;
/// Those of them with a digit among their first two bytes.
const NARROW_NUMBERS: usize = 2_000;
/// Those of them that begin with a digit.
const NARROW_DIGITS: usize = 300;

/// Whether `pattern` begins with one of few words: literals of three bytes or more, or literals through and through,
/// few of them like numbers.
pub(super) fn is_narrow(pattern: &str) -> bool {
    let Ok(hir) = syntax::parse_with(pattern, &syntax_config()) else {
        return false;
    };
    let prefixes = Extractor::new()
        .limit_total(NARROW)
        .limit_literal_len(4)
        .extract(&hir);
    let Some(literals) = prefixes.literals() else {
        return false;
    };
    let digit_within = |len: usize| {
        let has = |literal: &&Literal| literal.as_bytes().iter().take(len).any(u8::is_ascii_digit);
        literals.iter().filter(has).count()
    };
    literals
        .iter()
        .all(|literal| literal.is_exact() || literal.len() >= 3)
        && digit_within(2) <= NARROW_NUMBERS
        && digit_within(1) <= NARROW_DIGITS
}

/// The bytes with which a match of `pattern` may begin.
pub(super) fn first_bytes(pattern: &str) -> Vec<u8> {
    let any = || (0..=u8::MAX).collect();
    let Ok(hir) = syntax::parse_with(pattern, &syntax_config()) else {
        return any();
    };
    let prefixes = Extractor::new()
        .limit_literal_len(1)
        .limit_class(256)
        .limit_total(256)
        .extract(&hir);
    let first = |literal: &Literal| literal.as_bytes().first().copied();
    let literals = prefixes.literals();
    let mut bytes = literals
        .and_then(|literals| literals.iter().map(first).collect::<Option<Vec<u8>>>())
        .unwrap_or_else(any);
    bytes.sort_unstable();
    bytes.dedup();
    bytes
}

/// Reads a byte class such as `A-Za-z0-9._%+-` into its ranges.
pub(super) fn byte_class(class: &str) -> Result<Vec<(u8, u8)>, String> {
    let wrong = || format!("`{class}` is not a class of ASCII bytes such as A-Za-z0-9._-");
    let hir = syntax::parse_with(&format!("[{class}]"), &syntax_config()).map_err(|_| wrong())?;
    match hir.kind() {
        HirKind::Class(Class::Bytes(bytes)) => Ok(bytes
            .ranges()
            .iter()
            .map(|range| (range.start(), range.end()))
            .collect()),
        HirKind::Literal(literal) if literal.0.len() == 1 => Ok(vec![(literal.0[0], literal.0[0])]),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unbounded_empty_and_anchored_patterns_are_refused() {
        for (pattern, word) in [
            ("a+", "unbounded"),
            ("a{0,3}", "empty"),
            (r"\ba", "anchor"),
            ("a{300}", "256"),
            ("(", "regular expression"),
            (r"(?u)\d", "Unicode"),
            ("[^\\x00-\\xff]", "never"),
        ] {
            let error = max_len(pattern).unwrap_err();
            assert!(error.contains(word), "{pattern}: {error}");
        }
        assert_eq!(max_len(r"\d{3}[ -]?\d{3}"), Ok(7));
    }

    #[test]
    fn first_bytes_are_those_of_every_alternative() {
        assert_eq!(first_bytes(r"(?:\.|\[\.\])[a-z]{2}"), b".[");
        assert_eq!(first_bytes("[@-B]x"), b"@AB");
        assert_eq!(first_bytes("@?[a-c]"), b"@abc");
        assert_eq!(first_bytes("[\\x00-\\xff]").len(), 256);
    }

    #[test]
    fn byte_classes_are_read_as_ranges() {
        assert_eq!(byte_class("a-c_"), Ok(vec![(b'_', b'_'), (b'a', b'c')]));
        assert_eq!(byte_class("x"), Ok(vec![(b'x', b'x')]));
        assert!(byte_class("a]b").is_err());
    }
}
