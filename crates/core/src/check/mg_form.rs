//! Manual of Guidance form: MG1 to MG21 with the parts that exist, MGDD for drink and drug driving, (T) for typed.
//!
//! Authority: College of Policing, Manual of Guidance; Crown Prosecution Service.

use super::digits;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let [b'M' | b'm', b'G' | b'g', form @ ..] = text else {
        return false;
    };
    let form = form
        .strip_prefix(b" ")
        .or(form.strip_prefix(b"-"))
        .unwrap_or(form);
    let form = form
        .strip_suffix(b"(T)")
        .or(form.strip_suffix(b"(t)"))
        .unwrap_or(form)
        .trim_ascii_end();
    let digits = form.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, part) = form.split_at(digits);
    match (number, part) {
        (b"", [b'D' | b'd', b'D' | b'd', rest @ ..]) => is_driving_part(rest),
        ([b'0', ..], _) => false,
        _ => {
            number.len() <= 2 && digits::number(number).is_some_and(|number| is_form(number, part))
        }
    }
}

/// A blank may stand before the part only where the number has several (`MG6 D`).
fn is_form(number: u64, part: &[u8]) -> bool {
    let spaced = part.strip_prefix(b" ").unwrap_or(part);
    match (number, spaced) {
        (1..=21, []) => part.is_empty(),
        (4, [part]) => matches!(part.to_ascii_uppercase(), b'A'..=b'F'),
        (6, [part]) => matches!(part.to_ascii_uppercase(), b'A'..=b'E'),
        (3 | 11 | 21, [letter]) => part.len() == 1 && letter.eq_ignore_ascii_case(&b'A'),
        _ => false,
    }
}

fn is_driving_part(rest: &[u8]) -> bool {
    matches!(rest, [] | [b'0'..=b'9'] | [b'A'..=b'F' | b'a'..=b'f'])
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn forms_that_exist_pass() {
        judge(
            super::is_valid,
            &[
                "MG11", "mg11", "MG 15", "MG-5", "MG11(T)", "MG11 (T)", "MG6C", "MG6 D", "MG3A",
                "MG21A", "MG4F", "MGDD",
            ],
            &[
                ("MG22", "no such form"),
                ("MG0", "no such form"),
                ("MG01", "leading zero"),
                ("MG ZS", "a car"),
                ("MG100", "no such form"),
                ("MG6F", "no such part"),
                ("MG5A", "no such part"),
                ("10 mg11", "something before it"),
                ("MG", "no number"),
            ],
        );
    }
}
