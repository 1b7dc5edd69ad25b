//! One JSON object a line.

use breachscan::breach::{Evidence, LegalHook, MessageRef, Role};
use breachscan::message::{Channel, ChannelKind};
use serde::Serialize;

use super::case::{Case, Docket};
use super::clock;
use super::place::Place;
use super::words::{app, party};

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    pattern: &'a str,
    catalogue: Option<&'a str>,
    name: &'a str,
    kinds: Vec<String>,
    severity: &'static str,
    score: f64,
    arithmetic: String,
    messages: Vec<Sent<'a>>,
    evidence: Vec<Sign<'a>>,
    why: String,
    absent: &'a [String],
    not_assessed: &'a [String],
    subjects: usize,
    recipients: Option<usize>,
    law: Vec<Provision>,
    channel: Medium<'a>,
    weight: u32,
    wording: &'a [String],
    fingerprint: String,
}

#[derive(Serialize)]
struct Sent<'a> {
    /// Its place among the messages of its file, from 0.
    index: usize,
    /// Only where it is not the candidate's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    id: Option<&'a str>,
    line: Option<u32>,
    start: Option<usize>,
    end: Option<usize>,
    time: Option<String>,
    sender: Option<String>,
}

#[derive(Serialize)]
struct Sign<'a> {
    rule: &'a str,
    name: &'a str,
    role: &'static str,
    /// Its place in `messages`.
    message: Option<usize>,
    #[serde(flatten)]
    place: Place,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

#[derive(Serialize)]
struct Provision {
    id: &'static str,
    provision: &'static str,
    note: &'static str,
    defences: &'static [&'static str],
}

#[derive(Serialize)]
struct Medium<'a> {
    app: &'static str,
    kind: &'static str,
    name: Option<&'a str>,
    official: Option<bool>,
    members: Option<u32>,
    outsiders: Option<bool>,
}

/// Writes every case.
pub fn write(docket: &Docket<'_>, out: &mut Vec<u8>) {
    for case in &docket.cases {
        serde_json::to_writer(&mut *out, &line(case, docket.show_values))
            .expect("memory takes every line");
        out.push(b'\n');
    }
}

fn line<'a>(case: &Case<'a>, show_values: bool) -> Line<'a> {
    let candidate = case.candidate;
    let pattern = &candidate.pattern;
    Line {
        path: &case.home().path,
        pattern: pattern.id(),
        catalogue: pattern.catalogue(),
        name: pattern.name(),
        kinds: pattern.kinds().iter().map(|kind| kind.code()).collect(),
        severity: candidate.severity.band().as_str(),
        score: candidate.severity.score(),
        arithmetic: candidate.severity.to_string(),
        messages: candidate
            .messages
            .iter()
            .map(|&at| sent(case, at))
            .collect(),
        evidence: candidate
            .evidence
            .iter()
            .map(|evidence| sign(case, evidence, show_values))
            .collect(),
        why: candidate.why(),
        absent: &candidate.absent,
        not_assessed: &candidate.not_assessed,
        subjects: candidate.subjects,
        recipients: candidate.recipients,
        law: pattern.law().iter().map(|&hook| provision(hook)).collect(),
        channel: medium(&case.conversation().channel),
        weight: candidate.weight,
        wording: &candidate.wording,
        fingerprint: candidate.fingerprint.to_string(),
    }
}

fn sent<'a>(case: &Case<'a>, at: MessageRef) -> Sent<'a> {
    let message = case.message(at);
    let path = case.intake.homes[at.conversation].path.as_str();
    Sent {
        index: at.message,
        path: (path != case.home().path).then_some(path),
        id: message.id.as_deref(),
        line: message.line,
        start: message.place.map(|place| place.start()),
        end: message.place.map(|place| place.end()),
        time: message.time.and_then(clock::iso),
        sender: message.sender.as_ref().map(party),
    }
}

fn sign<'a>(case: &Case<'a>, evidence: &'a Evidence, show_values: bool) -> Sign<'a> {
    let candidate = case.candidate;
    Sign {
        rule: &evidence.rule,
        name: &evidence.name,
        role: match evidence.role {
            Role::Required => "required",
            Role::Raises => "raises",
            Role::Lowers => "lowers",
        },
        message: candidate
            .messages
            .iter()
            .position(|&at| at == evidence.message),
        place: Place::of(evidence, case.message(evidence.message)),
        value: case.value(evidence).filter(|_| show_values),
    }
}

fn provision(hook: LegalHook) -> Provision {
    Provision {
        id: hook.id(),
        provision: hook.name(),
        note: hook.note(),
        defences: hook.defences(),
    }
}

fn medium(channel: &Channel) -> Medium<'_> {
    Medium {
        app: app(channel),
        kind: match channel.kind {
            ChannelKind::Direct => "direct",
            ChannelKind::Group => "group",
            ChannelKind::Broadcast => "broadcast",
            ChannelKind::Mailbox => "mailbox",
            _ => "file",
        },
        name: channel.name.as_deref(),
        official: channel.official,
        members: channel.members,
        outsiders: channel.outsiders,
    }
}
