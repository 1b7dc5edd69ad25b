//! One row: what it says of user, subject, reason and circumstances.

use super::column::Column;
use super::reason::{Reason, is_own_work};
use super::words::{blank, has_phrase, has_word, normal, words};
use crate::breach::mail;
use crate::message::{LookUp, Message, Party};

/// Kilometres or miles from the user's posting that are far.
const FAR: f64 = 15.0;
const DAY: i64 = 24 * 3600;
/// Letters of the shortest name that is compared.
const NAME: usize = 4;

/// Words for being away from work.
#[rustfmt::skip]
const AWAY: &[&str] = &[
    "off", "leave", "rest", "sick", "suspended", "no", "n", "restricted", "not rostered", "al", "rd", "maternity",
    "paternity", "absent", "not on duty", "not in", "nowhere", "holiday", "resigned", "retired", "left", "none",
];
/// Words for being at work whatever else is said.
const AT_WORK: &[&str] = &[
    "on", "overtime", "ot", "recalled", "on call", "y", "yes", "working", "extended",
];

/// Words of records that few may open.
#[rustfmt::skip]
const SENSITIVE: &[&str] = &[
    "abuse", "celebrity", "child", "children", "chis", "domestic", "famous", "honour", "indecent", "marac", "murder",
    "murdered", "protected", "rape", "restricted", "safeguarding", "sealed", "sensitive", "sexual", "stalking", "suicide",
    "vip", "voyeurism", "informant", "informants", "mp", "footballer", "presenter", "actor", "singer", "politician",
];
const SENSITIVE_PHRASES: &[&str] = &[
    "high profile",
    "witness protection",
    "staff record",
    "colleague",
    "public figure",
    "premier league",
];

/// Surnames so common that one shared says nothing, and words of police work that logins have.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "admin", "brown", "clarke", "custody", "davies", "desk", "edwards", "evans", "green", "hall", "harris", "hughes",
    "jackson", "james", "johnson", "jones", "lewis", "martin", "person", "police", "roberts", "robinson", "search", "smith",
    "system", "taylor", "thomas", "thompson", "user", "view", "walker", "white", "williams", "wilson", "wood", "wright",
];

/// Words for taking a copy.
#[rustfmt::skip]
const EXPORTS: &[&str] = &[
    "airdrop", "bluetooth", "burn", "burned", "burnt", "copied", "copy", "download", "downloaded", "email", "emailed",
    "export", "exported", "mailed", "print", "printed", "prints", "removable", "save", "saved", "screenshot", "snip",
    "upload", "uploaded", "usb", "printscreen",
];
/// Words for what was kept from leaving.
const STOPPED: &[&str] = &[
    "blocked",
    "denied",
    "prevented",
    "quarantined",
    "refused",
    "rejected",
    "stopped",
    "held",
    "dropped",
    "failed",
];

/// What a reviewer writes who is content.
#[rustfmt::skip]
const CONTENT: &[&str] = &[
    "satisfactory", "verified", "justified", "legitimate", "lawful", "ok", "okay", "confirmed", "explained", "proportionate",
    "authorised", "appropriate", "valid", "pass", "passed", "cleared", "compliant", "genuine", "proper", "correct", "fine",
    "matched", "matches", "agreed", "accepted", "nfa", "declared", "recused", "declined",
];
const CONTENT_PHRASES: &[&str] = &[
    "in order",
    "other team",
    "handed to",
    "passed to",
    "not viewed",
    "no concern",
    "no concerns",
    "no issue",
    "no issues",
    "good practice",
    "policing purpose confirmed",
    "no further action",
];
/// What a reviewer writes who is not.
#[rustfmt::skip]
const DISCONTENT: &[&str] = &[
    "unexplained", "unjustified", "unverified", "unsatisfactory", "unauthorised", "unaccounted", "improper", "inappropriate",
    "misuse", "misused", "escalate", "escalated", "referred", "refer", "disputed", "suspicious", "breach", "denies",
    "denied", "unlinked", "investigate", "unable", "cannot", "couldnt", "query", "queried", "concern", "concerns",
];
const DISCONTENT_PHRASES: &[&str] = &[
    "not ok",
    "not justified",
    "not satisfactory",
    "not verified",
    "not in order",
    "not tasked",
    "not allocated",
    "not on",
    "no reason",
    "no purpose",
    "no policing",
    "no trace",
    "no record",
    "no log",
    "no link",
    "no such",
    "none found",
    "not found",
    "nothing found",
    "could not",
    "no justification",
    "no legitimate",
    "no explanation",
    "not explained",
    "no incident",
    "not involved",
    "not proportionate",
    "not linked",
];

/// A row with what is asked of it again and again.
pub(super) struct Row<'m> {
    pub at: usize,
    pub look_up: &'m LookUp,
    pub message: &'m Message,
    pub user: &'m str,
    /// The subject, or else the record, in letters and digits.
    pub subject: String,
    pub linked: &'m str,
    pub reason: Reason,
    pub local: Option<i64>,
    /// Whether the user had a part in the record, as far as a column says it.
    pub part: Option<bool>,
    /// Whether a reviewer was content, as far as one wrote it.
    pub finding: Option<bool>,
    pub away: bool,
    /// Values of the columns without a field of their own.
    others: Vec<(Column, &'m str, &'m str)>,
    /// The words of what was looked at.
    seen: Vec<String>,
}

impl<'m> Row<'m> {
    /// Of a message that is a row; `columns` says what the columns without a field are about.
    pub(super) fn new(
        at: usize,
        message: &'m Message,
        mut column: impl FnMut(&'m str) -> Column,
    ) -> Option<Row<'m>> {
        let look_up: &LookUp = message.look_up.as_deref()?;
        let text = |field: &'m Option<String>| field.as_deref().unwrap_or_default();
        let others: Vec<_> = look_up
            .others
            .iter()
            .map(|(name, value)| (column(name), name.as_str(), value.trim()))
            .collect();
        let subject = normal(text(&look_up.subject));
        let is_given = |text: &str| text.len() >= 4;
        let mut seen = words(text(&look_up.subject));
        for field in [&look_up.record, &look_up.system, &look_up.action] {
            seen.extend(words(text(field)));
        }
        seen.extend(
            others
                .iter()
                .filter(|(column, ..)| !is_about_user(*column))
                .flat_map(|(.., value)| words(value)),
        );
        let user = message.sender.as_ref().map_or("", |sender| sender.key());
        Some(Row {
            at,
            look_up,
            message,
            user,
            subject: if is_given(&subject) {
                subject
            } else {
                normal(text(&look_up.record))
            },
            linked: blank(look_up.linked.as_deref()),
            reason: reason(look_up, user),
            local: message.time.map(|time| time.local_seconds),
            part: part(&others, user),
            finding: finding(&others),
            away: is_away(look_up.duty.as_deref(), &others),
            others,
            seen,
        })
    }

    pub(super) fn day(&self) -> Option<i64> {
        self.local.map(|local| local.div_euclid(DAY))
    }

    /// Whether something that can be looked up says what the look-up was for.
    pub(super) fn is_referenced(&self) -> bool {
        !self.linked.is_empty()
            || self.reason == Reason::Referenced
            || self.part == Some(true)
            || self.is_own_work()
    }

    pub(super) fn is_own_work(&self) -> bool {
        is_own_work(self.look_up.reason.as_deref().unwrap_or_default())
    }

    pub(super) fn is_night(&self) -> bool {
        self.local
            .is_some_and(|local| !(6..23).contains(&(local.rem_euclid(DAY) / 3600)))
    }

    pub(super) fn is_far(&self) -> bool {
        let distance = |(column, _, value): &(Column, &str, &str)| {
            let digits = value
                .split(|char: char| !char.is_ascii_digit() && char != '.')
                .next()?;
            let distance = digits.parse::<f64>().ok()?;
            (*column == Column::Distance).then_some(distance)
        };
        self.others
            .iter()
            .filter_map(distance)
            .any(|distance| distance >= FAR)
    }

    /// Whether a name of the subject is one of the user's.
    pub(super) fn has_own_name(&self, names: &[String]) -> bool {
        let login = self.user.to_lowercase();
        let is_name = |word: &&String| {
            let is_common = COMMON.contains(&word.as_str());
            word.len() >= NAME && !is_common && word.chars().all(char::is_alphabetic)
        };
        self.seen
            .iter()
            .filter(is_name)
            .any(|word| names.contains(word) || is_in_login(&login, word))
    }

    /// The words of the user's name that the row tells, those of its columns for which `is_users` holds included.
    pub(super) fn user_names(&self, is_users: impl Fn(&str) -> bool) -> Vec<String> {
        let sender = self.message.sender.as_ref();
        let mut names = words(
            sender
                .and_then(|sender| sender.name.as_deref())
                .unwrap_or_default(),
        );
        names.extend(words(self.user));
        for (column, name, value) in &self.others {
            if *column == Column::Name && is_users(name) {
                names.extend(words(value));
            }
        }
        names.retain(|name| name.len() >= NAME && name.chars().all(char::is_alphabetic));
        names
    }

    /// Names and values of the columns of names.
    pub(super) fn name_columns(&self) -> impl Iterator<Item = (&'m str, &'m str)> + '_ {
        let names = self
            .others
            .iter()
            .filter(|(column, ..)| *column == Column::Name);
        names.map(|(_, name, value)| (*name, *value))
    }

    /// Whether the row looks at the place where the user lives.
    pub(super) fn has_own_home(&self) -> bool {
        let all = normal(self.look_up.subject.as_deref().unwrap_or_default())
            + &normal(self.look_up.record.as_deref().unwrap_or_default());
        let homes = self
            .others
            .iter()
            .filter(|(column, ..)| *column == Column::Home);
        homes.map(|(.., value)| normal(value)).any(|home| {
            home.len() >= 5 && (all.contains(&home) || home.contains(&all) && all.len() >= 5)
        })
    }

    pub(super) fn is_sensitive(&self) -> bool {
        has_word(&self.seen, SENSITIVE) || has_phrase(&self.seen, SENSITIVE_PHRASES)
    }

    pub(super) fn is_exported(&self) -> bool {
        let action = words(self.look_up.action.as_deref().unwrap_or_default());
        has_word(&action, EXPORTS) && !self.is_stopped()
    }

    pub(super) fn is_stopped(&self) -> bool {
        let tells =
            |column: Column| matches!(column, Column::Fate | Column::Finding | Column::Other);
        let action = self.look_up.action.as_deref().unwrap_or_default();
        let others = self.others.iter().filter(|(column, ..)| tells(*column));
        let mut texts = others.map(|(.., value)| *value).chain([action]);
        texts.any(|text| has_word(&words(text), STOPPED))
    }

    /// Whether the row is a mail that left.
    pub(super) fn is_mail_out(&self) -> bool {
        !self.message.recipients.is_empty() && !self.is_stopped()
    }

    /// Whether a mail goes to a newspaper or station, and not from those who speak to them.
    pub(super) fn goes_to_press(&self) -> bool {
        let speaks = has_word(
            &words(self.user),
            &[
                "press",
                "media",
                "comms",
                "communications",
                "pr",
                "news",
                "corpcomms",
            ],
        );
        let is_press = |domain: &str| {
            let domain = domain.to_lowercase();
            PRESS.iter().any(|word| domain.contains(word))
        };
        let mut domains = self
            .message
            .recipients
            .iter()
            .filter_map(|to| to.party.domain());
        !speaks && domains.any(is_press)
    }

    /// Whether what was typed looks for a kind of people rather than for somebody: wildcards, operators, fields.
    pub(super) fn is_fishing(&self) -> bool {
        let text = self.look_up.subject.as_deref().unwrap_or_default();
        let words = words(text);
        let typed =
            ['*', '%', '='].iter().any(|mark| text.contains(*mark)) || text.contains("\" AND \"");
        typed || has_word(&words, &["freetext", "wildcard", "occupation", "keyword"])
    }

    /// Whether the user went on past a warning, or broke a seal.
    pub(super) fn is_overridden(&self) -> bool {
        let said = |(column, _, value): &(Column, &str, &str)| match column {
            Column::Override => !matches!(
                value.to_lowercase().as_str(),
                "n" | "no" | "none" | "false" | "0"
            ),
            Column::Fate => has_word(&words(value), &["override", "overridden", "overrode"]),
            _ => false,
        };
        let action = words(self.look_up.action.as_deref().unwrap_or_default());
        self.others.iter().any(said)
            || has_word(&action, &["override", "breakglass"])
            || has_phrase(&action, &["break glass"])
    }

    /// Whether the row names a file.
    pub(super) fn has_file(&self) -> bool {
        let text = self.message.text.as_str();
        let tokens = text.split(|char: char| char.is_whitespace() || ",;|\"()/\\".contains(char));
        tokens
            .filter_map(|token| token.rsplit_once('.'))
            .any(|(stem, ending)| {
                !stem.is_empty()
                    && !stem.contains('@')
                    && FILES.contains(&ending.to_ascii_lowercase().as_str())
            })
    }

    /// Whether a rule was made that passes mail on.
    pub(super) fn is_forwarding(&self) -> bool {
        let words = words(self.message.text.as_str());
        let passes = has_word(
            &words,
            &[
                "autoforward",
                "autoforwarding",
                "redirect",
                "forwardto",
                "forwardingsmtpaddress",
                "redirectto",
            ],
        );
        let makes = has_word(
            &words,
            &[
                "rule",
                "auto",
                "inbox",
                "inboxrule",
                "setting",
                "set",
                "mailbox",
            ],
        );
        passes || (makes && has_word(&words, &["forward", "forwarding", "forwards", "forwarded"]))
    }

    /// Whether the row names a private mailbox.
    pub(super) fn goes_to_private(&self) -> bool {
        let text = self.message.text.as_str();
        let parts = text.split(|char: char| char.is_whitespace() || ",;|\"<>()=".contains(char));
        let mut addresses = parts.filter(|word| word.contains('@'));
        let from = self.user;
        addresses.any(|address| {
            !address.eq_ignore_ascii_case(from) && mail::is_private(&Party::at(address))
        })
    }

    /// Whether a machine or a drill made the row.
    pub(super) fn is_machine(&self) -> bool {
        let user = words(self.user);
        let is_service = user.first().is_some_and(|first| {
            [
                "svc",
                "sys",
                "system",
                "batch",
                "service",
                "auto",
                "bot",
                "scheduler",
                "interface",
            ]
            .contains(&first.as_str())
        });
        is_service
            || has_word(
                &words(self.message.text.as_str()),
                &["synthetic", "simulation", "simulated", "dummy"],
            )
    }

    /// Whether data went to a device or store that the force did not issue.
    pub(super) fn is_unapproved(&self) -> bool {
        let is_denied = |(column, _, value): &(Column, &str, &str)| {
            *column == Column::Issue
                && has_word(&words(value), &["n", "no", "none", "false", "0", "not"])
        };
        if self.others.iter().any(is_denied) {
            return true;
        }
        let words = words(self.message.text.as_str());
        has_word(&words, STORES)
            && (has_word(&words, FOREIGN) || has_phrase(&words, FOREIGN_PHRASES))
    }

    /// Whether what was sent is about the sender's own employment.
    pub(super) fn is_trivial(&self) -> bool {
        has_word(&words(self.message.text.as_str()), TRIVIAL)
    }

    /// What is known of where the user's pass was seen.
    pub(super) fn presence(&self) -> Option<&'m str> {
        let found = self
            .others
            .iter()
            .find(|(column, ..)| *column == Column::Presence);
        found
            .map(|(.., value)| *value)
            .or(self.look_up.duty.as_deref())
    }
}

/// Endings of files in which data leave.
#[rustfmt::skip]
const FILES: &[&str] = &[
    "7z", "csv", "db", "doc", "docx", "eml", "heic", "jpeg", "jpg", "m4a", "mov", "mp3", "mp4", "msg", "pdf", "png", "ppt",
    "pptx", "pst", "rar", "rtf", "txt", "wav", "xls", "xlsm", "xlsx", "xml", "zip",
];

/// Words for where data can be kept outside a system.
#[rustfmt::skip]
const STORES: &[&str] = &[
    "bluetooth", "camera", "card", "cloud", "cruzer", "disk", "drive", "dropbox", "flash", "gdrive", "hdd", "icloud", "ipad",
    "iphone", "kingston", "memory", "onedrive", "pen", "phone", "removable", "sandisk", "sd", "stick", "tablet", "usb",
    "webmail", "wetransfer", "whatsapp", "mount", "upload", "airdrop",
];
/// Words for what the force does not own.
const FOREIGN: &[&str] = &[
    "unissued",
    "unregistered",
    "unapproved",
    "unencrypted",
    "unmanaged",
    "unknown",
    "personal",
    "private",
    "byod",
    "unrecognised",
    "unauthorised",
    "foreign",
];
const FOREIGN_PHRASES: &[&str] = &[
    "not force",
    "not issued",
    "not approved",
    "not encrypted",
    "not managed",
    "own phone",
    "own device",
    "non corporate",
];
/// Parts of the domains of newspapers and stations.
const PRESS: &[&str] = &[
    "news",
    "herald",
    "gazette",
    "press",
    "tribune",
    "telegraph",
    "chronicle",
    "journal",
    "daily",
    "courier",
    "echo",
    "argus",
    "times",
];
/// Words of one's own employment.
const TRIVIAL: &[&str] = &[
    "payslip",
    "payslips",
    "p60",
    "rota",
    "roster",
    "pension",
    "cv",
    "leave",
    "overtime",
    "newsletter",
    "menu",
    "expenses",
];

fn is_about_user(column: Column) -> bool {
    matches!(
        column,
        Column::Presence | Column::Absence | Column::Home | Column::Finding
    )
}

/// Whether a name stands in a login: alone, after an initial or two, or before some digits.
fn is_in_login(login: &str, name: &str) -> bool {
    let local = login.split('@').next().unwrap_or_default();
    let letters = local.trim_end_matches(|char: char| !char.is_alphabetic());
    let before = letters.strip_suffix(name);
    before.is_some_and(|before| {
        before.chars().count() <= 2 && before.chars().all(char::is_alphabetic)
    })
}

/// The reason, or what stands in the originator's line beside the user's own number.
fn reason(look_up: &LookUp, user: &str) -> Reason {
    match (&look_up.reason, &look_up.originator) {
        (Some(reason), _) => Reason::of(reason),
        (None, Some(line)) if !user.is_empty() => Reason::of(&line.replace(user, "")),
        _ => Reason::Missing,
    }
}

fn part(others: &[(Column, &str, &str)], user: &str) -> Option<bool> {
    let (.., value) = others.iter().find(|(column, ..)| *column == Column::Part)?;
    let said = value.to_lowercase();
    let words = words(value);
    let denies = has_word(
        &words,
        &[
            "n",
            "no",
            "not",
            "none",
            "false",
            "0",
            "never",
            "nobody",
            "unallocated",
            "unassigned",
            "x",
        ],
    );
    let own = normal(user);
    let is_own = !own.is_empty() && normal(value).contains(&own);
    let affirms = is_own || has_word(&words, &["y", "yes", "true", "1", "self", "own", "oic"]);
    match (denies, affirms) {
        (true, _) if !said.is_empty() => Some(false),
        (_, true) => Some(true),
        _ => None,
    }
}

fn finding(others: &[(Column, &str, &str)]) -> Option<bool> {
    let mut found = None;
    for (.., value) in others
        .iter()
        .filter(|(column, ..)| *column == Column::Finding)
    {
        let words = words(value);
        let is_content = has_word(&words, CONTENT) || has_phrase(&words, CONTENT_PHRASES);
        let starts_content = words
            .first()
            .is_some_and(|word| CONTENT.contains(&word.as_str()));
        let without_concern = has_phrase(&words, CONTENT_PHRASES);
        let is_discontent = has_phrase(&words, DISCONTENT_PHRASES)
            || (has_word(&words, DISCONTENT) && !without_concern);
        if is_discontent && !starts_content {
            return Some(false);
        }
        if is_content {
            found = Some(true);
        }
    }
    found
}

fn is_away(duty: Option<&str>, others: &[(Column, &str, &str)]) -> bool {
    let says_away = |value: &str| {
        let words = words(value);
        has_phrase(&words, AWAY)
            && !words
                .first()
                .is_some_and(|first| AT_WORK.contains(&first.as_str()))
    };
    let of_column = |(column, _, value): &(Column, &str, &str)| match column {
        Column::Presence => says_away(value),
        Column::Absence => !has_word(&words(value), &["n", "no", "none", "false", "0"]),
        _ => false,
    };
    duty.is_some_and(says_away) || others.iter().any(of_column)
}
