//! A chat line, a mail, a log line, a row, an object, a paragraph.

use super::lcg::Lcg;
use super::values::Value;
use super::words::{chatter, forename, sentence, surname};

/// The form in which sentences and values are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Record {
    Chat,
    Mail,
    Prose,
    Log,
    Csv,
    Json,
    Note,
}

impl Record {
    /// Thirty parts of chat in a hundred, twenty-five each of mail and prose, fifteen of logs, five of tables.
    pub fn of_mix(lcg: &mut Lcg) -> Record {
        match lcg.below(100) {
            0..30 => Record::Chat,
            30..55 => Record::Mail,
            55..80 => Record::Prose,
            80..95 => Record::Log,
            95..98 => Record::Csv,
            _ => Record::Json,
        }
    }

    /// One record, with `value` in it if there is one.
    pub fn write(self, lcg: &mut Lcg, value: Option<&Value>) -> String {
        match self {
            Record::Chat => chat(lcg, value),
            Record::Mail => mail(lcg, value),
            Record::Prose => prose(lcg, value),
            Record::Log => log(lcg, value),
            Record::Csv => csv(lcg, value),
            Record::Json => json(lcg, value),
            Record::Note => note(lcg, value),
        }
    }
}

fn labelled(value: Option<&Value>) -> String {
    value.map_or_else(String::new, |value| {
        format!(" {}: {}", value.label, value.text)
    })
}

fn clock(lcg: &mut Lcg) -> String {
    format!("{:02}:{:02}", lcg.below(24), lcg.below(60))
}

fn chat(lcg: &mut Lcg, value: Option<&Value>) -> String {
    let (time, name, said) = (clock(lcg), forename(lcg), chatter(lcg));
    match lcg.below(2) {
        0 => format!("[{time}] <{name}> {said}{}\n", labelled(value)),
        _ => format!("{time} - {name}: {said}{}\n", labelled(value)),
    }
}

fn mail(lcg: &mut Lcg, value: Option<&Value>) -> String {
    let sentences: Vec<String> = (0..3 + lcg.below(6)).map(|_| sentence(lcg)).collect();
    format!(
        "From: {} {}\nSubject: Re: {}\n\n> {}\n\n{}{}\n\n-- \n{}\n\n",
        forename(lcg),
        surname(lcg),
        chatter(lcg),
        sentence(lcg),
        sentences.join("\n"),
        labelled(value),
        forename(lcg)
    )
}

fn prose(lcg: &mut Lcg, value: Option<&Value>) -> String {
    let sentences: Vec<String> = (0..3 + lcg.below(5)).map(|_| sentence(lcg)).collect();
    format!("{}{}\n\n", sentences.join(" "), labelled(value))
}

fn log(lcg: &mut Lcg, value: Option<&Value>) -> String {
    let level = lcg.pick(&["INFO", "DEBUG", "WARN"]);
    let unit = lcg.pick(&[
        "session.open",
        "cache::flush",
        "http_request",
        "worker[3]",
        "scheduler",
    ]);
    format!(
        "{}:{:02}.{:03} {level} {unit} took={}ms id={:08x}{}\n",
        clock(lcg),
        lcg.below(60),
        lcg.below(1000),
        lcg.below(900),
        lcg.below(1 << 31),
        labelled(value)
    )
}

fn csv(lcg: &mut Lcg, value: Option<&Value>) -> String {
    format!(
        "{},{},{},\"{}{}\"\n",
        lcg.below(10_000),
        surname(lcg),
        lcg.pick(&["open", "closed", "pending"]),
        chatter(lcg),
        labelled(value)
    )
}

fn json(lcg: &mut Lcg, value: Option<&Value>) -> String {
    let member = value.map_or_else(String::new, |value| {
        format!("\"{}\": \"{}\", ", value.label, value.text)
    });
    format!(
        "{{\"id\": {}, {member}\"from\": \"{}\", \"text\": \"{}\"}}\n",
        lcg.below(100_000),
        forename(lcg),
        chatter(lcg)
    )
}

fn note(lcg: &mut Lcg, value: Option<&Value>) -> String {
    match value {
        None => format!("{} ", sentence(lcg)),
        Some(value) => format!("{}: {}\n", value.label, value.text),
    }
}
