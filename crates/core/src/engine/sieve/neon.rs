//! 64 bytes to masks with NEON, 16 at a time.

use core::arch::aarch64::{
    uint8x16_t, vandq_u8, vcltq_u8, vdupq_n_u8, vgetq_lane_u64, vld1q_u8, vorrq_u8, vpaddq_u8,
    vqtbl1q_u8, vreinterpretq_u64_u8, vshrq_n_u8, vsubq_u8, vtstq_u8,
};

use super::classes::{Masks, Punctuation};

/// Whether this CPU has what [`masks`] needs.
pub(super) fn is_available() -> bool {
    std::arch::is_aarch64_feature_detected!("neon")
}

/// The masks of `block`.
#[target_feature(enable = "neon")]
#[inline]
pub(super) fn masks(block: &[u8; 64], punctuation: &Punctuation) -> Masks {
    let (quarters, _) = block.as_chunks();
    let quarters: [uint8x16_t; 4] = core::array::from_fn(|at| load(&quarters[at]));
    Masks {
        word: bits(quarters.map(|bytes| word(bytes))),
        punctuation: bits(quarters.map(|bytes| members(bytes, punctuation))),
    }
}

/// Letters and digits, all bits of a byte set or none.
#[target_feature(enable = "neon")]
#[inline]
fn word(bytes: uint8x16_t) -> uint8x16_t {
    let lower = vorrq_u8(bytes, vdupq_n_u8(0x20));
    vorrq_u8(between(lower, b'a', b'z'), between(bytes, b'0', b'9'))
}

/// Looks the low nibble up for a set of high nibbles, and asks whether the byte's own is among them. High nibbles
/// above 7 look up zero.
#[target_feature(enable = "neon")]
#[inline]
fn members(bytes: uint8x16_t, punctuation: &Punctuation) -> uint8x16_t {
    const BIT_OF_HIGH_NIBBLE: [u8; 16] = [1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0];
    let low_nibbles = vandq_u8(bytes, vdupq_n_u8(15));
    let low = vqtbl1q_u8(load(&punctuation.by_low_nibble), low_nibbles);
    let high = vqtbl1q_u8(load(&BIT_OF_HIGH_NIBBLE), vshrq_n_u8::<4>(bytes));
    let ascii = vtstq_u8(low, high);
    if punctuation.high {
        vorrq_u8(ascii, vtstq_u8(bytes, vdupq_n_u8(0x80)))
    } else {
        ascii
    }
}

/// Unsigned comparison: what lies below `first` wraps to far above.
#[target_feature(enable = "neon")]
#[inline]
fn between(bytes: uint8x16_t, first: u8, last: u8) -> uint8x16_t {
    let distance = vsubq_u8(bytes, vdupq_n_u8(first));
    vcltq_u8(distance, vdupq_n_u8(last - first + 1))
}

/// One bit a byte. Each byte keeps the bit of its place in eight; sums of neighbours then put eight bits into one byte.
#[target_feature(enable = "neon")]
#[inline]
fn bits(set: [uint8x16_t; 4]) -> u64 {
    const BIT_OF_PLACE: [u8; 16] = [1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128];
    let [first, second, third, fourth] = set.map(|bytes| vandq_u8(bytes, load(&BIT_OF_PLACE)));
    let pairs = vpaddq_u8(vpaddq_u8(first, second), vpaddq_u8(third, fourth));
    vgetq_lane_u64::<0>(vreinterpretq_u64_u8(vpaddq_u8(pairs, pairs)))
}

#[target_feature(enable = "neon")]
#[inline]
fn load(bytes: &[u8; 16]) -> uint8x16_t {
    // SAFETY: `bytes` is 16 readable bytes; the load asks for no alignment.
    unsafe { vld1q_u8(bytes.as_ptr()) }
}

impl super::Sieve {
    /// The shared loop, compiled for NEON.
    #[target_feature(enable = "neon")]
    pub(super) fn places_simd(
        &self,
        haystack: &[u8],
        start: usize,
        end: usize,
        leads: &mut super::Leads,
    ) -> usize {
        self.collect_places(haystack, start, end, leads, |block| {
            masks(block, self.punctuation())
        })
    }
}
