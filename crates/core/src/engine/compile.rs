//! From rules to one dense DFA.

use regex_automata::MatchKind;
use regex_automata::dfa::{StartKind, dense};
use regex_automata::nfa::thompson;

use super::doors::{Door, Groups};
use super::shrink::shrink;
use super::table::Table;
use super::terms::{TERM_SPACES, Terms};
use crate::error::Error;
use crate::rule::{Form, Rule, syntax_config};

/// Bytes the DFA may need while it is built; the table that is kept has less than half.
const MAX_BUILT: usize = 96 << 20;

/// What a pattern of the DFA stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// A whole form, by its place among the forms of all rules.
    Form(u32),
    /// The label before a form's value.
    Label(u32),
    /// The value after that label.
    Value(u32),
    /// A context term.
    Term(u32),
}

/// What each of the DFA's patterns stands for. The same for the same rules, always: an image stores the table alone.
pub(super) fn uses(rules: &[Rule], terms: &Terms) -> Vec<Use> {
    let mut uses = Vec::new();
    for (number, form) in rules.iter().flat_map(|rule| rule.forms()).enumerate() {
        let number = number as u32;
        match form.after() {
            None => uses.push(Use::Form(number)),
            Some(_) => uses.extend([Use::Label(number), Use::Value(number)]),
        }
    }
    uses.extend((0..terms.texts().count()).map(|term| Use::Term(term as u32)));
    uses
}

/// Builds the DFA of `rules`, each pattern behind its door.
pub(super) fn dfa(
    rules: &[Rule],
    groups: &Groups,
    terms: &Terms,
) -> Result<dense::DFA<Vec<u32>>, Error> {
    let forms: Vec<&Form> = rules.iter().flat_map(|rule| rule.forms()).collect();
    let pattern = |&what: &Use| match what {
        Use::Form(form) => behind(groups.of(form as usize), forms[form as usize].regex()),
        Use::Label(form) => {
            let label = forms[form as usize].after().unwrap_or_default();
            behind(groups.of(form as usize), label)
        }
        Use::Value(form) => behind(Door::Value(form as u16), forms[form as usize].regex()),
        Use::Term(term) => behind(Door::Terms, &term_pattern(terms.text(term as usize))),
    };
    let patterns: Vec<String> = uses(rules, terms).iter().map(pattern).collect();
    build(&patterns).map_err(|error| {
        if error.is_size_limit_exceeded() {
            over_budget(rules, MAX_BUILT)
        } else {
            Error::compile(format!("the rules do not compile together: {error}"))
        }
    })
}

/// The table that is kept of the DFA of `rules`, at most `limit` bytes.
pub(super) fn table(
    rules: &[Rule],
    dfa: &dense::DFA<Vec<u32>>,
    limit: usize,
) -> Result<Table, Error> {
    shrink(dfa)
        .filter(|table| table.bytes().len() <= limit)
        .ok_or_else(|| over_budget(rules, limit))
}

fn behind(door: Door, regex: &str) -> String {
    format!("{}(?:{regex})", door.pattern())
}

fn term_pattern(term: &str) -> String {
    let words: Vec<String> = term.split(' ').map(regex_syntax::escape).collect();
    format!("(?i:{})", words.join(&format!("[{TERM_SPACES}]{{0,3}}")))
}

type Built = Result<dense::DFA<Vec<u32>>, Box<dense::BuildError>>;

fn build(patterns: &[String]) -> Built {
    dense::Builder::new()
        .configure(
            dense::Config::new()
                .start_kind(StartKind::Anchored)
                .match_kind(MatchKind::All)
                .accelerate(false)
                .dfa_size_limit(Some(MAX_BUILT))
                .determinize_size_limit(Some(MAX_BUILT.saturating_mul(8))),
        )
        .syntax(syntax_config())
        .thompson(thompson::Config::new().utf8(false))
        .build_many(patterns)
        .map_err(Box::new)
}

fn over_budget(rules: &[Rule], limit: usize) -> Error {
    let cost = |rule: &Rule| {
        let patterns: Vec<String> = rule
            .forms()
            .iter()
            .flat_map(|form| form.after().into_iter().chain([form.regex()]))
            .map(str::to_owned)
            .collect();
        build(&patterns).map_or(usize::MAX, |dfa| dfa.memory_usage())
    };
    let costliest = rules
        .iter()
        .max_by_key(|rule| cost(rule))
        .map_or("none", |rule| rule.id());
    Error::compile(format!(
        "together they need more than {limit} bytes of DFA; rule {costliest} costs most: shorten its repetitions or \
         narrow its byte classes"
    ))
}
