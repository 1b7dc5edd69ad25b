//! Postcode of the United Kingdom, the Channel Islands, the Isle of Man or an overseas territory.
//!
//! The area must be one that is in use: 121 on the mainland and in Northern Ireland, JE, GY and IM, and BF, BX and XX
//! for forces, banks and returns. AA, the area of made-up addresses on forms, passes too: what a form shows as an
//! address is to be found, and a rule may tell it apart. Also GIR 0AA, the sectors of London W1 withdrawn in 2000, and
//! the territories' codes. Authority: BS 7666; Royal Mail's Programmers' Guide to the Postcode Address File.

use super::compact::Compact;

const AREAS: &[&str] = &[
    "AA", "AB", "AL", "B", "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "BX", "CA",
    "CB", "CF", "CH", "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN",
    "DT", "DY", "E", "EC", "EH", "EN", "EX", "FK", "FY", "G", "GL", "GU", "GY", "HA", "HD", "HG",
    "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L", "LA",
    "LD", "LE", "LL", "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP", "NR",
    "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG",
    "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ",
    "TR", "TS", "TW", "UB", "W", "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "XX", "YO", "ZE",
];

/// Territories whose one code ends 1ZZ.
const TERRITORIES: [&[u8]; 7] = [
    b"ASCN", b"BBND", b"BIQQ", b"FIQQ", b"PCRN", b"SIQQ", b"STHL",
];

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<7>::read(text, b" ") else {
        return false;
    };
    let Some((outward, inward)) = compact.as_bytes().split_last_chunk::<3>() else {
        return false;
    };
    match (outward, inward) {
        (b"GIR", b"0AA") | (b"TDCU" | b"TKCA", b"1ZZ") => true,
        (territory, b"1ZZ") if territory.len() == 4 && TERRITORIES.contains(&territory) => true,
        _ => is_unit(inward) && is_district(outward) && is_parted_before(text, inward.len()),
    }
}

/// A digit and two letters, none of them C, I, K, M, O or V.
fn is_unit(inward: &[u8; 3]) -> bool {
    let letter = |byte: u8| byte.is_ascii_uppercase() && !b"CIKMOV".contains(&byte);
    inward[0].is_ascii_digit() && letter(inward[1]) && letter(inward[2])
}

fn is_district(outward: &[u8]) -> bool {
    let letters = outward
        .iter()
        .take_while(|byte| byte.is_ascii_uppercase())
        .count();
    let (area, district) = outward.split_at(letters);
    let numbered = match *district {
        [digit] => digit.is_ascii_digit(),
        [tens, ones] if ones.is_ascii_digit() => matches!(tens, b'1'..=b'9'),
        [digit, letter] => digit.is_ascii_digit() && is_district_letter(area, digit, letter),
        _ => false,
    };
    numbered
        && AREAS
            .binary_search_by(|known| known.as_bytes().cmp(area))
            .is_ok()
}

/// Districts of central London that were divided carry a letter, which differs with the length of the area.
fn is_district_letter(area: &[u8], digit: u8, letter: u8) -> bool {
    match area.len() {
        1 => {
            b"ABCDEFGHJKPSTUW".contains(&letter)
                || (area == b"W" && digit == b'1' && b"MNRVXY".contains(&letter))
        }
        _ => b"ABEHMNPRVWXY".contains(&letter),
    }
}

/// Are there spaces nowhere but before the last `inward` characters?
fn is_parted_before(text: &[u8], inward: usize) -> bool {
    let (outward, inward) = text.split_at(text.len() - inward);
    !inward.contains(&b' ') && !outward.trim_ascii_end().contains(&b' ')
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;
    use super::*;

    #[test]
    fn areas_are_sorted() {
        assert!(AREAS.is_sorted());
    }

    #[test]
    fn codes_in_use_pass() {
        judge(
            is_valid,
            &[
                "B33 8TH",
                "SW1A 2AA",
                "sw1a2aa",
                "SW1A  2AA",
                "IM1 1AA",
                "N1C 4AB",
                "BF1 2AT",
                "W1N 4DJ",
                "GIR 0AA",
                "ASCN 1ZZ",
                "TKCA 1ZZ",
                "AA1 1AA",
            ],
            &[],
        );
    }

    #[test]
    fn other_shapes_are_refused() {
        judge(
            is_valid,
            &[],
            &[
                ("BFPO 801", "a BFPO number"),
                ("NPT 0AA", "withdrawn, without a district"),
                ("AI1 1AA", "no area AI"),
                ("ZZ1 1AA", "no area ZZ"),
                ("A1I 1AA", "no area A"),
                ("E1I 1AA", "district letter I"),
                ("SW1C 1AA", "district letter C after two letters"),
                ("M1 1CI", "letters of the unit"),
                ("M1 1AAA", "three letters in the unit"),
                ("M123 1AA", "three-digit district"),
                ("M01 1AA", "leading zero"),
                ("M1 1A A", "space in the unit"),
                ("M 11AA", "space in the district"),
                ("ABCD 1ZZ", "no territory"),
            ],
        );
    }
}
