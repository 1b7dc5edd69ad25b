//! From rules to one dense DFA.

use regex_automata::MatchKind;
use regex_automata::dfa::{StartKind, dense};
use regex_automata::nfa::thompson;

use super::doors::{Door, Groups};
use super::terms::Terms;
use crate::error::Error;
use crate::rule::{Rule, syntax_config};

/// What a space in a term stands for.
const TERM_SPACE: &str = r"[ \t\r\n_./-]{0,3}";

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

/// The DFA's patterns, what each stands for, and the door of each form's value.
pub(super) struct Plan {
    pub patterns: Vec<String>,
    pub uses: Vec<Use>,
}

impl Plan {
    /// The same for the same rules, always: an image stores the DFA and plans anew.
    pub fn new(rules: &[Rule], groups: &Groups, terms: &Terms) -> Plan {
        let mut plan = Plan {
            patterns: Vec::new(),
            uses: Vec::new(),
        };
        let forms = rules.iter().flat_map(|rule| rule.forms());
        for (at, form) in forms.enumerate() {
            let number = at as u32;
            match form.after() {
                None => plan.add(groups.of(at), form.regex(), Use::Form(number)),
                Some(label) => {
                    plan.add(groups.of(at), label, Use::Label(number));
                    plan.add(Door::Value(number as u16), form.regex(), Use::Value(number));
                }
            }
        }
        for (number, term) in terms.texts().enumerate() {
            plan.add(Door::Terms, &term_pattern(term), Use::Term(number as u32));
        }
        plan
    }

    fn add(&mut self, door: Door, regex: &str, what: Use) {
        self.patterns.push(format!("{}(?:{regex})", door.pattern()));
        self.uses.push(what);
    }

    /// Whether a letter or digit may follow a match of this pattern directly.
    pub fn glues(&self, pattern: usize, terms: &Terms) -> bool {
        match self.uses[pattern] {
            Use::Form(_) | Use::Value(_) => false,
            Use::Label(_) => true,
            Use::Term(term) => !terms
                .text(term as usize)
                .ends_with(|last: char| last.is_ascii_alphanumeric()),
        }
    }

    /// Builds the DFA, at most `limit` bytes of it.
    pub fn dfa(&self, rules: &[Rule], limit: usize) -> Result<dense::DFA<Vec<u32>>, Error> {
        build(&self.patterns, limit).map_err(|error| {
            if error.is_size_limit_exceeded() {
                over_budget(rules, limit)
            } else {
                Error::compile(format!("the rules do not compile together: {error}"))
            }
        })
    }
}

fn term_pattern(term: &str) -> String {
    let words: Vec<String> = term.split(' ').map(regex_syntax::escape).collect();
    format!("(?i:{})", words.join(TERM_SPACE))
}

type Built = Result<dense::DFA<Vec<u32>>, Box<dense::BuildError>>;

fn build(patterns: &[String], limit: usize) -> Built {
    dense::Builder::new()
        .configure(
            dense::Config::new()
                .start_kind(StartKind::Anchored)
                .match_kind(MatchKind::All)
                .accelerate(false)
                .dfa_size_limit(Some(limit))
                .determinize_size_limit(Some(limit.saturating_mul(8))),
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
        build(&patterns, limit).map_or(usize::MAX, |dfa| dfa.memory_usage())
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
