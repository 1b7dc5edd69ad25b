//! Facts of one e-mail: who wrote to whom.

use crate::message::{Message, Party, Recipient, RecipientRole};

/// Open addresses of private people from which a list is exposed.
const OPEN_LIST: usize = 5;

/// Parts of domain names that sell mailboxes to anybody.
#[rustfmt::skip]
const MAILBOXES: &[&str] = &[
    "aol", "btinternet", "fastmail", "fastpost", "gmail", "gmx", "googlemail", "home", "homemail", "hotmail", "icloud",
    "inbox", "live", "mail", "mailbox", "me", "msn", "ntlworld", "outlook", "post", "postbox", "proton", "protonmail",
    "sky", "talktalk", "tiscali", "virginmedia", "webmail", "yahoo", "ymail",
];

/// Parts of domain names of police forces.
const FORCES: &[&str] = &["police", "pnn", "constabulary", "force", "gmp", "psni"];

/// What a domain belongs to, by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Force,
    Private,
    Organisation,
}

pub(super) fn facts(message: &Message) -> Vec<&'static str> {
    let mut facts = Vec::new();
    let sender = message.sender.as_ref();
    let from = sender.and_then(owner);
    match from {
        Some(Owner::Force) => facts.push("mail-from-force"),
        Some(Owner::Private) => facts.push("mail-from-public"),
        _ => {}
    }
    let owners: Vec<Owner> = message
        .recipients
        .iter()
        .filter_map(|recipient| owner(&recipient.party))
        .collect();
    if owners.contains(&Owner::Private) {
        facts.push("mail-to-private");
    }
    if owners.iter().any(|owner| *owner != Owner::Force) {
        facts.push("mail-to-outsider");
    }
    if owners.contains(&Owner::Force) {
        facts.push("mail-to-force");
    }
    if from == Some(Owner::Force)
        && sender.is_some_and(|sender| {
            message.recipients.iter().any(|to| {
                owner(&to.party) != Some(Owner::Force) && is_same_person(sender, &to.party)
            })
        })
    {
        facts.push("mail-to-self");
    }
    if is_open_list(&message.recipients) {
        facts.push("mail-open-list");
    }
    facts
}

/// Whether the address is of a mailbox that anybody can have.
pub(super) fn is_private(party: &Party) -> bool {
    owner(party) == Some(Owner::Private)
}

fn owner(party: &Party) -> Option<Owner> {
    let domain = party.domain()?.to_ascii_lowercase();
    let mut parts = domain.split(['.', '-']);
    let is_force = |part: &str| FORCES.contains(&part);
    Some(
        if parts.clone().any(is_force) || domain.contains("police") {
            Owner::Force
        } else if parts.any(|part| MAILBOXES.contains(&part)) {
            Owner::Private
        } else {
            Owner::Organisation
        },
    )
}

/// Whether the mailbox looks like the sender's own: it holds four letters in a row of a name, or initial and surname.
fn is_same_person(sender: &Party, other: &Party) -> bool {
    let local = |party: &Party| {
        let address = party.address.as_deref().unwrap_or_default();
        address
            .split('@')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    let (own, other) = (local(sender), local(other));
    if is_initial_and_surname(&own, &other) {
        return true;
    }
    own.split(['.', '_', '-'])
        .filter(|part| part.len() >= 4)
        .any(|part| other.contains(&part[..part.len().min(5)]) || other.contains(&part[..4]))
}

/// Whether the other mailbox holds the last name of the first, which may be short, and begins as it does.
fn is_initial_and_surname(own: &str, other: &str) -> bool {
    let mut parts = own.split(['.', '_', '-']);
    let (Some(first), Some(last)) = (parts.next(), parts.next_back()) else {
        return false;
    };
    last.len() >= 3 && other.contains(last) && other.chars().next() == first.chars().next()
}

fn is_open_list(recipients: &[Recipient]) -> bool {
    let open = recipients
        .iter()
        .filter(|recipient| recipient.role != RecipientRole::Bcc);
    open.filter(|recipient| owner(&recipient.party) == Some(Owner::Private))
        .count()
        >= OPEN_LIST
}
