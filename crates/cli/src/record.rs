//! One finding as it is reported.

use breachscan::Finding;

use crate::read::{Place, Text};

/// A finding with its place in the file.
#[derive(Debug)]
pub struct Record<'r, 'h> {
    /// The file as it was named.
    pub path: &'r str,
    pub finding: Finding<'h>,
    /// Byte offsets of the value in the file as it lies on disk.
    pub start: u64,
    pub end: u64,
    pub place: Place,
    /// Byte offsets in the file of the word that made the context.
    pub context: Option<(u64, u64)>,
}

impl<'r, 'h> Record<'r, 'h> {
    /// The record of a finding in the document that starts at `document` in `text`.
    pub fn new(
        path: &'r str,
        text: &Text<'_>,
        document: usize,
        finding: Finding<'h>,
        place: Place,
    ) -> Record<'r, 'h> {
        let disk = |at: usize| text.disk(document + at);
        let span = finding.span();
        Record {
            path,
            finding,
            start: disk(span.start()),
            end: disk(span.end()),
            place,
            context: finding
                .context()
                .map(|word| (disk(word.start()), disk(word.end()))),
        }
    }

    /// The value as text; bytes that are none are replaced.
    pub fn value(&self) -> String {
        String::from_utf8_lossy(self.finding.bytes()).into_owned()
    }
}
