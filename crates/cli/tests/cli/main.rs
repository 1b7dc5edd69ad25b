//! The command `breachscan`, run as a user runs it.

mod assess;
mod examples;
mod redact;
mod rules;
mod scan;
mod support;
