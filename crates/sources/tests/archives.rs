//! Archives and workbooks, made here.

use std::io::{Cursor, Write};

use breachscan_sources::{Format, Options, Reading, Trouble, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn paths(reading: &Reading) -> Vec<&str> {
    reading
        .parts
        .iter()
        .map(|part| part.path.as_deref().unwrap())
        .collect()
}

const CHAT: &[u8] = b"14/02/2021, 21:14 - Bo: home safe?\n14/02/2021, 21:15 - Ines: yes\n";

#[test]
fn files_of_an_archive_are_read_as_what_they_are() {
    let inner = archive(&[("_chat.txt", CHAT)]);
    let bytes = archive(&[
        ("one/_chat.txt", CHAT),
        ("one/photo.jpg", b"\xFF\xD8\xFF"),
        ("mail.eml", b"From: a@b.example\nSubject: x\n\nbody"),
        ("inner.zip", &inner),
        ("../../etc/note.txt", b"a note"),
    ]);
    let reading = read(&bytes, Some("export.zip"), &Options::new());
    assert_eq!(reading.format, Format::Zip);
    assert_eq!(
        paths(&reading),
        [
            "one/_chat.txt",
            "mail.eml",
            "inner.zip/_chat.txt",
            "../../etc/note.txt"
        ]
    );
    let formats: Vec<_> = reading.parts.iter().map(|part| part.format).collect();
    assert_eq!(
        formats,
        [
            Format::WhatsApp,
            Format::Mail,
            Format::WhatsApp,
            Format::Text
        ]
    );
    assert!(reading.problems.is_empty());
    let place = reading.parts[2].conversation.messages[1].place.unwrap();
    assert_eq!(&CHAT[place.range()], b"14/02/2021, 21:15 - Ines: yes");
}

#[test]
fn bomb_is_not_unpacked() {
    let bytes = archive(&[("_chat.txt", CHAT), ("bomb.txt", &vec![b'0'; 4 << 20])]);
    assert!(bytes.len() < 20_000);
    let reading = read(&bytes, None, &Options::new().max_unpacked(1 << 20));
    assert_eq!(paths(&reading), ["_chat.txt"]);
    assert_eq!(reading.problems[0].trouble, Trouble::ArchiveSize(1 << 20));
    assert_eq!(
        reading.problems[0].to_string(),
        "bomb.txt: archive unpacks to more than 1048576 bytes; unpack it by hand, or raise the limit"
    );
}

#[test]
fn nested_archives_end_somewhere() {
    let mut bytes = archive(&[("_chat.txt", CHAT)]);
    for _ in 0..6 {
        bytes = archive(&[("inner.zip", &bytes)]);
    }
    let reading = read(&bytes, None, &Options::new());
    assert!(reading.parts.is_empty());
    assert_eq!(reading.problems[0].trouble, Trouble::ArchiveDepth(4));
}

#[test]
fn damaged_archive_is_a_problem() {
    let bytes = archive(&[("_chat.txt", CHAT)]);
    for end in 4..bytes.len() {
        let reading = read(&bytes[..end], None, &Options::new());
        assert_eq!(reading.problems[0].trouble, Trouble::Archive);
    }
}

#[test]
fn slack_names_its_people() {
    let day =
        br#"[{"type": "message", "user": "U1", "text": "late again", "ts": "1613337240.000100"}]"#;
    let users = br#"[{"id": "U1", "name": "ines", "real_name": "Ines Example", "profile": {}}]"#;
    let bytes = archive(&[("lates/2021-02-14.json", day), ("users.json", users)]);
    let reading = read(&bytes, None, &Options::new());
    let conversation = &reading.parts[0].conversation;
    assert_eq!(conversation.channel.name.as_deref(), Some("lates"));
    let sender = conversation.messages[0].sender.as_ref().unwrap();
    assert_eq!(sender.name.as_deref(), Some("Ines Example"));
}

fn sheet(rows: &[&[&str]]) -> String {
    let mut xml = String::from(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
    );
    for (row, cells) in rows.iter().enumerate() {
        xml += &format!("<row r=\"{}\">", row + 1);
        for (column, cell) in cells.iter().enumerate() {
            let name = char::from(b'A' + u8::try_from(column).unwrap());
            xml += &format!(
                "<c r=\"{name}{}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>",
                row + 1
            );
        }
        xml += "</row>";
    }
    xml + "</sheetData></worksheet>"
}

fn workbook() -> Vec<u8> {
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    let roots = format!(
        "<Relationships xmlns=\"{packages}\"><Relationship Id=\"r0\" Type=\"{office}/officeDocument\" \
        Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{office}\"><sheets>\
        <sheet name=\"Log\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Victims\" sheetId=\"2\" state=\"hidden\" r:id=\"r2\"/>\
        </sheets></workbook>"
    );
    let links = format!(
        "<Relationships xmlns=\"{packages}\">\
        <Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
        <Relationship Id=\"r2\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"
    );
    let log = sheet(&[
        &["Date", "User", "System", "Reason"],
        &["14 Nov 2021 22:04", "3510", "PNC", "stopped"],
    ]);
    let victims = sheet(&[&["Name", "Phone"], &["Jo", "07700 900777"]]);
    archive(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", roots.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", log.as_bytes()),
        ("xl/worksheets/sheet2.xml", victims.as_bytes()),
    ])
}

#[test]
fn sheets_are_logs_or_text_and_hidden_ones_are_told() {
    let reading = read(&workbook(), Some("book.xlsx"), &Options::new());
    assert_eq!(reading.format, Format::Xlsx);
    assert_eq!(paths(&reading), ["Log", "Victims"]);
    let row = &reading.parts[0].conversation.messages[0];
    assert_eq!(
        row.look_up.as_ref().unwrap().reason.as_deref(),
        Some("stopped")
    );
    assert_eq!(row.time.unwrap().local_seconds, 1_636_927_440);
    assert_eq!((row.line, row.place), (Some(2), None));
    let hidden = &reading.parts[1].conversation.messages[0];
    assert_eq!(hidden.attachments[0].hidden_parts, 1);
    assert_eq!(
        hidden.text.as_str(),
        "Victims (hidden sheet)\n\nName\tPhone\nJo\t07700 900777"
    );
}

#[test]
fn workbook_in_a_mail_is_read() {
    let mut mail = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nsee below\n--x\n\
        Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name=\"book.xlsx\"\n\
        Content-Disposition: attachment; filename=\"book.xlsx\"\n\n"
        .to_vec();
    mail.extend(workbook());
    mail.extend(b"\n--x--\n");
    let reading = read(&mail, None, &Options::new().format(Format::Mail));
    let message = &reading.parts[0].conversation.messages[0];
    assert_eq!(message.attachments[0].hidden_parts, 1);
    assert!(
        message
            .text
            .as_str()
            .starts_with("see below\n\nLog\n\nDate\tUser")
    );
    assert!(message.text.as_str().ends_with("07700 900777"));
}

#[test]
fn archive_in_a_mail_is_read() {
    let mut mail = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nsee below\n--x\n\
        Content-Type: application/zip; name=\"log.zip\"\nContent-Disposition: attachment; filename=\"log.zip\"\n\n"
        .to_vec();
    mail.extend(archive(&[("list.csv", b"Jo,07700 900777")]));
    mail.extend(b"\n--x--\n");
    let reading = read(&mail, None, &Options::new().format(Format::Mail));
    let message = &reading.parts[0].conversation.messages[0];
    assert_eq!(
        message.text.as_str(),
        "see below\n\nlist.csv\nJo,07700 900777"
    );
}

#[test]
fn mutilated_workbook_is_a_problem_or_read() {
    let bytes = workbook();
    for at in (0..bytes.len()).step_by(7) {
        let mut broken = bytes.clone();
        broken[at] ^= 0x55;
        read(&broken, None, &Options::new().format(Format::Xlsx));
    }
}
