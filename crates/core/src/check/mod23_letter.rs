//! The check letter of the Police National Computer: PNCID, CRO, ASN and court case reference.
//!
//! Authority: PNCIdentifier and CROIdentifier of the Ministry of Justice's hmpps-person-record, and exception HO100206
//! of bichard7-next-core. I, O and S are never check letters.

const LETTERS: &[u8; 23] = b"ZABCDEFGHJKLMNPQRTUVWXY";

/// Is `letter` (upper case) the check letter of `number`?
pub(crate) fn passes(number: u64, letter: u8) -> bool {
    LETTERS[(number % 23) as usize] == letter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_remainder_has_its_letter() {
        assert!(passes(20_073_319, b'Z'));
        assert!(passes(69_912_972, b'K'));
        assert!(passes(132_448_730_224, b'M'));
        assert!(!passes(20_073_319, b'A'));
    }
}
