//! A range of bytes.

use core::ops::Range;

/// A half-open range of byte offsets, `start..end`, into one haystack.
///
/// ```
/// use breachscan::Span;
///
/// let span = Span::new(4, 9);
/// assert_eq!(span.len(), 5);
/// assert_eq!(&b"PNC ID 99"[span.range()], b"ID 99");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    ///
    /// # Panics
    ///
    /// When `start` is greater than `end`.
    pub fn new(start: usize, end: usize) -> Span {
        assert!(start <= end, "a span's start must not be after its end");
        Span { start, end }
    }

    /// Offset of the first byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// Offset just past the last byte.
    pub fn end(self) -> usize {
        self.end
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether the two spans share at least one byte.
    ///
    /// ```
    /// # use breachscan::Span;
    /// assert!(Span::new(0, 3).overlaps(Span::new(2, 5)));
    /// assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
    /// ```
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span moved `by` bytes towards the end.
    pub fn shifted(self, by: usize) -> Span {
        Span {
            start: self.start + by,
            end: self.end + by,
        }
    }
}
