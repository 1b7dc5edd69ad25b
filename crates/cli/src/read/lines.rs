//! Line and column of an offset.

use super::text::Text;

/// Where something stands for a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// 1 for the first line. Lines end with a line feed.
    pub line: u64,
    /// 1 for the first byte of the line, in bytes of the file on disk.
    pub column: u64,
}

/// Counts lines through the windows of a file, from the front to the back.
#[derive(Debug)]
pub struct Lines {
    line: u64,
    /// Offset in the file of the line's first byte.
    line_start: u64,
    /// Offset in the current text up to which lines are counted.
    counted: usize,
}

impl Lines {
    pub fn new() -> Lines {
        Lines {
            line: 1,
            line_start: 0,
            counted: 0,
        }
    }

    /// Goes on with the next window.
    pub fn enter(&mut self, text: &Text<'_>) {
        self.counted = text.from();
    }

    /// The place of `at`, which is not before the last one that was asked for.
    pub fn place(&mut self, text: &Text<'_>, at: usize) -> Place {
        self.count(text, at);
        Place {
            line: self.line,
            column: text.disk(at) - self.line_start + 1,
        }
    }

    /// Counts the lines up to `to`.
    pub fn count(&mut self, text: &Text<'_>, to: usize) {
        if to <= self.counted {
            return;
        }
        let bytes = &text.bytes()[self.counted..to];
        if let Some(last) = memchr::memrchr(b'\n', bytes) {
            self.line += memchr::memchr_iter(b'\n', bytes).count() as u64;
            self.line_start = text.disk(self.counted + last + 1);
        }
        self.counted = to;
    }
}
