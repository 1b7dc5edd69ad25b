//! How the tests of the checks state what they expect.

use super::Check;

/// Runs `check` over values that must pass and over values, each with its reason, that must not.
pub(crate) fn judge(check: Check, valid: &[&str], invalid: &[(&str, &str)]) {
    for text in valid {
        assert!(check(text.as_bytes()), "{text} should pass");
    }
    for (text, why) in invalid {
        assert!(!check(text.as_bytes()), "{text} should fail: {why}");
    }
}
