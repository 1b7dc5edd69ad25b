//! Facts of the rows of an audit log, each alone and all together.
//!
//! | file | what it holds |
//! |---|---|
//! | `words` | words of cells, placeholders, identifiers as they are compared |
//! | `reason` | what a stated reason is worth |
//! | `column` | what the columns tell that a look-up has no field for |
//! | `row` | one row: user, subject, reason, circumstances |
//! | `finding`, `duty`, `outflow` | what a reviewer found; at work or not, one's own work or not; data that leave |
//! | `log` | all rows: who comes back, where a crowd gathers, whose rows say nothing while others' do |
//! | `place` | one user at two places at once |
//! | `leaver` | a user whom a column says to have left before |
//! | `summary` | what a candidate's rows come to |

mod column;
mod duty;
mod finding;
mod leaver;
mod log;
mod outflow;
mod place;
mod reason;
mod row;
mod summary;
mod words;

use std::collections::HashSet;

use super::mail;
use super::names::{Name, Names};
use super::unit::Unit;
use log::Log;
pub(super) use summary::summary;
pub(super) use words::normal;

/// Signals that show private interest in a row.
const PERSONAL: &[&str] = &[
    "relation",
    "curiosity",
    "own-dispute",
    "favour",
    "celebrity",
    "admission",
    "no-purpose",
    "amusement",
];

/// Notes the facts of every row; the signals of its texts are marked already.
pub(super) fn gather(unit: &mut Unit<'_>, names: &Names) {
    let signals: Vec<Name> = PERSONAL.iter().filter_map(|name| names.get(name)).collect();
    let personal = unit
        .marks
        .iter()
        .filter(|mark| signals.contains(&mark.name));
    let personal: HashSet<usize> = personal.map(|mark| mark.message).collect();
    let log = Log::of(unit, personal);
    let mut facts = log.facts();
    facts.extend(place::facts(&log.rows));
    facts.extend(leaver::facts(&log.rows));
    for row in log.rows.iter().filter(|row| row.is_mail_out()) {
        facts.extend(mailed(row).map(|fact| (row.at, fact)));
    }
    for (at, fact) in facts {
        if let Some(name) = names.get(fact) {
            unit.mark(name, name, at, None);
        }
    }
}

/// Where a mail went that left the force, by the facts of any e-mail.
fn mailed(row: &row::Row<'_>) -> impl Iterator<Item = &'static str> + use<> {
    let facts = mail::facts(row.message);
    let row_to_press = row.goes_to_press();
    let is_ours = facts.contains(&"mail-from-force") && !row.is_trivial();
    let of_row = move |fact| match fact {
        "mail-to-self" => Some("row-to-self"),
        "mail-to-private" => Some("row-to-private-person"),
        "mail-to-outsider" if row_to_press => Some("row-to-press"),
        "mail-to-outsider" => Some("row-to-outsider"),
        _ => None,
    };
    facts
        .into_iter()
        .filter(move |_| is_ours)
        .filter_map(of_row)
}
