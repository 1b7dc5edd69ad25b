//! From TOML text to patterns, every refusal with its file and line.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::kind::BreachKind;
use super::law::LegalHook;
use super::pattern::{Need, Pattern, Way, Window};
use super::severity::Band;
use crate::error::{Error, Place};

/// Provisions of which each pattern names at least the first: what a breach is.
const ALWAYS: [LegalHook; 2] = [LegalHook::GdprBreach, LegalHook::DpaNotification];

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PatternFile {
    id: Spanned<String>,
    catalogue: Option<String>,
    name: String,
    about: String,
    kinds: Vec<Spanned<String>>,
    #[serde(default)]
    law: Vec<Spanned<String>>,
    lowered_by: Vec<String>,
    #[serde(default)]
    not_assessed: Vec<String>,
    dpc: u32,
    floor: Option<Spanned<String>>,
    way: Vec<Spanned<WayFile>>,
    #[serde(default)]
    raise: BTreeMap<String, u32>,
    #[serde(default)]
    lower: BTreeMap<String, u32>,
    #[serde(default)]
    lead: BTreeMap<String, u32>,
    /// Examples are the tests' own to read.
    #[serde(default)]
    #[expect(dead_code, reason = "named so that the schema admits them")]
    example: Vec<toml::Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WayFile {
    #[serde(default)]
    r#where: Vec<Vec<String>>,
    #[serde(default)]
    unless: Vec<String>,
    need: Vec<NeedFile>,
    #[serde(default)]
    absent: Vec<String>,
    messages: Option<usize>,
    minutes: Option<i64>,
    bytes: Option<usize>,
    #[serde(default)]
    same_sender: bool,
    #[serde(default)]
    reply: bool,
    #[serde(default)]
    least: i64,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum NeedFile {
    Any(Vec<String>),
    Counted {
        any: Vec<String>,
        #[serde(default = "one")]
        count: usize,
        #[serde(default = "one")]
        distinct: usize,
    },
}

fn one() -> usize {
    1
}

/// Reads the pattern of one TOML text; `name` is for errors.
pub(super) fn load(name: &str, text: &str) -> Result<Pattern, Error> {
    let refuse = |at: usize, message: &str| Error::rule(Place::of(name, text, Some(at)), message);
    let file: PatternFile = toml::from_str(text)
        .map_err(|error| refuse(error.span().map_or(0, |span| span.start), error.message()))?;
    let kinds = file.kinds.iter().map(|kind| {
        BreachKind::from_code(kind.get_ref())
            .ok_or_else(|| refuse(kind.span().start, "kinds are K01 to K21"))
    });
    let kinds = kinds.collect::<Result<_, _>>()?;
    let mut law = ALWAYS.to_vec();
    for hook in &file.law {
        law.push(
            LegalHook::parse(hook.get_ref())
                .ok_or_else(|| refuse(hook.span().start, "no legal hook has this id"))?,
        );
    }
    law.sort_unstable();
    law.dedup();
    let floor = file.floor.as_ref().map(|floor| {
        Band::parse(floor.get_ref()).ok_or_else(|| {
            refuse(
                floor.span().start,
                "a floor is low, medium, high or very-high",
            )
        })
    });
    if file.way.is_empty() {
        return Err(refuse(
            file.id.span().start,
            "no [[way]]; a pattern needs at least one",
        ));
    }
    let mut ways = Vec::new();
    for way in file.way {
        let at = way.span().start;
        ways.push(build_way(way.into_inner()).map_err(|message| refuse(at, message))?);
    }
    Ok(Pattern {
        id: file.id.into_inner(),
        catalogue: file.catalogue,
        name: file.name,
        about: file.about,
        kinds,
        law,
        lowered_by: file.lowered_by,
        not_assessed: file.not_assessed,
        dpc: file.dpc,
        floor: floor.transpose()?,
        ways,
        raise: file.raise,
        lower: file.lower,
        lead: file.lead,
    })
}

fn build_way(file: WayFile) -> Result<Way, &'static str> {
    let need: Vec<Need> = file.need.into_iter().map(need).collect();
    if need.is_empty() || need.iter().any(|need| need.any.is_empty()) {
        return Err("a way needs at least one group of signals, and each group at least one");
    }
    Ok(Way {
        conditions: file.r#where,
        unless: file.unless,
        need,
        absent: file.absent,
        window: Window {
            messages: file.messages.unwrap_or(usize::MAX).max(1),
            seconds: file.minutes.map(|minutes| minutes.saturating_mul(60)),
            bytes: file.bytes,
        },
        same_sender: file.same_sender,
        reply: file.reply,
        least: file.least,
    })
}

fn need(file: NeedFile) -> Need {
    match file {
        NeedFile::Any(any) => Need {
            any,
            count: 1,
            distinct: 1,
        },
        NeedFile::Counted {
            any,
            count,
            distinct,
        } => Need {
            any,
            count,
            distinct,
        },
    }
}
