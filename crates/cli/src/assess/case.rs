//! One candidate with all that is told of it.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use breachscan::breach::{Candidate, Evidence, LegalHook, MessageRef, Role, Suppression};
use breachscan::message::{Conversation, Message};
use breachscan::{Kind, Scanner, Span};

use super::intake::{Home, Intake};
use super::passage;
use super::place::Place;
use super::words::party;

/// A candidate and what it was found in.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    pub candidate: &'a Candidate,
    pub intake: &'a Intake,
    /// The place of its conversation among all.
    conversation: usize,
}

/// All that is reported.
pub struct Docket<'a> {
    pub intake: &'a Intake,
    /// Finds what is masked, whatever floor the caller set for evidence.
    pub masks: &'a Scanner,
    /// What is reported, in the order of the text.
    pub cases: Vec<Case<'a>>,
    /// What is not, because somebody has looked at it.
    pub suppressed: Vec<(Case<'a>, &'a Suppression)>,
    /// How many are less severe than what was asked for.
    pub below: usize,
    pub show_values: bool,
    /// Where values stand in the messages that were shown.
    pub known: RefCell<HashMap<MessageRef, Rc<[Span]>>>,
}

impl Docket<'_> {
    /// The provisions that any case names, in the order of the law.
    pub fn hooks(&self) -> BTreeSet<LegalHook> {
        let cases = self.cases.iter();
        cases
            .flat_map(|case| case.candidate.pattern.law().iter().copied())
            .collect()
    }

    /// Whether evidence of this rule is a value.
    pub fn is_value(&self, rule: &str) -> bool {
        let rule = self.masks.rule(rule);
        rule.is_some_and(|rule| rule.kind() == Kind::Identifier)
    }

    /// Where values stand in a message. Each message is scanned once, however many candidates show it.
    pub fn values(&self, at: MessageRef) -> Rc<[Span]> {
        let mut known = self.known.borrow_mut();
        let find = || passage::values(self.intake.message(at).text.as_str(), self.masks).into();
        Rc::clone(known.entry(at).or_insert_with(find))
    }
}

impl<'a> Case<'a> {
    pub fn new(candidate: &'a Candidate, intake: &'a Intake) -> Case<'a> {
        Case {
            candidate,
            intake,
            conversation: candidate
                .messages
                .first()
                .map_or(0, |first| first.conversation),
        }
    }

    /// The file of its first message.
    pub fn home(&self) -> &'a Home {
        &self.intake.homes[self.conversation]
    }

    /// The conversation of its first message.
    pub fn conversation(&self) -> &'a Conversation {
        &self.intake.conversations[self.conversation]
    }

    pub fn message(&self, at: MessageRef) -> &'a Message {
        self.intake.message(at)
    }

    pub fn first(&self) -> Option<&'a Message> {
        self.candidate.messages.first().map(|&at| self.message(at))
    }

    /// What speaks for it.
    pub fn raising(&self) -> impl Iterator<Item = &'a Evidence> + Clone + use<'a> {
        let evidence = self.candidate.evidence.iter();
        evidence.filter(|evidence| evidence.role != Role::Lowers)
    }

    /// What speaks against it.
    pub fn lowering(&self) -> impl Iterator<Item = &'a Evidence> {
        let evidence = self.candidate.evidence.iter();
        evidence.filter(|evidence| evidence.role == Role::Lowers)
    }

    /// The text of a piece of evidence.
    pub fn value(&self, evidence: &Evidence) -> Option<&'a str> {
        let text = self.message(evidence.message).text.as_str();
        text.get(evidence.span?.range())
    }

    /// The first and the last line of what speaks for it in its file.
    pub fn lines(&self) -> Option<(u32, u32)> {
        let own = |evidence: &&Evidence| evidence.message.conversation == self.conversation;
        let lines = self
            .raising()
            .filter(own)
            .filter_map(|evidence| Place::of(evidence, self.message(evidence.message)).line);
        Some((lines.clone().min()?, lines.max()?))
    }

    /// Who wrote its messages, each once, in order.
    pub fn senders(&self) -> Vec<String> {
        let mut senders = Vec::new();
        for &at in &self.candidate.messages {
            if let Some(sender) = &self.message(at).sender {
                let name = party(sender);
                if !senders.contains(&name) {
                    senders.push(name);
                }
            }
        }
        senders
    }
}

impl Intake {
    pub fn message(&self, at: MessageRef) -> &Message {
        &self.conversations[at.conversation].messages[at.message]
    }
}
