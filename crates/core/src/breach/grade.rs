//! The severity of a candidate from its evidence.

use super::evidence::Evidence;
use super::names::Names;
use super::pattern::Pattern;
use super::severity::Severity;
use super::unit::{Mark, Unit};

/// Signals and rules that show data about offences, victims, children, covert sources or health: context 4.
#[rustfmt::skip]
const SENSITIVE: &[&str] = &[
    "record-content", "victim-role", "row-sensitive", "covert-source", "marac-mappa", "sex-offender-register", "visor",
    "pnc-id", "cro-number", "arrest-summons-number", "custody-record-number", "prison-number", "nhs-number", "chi-number",
    "witness-victim-marker", "pnc-warning-signal", "custody-scene", "intelligence-grading",
];
const FINANCIAL: &[&str] = &["payment-card", "uk-bank-account", "iban"];
const BEHAVIOURAL: &[&str] = &[
    "anpr",
    "movements",
    "relation",
    "identity-number",
    "id-document",
];

/// Signals of malice or gain: half a point.
#[rustfmt::skip]
const MALICE: &[&str] = &[
    "payment", "secrecy", "relation", "cover-up", "tip-off", "delete-request", "disappearing",
];

/// Recipients up to whom an audience is small.
const FEW: usize = 10;

pub(super) fn grade(
    unit: &Unit<'_>,
    pattern: &Pattern,
    evidence: &[Evidence],
    personal: &[Mark],
    subjects: usize,
    recipients: Option<usize>,
    names: &Names,
) -> Severity {
    let has = |rules: &[&str]| {
        let by_evidence = evidence
            .iter()
            .any(|piece| rules.contains(&piece.rule.as_str()));
        by_evidence
            || personal
                .iter()
                .any(|mark| rules.contains(&names.text(mark.source)))
    };
    let (dpc, why) = if has(SENSITIVE) {
        (4, "criminal-offence, victim or other sensitive data")
    } else if has(FINANCIAL) {
        (3, "financial data")
    } else if has(BEHAVIOURAL) {
        (2, "behaviour, associations or a document usable for fraud")
    } else {
        (1, "name, contact or vehicle")
    };
    let severity = if pattern.dpc > dpc {
        Severity::new(pattern.dpc, "what the pattern is about")
    } else {
        Severity::new(dpc, why)
    };
    let (ei, why) = identification(personal, names);
    let mut severity = severity.identified(ei, why);
    let is_public = unit.of.channel.kind == crate::message::ChannelKind::Broadcast;
    severity = match recipients {
        Some(few) if few <= FEW && !is_public => {
            severity.circumstance(25, "known recipients, 10 or fewer")
        }
        Some(_) => severity.circumstance(50, "more than 10 recipients"),
        None => severity.circumstance(50, "recipients not known"),
    };
    if has(MALICE) {
        severity = severity.circumstance(50, "gain, secrecy, a relation or deletion");
    }
    if let Some(floor) = pattern.floor {
        severity = severity.floor(floor, "the pattern's floor");
    }
    severity.subjects(subjects)
}

fn identification(personal: &[Mark], names: &Names) -> (u32, &'static str) {
    let has = |rules: &[&str]| {
        personal
            .iter()
            .any(|mark| rules.contains(&names.text(mark.source)))
    };
    let is_named = has(&["person-name-police", "full-name"]);
    let is_placed = has(&[
        "date-of-birth",
        "birth-date-told",
        "uk-address-line",
        "uk-postcode",
        "lives-at",
    ]);
    let rules = |family: &str| {
        let family = super::concepts::CONCEPTS
            .iter()
            .find(|(name, _)| *name == family);
        family.map_or(&[][..], |(_, rules)| rules)
    };
    if has(rules("unique-number")) {
        (100, "a number that one person has")
    } else if is_named && is_placed {
        (100, "name with birth date or address")
    } else if is_named && has(&["uk-phone", "uk-phone-mobile", "vrm", "email"]) {
        (75, "name and one more")
    } else if is_named || is_placed || has(&["uk-phone", "uk-phone-mobile"]) {
        (50, "name, telephone or address alone")
    } else if has(rules("vehicle")) {
        (25, "a vehicle alone")
    } else {
        (50, "not stated; taken as a name alone")
    }
}
