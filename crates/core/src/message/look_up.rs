//! A row of an audit log.

use super::Timestamp;

/// One recorded use of a system, by the names of an audit log's columns; what the log does not say is `None`.
///
/// The user is the message's sender, the time the message's time, and the row's whole text the message's text.
#[derive(Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct LookUp {
    /// The system asked.
    pub system: Option<String>,
    /// What was done: search, view, print, export.
    pub action: Option<String>,
    /// The person, vehicle, number or record asked for.
    pub subject: Option<String>,
    /// The record's own reference.
    pub record: Option<String>,
    /// The reason given, code or words.
    pub reason: Option<String>,
    /// For whom the user asked.
    pub originator: Option<String>,
    /// The incident, crime or task it is linked to.
    pub linked: Option<String>,
    /// The device it was done from.
    pub terminal: Option<String>,
    /// The building or place it was done from.
    pub site: Option<String>,
    /// When the session ended, for a log of sessions.
    pub until: Option<Timestamp>,
    /// Whether the user was on duty, as the log puts it.
    pub duty: Option<String>,
    /// The user's role, unit or team.
    pub unit: Option<String>,
    /// Times of columns without a place above, by the column's name.
    pub dates: Vec<(String, Timestamp)>,
    /// Columns without a place above, name and value.
    pub others: Vec<(String, String)>,
}

impl core::fmt::Debug for LookUp {
    /// Shows which columns are filled, never with what.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("LookUp")
            .field("system", &self.system.is_some())
            .field("action", &self.action.is_some())
            .field("subject", &self.subject.is_some())
            .field("reason", &self.reason.is_some())
            .field("linked", &self.linked.is_some())
            .finish_non_exhaustive()
    }
}
