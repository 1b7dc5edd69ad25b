//! Identifiers to plant: reserved and test ranges, check digits and letters worked out.

use super::lcg::Lcg;
use super::words;

/// A value, the rule that must report it, and the words that stand before it.
pub(super) struct Value {
    pub rule: &'static str,
    pub label: &'static str,
    pub text: String,
}

impl Value {
    pub fn any(lcg: &mut Lcg) -> Value {
        let kinds = [phone, email, nhs_number, ip, pnc, mac, nino, iban];
        lcg.pick(&kinds)(lcg)
    }
}

/// Ofcom's numbers for drama.
fn phone(lcg: &mut Lcg) -> Value {
    let last = lcg.below(1000);
    Value {
        rule: "uk-phone",
        label: "phone",
        text: match lcg.below(3) {
            0 => format!("07700 900{last:03}"),
            1 => format!("07700900{last:03}"),
            _ => format!("020 7946 0{last:03}"),
        },
    }
}

fn email(lcg: &mut Lcg) -> Value {
    let (first, last) = (
        words::forename(lcg).to_lowercase(),
        words::surname(lcg).to_lowercase(),
    );
    Value {
        rule: "email",
        label: "email",
        text: format!("{first}.{last}{}@example.org", lcg.below(100)),
    }
}

/// The service's test block, 999.
fn nhs_number(lcg: &mut Lcg) -> Value {
    loop {
        let digits = format!("999{:06}", lcg.below(1_000_000));
        let sum: usize = digits
            .bytes()
            .enumerate()
            .map(|(at, digit)| (10 - at) * usize::from(digit - b'0'))
            .sum();
        let check = (11 - sum % 11) % 11;
        if check < 10 {
            let text = format!("{} {} {}{check}", &digits[..3], &digits[3..6], &digits[6..]);
            return Value {
                rule: "nhs-number",
                label: "NHS number",
                text,
            };
        }
    }
}

/// RFC 5737's documentation networks.
fn ip(lcg: &mut Lcg) -> Value {
    let network = lcg.pick(&["192.0.2", "198.51.100", "203.0.113"]);
    Value {
        rule: "ip-address",
        label: "IP",
        text: format!("{network}.{}", 1 + lcg.below(254)),
    }
}

/// Serials that no force has reached.
fn pnc(lcg: &mut Lcg) -> Value {
    let (year, serial) = (10 + lcg.below(15), 9_900_000 + lcg.below(99_999));
    let letter = b"ZABCDEFGHJKLMNPQRTUVWXY"[(year * 10_000_000 + serial) % 23];
    Value {
        rule: "pnc-id",
        label: "PNC ID",
        text: format!("20{year}/{serial}{}", char::from(letter)),
    }
}

/// RFC 7042's documentation block.
fn mac(lcg: &mut Lcg) -> Value {
    Value {
        rule: "mac-address",
        label: "MAC",
        text: format!("00:00:5E:00:53:{:02X}", lcg.below(256)),
    }
}

/// A specimen: National Insurance numbers have no test range.
fn nino(_: &mut Lcg) -> Value {
    Value {
        rule: "nino",
        label: "NI number",
        text: "JG 10 37 59 A".into(),
    }
}

/// The registry's example for the United Kingdom.
fn iban(_: &mut Lcg) -> Value {
    Value {
        rule: "iban",
        label: "IBAN",
        text: "GB82 WEST 1234 5698 7654 32".into(),
    }
}
