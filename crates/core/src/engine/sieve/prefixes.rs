//! Which tokens can lead anywhere, by their first bytes.
//!
//! The table is a DFA of [`DEPTH`] steps that walks from several states of the engine's DFA at once. Its last step
//! gives the answer: one bit for each of those states from which the bytes read can still match, or have matched.
//! Where two tuples of states have the same future they are one, so the table stays small, and what a text mostly
//! holds needs few of its rows.
//!
//! ```text
//! class of each byte ── first row of each step ── rows: the row of the next step by class, in the last step the answer
//! ```

use std::borrow::Cow;

use crate::error::Error;

/// States walked from at once: a bit each in the answer.
pub(super) const ENTRIES: usize = 16;
/// Bytes read of each lead.
pub(super) const DEPTH: usize = 6;
/// Values of a byte.
pub(super) const CLASSES: usize = 256;
/// The first row of each step, and the number of rows.
const STARTS: usize = (DEPTH + 1) * 2;

/// The bytes of a table that is known to be sound.
pub(crate) struct Prefixes {
    bytes: Cow<'static, [u8]>,
    /// Entries of a row, one a class.
    stride: usize,
}

/// A table's parts, ready to be asked.
#[derive(Clone, Copy)]
pub(super) struct View<'t> {
    classes: &'t [u8; CLASSES],
    starts: &'t [u8; STARTS],
    stride: usize,
    rows: &'t [[u8; 2]],
}

impl Prefixes {
    /// Puts a table together: the class of each byte, the first row of each step, and the rows, with an entry a class.
    pub(super) fn new(classes: &[u8; CLASSES], starts: [u16; DEPTH + 1], rows: &[u16]) -> Prefixes {
        let numbers = starts.iter().chain(rows).flat_map(|row| row.to_le_bytes());
        let bytes: Vec<u8> = classes.iter().copied().chain(numbers).collect();
        Prefixes::trusted(bytes.into())
    }

    /// Reads a table that anybody may have written.
    pub fn read(bytes: Cow<'static, [u8]>) -> Result<Prefixes, Error> {
        let prefixes = Prefixes::trusted(bytes);
        match prefixes.split() {
            Some(view) if view.is_sound() => Ok(prefixes),
            _ => Err(Error::image("its sieve is damaged; save it again")),
        }
    }

    /// A table that this library made.
    pub fn trusted(bytes: Cow<'static, [u8]>) -> Prefixes {
        let classes = bytes.iter().take(CLASSES);
        let count = classes.max().map_or(1, |&highest| usize::from(highest) + 1);
        Prefixes {
            stride: count,
            bytes,
        }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn view(&self) -> View<'_> {
        self.split()
            .expect("a table is made or read with all its parts")
    }

    #[inline]
    fn split(&self) -> Option<View<'_>> {
        let (classes, bytes) = self.bytes.split_first_chunk()?;
        let (starts, rows) = bytes.split_first_chunk()?;
        let (rows, _) = rows.as_chunks();
        Some(View {
            classes,
            starts,
            stride: self.stride,
            rows,
        })
    }
}

impl View<'_> {
    /// Whether every step leads to a row of the next, and nothing else is there.
    fn is_sound(self) -> bool {
        let (starts, _) = self.starts.as_chunks();
        let starts: Vec<u16> = starts.iter().map(|&row| u16::from_le_bytes(row)).collect();
        let place = |step: usize| usize::from(starts[step]) * self.stride;
        starts.starts_with(&[0, 1])
            && starts.is_sorted()
            && self.rows.len() == place(DEPTH)
            && (0..DEPTH - 1).all(|step| {
                let next = starts[step + 1]..starts[step + 2];
                let mut rows = self.rows[place(step)..place(step + 1)].iter();
                rows.all(|&to| next.contains(&u16::from_le_bytes(to)))
            })
    }

    /// One bit for each state from which these bytes, the first lowest, can match or have matched.
    #[inline(always)]
    pub fn alive(self, bytes: u64) -> u16 {
        let bytes = bytes.to_le_bytes();
        let mut row = 0u16;
        for &byte in &bytes[..DEPTH] {
            let class = usize::from(self.classes[usize::from(byte)]);
            row = u16::from_le_bytes(self.rows[usize::from(row) * self.stride + class]);
        }
        row
    }
}
