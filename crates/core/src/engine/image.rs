//! Everything a scanner needs.

use super::before::Before;
use super::compile::{self, Use};
use super::doors::{Door, Groups, MAX_GROUPS};
use super::form_ref::FormRef;
use super::saved::Sections;
use super::sieve::{Prefixes, Sieve};
use super::table::{Dfa, State, Table};
use super::terms::Terms;
use crate::error::Error;
use crate::rule::{Context, Rule, Tier};

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
    before: Before,
    terms_entry: State,
    sieve: Sieve,
    max_window: usize,
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
        let dfa = compile::dfa(&rules, &groups, &terms)?;
        let table = compile::table(&rules, &dfa, limit)?;
        Image::assemble(table, rules, terms, None)
    }

    /// Puts an image together; the sieve's table is computed if it is not there yet.
    fn assemble(
        table: Table,
        rules: Vec<Rule>,
        terms: Terms,
        prefixes: Option<Prefixes>,
    ) -> Result<Image, Error> {
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
        let before = Before::new(&rules, &Groups::new(&rules));
        let groups: Vec<State> = (0..MAX_GROUPS as u8)
            .map(|group| dfa.behind(Door::Group(group)))
            .collect();
        let terms_entry = dfa.behind(Door::Terms);
        let sieve = Sieve::new(dfa, &groups, terms_entry, prefixes);
        let windows = rules
            .iter()
            .map(|rule| rule.context())
            .filter(|context| has_terms(context));
        Ok(Image {
            max_window: windows.map(Context::window).max().unwrap_or(0),
            table,
            rules,
            terms,
            uses,
            forms,
            groups,
            before,
            terms_entry,
            sieve,
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

    /// What must stand before a lead for some of its groups.
    pub fn before(&self) -> &Before {
        &self.before
    }

    /// The DFA's state behind the context terms.
    pub fn terms_entry(&self) -> State {
        self.terms_entry
    }

    /// What finds the leads; those of forms carry a bit for each group.
    pub fn sieve(&self) -> &Sieve {
        &self.sieve
    }

    /// What the DFA's pattern of this number stands for.
    pub fn pattern_use(&self, pattern: usize) -> Use {
        self.uses[pattern]
    }

    pub fn form(&self, form: u32) -> &FormRef {
        &self.forms[form as usize]
    }

    /// The image as bytes, for [`Image::from_bytes`] on any machine.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let rules = postcard::to_allocvec(&self.rules)
            .map_err(|error| Error::image(format!("the rules cannot be written: {error}")))?;
        let sections = Sections {
            sieve: self.sieve.to_bytes(),
            table: self.table.bytes(),
            rules: &rules,
        };
        Ok(sections.join())
    }

    /// Reads an image that a caller saved: every byte is checked before it is used.
    pub fn from_bytes(bytes: &[u8]) -> Result<Image, Error> {
        let sections = Sections::split_checked(bytes)?;
        let owned = |section: &[u8]| section.to_vec().into();
        let table = Table::read(owned(sections.table))?;
        let prefixes = Prefixes::read(owned(sections.sieve))?;
        let rules = read_rules(sections.rules)?;
        Image::belonging(table, rules, prefixes)
    }

    /// Reads the image that the build made and embedded; its bytes are the program's own.
    pub fn from_embedded(bytes: &'static [u8]) -> Result<Image, Error> {
        let sections = Sections::split(bytes)?;
        let prefixes = Prefixes::trusted(sections.sieve.into());
        let rules = read_rules(sections.rules)?;
        Image::belonging(Table::trusted(sections.table), rules, prefixes)
    }

    /// A table that has more patterns than the rules account for would be indexed out of bounds.
    fn belonging(table: Table, rules: Vec<Rule>, prefixes: Prefixes) -> Result<Image, Error> {
        let patterns = table.as_dfa().pattern_len();
        let terms = Terms::new(&rules);
        if patterns != compile::uses(&rules, &terms).len() {
            return Err(Error::image(
                "its rules do not belong to its table; save it again",
            ));
        }
        Image::assemble(table, rules, terms, Some(prefixes))
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
