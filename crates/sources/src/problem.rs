//! What could not be read.

use core::fmt;

/// Something that could not be read, and where; the rest of the file was.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The file inside an archive or the sheet of a workbook, where it is one.
    pub part: Option<String>,
    /// Byte offset in the file or the part.
    pub offset: Option<usize>,
    /// Line in the file or the part, from 1.
    pub line: Option<u32>,
    /// What is wrong and what to do.
    pub trouble: Trouble,
}

/// What is wrong and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Trouble {
    /// JSON that breaks its grammar.
    #[error(
        "not JSON from here on ({0}); what stands before was read, export the file again for the rest"
    )]
    Json(&'static str),
    /// JSON nested deeper than the limit.
    #[error("JSON nested deeper than {0} levels; no export is, so this part was left out")]
    JsonDepth(usize),
    /// The content is not what the format says.
    #[error("not of the format {0}; name another format or none")]
    NotOfFormat(crate::Format),
    /// A row with too few or too many fields; told of the first rows only.
    #[error("row has {found} fields, the header {expected}; mend the row or its quotes")]
    RowWidth {
        /// Fields of the row.
        found: usize,
        /// Fields of the header.
        expected: usize,
    },
    /// A quote that is opened and never closed.
    #[error("a quote is opened and never closed; quotes were taken as text from here on")]
    OpenQuote,
    /// No row that names the columns.
    #[error("no row names the columns; give a mapping or another format")]
    NoHeader,
    /// A mail that cannot be parsed.
    #[error("not an e-mail; it was read as text")]
    NotMail,
    /// A mail with too many mails inside.
    #[error("more than {0} e-mails attached inside one another; it was read as text")]
    NestedMail(usize),
    /// An attachment that could not be read.
    #[error("attachment could not be read; open it by hand")]
    Attachment,
    /// A workbook that could not be read.
    #[error("workbook is damaged or protected by a password; save it again without")]
    Workbook,
    /// A spreadsheet with more cells than are read.
    #[error("sheet has more than {0} cells; the rest was left out, export it as CSV")]
    SheetSize(usize),
    /// An archive that cannot be opened.
    #[error("archive is damaged; unpack it by hand")]
    Archive,
    /// A file of an archive that could not be unpacked.
    #[error(
        "file of an archive could not be unpacked: damaged, encrypted or packed in an unknown way"
    )]
    Entry,
    /// An archive that unpacks to more than the limit.
    #[error("archive unpacks to more than {0} bytes; unpack it by hand, or raise the limit")]
    ArchiveSize(usize),
    /// Archives inside archives deeper than the limit.
    #[error("archives inside one another deeper than {0} levels; unpack them by hand")]
    ArchiveDepth(usize),
    /// An old Outlook or Office file.
    #[error("Outlook or Office file of the old binary kind; save it as .eml, .xlsx or text")]
    Compound,
    /// Bytes that are no text.
    #[error("not text; give the text itself, as with a picture's or PDF's")]
    Binary,
}

impl Problem {
    pub(crate) fn new(trouble: Trouble) -> Problem {
        Problem {
            part: None,
            offset: None,
            line: None,
            trouble,
        }
    }

    pub(crate) fn at(trouble: Trouble, offset: usize, line: Option<u32>) -> Problem {
        Problem {
            offset: Some(offset),
            line,
            ..Problem::new(trouble)
        }
    }

    /// The same inside a part; parts of parts are divided by `/`.
    pub(crate) fn within(mut self, part: &str) -> Problem {
        self.part = Some(crate::reading::join(part, self.part.as_deref()));
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(part) = &self.part {
            write!(f, "{}: ", part.escape_debug())?;
        }
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        } else if let Some(offset) = self.offset {
            write!(f, "byte {offset}: ")?;
        }
        self.trouble.fmt(f)
    }
}

impl std::error::Error for Problem {}
