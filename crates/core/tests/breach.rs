//! The breach room: every signal's and every pattern's own examples, and the laws that hold for all candidates.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use breachscan::Scanner;
use breachscan::breach::{Assessor, Candidate};
use breachscan::message::{
    App, Attachment, AttachmentKind, Channel, ChannelKind, Conversation, Event, LookUp, Message,
    Party, Recipient, RecipientRole, Text, Timestamp,
};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    for (folder, probes) in [("signals", &PROBES), ("signs", &SIGN_PROBES)] {
        for (name, table) in tables(folder) {
            if name != "composed" {
                trials.push(Trial::test(format!("signal {name}"), move || {
                    signal(&table, probes)
                }));
            }
        }
    }
    for (name, table) in tables("breach") {
        for (number, example) in array(&table, "example").into_iter().enumerate() {
            let (name, why) = (name.clone(), text(&example, "why").to_owned());
            let title = format!("pattern {name} {number}: {why}");
            trials.push(Trial::test(title, move || pattern(&name, &example)));
        }
    }
    trials.push(Trial::test(
        "every name in a pattern is known",
        names_are_known,
    ));
    trials.push(Trial::test(
        "the same chat gives the same candidates",
        || {
            let assess = || format!("{:?}", candidates(&chat()));
            equal(assess(), assess())
        },
    ));
    trials.push(Trial::test(
        "candidates name their law and arithmetic",
        laws,
    ));
    trials.push(Trial::test(
        "an audit log and a message are joined on the plate",
        join,
    ));
    libtest_mimic::run(&arguments, trials).exit();
}

fn tables(folder: &str) -> Vec<(String, toml::Table)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut tables = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            tables.push((name, fs::read_to_string(&path).unwrap().parse().unwrap()));
        }
    }
    tables.sort_by(|a, b| a.0.cmp(&b.0));
    tables
}

/// All signals, and for each a pattern that asks for it alone.
static PROBES: LazyLock<Assessor> = LazyLock::new(|| {
    let composed = Path::new(env!("CARGO_MANIFEST_DIR")).join("signals/composed.toml");
    probes("signals", &fs::read_to_string(composed).unwrap())
});

/// The same of all signs.
static SIGN_PROBES: LazyLock<Assessor> = LazyLock::new(|| probes("signs", ""));

fn probes(folder: &str, composed: &str) -> Assessor {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let read = |id: &str| fs::read_to_string(path.join(format!("{id}.toml"))).unwrap();
    let ids = tables(folder).into_iter().map(|(id, _)| id);
    let ids: Vec<String> = ids.filter(|id| id != "composed").collect();
    let signals: Vec<String> = ids.iter().map(|id| read(id)).collect();
    let probe = |id: &String| {
        format!(
            "id = \"{id}\"\nname = \"\"\nabout = \"\"\nkinds = []\nlowered-by = []\ndpc = 1\n[[way]]\nneed = [[\"{id}\"]]\n"
        )
    };
    let probes: Vec<String> = ids.iter().map(probe).collect();
    let named = |texts: &'static [String], ids: &'static [String]| {
        ids.iter()
            .map(String::as_str)
            .zip(texts.iter().map(String::as_str))
    };
    let (ids, signals, probes) = (ids.leak(), signals.leak(), probes.leak());
    Assessor::only(
        named(signals, ids),
        ("composed", composed),
        named(probes, ids),
    )
    .unwrap()
}

fn signal(table: &toml::Table, probes: &Assessor) -> Result<(), Failed> {
    let id = text(table, "id");
    let sees = |words: &str| {
        let found = probes.assess(&Scanner::builtin(), &[note(words)]);
        found.iter().any(|candidate| candidate.pattern.id() == id)
    };
    for hit in strings(table, "hits") {
        if !sees(hit) {
            return Err(format!("{id} is not seen in {hit:?}").into());
        }
    }
    for miss in strings(table, "misses") {
        if sees(miss) {
            return Err(format!("{id} is seen in {miss:?}").into());
        }
    }
    Ok(())
}

fn pattern(name: &str, example: &toml::Table) -> Result<(), Failed> {
    let found = candidates(&conversation(example));
    let is_found = found.iter().any(|candidate| candidate.pattern.id() == name);
    equal(is_found, example["hit"].as_bool().unwrap())
}

fn candidates(conversation: &Conversation) -> Vec<Candidate> {
    Assessor::builtin().assess(&Scanner::builtin(), std::slice::from_ref(conversation))
}

/// A conversation as an example writes it.
fn conversation(example: &toml::Table) -> Conversation {
    match text(example, "app") {
        "email" => mail(example),
        "document" => note(text(example, "text")),
        "audit" => audit(example),
        app => messages(app, example),
    }
}

fn messages(app: &str, example: &toml::Table) -> Conversation {
    let app = if app == "telegram" {
        App::Telegram
    } else {
        App::WhatsApp
    };
    let kind = if example.contains_key("group") {
        ChannelKind::Group
    } else {
        ChannelKind::Direct
    };
    let mut channel = Channel::new(app, kind);
    channel.name = example
        .get("group")
        .and_then(|name| name.as_str())
        .map(str::to_owned);
    let mut made = Conversation::new(channel);
    for (minute, line) in strings(example, "lines").into_iter().enumerate() {
        made.messages.push(message(line, minute as i64));
    }
    let mut senders: Vec<_> = made
        .messages
        .iter()
        .filter_map(|message| message.sender.clone())
        .collect();
    senders.sort_by(|a, b| a.key().cmp(b.key()));
    senders.dedup();
    if senders.len() > 2 {
        made.channel.kind = ChannelKind::Group;
    }
    made
}

/// `Sender: words`, with `[image]` for a picture, or `* created` for an event.
fn message(line: &str, minute: i64) -> Message {
    if let Some(event) = line.strip_prefix("* ") {
        let mut message = Message::new(Text::new(""));
        message.event = Some(if event == "created" {
            Event::Created
        } else {
            Event::Joined(Vec::new())
        });
        return message;
    }
    let (sender, words) = line.split_once(": ").unwrap_or(("", line));
    let mut message = Message::new(Text::new(words.replace("[image]", "")));
    message.sender = Some(Party::named(sender));
    message.time = Some(Timestamp::local(1_700_000_000 + 90 * minute));
    if words.contains("[image]") {
        message
            .attachments
            .push(Attachment::new(AttachmentKind::Image));
    }
    message
}

fn mail(example: &toml::Table) -> Conversation {
    let mut mail = Message::new(Text::new(text(example, "text")));
    mail.sender = Some(Party::at(text(example, "from")));
    for to in strings(example, "to") {
        mail.recipients.push(Recipient {
            party: Party::at(to),
            role: RecipientRole::To,
        });
    }
    let mut made = Conversation::new(Channel::new(App::Email, ChannelKind::Mailbox));
    made.messages.push(mail);
    made
}

fn note(words: &str) -> Conversation {
    let mut made = Conversation::new(Channel::new(App::Document, ChannelKind::File));
    made.messages.push(Message::new(Text::new(words)));
    made
}

/// A day and an hour.
fn at(text: &str) -> Timestamp {
    let (day, hour) = text.split_once(' ').unwrap();
    let hours = day.parse::<i64>().unwrap() * 24 + hour.parse::<i64>().unwrap();
    Timestamp::local(1_699_920_000 + 3600 * hours)
}

/// Rows as `day hour | user | system | action | subject | reason | linked | duty | other=value`.
fn audit(example: &toml::Table) -> Conversation {
    let mut made = Conversation::new(Channel::new(App::AuditLog, ChannelKind::File));
    for row in strings(example, "rows") {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let cell = |at: usize| cells.get(at).map(|cell| (*cell).to_owned());
        let mut message = Message::new(Text::new(row));
        message.sender = Some(Party::at(cells[1]));
        message.time = Some(at(cells[0]));
        let mut look_up = LookUp::default();
        look_up.system = cell(2);
        look_up.action = cell(3);
        look_up.subject = cell(4);
        look_up.reason = cell(5);
        look_up.linked = cell(6);
        look_up.duty = cell(7);
        for other in cells.iter().skip(8).filter_map(|cell| cell.split_once('=')) {
            let value = other.1.to_owned();
            match other.0 {
                "to" => message.recipients.push(Recipient {
                    party: Party::at(value),
                    role: RecipientRole::To,
                }),
                "unit" => look_up.unit = Some(value),
                "site" => look_up.site = Some(value),
                "until" => look_up.until = Some(at(&value)),
                "left" => look_up.dates.push(("left".to_owned(), at(&value))),
                name => look_up.others.push((name.to_owned(), value)),
            }
        }
        message.look_up = Some(Box::new(look_up));
        made.messages.push(message);
    }
    made
}

/// Two people, a request and an answer that police systems hold.
fn chat() -> Conversation {
    let lines = [
        "Her: can you check who owns AB49 CDE, it keeps parking outside",
        "Kez: ran it through PNC, Wilf Aldergrove, 14 Larkspur Close, on bail for harassment. don't say I said",
    ];
    let mut made = Conversation::new(Channel::new(App::Sms, ChannelKind::Direct));
    made.messages = lines
        .iter()
        .enumerate()
        .map(|(at, line)| message(line, at as i64))
        .collect();
    made
}

fn laws() -> Result<(), Failed> {
    let found = candidates(&chat());
    let check = found
        .iter()
        .find(|candidate| candidate.pattern.catalogue() == Some("BP-10"));
    let Some(check) = check else {
        return Err("no candidate of BP-10".into());
    };
    equal(check.severity.band().as_str(), "very-high")?;
    for candidate in &found {
        let law: Vec<String> = candidate
            .pattern
            .law()
            .iter()
            .map(ToString::to_string)
            .collect();
        equal(law.iter().any(|hook| hook.contains("may be engaged")), true)?;
        equal(law.iter().any(|hook| hook.contains("offence")), false)?;
        equal(candidate.severity.to_string().contains("DPC"), true)?;
        equal(candidate.evidence.is_empty(), false)?;
    }
    Ok(())
}

fn join() -> Result<(), Failed> {
    let mut log = Conversation::new(Channel::new(App::AuditLog, ChannelKind::File));
    let mut row = Message::new(Text::new("kezm PNC #VE AB49CDE"));
    row.time = Some(Timestamp::local(1_700_000_000));
    let mut look_up = LookUp::default();
    look_up.subject = Some("AB49CDE".into());
    row.look_up = Some(Box::new(look_up));
    log.messages.push(row);
    let mut later = Conversation::new(Channel::new(App::WhatsApp, ChannelKind::Direct));
    later.messages.push(message(
        "Kez: that AB49 CDE is Wilf Aldergrove, 14 Larkspur Close",
        9,
    ));
    let joined = |conversations: &[Conversation]| {
        let found = Assessor::builtin().assess(&Scanner::builtin(), conversations);
        found
            .iter()
            .any(|candidate| candidate.pattern.id() == "look-up-disclosed")
    };
    equal(joined(&[log, later.clone()]), true)?;
    equal(joined(&[later]), false)
}

/// A name that is neither signal, rule, family nor fact would never be seen: the pattern would be silently deaf.
fn names_are_known() -> Result<(), Failed> {
    let folders = ["signals", "signs"].into_iter();
    let signals: Vec<String> = folders.flat_map(tables).map(|(name, _)| name).collect();
    let scanner = Scanner::builtin();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/breach");
    let known =
        ["facts.rs", "concepts.rs"].map(|file| fs::read_to_string(source.join(file)).unwrap());
    let weights = fs::read_to_string(source.join("../../weights.toml")).unwrap();
    let weights = ("weights".to_owned(), weights.parse().unwrap());
    for (pattern, table) in tables("breach").into_iter().chain([weights]) {
        let mut names: Vec<String> = Vec::new();
        for way in array(&table, "way") {
            collect(way.get("where"), &mut names);
            collect(way.get("need"), &mut names);
            collect(way.get("absent"), &mut names);
            collect(way.get("unless"), &mut names);
        }
        for weights in ["raise", "lower", "lead", "names", "several"] {
            if let Some(weights) = table.get(weights).and_then(toml::Value::as_table) {
                names.extend(weights.keys().cloned());
            }
        }
        for name in names {
            let is_known = signals.contains(&name)
                || scanner.rule(&name).is_some()
                || known
                    .iter()
                    .any(|file| file.contains(&format!("\"{name}\",")));
            if !is_known {
                return Err(format!("{pattern} names {name}, which nothing is").into());
            }
        }
    }
    Ok(())
}

fn collect(value: Option<&toml::Value>, names: &mut Vec<String>) {
    match value {
        Some(toml::Value::String(name)) => names.push(name.clone()),
        Some(toml::Value::Array(values)) => {
            values.iter().for_each(|value| collect(Some(value), names))
        }
        Some(toml::Value::Table(table)) => collect(table.get("any"), names),
        _ => {}
    }
}

fn text<'t>(table: &'t toml::Table, key: &str) -> &'t str {
    table
        .get(key)
        .and_then(toml::Value::as_str)
        .unwrap_or_default()
}

fn strings<'t>(table: &'t toml::Table, key: &str) -> Vec<&'t str> {
    let values = table.get(key).and_then(toml::Value::as_array);
    values
        .into_iter()
        .flatten()
        .filter_map(toml::Value::as_str)
        .collect()
}

fn array(table: &toml::Table, key: &str) -> Vec<toml::Table> {
    let values = table.get(key).and_then(toml::Value::as_array);
    values
        .into_iter()
        .flatten()
        .filter_map(toml::Value::as_table)
        .cloned()
        .collect()
}

fn equal<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), Failed> {
    if found == expected {
        return Ok(());
    }
    Err(format!("found {found:?}, expected {expected:?}").into())
}
