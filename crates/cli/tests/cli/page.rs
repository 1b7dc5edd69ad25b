//! A page taken apart: elements that close, ids that are there.

use std::collections::BTreeSet;

/// What a test wants to know of a page.
#[derive(Default)]
pub struct Page {
    /// Elements by name, in order.
    pub elements: Vec<String>,
    pub ids: Vec<String>,
    /// What `href="#…"`, `aria-labelledby` and `for` point to.
    pub targets: BTreeSet<String>,
    /// What `src` and other links point to.
    pub fetched: Vec<String>,
    /// The text, markup taken off.
    pub text: String,
}

const VOID: [&str; 3] = ["meta", "br", "link"];

/// Takes a page apart, and panics where an element is not closed in its turn.
pub fn parse(page: &str) -> Page {
    let mut found = Page::default();
    let mut open: Vec<String> = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").expect("a doctype");
    while let Some(at) = rest.find('<') {
        found.text.push_str(&rest[..at]);
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(
                open.pop().as_deref(),
                Some(name),
                "{name} closes in its turn"
            );
            continue;
        }
        let name = tag.split(' ').next().expect("a name").to_owned();
        attributes(tag, &mut found);
        if name == "style" {
            rest = &rest[rest.find("</style>").expect("the style ends")..];
        }
        if !VOID.contains(&&*name) {
            open.push(name.clone());
        }
        found.elements.push(name);
    }
    assert_eq!(open, Vec::<String>::new(), "every element is closed");
    found
}

fn attributes(tag: &str, found: &mut Page) {
    let mut parts = tag.split('"');
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        let name = name
            .trim_end_matches('=')
            .rsplit(' ')
            .next()
            .expect("a name");
        match (name, value.strip_prefix('#')) {
            ("id", _) => found.ids.push(value.to_owned()),
            ("href", Some(target)) => drop(found.targets.insert(target.to_owned())),
            ("href" | "src" | "srcset" | "action" | "data", None) => {
                found.fetched.push(value.to_owned())
            }
            ("aria-labelledby", _) => found.targets.extend(value.split(' ').map(str::to_owned)),
            _ => {}
        }
    }
}
