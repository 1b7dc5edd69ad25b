//! Excel workbooks, hidden sheets included.

use std::io::Cursor;

use breachscan::message::{
    App, Attachment, AttachmentKind, Channel, ChannelKind, Conversation, Message, Text,
};
use calamine::{DataRef, Reader, SheetVisible, Xlsx};

use crate::source::Source;
use crate::{Options, Problem, Reading, Trouble, archive, audit};

/// Cells of one sheet that are read.
const MAX_CELLS: usize = 4_000_000;
/// Bytes to which a workbook may unpack.
const MAX_UNPACKED: usize = 1 << 29;

/// A workbook as text.
pub(crate) struct Plain {
    /// All sheets, each under a line with its name, cells divided by tabs.
    pub(crate) text: String,
    /// How many sheets are hidden.
    pub(crate) hidden: u32,
}

struct Sheet {
    name: String,
    is_hidden: bool,
    /// A line a row, cells divided by tabs.
    rows: String,
    is_cut: bool,
}

/// Whether bytes are an archive that holds a workbook.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") && memchr::memmem::find(bytes, b"xl/workbook.xml").is_some()
}

/// Reads a workbook: a sheet that is an audit log as one, any other as a message.
pub(crate) fn read(reading: &mut Reading, bytes: &[u8], options: &Options) {
    let sheets = match sheets(bytes) {
        Ok(sheets) => sheets,
        Err(trouble) => return reading.trouble(Problem::new(trouble)),
    };
    for sheet in sheets {
        let (parts, problems) = (reading.parts.len(), reading.problems.len());
        if sheet.is_cut {
            reading.trouble(Problem::new(Trouble::SheetSize(MAX_CELLS)));
        }
        let name = sheet.name.clone();
        if audit::looks_like(&sheet.rows, &options.mapping) {
            audit::read(reading, &Source::made(&sheet.rows), options);
        } else {
            let channel = Channel::new(App::Spreadsheet, ChannelKind::File);
            let mut conversation = Conversation::new(channel);
            conversation.messages.push(message(sheet));
            reading.push(conversation);
        }
        for part in &mut reading.parts[parts..] {
            part.path = Some(name.clone());
        }
        for problem in &mut reading.problems[problems..] {
            problem.part = Some(name.clone());
        }
    }
}

fn message(sheet: Sheet) -> Message {
    let mut attachment = Attachment::new(AttachmentKind::Spreadsheet);
    attachment.included = true;
    attachment.hidden_parts = u32::from(sheet.is_hidden);
    attachment.name = Some(sheet.name.clone());
    let mut message = Message::new(Text::new(titled(&sheet)));
    message.attachments.push(attachment);
    message
}

/// The text of all sheets.
pub(crate) fn plain(bytes: &[u8]) -> Result<Plain, Trouble> {
    let sheets = sheets(bytes)?;
    let hidden = sheets.iter().filter(|sheet| sheet.is_hidden).count();
    let texts: Vec<_> = sheets.iter().map(titled).collect();
    Ok(Plain {
        text: texts.join("\n\n"),
        hidden: u32::try_from(hidden).unwrap_or(u32::MAX),
    })
}

fn titled(sheet: &Sheet) -> String {
    let hidden = if sheet.is_hidden {
        " (hidden sheet)"
    } else {
        ""
    };
    format!("{}{hidden}\n\n{}", sheet.name, sheet.rows)
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Trouble> {
    archive::measure(bytes, MAX_UNPACKED)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| Trouble::Workbook)?;
    let metadata = workbook.sheets_metadata().to_vec();
    let sheets = metadata.into_iter().map(|sheet| {
        let is_hidden = sheet.visible != SheetVisible::Visible;
        let (rows, is_cut) = rows(&mut workbook, &sheet.name);
        Sheet {
            name: sheet.name,
            is_hidden,
            rows,
            is_cut,
        }
    });
    Ok(sheets.collect())
}

/// The rows of a sheet as text, and whether some were left out. Empty cells between others stay as tabs.
fn rows(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> (String, bool) {
    const MAX_GAP: u32 = 256;
    let mut text = String::new();
    let Ok(mut cells) = workbook.worksheet_cells_reader(name) else {
        return (text, false);
    };
    let (mut row, mut column) = (0, 0);
    for _ in 0..MAX_CELLS {
        let Ok(Some(cell)) = cells.next_cell() else {
            return (text, false);
        };
        let value = value(cell.get_value());
        if value.is_empty() {
            continue;
        }
        let (at_row, at_column) = cell.get_position();
        if at_row != row && !text.is_empty() {
            text.push('\n');
            column = 0;
        }
        row = at_row;
        let gap = at_column.saturating_sub(column).min(MAX_GAP);
        text.extend((0..gap).map(|_| '\t'));
        column = at_column;
        text.extend(
            value
                .chars()
                .map(|char| if char.is_control() { ' ' } else { char }),
        );
    }
    (text, true)
}

/// A cell as a person sees it; a date in the order of ISO 8601.
fn value(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(date) => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            let clock = format!("{hour:02}:{minute:02}:{second:02}");
            match (date.as_f64() < 1.0, clock.as_str()) {
                (true, _) => clock,
                (false, "00:00:00") => format!("{year:04}-{month:02}-{day:02}"),
                (false, _) => format!("{year:04}-{month:02}-{day:02} {clock}"),
            }
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}
