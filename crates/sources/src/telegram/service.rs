//! What a service message tells.

use breachscan::message::{Event, Party};

use crate::json::Value;

pub(super) fn event(value: &Value<'_>, actor: Option<&Party>) -> Event {
    match value.text("action").as_deref() {
        Some("create_group" | "create_channel") => Event::Created,
        Some("invite_members") => Event::Joined(members(value)),
        Some("join_group_by_link" | "join_group_by_request") => {
            Event::Joined(actor.into_iter().cloned().collect())
        }
        Some("remove_members") => Event::Left(members(value)),
        Some("edit_group_title" | "edit_channel_title") => Event::Renamed,
        Some("migrate_to_supergroup" | "migrate_from_group") => Event::Migrated,
        Some("set_messages_ttl") => match value.get("period").and_then(Value::int) {
            Some(0) => Event::Other,
            _ => Event::Disappearing,
        },
        Some("clear_history") => Event::Deleted,
        Some("take_screenshot") => Event::Screenshot,
        _ => Event::Other,
    }
}

/// The people a service message names.
pub(super) fn members(value: &Value<'_>) -> Vec<Party> {
    let members = value.get("members").map_or(&[][..], Value::items);
    let names = members.iter().filter_map(Value::raw);
    names.map(|name| Party::named(name.decoded())).collect()
}
