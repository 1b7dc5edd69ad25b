//! Each reader against a small file of its real format; the people are invented.

mod common;

use breachscan::message::{App, AttachmentKind, ChannelKind, Event, Party, RecipientRole, Zone};
use breachscan_sources::{DateOrder, Format, Options, Reading, Trouble};

use common::{messages, name, read, read_text, read_with, seconds};

fn texts(reading: &Reading) -> Vec<&str> {
    messages(reading)
        .iter()
        .map(|message| message.text.as_str())
        .collect()
}

/// 14 February 2021, 21:14:00 on whichever clock.
const EVENING: i64 = 1_613_337_240;

#[test]
fn whatsapp_from_ios() {
    let reading = read("whatsapp-ios.txt");
    assert_eq!(reading.format, Format::WhatsApp);
    let channel = &reading.parts[0].conversation.channel;
    assert_eq!(channel.app, App::WhatsApp);
    assert_eq!(channel.kind, ChannelKind::Group);
    assert_eq!(channel.name.as_deref(), Some("Lates & Greats"));
    assert_eq!((channel.members, channel.official), (Some(4), None));
    let messages = messages(&reading);
    assert_eq!(messages.len(), 12);
    assert_eq!(messages[0].event, Some(Event::Other));
    assert_eq!(
        (name(messages[1]), &messages[1].event),
        ("Ines", &Some(Event::Created))
    );
    let joined = [
        Party::named("Bo"),
        Party::at("+44 7700 900111"),
        Party::named("Kim"),
    ];
    assert_eq!(messages[3].event, Some(Event::Joined(joined.to_vec())));
    assert_eq!(
        messages[4].text.as_str(),
        "see the log\r\n12:30: nothing found\r\n[01/03/2023, 6:03] is not a header"
    );
    assert_eq!(messages[5].attachments[0].kind, AttachmentKind::Image);
    assert!(messages[5].attachments[0].included);
    assert_eq!(
        messages[6].attachments[0].name.as_deref(),
        Some("MG11 draft.pdf")
    );
    assert!(!messages[6].attachments[0].included);
    assert_eq!(
        (name(messages[7]), &messages[7].event),
        ("Bo", &Some(Event::Deleted))
    );
    assert_eq!(messages[8].text.as_str(), "late again");
    assert_eq!(
        messages[10].event,
        Some(Event::Left(vec![Party::named("Bo")]))
    );
    assert_eq!((name(messages[11]), &messages[11].event), ("Ines", &None));
    assert_eq!(seconds(messages[11]), 1_678_752_001);
    assert_eq!(messages[11].line, Some(14));
}

#[test]
fn whatsapp_from_android() {
    let reading = read("WhatsApp Chat with Van thefts.txt");
    let channel = &reading.parts[0].conversation.channel;
    assert_eq!(channel.name.as_deref(), Some("Vans: Kent & Sussex"));
    let messages = messages(&reading);
    assert_eq!(messages.len(), 14);
    assert_eq!(messages[1].event, Some(Event::Created));
    assert_eq!(
        messages[2].event,
        Some(Event::Joined(vec![Party::named("Mum: home")]))
    );
    assert_eq!(messages[3].event, Some(Event::Renamed));
    assert_eq!((name(messages[4]), &messages[4].event), ("Bo left", &None));
    assert_eq!(messages[6].text.as_str(), "this one by the docks");
    assert_eq!(name(messages[7]), "+44 7700 900222");
    assert_eq!(
        messages[8].text.as_str(),
        "[01/04/2022, 21:17:00] Bo: pasted from a phone"
    );
    assert_eq!(messages[9].event, Some(Event::Deleted));
    assert_eq!(messages[10].event, Some(Event::Disappearing));
    assert_eq!(
        messages[12].event,
        Some(Event::Left(vec![Party::named("Bo")]))
    );
    assert_eq!(
        messages[13].text.as_str(),
        "two lines\n\nand an empty one between"
    );
}

#[test]
fn order_of_day_and_month_is_worked_out_or_said() {
    let reading = read("whatsapp-us.txt");
    let last = messages(&reading)[3];
    assert_eq!(seconds(last), 1_648_771_800);
    let options = Options::new().date_order(DateOrder::DayMonthYear);
    let reading = read_with("whatsapp-us.txt", &options);
    assert_eq!(seconds(messages(&reading)[0]), 1_641_218_100);
}

#[test]
fn telegram_account() {
    let reading = read("telegram-account/result.json");
    assert_eq!(reading.format, Format::TelegramJson);
    assert_eq!(reading.parts.len(), 2);
    assert!(reading.problems.is_empty());
    let conversation = &reading.parts[0].conversation;
    assert_eq!(conversation.channel.name.as_deref(), Some("Plates ét al"));
    assert_eq!(conversation.channel.kind, ChannelKind::Group);
    assert_eq!(conversation.channel.members, Some(5));
    let messages = &conversation.messages;
    assert_eq!(messages[0].event, Some(Event::Created));
    assert_eq!(
        messages[1].event,
        Some(Event::Joined(vec![Party::named("Lee")]))
    );
    assert_eq!(messages[2].text.as_str(), "who owns WK14 ZTB\n\"ta\"");
    assert_eq!(
        messages[2].sender.as_ref().unwrap().name.as_deref(),
        Some("B\u{B}o")
    );
    assert_eq!(messages[0].time.unwrap().zone, Zone::Offset(0));
    assert_eq!(messages[3].time.unwrap().zone, Zone::Offset(3600));
    assert_eq!(messages[3].time.unwrap().utc_seconds(), 1_626_297_300);
    assert_eq!(messages[3].reply_to.as_deref(), Some("2"));
    assert!(messages[3].forwarded);
    assert_eq!(messages[4].attachments[0].kind, AttachmentKind::Spreadsheet);
    assert!(!messages[4].attachments[0].included);
    assert_eq!(messages[5].text.as_str(), "Jo\n+447700900444");
    assert_eq!(messages[6].event, Some(Event::Disappearing));
    assert_eq!(messages[7].event, Some(Event::Screenshot));
}

#[test]
fn telegram_page() {
    let reading = read("messages.html");
    assert_eq!(reading.format, Format::TelegramHtml);
    let channel = &reading.parts[0].conversation.channel;
    assert_eq!(channel.name.as_deref(), Some("Plates & Co"));
    let messages = messages(&reading);
    assert_eq!(messages.len(), 5);
    let joined = [Party::named("Bo"), Party::named("Kim")];
    assert_eq!(messages[0].event, Some(Event::Joined(joined.to_vec())));
    assert_eq!(messages[1].text.as_str(), "who owns WK14 ZTB\nanyone");
    assert_eq!(messages[1].time.unwrap().utc_seconds(), EVENING + 60 - 3600);
    assert_eq!(name(messages[2]), "Bo \u{26C4}");
    assert_eq!(messages[2].reply_to.as_deref(), Some("2"));
    assert_eq!(messages[2].attachments[0].kind, AttachmentKind::Image);
    assert_eq!((name(messages[3]), messages[3].forwarded), ("Kim", true));
    assert_eq!(
        messages[4].attachments[0].name.as_deref(),
        Some("drivers.xlsx")
    );
    assert!(!messages[4].attachments[0].included);
}

#[test]
fn signal_envelopes() {
    let reading = read("signal.jsonl");
    assert_eq!(reading.format, Format::SignalJson);
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.problems[0].line, Some(5));
    let direct = &reading.parts[0].conversation.messages;
    assert_eq!(direct[0].text.as_str(), "you still up? \u{263A}");
    assert_eq!(direct[1].event, Some(Event::Disappearing));
    assert_eq!(
        (name(&direct[2]), direct[2].text.as_str()),
        ("+447700900102", "yes. ring me")
    );
    assert_eq!(direct[2].recipients[0].party.key(), "+447700900101");
    assert_eq!(direct[3].reply_to.as_deref(), Some("1613337300000"));
    assert_eq!(direct[3].attachments[0].name.as_deref(), Some("screen.jpg"));
    let group = &reading.parts[1].conversation;
    assert_eq!(group.channel.name.as_deref(), Some("Lates"));
    assert_eq!(group.messages[0].text.as_str(), "evening all");
    assert_eq!(group.messages[1].event, Some(Event::Deleted));
}

#[test]
fn signal_text() {
    let reading = read("signal.txt");
    assert_eq!(reading.format, Format::SignalText);
    assert_eq!(reading.parts[0].conversation.channel.app, App::Signal);
    assert_eq!(texts(&reading), ["you still up?", "yes\nring me", "done"]);
    assert_eq!(seconds(messages(&reading)[0]), EVENING);
}

#[test]
fn snapchat_of_both_ages() {
    let reading = read("snapchat/chat_history.json");
    assert_eq!(reading.format, Format::Snapchat);
    assert_eq!(texts(&reading), ["don't tell & delete", "", "", "morning"]);
    assert_eq!(messages(&reading)[2].event, Some(Event::Screenshot));
    assert_eq!(
        reading.parts[1].conversation.channel.kind,
        ChannelKind::Group
    );
    let old = read("snapchat-old.json");
    assert_eq!(old.parts.len(), 1);
    assert_eq!(texts(&old), ["who is it", "nobody <3"]);
    assert_eq!(messages(&old)[1].recipients[0].party.key(), "kim.example");
}

#[test]
fn slack_day() {
    let reading = read("slack/lates/2021-02-14.json");
    assert_eq!(reading.format, Format::Slack);
    let conversation = &reading.parts[0].conversation;
    assert_eq!(conversation.channel.name.as_deref(), Some("lates"));
    assert_eq!(
        conversation.messages[0].event,
        Some(Event::Joined(vec![Party::at("U0000001")]))
    );
    assert_eq!(
        conversation.messages[1].text.as_str(),
        "a < b & c <https://example.com|there>"
    );
    assert_eq!(
        conversation.messages[2].reply_to.as_deref(),
        Some("1613337300.000200")
    );
}

#[test]
fn teams_answer() {
    let reading = read("teams.json");
    assert_eq!(reading.format, Format::Teams);
    let messages = messages(&reading);
    assert_eq!(messages[0].text.as_str(), "Who is late?\nring 07700 900555");
    assert_eq!(seconds(messages[0]), EVENING);
    assert_eq!(messages[0].attachments[0].kind, AttachmentKind::Spreadsheet);
    let Some(Event::Joined(joined)) = &messages[1].event else {
        panic!("nobody joined");
    };
    assert_eq!(joined[0].name.as_deref(), Some("Bo"));
}

#[test]
fn mail_with_parts() {
    let reading = read("mail-alternative.eml");
    assert_eq!(reading.format, Format::Mail);
    let channel = &reading.parts[0].conversation.channel;
    assert_eq!(
        (channel.official, channel.outsiders),
        (Some(true), Some(true))
    );
    let mail = messages(&reading)[0];
    assert_eq!(
        mail.text.as_str(),
        "Fwd: café tonight\n\nCafé at 7, ring 07700 900555 first \u{2013} ok?\n\nname,phone\nJo,07700 900666\n\n\
         the inner one\n\nWas it you\u{2026}?"
    );
    let roles: Vec<_> = mail
        .recipients
        .iter()
        .map(|one| (one.role, one.party.key()))
        .collect();
    assert_eq!(
        roles,
        [
            (RecipientRole::To, "bo@westmarch.police.example"),
            (RecipientRole::To, "kim.private@gmail.example"),
            (RecipientRole::Cc, "press@paper.example"),
            (RecipientRole::Bcc, "lee@westmarch.police.example"),
        ]
    );
    assert_eq!(
        mail.reply_address,
        Some(Party::at("ines.home@mailbox.example"))
    );
    assert_eq!(
        mail.sender.as_ref().unwrap().name.as_deref(),
        Some("Ines, Control Room")
    );
    assert_eq!(mail.id.as_deref(), Some("one@westmarch.police.example"));
    assert_eq!(
        mail.reply_to.as_deref(),
        Some("zero@westmarch.police.example")
    );
    assert_eq!(mail.time.unwrap().zone, Zone::Offset(3600));
    assert_eq!(mail.attachments[0].name.as_deref(), Some("list.csv"));
    assert!(mail.forwarded);
}

#[test]
fn recall_is_an_event() {
    let reading = read("mail-recall.eml");
    let recall = messages(&reading)[0];
    assert_eq!(recall.event, Some(Event::Recalled));
    assert_eq!(recall.time.unwrap().zone, Zone::Offset(-5 * 3600));
    assert!(
        recall
            .text
            .as_str()
            .ends_with("\u{201C}Night list\u{201D}.")
    );
}

#[test]
fn mailbox_is_split_at_its_separators() {
    let reading = read("box.mbox");
    assert_eq!(reading.format, Format::Mbox);
    let messages = messages(&reading);
    assert_eq!(messages.len(), 2);
    assert!(
        messages[0]
            .text
            .as_str()
            .ends_with("From time to time 10:30 it rains")
    );
    assert_eq!(messages[1].text.as_str(), "two\n\nsecond");
    assert_eq!(messages[1].line, Some(13));
}

#[test]
fn note_that_begins_like_a_mail_is_a_note() {
    let reading = read("note.txt");
    assert_eq!(reading.format, Format::Text);
    assert!(texts(&reading)[0].contains("Café, 10.30."));
}

#[test]
fn format_can_be_forced() {
    let options = Options::new().format(Format::Text);
    assert_eq!(messages(&read_with("whatsapp-us.txt", &options)).len(), 1);
    let options = Options::new().format(Format::TelegramJson);
    let reading = read_with("note.txt", &options);
    assert_eq!(
        reading.problems[0].trouble,
        Trouble::Json("a value was expected")
    );
}

#[test]
fn nothing_is_dropped() {
    let text = "Exported for the file\n\n14/02/2021, 21:14 - Bo: home safe?\n";
    let reading = read_text(text);
    assert_eq!(texts(&reading), ["Exported for the file", "home safe?"]);
    for format in [
        Format::Mbox,
        Format::Mail,
        Format::TelegramJson,
        Format::Teams,
        Format::Audit,
    ] {
        let options = Options::new().format(format);
        let reading = breachscan_sources::read(b"a plain word\n", None, &options);
        assert!(texts(&reading)[0].contains("a plain word"), "{format}");
    }
}

#[test]
fn logs_and_lists_are_no_chats_and_no_audit_logs() {
    for text in [
        "2024-01-15 15:45:00 - INFO: started\n2024-01-15 15:45:01 - ERROR: stopped\n",
        "12/03/2023 14:05: Rang IP: no answer\n12/03/2023 14:20: Attended: nobody in\n",
        "Date,Name,Shift,Location\n14/11/2021,Ines,lates,Westmarch\n",
        "Name,Date of birth,Address\nJo Example,14/11/1990,1 Example Street\n",
    ] {
        let reading = read_text(text);
        assert_eq!(reading.format, Format::Text, "{text}");
    }
}
