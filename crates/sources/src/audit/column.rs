//! What a column holds, by its name.

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
    Duty,
    Unit,
    /// The row's own number.
    Id,
}

/// Names of columns, in small letters with single spaces for what is neither letter nor digit.
const ALIASES: &[(Column, &[&str])] = &[
    (
        Column::Time,
        &[
            "ts",
            "timestamp",
            "time stamp",
            "datetime",
            "date time",
            "date and time",
            "date",
            "accessed on",
            "accessed at",
            "accessed",
            "access date",
            "access time",
            "access datetime",
            "event date",
            "event time",
            "event datetime",
            "event timestamp",
            "transaction date",
            "transaction datetime",
            "log date",
            "log time",
            "logged at",
            "logged on",
            "viewed on",
            "viewed at",
            "created",
            "created at",
            "when",
            "date of access",
            "date of search",
            "search date",
            "search datetime",
            "date time of access",
        ],
    ),
    (
        Column::Clock,
        &[
            "time",
            "transaction time",
            "time of day",
            "time of access",
            "time of search",
            "search time",
        ],
    ),
    (
        Column::User,
        &[
            "user",
            "user id",
            "userid",
            "uid",
            "user no",
            "user number",
            "collar",
            "collar no",
            "collar number",
            "warrant",
            "warrant no",
            "warrant number",
            "staff no",
            "staff number",
            "staff id",
            "logon",
            "logon id",
            "login",
            "login id",
            "username",
            "operator id",
            "operator no",
            "pnc id of user",
            "pnc user id",
            "officer id",
            "officer no",
            "officer number",
            "shoulder no",
            "shoulder number",
            "badge",
            "badge no",
            "employee id",
            "employee no",
            "employee number",
            "pid",
            "account",
            "fin",
            "pay no",
            "payroll no",
        ],
    ),
    (
        Column::Name,
        &[
            "name",
            "operator",
            "operator name",
            "user name",
            "officer",
            "officer name",
            "full name",
            "staff name",
            "employee",
            "employee name",
            "staff",
            "searched by",
            "viewed by",
            "accessed by",
            "performed by",
            "display name",
            "user full name",
        ],
    ),
    (
        Column::System,
        &[
            "system",
            "application",
            "app",
            "database",
            "source",
            "source system",
            "module",
            "system name",
            "application name",
            "platform",
        ],
    ),
    (
        Column::Action,
        &[
            "action",
            "transaction",
            "transaction type",
            "transaction code",
            "operation",
            "event",
            "event type",
            "activity",
            "activity type",
            "function",
            "query",
            "query type",
            "enquiry",
            "enquiry type",
            "check type",
            "search type",
            "access type",
            "command",
            "type",
        ],
    ),
    (
        Column::Subject,
        &[
            "subject",
            "subject id",
            "subject name",
            "nominal",
            "nominal name",
            "name on record",
            "person",
            "person name",
            "vrm",
            "vehicle",
            "registration",
            "phone",
            "target",
            "searched for",
            "search term",
            "search terms",
            "search text",
            "search criteria",
            "query text",
            "entity",
            "object",
            "data subject",
            "details",
        ],
    ),
    (
        Column::Record,
        &[
            "record ref",
            "recordref",
            "record",
            "record id",
            "record no",
            "record number",
            "record reference",
            "reference",
            "ref",
            "key",
            "urn",
            "occurrence",
            "occurrence no",
            "occurrence number",
            "nominal id",
            "nominal ref",
            "nominal no",
            "nominal number",
            "object id",
            "entity id",
            "custody no",
            "custody record",
            "item",
            "item ref",
            "document",
            "document id",
            "file",
            "file name",
            "pnc id",
        ],
    ),
    (
        Column::Reason,
        &[
            "reason",
            "reason code",
            "reason text",
            "reason for access",
            "reason for check",
            "reason for search",
            "reason given",
            "purpose",
            "purpose code",
            "justification",
            "why",
            "explanation",
            "explanation by user",
            "access reason",
            "search reason",
            "enquiry reason",
            "policing purpose",
            "rationale",
            "reason for enquiry",
        ],
    ),
    (
        Column::Originator,
        &[
            "originator",
            "requestor",
            "requester",
            "requested by",
            "on behalf of",
            "requesting officer",
            "origin",
            "requested for",
        ],
    ),
    (
        Column::Linked,
        &[
            "linked",
            "linked ref",
            "linked to",
            "linked incident",
            "linked reference",
            "incident",
            "incident no",
            "incident number",
            "incident ref",
            "crime",
            "crime no",
            "crime number",
            "crime ref",
            "cad",
            "cad no",
            "cad ref",
            "log",
            "log no",
            "log ref",
            "task",
            "job",
            "job no",
            "related incident",
            "related ref",
            "linked log",
            "linked crime",
            "linked cad",
            "verified against",
            "op name",
            "operation name",
            "investigation",
        ],
    ),
    (
        Column::Terminal,
        &[
            "terminal",
            "terminal id",
            "device",
            "device id",
            "device name",
            "workstation",
            "machine",
            "host",
            "hostname",
            "ip",
            "ip address",
            "location",
            "site",
            "computer",
            "asset",
            "pc name",
        ],
    ),
    (
        Column::Duty,
        &[
            "duty",
            "duty state",
            "duty status",
            "on duty",
            "off duty",
            "shift",
            "shift status",
            "rostered",
            "on shift",
            "duty at time",
        ],
    ),
    (
        Column::Unit,
        &[
            "unit",
            "role",
            "rank",
            "team",
            "department",
            "dept",
            "posting",
            "assigned team",
            "division",
            "station",
            "bcu",
            "directorate",
            "job title",
            "grade",
            "user role",
            "user unit",
        ],
    ),
    (
        Column::Id,
        &[
            "id",
            "event id",
            "eventid",
            "seq",
            "sequence",
            "log id",
            "row",
            "no",
            "audit id",
            "transaction id",
        ],
    ),
];

/// What a column of this name holds, if that is known.
pub(super) fn of_name(name: &str) -> Option<Column> {
    let name = normal(name);
    let found = ALIASES
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()));
    found.map(|&(column, _)| column)
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
        assert_eq!(of_name("dist_from_posting_km"), None);
    }

    #[test]
    fn every_alias_is_normal_and_has_one_meaning() {
        let all: Vec<_> = ALIASES.iter().flat_map(|(_, names)| *names).collect();
        for (index, name) in all.iter().enumerate() {
            assert_eq!(normal(name), **name);
            assert!(!all[..index].contains(name), "{name} is there twice");
        }
    }
}
