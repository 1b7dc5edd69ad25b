//! The stories of the example exports: each kind of breach has one, and is found where it stands.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;

use crate::support::run;

/// Every candidate of the example exports.
static CANDIDATES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let found = run(&data(), &["assess", "--format", "jsonl", "."], b"");
    assert_eq!((found.status, &*found.stderr), (0, ""));
    found.lines()
});

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data")
}

/// What stands in the file where a message lies.
fn message(path: &str, message: &Value) -> String {
    let bytes = std::fs::read(data().join(path)).expect("the file");
    let at = |name: &str| message[name].as_u64().expect("a place") as usize;
    String::from_utf8_lossy(&bytes[at("start")..at("end")]).into_owned()
}

/// Asserts that `pattern` is a candidate in the file, is of the kind, and rests on the message with these words.
fn story(kind: &str, path: &str, pattern: &str, words: &str) {
    let in_file = |candidate: &&Value| candidate["path"] == format!("./{path}").as_str();
    let candidates: Vec<&Value> = CANDIDATES.iter().filter(in_file).collect();
    let of_pattern = candidates
        .iter()
        .filter(|candidate| candidate["pattern"] == pattern);
    let holds = |candidate: &&&Value| {
        let messages = candidate["messages"].as_array().expect("messages");
        let mut own = messages
            .iter()
            .filter(|message| message.get("path").is_none());
        own.any(|place| message(path, place).contains(words))
    };
    let found = of_pattern.clone().find(holds);
    let patterns: Vec<&Value> = candidates
        .iter()
        .map(|candidate| &candidate["pattern"])
        .collect();
    let found =
        found.unwrap_or_else(|| panic!("{path}: no {pattern} with these words, but {patterns:?}"));
    let kinds = found["kinds"].as_array().expect("kinds");
    assert!(
        kinds.iter().any(|code| code == kind),
        "{pattern} is not of {kind}: {kinds:?}"
    );
}

const TELEGRAM: &str = "telegram-vehicle-crime/result.json";
const TEAM: &str = "whatsapp-android/WhatsApp Chat with Response Team B.txt";
const LOVELIES: &str = "whatsapp-ios/_chat.txt";

#[test]
fn k01_suspects_details_in_a_group() {
    let licence = "It's got his driver number";
    story("K01", LOVELIES, "group-chat-disclosure", licence);
    let suspect = "Tyrone Whitlock";
    story("K01", TELEGRAM, "group-chat-disclosure", suspect);
}

#[test]
fn k02_audience_far_too_wide() {
    story("K02", TELEGRAM, "wide-audience", "RJ70 is Mrs Imelda");
}

#[test]
fn k03_unofficial_group() {
    let words = "not police but we do the tracker";
    story("K03", TELEGRAM, "operational-group", words);
}

#[test]
fn k04_group_moved_to_another_application() {
    story("K04", TELEGRAM, "app-migration", "Whos got the old chat");
}

#[test]
fn k05_leaver_still_receives_data() {
    story("K05", LOVELIES, "leaver-access", "gone to Leeds");
}

#[test]
fn k06_identity_document_photographed() {
    story(
        "K06",
        LOVELIES,
        "identity-document-image",
        "PHOTO-2023-03-18-19-52-26.jpg",
    );
}

#[test]
fn k07_duty_data_on_a_private_device() {
    story("K07", LOVELIES, "private-device", "with your own phone?");
}

#[test]
fn k08_picture_of_a_police_screen() {
    story("K08", TELEGRAM, "screen-image", "off the anpr screen");
}

#[test]
fn k09_look_up_out_of_curiosity() {
    story(
        "K09",
        TEAM,
        "look-up-curiosity",
        "so obviously I had a little look",
    );
}

#[test]
fn k10_look_up_of_a_neighbour() {
    story(
        "K10",
        TEAM,
        "look-up-relation",
        "new neighbours moved in at 27",
    );
}

#[test]
fn k11_look_up_for_a_divorce() {
    story("K11", TEAM, "look-up-own-case", "its MY divorce");
}

#[test]
fn k12_outsider_told_of_a_warrant() {
    story(
        "K12",
        "signal/chat-with-tam.txt",
        "tip-off",
        "going through the door",
    );
}

#[test]
fn k13_look_up_in_the_log_and_disclosure_in_a_chat() {
    let chat = "whatsapp-android/WhatsApp Chat with Nadia.txt";
    story(
        "K13",
        chat,
        "look-up-disclosed",
        "comes back to a Wilf Aldergrove",
    );
}

#[test]
fn k14_victim_mocked() {
    story(
        "K14",
        "snapchat/chat_history.json",
        "victim-ridiculed",
        "what a name",
    );
}

#[test]
fn k15_stick_given_to_an_outsider() {
    let mail = "mail/06-usb-hand-over.eml";
    story("K15", mail, "removable-media", "blue SanDisk");
}

#[test]
fn k16_work_record_to_a_private_mailbox() {
    let mail = "mail/01-work-record-to-private-mailbox.eml";
    story("K16", mail, "private-mailbox", "Subject: ");
}

#[test]
fn k17_arrest_posted_on_a_public_page() {
    let mail = "mail/09-post-on-a-public-page.eml";
    story("K17", mail, "social-media-post", "nicked my old PE teacher");
}

#[test]
fn k18_systems_used_without_a_purpose() {
    story("K18", "audit/lookups.csv", "audit-look-up", "6104");
}

#[test]
fn k19_log_in_shared() {
    story(
        "K19",
        "teams/custody-sergeants.json",
        "shared-login",
        "just go in as me",
    );
}

#[test]
fn k20_several_people_open_one_record() {
    story("K20", "audit/lookups.csv", "record-crowd", "P-100001");
}

#[test]
fn k21_known_breach_not_reported() {
    story(
        "K21",
        "mail/10-not-worth-a-form.eml",
        "cover-up",
        "not going to report it",
    );
}

#[test]
fn names_sold_in_a_chat_inside_an_archive() {
    let path = "./claims/WhatsApp Chat - Recovery Ron.zip!_chat.txt";
    let sold = CANDIDATES
        .iter()
        .find(|candidate| candidate["path"] == path && candidate["pattern"] == "paid-disclosure")
        .expect("the sale");
    assert_eq!(sold["severity"], "very-high");
    let phone = sold["evidence"].as_array().expect("evidence").iter();
    let phones = phone.filter(|evidence| evidence["rule"] == "uk-phone");
    assert!(phones.clone().count() >= 1);
    assert!(phones.clone().all(|phone| phone["exact"] == true));
}

#[test]
fn lawful_look_alikes_are_no_candidates() {
    let paths = CANDIDATES
        .iter()
        .map(|candidate| candidate["path"].as_str().expect("a path"));
    let loud: Vec<&str> = paths
        .filter_map(|path| path.strip_prefix("./quiet/"))
        .collect();
    assert_eq!(loud, Vec::<&str>::new());
}
