//! Everything a scanner needs, and its form on disk.
//!
//! ```text
//! magic ── version ── byte order ── SHA-256 of what follows ── lengths ── sieves ── DFA ── rules
//! ```

use regex_automata::util::primitives::StateID;
use sha2::{Digest, Sha256};

use super::compile::{self, Plan, Use};
use super::doors::{Door, Groups, MAX_GROUPS};
use super::sieve::{Patterns, Sieve};
use super::table::{Dfa, State, Table};
use super::terms::Terms;
use crate::check::{self, Check};
use crate::confidence::Confidence;
use crate::error::Error;
use crate::rule::{Context, Edges, Form, Grades, Rule, Tier};

const MAGIC: &[u8; 8] = b"BRCHSCAN";
/// Raised whenever an older library could misread the image.
const VERSION: u32 = 1;
const BYTE_ORDER: u32 = 0x0102_0304;
/// The lengths of DFA and rules, the first thing that is hashed.
const LENGTHS: usize = 8 + 8;
/// Magic, version, byte order, SHA-256, lengths.
const HEADER: usize = 8 + 4 + 4 + 32 + LENGTHS;
/// Both sieves.
const SIEVES: usize = Sieve::MANY_LEN + Sieve::ONE_LEN;
/// Forms an image may hold: a door's number has three letters.
const MAX_FORMS: usize = 26 * 26 * 26;

/// A compiled rule set.
pub(crate) struct Image {
    table: Table,
    rules: Vec<Rule>,
    terms: Terms,
    uses: Vec<Use>,
    forms: Vec<FormRef>,
    /// The state behind each group's door; dead where there is no such group.
    groups: Vec<State>,
    terms_entry: State,
    sieves: Sieves,
    max_window: usize,
}

struct Sieves {
    forms: Sieve,
    terms: Sieve,
}

/// A form among those of all rules, with what a scan asks of it at every match.
#[derive(Clone, Copy)]
pub(crate) struct FormRef {
    pub rule: u16,
    pub form: u16,
    pub edges: Edges,
    /// The DFA's state behind the value, where a label comes before it.
    pub value: Option<State>,
    pub back: bool,
    pub check: Option<Check>,
    pub grades: Grades,
    /// The most that any form of the rule reaches without context.
    pub rule_alone: Confidence,
}

impl FormRef {
    fn new(rule: &Rule, index: usize, form: usize, value: State) -> Result<FormRef, Error> {
        let f = &rule.forms()[form];
        let check = f.check().map(|name| {
            check::by_name(name).ok_or_else(|| {
                Error::image(format!(
                    "it asks for the check `{name}`, which this library lacks"
                ))
            })
        });
        let alone = |form: &Form| form.grades().bare.max(form.grades().check);
        Ok(FormRef {
            rule: index as u16,
            form: form as u16,
            edges: f.edges(),
            value: f.after().map(|_| value),
            back: f.back().is_some(),
            check: check.transpose()?,
            grades: f.grades(),
            rule_alone: rule
                .forms()
                .iter()
                .map(alone)
                .max()
                .unwrap_or(Confidence::ZERO),
        })
    }
}

impl Image {
    /// Compiles `rules` into an image whose table has at most `limit` bytes.
    pub fn compile(rules: Vec<Rule>, limit: usize) -> Result<Image, Error> {
        let forms: usize = rules.iter().map(|rule| rule.forms().len()).sum();
        if forms > MAX_FORMS {
            return Err(Error::compile(format!(
                "{forms} patterns are more than {MAX_FORMS}; compile fewer rules"
            )));
        }
        refuse_duplicates(&rules)?;
        let groups = Groups::new(&rules);
        let terms = Terms::new(&rules);
        let plan = Plan::new(&rules, &groups, &terms);
        let dfa = plan.dfa(&rules)?;
        let table = compile::table(&rules, &dfa, limit)?;
        let entries: Vec<StateID> = groups.doors().map(|door| door.entry(&dfa)).collect();
        let patterns = Patterns {
            dfa: &dfa,
            glues: &|pattern| plan.glues(pattern, &terms),
        };
        let sieves = Sieves {
            forms: Sieve::many(&patterns, &entries),
            terms: Sieve::one(&patterns, Door::Terms.entry(&dfa)),
        };
        Image::assemble(table, rules, sieves)
    }

    fn assemble(table: Table, rules: Vec<Rule>, sieves: Sieves) -> Result<Image, Error> {
        let terms = Terms::new(&rules);
        let uses = compile::uses(&rules, &terms);
        let dfa = table.as_dfa();
        let mut forms = Vec::new();
        for (index, rule) in rules.iter().enumerate() {
            for form in 0..rule.forms().len() {
                let number = forms.len();
                let value = dfa.behind(Door::Value(number as u16));
                forms.push(FormRef::new(rule, index, form, value)?);
            }
        }
        let group_entries = (0..MAX_GROUPS as u8)
            .map(|group| dfa.behind(Door::Group(group)))
            .collect();
        let terms_entry = dfa.behind(Door::Terms);
        let max_window = rules
            .iter()
            .map(|rule| rule.context())
            .filter(|context| has_terms(context));
        let max_window = max_window.map(Context::window).max().unwrap_or(0);
        Ok(Image {
            table,
            rules,
            terms,
            uses,
            forms,
            groups: group_entries,
            terms_entry,
            sieves,
            max_window,
        })
    }

    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The widest context window of any rule, in bytes on each side.
    pub fn max_window(&self) -> usize {
        self.max_window
    }

    pub fn dfa(&self) -> Dfa<'_> {
        self.table.as_dfa()
    }

    /// The DFA's state behind each group of forms, by the group's bit.
    pub fn group_entries(&self) -> &[State] {
        &self.groups
    }

    /// The DFA's state behind the context terms.
    pub fn terms_entry(&self) -> State {
        self.terms_entry
    }

    /// The sieve of the forms; its leads carry a bit for each group.
    pub fn form_sieve(&self) -> &Sieve {
        &self.sieves.forms
    }

    /// The sieve of the context terms.
    pub fn term_sieve(&self) -> &Sieve {
        &self.sieves.terms
    }

    /// What the DFA's pattern of this number stands for.
    pub fn pattern_use(&self, pattern: usize) -> Use {
        self.uses[pattern]
    }

    pub fn form(&self, form: u32) -> &FormRef {
        &self.forms[form as usize]
    }

    /// The image as bytes, for [`Image::from_bytes`] on a machine with the same byte order.
    pub fn to_bytes(&self, big_endian: bool) -> Result<Vec<u8>, Error> {
        let dfa = self.table.bytes();
        let rules = postcard::to_allocvec(&self.rules)
            .map_err(|error| Error::image(format!("the rules cannot be written: {error}")))?;
        let number = |value: u64| {
            if big_endian {
                value.to_be_bytes()
            } else {
                value.to_le_bytes()
            }
        };
        let mut body = Vec::with_capacity(dfa.len() + rules.len() + SIEVES);
        body.extend(number(dfa.len() as u64));
        body.extend(number(rules.len() as u64));
        body.extend(self.sieves.forms.to_bytes(big_endian));
        body.extend(self.sieves.terms.to_bytes(big_endian));
        body.extend(dfa);
        body.extend(rules);
        let mut bytes = Vec::with_capacity(HEADER - LENGTHS + body.len());
        bytes.extend(MAGIC);
        for value in [VERSION, BYTE_ORDER] {
            bytes.extend(if big_endian {
                value.to_be_bytes()
            } else {
                value.to_le_bytes()
            });
        }
        bytes.extend(Sha256::digest(&body));
        bytes.extend(body);
        Ok(bytes)
    }

    /// Reads an image that a caller saved: every byte is checked before it is used.
    pub fn from_bytes(bytes: &[u8]) -> Result<Image, Error> {
        let sections = Sections::split(bytes)?;
        if Sha256::digest(sections.body)[..] != *sections.hash {
            return Err(Error::image(
                "it is damaged: its hash does not match; save it again",
            ));
        }
        let table = Table::read(sections.dfa.to_vec().into())?;
        Image::checked(table, read_rules(sections.rules)?, sections.sieves)
    }

    /// Reads the image that the build made and embedded; its bytes are the program's own.
    pub fn from_embedded(bytes: &'static [u8]) -> Result<Image, Error> {
        let sections = Sections::split(bytes)?;
        let table = Table::read(sections.dfa.into())?;
        Image::checked(table, read_rules(sections.rules)?, sections.sieves)
    }

    /// A table that has more patterns than the rules account for would be indexed out of bounds.
    fn checked(table: Table, rules: Vec<Rule>, sieves: Sieves) -> Result<Image, Error> {
        let patterns = table.as_dfa().pattern_len();
        let image = Image::assemble(table, rules, sieves)?;
        if patterns != image.uses.len() {
            return Err(Error::image(
                "its rules do not belong to its table; save it again",
            ));
        }
        Ok(image)
    }
}

fn has_terms(context: &Context) -> bool {
    Tier::ALL
        .iter()
        .any(|&tier| !context.terms(tier).is_empty())
}

fn refuse_duplicates(rules: &[Rule]) -> Result<(), Error> {
    let mut ids: Vec<&str> = rules.iter().map(|rule| rule.id()).collect();
    ids.sort_unstable();
    match ids.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Error::compile(format!(
            "two rules have the id {}; give one of them another",
            pair[0]
        ))),
        None => Ok(()),
    }
}

fn read_rules(bytes: &[u8]) -> Result<Vec<Rule>, Error> {
    postcard::from_bytes(bytes).map_err(|_| Error::image("its rules are damaged; save it again"))
}

/// The parts of an image.
struct Sections<'a> {
    hash: &'a [u8],
    body: &'a [u8],
    dfa: &'a [u8],
    rules: &'a [u8],
    sieves: Sieves,
}

impl Sections<'_> {
    fn split(bytes: &[u8]) -> Result<Sections<'_>, Error> {
        let short = || Error::image("it is cut short; save it again");
        if bytes.len() < HEADER {
            return Err(short());
        }
        if &bytes[..8] != MAGIC {
            return Err(Error::image("these bytes are no breachscan image"));
        }
        let word =
            |at: usize| u32::from_ne_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        let length = |at: usize| {
            let value = u64::from_ne_bytes(bytes[at..at + 8].try_into().expect("eight bytes"));
            usize::try_from(value).map_err(|_| short())
        };
        if word(12) != BYTE_ORDER {
            return Err(Error::image(
                "it was saved on a machine with another byte order; save it on this one",
            ));
        }
        if word(8) != VERSION {
            return Err(Error::image(format!(
                "it has version {}, this library reads version {VERSION}; save it again",
                word(8)
            )));
        }
        let (dfa_len, rules_len) = (length(48)?, length(56)?);
        let dfa_start = HEADER + SIEVES;
        let rules_start = dfa_start.checked_add(dfa_len).ok_or_else(short)?;
        let end = rules_start.checked_add(rules_len).ok_or_else(short)?;
        if bytes.len() < end {
            return Err(short());
        }
        if bytes.len() > end {
            return Err(Error::image("bytes follow its end; it is damaged"));
        }
        let (forms, terms) = bytes[HEADER..HEADER + SIEVES].split_at(Sieve::MANY_LEN);
        let sieves = Sieves {
            forms: Sieve::many_from_bytes(forms).ok_or_else(short)?,
            terms: Sieve::one_from_bytes(terms).ok_or_else(short)?,
        };
        Ok(Sections {
            hash: &bytes[16..48],
            body: &bytes[48..],
            dfa: &bytes[dfa_start..rules_start],
            rules: &bytes[rules_start..],
            sieves,
        })
    }
}
