//! Words of cells.

/// The words of a text in lower case: stretches of letters and digits.
pub(super) fn words(text: &str) -> Vec<String> {
    let parts = text.split(|char: char| !char.is_alphanumeric());
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Whether one of these words is among them.
pub(super) fn has_word(words: &[String], any: &[&str]) -> bool {
    words.iter().any(|word| any.contains(&word.as_str()))
}

/// Whether one of these phrases, words with single spaces between, stands among them.
pub(super) fn has_phrase(words: &[String], any: &[&str]) -> bool {
    let text = format!(" {} ", words.join(" "));
    any.iter()
        .any(|phrase| text.contains(&format!(" {phrase} ")))
}

/// The value, or nothing for a placeholder.
pub(super) fn blank(value: Option<&str>) -> &str {
    let value = value.unwrap_or_default().trim();
    let is_placeholder = [
        "-",
        "--",
        "n/a",
        "na",
        "none",
        "nil",
        "null",
        "no",
        "n",
        "0",
        "?",
        ".",
        "tbc",
        "unknown",
        "not linked",
        "not given",
        "none given",
        "none recorded",
        "no link",
        "no log",
        "blank",
    ]
    .iter()
    .any(|placeholder| value.eq_ignore_ascii_case(placeholder));
    if is_placeholder { "" } else { value }
}

/// Letters and digits only, in upper case: how identifiers are compared.
pub(in crate::breach) fn normal(value: &str) -> String {
    value
        .chars()
        .filter(|char| char.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_blank_and_identifiers_compare_without_case_or_spaces() {
        assert_eq!(blank(Some(" N/A ")), "");
        assert_eq!(blank(Some("CAD 12")), "CAD 12");
        assert_eq!(normal("ab49 cde"), "AB49CDE");
        assert!(has_phrase(&words("No policing purpose."), &["no policing"]));
    }
}
