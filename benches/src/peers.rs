//! Other engines with the rules' patterns. None of them runs a check, looks at context or puts findings in order.

use regex::bytes::{RegexSet, RegexSetBuilder};
use regex_automata::dfa::{Automaton, OverlappingState, StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::{Input, MatchKind, hybrid, meta};

use crate::patterns::{self, Pattern};

/// `RegexSet` stops once it has seen every pattern, so it is handed pieces of this size.
const PIECE: usize = 16 << 10;
/// Bytes that an engine may use for its tables.
const LIMIT: usize = 96 << 20;

/// Rules whose forms together fit an unanchored dense DFA with room to spare: values with a shape of their own and few
/// labels. A fixed list, so that the figure means the same from one run to the next; `email` beside them takes more
/// than the limit.
pub const SIMPLE_RULES: [&str; 23] = [
    "brp-number",
    "cjs-offence-code",
    "cro-number",
    "crown-court-case-number",
    "dscc-reference",
    "gb-driving-licence",
    "home-office-reference",
    "imsi",
    "laa-ufn",
    "maat-reference",
    "nhs-number",
    "ni-driving-licence",
    "nino",
    "pnc-id",
    "prison-number",
    "probation-crn",
    "s10-parcel",
    "sdlt-utrn",
    "shipping-container",
    "uk-passport",
    "uk-postcode",
    "upn",
    "utr",
];

/// Something that reads a text and says how much it found.
pub struct Peer<'p> {
    /// The engine.
    pub name: &'static str,
    /// What it was asked to do.
    pub about: String,
    run: Run<'p>,
}

type Run<'p> = Box<dyn FnMut(&[u8]) -> usize + 'p>;

impl<'p> Peer<'p> {
    /// A peer that does what `run` does.
    pub fn new(
        name: &'static str,
        about: impl Into<String>,
        run: impl FnMut(&[u8]) -> usize + 'p,
    ) -> Peer<'p> {
        Peer {
            name,
            about: about.into(),
            run: Box::new(run),
        }
    }

    /// Reads `text`; gives the number of matches.
    pub fn run(&mut self, text: &[u8]) -> usize {
        (self.run)(text)
    }
}

/// Counting newlines: what reading the bytes costs.
pub fn newlines() -> Peer<'static> {
    Peer::new("memchr", "newlines counted", |text| {
        memchr::memchr_iter(b'\n', text).count()
    })
}

/// Which patterns occur, in pieces of 16 KiB.
pub fn regex_set(patterns: &[Pattern]) -> Peer<'static> {
    let set: RegexSet = RegexSetBuilder::new(patterns.iter().map(|pattern| &pattern.regex))
        .unicode(false)
        .size_limit(LIMIT)
        .dfa_size_limit(LIMIT)
        .build()
        .expect("the rules' patterns compile together");
    let about = format!("{} patterns, which of them occur", patterns.len());
    Peer::new("regex::RegexSet", about, move |text| {
        text.chunks(PIECE)
            .map(|piece| set.matches(piece).iter().count())
            .sum()
    })
}

/// The first pattern of those that match at a place, without overlaps.
pub fn meta(patterns: &[Pattern]) -> Peer<'static> {
    let texts: Vec<&str> = patterns
        .iter()
        .map(|pattern| pattern.regex.as_str())
        .collect();
    let regex = meta::Builder::new()
        .configure(
            meta::Config::new()
                .utf8_empty(false)
                .nfa_size_limit(Some(LIMIT))
                .hybrid_cache_capacity(LIMIT),
        )
        .syntax(patterns::syntax())
        .build_many(&texts)
        .expect("the rules' patterns compile together");
    let about = format!("{} patterns, no overlaps", patterns.len());
    Peer::new("regex_automata::meta", about, move |text| {
        regex.find_iter(text).count()
    })
}

/// Every end of every match, states made as they are needed.
pub fn lazy_dfa(patterns: &[Pattern]) -> Peer<'static> {
    let texts: Vec<&str> = patterns
        .iter()
        .map(|pattern| pattern.regex.as_str())
        .collect();
    let dfa = hybrid::dfa::Builder::new()
        .configure(
            hybrid::dfa::Config::new()
                .match_kind(MatchKind::All)
                .cache_capacity(LIMIT),
        )
        .syntax(patterns::syntax())
        .thompson(thompson::Config::new().utf8(false))
        .build_many(&texts)
        .expect("the rules' patterns compile together");
    let mut cache = dfa.create_cache();
    let about = format!("{} patterns, overlapping ends", patterns.len());
    Peer::new("lazy DFA", about, move |text| {
        let mut state = hybrid::dfa::OverlappingState::start();
        let input = Input::new(text);
        let mut found = 0;
        loop {
            dfa.try_search_overlapping_fwd(&mut cache, &input, &mut state)
                .expect("the cache may be cleared as often as needed");
            if state.get_match().is_none() {
                return found;
            }
            found += 1;
        }
    })
}

/// Every end of every match, for [`SIMPLE_RULES`]; nothing if they no longer fit.
pub fn dense_dfa(patterns: &[Pattern]) -> Option<Peer<'static>> {
    let texts: Vec<&str> = patterns
        .iter()
        .map(|pattern| pattern.regex.as_str())
        .collect();
    let dfa = dense::Builder::new()
        .configure(
            dense::Config::new()
                .match_kind(MatchKind::All)
                .start_kind(StartKind::Unanchored)
                .dfa_size_limit(Some(LIMIT))
                .determinize_size_limit(Some(LIMIT * 8)),
        )
        .syntax(patterns::syntax())
        .thompson(thompson::Config::new().utf8(false))
        .build_many(&texts)
        .ok()?;
    let about = format!(
        "{} patterns of {} simple rules, overlapping ends, {:.1} MiB",
        patterns.len(),
        SIMPLE_RULES.len(),
        dfa.memory_usage() as f64 / f64::from(1 << 20)
    );
    Some(Peer::new("dense DFA", about, move |text| {
        let mut state = OverlappingState::start();
        let input = Input::new(text);
        let mut found = 0;
        loop {
            dfa.try_search_overlapping_fwd(&input, &mut state)
                .expect("the DFA has no byte at which it gives up");
            if state.get_match().is_none() {
                return found;
            }
            found += 1;
        }
    }))
}
