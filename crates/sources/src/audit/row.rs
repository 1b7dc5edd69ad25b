//! One row as a message.

use breachscan::message::{LookUp, Message, Party, Recipient, RecipientRole, Timestamp, Zone};
use csv::StringRecord;

use super::column::Column;
use super::head::Head;
use crate::DateOrder;
use crate::clock::{self, Numbers};

/// What a row says.
#[derive(Default)]
pub(super) struct Row {
    pub(super) look_up: LookUp,
    pub(super) sender: Option<Party>,
    pub(super) id: Option<String>,
    pub(super) moments: Moments,
    /// Who received the mail.
    pub(super) recipients: Vec<Recipient>,
}

/// The times of a row.
#[derive(Default)]
pub(super) struct Moments {
    pub(super) at: Option<Moment>,
    /// When the session ended.
    until: Option<Moment>,
    /// Of columns that hold other times, by their names.
    others: Vec<(String, Moment)>,
}

impl Moments {
    /// Gives the message its times, read in this order.
    pub(super) fn set(self, message: &mut Message, order: DateOrder) {
        message.time = self.at.and_then(|at| at.time(order));
        if let Some(look_up) = &mut message.look_up {
            look_up.until = self.until.and_then(|until| until.time(order));
            let others = self.others.into_iter();
            look_up.dates = others
                .filter_map(|(name, moment)| Some((name, moment.time(order)?)))
                .collect();
        }
    }
}

/// A date and a time of day, the order of day and month still open.
pub(super) struct Moment {
    pub(super) date: Numbers,
    seconds: i64,
    zone: Zone,
}

impl Moment {
    pub(super) fn time(&self, order: DateOrder) -> Option<Timestamp> {
        Some(Timestamp {
            local_seconds: self.date.seconds(order)? + self.seconds,
            zone: self.zone,
        })
    }
}

impl Row {
    pub(super) fn of(record: &StringRecord, head: &Head) -> Row {
        let mut row = Row::default();
        let mut party = Party::default();
        let (mut clock, mut until) = (None, None);
        for (value, named) in record.iter().zip(&head.columns) {
            let value = value.trim();
            // A column of its own kind may ask a question that this answers: `Role on record: none`.
            let answers = named.holds.is_none() && value.eq_ignore_ascii_case("none");
            if is_blank(value) && !answers {
                continue;
            }
            let taken = match named.holds {
                Some(Column::Time) => match clock::date_and_time(value) {
                    Some((date, seconds, zone)) if row.moments.at.is_none() => {
                        row.moments.at = Some(Moment {
                            date,
                            seconds,
                            zone,
                        });
                        true
                    }
                    None if clock.is_none() && clock::time_of_day(value).is_some() => {
                        set(&mut clock, value)
                    }
                    _ => false,
                },
                Some(Column::Clock) => set(&mut clock, value),
                Some(Column::User | Column::From) => set(&mut party.address, mailbox(value)),
                Some(Column::To) => row.add_recipients(value),
                Some(Column::Until) => set(&mut until, value),
                Some(Column::Name) => set(&mut party.name, value),
                Some(Column::Id) => set(&mut row.id, value),
                Some(column) => row.set(column, value),
                None => false,
            };
            if !taken {
                if let Some((date, seconds, zone)) = clock::date_and_time(value) {
                    let moment = Moment {
                        date,
                        seconds,
                        zone,
                    };
                    row.moments.others.push((named.name.clone(), moment));
                }
                let other = (named.name.clone(), value.to_owned());
                row.look_up.others.push(other);
            }
        }
        row.join_clock(clock);
        row.end(until.as_deref());
        row.split_transaction();
        row.sender = (party != Party::default()).then_some(party);
        row
    }

    /// Puts a value in its place; false if that is taken.
    fn set(&mut self, column: Column, value: &str) -> bool {
        let look_up = &mut self.look_up;
        match column {
            Column::System => set(&mut look_up.system, value),
            Column::Action => set(&mut look_up.action, value),
            Column::Subject => set(&mut look_up.subject, value),
            Column::Record => set(&mut look_up.record, value),
            Column::Originator => set(&mut look_up.originator, value),
            Column::Linked => set(&mut look_up.linked, value),
            Column::Terminal => add(&mut look_up.terminal, value),
            Column::Site => add(&mut look_up.site, value),
            Column::Duty => add(&mut look_up.duty, value),
            Column::Reason => add(&mut look_up.reason, value),
            Column::Unit => add(&mut look_up.unit, value),
            Column::Time
            | Column::Clock
            | Column::User
            | Column::Name
            | Column::Id
            | Column::Until
            | Column::From
            | Column::To => false,
        }
    }

    /// A column called time holds the time of day beside a date, or else both.
    fn join_clock(&mut self, clock: Option<String>) {
        let Some(clock) = clock else {
            return;
        };
        match &mut self.moments.at {
            Some(moment) => {
                if let Some((seconds, _)) = clock::time_of_day(&clock) {
                    moment.seconds = seconds;
                }
            }
            None => {
                let parsed = clock::date_and_time(&clock);
                self.moments.at = parsed.map(|(date, seconds, zone)| Moment {
                    date,
                    seconds,
                    zone,
                });
            }
        }
    }

    /// The end of a session, which may be a time of day only: then of the same day, or of the next if that is past.
    fn end(&mut self, until: Option<&str>) {
        let (Some(start), Some(until)) = (&self.moments.at, until) else {
            return;
        };
        self.moments.until = match (clock::date_and_time(until), clock::time_of_day(until)) {
            (Some((date, seconds, zone)), _) => Some(Moment {
                date,
                seconds,
                zone,
            }),
            (None, Some((seconds, _))) => Some(Moment {
                date: start.date,
                seconds: seconds + if seconds < start.seconds { DAY } else { 0 },
                zone: start.zone,
            }),
            (None, None) => None,
        };
    }

    fn add_recipients(&mut self, value: &str) -> bool {
        let addresses = value.split([';', ',', ' ']).map(mailbox);
        for address in addresses.filter(|address| address.contains('@')) {
            self.recipients.push(Recipient {
                party: Party::at(address),
                role: RecipientRole::To,
            });
        }
        value.contains('@')
    }

    /// A transaction written as code and key, as `#VE AB12 CDE`, where no column has the key.
    fn split_transaction(&mut self) {
        let look_up = &mut self.look_up;
        if look_up.subject.is_some() || look_up.record.is_some() {
            return;
        }
        if let Some((code, key)) = look_up.action.as_deref().and_then(transaction) {
            let (code, key) = (code.to_owned(), key.trim().to_owned());
            look_up.subject = Some(key);
            look_up.action = Some(code);
        }
    }
}

/// The code and the key of a transaction: two capitals, perhaps behind a `#`, and what follows.
pub(super) fn transaction(text: &str) -> Option<(&str, &str)> {
    let (code, key) = text.split_once(' ')?;
    let letters = code.strip_prefix('#').unwrap_or(code);
    let is_code = letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code.then_some((code, key))
}

const DAY: i64 = 86_400;

/// An address without what stands around it.
fn mailbox(value: &str) -> &str {
    let value = value.rsplit_once('<').map_or(value, |(_, address)| address);
    value.trim_matches(|char: char| "<>\"' ".contains(char))
}

/// Whether a field stands for nothing.
pub(super) fn is_blank(value: &str) -> bool {
    ["", "-", "n/a", "na", "nil", "none", "null"]
        .iter()
        .any(|blank| value.eq_ignore_ascii_case(blank))
}

fn set(place: &mut Option<String>, value: &str) -> bool {
    let is_free = place.is_none();
    if is_free {
        *place = Some(value.to_owned());
    }
    is_free
}

/// Several columns may say this; they are joined with commas.
fn add(place: &mut Option<String>, value: &str) -> bool {
    match place {
        Some(before) => {
            before.push_str(", ");
            before.push_str(value);
        }
        None => *place = Some(value.to_owned()),
    }
    true
}
