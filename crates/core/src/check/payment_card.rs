//! Payment card number: issuer range, length of that issuer, Luhn.
//!
//! UnionPay numbers are held to Luhn like the rest, although some old ones fail it: without it every sixteenth number
//! of a log that begins 62 would be a card. Authority: ISO/IEC 7812-1; ranges as published by braintree's
//! credit-card-type.

use super::compact::{Compact, GROUPED};
use super::{digits, luhn};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some(compact) = Compact::<19>::read(text, GROUPED) else {
        return false;
    };
    let number = compact.as_bytes();
    number.len() >= 12 && is_issued(number) && luhn::passes(number)
}

/// Does an issuer use this beginning with this length?
fn is_issued(number: &[u8]) -> bool {
    let Some(prefix) = digits::number(&number[..4]) else {
        return false;
    };
    match (prefix, number.len()) {
        // UATP
        (1000..=1999, 15) => true,
        // Mastercard
        (2221..=2720 | 5100..=5599, 16) => true,
        // Mir
        (2200..=2204, 16..=19) => true,
        // Diners Club
        (3000..=3059 | 3095 | 3600..=3699 | 3800..=3999, 14..=19) => true,
        // American Express
        (3400..=3499 | 3700..=3799, 15) => true,
        // JCB
        (3528..=3589, 16..=19) => true,
        // Visa
        (4000..=4999, 13 | 16 | 18 | 19) => true,
        // Maestro, and within its sixes Discover and UnionPay
        (5018 | 5020 | 5038 | 5600..=5899 | 6000..=6999, 12..=19) => true,
        // UnionPay
        (8100..=8199, 16..=19) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn issuer_length_and_luhn_hold() {
        judge(
            super::is_valid,
            &[
                "4242424242424242",
                "4242 4242 4242 4242",
                "3782-822463-10005",
                "2223003122003222",
                "6304000000000000",
                "30569309025904",
                "6011111111111117",
            ],
            &[
                ("4242424242424241", "Luhn fails"),
                ("378282246310006", "Luhn fails"),
                ("1234567812345670", "no issuer"),
                ("0000000000000000", "all zero"),
                ("42424242424242", "no Visa of fourteen digits"),
                ("6200000000000000", "UnionPay, Luhn fails"),
                ("4242", "last four only"),
                ("4242 4242 4242 424A", "a letter"),
            ],
        );
    }
}
