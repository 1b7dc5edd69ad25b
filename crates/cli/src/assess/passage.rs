//! A message's text, cut around the evidence, values masked.

use breachscan::{Kind, Scanner, Span};

/// Bytes shown on each side of a piece of evidence in a long text, and of a long text without any.
const MARGIN: usize = 200;
/// Texts up to this many bytes are shown whole.
const WHOLE: usize = 900;

/// A stretch of text that is shown in one way.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text as it stands, or masked.
    Plain(String),
    /// A value that was found and is no evidence.
    Value(String),
    /// Evidence, and what ends with it: the names of the rules.
    Evidence { text: String, ends: Vec<String> },
    /// Text left out.
    Gap,
}

/// Evidence in a text.
#[derive(Clone, Copy)]
pub struct Sign<'t> {
    pub span: Span,
    pub rule: &'t str,
    /// Whether it is a value, and not a phrase.
    pub is_value: bool,
}

struct Cut<'t> {
    text: &'t str,
    /// Values that were found, apart and in order.
    values: &'t [Span],
    evidence: Vec<Sign<'t>>,
    show_values: bool,
}

/// The text in pieces; `values` are those from [`values`].
pub fn pieces(text: &str, evidence: &[Sign<'_>], values: &[Span], show_values: bool) -> Vec<Piece> {
    let within = |span: &Span| text.get(span.range()).is_some() && !span.is_empty();
    let evidence: Vec<Sign<'_>> = evidence
        .iter()
        .copied()
        .filter(|sign| within(&sign.span))
        .collect();
    let windows = windows(text, &evidence);
    let cut = Cut {
        text,
        values,
        evidence,
        show_values,
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    for window in windows {
        if window.start() > at {
            pieces.push(Piece::Gap);
        }
        cut.add(window, &mut pieces);
        at = window.end();
    }
    if at < text.len() {
        pieces.push(Piece::Gap);
    }
    pieces
}

/// The spans of identifiers, joined where they overlap.
pub fn values(text: &str, scanner: &Scanner) -> Vec<Span> {
    let mut values: Vec<Span> = Vec::new();
    for finding in scanner.find_iter(text.as_bytes()) {
        let span = finding.span();
        if finding.rule().kind() != Kind::Identifier || text.get(span.range()).is_none() {
            continue;
        }
        match values.last_mut() {
            Some(last) if span.start() < last.end() => {
                *last = Span::new(last.start(), last.end().max(span.end()));
            }
            _ => values.push(span),
        }
    }
    values
}

/// What is shown of the text, in order, apart.
fn windows(text: &str, evidence: &[Sign<'_>]) -> Vec<Span> {
    if text.len() <= WHOLE {
        return vec![Span::new(0, text.len())];
    }
    let mut windows: Vec<Span> = evidence
        .iter()
        .map(|Sign { span, .. }| {
            let start = text.floor_char_boundary(span.start().saturating_sub(MARGIN));
            let end = text.ceil_char_boundary((span.end() + MARGIN).min(text.len()));
            Span::new(start, end)
        })
        .collect();
    if windows.is_empty() {
        let end = text.ceil_char_boundary(2 * MARGIN);
        return vec![Span::new(0, end)];
    }
    windows.sort_unstable_by_key(|window| (window.start(), window.end()));
    let mut joined: Vec<Span> = Vec::new();
    for window in windows {
        match joined.last_mut() {
            Some(last) if window.start() <= last.end() => {
                *last = Span::new(last.start(), last.end().max(window.end()));
            }
            _ => joined.push(window),
        }
    }
    joined
}

impl Cut<'_> {
    /// Adds what lies in a window, divided wherever a value or a piece of evidence begins or ends.
    fn add(&self, window: Span, pieces: &mut Vec<Piece>) {
        let first = self
            .values
            .partition_point(|value| value.end() <= window.start());
        let values = self.values[first..]
            .iter()
            .take_while(|value| value.start() < window.end());
        let evidence = self.evidence.iter().map(|sign| &sign.span);
        let mut edges: Vec<usize> = values
            .chain(evidence)
            .flat_map(|span| [span.start(), span.end()])
            .chain([window.start(), window.end()])
            .filter(|&edge| window.start() <= edge && edge <= window.end())
            .collect();
        edges.sort_unstable();
        edges.dedup();
        for pair in edges.windows(2) {
            pieces.push(self.piece(pair[0], pair[1]));
        }
    }

    fn piece(&self, start: usize, end: usize) -> Piece {
        let text = &self.text[start..end];
        let covers = |span: &Span| span.start() <= start && end <= span.end();
        let at = self.values.partition_point(|value| value.end() <= start);
        let signs = self.evidence.iter().filter(|sign| covers(&sign.span));
        let is_evidence = signs.clone().next().is_some();
        let is_value =
            self.values.get(at).is_some_and(covers) || signs.clone().any(|sign| sign.is_value);
        let shown = match (self.show_values, is_value, is_evidence) {
            (false, true, _) => mask(text, |_| true),
            // A phrase needs no figures to be understood, and a birth date told is made of them.
            (false, false, true) => mask(text, |char| char.is_ascii_digit()),
            _ => text.to_owned(),
        };
        if !is_evidence {
            return match is_value {
                true => Piece::Value(shown),
                false => Piece::Plain(shown),
            };
        }
        let mut ends: Vec<String> = Vec::new();
        for sign in signs.filter(|sign| sign.span.end() == end) {
            if !ends.iter().any(|known| known == sign.rule) {
                ends.push(sign.rule.to_owned());
            }
        }
        Piece::Evidence { text: shown, ends }
    }
}

fn mask(text: &str, hides: impl Fn(char) -> bool) -> String {
    text.chars()
        .map(|char| if hides(char) { '•' } else { char })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "ran it, dob 3/4, ring 07700 900461 today";

    fn sign(start: usize, end: usize, rule: &str) -> Sign<'_> {
        Sign {
            span: Span::new(start, end),
            rule,
            is_value: false,
        }
    }

    fn cut(evidence: &[Sign<'_>], show_values: bool) -> Vec<Piece> {
        let values = values(TEXT, &Scanner::builtin());
        pieces(TEXT, evidence, &values, show_values)
    }

    #[test]
    fn values_and_figures_of_evidence_are_masked() {
        let evidence = [sign(8, 15, "birth-date-told"), sign(22, 34, "uk-phone")];
        let piece = |text: &str, rule: &str| Piece::Evidence {
            text: text.to_owned(),
            ends: vec![rule.to_owned()],
        };
        let plain = |text: &str| Piece::Plain(text.to_owned());
        assert_eq!(
            cut(&evidence, false),
            [
                plain("ran it, "),
                piece("dob •/•", "birth-date-told"),
                plain(", ring "),
                piece("••••••••••••", "uk-phone"),
                plain(" today"),
            ]
        );
        assert!(cut(&evidence, true).contains(&piece("07700 900461", "uk-phone")));
    }

    #[test]
    fn value_that_is_no_evidence_is_masked_too() {
        assert!(cut(&[], false).contains(&Piece::Value("•".repeat(12))));
    }

    #[test]
    fn value_among_the_evidence_is_masked_below_every_floor() {
        let mut name = sign(0, 6, "own-rule");
        name.is_value = true;
        assert!(cut(&[name], false).contains(&Piece::Evidence {
            text: "•".repeat(6),
            ends: vec!["own-rule".to_owned()],
        }));
    }

    #[test]
    fn evidence_outside_the_text_is_left_out() {
        assert_eq!(cut(&[sign(30, 400, "x")], false).len(), 3);
    }

    #[test]
    fn long_text_is_cut_around_its_evidence() {
        let long = format!("{}ran her on it{}", "é ".repeat(500), " b".repeat(500));
        let found = pieces(&long, &[sign(1500, 1513, "look-up")], &[], false);
        assert_eq!(found.len(), 5);
        assert_eq!((&found[0], &found[4]), (&Piece::Gap, &Piece::Gap));
    }
}
