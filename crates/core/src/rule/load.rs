//! From TOML text to validated rules, every refusal with its file and line.

use core::ops::Range;

use toml::Spanned;

use super::Rule;
use super::bounds;
use super::context::Context;
use super::example::{Hit, Miss};
use super::file::{
    ConfidenceTable, ContextTable, HitTable, ManyRules, MissTable, PatternTable, RuleFile,
};
use super::form::{Edges, Form, ReachBack};
use super::grades::Grades;
use super::kind::{Category, Status};
use crate::check;
use crate::confidence::Confidence;
use crate::error::{Error, Place};

/// The most bytes of TOML text that are read: some thousands of rules.
pub(crate) const MAX_TEXT: usize = 4 << 20;

/// Reads the rules of one TOML text; `file` names it in errors.
pub(crate) fn load(file: &str, text: &str) -> Result<Vec<Rule>, Error> {
    let loader = Loader {
        file,
        text,
        rule: None,
    };
    if text.len() > MAX_TEXT {
        return Err(loader.error(
            None,
            format!(
                "the text has {} bytes, more than {MAX_TEXT}; split it into several files",
                text.len()
            ),
        ));
    }
    let many = text
        .lines()
        .any(|line| line.trim_start().starts_with("[[rule]]"));
    let files = if many {
        toml::from_str::<ManyRules>(text)
            .map_err(|error| loader.toml(&error))?
            .rule
    } else {
        let one = toml::from_str::<RuleFile>(text).map_err(|error| loader.toml(&error))?;
        vec![Spanned::new(0..text.len(), one)]
    };
    files
        .into_iter()
        .map(|rule| {
            Loader {
                file,
                text,
                rule: None,
            }
            .rule(rule)
        })
        .collect()
}

/// Whether this may be an id.
pub(super) fn is_id(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.len() <= 64 && text.split('-').all(is_word)
}

struct Loader<'a> {
    file: &'a str,
    text: &'a str,
    rule: Option<String>,
}

impl Loader<'_> {
    fn error(&self, at: Option<Range<usize>>, message: impl Into<String>) -> Error {
        let line = at.map(|at| {
            1 + self.text.as_bytes()[..at.start.min(self.text.len())]
                .iter()
                .filter(|&&byte| byte == b'\n')
                .count()
        });
        let place = Place {
            file: self.file.into(),
            line,
            rule: self.rule.clone(),
        };
        Error::rule(place, message)
    }

    fn toml(&self, error: &toml::de::Error) -> Error {
        self.error(error.span(), error.message().to_string())
    }

    fn rule(mut self, file: Spanned<RuleFile>) -> Result<Rule, Error> {
        let whole = file.span();
        let file = file.into_inner();
        self.id(&file.id)?;
        self.rule = Some(file.id.get_ref().clone());
        if file.sources.is_empty() {
            return Err(self.error(
                Some(whole),
                "no sources; name the authority the rule rests on",
            ));
        }
        let grades = self.grades(&file.confidence)?;
        let status = self.status(&file, &grades)?;
        if file.pattern.is_empty() {
            return Err(self.error(Some(whole), "no [[pattern]]; a rule needs at least one"));
        }
        if file.hit.is_empty() || file.miss.is_empty() {
            return Err(self.error(
                Some(whole),
                "examples are missing; give at least one [[hit]] and one [[miss]]",
            ));
        }
        let rule_check = file
            .check
            .as_ref()
            .map(|name| self.check(name))
            .transpose()?;
        let edges = file.edges.unwrap_or(Edges::Token);
        let forms = file
            .pattern
            .iter()
            .map(|pattern| self.form(pattern, grades, rule_check.as_deref(), edges))
            .collect::<Result<_, _>>()?;
        Ok(Rule {
            id: file.id.into_inner(),
            name: file.name,
            about: file.about,
            category: file.category.unwrap_or(Category::Custom),
            kind: file.kind,
            status,
            unverified: file.unverified,
            special_categories: file.special_category,
            criminal_offence: file.criminal_offence,
            sources: file.sources,
            rank: self.rank(file.rank)?,
            context: self.context(file.context)?,
            forms,
            hits: file
                .hit
                .into_iter()
                .map(|hit| self.hit(hit))
                .collect::<Result<_, _>>()?,
            misses: file
                .miss
                .into_iter()
                .map(|miss| self.miss(miss))
                .collect::<Result<_, _>>()?,
        })
    }

    fn id(&self, id: &Spanned<String>) -> Result<(), Error> {
        let text = id.get_ref();
        if is_id(text) {
            return Ok(());
        }
        Err(self.error(
            Some(id.span()),
            "an id is at most 64 lower-case letters and digits in words joined by hyphens",
        ))
    }

    fn status(&self, file: &RuleFile, grades: &Grades) -> Result<Status, Error> {
        let status = *file.status.get_ref();
        if status != Status::Unverified {
            return Ok(status);
        }
        if file.unverified.is_none() {
            return Err(self.error(
                Some(file.status.span()),
                "an unverified rule says in `unverified` what is not confirmed",
            ));
        }
        if grades.bare >= Confidence::REPORT {
            return Err(self.error(
                Some(file.confidence.bare.span()),
                "an unverified rule is reported only beside its label; keep `bare` under 0.50",
            ));
        }
        Ok(status)
    }

    fn confidence(&self, value: &Spanned<f64>) -> Result<Confidence, Error> {
        Confidence::from_f64(*value.get_ref()).ok_or_else(|| {
            self.error(
                Some(value.span()),
                "a confidence lies between 0.00 and 1.00",
            )
        })
    }

    fn confidence_or(
        &self,
        value: &Option<Spanned<f64>>,
        or: Confidence,
    ) -> Result<Confidence, Error> {
        value
            .as_ref()
            .map_or(Ok(or), |value| self.confidence(value))
    }

    fn grades(&self, table: &ConfidenceTable) -> Result<Grades, Error> {
        let bare = self.confidence(&table.bare)?;
        Ok(Grades {
            bare,
            check: self.confidence_or(&table.check, bare)?,
            near: self.confidence_or(&table.near, Confidence::ZERO)?,
            label: self.confidence_or(&table.label, Confidence::ZERO)?,
            failed: self.confidence_or(&table.failed, Confidence::ZERO)?,
        })
    }

    fn check(&self, name: &Spanned<String>) -> Result<String, Error> {
        if check::by_name(name.get_ref()).is_some() {
            return Ok(name.get_ref().clone());
        }
        let known = check::names().collect::<Vec<_>>().join(", ");
        Err(self.error(
            Some(name.span()),
            format!("no check is named `{}`; there are {known}", name.get_ref()),
        ))
    }

    fn form(
        &self,
        pattern: &Spanned<PatternTable>,
        rule: Grades,
        rule_check: Option<&str>,
        rule_edges: Edges,
    ) -> Result<Form, Error> {
        let table = pattern.get_ref();
        let check = table
            .check
            .as_ref()
            .map(|name| self.check(name))
            .transpose()?;
        Ok(Form {
            regex: table.regex.get_ref().clone(),
            after: table.after.as_ref().map(|after| after.get_ref().clone()),
            back: self.back(table)?,
            check: check.or_else(|| rule_check.map(str::to_owned)),
            edges: table.edges.unwrap_or(rule_edges),
            grades: self.form_grades(table, rule)?,
            max_len: self.max_len(table)?,
            narrow: bounds::is_narrow(table.after.as_ref().unwrap_or(&table.regex).get_ref()),
        })
    }

    fn max_len(&self, table: &PatternTable) -> Result<u16, Error> {
        let len = |regex: &Spanned<String>| {
            bounds::max_len(regex.get_ref())
                .map_err(|message| self.error(Some(regex.span()), message))
        };
        let label = table.after.as_ref().map_or(Ok(0), len)?;
        let whole = label + len(&table.regex)?;
        if whole > bounds::MAX_MATCH {
            return Err(self.error(Some(table.regex.span()), format!(
                "label and value may have {whole} bytes together, more than {}; shorten their repetitions",
                bounds::MAX_MATCH
            )));
        }
        Ok(whole as u16)
    }

    /// A form may override each confidence; `check` follows an overridden `bare` unless it is stated too.
    fn form_grades(&self, table: &PatternTable, rule: Grades) -> Result<Grades, Error> {
        let bare = self.confidence_or(&table.bare_confidence, rule.bare)?;
        let check = if table.bare_confidence.is_some() {
            bare
        } else {
            rule.check
        };
        Ok(Grades {
            bare,
            check: self.confidence_or(&table.check_confidence, check)?,
            near: self.confidence_or(&table.near_confidence, rule.near)?,
            label: self.confidence_or(&table.label_confidence, rule.label)?,
            failed: self.confidence_or(&table.failed_confidence, rule.failed)?,
        })
    }

    fn back(&self, table: &PatternTable) -> Result<Option<ReachBack>, Error> {
        let Some(back) = &table.back else {
            return Ok(None);
        };
        let bytes = bounds::byte_class(back.bytes.get_ref())
            .map_err(|message| self.error(Some(back.bytes.span()), message))?;
        let max = *back.max.get_ref();
        if max == 0 || max > 64 {
            return Err(self.error(
                Some(back.max.span()),
                "a pattern reaches back over 1 to 64 bytes",
            ));
        }
        if table.after.is_some() {
            return Err(self.error(
                Some(back.bytes.span()),
                "a pattern has `after` or `back`, not both",
            ));
        }
        Ok(Some(ReachBack {
            bytes,
            max,
            leads: bounds::first_bytes(table.regex.get_ref()),
        }))
    }

    fn rank(&self, rank: Option<Spanned<u8>>) -> Result<u8, Error> {
        match rank {
            None => Ok(50),
            Some(rank) if *rank.get_ref() <= 100 => Ok(rank.into_inner()),
            Some(rank) => Err(self.error(Some(rank.span()), "a rank lies between 0 and 100")),
        }
    }

    fn context(&self, table: Option<ContextTable>) -> Result<Context, Error> {
        let Some(table) = table else {
            return Ok(Context::default());
        };
        let window = match table.window {
            None => Context::DEFAULT_WINDOW,
            Some(window) if *window.get_ref() <= Context::MAX_WINDOW => window.into_inner(),
            Some(window) => {
                return Err(self.error(
                    Some(window.span()),
                    format!(
                        "a context window has at most {} bytes on each side",
                        Context::MAX_WINDOW
                    ),
                ));
            }
        };
        Ok(Context {
            window,
            labels: self.terms(table.labels)?,
            words: self.terms(table.words)?,
            beside: self.terms(table.beside)?,
            against: self.terms(table.against)?,
        })
    }

    fn terms(&self, terms: Vec<Spanned<String>>) -> Result<Vec<String>, Error> {
        terms
            .into_iter()
            .map(|term| {
                let text = term.get_ref();
                let fits = (1..=64).contains(&text.len())
                    && text.is_ascii()
                    && text.trim() == text
                    && text.starts_with(|first: char| first.is_ascii_graphic());
                if fits {
                    return Ok(term.into_inner());
                }
                Err(self.error(
                    Some(term.span()),
                    "a context term is 1 to 64 ASCII bytes without space at its ends",
                ))
            })
            .collect()
    }

    fn hit(&self, hit: Spanned<HitTable>) -> Result<Hit, Error> {
        let at = hit.span();
        let hit = hit.into_inner();
        let [start, end] = hit.span;
        if start >= end || end as usize > hit.text.len() {
            return Err(self.error(
                Some(at),
                format!(
                    "the span [{start}, {end}] does not lie in the example's {} bytes",
                    hit.text.len()
                ),
            ));
        }
        let confidence = hit
            .confidence
            .as_ref()
            .map(|value| self.confidence(value))
            .transpose()?;
        self.why(&hit.why, at)?;
        Ok(Hit {
            text: hit.text,
            span: (start, end),
            confidence,
            why: hit.why,
        })
    }

    fn miss(&self, miss: Spanned<MissTable>) -> Result<Miss, Error> {
        let at = miss.span();
        let miss = miss.into_inner();
        self.why(&miss.why, at)?;
        Ok(Miss {
            text: miss.text,
            why: miss.why,
        })
    }

    fn why(&self, why: &str, at: Range<usize>) -> Result<(), Error> {
        if why.trim().is_empty() {
            return Err(self.error(Some(at), "an example says in `why` what it shows"));
        }
        Ok(())
    }
}
