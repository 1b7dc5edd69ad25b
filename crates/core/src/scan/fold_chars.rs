//! Characters that stand for an ASCII one, or for nothing.

/// What a character becomes before patterns are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// Itself.
    Keep,
    /// Nothing: it cannot be seen.
    Remove,
    /// This ASCII byte.
    To(u8),
    /// This ASCII letter, among ASCII letters and digits.
    Alike(u8),
}

/// What `char` becomes.
pub(super) fn fold(char: char) -> Fold {
    let code = u32::from(char);
    match code {
        0xA0 | 0x1680 | 0x2000..=0x200A | 0x202F | 0x205F | 0x3000 => Fold::To(b' '),
        0x2010..=0x2015 | 0x2212 | 0xFE58 | 0xFE63 => Fold::To(b'-'),
        0xAD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2064 | 0x2066..=0x2069 | 0xFEFF => {
            Fold::Remove
        }
        // The marks that make a keycap of a digit.
        0xFE0F | 0x20E3 => Fold::Remove,
        0xFF01..=0xFF5E => Fold::To((code - 0xFF01) as u8 + b'!'),
        0x2018 | 0x2019 | 0x201B | 0x2032 | 0x02BC => Fold::To(b'\''),
        0x201C..=0x201F | 0x2033 => Fold::To(b'"'),
        0x2024 => Fold::To(b'.'),
        0x2044 | 0x2215 => Fold::To(b'/'),
        0x0660..=0x0669 => digit(code - 0x0660),
        0x06F0..=0x06F9 => digit(code - 0x06F0),
        0x0966..=0x096F => digit(code - 0x0966),
        0x09E6..=0x09EF => digit(code - 0x09E6),
        0x1D7CE..=0x1D7FF => digit((code - 0x1D7CE) % 10),
        0x1D400..=0x1D6A3 => mathematical_letter((code - 0x1D400) % 52),
        _ => look_alike(char).map_or(Fold::Keep, Fold::Alike),
    }
}

/// What a byte that is not UTF-8 becomes, read as Windows-1252.
pub(super) fn fold_windows_1252(byte: u8) -> Fold {
    match byte {
        0xA0 => Fold::To(b' '),
        0x91 | 0x92 => Fold::To(b'\''),
        0x93 | 0x94 => Fold::To(b'"'),
        0x96 | 0x97 => Fold::To(b'-'),
        0xAD => Fold::Remove,
        _ => Fold::Keep,
    }
}

fn digit(value: u32) -> Fold {
    Fold::To(b'0' + value as u8)
}

fn mathematical_letter(index: u32) -> Fold {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    Fold::To(letters[index as usize])
}

/// The Latin letter that this Cyrillic or Greek one looks like.
fn look_alike(char: char) -> Option<u8> {
    let latin = match char {
        'А' | 'Α' => b'A',
        'В' | 'Β' => b'B',
        'С' | 'Ϲ' => b'C',
        'Е' | 'Ε' => b'E',
        'Н' | 'Η' => b'H',
        'І' | 'Ι' => b'I',
        'Ј' => b'J',
        'К' | 'Κ' => b'K',
        'М' | 'Μ' => b'M',
        'Ν' => b'N',
        'О' | 'Ο' => b'O',
        'Р' | 'Ρ' => b'P',
        'Ԛ' => b'Q',
        'Ѕ' => b'S',
        'Т' | 'Τ' => b'T',
        'Ԝ' => b'W',
        'Х' | 'Χ' => b'X',
        'У' | 'Ү' | 'Υ' => b'Y',
        'Ζ' => b'Z',
        'а' => b'a',
        'с' | 'ϲ' => b'c',
        'ԁ' => b'd',
        'е' => b'e',
        'һ' => b'h',
        'і' | 'ι' => b'i',
        'ј' | 'ϳ' => b'j',
        'о' | 'ο' => b'o',
        'р' | 'ρ' => b'p',
        'ԛ' => b'q',
        'ѕ' => b's',
        'ν' => b'v',
        'ԝ' => b'w',
        'х' => b'x',
        'у' => b'y',
        _ => return None,
    };
    Some(latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_dashes_quotes_and_digits_become_ascii() {
        for (char, byte) in [
            ('\u{A0}', b' '),
            ('\u{2009}', b' '),
            ('\u{2011}', b'-'),
            ('\u{2212}', b'-'),
            ('\u{FF0D}', b'-'),
            ('\u{2019}', b'\''),
            ('\u{201D}', b'"'),
            ('\u{FF11}', b'1'),
            ('\u{FF5E}', b'~'),
            ('\u{0663}', b'3'),
            ('\u{1D7D8}', b'0'),
            ('\u{1D400}', b'A'),
            ('\u{1D44E}', b'a'),
        ] {
            assert_eq!(fold(char), Fold::To(byte), "{char:?}");
        }
    }

    #[test]
    fn letters_of_their_own_stay() {
        for char in ['é', 'Ж', 'Ω', '…', '€', '中', '\u{301}'] {
            assert_eq!(fold(char), Fold::Keep, "{char:?}");
        }
        assert_eq!(fold('С'), Fold::Alike(b'C'));
        assert_eq!(fold('\u{200B}'), Fold::Remove);
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_windows_1252() {
        assert_eq!(fold_windows_1252(0xA0), Fold::To(b' '));
        assert_eq!(fold_windows_1252(0x96), Fold::To(b'-'));
        assert_eq!(fold_windows_1252(0xE9), Fold::Keep);
    }
}
