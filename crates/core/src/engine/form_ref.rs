//! One form of one rule, with what a scan asks of it.

use super::table::State;
use crate::check::{self, Check};
use crate::confidence::Confidence;
use crate::error::Error;
use crate::rule::{Edges, Form, Grades, Rule};

/// A form among those of all rules, with what a scan asks of it at every match.
#[derive(Clone, Copy)]
pub(crate) struct FormRef {
    pub rule: u16,
    pub form: u16,
    pub edges: Edges,
    /// The DFA's state behind the value, where a label comes before it.
    pub value: Option<State>,
    pub back: bool,
    pub check: Option<Check>,
    pub grades: Grades,
    /// The most that any form of the rule reaches without context.
    pub rule_alone: Confidence,
}

impl FormRef {
    pub(super) fn new(
        rule: &Rule,
        index: usize,
        form: usize,
        value: State,
    ) -> Result<FormRef, Error> {
        let f = &rule.forms()[form];
        let check = f.check().map(|name| {
            check::by_name(name).ok_or_else(|| {
                Error::image(format!(
                    "it asks for the check `{name}`, which this library lacks"
                ))
            })
        });
        let alone = |form: &Form| form.grades().bare.max(form.grades().check);
        Ok(FormRef {
            rule: index as u16,
            form: form as u16,
            edges: f.edges(),
            value: f.after().map(|_| value),
            back: f.back().is_some(),
            check: check.transpose()?,
            grades: f.grades(),
            rule_alone: rule
                .forms()
                .iter()
                .map(alone)
                .max()
                .unwrap_or(Confidence::ZERO),
        })
    }
}
