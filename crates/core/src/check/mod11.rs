//! The NHS modulus 11, shared by the three health services (NHS Data Dictionary: NHS NUMBER).

use super::digits;

/// Is the tenth digit the check digit of the nine before it? A remainder that asks for ten means that the number was
/// never issued.
pub(crate) fn passes(values: &[u8; 10]) -> bool {
    let check = 11 - digits::weighted_sum(&values[..9], &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    check % 11 == u32::from(values[9])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_example_of_the_dictionary_passes() {
        assert!(passes(&[9, 4, 3, 4, 7, 6, 5, 9, 1, 9]));
        assert!(!passes(&[9, 4, 3, 4, 7, 6, 5, 9, 1, 8]));
    }

    #[test]
    fn remainder_one_has_no_check_digit() {
        for last in 0..10 {
            assert!(!passes(&[9, 9, 9, 4, 4, 6, 2, 3, 0, last]));
        }
    }
}
