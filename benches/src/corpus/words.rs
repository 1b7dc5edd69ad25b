//! Words, names and sentences.

use super::lcg::Lcg;

const FORENAMES: [&str; 24] = [
    "Amina", "Bryn", "Carys", "Dilip", "Elspeth", "Farid", "Greta", "Huw", "Imogen", "Jarek",
    "Keziah", "Lorcan", "Maeve", "Nikhil", "Oona", "Piotr", "Quentin", "Rhian", "Siobhan", "Tariq",
    "Una", "Vikram", "Winifred", "Yusuf",
];
const SYLLABLES: [&str; 40] = [
    "ba", "ber", "cor", "dal", "den", "el", "fen", "gar", "ham", "hol", "ing", "kel", "lan", "ley",
    "lor", "mar", "mer", "nor", "pen", "ral", "ren", "ros", "sel", "shaw", "ster", "tal", "ter",
    "thor", "ton", "tre", "ul", "van", "vel", "wal", "wen", "wick", "win", "wood", "yar", "yor",
];
const OPENINGS: [&str; 24] = [
    "Yesterday",
    "After the meeting",
    "As far as I can tell",
    "On the way back",
    "To be fair",
    "In the end",
    "For what it is worth",
    "Before lunch",
    "All the same",
    "Once the rain had stopped",
    "By then",
    "If anybody asks",
    "Near the old bridge",
    "Without much warning",
    "Half an hour later",
    "From the kitchen window",
    "As usual",
    "Not for the first time",
    "At the far end of the yard",
    "When the lights came on",
    "Much to my surprise",
    "Over the weekend",
    "Behind the market",
    "Late in the afternoon",
];
const SUBJECTS: [&str; 28] = [
    "the neighbour",
    "my sister",
    "the driver",
    "an older man",
    "the whole committee",
    "our new colleague",
    "the shopkeeper",
    "somebody from the office",
    "the small boat",
    "a grey van",
    "the librarian",
    "her brother",
    "the tall one",
    "that report",
    "the second draft",
    "the choir",
    "the landlord",
    "a passing cyclist",
    "the girl with the dog",
    "the team",
    "the last train",
    "an unfamiliar voice",
    "the gardener",
    "the build",
    "the parser",
    "the tenant upstairs",
    "the maintainer",
    "the caretaker",
];
const VERBS: [&str; 28] = [
    "carried",
    "forgot",
    "opened",
    "described",
    "left behind",
    "mended",
    "asked about",
    "painted",
    "returned",
    "noticed",
    "drew",
    "wrapped up",
    "argued over",
    "counted",
    "looked for",
    "refused",
    "measured",
    "borrowed",
    "tested",
    "rewrote",
    "moved",
    "heard about",
    "put away",
    "explained",
    "compared",
    "swept",
    "followed",
    "praised",
];
const OBJECTS: [&str; 28] = [
    "the wooden box",
    "a bundle of letters",
    "the broken gate",
    "two cups of tea",
    "the plan for spring",
    "an umbrella",
    "the long table",
    "every window on that side",
    "the missing page",
    "some fresh bread",
    "the garden wall",
    "the recording",
    "a pair of boots",
    "the agenda",
    "the configuration file",
    "the north stairs",
    "the photograph on the shelf",
    "what we had agreed",
    "the kettle",
    "the first chapter",
    "a map of the valley",
    "the timetable",
    "the spare key",
    "the failing test",
    "the rest of the money",
    "the blue notebook",
    "the curtains",
    "the bicycle shed",
];
const TAILS: [&str; 24] = [
    "and nobody minded",
    "because it was getting dark",
    "although we had said otherwise",
    "with great care",
    "as if nothing had happened",
    "before the others arrived",
    "which took longer than expected",
    "and then went home",
    "while the radio played",
    "so that was that",
    "just to be sure",
    "for the third time",
    "in front of everybody",
    "until the bell rang",
    "under the big tree",
    "rather slowly",
    "and laughed about it",
    "despite the noise",
    "to keep the peace",
    "but did not say why",
    "in a hurry",
    "for no good reason",
    "as we had hoped",
    "by the end of the week",
];
const CHATTER: [&str; 24] = [
    "lol",
    "no way",
    "ok thanks",
    "brb",
    "see you there",
    "can't tonight sorry",
    "haha same",
    "what time tho?",
    "on my way",
    "did you get it working?",
    "nope, still broken",
    "try turning it off and on",
    "morning all",
    "any news?",
    "that's brilliant",
    "good night",
    "yeah probably",
    "who's driving?",
    "running late",
    "+1",
    "seems fine here",
    "not sure, ask upstairs",
    "cheers",
    "same as last week i think",
];

pub(super) fn forename(lcg: &mut Lcg) -> &'static str {
    lcg.pick(&FORENAMES)
}

/// A name of two or three syllables, some tens of thousands of them.
pub(super) fn surname(lcg: &mut Lcg) -> String {
    let mut name: String = (0..2 + lcg.below(2))
        .map(|_| lcg.pick(&SYLLABLES))
        .collect();
    name[..1].make_ascii_uppercase();
    name
}

/// A sentence with its full stop: some millions of them.
pub(super) fn sentence(lcg: &mut Lcg) -> String {
    let opening = lcg.pick(&OPENINGS);
    let subject = match lcg.below(3) {
        0 => surname(lcg),
        _ => lcg.pick(&SUBJECTS).to_owned(),
    };
    let (verb, object) = (lcg.pick(&VERBS), lcg.pick(&OBJECTS));
    match lcg.below(3) {
        0 => format!("{opening} {subject} {verb} {object}."),
        1 => format!("{opening}, {subject} {verb} {object} {}.", lcg.pick(&TAILS)),
        _ => format!(
            "\u{201C}{opening},\u{201D} said {}, \u{201C}{subject} {verb} {object}.\u{201D}",
            forename(lcg)
        ),
    }
}

/// What people type between two sentences.
pub(super) fn chatter(lcg: &mut Lcg) -> String {
    match lcg.below(3) {
        0 => sentence(lcg).to_lowercase(),
        _ => lcg.pick(&CHATTER).to_owned(),
    }
}
