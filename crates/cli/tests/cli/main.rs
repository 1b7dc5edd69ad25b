//! The command `breachscan`, run as a user runs it.

mod assess;
mod candidates;
mod contrast;
mod examples;
mod html;
mod page;
mod redact;
mod rules;
mod scan;
mod stories;
mod support;
