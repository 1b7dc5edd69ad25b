//! What happened to a channel itself.

use super::Party;

/// An event of the channel, as opposed to something a person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// The group was made.
    Created,
    /// People were added or joined.
    Joined(Vec<Party>),
    /// People left or were removed.
    Left(Vec<Party>),
    /// The group got another name.
    Renamed,
    /// The group moved here from, or from here to, another kind of group.
    Migrated,
    /// Messages were set to disappear.
    Disappearing,
    /// A message was deleted.
    Deleted,
    /// A screenshot was taken.
    Screenshot,
    /// A message was recalled by its sender.
    Recalled,
    /// Anything else the system wrote: encryption notices, calls, changed numbers.
    Other,
}
