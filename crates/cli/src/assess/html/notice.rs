//! What a notification under section 67 of the Data Protection Act 2018 asks for, filled in where it can be counted.

use std::collections::{BTreeMap, BTreeSet};

use breachscan::breach::MessageRef;
use breachscan::{Category, Kind, Rule, Span};
use maud::{Markup, html};

use crate::assess::case::Docket;
use crate::assess::clock;
use crate::assess::words::counted;

/// The section.
pub fn section(docket: &Docket<'_>) -> Markup {
    html! {
        section aria-labelledby="notice" {
            h2 #notice { "Section 67: what a notification asks for" }
            p {
                "If a person finds a breach: for law-enforcement processing the Commissioner is told without undue \
                 delay and, where feasible, within 72 hours of becoming aware (Data Protection Act 2018, section 67); \
                 for any other purpose UK GDPR Article 33 asks for the same. Which one applies, the data protection \
                 officer decides. Intelligence services have section 108, which this form leaves out."
            }
            @if docket.cases.is_empty() {
                p { "There is no candidate to fill it in from." }
            } @else {
                (form(docket))
            }
        }
    }
}

fn form(docket: &Docket<'_>) -> Markup {
    let counts = Counts::of(docket);
    html! {
        table.form {
            caption { "Counted from the candidates below; a person checks every line" }
            thead {
                tr { th scope="col" { "Asked for" } th scope="col" { "Counted or to be completed" } }
            }
            tbody {
                (filled("Nature of the breach", &nature(docket)))
                (blank("Categories of people", "victims, witnesses, suspects, children, staff, others"))
                (filled("Approximate number of people", &html! { (counts.people()) }))
                (filled("Categories of records", &counts.categories()))
                (filled("Approximate number of records", &html! {
                    (counted(counts.records, "message")) ", rows or notes that hold evidence, with "
                    (counted(counts.values.len(), "value")) " of the kinds above"
                }))
                (filled("Recipients", &html! { (counts.audience()) }))
                (filled("When it happened", &html! { (counts.period()) }))
                (blank("When the controller became aware", "the 72 hours run from here"))
                (blank("Reasons, if later than 72 hours", ""))
                (blank("Data protection officer or other contact point", "name and contact details"))
                (blank("Likely consequences", ""))
                (blank("Measures taken or proposed", "those that lessen the effects among them"))
                (filled("For the controller's record: facts", &html! { "the " a href="#candidates" { "candidates" } " that a person confirms" }))
                (blank("For the controller's record: effects", ""))
                (blank("For the controller's record: remedial action", ""))
            }
        }
    }
}

fn filled(name: &str, value: &Markup) -> Markup {
    html! { tr { th scope="row" { (name) } td { (value) } } }
}

fn blank(name: &str, hint: &str) -> Markup {
    html! {
        tr {
            th scope="row" { (name) }
            td.blank {
                span { "To be completed" @if !hint.is_empty() { ": " (hint) } }
            }
        }
    }
}

fn nature(docket: &Docket<'_>) -> Markup {
    let mut patterns: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &docket.cases {
        *patterns.entry(case.candidate.pattern.name()).or_default() += 1;
    }
    html! {
        ul.columns {
            @for (name, count) in patterns { li { (name) ": " (counted(count, "candidate")) } }
        }
    }
}

/// What can be counted.
#[derive(Default)]
struct Counts<'a> {
    fewest: usize,
    most: usize,
    recipients: Option<usize>,
    recipients_unknown: usize,
    records: usize,
    /// Each value once, whichever candidates it stands in.
    values: BTreeMap<(MessageRef, (usize, usize)), &'a Rule>,
    times: Vec<(i64, String)>,
}

impl<'a> Counts<'a> {
    fn of(docket: &Docket<'a>) -> Counts<'a> {
        let mut counts = Counts::default();
        let mut messages: BTreeSet<MessageRef> = BTreeSet::new();
        for case in &docket.cases {
            let candidate = case.candidate;
            counts.fewest = counts.fewest.max(candidate.subjects);
            counts.most += candidate.subjects;
            counts.recipients = counts.recipients.max(candidate.recipients);
            counts.recipients_unknown += usize::from(candidate.recipients.is_none());
            messages.extend(&candidate.messages);
            for evidence in &candidate.evidence {
                let rule = docket.masks.rule(&evidence.rule);
                let rule = rule.filter(|rule| rule.kind() == Kind::Identifier);
                if let (Some(span), Some(rule)) = (evidence.span, rule) {
                    let place = |span: Span| (span.start(), span.end());
                    counts.values.insert((evidence.message, place(span)), rule);
                }
            }
        }
        counts.records = messages.len();
        counts.times = messages
            .iter()
            .filter_map(|&at| docket.intake.message(at).time)
            .filter_map(|time| Some((time.utc_seconds(), clock::words(time)?)))
            .collect();
        counts
    }

    fn people(&self) -> String {
        match self.fewest == self.most {
            true => format!("at least {}", self.most),
            false => format!(
                "at least {} (the most in one candidate), {} if nobody stands in two candidates",
                self.fewest, self.most
            ),
        }
    }

    fn audience(&self) -> String {
        let known = match self.recipients {
            Some(most) => format!("up to {most} in one candidate"),
            None => "not stated".to_owned(),
        };
        match self.recipients_unknown {
            0 => known,
            unknown => format!("{known}; not known for {}", counted(unknown, "candidate")),
        }
    }

    fn period(&self) -> String {
        let (first, last) = (self.times.iter().min(), self.times.iter().max());
        match (first, last) {
            (Some((_, first)), Some((_, last))) if first == last => {
                format!("{first}, as the files say")
            }
            (Some((_, first)), Some((_, last))) => format!("{first} to {last}, as the files say"),
            _ => "the files do not say".to_owned(),
        }
    }

    fn categories(&self) -> Markup {
        let mut families: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
        let mut special: BTreeSet<&str> = BTreeSet::new();
        for rule in self.values.values() {
            let family = families.entry(family(rule.category())).or_default();
            *family.entry(rule.name()).or_default() += 1;
            special.extend(
                rule.special_categories()
                    .iter()
                    .map(|category| category.as_str()),
            );
            if rule.is_criminal_offence() {
                special.insert("criminal-offence data");
            }
        }
        html! {
            @if families.is_empty() { "no identifier among the evidence; see the candidates" }
            ul {
                @for (family, rules) in &families {
                    li {
                        (family) ": "
                        @for (at, (name, count)) in rules.iter().enumerate() {
                            @if at > 0 { ", " }
                            (name) " (" (count) ")"
                        }
                    }
                }
            }
            @if !special.is_empty() {
                p { "Among them: " (special.into_iter().collect::<Vec<_>>().join(", ")) }
            }
        }
    }
}

/// A category of rules in words.
fn family(category: Category) -> &'static str {
    match category {
        Category::Identity => "People and their documents",
        Category::Policing => "Police, prosecution, court, prison",
        Category::Vehicle => "Vehicles",
        Category::Money => "Money",
        Category::Contact => "Contact, devices, places",
        Category::Secret => "Passwords and keys",
        _ => "Own rules",
    }
}
