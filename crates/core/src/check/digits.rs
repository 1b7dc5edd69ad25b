//! Digits as values.

use super::compact::Compact;

/// The values of exactly `N` digits, written with or without `separators`.
pub(crate) fn exactly<const N: usize>(text: &[u8], separators: &[u8]) -> Option<[u8; N]> {
    let compact = Compact::<N>::read(text, separators)?;
    let ascii = compact.as_bytes();
    if ascii.len() != N || !all(ascii) {
        return None;
    }
    let mut values = [0; N];
    for (value, &byte) in values.iter_mut().zip(ascii) {
        *value = byte - b'0';
    }
    Some(values)
}

/// Are these one or more digits and nothing else?
pub(crate) fn all(ascii: &[u8]) -> bool {
    !ascii.is_empty() && ascii.iter().all(u8::is_ascii_digit)
}

/// The number that at most eighteen digits write.
pub(crate) fn number(ascii: &[u8]) -> Option<u64> {
    if !all(ascii) || ascii.len() > 18 {
        return None;
    }
    Some(
        ascii
            .iter()
            .fold(0, |number, &byte| number * 10 + u64::from(byte - b'0')),
    )
}

/// The sum of each digit value times its weight.
pub(crate) fn weighted_sum(values: &[u8], weights: &[u32]) -> u32 {
    values
        .iter()
        .zip(weights)
        .map(|(&value, &weight)| u32::from(value) * weight)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_counts_digits_not_bytes() {
        assert_eq!(exactly::<4>(b"12 34", b" "), Some([1, 2, 3, 4]));
        assert_eq!(exactly::<4>(b"123", b" "), None);
        assert_eq!(exactly::<4>(b"123A", b" "), None);
    }

    #[test]
    fn number_refuses_what_would_overflow() {
        assert_eq!(number(b"0042"), Some(42));
        assert_eq!(number(b"999999999999999999"), Some(999_999_999_999_999_999));
        assert_eq!(number(b"1000000000000000000"), None);
        assert_eq!(number(b""), None);
    }
}
