//! What a first pass over the lines shows: the shape of headers, the order of dates, the authors.

use std::collections::HashMap;

use super::author;
use super::header::{self, Fence, Header, Shape};
use crate::clock::{DateOrder, OrderGuess};
use crate::source::Source;

/// What all lines together show.
pub(super) struct Survey<'a> {
    shape: Option<Shape>,
    guess: OrderGuess,
    /// How often each name is followed by a colon.
    authors: HashMap<&'a str, u32>,
}

/// What lines with one fence show.
#[derive(Default)]
struct Class<'a> {
    shapes: HashMap<Shape, u32>,
    guess: OrderGuess,
    authors: HashMap<&'a str, u32>,
}

impl<'a> Survey<'a> {
    pub(super) fn of(source: &'a Source<'_>) -> Survey<'a> {
        let mut classes: HashMap<Fence, Class<'a>> = HashMap::new();
        for line in source.lines() {
            let line = &source.text()[line.range()];
            let Some(header) = header::parse(line) else {
                continue;
            };
            let class = classes.entry(header.shape.fence).or_default();
            *class.shapes.entry(header.shape).or_default() += 1;
            class.guess.see(header.numbers);
            if let Some((name, _)) = author::before_colon(&line[header.body_at..]) {
                *class.authors.entry(name).or_default() += 1;
            }
        }
        let size = |class: &Class<'_>| class.shapes.values().sum::<u32>();
        let Some(class) = classes.into_values().max_by_key(size) else {
            return Survey {
                shape: None,
                guess: OrderGuess::default(),
                authors: HashMap::new(),
            };
        };
        let shape = class.shapes.iter().max_by_key(|(_, count)| **count);
        Survey {
            shape: shape.map(|(shape, _)| *shape),
            guess: class.guess,
            authors: class.authors,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.shape.is_none()
    }

    pub(super) fn order(&self) -> DateOrder {
        self.guess.order()
    }

    /// The header of a line that begins a message. A line of another shape is text, pasted from another chat; one that
    /// names no author must be of exactly this shape.
    pub(super) fn header(&self, line: &str) -> Option<Header> {
        let shape = self.shape?;
        let header = header::parse(line)?;
        let is_own = header.shape == shape
            || (header.shape.fence == shape.fence
                && author::before_colon(&line[header.body_at..]).is_some());
        is_own.then_some(header)
    }

    /// The author's name at the start of what follows a header, and where the body begins; `None` for system lines.
    pub(super) fn split<'t>(&self, rest: &'t str) -> Option<(&'t str, usize)> {
        let (name, body_at) = author::before_colon(rest)?;
        let is_author = |name: &str| self.authors.contains_key(name);
        let count = self.authors.get(name).copied().unwrap_or(0);
        (!author::is_system(name, count, is_author)).then_some((name, body_at))
    }
}
