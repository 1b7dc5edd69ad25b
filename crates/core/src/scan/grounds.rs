//! What a finding rests on.

use super::scanner::Scanner;
use super::why::Why;
use crate::rule::{CheckOutcome, Support};
use crate::span::Span;

/// What a finding rests on, as plain values: enough to say why again when the text is gone.
///
/// ```
/// use breachscan::Scanner;
///
/// let scanner = Scanner::builtin();
/// let grounds = scanner.find_iter(b"NHS No: 999 519 2977").next().unwrap().grounds();
/// let why = "shape and check, beside its label \"nhs no\" 2 bytes before";
/// assert_eq!(scanner.why(&grounds).to_string(), why);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grounds {
    /// The number of the rule in [`Scanner::rules`].
    pub rule: usize,
    /// Where the value stands.
    pub span: Span,
    /// What the rule's check said; `None` where the form has no check.
    pub check: Option<CheckOutcome>,
    /// The strongest context found.
    pub support: Support,
    /// Where the word stands that made the context, if there is one.
    pub context: Option<Span>,
    /// The number of that word among the scanner's terms; `None` without context, or where the pattern carries its
    /// own label.
    pub term: Option<u32>,
    /// What the spans count.
    pub unit: Unit,
}

/// What spans count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Bytes.
    Byte,
    /// Code units of UTF-16.
    Utf16,
}

impl Unit {
    /// The unit in words, for many of them.
    pub(super) fn plural(self) -> &'static str {
        match self {
            Unit::Byte => "bytes",
            Unit::Utf16 => "code units",
        }
    }
}

impl Scanner {
    /// The evidence of a finding of this scanner's rules, in words.
    ///
    /// A term's number that is none of this rule set is left out.
    pub fn why(&self, grounds: &Grounds) -> Why<'_> {
        Why::new(self.image(), *grounds)
    }
}
