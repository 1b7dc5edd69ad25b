//! What things are called in reports.

use breachscan::message::{App, Channel, Party};

/// A number and its noun.
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// How many people's data, and how many received it.
pub fn people(subjects: usize, recipients: Option<usize>) -> String {
    let people = if subjects == 1 { "person" } else { "people" };
    let received = match recipients {
        Some(recipients) => counted(recipients, "recipient"),
        None => "recipients not known".to_owned(),
    };
    format!("data of at least {subjects} {people}, {received}")
}

/// A person as the source names them.
pub fn party(party: &Party) -> String {
    match (party.name.as_deref(), party.address.as_deref()) {
        (Some(name), Some(address)) if name != address => format!("{name} <{address}>"),
        (Some(name), _) => name.to_owned(),
        (None, Some(address)) => address.to_owned(),
        (None, None) => "unnamed".to_owned(),
    }
}

/// The application or system in words.
pub fn app(channel: &Channel) -> &'static str {
    match channel.app {
        App::WhatsApp => "WhatsApp",
        App::Telegram => "Telegram",
        App::Signal => "Signal",
        App::Snapchat => "Snapchat",
        App::Slack => "Slack",
        App::Teams => "Teams",
        App::Sms => "text messages",
        App::Email => "e-mail",
        App::Social => "social network",
        App::AuditLog => "audit log",
        App::Spreadsheet => "spreadsheet",
        App::Document => "document",
        _ => "other",
    }
}
