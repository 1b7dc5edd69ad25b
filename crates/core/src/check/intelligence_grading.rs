//! Grade of an intelligence report: 3x5x2, 5x5x5 and what they are filled with.
//!
//! `3x5x2` itself; source 1-3, assessment A-E, handling P or C (`2CC`, `1/A/P`); the older source A-E, assessment 1-5,
//! handling 1-5 (`B21`); and either with its headings (`Source evaluation: 1 Intelligence assessment: B Handling code:
//! P`). A handling code alone needs its heading. Authority: College of Policing, APP on intelligence reports.

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let mut grade = Grade {
        bytes: [0; 5],
        len: 0,
        handling: false,
    };
    let words = text
        .split(|&byte| b" /*:,-\t\n".contains(&byte))
        .filter(|word| !word.is_empty());
    for word in words {
        if grade.push(word).is_none() {
            return false;
        }
    }
    grade.is_valid()
}

/// What is left of a grade when headings and separators are taken out.
struct Grade {
    bytes: [u8; 5],
    len: usize,
    /// Whether the heading of the handling code was among them.
    handling: bool,
}

impl Grade {
    fn push(&mut self, word: &[u8]) -> Option<()> {
        const HEADINGS: [&str; 9] = [
            "assessment",
            "code",
            "evaluation",
            "grade",
            "grading",
            "handling",
            "intel",
            "intelligence",
            "source",
        ];
        if let Some(heading) = HEADINGS
            .iter()
            .find(|heading| word.eq_ignore_ascii_case(heading.as_bytes()))
        {
            self.handling |= *heading == "handling";
            return Some(());
        }
        let mut rest = word;
        while let Some((&byte, after)) = rest.split_first() {
            let (byte, after) = match after {
                // The multiplication sign in UTF-8.
                [0x97, after @ ..] if byte == 0xc3 => (b'X', after),
                _ => (byte.to_ascii_uppercase(), after),
            };
            *self.bytes.get_mut(self.len)? = byte;
            self.len += 1;
            rest = after;
        }
        Some(())
    }

    fn is_valid(&self) -> bool {
        match &self.bytes[..self.len] {
            b"3X5X2" | b"5X5X5" | b"352" | b"555" => true,
            [b'1'..=b'3', b'A'..=b'E', b'P' | b'C'] | [b'A'..=b'E', b'1'..=b'5', b'1'..=b'5'] => {
                true
            }
            [b'P' | b'C' | b'1'..=b'5'] => self.handling,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn grades_stay_within_their_ranges() {
        judge(
            super::is_valid,
            &[
                "3x5x2",
                "3 x 5 x 2",
                "3×5×2",
                "3*5*2",
                "5x5x5",
                "1BP",
                "2/C/C",
                "E41",
                "B 2 1",
                "Grading: 1/A/P",
                "Handling Code C",
                "Source evaluation: 1 Intelligence assessment: B Handling code: P",
            ],
            &[
                ("4BP", "source 4"),
                ("1FP", "assessment F"),
                ("1BX", "handling X"),
                ("B61", "assessment 6"),
                ("C", "a letter alone"),
                ("3x5x3", "no such scheme"),
                ("3x5x2 cm", "a measure"),
                ("", "empty"),
            ],
        );
    }
}
