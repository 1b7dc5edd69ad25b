//! The loop over leads, shared by every CPU.

use super::classes::Masks;
use super::prefixes::DEPTH;
use super::{Acceleration, Sieve, scalar};

/// Bytes looked at in one call: few, since a stream keeps three buffers of leads, yet enough that the leads of one call
/// ahead reach as far as any context window.
const SEGMENT: usize = 1280;

/// The bit of the context terms.
const TERMS: u16 = 1 << 15;

/// Buffers of leads, reused from segment to segment.
pub(crate) struct Leads {
    /// Where tokens start, and the punctuation with which patterns begin; then those of them from which a context
    /// term may match.
    places: Box<[u16; SEGMENT]>,
    terms: usize,
    leads: Box<[Lead; SEGMENT]>,
    count: usize,
}

/// A place from which a form may match.
#[derive(Clone, Copy)]
pub(crate) struct Lead {
    at: u16,
    /// The groups to walk from, one bit each.
    pub groups: u16,
}

impl Lead {
    /// Offset from the segment's start.
    pub fn at(self) -> usize {
        usize::from(self.at)
    }
}

impl Leads {
    /// Bytes looked at in one call of [`Sieve::leads`] at the most.
    pub const SEGMENT: usize = SEGMENT;
    /// Bytes after the last lead on which the answer depends.
    pub const READS: usize = DEPTH;

    pub fn new() -> Leads {
        Leads {
            places: Box::new([0; SEGMENT]),
            terms: 0,
            leads: Box::new([Lead { at: 0, groups: 0 }; SEGMENT]),
            count: 0,
        }
    }

    /// The leads of forms, ascending.
    pub fn forms(&self) -> &[Lead] {
        &self.leads[..self.count]
    }

    /// The leads of context terms, ascending: offsets from the segment's start.
    pub fn terms(&self) -> &[u16] {
        &self.places[..self.terms]
    }

    /// Keeps of the first `places` those from which something may match, as `entries` tells: its lowest bits stand for
    /// groups and the highest for terms. The terms' places move to the front, where all have been asked about.
    #[inline(always)]
    fn keep(&mut self, places: usize, entries: impl Fn(usize) -> u16) {
        let (mut count, mut terms) = (0, 0);
        for index in 0..places.min(SEGMENT) {
            let at = self.places[index];
            let entries = entries(usize::from(at));
            let groups = entries & !TERMS;
            self.leads[count.min(SEGMENT - 1)] = Lead { at, groups };
            count += usize::from(groups != 0);
            self.places[terms.min(SEGMENT - 1)] = at;
            terms += usize::from(entries & TERMS != 0);
        }
        (self.count, self.terms) = (count, terms);
    }
}

impl Sieve {
    /// Finds the leads in `start..end` of `haystack` that may lead anywhere. At most [`Leads::SEGMENT`] bytes.
    pub fn leads(
        &self,
        how: Acceleration,
        haystack: &[u8],
        start: usize,
        end: usize,
        leads: &mut Leads,
    ) {
        debug_assert!(end <= haystack.len() && end - start <= SEGMENT);
        let places = match how {
            Acceleration::Auto => self.places(haystack, start, end, leads),
            Acceleration::Scalar | Acceleration::Off => {
                self.scalar_places(haystack, start, end, leads)
            }
        };
        match how {
            Acceleration::Off => leads.keep(places, |_| u16::MAX),
            Acceleration::Auto | Acceleration::Scalar => {
                self.ask(&haystack[start..], places, leads)
            }
        }
    }

    fn places(&self, haystack: &[u8], start: usize, end: usize, leads: &mut Leads) -> usize {
        #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
        if super::simd::is_available() {
            // SAFETY: the CPU has every feature that `places_simd` asks for, as just detected.
            return unsafe { self.places_simd(haystack, start, end, leads) };
        }
        self.scalar_places(haystack, start, end, leads)
    }

    fn scalar_places(&self, haystack: &[u8], start: usize, end: usize, leads: &mut Leads) -> usize {
        self.collect_places(haystack, start, end, leads, |block| {
            scalar::masks(block, self.punctuation())
        })
    }

    /// Notes where a lead may be in `start..end`, and returns how many places that are.
    #[inline(always)]
    pub(super) fn collect_places(
        &self,
        haystack: &[u8],
        start: usize,
        end: usize,
        leads: &mut Leads,
        masks: impl Fn(&[u8; 64]) -> Masks,
    ) -> usize {
        let mut word_before = u64::from(start > 0 && haystack[start - 1].is_ascii_alphanumeric());
        let mut count = 0;
        for base in (start..end).step_by(64) {
            let Masks { word, punctuation } = masks(&block(haystack, base));
            let in_range = u64::MAX >> (64 - (end - base).min(64));
            let token_starts = word & !(word << 1 | word_before);
            word_before = word >> 63;
            let mut rest = (token_starts | punctuation) & in_range;
            while rest != 0 {
                leads.places[count.min(SEGMENT - 1)] =
                    (base - start) as u16 + rest.trailing_zeros() as u16;
                rest &= rest - 1;
                count += 1;
            }
        }
        count
    }

    /// Keeps the first `places` that may lead anywhere. Without a branch: what passes is as good as random, and a
    /// wrong guess costs more than the look-ups.
    fn ask(&self, segment: &[u8], places: usize, leads: &mut Leads) {
        let prefixes = self.prefixes();
        leads.keep(places, |at| prefixes.alive(eight_bytes(segment, at)));
    }
}

/// The 64 bytes from `at`, zeros past the end.
#[inline(always)]
fn block(haystack: &[u8], at: usize) -> [u8; 64] {
    match haystack.get(at..at + 64) {
        Some(block) => block.try_into().expect("64 bytes"),
        None => padded(haystack, at),
    }
}

#[cold]
fn padded(haystack: &[u8], at: usize) -> [u8; 64] {
    let mut block = [0; 64];
    let rest = haystack.get(at..).unwrap_or(&[]);
    block[..rest.len()].copy_from_slice(rest);
    block
}

/// The eight bytes from `at`, the first lowest, zeros past the end.
#[inline(always)]
fn eight_bytes(haystack: &[u8], at: usize) -> u64 {
    match haystack.get(at..at + 8) {
        Some(bytes) => u64::from_le_bytes(bytes.try_into().expect("eight bytes")),
        None => haystack[at..]
            .iter()
            .rev()
            .fold(0, |bytes, &byte| bytes << 8 | u64::from(byte)),
    }
}
