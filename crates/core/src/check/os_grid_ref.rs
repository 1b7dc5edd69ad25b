//! Reference to the National Grid of Great Britain: a 100 km square that holds land and as many digits east as north,
//! or eastings and northings in metres.
//!
//! `TQ 30 80`, `SO 123 456`, `NY2150907170`, `429157, 433867`. Authority: Ordnance Survey, guide to coordinate systems.

use super::digits;

const SQUARES: &[&str] = &[
    "HP", "HT", "HU", "HW", "HX", "HY", "HZ", "NA", "NB", "NC", "ND", "NF", "NG", "NH", "NJ", "NK",
    "NL", "NM", "NN", "NO", "NR", "NS", "NT", "NU", "NW", "NX", "NY", "NZ", "OV", "SC", "SD", "SE",
    "SH", "SJ", "SK", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SU", "SV", "SW", "SX", "SY", "SZ",
    "TA", "TF", "TG", "TL", "TM", "TQ", "TR", "TV",
];

pub(crate) fn is_valid(text: &[u8]) -> bool {
    match text.split_first_chunk::<2>() {
        Some((square, rest)) if square.iter().all(u8::is_ascii_alphabetic) => {
            let square = square.map(|letter| letter.to_ascii_uppercase());
            SQUARES
                .binary_search_by(|known| known.as_bytes().cmp(&square))
                .is_ok()
                && is_balanced(rest)
        }
        _ => is_metres(text),
    }
}

/// One to five digits each way, run together or in two equal groups.
fn is_balanced(rest: &[u8]) -> bool {
    let rest = rest.trim_ascii_start();
    match groups(rest, b" ") {
        Some((east, north)) => east.len() == north.len() && (1..=5).contains(&east.len()),
        None => digits::all(rest) && rest.len().is_multiple_of(2) && rest.len() <= 10,
    }
}

fn is_metres(text: &[u8]) -> bool {
    let Some((east, north)) = groups(text, b", ") else {
        return false;
    };
    east.len() == 6
        && matches!(north.len(), 6 | 7)
        && digits::number(east).is_some_and(|east| east < 700_000)
        && digits::number(north).is_some_and(|north| north < 1_300_000)
}

/// Two groups of digits with one to three `separators` between.
fn groups<'t>(text: &'t [u8], separators: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    let end = text.iter().position(|byte| !byte.is_ascii_digit())?;
    let (first, rest) = text.split_at(end);
    let start = rest.iter().position(u8::is_ascii_digit)?;
    let (gap, second) = rest.split_at(start);
    let parted = gap.len() <= 3 && gap.iter().all(|byte| separators.contains(byte));
    (parted && digits::all(first) && digits::all(second)).then_some((first, second))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;
    use super::*;

    #[test]
    fn squares_are_sorted() {
        assert!(SQUARES.is_sorted());
    }

    #[test]
    fn square_and_balance_hold() {
        judge(
            is_valid,
            &[
                "SO 123 456",
                "SO123456",
                "NY2150907170",
                "TQ 30 80",
                "tq3080",
                "429157, 433867",
                "429157 1033867",
            ],
            &[
                ("SI 123 456", "no letter I"),
                ("ZZ 12 34", "outside Great Britain"),
                ("TQ 12 345", "unbalanced"),
                ("TQ 123", "odd"),
                ("TQ 123456 123456", "six digits each way"),
                ("TQ", "no digits"),
                ("729157, 433867", "east of the grid"),
                ("429157, 1433867", "north of the grid"),
                ("4291570", "one number"),
            ],
        );
    }
}
