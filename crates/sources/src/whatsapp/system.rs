//! Lines that the application wrote.

use breachscan::message::{Event, Party};

use super::author;
use crate::clock::is_mark;

/// What a system line says.
pub(super) struct Found {
    pub(super) event: Event,
    /// Who did it, where the line says.
    pub(super) actor: Option<Party>,
}

/// What a phrase in a system line means.
#[derive(Clone, Copy)]
enum Meaning {
    Created,
    Added,
    Joined,
    Removed,
    Left,
    Renamed,
    Disappearing,
    Deleted,
    Other,
}

/// Phrases and what they mean; the first that occurs counts.
const PHRASES: &[(&str, Meaning)] = &[
    ("end-to-end encrypt", Meaning::Other),
    ("security code with", Meaning::Other),
    (" created group", Meaning::Created),
    (" created this group", Meaning::Created),
    (" created this community", Meaning::Created),
    (" turned off disappearing messages", Meaning::Other),
    (" turned on disappearing messages", Meaning::Disappearing),
    (" updated the message timer", Meaning::Disappearing),
    (" changed the message timer", Meaning::Disappearing),
    (
        " uses a default timer for disappearing",
        Meaning::Disappearing,
    ),
    (" changed the subject", Meaning::Renamed),
    (" changed the group name", Meaning::Renamed),
    (" changed the group", Meaning::Other),
    (" changed this group", Meaning::Other),
    (" changed their phone number", Meaning::Other),
    (" changed to +", Meaning::Other),
    (" changed the settings", Meaning::Other),
    (" joined using", Meaning::Joined),
    (" joined via", Meaning::Joined),
    (" joined from", Meaning::Joined),
    (" was added", Meaning::Joined),
    (" were added", Meaning::Joined),
    (" added ", Meaning::Added),
    (" was removed", Meaning::Left),
    (" were removed", Meaning::Left),
    (" removed ", Meaning::Removed),
    ("This message was deleted", Meaning::Deleted),
    ("You deleted this message", Meaning::Deleted),
    (" now an admin", Meaning::Other),
    (" no longer an admin", Meaning::Other),
    (" pinned a message", Meaning::Other),
    (" requested to join", Meaning::Other),
    (" reset this group", Meaning::Other),
    (" is a contact", Meaning::Other),
    (" blocked this contact", Meaning::Other),
    (" unblocked this contact", Meaning::Other),
    ("issed voice call", Meaning::Other),
    ("issed video call", Meaning::Other),
    ("issed group ", Meaning::Other),
    ("Voice call,", Meaning::Other),
    ("Video call,", Meaning::Other),
    (" started a call", Meaning::Other),
    (" started a video call", Meaning::Other),
    ("Waiting for this message", Meaning::Other),
    ("view once message", Meaning::Other),
];

/// What this line of the application's says; `None` if no phrase is known.
pub(super) fn find(line: &str) -> Option<Found> {
    let line = line.trim_end_matches(['.', ' ']);
    if line.contains('\n') {
        return None;
    }
    for &(phrase, meaning) in PHRASES {
        if let Some((before, after)) = line.split_once(phrase) {
            return Some(found(meaning, before, after));
        }
    }
    let leaver = line
        .strip_suffix(" left the group")
        .or(line.strip_suffix(" left"))?;
    Some(found(Meaning::Left, leaver, ""))
}

fn found(meaning: Meaning, before: &str, after: &str) -> Found {
    let is_actor = !matches!(meaning, Meaning::Other | Meaning::Deleted);
    let actor = (is_actor && !before.is_empty()).then(|| person(before));
    let event = match meaning {
        Meaning::Created => Event::Created,
        Meaning::Added => Event::Joined(people(after)),
        Meaning::Joined => Event::Joined(people(before)),
        Meaning::Removed => Event::Left(people(after)),
        Meaning::Left => Event::Left(people(before)),
        Meaning::Renamed => Event::Renamed,
        Meaning::Disappearing => Event::Disappearing,
        Meaning::Deleted => Event::Deleted,
        Meaning::Other => Event::Other,
    };
    Found { event, actor }
}

/// What a whole body that is no person's own words stands for.
pub(super) fn whole_body(body: &str) -> Option<Event> {
    match body.trim_end_matches('.') {
        "This message was deleted"
        | "You deleted this message"
        | "This message was deleted by admin" => Some(Event::Deleted),
        "Missed voice call" | "Missed video call" | "null" => Some(Event::Other),
        _ => None,
    }
}

/// The people of a list such as `Ines, Bo and ~ Kim`.
fn people(list: &str) -> Vec<Party> {
    let commas = list.split(", ");
    let names = commas.flat_map(|names| names.split(" and "));
    let names = names.map(|name| name.trim_matches(is_mark));
    let names = names.filter(|name| !author::clean(name).is_empty());
    names.map(person).collect()
}

fn person(name: &str) -> Party {
    match author::clean(name) {
        "you" => Party::named("You"),
        name => author::party(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_are_named_one_by_one() {
        let found = find("Bo added Ines, \u{202A}+44 7700 900111\u{202C} and ~ Kim").unwrap();
        let people = [
            Party::named("Ines"),
            Party::at("+44 7700 900111"),
            Party::named("Kim"),
        ];
        assert_eq!(found.event, Event::Joined(people.to_vec()));
        assert_eq!(found.actor, Some(Party::named("Bo")));
        let you = find("Bo added you").unwrap();
        assert_eq!(you.event, Event::Joined(vec![Party::named("You")]));
    }

    #[test]
    fn timers_are_on_or_off() {
        let event = |line| find(line).map(|found| found.event);
        assert_eq!(
            event("You turned off disappearing messages. Tap to change."),
            Some(Event::Other)
        );
        let on = "You updated the message timer. New messages will disappear from this chat 7 days after.";
        assert_eq!(event(on), Some(Event::Disappearing));
        assert_eq!(
            event("Bo left"),
            Some(Event::Left(vec![Party::named("Bo")]))
        );
        assert_eq!(event("she left him"), None);
    }
}
