//! What the caller says about the columns.

use std::collections::HashMap;

use serde::Deserialize;

use super::column::{self, Column};

/// Which columns of an audit log hold what, where their names do not tell.
///
/// Written as TOML: under `[columns]`, for each of `time`, `clock`, `user`, `name`, `system`, `action`, `subject`,
/// `record`, `reason`, `originator`, `linked`, `terminal`, `site`, `duty`, `unit`, `id`, `until`, `from` and `to`, the
/// names of the log's columns;
/// `delimiter` where it should not be worked out.
///
/// ```
/// use breachscan_sources::{Format, Mapping, Options, read};
///
/// let mapping = Mapping::from_toml("delimiter = ';'\n[columns]\nuser = ['Kennung']\ntime = ['Zeit']")?;
/// let log = b"Zeit;Kennung;Was\n2021-02-14 21:14;4407;VIEW\n";
/// let reading = read(log, None, &Options::new().format(Format::Audit).mapping(mapping));
/// let message = &reading.parts[0].conversation.messages[0];
/// assert_eq!(message.sender.as_ref().unwrap().address.as_deref(), Some("4407"));
/// # Ok::<(), breachscan_sources::MappingError>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    pub(super) delimiter: Option<char>,
    #[serde(default)]
    columns: HashMap<Column, Vec<String>>,
}

/// A mapping that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("mapping: {0}")]
pub struct MappingError(String);

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    ///
    /// The text is not TOML, names something that no column holds, or has a delimiter that is not one ASCII character.
    pub fn from_toml(text: &str) -> Result<Mapping, MappingError> {
        let mapping: Mapping =
            toml::from_str(text).map_err(|error| MappingError(error.to_string()))?;
        if mapping
            .delimiter
            .is_some_and(|delimiter| !delimiter.is_ascii())
        {
            let message = "delimiter is not one ASCII character";
            return Err(MappingError(message.to_owned()));
        }
        Ok(mapping)
    }

    /// What a column of this name holds; what the caller says counts before what its name says.
    pub(super) fn column(&self, name: &str) -> Option<Column> {
        let normal = column::normal(name);
        let is_named = |names: &Vec<String>| names.iter().any(|own| column::normal(own) == normal);
        let said = self.columns.iter().find(|(_, names)| is_named(names));
        said.map(|(column, _)| *column)
            .or_else(|| column::of_name(name))
    }
}
