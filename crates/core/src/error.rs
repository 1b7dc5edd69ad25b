//! The crate's one error type.

use core::fmt;

/// What went wrong, where, and what to do about it.
///
/// Messages name rules, files, lines and offsets. They never hold a byte of scanned text.
#[derive(Debug, thiserror::Error)]
#[error("{kind}")]
pub struct Error {
    kind: Box<Kind>,
}

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("{place}: {message}")]
    Rule { place: Place, message: String },
    #[error("rule image: {0}")]
    Image(String),
    #[error("rules: {0}")]
    Compile(String),
    #[error("configuration: {0}")]
    Config(String),
}

/// Where in a rule file something is wrong.
#[derive(Debug, Clone, Default)]
pub(crate) struct Place {
    /// The file's name as the caller gave it.
    pub file: String,
    /// 1-based line, where known.
    pub line: Option<usize>,
    /// The rule's id, where known.
    pub rule: Option<String>,
}

impl Place {
    /// In the text of a file, at this offset in bytes, where known.
    pub fn of(file: &str, text: &str, at: Option<usize>) -> Place {
        Place {
            file: file.to_owned(),
            line: at.map(|at| 1 + text[..at.min(text.len())].matches('\n').count()),
            rule: None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(rule) = &self.rule {
            write!(f, ": rule {rule}")?;
        }
        Ok(())
    }
}

impl Error {
    /// A TOML text that is not what its schema asks for; `name` is the text's.
    pub(crate) fn toml(name: &str, text: &str, error: &toml::de::Error) -> Error {
        let at = error.span().map(|span| span.start);
        Error::rule(Place::of(name, text, at), error.message())
    }

    fn new(kind: Kind) -> Error {
        Error {
            kind: Box::new(kind),
        }
    }

    pub(crate) fn rule(place: Place, message: impl Into<String>) -> Error {
        Error::new(Kind::Rule {
            place,
            message: message.into(),
        })
    }

    pub(crate) fn image(message: impl Into<String>) -> Error {
        Error::new(Kind::Image(message.into()))
    }

    pub(crate) fn compile(message: impl Into<String>) -> Error {
        Error::new(Kind::Compile(message.into()))
    }

    pub(crate) fn config(message: impl Into<String>) -> Error {
        Error::new(Kind::Config(message.into()))
    }

    /// Whether the rules a caller brought are at fault, rather than an image, a setting or a stream.
    pub fn is_rule(&self) -> bool {
        matches!(*self.kind, Kind::Rule { .. } | Kind::Compile(_))
    }
}
