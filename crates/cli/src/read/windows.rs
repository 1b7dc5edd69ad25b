//! A file as one window, or a large one as many that overlap.
//!
//! ```text
//!            overlap   part                          overlap
//! window 1   ·         |=============================|~~~~|
//! window 2                                     |~~~~|=============================|~~~~|
//! ```
//!
//! What starts in a window's part belongs to it. The overlap is more than a finding and its context can reach, so
//! that each window sees what the whole file would show. Parts end where lines do, if they have any.

use std::io::{self, Read};

use super::encoding::Encoding;

/// How much is held at once.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Files up to this many bytes are one window.
    pub whole: usize,
    /// Bytes of a part of a larger file.
    pub part: usize,
    /// Bytes on each side of a part.
    pub overlap: usize,
}

/// Reads an input window by window.
pub struct Windows<R> {
    reader: R,
    limits: Limits,
    encoding: Encoding,
    buffer: Vec<u8>,
    /// Offset in the file of the buffer's first byte.
    base: u64,
    /// Where the next part starts in the buffer.
    from: usize,
    started: bool,
    ended: bool,
}

/// Some of a file's bytes.
#[derive(Debug, Clone, Copy)]
pub struct Window<'w> {
    pub bytes: &'w [u8],
    pub encoding: Encoding,
    /// Offset in the file of the first byte.
    pub base: u64,
    /// Where the window's own part starts and ends.
    pub from: usize,
    pub to: usize,
}

/// Reading broke off.
#[derive(Debug)]
pub struct ReadError {
    /// Bytes that had been read.
    pub at: u64,
    pub error: io::Error,
}

impl Limits {
    pub const DEFAULT: Limits = Limits {
        whole: 256 << 20,
        part: 64 << 20,
        overlap: 4 << 10,
    };
}

impl<R: Read> Windows<R> {
    pub fn new(reader: R, limits: Limits) -> Windows<R> {
        Windows {
            reader,
            limits,
            encoding: Encoding::Bytes,
            buffer: Vec::new(),
            base: 0,
            from: 0,
            started: false,
            ended: false,
        }
    }

    /// The next window, or `None` at the end of the input.
    pub fn next(&mut self) -> Result<Option<Window<'_>>, ReadError> {
        if self.started {
            self.fill(self.from + self.limits.part + self.limits.overlap)?;
        } else {
            self.start()?;
        }
        if self.ended && self.from >= self.buffer.len() {
            return Ok(None);
        }
        Ok(Some(Window {
            bytes: &self.buffer,
            encoding: self.encoding,
            base: self.base,
            from: self.from,
            to: self.part_end(),
        }))
    }

    /// Makes the next part start at `next`, an offset in the last window at or after that window's part.
    pub fn advance(&mut self, next: usize) {
        let overlap = self.limits.overlap.next_multiple_of(2);
        let gone = next.saturating_sub(overlap) / 2 * 2;
        self.buffer.drain(..gone);
        self.base += gone as u64;
        self.from = next - gone;
    }

    fn start(&mut self) -> Result<(), ReadError> {
        self.started = true;
        let Limits {
            whole,
            part,
            overlap,
        } = self.limits;
        self.fill(whole.max(part + overlap) + 1)?;
        self.encoding = Encoding::of(&self.buffer);
        self.from = self.encoding.mark().len();
        Ok(())
    }

    fn part_end(&self) -> usize {
        let furthest = self.from + self.limits.part;
        if self.ended && (self.base == 0 || furthest >= self.buffer.len()) {
            return self.buffer.len();
        }
        let end = self.encoding.floor(&self.buffer, furthest);
        match self.encoding.last_line_end(&self.buffer[self.from..end]) {
            Some(line_end) => self.from + line_end,
            None => end,
        }
    }

    /// Reads until the buffer has `len` bytes or the input ends.
    fn fill(&mut self, len: usize) -> Result<(), ReadError> {
        let wanted = len.saturating_sub(self.buffer.len());
        if self.ended || wanted == 0 {
            return Ok(());
        }
        let mut rest = self.reader.by_ref().take(wanted as u64);
        match rest.read_to_end(&mut self.buffer) {
            Ok(read) => {
                self.ended = read < wanted;
                Ok(())
            }
            Err(error) => {
                self.ended = true;
                let at = self.base + self.buffer.len() as u64;
                Err(ReadError { at, error })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Limits = Limits {
        whole: 20,
        part: 10,
        overlap: 4,
    };

    fn parts(bytes: &[u8]) -> Vec<Vec<u8>> {
        let mut windows = Windows::new(bytes, SMALL);
        let mut parts = Vec::new();
        while let Some(window) = windows.next().unwrap() {
            parts.push(window.bytes[window.from..window.to].to_vec());
            let before = window.base + window.from as u64;
            assert_eq!(
                before,
                parts[..parts.len() - 1]
                    .iter()
                    .map(|part| part.len() as u64)
                    .sum::<u64>()
            );
            let to = window.to;
            windows.advance(to);
        }
        parts
    }

    #[test]
    fn small_file_is_one_window() {
        assert_eq!(parts(b"one\ntwo\nthree\n"), [b"one\ntwo\nthree\n"]);
        assert!(parts(b"").is_empty());
    }

    #[test]
    fn parts_of_a_large_file_end_with_lines_and_join_to_it() {
        let text = b"one\ntwo\nthree\nfour\nfive\nsix\nseven".to_vec();
        let parts = parts(&text);
        assert_eq!(parts.concat(), text);
        assert_eq!(parts[..2], [b"one\ntwo\n".to_vec(), b"three\n".to_vec()]);
    }

    #[test]
    fn file_without_lines_is_cut_all_the_same() {
        let text = [b'a'; 47];
        let parts = parts(&text);
        assert_eq!(parts.concat(), text);
        assert!(parts.iter().all(|part| part.len() <= 10));
    }

    #[test]
    fn broken_reader_says_where() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::InvalidData.into())
            }
        }
        let mut windows = Windows::new((&b"abc"[..]).chain(Broken), SMALL);
        assert_eq!(windows.next().unwrap_err().at, 3);
    }
}
