//! From bytes to conversations.

use breachscan::message::{App, Conversation};

use crate::source::Source;
use crate::{
    Format, Options, Problem, Trouble, archive, audit, detect, mail, plain, sheet, signal, slack,
    snapchat, teams, telegram, whatsapp,
};

/// What was read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// What the file holds.
    pub format: Format,
    /// Its conversations, in the order of the file.
    pub parts: Vec<Part>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// Bytes that archives may still unpack to.
    pub(crate) budget: usize,
}

/// One conversation and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// The file inside an archive or the sheet of a workbook; `None` for the file itself. Offsets and lines are those of
    /// this file; a sheet's lines are its rows, and it has no offsets.
    pub path: Option<String>,
    /// What that file holds.
    pub format: Format,
    /// Its messages.
    pub conversation: Conversation,
}

/// Reads a file's bytes. `name` is its name, which helps where the content leaves things open.
pub fn read(bytes: &[u8], name: Option<&str>, options: &Options) -> Reading {
    let format = options
        .format
        .unwrap_or_else(|| detect::format(bytes, name, options));
    let mut reading = Reading::new(format, options.max_unpacked);
    reading.fill(bytes, name, options, 0);
    reading
}

impl Reading {
    /// A reading of nothing yet, whose archives may unpack to this many bytes.
    pub(crate) fn new(format: Format, budget: usize) -> Reading {
        Reading {
            format,
            parts: Vec::new(),
            problems: Vec::new(),
            budget,
        }
    }

    /// Reads a file found inside this one, at this depth.
    pub(crate) fn fill_part(&mut self, bytes: &[u8], path: &str, options: &Options, depth: usize) {
        let name = Some(path);
        let mut inner = Reading::new(detect::format(bytes, name, options), self.budget);
        inner.fill(bytes, name, options, depth);
        self.budget = inner.budget;
        for mut part in inner.parts {
            part.path = Some(join(path, part.path.as_deref()));
            self.parts.push(part);
        }
        let problems = inner.problems.into_iter();
        self.problems
            .extend(problems.map(|problem| problem.within(path)));
    }

    fn fill(&mut self, bytes: &[u8], name: Option<&str>, options: &Options, depth: usize) {
        if plain::is_old_office(bytes) {
            return self.trouble(Problem::new(Trouble::Compound));
        }
        match self.format {
            Format::Zip => archive::read(self, bytes, options, depth),
            Format::Xlsx => sheet::read(self, bytes, options),
            Format::Mail => mail::read(self, bytes, options, depth),
            Format::Mbox => mail::read_mbox(self, bytes, options, depth),
            _ => self.fill_from_text(&Source::new(bytes), name, options),
        }
    }

    fn fill_from_text(&mut self, source: &Source<'_>, name: Option<&str>, options: &Options) {
        match self.format {
            Format::WhatsApp => whatsapp::read(self, source, App::WhatsApp, name, options),
            Format::SignalText => whatsapp::read(self, source, App::Signal, name, options),
            Format::TelegramJson => telegram::read_json(self, source),
            Format::TelegramHtml => telegram::read_html(self, source),
            Format::SignalJson => signal::read(self, source),
            Format::Snapchat => snapchat::read(self, source),
            Format::Slack => slack::read(self, source, name),
            Format::Teams => teams::read(self, source),
            Format::Audit => audit::read(self, source, options),
            _ => return plain::read(self, source),
        }
        if self.parts.is_empty() {
            plain::read(self, source);
        }
    }

    pub(crate) fn push(&mut self, conversation: Conversation) {
        self.parts.push(Part {
            path: None,
            format: self.format,
            conversation,
        });
    }

    pub(crate) fn trouble(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// The conversations alone.
    pub fn conversations(&self) -> impl Iterator<Item = &Conversation> {
        self.parts.iter().map(|part| &part.conversation)
    }
}

/// The path of a part inside a part.
pub(crate) fn join(outer: &str, inner: Option<&str>) -> String {
    match inner {
        Some(inner) => format!("{outer}/{inner}"),
        None => outer.to_owned(),
    }
}
