//! Geographic area codes that begin 01.
//!
//! Authority: Ofcom's National Telephone Numbering Plan, as in libphonenumber's metadata for GB; added are
//! 01481, 01534 and 01624 of the Crown dependencies, and 01632, which is in use for drama only.

/// Bit `c` of `CODES[a - 2][b]` says that 01abc is, or begins, an area code.
#[rustfmt::skip]
const CODES: [[u16; 10]; 8] = [
    [0x3f5, 0x1ff, 0x3f8, 0x2f8, 0x37e, 0x3fd, 0x39f, 0x3fb, 0x3fd, 0x3ff],
    [0x3ff, 0x1ff, 0x3fd, 0x2bd, 0x3df, 0x3fd, 0x3df, 0x2ee, 0x3df, 0x1bc],
    [0x3f9, 0x3ff, 0x3bd, 0x3ff, 0x27d, 0x1ff, 0x2ff, 0x3ff, 0x3bf, 0x2ff],
    [0x3ee, 0x3ff, 0x3f5, 0x373, 0x3fd, 0x3f9, 0x3ff, 0x3ef, 0x15f, 0x3bf],
    [0x359, 0x3ff, 0x37f, 0x3ff, 0x0de, 0x27f, 0x3fa, 0x1ff, 0x3fb, 0x1b7],
    [0x3d5, 0x000, 0x3ff, 0x1cd, 0x3f9, 0x3df, 0x3fb, 0x3ef, 0x3f5, 0x3fd],
    [0x3e8, 0x000, 0x3be, 0x1bd, 0x1bf, 0x3f6, 0x27c, 0x3ff, 0x3fd, 0x265],
    [0x33d, 0x3ff, 0x37d, 0x3be, 0x3fc, 0x2bf, 0x39c, 0x1b7, 0x3ff, 0x0bc],
];

/// Areas and the first digit of a number in them, without the trunk zero, where some numbers are a digit short.
#[rustfmt::skip]
const SHORT: [&[u8; 5]; 68] = [
    b"12046", b"12087", b"12545", b"12762", b"12763", b"12766", b"12972", b"12973", b"12982",
    b"12987", b"12988", b"13638", b"13647", b"13847", b"13864", b"14044", b"14202", b"14208",
    b"14603", b"14605", b"14606", b"14607", b"14614", b"14805", b"14887", b"15243", b"15246",
    b"15276", b"15626", b"15668", b"16064", b"16067", b"16295", b"16353", b"16354", b"16472",
    b"16476", b"16595", b"16596", b"16597", b"16955", b"16977", b"17266", b"17267", b"17442",
    b"17502", b"17503", b"17504", b"17505", b"17506", b"17507", b"17508", b"17688", b"18275",
    b"18276", b"18375", b"18378", b"18843", b"19006", b"19008", b"19052", b"19358", b"19466",
    b"19492", b"19498", b"19632", b"19633", b"19956",
];

/// Do these digits, without the trunk zero, begin with an area code? 0113 to 0118 hold all numbers.
pub(crate) fn is_area(number: &[u8]) -> bool {
    match *number {
        [b'1', b'1', c, ..] => (b'3'..=b'8').contains(&c),
        [b'1', a @ b'2'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9', ..] => {
            CODES[usize::from(a - b'2')][usize::from(b - b'0')] >> (c - b'0') & 1 == 1
        }
        _ => false,
    }
}

/// Do these digits, without the trunk zero, begin as a number that is a digit short?
pub(crate) fn is_short(number: &[u8]) -> bool {
    number
        .first_chunk::<5>()
        .is_some_and(|start| SHORT.binary_search(&start).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_towns_and_gaps_are_told_apart() {
        for area in [
            "1134960058",
            "1214960998",
            "1914980674",
            "1632960429",
            "1539412345",
            "1534123456",
        ] {
            assert!(is_area(area.as_bytes()), "{area}");
        }
        for other in [
            "1714960108",
            "1814960108",
            "1194960108",
            "1019123456",
            "12",
            "2079460006",
        ] {
            assert!(!is_area(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn short_areas_are_sorted_areas() {
        assert!(SHORT.is_sorted());
        assert!(SHORT.iter().all(|start| is_area(*start)));
        assert!(is_short(b"120461234") && !is_short(b"163296042"));
    }
}
