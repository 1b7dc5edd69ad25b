//! Unique Reference Number of a prosecution file: force (2 digits), station (2 letters or digits), serial (5), year (2).
//!
//! Splits and merges of a file add one letter. The force must be one of the national table; the check cannot tell a
//! mobile number from a file whose station is written in digits, as 07 is Cheshire. Authority: exception HO100201 of
//! bichard7-next-core; force table of bichard7-next-data.

use super::compact::Compact;
use super::{date, digits};

/// Force codes that the table does not assign.
const UNASSIGNED: [u8; 17] = [
    9, 19, 28, 29, 38, 49, 51, 58, 68, 69, 71, 72, 75, 77, 79, 81, 85,
];

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<12>::read(text, b" /-") else {
        return false;
    };
    let Some((number, suffix)) = compact.as_bytes().split_at_checked(11) else {
        return false;
    };
    let force = date::pair(&number[..2]);
    force < 100
        && !UNASSIGNED.contains(&force)
        && digits::all(&number[4..])
        && suffix.iter().all(u8::is_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn force_and_layout_hold() {
        judge(
            super::is_valid,
            &[
                "50ZA8145008",
                "47VA 09036 24",
                "13/JL/89113/10",
                "01zd1234523",
                "01ZD1234523A",
            ],
            &[
                ("09ZZ1234523", "force 09 is not assigned"),
                ("0AZD1234523", "force not numeric"),
                ("01ZD12345", "nine characters"),
                ("01ZD123456723", "thirteen characters"),
                ("01ZD12345X3", "letter in the year"),
                ("01-1234523", "no station"),
                ("01ZD12345231", "a digit for a suffix"),
            ],
        );
    }
}
