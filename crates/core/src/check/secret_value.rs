//! The value beside a label such as "password:", told from masks, placeholders, look-ups and prose.
//!
//! There is no standard for what people type; the exclusions follow the generic rule of gitleaks and the placeholders
//! that manuals use. The text is the value alone; quotation marks around it and a full stop or comma after it are not
//! counted.

/// Words that follow "password" in policies and error messages, values that say there is none, and placeholders.
const WORDS: &[&str] = &[
    "again",
    "blank",
    "cannot",
    "change",
    "changed",
    "changeme",
    "complexity",
    "correct",
    "default",
    "disabled",
    "does",
    "empty",
    "enabled",
    "enter",
    "entered",
    "every",
    "example",
    "expired",
    "expires",
    "expiry",
    "failed",
    "false",
    "field",
    "forgotten",
    "from",
    "hash",
    "have",
    "hidden",
    "incorrect",
    "invalid",
    "length",
    "link",
    "manager",
    "mandatory",
    "mask",
    "masked",
    "missing",
    "must",
    "needed",
    "never",
    "none",
    "null",
    "optional",
    "password",
    "passwords",
    "placeholder",
    "policy",
    "prompt",
    "protected",
    "protection",
    "provided",
    "redacted",
    "removed",
    "required",
    "reset",
    "resets",
    "secret",
    "secure",
    "send",
    "sent",
    "shall",
    "should",
    "shown",
    "string",
    "that",
    "this",
    "told",
    "true",
    "undefined",
    "unknown",
    "update",
    "updated",
    "user",
    "valid",
    "verified",
    "will",
    "with",
    "withheld",
    "wrong",
    "your",
    "yourpassword",
];

/// Beginnings of look-ups in the environment, in settings and in templates.
const LOOKUPS: &[&str] = &[
    "${", "$(", "{{", "%(", "<%", "env.", "env[", "env(", "os.", "process.", "getenv", "secrets.",
];

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let value = unquote(text);
    if digits_only(value) {
        return (4..=8).contains(&value.len());
    }
    value.len() >= 4
        && !value.iter().any(u8::is_ascii_whitespace)
        && !is_mask(value)
        && !is_placeholder(value)
        && !is_lookup(value)
        && !WORDS
            .iter()
            .any(|word| value.eq_ignore_ascii_case(word.as_bytes()))
}

fn digits_only(value: &[u8]) -> bool {
    !value.is_empty() && value.iter().all(u8::is_ascii_digit)
}

fn unquote(text: &[u8]) -> &[u8] {
    let text = text.trim_ascii();
    let text = match text {
        [rest @ .., b'.' | b',' | b';'] => rest,
        _ => text,
    };
    match text {
        [open @ (b'"' | b'\'' | b'`'), inner @ .., close] if open == close => inner,
        _ => text,
    }
}

/// One character over and over, no letter or digit at all, or asterisks in a row.
fn is_mask(value: &[u8]) -> bool {
    let same = value
        .iter()
        .all(|byte| byte.eq_ignore_ascii_case(&value[0]));
    same || !value.iter().any(u8::is_ascii_alphanumeric)
        || value.windows(3).any(|three| three == b"***")
}

fn is_placeholder(value: &[u8]) -> bool {
    match value {
        [b'<', .., b'>'] | [b'[', .., b']'] | [b'{', .., b'}'] | [b'%', .., b'%'] => true,
        // A shell variable.
        [b'$', name @ ..] => {
            name.iter().all(|&byte| is_name(byte)) && !name.iter().any(u8::is_ascii_digit)
        }
        _ => false,
    }
}

/// A template, a call, an index, or names joined by dots or in the manner of a constant.
fn is_lookup(value: &[u8]) -> bool {
    let starts = |lookup: &&str| {
        value
            .get(..lookup.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(lookup.as_bytes()))
    };
    let name = value
        .iter()
        .take_while(|&&byte| is_name(byte) || byte == b'.')
        .count();
    let called = name > 0
        && matches!(value[name..], [b'(', ..] | [b'[', ..])
        && matches!(value.last(), Some(b')' | b']'));
    let letters = |part: &[u8]| {
        !part.is_empty()
            && part
                .iter()
                .all(|byte| byte.is_ascii_alphabetic() || *byte == b'_')
    };
    let dotted = value.contains(&b'.') && value.split(|&byte| byte == b'.').all(letters);
    let constant = value.contains(&b'_')
        && value
            .iter()
            .all(|&byte| byte.is_ascii_uppercase() || byte == b'_');
    LOOKUPS.iter().any(starts) || called || dotted || constant
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;
    use super::*;

    #[test]
    fn words_are_sorted_and_long_enough_to_be_reached() {
        assert!(WORDS.is_sorted() && WORDS.iter().all(|word| word.len() >= 4));
    }

    #[test]
    fn values_are_told_from_masks_lookups_and_prose() {
        judge(
            is_valid,
            &[
                "Tr0ub4dor&3",
                "Autumn2024!",
                "'Blue-Kettle-77'",
                "4417",
                "12345678",
                "elephant",
                "P@ss(word",
                "Summer.24,",
                "pa$$word",
            ],
            &[
                ("********", "a mask"),
                ("xxxxxxxx", "a mask"),
                ("••••••••", "a mask"),
                ("Au****24", "half a mask"),
                ("<password>", "a placeholder"),
                ("[redacted]", "a placeholder"),
                ("${DB_PASSWORD}", "a variable"),
                ("$DB_PASSWORD", "a variable"),
                ("os.environ[\"DB_PASSWORD\"]", "a look-up"),
                ("getpass()", "a call"),
                ("settings.db.password", "a look-up"),
                ("DB_PASSWORD", "a constant"),
                ("every", "policy wording"),
                ("changeme", "a placeholder"),
                ("abc", "three characters"),
                ("123", "three digits"),
                ("123456789", "nine digits"),
                ("two words", "prose"),
                ("", "empty"),
            ],
        );
    }
}
