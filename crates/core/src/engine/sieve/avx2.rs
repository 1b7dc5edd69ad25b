//! 64 bytes to masks with AVX2, 32 at a time.

use core::arch::x86_64::{
    __m256i, _mm_loadu_si128, _mm256_and_si256, _mm256_broadcastsi128_si256, _mm256_cmpeq_epi8,
    _mm256_cmpgt_epi8, _mm256_loadu_si256, _mm256_movemask_epi8, _mm256_or_si256, _mm256_set1_epi8,
    _mm256_setzero_si256, _mm256_shuffle_epi8, _mm256_srli_epi16,
};

use super::classes::{Masks, Punctuation};

/// Whether this CPU has what [`masks`] needs.
pub(super) fn is_available() -> bool {
    is_x86_feature_detected!("avx2")
        && is_x86_feature_detected!("bmi1")
        && is_x86_feature_detected!("bmi2")
        && is_x86_feature_detected!("lzcnt")
        && is_x86_feature_detected!("popcnt")
}

/// The masks of `block`.
#[target_feature(enable = "avx2")]
#[inline]
pub(super) fn masks(block: &[u8; 64], punctuation: &Punctuation) -> Masks {
    let (low, high) = block.split_at(32);
    let low = half(low.try_into().expect("half of 64 bytes"), punctuation);
    let high = half(high.try_into().expect("half of 64 bytes"), punctuation);
    let join = |low: u32, high: u32| u64::from(low) | u64::from(high) << 32;
    Masks {
        word: join(low[0], high[0]),
        punctuation: join(low[1], high[1]),
    }
}

/// Word and punctuation masks of 32 bytes.
#[target_feature(enable = "avx2")]
#[inline]
fn half(bytes: &[u8; 32], punctuation: &Punctuation) -> [u32; 2] {
    // SAFETY: `bytes` is 32 readable bytes; the load asks for no alignment.
    let bytes = unsafe { _mm256_loadu_si256(bytes.as_ptr().cast::<__m256i>()) };
    let lower = _mm256_or_si256(bytes, splat(0x20));
    let word = _mm256_or_si256(between(lower, b'a', b'z'), between(bytes, b'0', b'9'));
    [bits(word), punctuation_bits(bytes, punctuation)]
}

/// Looks the low nibble up for a set of high nibbles, and asks whether the byte's own is among them. Bytes above
/// 0x7F look up zero in both tables.
#[target_feature(enable = "avx2")]
#[inline]
fn punctuation_bits(bytes: __m256i, punctuation: &Punctuation) -> u32 {
    const BIT_OF_HIGH_NIBBLE: [u8; 16] = [1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0];
    let low = _mm256_shuffle_epi8(table(&punctuation.by_low_nibble), bytes);
    let high_nibbles = _mm256_and_si256(_mm256_srli_epi16::<4>(bytes), splat(15));
    let high = _mm256_shuffle_epi8(table(&BIT_OF_HIGH_NIBBLE), high_nibbles);
    let outside = bits(_mm256_cmpeq_epi8(
        _mm256_and_si256(low, high),
        _mm256_setzero_si256(),
    ));
    let above_ascii = if punctuation.high { bits(bytes) } else { 0 };
    !outside | above_ascii
}

#[target_feature(enable = "avx2")]
#[inline]
fn table(bytes: &[u8; 16]) -> __m256i {
    // SAFETY: `bytes` is 16 readable bytes; the load asks for no alignment.
    _mm256_broadcastsi128_si256(unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) })
}

/// Signed comparison: bytes above 0x7F are negative and so outside every ASCII range.
#[target_feature(enable = "avx2")]
#[inline]
fn between(bytes: __m256i, first: u8, last: u8) -> __m256i {
    let above = _mm256_cmpgt_epi8(bytes, splat(first - 1));
    let below = _mm256_cmpgt_epi8(splat(last + 1), bytes);
    _mm256_and_si256(above, below)
}

#[target_feature(enable = "avx2")]
#[inline]
fn splat(byte: u8) -> __m256i {
    _mm256_set1_epi8(byte as i8)
}

#[target_feature(enable = "avx2")]
#[inline]
fn bits(mask: __m256i) -> u32 {
    _mm256_movemask_epi8(mask) as u32
}

impl super::Sieve {
    /// The shared loop, compiled for AVX2 and the bit instructions that come with it.
    #[target_feature(enable = "avx2,bmi1,bmi2,lzcnt,popcnt")]
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
