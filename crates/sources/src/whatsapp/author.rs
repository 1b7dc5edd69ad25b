//! Where the author's name ends.

use breachscan::message::Party;

use crate::clock::{is_mark, is_space};

/// Characters a name has at most.
const LONGEST_NAME: usize = 64;

/// The name before the first colon of the first line, and where the body begins.
pub(super) fn before_colon(rest: &str) -> Option<(&str, usize)> {
    let line = rest.split('\n').next().unwrap_or_default();
    let line = line.strip_suffix('\r').unwrap_or(line);
    let colon = memchr::memchr_iter(b':', line.as_bytes())
        .take(LONGEST_NAME)
        .find(|&at| ends_name(&line[at + 1..]))?;
    let name = clean(&line[..colon]);
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return None;
    }
    let body_at = colon + 1;
    let body_at = body_at + usize::from(line[body_at..].starts_with(' '));
    Some((name, body_at))
}

/// A colon inside a name touches a letter; the one after it is followed by a space, a mark or nothing.
fn ends_name(after: &str) -> bool {
    after
        .chars()
        .next()
        .is_none_or(|char| is_space(char) || is_mark(char))
}

/// Whether what stands before the colon is the application's own sentence. `count` is how often it stands there, and
/// `is_author` tells whether a name does.
pub(super) fn is_system(name: &str, count: u32, is_author: impl Fn(&str) -> bool) -> bool {
    const OPENINGS: [&str; 4] = [
        "Messages and calls are ",
        "Messages to this ",
        "Your security code with ",
        "You changed ",
    ];
    const FREE_TEXT: [&str; 5] = [
        " created group \"",
        " created group \u{201C}",
        " changed the subject ",
        " changed the group name ",
        " changed the group description",
    ];
    if OPENINGS.iter().any(|opening| name.starts_with(opening))
        || FREE_TEXT.iter().any(|verb| name.contains(verb))
    {
        return true;
    }
    let verbs = [" added ", " removed "];
    let actor = verbs.iter().find_map(|verb| name.split_once(verb));
    count < 2 && actor.is_some_and(|(actor, _)| actor == "You" || is_author(actor))
}

/// A name as it is shown: without marks, spaces and the tilde before names that are in no address book.
pub(super) fn clean(name: &str) -> &str {
    let is_blank = |char: char| is_mark(char) || is_space(char);
    let name = name.trim_matches(is_blank);
    let name = name.strip_prefix('~').unwrap_or(name);
    name.trim_matches(is_blank)
}

/// Who a name stands for: a number where it is one.
pub(super) fn party(name: &str) -> Party {
    let name = clean(name);
    let is_number = name.starts_with('+')
        && name.chars().filter(char::is_ascii_digit).count() >= 7
        && !name.chars().any(char::is_alphabetic);
    if !is_number {
        return Party::named(name);
    }
    let number: String = name.chars().filter(|char| !is_mark(*char)).collect();
    Party::at(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_at_their_colon() {
        assert_eq!(before_colon("Bo: see 10:30: late"), Some(("Bo", 4)));
        assert_eq!(before_colon("~\u{202F}Ines: ok"), Some(("Ines", 10)));
        assert_eq!(before_colon("Bo:"), Some(("Bo", 3)));
        assert_eq!(before_colon("no colon here"), None);
        assert_eq!(before_colon(": nothing"), None);
        assert_eq!(before_colon(&format!("{}: x", "a".repeat(65))), None);
    }

    #[test]
    fn sentences_are_no_names() {
        let nobody = |_: &str| false;
        assert!(is_system("Bo created group \"Van thefts", 1, nobody));
        assert!(!is_system("Bo left", 3, nobody));
        assert!(is_system("Bo added Mum", 1, |name| name == "Bo"));
        assert!(!is_system("Kim added sugar", 4, |name| name == "Kim"));
    }

    #[test]
    fn numbers_are_addresses() {
        let number = party("\u{202A}+44 7700 900111\u{202C}");
        assert_eq!(number.address.as_deref(), Some("+44 7700 900111"));
        assert_eq!(party("+1 fan").name.as_deref(), Some("+1 fan"));
    }
}
