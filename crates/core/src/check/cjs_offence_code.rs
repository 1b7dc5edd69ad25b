//! Offence code of the criminal justice system: act (2 letters), year of the act (2 digits), serial (3), qualifier.
//!
//! The act and its year must be one pair under which offences are coded: 1.9 % of all such pairs are, and every national
//! code of this shape passes. The serial of an attempt or the like may begin with a letter (`OF61A06`); common law
//! offences have COML for act and year. Local codes of other shapes do not pass. Authority: CJS offence codes, as
//! listed in the Ministry of Justice's bichard7-next-data.

use super::{cjs_act_years, digits};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some((act_year, rest)) = text.split_first_chunk::<4>() else {
        return false;
    };
    let act_year = act_year.map(|byte| byte.to_ascii_uppercase());
    let common_law = &act_year == b"COML";
    let Some((serial, qualifier)) = rest.split_first_chunk::<3>() else {
        return false;
    };
    let numbered = digits::all(serial);
    let lettered = serial[0].is_ascii_alphabetic() && digits::all(&serial[1..]) && !common_law;
    let qualified = match qualifier {
        [] => true,
        [letter] => numbered && b"ABCI".contains(&letter.to_ascii_uppercase()),
        _ => false,
    };
    (numbered || lettered) && qualified && (common_law || cjs_act_years::is_known(&act_year))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn act_year_and_qualifier_hold() {
        judge(
            super::is_valid,
            &[
                "TH68001", "th68001", "RT88191", "HM12002C", "OF61A06", "COML001", "COML001A",
            ],
            &[
                ("TH6800", "six characters"),
                ("T168001", "digit in the act"),
                ("TH68001Z", "no qualifier Z"),
                ("TH68001AA", "two qualifiers"),
                ("TH69001", "no Theft Act of that year"),
                ("OF61A06A", "qualifier after a lettered serial"),
                ("AB12CDE", "a registration mark"),
            ],
        );
    }
}
