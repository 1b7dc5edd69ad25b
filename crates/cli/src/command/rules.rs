//! `breachscan rules`: lists, shows and checks rules.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

use breachscan::{Confidence, Form, Rule, Scanner, Tier};

use crate::args::{RulesArgs, RulesCommand};
use crate::settings;
use crate::trouble::{Outcome, Trouble};

/// Lists, shows or checks rules.
pub fn rules(args: &RulesArgs) -> Result<Outcome, Trouble> {
    let (text, outcome) = match &args.command {
        RulesCommand::List { rules } => (list(&settings::with_own_rules(rules)?), Outcome::Found),
        RulesCommand::Show { id, rules } => {
            let scanner = settings::with_own_rules(rules)?;
            let rule = scanner.rule(id).ok_or_else(|| {
                Trouble::Unknown(format!(
                    "no rule has the id `{id}`; see breachscan rules list"
                ))
            })?;
            (show(rule), Outcome::Found)
        }
        RulesCommand::Check { file } => check(file)?,
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(outcome)
}

fn list(scanner: &Scanner) -> String {
    let width = |field: fn(&Rule) -> usize| scanner.rules().iter().map(field).max().unwrap_or(0);
    let (id, category, kind, status) = (
        width(|rule| rule.id().len()),
        width(|rule| rule.category().as_str().len()),
        width(|rule| rule.kind().as_str().len()),
        width(|rule| rule.status().as_str().len()),
    );
    scanner
        .rules()
        .iter()
        .fold(String::new(), |mut text, rule| {
            let _ = writeln!(
                text,
                "{:id$}  {:category$}  {:kind$}  {:status$}  {}",
                rule.id(),
                rule.category().as_str(),
                rule.kind().as_str(),
                rule.status().as_str(),
                rule.name(),
            );
            text
        })
}

fn show(rule: &Rule) -> String {
    let mut text = format!("{}: {}\n{}\n\n", rule.id(), rule.name(), rule.about());
    let special: Vec<&str> = rule
        .special_categories()
        .iter()
        .map(|it| it.as_str())
        .collect();
    let offence = if rule.is_criminal_offence() {
        "yes"
    } else {
        "no"
    };
    field(&mut text, "category", rule.category().as_str());
    field(&mut text, "kind", rule.kind().as_str());
    field(&mut text, "status", rule.status().as_str());
    field(
        &mut text,
        "unverified",
        rule.unverified().unwrap_or_default(),
    );
    field(&mut text, "special category data", &special.join(", "));
    field(&mut text, "criminal offence data", offence);
    field(&mut text, "sources", &rule.sources().join("; "));
    for (name, tier) in [
        ("labels", Tier::Label),
        ("words", Tier::Word),
        ("beside", Tier::Beside),
        ("against", Tier::Against),
    ] {
        field(&mut text, name, &rule.context().terms(tier).join(", "));
    }
    field(
        &mut text,
        "window",
        &format!("{} bytes", rule.context().window()),
    );
    rule.forms()
        .iter()
        .for_each(|form| show_form(&mut text, form));
    show_examples(&mut text, rule);
    text
}

fn show_form(text: &mut String, form: &Form) {
    let grades = form.grades();
    text.push('\n');
    field(text, "pattern", form.regex());
    field(text, "after", form.after().unwrap_or_default());
    field(text, "check", form.check().unwrap_or_default());
    let confidence = format!(
        "bare {}, check passed {}, word near {}, label {}, check failed {}",
        grades.bare, grades.check, grades.near, grades.label, grades.failed
    );
    field(text, "confidence", &confidence);
}

fn show_examples(text: &mut String, rule: &Rule) {
    text.push('\n');
    for hit in rule.hits() {
        let span = hit.span();
        let place = format!(
            "{:?} at {}..{} ({})",
            hit.text(),
            span.start(),
            span.end(),
            hit.why()
        );
        field(text, "hit", &place);
    }
    for miss in rule.misses() {
        field(text, "miss", &format!("{:?} ({})", miss.text(), miss.why()));
    }
}

fn field(text: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        let _ = writeln!(text, "{name:<22} {value}");
    }
}

/// Compiles the file with the built-in rules and runs its examples against them all.
fn check(file: &Path) -> Result<(String, Outcome), Trouble> {
    let scanner = settings::with_own_rules(&[file.to_owned()])?;
    let own = &scanner.rules()[Scanner::builtin().rules().len()..];
    let (mut text, mut failed, mut examples) = (String::new(), 0, 0);
    for rule in own {
        examples += rule.hits().len() + rule.misses().len();
        for failure in failures(&scanner, rule) {
            failed += 1;
            let _ = writeln!(text, "{}: rule {}: {failure}", file.display(), rule.id());
        }
    }
    let _ = writeln!(
        text,
        "rules: {}, examples: {examples}, failed: {failed}",
        own.len()
    );
    Ok((
        text,
        if failed == 0 {
            Outcome::Found
        } else {
            Outcome::Nothing
        },
    ))
}

/// What the rule's examples promise and the scanner does not keep.
fn failures(scanner: &Scanner, rule: &Rule) -> Vec<String> {
    let mut failures = Vec::new();
    for (at, hit) in rule.hits().iter().enumerate() {
        let want = hit.span();
        let found = scanner
            .find_iter(hit.text().as_bytes())
            .find(|finding| finding.rule().id() == rule.id() && finding.span() == want);
        let place = format!("hit {} ({})", at + 1, hit.why());
        match (found, hit.confidence()) {
            (None, _) => failures.push(format!(
                "{place}: not found at {}..{}",
                want.start(),
                want.end()
            )),
            (Some(finding), Some(confidence)) if finding.confidence() != confidence => failures
                .push(format!(
                    "{place}: confidence {} and not {confidence}: {}",
                    finding.confidence(),
                    finding.why()
                )),
            _ => {}
        }
    }
    for (at, miss) in rule.misses().iter().enumerate() {
        let found = scanner.find_iter(miss.text().as_bytes()).find(|finding| {
            finding.rule().id() == rule.id() && finding.confidence() >= Confidence::REPORT
        });
        if let Some(finding) = found {
            let span = finding.span();
            failures.push(format!(
                "miss {} ({}): found at {}..{} with {}: {}",
                at + 1,
                miss.why(),
                span.start(),
                span.end(),
                finding.confidence(),
                finding.why()
            ));
        }
    }
    failures
}
