//! The sieve's tables: what is asked about a lead, and their form in an image.

use regex_automata::util::primitives::StateID;

use super::classes::Punctuation;
use super::compute::{self, Patterns};

/// Shapes of eight bytes, two bits a byte; also the pairs of two bytes.
pub(super) const SHAPES: usize = 1 << 16;
/// The hash set of keys has this many places.
const KEYS: usize = 1 << KEY_BITS;
const KEY_BITS: u32 = 16;
/// Case shapes of four bytes.
const PREFIXES: usize = 256;

/// The tables for some entry states of a DFA.
#[derive(Clone)]
pub(crate) struct Sieve {
    /// Whether any entry accepts: what the loop over leads asks.
    any: Bits,
    /// Which entries accept: asked for what passes. `None` where there is one entry.
    which: Option<Masks>,
    punctuation: Punctuation,
}

/// One bit for all entries together: small enough for the first-level cache.
#[derive(Clone)]
struct Bits {
    case: Box<[u8; SHAPES / 8]>,
    separator: Box<[u8; SHAPES / 8]>,
    head: Box<[u8; SHAPES / 8]>,
    tail: Box<[u8; SHAPES / 8]>,
    keys: Box<[u8; KEYS / 8]>,
    open: Box<[u8; PREFIXES / 8]>,
}

/// One bit for each of at most sixteen entries.
#[derive(Clone)]
pub(super) struct Masks {
    pub case: Box<[u16]>,
    pub separator: Box<[u16]>,
    /// The token's first two bytes.
    pub head: Box<[u16]>,
    /// The token's next two bytes.
    pub tail: Box<[u16]>,
    pub keys: Box<[u16]>,
    /// Case shapes whose keys are too many to tell apart.
    pub open: Box<[u16]>,
}

/// What the tables are asked about one lead.
#[derive(Clone, Copy)]
pub(super) struct Signature {
    /// Case shape of eight bytes.
    pub case: u16,
    /// Separator shape of eight bytes.
    pub separator: u16,
    /// The token's first one to four bytes, zeros after its end; of other leads the first two.
    pub key: u32,
}

impl Signature {
    /// The case shape of the first four bytes.
    #[inline(always)]
    fn prefix(self) -> usize {
        usize::from(self.case & 0xF | (self.case >> 8 & 0xF) << 4)
    }

    /// The place of the key in the hash set, the same for upper and lower case: the other tables tell case apart.
    #[inline(always)]
    pub fn hash(self) -> usize {
        ((self.key | 0x2020_2020).wrapping_mul(0x9E37_79B1) >> (32 - KEY_BITS)) as usize
    }

    #[inline(always)]
    fn head(self) -> usize {
        (self.key & 0xFFFF) as usize
    }

    #[inline(always)]
    fn tail(self) -> usize {
        (self.key >> 16) as usize
    }
}

impl Sieve {
    /// Bytes in an image of a sieve with several entries.
    pub const MANY_LEN: usize = Masks::LEN * 2 + 32;
    /// Bytes in an image of a sieve with one entry.
    pub const ONE_LEN: usize = Masks::LEN / 8 + 32;

    /// The tables for everything that `patterns` can match from several `entries`; the first has the lowest bit.
    pub fn many<T: AsRef<[u32]>>(patterns: &Patterns<'_, T>, entries: &[StateID]) -> Sieve {
        let mut masks = Masks::empty();
        for (group, &entry) in entries.iter().enumerate() {
            compute::mark(patterns, entry, 1 << group, &mut masks);
        }
        let any = Bits::of(&masks);
        Sieve {
            any,
            which: Some(masks),
            punctuation: compute::punctuation(patterns.dfa, entries),
        }
    }

    /// The tables for everything that `patterns` can match from one entry.
    pub fn one<T: AsRef<[u32]>>(patterns: &Patterns<'_, T>, entry: StateID) -> Sieve {
        Sieve {
            which: None,
            ..Sieve::many(patterns, &[entry])
        }
    }

    pub(super) fn punctuation(&self) -> &Punctuation {
        &self.punctuation
    }

    /// Whether a lead may lead anywhere. Branch-free: what passes is as good as random, and a wrong guess costs
    /// more than the look-ups.
    #[inline(always)]
    pub(super) fn passes(&self, lead: Signature) -> bool {
        let any = &self.any;
        let shaped = is_set(&any.case, usize::from(lead.case))
            & is_set(&any.separator, usize::from(lead.separator));
        let paired = is_set(&any.head, lead.head()) & is_set(&any.tail, lead.tail());
        let keyed = is_set(&any.open, lead.prefix()) | is_set(&any.keys, lead.hash());
        shaped & paired & keyed
    }

    /// The entries from which a lead that passed may lead anywhere, one bit each.
    #[inline(always)]
    pub(super) fn entries(&self, lead: Signature) -> u16 {
        let Some(which) = &self.which else { return 1 };
        which.case[usize::from(lead.case)]
            & which.separator[usize::from(lead.separator)]
            & which.head[lead.head()]
            & which.tail[lead.tail()]
            & (which.open[lead.prefix()] | which.keys[lead.hash()])
    }

    pub fn to_bytes(&self, big_endian: bool) -> Vec<u8> {
        let mut bytes = match &self.which {
            Some(masks) => masks.to_bytes(big_endian),
            None => self.any.to_bytes(),
        };
        bytes.extend(self.punctuation.to_bits());
        bytes
    }

    /// Reads back a sieve with several entries; `None` when the length is wrong.
    pub fn many_from_bytes(bytes: &[u8]) -> Option<Sieve> {
        let (tables, punctuation) = bytes.split_last_chunk::<32>()?;
        let masks = Masks::from_bytes(tables)?;
        let any = Bits::of(&masks);
        Some(Sieve {
            any,
            which: Some(masks),
            punctuation: Punctuation::from_bits(punctuation),
        })
    }

    /// Reads back a sieve with one entry; `None` when the length is wrong.
    pub fn one_from_bytes(bytes: &[u8]) -> Option<Sieve> {
        let (tables, punctuation) = bytes.split_last_chunk::<32>()?;
        let any = Bits::from_bytes(tables)?;
        Some(Sieve {
            any,
            which: None,
            punctuation: Punctuation::from_bits(punctuation),
        })
    }
}

impl Bits {
    fn of(masks: &Masks) -> Bits {
        Bits {
            case: bits_of(&masks.case),
            separator: bits_of(&masks.separator),
            head: bits_of(&masks.head),
            tail: bits_of(&masks.tail),
            keys: bits_of(&masks.keys),
            open: bits_of(&masks.open),
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        [
            &self.case[..],
            &self.separator[..],
            &self.head[..],
            &self.tail[..],
            &self.keys[..],
            &self.open[..],
        ]
        .concat()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Bits> {
        let (case, rest) = bytes.split_first_chunk()?;
        let (separator, rest) = rest.split_first_chunk()?;
        let (head, rest) = rest.split_first_chunk()?;
        let (tail, rest) = rest.split_first_chunk()?;
        let (keys, open) = rest.split_first_chunk()?;
        Some(Bits {
            case: Box::new(*case),
            separator: Box::new(*separator),
            head: Box::new(*head),
            tail: Box::new(*tail),
            keys: Box::new(*keys),
            open: Box::new(open.try_into().ok()?),
        })
    }
}

impl Masks {
    /// Entries of all tables.
    const LEN: usize = 4 * SHAPES + KEYS + PREFIXES;

    fn empty() -> Masks {
        let table = |len: usize| vec![0u16; len].into_boxed_slice();
        Masks {
            case: table(SHAPES),
            separator: table(SHAPES),
            head: table(SHAPES),
            tail: table(SHAPES),
            keys: table(KEYS),
            open: table(PREFIXES),
        }
    }

    fn to_bytes(&self, big_endian: bool) -> Vec<u8> {
        let tables = [
            &self.case,
            &self.separator,
            &self.head,
            &self.tail,
            &self.keys,
            &self.open,
        ];
        let entries = tables.into_iter().flat_map(|table| table.iter());
        entries
            .flat_map(|entry| {
                if big_endian {
                    entry.to_be_bytes()
                } else {
                    entry.to_le_bytes()
                }
            })
            .collect()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Masks> {
        if bytes.len() != Masks::LEN * 2 {
            return None;
        }
        let mut masks = Masks::empty();
        let mut rest = bytes
            .chunks_exact(2)
            .map(|pair| u16::from_ne_bytes([pair[0], pair[1]]));
        let Masks {
            case,
            separator,
            head,
            tail,
            keys,
            open,
        } = &mut masks;
        for table in [case, separator, head, tail, keys, open] {
            table
                .iter_mut()
                .zip(&mut rest)
                .for_each(|(entry, value)| *entry = value);
        }
        Some(masks)
    }
}

#[inline(always)]
fn is_set<const N: usize>(bits: &[u8; N], at: usize) -> bool {
    bits[at / 8 % N] >> (at % 8) & 1 == 1
}

/// A bit for every entry that is not zero.
fn bits_of<const N: usize>(entries: &[u16]) -> Box<[u8; N]> {
    let mut bits = Box::new([0; N]);
    for (byte, eight) in bits.iter_mut().zip(entries.chunks_exact(8)) {
        *byte = eight
            .iter()
            .rev()
            .fold(0, |byte, &entry| byte << 1 | u8::from(entry != 0));
    }
    bits
}
