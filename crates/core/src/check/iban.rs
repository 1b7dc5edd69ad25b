//! International Bank Account Number.
//!
//! A country that issues them, check digits between 02 and 98, the layout of that country, and MOD 97-10 over the
//! number with its first four characters put last. Authority: ISO 13616; layouts of SWIFT's IBAN registry, release 101,
//! and for the countries it does not list (length only) the European Committee for Banking Standards.

use super::compact::{Compact, GROUPED};
use super::{date, mod97};

/// A country and the layout after its check digits: counts of (n) digits, (a) letters, (c) either.
const LAYOUTS: &[(&[u8; 2], &[u8])] = &[
    (b"AD", b"8n12c"),
    (b"AE", b"19n"),
    (b"AL", b"8n16c"),
    (b"AO", b"21c"),
    (b"AT", b"16n"),
    (b"AZ", b"4a20c"),
    (b"BA", b"16n"),
    (b"BE", b"12n"),
    (b"BF", b"24c"),
    (b"BG", b"4a6n8c"),
    (b"BH", b"4a14c"),
    (b"BI", b"23n"),
    (b"BJ", b"24c"),
    (b"BR", b"23n1a1c"),
    (b"BY", b"4c4n16c"),
    (b"CF", b"23c"),
    (b"CG", b"23c"),
    (b"CH", b"5n12c"),
    (b"CI", b"24c"),
    (b"CM", b"23c"),
    (b"CR", b"18n"),
    (b"CV", b"21c"),
    (b"CY", b"8n16c"),
    (b"CZ", b"20n"),
    (b"DE", b"18n"),
    (b"DJ", b"23n"),
    (b"DK", b"14n"),
    (b"DO", b"4c20n"),
    (b"DZ", b"22c"),
    (b"EE", b"16n"),
    (b"EG", b"25n"),
    (b"ES", b"20n"),
    (b"FI", b"14n"),
    (b"FK", b"2a12n"),
    (b"FO", b"14n"),
    (b"FR", b"10n11c2n"),
    (b"GA", b"23c"),
    (b"GB", b"4a14n"),
    (b"GE", b"2a16n"),
    (b"GI", b"4a15c"),
    (b"GL", b"14n"),
    (b"GQ", b"23c"),
    (b"GR", b"7n16c"),
    (b"GT", b"24c"),
    (b"GW", b"21c"),
    (b"HN", b"4a20n"),
    (b"HR", b"17n"),
    (b"HU", b"24n"),
    (b"IE", b"4a14n"),
    (b"IL", b"19n"),
    (b"IQ", b"4a15n"),
    (b"IR", b"22c"),
    (b"IS", b"22n"),
    (b"IT", b"1a10n12c"),
    (b"JO", b"4a4n18c"),
    (b"KM", b"23c"),
    (b"KW", b"4a22c"),
    (b"KZ", b"3n13c"),
    (b"LB", b"4n20c"),
    (b"LC", b"4a24c"),
    (b"LI", b"5n12c"),
    (b"LT", b"16n"),
    (b"LU", b"3n13c"),
    (b"LV", b"4a13c"),
    (b"LY", b"21n"),
    (b"MA", b"24c"),
    (b"MC", b"10n11c2n"),
    (b"MD", b"20c"),
    (b"ME", b"18n"),
    (b"MG", b"23c"),
    (b"MK", b"3n10c2n"),
    (b"ML", b"24c"),
    (b"MN", b"16n"),
    (b"MR", b"23n"),
    (b"MT", b"4a5n18c"),
    (b"MU", b"4a19n3a"),
    (b"MZ", b"21c"),
    (b"NE", b"24c"),
    (b"NI", b"4a20n"),
    (b"NL", b"4a10n"),
    (b"NO", b"11n"),
    (b"OM", b"3n16c"),
    (b"PK", b"4a16c"),
    (b"PL", b"24n"),
    (b"PS", b"4a21c"),
    (b"PT", b"21n"),
    (b"QA", b"4a21c"),
    (b"RO", b"4a16c"),
    (b"RS", b"18n"),
    (b"RU", b"14n15c"),
    (b"SA", b"2n18c"),
    (b"SC", b"4a20n3a"),
    (b"SD", b"14n"),
    (b"SE", b"20n"),
    (b"SI", b"15n"),
    (b"SK", b"20n"),
    (b"SM", b"1a10n12c"),
    (b"SN", b"24c"),
    (b"SO", b"19n"),
    (b"ST", b"21n"),
    (b"SV", b"4a20n"),
    (b"TD", b"23c"),
    (b"TG", b"24c"),
    (b"TL", b"19n"),
    (b"TN", b"20n"),
    (b"TR", b"6n16c"),
    (b"UA", b"6n19c"),
    (b"VA", b"18n"),
    (b"VG", b"4a16n"),
    (b"XK", b"16n"),
    (b"YE", b"4a4n18c"),
];

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<34>::read(text, GROUPED) else {
        return false;
    };
    let number = compact.as_bytes();
    let Some((head, account)) = number.split_at_checked(4) else {
        return false;
    };
    matches!(date::pair(&head[2..]), 2..=98)
        && layout(&head[..2]).is_some_and(|layout| has_layout(account, layout))
        && mod97::remainder(mod97::remainder(0, account), head) == 1
}

fn layout(country: &[u8]) -> Option<&'static [u8]> {
    let found = LAYOUTS
        .binary_search_by(|(code, _)| code.as_slice().cmp(country))
        .ok()?;
    Some(LAYOUTS[found].1)
}

fn has_layout(mut account: &[u8], layout: &[u8]) -> bool {
    let mut count = 0;
    for &byte in layout {
        if byte.is_ascii_digit() {
            count = count * 10 + usize::from(byte - b'0');
            continue;
        }
        let Some((part, rest)) = account.split_at_checked(count) else {
            return false;
        };
        let fits = match byte {
            b'n' => part.iter().all(u8::is_ascii_digit),
            b'a' => part.iter().all(u8::is_ascii_uppercase),
            _ => true,
        };
        if !fits {
            return false;
        }
        (account, count) = (rest, 0);
    }
    account.is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;
    use super::*;

    #[test]
    fn countries_are_sorted_and_layouts_sound() {
        assert!(LAYOUTS.is_sorted_by(|a, b| a.0 < b.0));
        for (country, layout) in LAYOUTS {
            assert!(
                layout.iter().all(|byte| b"0123456789nac".contains(byte)),
                "{country:?}"
            );
        }
    }

    #[test]
    fn country_layout_and_check_digits_hold() {
        judge(
            is_valid,
            &[
                "GB24 NWBK 0618 6630 2547 81",
                "gb24nwbk06186630254781",
                "GB24-NWBK-0618-6630-2547-81",
                "DE89370400440532013000",
            ],
            &[
                ("GB25NWBK06186630254781", "check digits wrong"),
                ("GB29NWBK6016133192681", "twenty-one characters"),
                ("GB29NWBK601613319268199", "twenty-three characters"),
                ("ZZ24NWBK06186630254781", "no such country"),
                ("GB24NWB006186630254781", "a digit in the bank code"),
                ("GB24", "no account"),
            ],
        );
    }

    #[test]
    fn check_digits_that_are_never_computed_are_refused() {
        // 01 and 98, 00 and 97, 99 and 02 leave the same remainder, so both pass the division.
        let account = b"NWBK00000000000000".to_vec();
        for tail in 0..97_u32 {
            let mut account = account.clone();
            account[16] += (tail / 10) as u8;
            account[17] += (tail % 10) as u8;
            for digits in [b"00", b"01", b"99"] {
                assert!(!is_valid(&[b"GB", digits.as_slice(), &account].concat()));
            }
        }
    }
}
