//! The report's colours: text stands out from its ground as WCAG 2.2 level AA asks, light, dark and printed.

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../../src/assess/html/style.css");
/// The least contrast of text.
const LEAST: f64 = 4.5;
/// Text and ground, by the names of their variables.
const PAIRS: [(&str, &str); 17] = [
    ("ink", "paper"),
    ("ink", "panel"),
    ("ink", "value"),
    ("faint", "paper"),
    ("faint", "panel"),
    ("link", "paper"),
    ("link", "panel"),
    ("mark-ink", "mark"),
    ("badge-ink", "very-high"),
    ("badge-ink", "high"),
    ("badge-ink", "medium"),
    ("badge-ink", "low"),
    ("h-dark", "h1"),
    ("h-dark", "h2"),
    ("h-light", "h3"),
    ("h-light", "h4"),
    ("very-high", "paper"),
];

/// The colours of each scheme: light, dark, print.
fn schemes() -> Vec<BTreeMap<&'static str, [f64; 3]>> {
    let blocks = STYLE.split(":root {").skip(1);
    let block = |block: &'static str| block.split('}').next().expect("the block ends");
    let colour = |line: &'static str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
        Some((name, channels(value)))
    };
    blocks
        .map(|all| block(all).split(';').filter_map(colour).collect())
        .collect()
}

/// Red, green and blue as light, from `1b1f24` or `fff`.
fn channels(digits: &str) -> [f64; 3] {
    let width = digits.len() / 3;
    [0, 1, 2].map(|at| {
        let digits = digits[at * width..(at + 1) * width].repeat(3 - width);
        let share = f64::from(u8::from_str_radix(&digits, 16).expect("two digits")) / 255.0;
        match share <= 0.04045 {
            true => share / 12.92,
            false => ((share + 0.055) / 1.055).powf(2.4),
        }
    })
}

/// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
fn contrast(text: [f64; 3], ground: [f64; 3]) -> f64 {
    let light = |[red, green, blue]: [f64; 3]| 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    let (text, ground) = (light(text), light(ground));
    text.max(ground) / text.min(ground)
}

#[test]
fn text_stands_out_in_every_scheme() {
    let schemes = schemes();
    assert_eq!(schemes.len(), 3);
    assert!((contrast(channels("fff"), channels("000000")) - 21.0).abs() < 1e-9);
    for scheme in schemes {
        for (text, ground) in PAIRS {
            let found = contrast(scheme[text], scheme[ground]);
            assert!(found >= LEAST, "{text} on {ground}: {found:.2}");
        }
    }
}
