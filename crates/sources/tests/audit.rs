//! Audit logs as systems write them: below a preamble, of sessions, of mail, without names of columns.

mod common;

use breachscan_sources::{Format, Trouble};

use common::{messages, name, read, read_text, seconds};

#[test]
fn audit_log_below_a_preamble() {
    let reading = read("audit.csv");
    assert_eq!(reading.format, Format::Audit);
    let messages = messages(&reading);
    assert_eq!(messages.len(), 4);
    let look_up = messages[0].look_up.as_ref().unwrap();
    assert_eq!(name(messages[0]), "3510");
    assert_eq!(seconds(messages[0]), 1_643_695_860);
    assert_eq!(look_up.system.as_deref(), Some("PNC"));
    assert_eq!(look_up.action.as_deref(), Some("VE"));
    assert_eq!(look_up.subject.as_deref(), Some("WK14 ZTB"));
    assert_eq!(look_up.reason.as_deref(), Some("stopped; no lights"));
    assert_eq!(look_up.linked.as_deref(), Some("0097"));
    let blank = messages[1].look_up.as_ref().unwrap();
    assert_eq!((&blank.reason, &blank.linked), (&None, &None));
    assert!(messages[2].text.as_str().contains("\"two\r\nlines\""));
    assert!(messages[3].look_up.is_none());
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.problems[0].line, Some(8));
}

#[test]
fn logs_of_sessions_and_of_mail_are_told_by_their_values() {
    let sessions = read_text(
        "\"Account\",\"Terminal\",\"Site\",\"Logon\",\"Logoff\"\n\
         \"gm41\",\"WS-1\",\"Ashgate\",\"12/02/2020 06:58\",\"12/02/2020 18:03\"\n\
         \"gm41\",\"WS-2\",\"Colne Road\",\"12/02/2020 23:00\",\"05:00\"\n",
    );
    assert_eq!(sessions.format, Format::Audit);
    let rows = messages(&sessions);
    assert_eq!(name(rows[0]), "gm41");
    let until = |at: usize| rows[at].look_up.as_ref().unwrap().until.unwrap();
    assert_eq!(
        until(0).local_seconds - seconds(rows[0]),
        (11 * 60 + 5) * 60
    );
    assert_eq!(until(1).local_seconds - seconds(rows[1]), 6 * 3600);
    let site = rows[1].look_up.as_ref().unwrap().site.as_deref();
    assert_eq!(site, Some("Colne Road"));

    let mail = read_text(
        "msg;sent;from;to;files\n\
         1;2024-01-02 09:00;k@moor.police.example;k77@fastpost.example, clerk@court.example;a.pdf\n",
    );
    assert_eq!(mail.format, Format::Audit);
    let row = messages(&mail)[0];
    let sender = row.sender.as_ref().unwrap();
    assert_eq!(sender.address.as_deref(), Some("k@moor.police.example"));
    assert_eq!(row.recipients.len(), 2);
}

#[test]
fn table_without_names_is_a_log_if_it_tells_when_who_and_why() {
    let text = "2024-03-01 08:02|k44|PNC|HALLAM/PAUL|wanted check, log 113\n\
                2024-03-01 09:14|k55|RMS|WARD/JO|update for the victim\n\
                2024-03-01 22:48|k55|RMS|MOORE/KIM|bail check\n";
    let reading = read_text(text);
    assert_eq!(reading.format, Format::Audit);
    let rows = messages(&reading);
    assert_eq!((rows.len(), name(rows[0])), (3, "k44"));
    let look_up = rows[2].look_up.as_ref().unwrap();
    assert_eq!(look_up.subject.as_deref(), Some("MOORE/KIM"));
    assert_eq!(look_up.reason.as_deref(), Some("bail check"));
}

#[test]
fn open_quote_eats_no_rows() {
    let reading = read("audit-open-quote.csv");
    assert_eq!(messages(&reading).len(), 3);
    assert_eq!(reading.problems[0].trouble, Trouble::OpenQuote);
    assert_eq!(reading.problems[0].line, Some(3));
}
