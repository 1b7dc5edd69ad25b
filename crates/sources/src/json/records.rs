//! Records one after another: a list, an object that holds one, or one value a line.

use breachscan::Span;

use super::{Broken, Json, Value};
use crate::Reading;
use crate::source::Source;

/// Gives each record with its span in the text. A record is an item of a list, of a list under one of `keys` in an
/// object, or an object itself, several of which may follow one another. Below a broken line the next is tried; what is
/// broken becomes a problem of the reading.
pub(crate) fn each_record(
    reading: &mut Reading,
    source: &Source<'_>,
    keys: &[&str],
    mut record: impl FnMut(&Value<'_>, Span),
) {
    let mut json = Json::new(source.text());
    while json.peek().is_some() {
        let start = json.at();
        if let Err(broken) = one(&mut json, keys, &mut record) {
            reading.trouble(broken.problem(source));
            if !json.resume(start) {
                return;
            }
        }
        json.take(b',');
    }
}

fn one<'a>(
    json: &mut Json<'a>,
    keys: &[&str],
    record: &mut impl FnMut(&Value<'_>, Span),
) -> Result<(), Broken> {
    if json.peek() == Some(b'[') {
        return items(json, record);
    }
    let start = json.at();
    let mut entries = Vec::new();
    let mut is_holder = false;
    json.each_entry(|json, key| {
        if json.peek() == Some(b'[') && keys.contains(&&*key.decoded()) {
            is_holder = true;
            return items(json, record);
        }
        entries.push((key, json.value()?));
        Ok(())
    })?;
    if !is_holder {
        record(&Value::Map(entries), Span::new(start, json.at()));
    }
    Ok(())
}

fn items<'a>(json: &mut Json<'a>, record: &mut impl FnMut(&Value<'_>, Span)) -> Result<(), Broken> {
    json.each_item(|json| {
        json.peek();
        let start = json.at();
        let value = json.value()?;
        record(&value, Span::new(start, json.at()));
        Ok(())
    })
}
