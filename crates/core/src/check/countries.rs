//! ISO 3166-1 alpha-2 country codes, with XK as banks and posts use it for Kosovo.

const CODES: &[u8] = b"\
    ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZ\
    DEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJM\
    JOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONP\
    NRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTO\
    TRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

/// Are these two upper-case letters a country?
pub(crate) fn is_country(code: &[u8]) -> bool {
    let (codes, _) = CODES.as_chunks::<2>();
    <&[u8; 2]>::try_from(code).is_ok_and(|code| codes.binary_search(code).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_pairs() {
        assert_eq!(CODES.len(), 2 * 250);
        assert!(CODES.as_chunks::<2>().0.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn countries_are_told_from_other_pairs() {
        assert!(is_country(b"GB") && is_country(b"AD") && is_country(b"ZW"));
        assert!(
            !is_country(b"UK") && !is_country(b"ZZ") && !is_country(b"G") && !is_country(b"gb")
        );
    }
}
