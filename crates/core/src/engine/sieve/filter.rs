//! The loop over leads, shared by every CPU.

use super::classes::Masks;
use super::tables::{Sieve, Signature};
use super::{Acceleration, scalar};

/// Bytes looked at in one call: enough to amortise it, few enough for the leads to stay in the first-level cache.
const SEGMENT: usize = 4096;

/// Buffers of leads, reused from segment to segment.
pub(crate) struct Leads {
    /// What passed the first tables.
    passed: Box<[Passed; SEGMENT]>,
    passed_count: usize,
    /// What may match from some entry.
    leads: Box<[Lead; SEGMENT]>,
    count: usize,
}

#[derive(Clone, Copy)]
struct Passed {
    at: u32,
    signature: Signature,
}

/// A place from which the DFA may match.
#[derive(Clone, Copy)]
pub(crate) struct Lead {
    at: u32,
    /// The entries to walk from, one bit each.
    pub entries: u16,
}

impl Lead {
    /// Offset from the segment's start.
    pub fn at(self) -> usize {
        self.at as usize
    }
}

impl Leads {
    /// Bytes looked at in one call of [`Sieve::leads`] at the most.
    pub const SEGMENT: usize = SEGMENT;

    pub fn new() -> Leads {
        let signature = Signature {
            case: 0,
            separator: 0,
            key: 0,
        };
        Leads {
            passed: Box::new([Passed { at: 0, signature }; SEGMENT]),
            passed_count: 0,
            leads: Box::new([Lead { at: 0, entries: 0 }; SEGMENT]),
            count: 0,
        }
    }

    /// The leads found, ascending.
    pub fn as_slice(&self) -> &[Lead] {
        &self.leads[..self.count]
    }

    fn push(&mut self, at: usize, entries: u16) {
        self.leads[self.count] = Lead {
            at: at as u32,
            entries,
        };
        self.count += usize::from(entries != 0);
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
        leads.count = 0;
        leads.passed_count = 0;
        match how {
            Acceleration::Off => self.every_lead(haystack, start, end, leads),
            Acceleration::Scalar => self.filter(haystack, start, end, leads, |block| {
                scalar::masks(block, self.punctuation())
            }),
            Acceleration::Auto => self.fastest(haystack, start, end, leads),
        }
        for index in 0..leads.passed_count {
            let Passed { at, signature } = leads.passed[index];
            leads.push(at as usize, self.entries(signature));
        }
    }

    #[cfg(target_arch = "x86_64")]
    fn fastest(&self, haystack: &[u8], start: usize, end: usize, leads: &mut Leads) {
        if super::avx2::is_available() {
            // SAFETY: the CPU has every feature that `filter_avx2` asks for, as just detected.
            unsafe { self.filter_avx2(haystack, start, end, leads) };
        } else {
            self.leads(Acceleration::Scalar, haystack, start, end, leads);
        }
    }

    #[cfg(not(target_arch = "x86_64"))]
    fn fastest(&self, haystack: &[u8], start: usize, end: usize, leads: &mut Leads) {
        self.leads(Acceleration::Scalar, haystack, start, end, leads);
    }

    fn every_lead(&self, haystack: &[u8], start: usize, end: usize, leads: &mut Leads) {
        for at in start..end {
            let byte = haystack[at];
            let token_start = byte.is_ascii_alphanumeric()
                && (at == 0 || !haystack[at - 1].is_ascii_alphanumeric());
            if token_start || (!byte.is_ascii_alphanumeric() && self.punctuation().contains(byte)) {
                leads.push(at - start, u16::MAX);
            }
        }
    }

    #[inline(always)]
    pub(super) fn filter(
        &self,
        haystack: &[u8],
        start: usize,
        end: usize,
        leads: &mut Leads,
        masks: impl Fn(&[u8; 64]) -> Masks,
    ) {
        let mut word_before = u64::from(start > 0 && haystack[start - 1].is_ascii_alphanumeric());
        let mut next = masks(&block(haystack, start));
        let mut count = 0;
        for base in (start..end).step_by(64) {
            let here = next;
            next = masks(&block(haystack, base + 64));
            let word = here.word();
            let in_range = u64::MAX >> (64 - (end - base).min(64));
            let token_starts = word & !(word << 1 | word_before);
            word_before = word >> 63;
            let mut rest = (token_starts | here.punctuation) & in_range;
            let window = Window::new(&here, &next);
            while rest != 0 {
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                let at = base + bit as usize;
                let signature = window.signature(bit, four_bytes(haystack, at));
                leads.passed[count] = Passed {
                    at: (at - start) as u32,
                    signature,
                };
                count += usize::from(self.passes(signature));
            }
        }
        leads.passed_count = count;
    }
}

/// The bit planes of a block and of the one after it.
struct Window {
    case: Planes,
    separator: Planes,
    word: (u64, u64),
}

impl Window {
    #[inline(always)]
    fn new(here: &Masks, next: &Masks) -> Window {
        let planes = |(low, high): (u64, u64), (next_low, next_high): (u64, u64)| Planes {
            low: (low, next_low),
            high: (high, next_high),
        };
        Window {
            case: planes(here.case_planes(), next.case_planes()),
            separator: planes(here.separator_planes(), next.separator_planes()),
            word: (here.word(), next.word()),
        }
    }

    #[inline(always)]
    fn signature(&self, bit: u32, bytes: u32) -> Signature {
        let run = (!shifted(self.word, bit)).trailing_zeros().min(4);
        let taken = if run == 0 { 2 } else { run };
        Signature {
            case: self.case.at(bit),
            separator: self.separator.at(bit),
            key: bytes & (u32::MAX >> (32 - 8 * taken)),
        }
    }
}

struct Planes {
    low: (u64, u64),
    high: (u64, u64),
}

impl Planes {
    /// The shape of the eight bytes from `bit`: low plane in the low byte, high plane above it.
    #[inline(always)]
    fn at(&self, bit: u32) -> u16 {
        (shifted(self.low, bit) & 0xFF | (shifted(self.high, bit) & 0xFF) << 8) as u16
    }
}

/// The 64 bits that start at `bit` of the first word.
#[inline(always)]
fn shifted((here, next): (u64, u64), bit: u32) -> u64 {
    here >> bit | next << 1 << (63 - bit)
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

/// The four bytes from `at`, the first lowest, zeros past the end.
#[inline(always)]
fn four_bytes(haystack: &[u8], at: usize) -> u32 {
    match haystack.get(at..at + 4) {
        Some(bytes) => u32::from_le_bytes(bytes.try_into().expect("four bytes")),
        None => haystack[at..]
            .iter()
            .rev()
            .fold(0, |key, &byte| key << 8 | u32::from(byte)),
    }
}
