//! A header cell counts as context for the values of its column, however far above they stand.

#![allow(
    clippy::single_range_in_vec_init,
    reason = "expected spans are lists, also of one"
)]

use core::ops::Range;

use breachscan::{Confidence, Scanner, Support};

/// Where the rule is reported at 0.50 or more.
fn spans(rule: &str, text: &[u8]) -> Vec<Range<usize>> {
    Scanner::builtin()
        .find_iter(text)
        .filter(|finding| finding.rule().id() == rule && finding.confidence() >= Confidence::REPORT)
        .map(|finding| finding.span().range())
        .collect()
}

/// The confidence and the context of the rule's finding at `span`.
fn found(
    rule: &str,
    text: &[u8],
    span: Range<usize>,
) -> Option<(Confidence, Support, Option<Range<usize>>)> {
    let scanner = Scanner::builtin();
    let finding = scanner
        .find_iter(text)
        .find(|finding| finding.rule().id() == rule && finding.span().range() == span)?;
    let context = finding.context().map(|context| context.range());
    Some((finding.confidence(), finding.support(), context))
}

/// Where `value` stands in the text.
fn place(text: &[u8], value: &str) -> Range<usize> {
    let at = memchr::memmem::find(text, value.as_bytes()).expect("the text holds the value");
    at..at + value.len()
}

#[test]
fn passport_column_is_found_and_order_column_is_not() {
    let text =
        b"Surname,Passport No,Order No\nHollis,123450009,987650001\nMarrow,517236408,517236409\n";
    assert_eq!(spans("uk-passport", text), [36..45, 63..72]);
    let (confidence, support, context) = found("uk-passport", text, 63..72).unwrap();
    assert!(confidence >= Confidence::ALERT);
    assert_eq!((support, context), (Support::Label, Some(8..19)));
}

#[test]
fn header_far_above_still_names_the_column() {
    let mut text = b"id,note,NHS number,ward\r\n".to_vec();
    for row in 0..200 {
        text.extend(format!("{row},seen again by the day team,0,3\r\n").bytes());
    }
    text.extend(b"200,seen again by the day team,999 519 2977,3\r\n");
    let value = place(&text, "999 519 2977");
    assert!(value.start > 5000);
    let (confidence, support, context) = found("nhs-number", &text, value).unwrap();
    assert!(confidence >= Confidence::ALERT);
    assert_eq!((support, context), (Support::Label, Some(8..18)));
}

#[test]
fn every_delimiter_makes_a_table() {
    for text in [
        "When\tReg\tNote\n02/03\tA123 BCD\tseen\n",
        "When;Reg;Note\n02/03;A123 BCD;seen\n",
        "When|Reg|Note\n02/03|A123 BCD|seen\n",
        "| When | Reg | Note |\n|---|---|---|\n| 02/03 | A123 BCD | seen |\n",
    ] {
        let value = place(text.as_bytes(), "A123 BCD");
        let (confidence, support, _) = found("vrm", text.as_bytes(), value).expect(text);
        assert!(confidence >= Confidence::ALERT, "{text:?}");
        assert_eq!(support, Support::Label, "{text:?}");
    }
}

#[test]
fn byte_order_mark_quotes_and_commas_in_quotes_do_not_shift_columns() {
    let text =
        b"\xEF\xBB\xBF\"Name\",\"PNC ID\",\"Seen\"\r\n\"Hollis, M\",\"99/123456A\",\"no\"\r\n";
    let value = place(text, "99/123456A");
    let (_, support, context) =
        found("pnc-id", text, value).unwrap_or_else(|| panic!("{:?}", spans("pnc-id", text)));
    assert_eq!((support, context), (Support::Label, Some(11..17)));
}

#[test]
fn labels_of_other_rows_do_not_leak() {
    let text = b"Ref,Kind,Seen by\n123450009,passport number,AB\n987650001,parcel,CD\n";
    assert_eq!(spans("uk-passport", text), [17..26]);
}

#[test]
fn row_with_another_number_of_cells_is_ordinary_text() {
    let text = b"Surname,Passport No,Order No\nHollis,517236408\n";
    let (_, _, context) = found("uk-passport", text, 36..45).unwrap();
    assert_eq!(context, Some(8..19), "the label stands in the window");
    let mut far = b"Surname,Passport No,Order No\n".to_vec();
    far.extend(b"Hollis,1,2\n".repeat(60));
    far.extend(b"Hollis,517236408\n");
    assert!(spans("uk-passport", &far).is_empty());
}

#[test]
fn blank_line_ends_a_table() {
    let mut text = b"Surname,Passport No,Order No\r\n".to_vec();
    text.extend(b"Hollis,1,2\r\n".repeat(60));
    text.extend(b"\r\nMarrow,517236408,1\r\n");
    assert!(spans("uk-passport", &text).is_empty());
}

#[test]
fn prose_with_commas_is_no_header() {
    let text = b"She handed over her passport, then left the room, he said\n\
        Parcel from the depot near the river, 517236408, unopened\n";
    let (_, support, context) = found("uk-passport", text, 96..105).unwrap();
    assert_eq!(
        (support, context),
        (Support::Near, Some(20..28)),
        "a window of prose crosses lines"
    );
}

#[test]
fn header_with_no_break_space_names_its_column() {
    let mut text = "Surname,Passport\u{A0}No,Order No\n".as_bytes().to_vec();
    text.extend(b"Hollis,1,2\n".repeat(60));
    text.extend(b"Marrow,517236408,1\n");
    let value = place(&text, "517236408");
    let (_, support, context) = found("uk-passport", &text, value).unwrap();
    assert_eq!((support, context), (Support::Label, Some(8..20)));
}

#[test]
fn line_longer_than_a_table_has_no_columns() {
    let mut text = b"Surname,Passport No,Order No\nHollis,".to_vec();
    text.extend(b"long words ".repeat(500));
    text.extend(b",517236408\n");
    assert!(spans("uk-passport", &text).is_empty());
}
