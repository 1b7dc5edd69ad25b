//! The command `breachscan`, run as a user runs it.

mod examples;
mod redact;
mod rules;
mod scan;
mod support;
