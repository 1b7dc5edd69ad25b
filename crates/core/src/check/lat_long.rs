//! Latitude and longitude: decimal degrees, or degrees, minutes and seconds.
//!
//! `51.50101, -0.14187`, `54.5970° N, 5.9301° W`, `53°48'30"N 1°32'10"W`, `N53.8083 W1.5361`. Without a hemisphere the
//! latitude stands first, and numbers without a fraction or a degree sign are no coordinates. Authority: ISO 6709.

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let Some((first, rest)) = Coordinate::read(skip(text, b" ([{")) else {
        return false;
    };
    let Some((second, rest)) = Coordinate::read(skip(rest, b" ,;/")) else {
        return false;
    };
    let (latitude, longitude) = match (first.axis, second.axis) {
        (Some(Axis::Longitude), Some(Axis::Latitude)) => (second, first),
        (None, None) | (Some(Axis::Latitude), Some(Axis::Longitude)) => (first, second),
        _ => return false,
    };
    skip(rest, b" )]}").is_empty() && latitude.degrees <= 90.0 && longitude.degrees <= 180.0
}

#[derive(Clone, Copy)]
enum Axis {
    Latitude,
    Longitude,
}

/// One number with its marks. The sign does not matter: both ends of an axis lie equally far.
#[derive(Clone, Copy)]
struct Coordinate {
    degrees: f64,
    axis: Option<Axis>,
}

impl Coordinate {
    fn read(text: &[u8]) -> Option<(Self, &[u8])> {
        let (before, text) = hemisphere(text);
        let text = skip_one(skip(text, b" "), b"+-");
        let (mut degrees, fraction, text) = number(text)?;
        let (marked, mut text) = mark(text, &["°", "º"]);
        if !marked && !fraction {
            return None;
        }
        for (share, marks) in [(60.0, ["'", "′", "’"]), (3600.0, ["\"", "″", "”"])] {
            if let Some((part, _, rest)) = number(skip(text, b" ")).filter(|_| marked)
                && let (true, rest) = mark(rest, &marks)
            {
                if part >= 60.0 {
                    return None;
                }
                degrees += part / share;
                text = rest;
            }
        }
        let (after, text) = match before {
            Some(_) => (None, text),
            None => match hemisphere(skip(text, b" ")) {
                (Some(axis), rest) => (Some(axis), rest),
                (None, _) => (None, text),
            },
        };
        Some((
            Self {
                degrees,
                axis: before.or(after),
            },
            text,
        ))
    }
}

fn hemisphere(text: &[u8]) -> (Option<Axis>, &[u8]) {
    match text {
        [b'N' | b'S' | b'n' | b's', rest @ ..] => (Some(Axis::Latitude), rest),
        [b'E' | b'W' | b'e' | b'w', rest @ ..] => (Some(Axis::Longitude), rest),
        _ => (None, text),
    }
}

/// An unsigned number, whether it has a fraction, and the rest.
fn number(text: &[u8]) -> Option<(f64, bool, &[u8])> {
    let end = text
        .iter()
        .position(|byte| !byte.is_ascii_digit() && *byte != b'.')
        .unwrap_or(text.len());
    let (written, rest) = text.split_at(end);
    if !written.first()?.is_ascii_digit() || !written.last()?.is_ascii_digit() || written.len() > 24
    {
        return None;
    }
    let value = str::from_utf8(written).ok()?.parse().ok()?;
    Some((value, written.contains(&b'.'), rest))
}

fn mark<'t>(text: &'t [u8], marks: &[&str]) -> (bool, &'t [u8]) {
    match marks
        .iter()
        .find_map(|mark| text.strip_prefix(mark.as_bytes()))
    {
        Some(rest) => (true, rest),
        None => (false, text),
    }
}

fn skip<'t>(text: &'t [u8], bytes: &[u8]) -> &'t [u8] {
    let start = text
        .iter()
        .position(|byte| !bytes.contains(byte))
        .unwrap_or(text.len());
    &text[start..]
}

fn skip_one<'t>(text: &'t [u8], bytes: &[u8]) -> &'t [u8] {
    match text {
        [first, rest @ ..] if bytes.contains(first) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn both_notations_are_read() {
        judge(
            super::is_valid,
            &[
                "51.50101, -0.14187",
                "-0.1276, 51.5072",
                "(51.50101;-0.14187)",
                "54.5970° N, 5.9301° W",
                "53°48'30\"N 1°32'10\"W",
                "53° 48' 30.5\" N, 1° 32' 10\" W",
                "N53.8083 W1.5361",
                "5.9301W 54.5970N",
            ],
            &[
                ("91.0000, 0.0000", "latitude out of range"),
                ("51.5, -181.0", "longitude out of range"),
                ("53°60'30\"N 1°32'10\"W", "sixty minutes"),
                ("54.5970N 5.9301N", "two latitudes"),
                ("54.5970N 5.9301", "one hemisphere"),
                ("51, 0", "whole numbers"),
                ("51.5.1, 0.1", "a version"),
                ("51.50101", "one number"),
                ("51.50101 -0.14187 7", "something after it"),
                ("", "empty"),
            ],
        );
    }
}
