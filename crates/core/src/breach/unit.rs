//! What is assessed as one: a chat, a log, a note, or one e-mail of a mailbox.

use core::ops::Range;
use std::collections::HashMap;

use super::candidate::Candidate;
use super::evidence::Role;
use super::names::Name;
use crate::message::{App, ChannelKind, Conversation, Message};
use crate::span::Span;

/// A signal, a finding or a fact, where it stands.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub name: Name,
    /// What was found: the name itself, or for a family the rule.
    pub source: Name,
    /// Its message, counted in the conversation.
    pub message: usize,
    pub span: Option<Span>,
    /// Its place in the texts of the unit put one after another.
    pub at: usize,
}

/// Messages that are read together, and what was seen in them.
pub(super) struct Unit<'c> {
    pub conversation: usize,
    pub of: &'c Conversation,
    pub range: Range<usize>,
    /// In the order of the text.
    pub marks: Vec<Mark>,
    /// Whether a name is seen anywhere, by the name's number.
    pub present: Vec<bool>,
    /// Whether it is known of the whole unit only, at no place.
    pub placeless: Vec<bool>,
    /// Where each message's text begins among all.
    starts: Vec<usize>,
    /// Each message's sender as a number; messages without one share none.
    senders: Vec<Option<usize>>,
}

impl<'c> Unit<'c> {
    /// The units of a conversation: each e-mail is one, any other conversation is one as a whole.
    pub fn of(conversation: usize, of: &'c Conversation, names: usize) -> Vec<Unit<'c>> {
        let count = of.messages.len();
        let unit = |range| Unit::new(conversation, of, range, names);
        if of.channel.kind == ChannelKind::Mailbox {
            (0..count).map(|at| unit(at..at + 1)).collect()
        } else {
            vec![unit(0..count)]
        }
    }

    fn new(
        conversation: usize,
        of: &'c Conversation,
        range: Range<usize>,
        names: usize,
    ) -> Unit<'c> {
        let mut starts = Vec::with_capacity(range.len());
        let mut total = 0;
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut senders = Vec::with_capacity(range.len());
        for message in &of.messages[range.clone()] {
            starts.push(total);
            total += message.text.as_str().len() + 1;
            senders.push(message.sender.as_ref().map(|sender| {
                let next = numbers.len();
                *numbers.entry(sender.key()).or_insert(next)
            }));
        }
        Unit {
            conversation,
            of,
            range,
            marks: Vec::new(),
            present: vec![false; names],
            placeless: vec![false; names],
            starts,
            senders,
        }
    }

    pub fn messages(&self) -> impl Iterator<Item = (usize, &'c Message)> {
        let of = self.of;
        self.range.clone().map(move |at| (at, &of.messages[at]))
    }

    pub fn message(&self, at: usize) -> &'c Message {
        &self.of.messages[at]
    }

    /// The texts of messages that somebody wrote, each with its place among all texts.
    pub fn texts(&self) -> impl Iterator<Item = (usize, &'c str)> {
        let starts = self.starts.iter().copied();
        let messages = starts.zip(&self.of.messages[self.range.clone()]);
        let written = messages.filter(|(_, message)| message.event.is_none());
        written.map(|(start, message)| (start, message.text.as_str()))
    }

    pub fn sender(&self, message: usize) -> Option<usize> {
        self.senders[message - self.range.start]
    }

    /// How many people wrote here.
    pub fn sender_count(&self) -> usize {
        self.senders
            .iter()
            .flatten()
            .max()
            .map_or(0, |last| last + 1)
    }

    pub fn seconds(&self, message: usize) -> Option<i64> {
        self.message(message).time.map(|time| time.utc_seconds())
    }

    /// Whether the text stands in one piece, as a note's does: what is near is then counted in bytes.
    pub fn is_prose(&self) -> bool {
        matches!(self.of.channel.app, App::Document | App::Email) || self.range.len() == 1
    }

    /// Notes that `name` is seen in a message, found as `source`.
    pub fn mark(&mut self, name: Name, source: Name, message: usize, span: Option<Span>) {
        let at = self.starts[message - self.range.start] + span.map_or(0, Span::start);
        self.present[name as usize] = true;
        self.marks.push(Mark {
            name,
            source,
            message,
            span,
            at,
        });
    }

    /// Notes a fact of the whole unit, at no place.
    pub fn note(&mut self, name: Name) {
        self.present[name as usize] = true;
        self.placeless[name as usize] = true;
    }

    /// The places of the first and the last required evidence of a candidate of this unit.
    pub fn place(&self, candidate: &Candidate) -> Range<usize> {
        let places = candidate.evidence.iter();
        let places = places.filter(|piece| piece.role == Role::Required);
        let places = places.map(|piece| {
            let start = self.starts[piece.message.message - self.range.start];
            start + piece.span.map_or(0, Span::start)
        });
        let (first, last) = (places.clone().min(), places.max());
        first.unwrap_or(0)..last.unwrap_or(0)
    }

    /// The marks of these messages, once settled.
    pub fn marks_of(&self, messages: Range<usize>) -> Range<usize> {
        let first = self
            .marks
            .partition_point(|mark| mark.message < messages.start);
        first
            ..self
                .marks
                .partition_point(|mark| mark.message < messages.end)
                .max(first)
    }

    /// The marks that stand from `from` up to `to` in all texts, once settled.
    pub fn marks_within(&self, from: usize, to: usize) -> Range<usize> {
        let first = self.marks.partition_point(|mark| mark.at < from);
        first..self.marks.partition_point(|mark| mark.at <= to).max(first)
    }

    /// Puts the marks in the order of the text.
    pub fn settle(&mut self) {
        self.marks
            .sort_by_key(|mark| (mark.at, mark.message, mark.span, mark.name, mark.source));
        self.marks
            .dedup_by_key(|mark| (mark.at, mark.message, mark.span, mark.name, mark.source));
    }
}
