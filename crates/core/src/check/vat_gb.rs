//! VAT registration number of the United Kingdom (GB) and of Northern Ireland's trade in goods (XI).
//!
//! Nine digits, or twelve with a branch. The first seven weighted 8 to 2, with the last two as a number, make a multiple
//! of 97; for numbers given out since 2010 a multiple less 55. Numbers of that newer series begin at 100. Government
//! departments have GD000 to GD499, health authorities HA500 to HA999. Authority: HMRC; python-stdnum (gb.vat).

use super::compact::{Compact, GROUPED};
use super::digits;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<14>::read(text, GROUPED) else {
        return false;
    };
    let number = compact.as_bytes();
    let number = number
        .strip_prefix(b"GB")
        .or_else(|| number.strip_prefix(b"XI"))
        .unwrap_or(number);
    match number {
        [b'G', b'D', code @ ..] if code.len() == 3 => {
            digits::number(code).is_some_and(|code| code < 500)
        }
        [b'H', b'A', code @ ..] if code.len() == 3 => {
            digits::number(code).is_some_and(|code| code >= 500)
        }
        _ => is_registration(number),
    }
}

fn is_registration(number: &[u8]) -> bool {
    let branch_passes = match number.len() {
        9 => true,
        12 => digits::all(&number[9..]),
        _ => false,
    };
    if !branch_passes {
        return false;
    }
    let Some(values) = digits::exactly::<9>(&number[..9], b"") else {
        return false;
    };
    let sum = digits::weighted_sum(&values, &[8, 7, 6, 5, 4, 3, 2, 10, 1]);
    sum > 0 && (sum.is_multiple_of(97) || (values[0] > 0 && sum % 97 == 42))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn both_series_and_the_departments_pass() {
        judge(
            super::is_valid,
            &[
                "GB154000128",
                "XI154000170",
                "154 0001 28",
                "GB154000128001",
                "gb 749 5081 05",
                "GBGD001",
                "HA599",
            ],
            &[
                ("GB154000171", "check digits wrong"),
                ("GB15400012", "eight digits"),
                ("GB1540001280", "ten digits"),
                ("GBGD500", "a health authority's number under GD"),
                ("GBHA499", "a department's number under HA"),
                ("FR154000128", "another country"),
                ("000000000", "all zero"),
            ],
        );
    }
}
