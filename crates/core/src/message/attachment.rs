//! Files that came with a message.

/// What a file holds, by its name or its declared type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AttachmentKind {
    /// A photograph or another picture.
    Image,
    /// A film.
    Video,
    /// Sound, voice messages among it.
    Audio,
    /// A sticker or an animation.
    Sticker,
    /// Rows and columns.
    Spreadsheet,
    /// An archive.
    Archive,
    /// A contact card.
    Contact,
    /// Any other document.
    Document,
    /// A picture, film or sound of which the export only says that it left it out.
    Media,
}

/// A file that came with a message. Its text, where it could be read, stands at the end of the message's own.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attachment {
    /// What it holds.
    pub kind: AttachmentKind,
    /// The name in the source; `None` where the export leaves media out.
    pub name: Option<String>,
    /// Hidden sheets, rows or parts it holds.
    pub hidden_parts: u32,
    /// Whether the file is there in the export.
    pub included: bool,
}

impl Attachment {
    /// A file of that kind of which nothing else is known.
    pub fn new(kind: AttachmentKind) -> Attachment {
        Attachment {
            kind,
            name: None,
            hidden_parts: 0,
            included: false,
        }
    }
}
