//! Unique file number of the Legal Aid Agency: the day a solicitor opened the file (DDMMYY), a three-digit serial.
//!
//! The day must exist and not lie ahead; files of the last century are out of use, so the year is 20YY. Authority:
//! UniqueFileNumberClaimValidator of the Ministry of Justice's claims services.

use super::{date, digits};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some((day, [b'/', serial @ ..])) = text.split_at_checked(6) else {
        return false;
    };
    date::is_ddmmyy(day)
        && 2000 + u16::from(date::pair(&day[4..])) <= date::REACH_YEAR
        && serial.len() == 3
        && digits::all(serial)
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn date_and_serial_hold() {
        judge(
            super::is_valid,
            &["010101/123", "290224/001"],
            &[
                ("000000/001", "no such day"),
                ("310224/001", "31 February"),
                ("010199/001", "the year 2099"),
                ("010101/1234", "four-digit serial"),
                ("010101", "no serial"),
                ("010130/abc", "serial of letters"),
            ],
        );
    }
}
