//! Text that cannot steer a terminal.

/// The text with its control characters as escapes.
pub fn printable(text: &str) -> String {
    text.chars()
        .flat_map(|char| {
            let (kept, escaped) = match char.is_control() {
                true => (None, Some(char.escape_default())),
                false => (Some(char), None),
            };
            kept.into_iter().chain(escaped.into_iter().flatten())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminal_cannot_be_steered() {
        assert_eq!(printable("a\u{1b}[31m\n é"), "a\\u{1b}[31m\\n é");
    }
}
