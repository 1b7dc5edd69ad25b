//! What must stand before a lead for the forms that reach back.
//!
//! A dot may begin a web address, an at sign an e-mail address: most do not, and the byte before tells at once.

use super::doors::{Door, Groups};
use crate::rule::{Form, Rule};

/// The bytes before each lead that some form beginning there may take in.
pub(crate) struct Before {
    /// The groups that hold nothing but forms that reach back, one bit each.
    groups: u16,
    /// By the lead's byte, its place in `sets`.
    set_of: Box<[u8; 256]>,
    /// Sets of bytes; the first is empty.
    sets: Vec<[bool; 256]>,
}

impl Before {
    pub fn new(rules: &[Rule], groups: &Groups) -> Before {
        let mut before = Before {
            groups: 0,
            set_of: Box::new([0; 256]),
            sets: vec![[false; 256]],
        };
        let forms: Vec<&Form> = rules.iter().flat_map(|rule| rule.forms()).collect();
        let (back, others): (Vec<usize>, _) =
            (0..forms.len()).partition(|&form| forms[form].back().is_some());
        let bits = |of: Vec<usize>| of.iter().fold(0, |bits, &form| bits | bit(groups.of(form)));
        for back in back.iter().filter_map(|&form| forms[form].back()) {
            for &lead in &back.leads {
                let set = before.set(lead);
                for byte in (0..=u8::MAX).filter(|&byte| back.contains(byte)) {
                    set[usize::from(byte)] = true;
                }
            }
        }
        before.groups = bits(back) & !bits(others);
        before
    }

    /// The set of this lead, made if there is none.
    fn set(&mut self, lead: u8) -> &mut [bool; 256] {
        let number = &mut self.set_of[usize::from(lead)];
        if *number == 0 {
            *number = self.sets.len() as u8;
            self.sets.push([false; 256]);
        }
        &mut self.sets[usize::from(*number)]
    }

    /// Those of a lead's groups behind which something may match, given the byte before.
    #[inline]
    pub fn allowed(&self, groups: u16, haystack: &[u8], lead: usize) -> u16 {
        if groups & self.groups == 0 {
            return groups;
        }
        let set = &self.sets[usize::from(self.set_of[usize::from(haystack[lead])])];
        match lead.checked_sub(1) {
            Some(before) if set[usize::from(haystack[before])] => groups,
            _ => groups & !self.groups,
        }
    }
}

fn bit(door: Door) -> u16 {
    match door {
        Door::Group(group) => 1 << group,
        Door::Terms | Door::Value(_) => 0,
    }
}
