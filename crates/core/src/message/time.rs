//! When something was sent.

/// How well a time's zone is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// The source states the offset from UTC, in seconds east.
    Offset(i32),
    /// The source gives a wall clock only.
    Unknown,
}

/// A point in time as the source gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Timestamp {
    /// Seconds since 1970-01-01 00:00:00 of the wall clock shown, the zone not taken off.
    pub local_seconds: i64,
    /// The zone of that clock.
    pub zone: Zone,
}

impl Timestamp {
    /// A wall clock without a zone, in seconds since 1970-01-01 00:00:00 on that clock.
    pub fn local(local_seconds: i64) -> Timestamp {
        Timestamp {
            local_seconds,
            zone: Zone::Unknown,
        }
    }

    /// Seconds since 1970-01-01 00:00:00 UTC; an unknown zone is taken as UTC.
    ///
    /// ```
    /// use breachscan::message::{Timestamp, Zone};
    ///
    /// let summer = Timestamp { local_seconds: 3600, zone: Zone::Offset(3600) };
    /// assert_eq!(summer.utc_seconds(), 0);
    /// ```
    pub fn utc_seconds(self) -> i64 {
        match self.zone {
            Zone::Offset(east) => self.local_seconds - i64::from(east),
            Zone::Unknown => self.local_seconds,
        }
    }
}
