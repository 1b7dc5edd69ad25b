//! Archives of exports: every file inside is read as if it lay there itself. Nothing is written to disk.

use std::io::{Cursor, Read, Seek};

use zip::ZipArchive;

use crate::{Format, Options, Problem, Reading, Trouble, kind, slack};

/// Archives inside one another that are opened.
const MAX_DEPTH: usize = 4;

pub(crate) fn read(reading: &mut Reading, bytes: &[u8], options: &Options, depth: usize) {
    if depth >= MAX_DEPTH {
        return reading.trouble(Problem::new(Trouble::ArchiveDepth(depth)));
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return reading.trouble(Problem::new(Trouble::Archive));
    };
    let before = reading.parts.len();
    let mut people = slack::People::default();
    for index in 0..archive.len() {
        let path = path_of(&archive, index);
        match unpack(&mut archive, index, &path, reading.budget) {
            Ok(Some(content)) => {
                reading.budget -= content.len();
                if path.ends_with("users.json") {
                    people.add(&content);
                }
                reading.fill_part(&content, &path, options, depth + 1);
            }
            Ok(None) => {}
            Err(Trouble::ArchiveSize(_)) => {
                let trouble = Trouble::ArchiveSize(options.max_unpacked);
                return reading.trouble(Problem::new(trouble).within(&path));
            }
            Err(trouble) => reading.trouble(Problem::new(trouble).within(&path)),
        }
    }
    people.name(&mut reading.parts[before..]);
}

/// A file's content; `None` for folders, and for pictures, films and the like, which hold no text.
fn unpack<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    index: usize,
    path: &str,
    budget: usize,
) -> Result<Option<Vec<u8>>, Trouble> {
    let file = archive.by_index(index).map_err(|_| Trouble::Entry)?;
    if file.is_dir() || kind::is_media(path) {
        return Ok(None);
    }
    let mut content = Vec::new();
    file.take(budget as u64 + 1)
        .read_to_end(&mut content)
        .map_err(|_| Trouble::Entry)?;
    if content.len() > budget {
        return Err(Trouble::ArchiveSize(budget));
    }
    Ok(Some(content))
}

/// The path an archive gives a file. It only names the part: nothing is written there.
fn path_of<R: Read + Seek>(archive: &ZipArchive<R>, index: usize) -> String {
    let name = archive.name_for_index(index);
    let name = name.and_then(Result::ok).unwrap_or_default();
    name.replace('\\', "/")
}

/// The text of all that an archive holds, each file under its path.
pub(crate) fn plain(
    bytes: &[u8],
    options: &Options,
    depth: usize,
    budget: usize,
) -> (String, Reading) {
    let mut reading = Reading::new(Format::Zip, budget);
    read(&mut reading, bytes, options, depth);
    let mut text = String::new();
    for part in &reading.parts {
        text.push_str(part.path.as_deref().unwrap_or_default());
        text.push('\n');
        for message in &part.conversation.messages {
            text.push_str(message.text.as_str());
            text.push('\n');
        }
        text.push('\n');
    }
    (text, reading)
}

/// Whether an archive unpacks to at most this many bytes, by unpacking it and keeping nothing: what its directory says
/// may be a lie.
pub(crate) fn measure(bytes: &[u8], limit: usize) -> Result<(), Trouble> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Trouble::Archive)?;
    let mut left = limit as u64;
    for index in 0..archive.len() {
        let Ok(file) = archive.by_index(index) else {
            continue;
        };
        let mut rest = file.take(left + 1);
        let unpacked = std::io::copy(&mut rest, &mut std::io::sink()).unwrap_or(0);
        left = left
            .checked_sub(unpacked)
            .ok_or(Trouble::ArchiveSize(limit))?;
    }
    Ok(())
}
