//! The rules' regular expressions, for peers: taken from the rules themselves, so that they stay in step.

use breachscan::{Form, Rule, Scanner};
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::syntax;
use regex_automata::{Anchored, util::start};

/// One form of a rule as a regular expression that needs nothing around it.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The rule's id.
    pub rule: String,
    /// Label, value and word edges.
    pub regex: String,
}

/// Every form of every rule.
pub fn all(scanner: &Scanner) -> Vec<Pattern> {
    scanner.rules().iter().flat_map(of_rule).collect()
}

/// The forms of the rules with these ids.
pub fn of(scanner: &Scanner, rules: &[&str]) -> Vec<Pattern> {
    rules
        .iter()
        .filter_map(|id| scanner.rule(id))
        .flat_map(of_rule)
        .collect()
}

fn of_rule(rule: &Rule) -> impl Iterator<Item = Pattern> {
    rule.forms().iter().map(|form| Pattern {
        rule: rule.id().to_owned(),
        regex: with_edges(form),
    })
}

/// A peer that knows no edges would report the inside of every longer number and word.
fn with_edges(form: &Form) -> String {
    let regex = match form.after() {
        Some(label) => format!("(?:{label})(?:{})", form.regex()),
        None => format!("(?:{})", form.regex()),
    };
    let edge = |is_word| if is_word { r"\b" } else { "" };
    let (first, last) = (is_word(&regex, false), is_word(&regex, true));
    format!("{}{regex}{}", edge(first), edge(last))
}

/// Whether every match begins (or ends) with a letter or digit: no word boundary lies before punctuation.
fn is_word(regex: &str, end: bool) -> bool {
    let dfa = dense::Builder::new()
        .configure(dense::Config::new().start_kind(StartKind::Anchored))
        .syntax(syntax())
        .thompson(thompson::Config::new().utf8(false).reverse(end))
        .build(regex)
        .expect("a rule's pattern compiles alone");
    let start = dfa
        .start_state(&start::Config::new().anchored(Anchored::Yes))
        .expect("anchored starts were asked for");
    (0..=255u8)
        .filter(|byte| !byte.is_ascii_alphanumeric())
        .all(|byte| dfa.is_dead_state(dfa.next_state(start, byte)))
}

/// How rules are read: bytes, ASCII classes.
pub fn syntax() -> syntax::Config {
    syntax::Config::new().unicode(false).utf8(false)
}
