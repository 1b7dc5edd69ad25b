//! Inputs read into conversations, each with the file it came from.

use std::io::Read;
use std::path::PathBuf;

use breachscan::Span;
use breachscan::message::{Conversation, Message, Text};
use breachscan_sources::{Format, Options, is_media, read};
use rayon::prelude::*;

use crate::progress::Progress;
use crate::trouble::Trouble;
use crate::walk::Input;

/// All that was read.
#[derive(Default)]
pub struct Intake {
    pub conversations: Vec<Conversation>,
    /// Where each conversation came from.
    pub homes: Vec<Home>,
    /// What could not be read, in the order of the inputs.
    pub troubles: Vec<Trouble>,
    /// How many inputs were opened.
    pub files: usize,
    /// How many pictures, films and the like were left aside.
    pub media: usize,
}

/// The file that a conversation came from.
pub struct Home {
    /// As it was named; a file inside an archive stands after a `!`.
    pub path: String,
    /// What it holds.
    pub format: Format,
}

/// How inputs are read.
pub struct Reader {
    pub options: Options,
    /// Each line is a note of its own.
    pub each_line: bool,
    /// What the caller named: opened even if it is a picture by its name.
    pub named: Vec<PathBuf>,
}

impl Reader {
    /// Reads every input, side by side, and keeps their order.
    pub fn read(&self, inputs: &[Input], progress: &Progress) -> Intake {
        let readings: Vec<Intake> = inputs
            .par_iter()
            .map(|input| {
                let reading = self.read_one(input);
                progress.done(input);
                reading
            })
            .collect();
        let mut all = Intake::default();
        for reading in readings {
            all.conversations.extend(reading.conversations);
            all.homes.extend(reading.homes);
            all.troubles.extend(reading.troubles);
            all.files += reading.files;
            all.media += reading.media;
        }
        all
    }

    fn read_one(&self, input: &Input) -> Intake {
        let mut intake = Intake::default();
        let path = input.path();
        if is_media(&path.to_string_lossy()) && !self.named.iter().any(|named| named == path) {
            intake.media = 1;
            return intake;
        }
        match bytes(input) {
            Ok(bytes) => {
                intake.files = 1;
                self.fill(&mut intake, &input.to_string(), input, &bytes);
            }
            Err(trouble) => intake.troubles.push(trouble),
        }
        intake
    }

    fn fill(&self, intake: &mut Intake, path: &str, input: &Input, bytes: &[u8]) {
        let name = input.path().file_name().and_then(|name| name.to_str());
        let reading = match self.each_line {
            true => read(bytes, name, &self.options.clone().format(Format::Text)),
            false => read(bytes, name, &self.options),
        };
        for part in reading.parts {
            let home = || Home {
                path: match &part.path {
                    Some(inner) => format!("{path}!{inner}"),
                    None => path.to_owned(),
                },
                format: part.format,
            };
            if self.each_line {
                for line in lines(&part.conversation) {
                    intake.conversations.push(line);
                    intake.homes.push(home());
                }
            } else {
                intake.homes.push(home());
                intake.conversations.push(part.conversation);
            }
        }
        let problems = reading.problems.into_iter();
        intake
            .troubles
            .extend(problems.map(|problem| Trouble::Source {
                path: path.to_owned(),
                problem,
            }));
    }
}

fn bytes(input: &Input) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    let mut reader = input.open()?;
    match reader.read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Trouble::Read {
            path: input.to_string(),
            at: bytes.len() as u64,
            error,
        }),
    }
}

/// Each line of a note that is not blank as a note of its own.
fn lines(note: &Conversation) -> Vec<Conversation> {
    let mut lines = Vec::new();
    for message in &note.messages {
        let mut at = 0;
        for (index, line) in message.text.as_str().split_inclusive('\n').enumerate() {
            let start = at;
            at += line.len();
            if line.trim().is_empty() {
                continue;
            }
            let mut text = Text::default();
            text.push_part(
                &message.text,
                Span::new(start, start + line.trim_end().len()),
            );
            let mut single = Message::new(text);
            single.line = u32::try_from(index + 1).ok();
            let mut conversation = Conversation::new(note.channel.clone());
            conversation.messages.push(single);
            lines.push(conversation);
        }
    }
    lines
}
