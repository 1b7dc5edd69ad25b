//! What a column holds, by its name.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// What a column of an audit log holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Column {
    /// Date, or date and time.
    Time,
    /// The time of day beside a column with the date.
    Clock,
    /// The user's number or login.
    User,
    /// The user's name.
    Name,
    System,
    Action,
    Subject,
    Record,
    Reason,
    Originator,
    Linked,
    Terminal,
    /// The building or place that it was done from.
    Site,
    Duty,
    Unit,
    /// The row's own number.
    Id,
    /// When a session ended.
    Until,
    /// Who sent a mail.
    From,
    /// Who received a mail.
    To,
}

/// Bytes of the longest name that is looked at.
const MAX_NAME: usize = 80;

/// Names of columns, in small letters with single spaces for what is neither letter nor digit, divided by commas.
const ALIASES: &[(Column, &str)] = &[
    (
        Column::Time,
        "ts, timestamp, time stamp, datetime, date time, date and time, date, accessed on, accessed at, \
         accessed, access date, access time, access datetime, event date, event time, event datetime, \
         event timestamp, transaction date, transaction datetime, log date, log time, logged at, logged on, \
         viewed on, viewed at, created, created at, when, date of access, date of search, search date, \
         search datetime, date time of access, audit date, audit time, audit datetime, date accessed, \
         datetime accessed, time accessed, transaction time stamp, utc, local time, occurred, occurred at, \
         view date, search date time, login time, date of check, date of enquiry, date of view, stamp, sent, \
         sent at, sent on, date sent, time sent, delivered, delivered at, start, start time, started, from time, \
         logged on at, logon time, log on time, session start, signed in, sign in, log on, logon at, opened at, \
         opened on, on, at, viewed, dt, printed, printed at, date opened, read at, last access, opened",
    ),
    (
        Column::Clock,
        "time, tm, transaction time, time of day, time of access, time of search, search time",
    ),
    (
        Column::User,
        "user, user id, userid, uid, user no, user number, collar, collar no, collar number, warrant, \
         warrant no, warrant number, staff no, staff number, staff id, logon, logon id, login, login id, \
         username, operator id, operator no, pnc id of user, pnc user id, officer id, officer no, \
         officer number, shoulder no, shoulder number, badge, badge no, employee id, employee no, \
         employee number, pid, account, fin, pay no, payroll no, officer collar, officer collar number, \
         epaulette, epaulette no, actor, actor id, user login, login name, account name, operator collar, \
         operator collar no, operator collar number, operator warrant no, pnc operator, id of user, \
         user ref, personnel no, personnel number, searcher, who, shoulder, epaulet, pin, ad account, \
         network id, user account, samaccountname, upn, principal, subject user, identity, warrant card, admin, \
         administrator, admin account",
    ),
    (
        Column::Name,
        "name, operator, operator name, user name, officer, officer name, full name, staff name, employee, \
         employee name, staff, searched by, viewed by, accessed by, performed by, display name, \
         user full name, user display name, person searching, checked by, surname of user, owner, account owner, \
         opened by, viewer, op name, searcher name, user surname, staff member, member of staff, member, account holder, \
         logged in as, printed by, downloaded by, exported by, read by, by",
    ),
    (
        Column::System,
        "system, application, app, database, source, source system, module, system name, application name, \
         platform, service, system accessed, system used, data source, dataset, repository",
    ),
    (
        Column::Action,
        "action, transaction, transaction type, transaction code, operation, event, event type, activity, \
         activity type, function, query, query type, enquiry, enquiry type, check type, search type, \
         access type, command, type, event name, operation type, access, audit event, audit action, \
         action type, action taken, transaction desc, transaction description, trans, txn, tx, txn type, verb, \
         did, what, \
         screen, what was done, what they did, op type, event desc, event description, activity description, \
         change, change type, changed, observation, observations",
    ),
    (
        Column::Subject,
        "subject, subject id, subject name, nominal, nominal name, name on record, person, person name, vrm, \
         vehicle, registration, phone, target, searched for, search term, search terms, search text, \
         search criteria, query text, entity, object, data subject, details, name searched, \
         subject of search, person searched, searched, search, search string, search value, search subject, \
         subject vrm, keyed, criteria, parameters, query string, number plate, plate, msisdn, phone number, \
         telephone, address, looked for, looked up, asked for, object desc, object description, key data, \
         whose record, name of subject, name viewed, nominal viewed, subject of record, about, data keyed, \
         search input, searched text, what was searched, typed, entered, string",
    ),
    (
        Column::Record,
        "record ref, recordref, record, record id, record no, record number, record reference, reference, \
         ref, key, urn, occurrence, occurrence no, occurrence number, nominal id, nominal ref, nominal no, \
         nominal number, object id, entity id, custody no, custody record, item, item ref, document, \
         document id, file, file name, pnc id, record viewed, ref no, ref number, reference no, \
         reference number, record key, detainee, detainee no, detainee number, detainee id, prisoner, prisoner no, \
         case ref, case no, \
         case id, case, case number, nominal key, urn viewed, record opened, \
         file path, path, folder, document name, clip, clip id, footage, recording, exhibit, report no, occ",
    ),
    (
        Column::Reason,
        "reason, reason code, reason text, reason for access, reason for check, reason for search, \
         reason given, purpose, purpose code, justification, why, explanation, explanation by user, \
         access reason, search reason, enquiry reason, policing purpose, rationale, reason for enquiry, \
         reason for view, reason for viewing, reason entered, reason recorded, audit reason, \
         business reason, stated reason, reason for transaction, enquiry purpose, comments, \
         justification given, purpose typed, reason typed, reason free text, free text reason, stated purpose, \
         user reason, reason box, free text, why accessed, why viewed, basis",
    ),
    (
        Column::Originator,
        "originator, requestor, requester, requested by, on behalf of, requesting officer, origin, \
         requested for, orig, originator details, originator field, requested on behalf of, enquirer",
    ),
    (
        Column::Linked,
        "linked, linked ref, linked to, linked incident, linked reference, incident, incident no, \
         incident number, incident ref, crime, crime no, crime number, crime ref, cad, cad no, cad ref, log, \
         log no, log ref, task, job, job no, related incident, related ref, linked log, linked crime, \
         linked cad, verified against, authority, auth, authorisation, authorised by, approved by, approval, \
         authority ref, consent, sanctioned by, auth ref, ticket, ticket no, change no, case link, tasking, \
         task id, operation name, \
         investigation, linked case, linked job, \
         job ref, task ref, incident log, associated incident, incident reference, crime reference, op",
    ),
    (
        Column::Terminal,
        "terminal, terminal id, device, device id, device name, workstation, machine, host, hostname, ip, \
         ip address, computer, asset, pc name, pc, client, client ip, source ip, ws, node, \
         workstation id, terminal no, access point, from device, kiosk, handset",
    ),
    (
        Column::Site,
        "location, site, office, building, place, terminal location, workstation location, logon site, \
         login site, session location, terminal site, where, premises, room, desk",
    ),
    (
        Column::Duty,
        "duty, duty state, duty status, on duty, off duty, shift, shift status, rostered, on shift, \
         duty at time, duty type, roster, rota, duty code, on off duty, booked on",
    ),
    (
        Column::Unit,
        "unit, role, rank, team, department, dept, posting, assigned team, division, station, bcu, \
         directorate, job title, grade, user role, user unit, section, branch, ward, base, home station, \
         post, officer rank, position",
    ),
    (
        Column::Id,
        "id, event id, eventid, seq, sequence, log id, row, no, audit id, transaction id, event no, entry, \
         line, index, sample, item no, sr no, serial, serial no, session, session id, msg id, message id, log entry",
    ),
    (
        Column::Until,
        "logoff, log off, logout, log out, logoff time, logout time, logged off, logged out, logged off at, \
         signed out, sign out, session end, end, end time, ended, until, to time, finish, off, closed at, \
         disconnected, out, closed",
    ),
    (
        Column::From,
        "from, sender, mail from, from address, sender address, from addr, return path",
    ),
    (
        Column::To,
        "to, recipient, recipients, rcpt, rcpt to, mail to, to address, recipient address, to addr, sent to, \
         addressee, envelope to, destination, forwarded to",
    ),
];

/// What a column of this name holds, if that is known.
pub(super) fn of_name(name: &str) -> Option<Column> {
    if name.len() > MAX_NAME {
        return None;
    }
    let whole = normal(name);
    let parts = || name.split(['/', '(', '|']).map(normal);
    of_alias(&whole)
        .or_else(|| of_words(&whole))
        .or_else(|| parts().find_map(|part| of_alias(&part)))
}

/// Words that tell what a column holds when one of them stands in its name and none of the words against it; the first
/// that fits counts.
const WORDS: &[(Column, &str, &str)] = &[
    (
        Column::Reason,
        "reason purpose justification rationale explanation",
        "",
    ),
    (Column::Originator, "originator requestor requester", ""),
    (Column::Linked, "linked link", ""),
    (Column::Subject, "params criteria terms keyed typed", ""),
    (
        Column::Time,
        "date datetime timestamp",
        "birth dob born due expiry end release update updated opened closed range",
    ),
    (
        Column::Clock,
        "time",
        "open spent taken elapsed minutes mins seconds zone birth end",
    ),
    (
        Column::User,
        "user userid username collar warrant login logon operator epaulette uid",
        "name role rank unit team type alloc allocated assigned",
    ),
    (
        Column::Name,
        "officer staff employee user operator",
        "role rank unit team type grade alloc allocated assigned",
    ),
    (
        Column::System,
        "system application database",
        "type version",
    ),
    (
        Column::Action,
        "action transaction activity enquiry operation",
        "type id no number",
    ),
    (
        Column::Subject,
        "nominal vrm subject searched",
        "id no number ref type",
    ),
    (Column::Terminal, "terminal workstation device ip", "type"),
    (Column::Duty, "duty shift rostered roster", ""),
    (Column::Unit, "unit team department station", "id"),
    (Column::Site, "site", "id"),
    (
        Column::Linked,
        "case crime incident cad task ticket operation",
        "type division district area category class status offence group name record team exists",
    ),
];

/// Words for a record or a job, which tell what a column holds beside one that says it is a reference.
const REFERRED: &[(Column, &str)] = &[
    (
        Column::Linked,
        "linked incident crime cad log job task investigation",
    ),
    (
        Column::Record,
        "record occurrence occ nominal case custody document file intel",
    ),
];

/// What a longer name holds, by its words.
fn of_words(name: &str) -> Option<Column> {
    let words: Vec<&str> = name.split(' ').collect();
    if words.len() > 6 {
        return None;
    }
    let has = |list: &str| list.split(' ').any(|word| words.contains(&word));
    let plain = WORDS
        .iter()
        .find(|(_, of, against)| has(of) && !has(against));
    let refers = has("ref reference no number id urn viewed accessed");
    let referred = REFERRED.iter().find(|(_, of)| refers && has(of));
    plain
        .map(|(column, ..)| *column)
        .or(referred.map(|(column, _)| *column))
}

fn of_alias(name: &str) -> Option<Column> {
    static COLUMNS: LazyLock<HashMap<&str, Column>> = LazyLock::new(|| {
        let named = |(column, names): &(Column, &'static str)| {
            let column = *column;
            names.split(", ").map(move |name| (name, column))
        };
        ALIASES.iter().flat_map(named).collect()
    });
    COLUMNS.get(name).copied()
}

/// A name in small letters, with one space for each stretch of other characters and before an inner capital.
pub(super) fn normal(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    let mut was_small = false;
    for char in name.chars() {
        if !char.is_alphanumeric() {
            was_small = false;
            if !normal.is_empty() && !normal.ends_with(' ') {
                normal.push(' ');
            }
            continue;
        }
        if was_small && char.is_uppercase() {
            normal.push(' ');
        }
        was_small = char.is_lowercase();
        normal.extend(char.to_lowercase());
    }
    normal.truncate(normal.trim_end().len());
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_many_spellings() {
        assert_eq!(normal("Record_Ref."), "record ref");
        assert_eq!(normal("RecordRef"), "record ref");
        assert_eq!(normal("PNC ID of user"), "pnc id of user");
        assert_eq!(of_name("Warrant No."), Some(Column::User));
        assert_eq!(of_name("DateTime"), Some(Column::Time));
        assert_eq!(of_name("name_on_record"), Some(Column::Subject));
        assert_eq!(of_name("By"), Some(Column::Name));
        assert_eq!(of_name("Opened"), Some(Column::Time));
        assert_eq!(of_name("Closed"), Some(Column::Until));
        for unknown in [
            "dist_from_posting_km",
            "crime_type",
            "minutes_open",
            "Date of birth",
            "Outcome",
        ] {
            assert_eq!(of_name(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn longer_names_tell_by_their_words() {
        for (name, column) in [
            ("Date/Time of access (UTC)", Column::Time),
            ("Officer (collar no.)", Column::User),
            ("Officer viewing", Column::Name),
            ("Reason supplied by officer", Column::Reason),
            ("Record no. viewed", Column::Record),
            ("Crime ref (if any)", Column::Linked),
            ("linked_task", Column::Linked),
            ("Purpose typed", Column::Reason),
            ("Nominal searched", Column::Subject),
            ("OccRef", Column::Record),
            ("Occ number", Column::Record),
            ("Occurrence ref", Column::Record),
        ] {
            assert_eq!(of_name(name), Some(column), "{name}");
        }
    }

    #[test]
    fn every_alias_is_normal_and_has_one_meaning() {
        let all: Vec<_> = ALIASES
            .iter()
            .flat_map(|(_, names)| names.split(", "))
            .collect();
        for (index, name) in all.iter().enumerate() {
            assert_eq!(normal(name), *name);
            assert!(!all[..index].contains(name), "{name} is there twice");
        }
    }
}
