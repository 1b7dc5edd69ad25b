//! What a candidate's rows come to: how many, whose, about what and when.

use std::collections::BTreeSet;

use super::words::normal;
use crate::message::Message;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Subjects that are told one by one.
const FEW: usize = 3;

/// As in `4 rows of user 7719, about W… A…, 2 days, 22:52 to 23:16`: of subjects only first letters are told, and hours
/// are those of the day.
pub(in crate::breach) fn summary(rows: &[&Message]) -> Option<String> {
    let rows: Vec<&&Message> = rows.iter().filter(|row| row.look_up.is_some()).collect();
    if rows.is_empty() {
        return None;
    }
    let parts = [Some(users(&rows)), subjects(&rows), hours(&rows)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Some(parts.join(", "))
}

fn users(rows: &[&&Message]) -> String {
    let users: BTreeSet<&str> = rows
        .iter()
        .filter_map(|row| Some(row.sender.as_ref()?.key()))
        .collect();
    let rows = match rows.len() {
        1 => "1 row".to_owned(),
        many => format!("{many} rows"),
    };
    match (users.len(), users.first()) {
        (0, _) | (_, None) => rows,
        (1, Some(user)) => format!("{rows} of user {user}"),
        (many, _) => format!("{rows} of {many} users"),
    }
}

fn subjects(rows: &[&&Message]) -> Option<String> {
    let subject = |row: &&&Message| {
        let look_up = row.look_up.as_ref()?;
        let given = look_up.subject.as_deref().or(look_up.record.as_deref())?;
        (!normal(given).is_empty()).then(|| masked(given))
    };
    let subjects: BTreeSet<String> = rows.iter().filter_map(subject).collect();
    match subjects.len() {
        0 => None,
        1..=FEW => {
            let all: Vec<String> = subjects.into_iter().collect();
            Some(format!("about {}", all.join(" and ")))
        }
        many => Some(format!("about {many} subjects")),
    }
}

/// The first letter or digit of each word.
fn masked(text: &str) -> String {
    let words = text.split(|char: char| !char.is_alphanumeric());
    let firsts = words.filter_map(|word| word.chars().next()).take(FEW);
    let masked: Vec<String> = firsts.map(|first| format!("{first}…")).collect();
    masked.join(" ")
}

fn hours(rows: &[&&Message]) -> Option<String> {
    let times: Vec<i64> = rows
        .iter()
        .filter_map(|row| Some(row.time?.local_seconds))
        .collect();
    let days: BTreeSet<i64> = times.iter().map(|time| time.div_euclid(DAY)).collect();
    let of_day = times.iter().map(|time| time.rem_euclid(DAY));
    let (first, last) = (of_day.clone().min()?, of_day.max()?);
    let clock = |seconds: i64| format!("{:02}:{:02}", seconds / HOUR, seconds % HOUR / 60);
    let days = match days.len() {
        1 => "1 day".to_owned(),
        many => format!("{many} days"),
    };
    Some(format!("{days}, {} to {}", clock(first), clock(last)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{LookUp, Party, Text, Timestamp};

    fn row(user: &str, subject: &str, time: i64) -> Message {
        let mut row = Message::new(Text::new(""));
        row.sender = Some(Party::at(user));
        row.time = Some(Timestamp::local(time));
        let look_up = LookUp {
            subject: Some(subject.into()),
            ..LookUp::default()
        };
        row.look_up = Some(Box::new(look_up));
        row
    }

    #[test]
    fn rows_are_counted_and_subjects_masked() {
        let rows = [
            row("7719", "Wilf ALDERGROVE", 22 * HOUR),
            row("7719", "Wilf ALDERGROVE", DAY + 3 * HOUR + 960),
        ];
        let rows: Vec<&Message> = rows.iter().collect();
        assert_eq!(
            summary(&rows).as_deref(),
            Some("2 rows of user 7719, about W… A…, 2 days, 03:16 to 22:00")
        );
        assert_eq!(summary(&[]), None);
    }
}
