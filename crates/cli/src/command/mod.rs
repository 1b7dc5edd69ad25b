//! What each subcommand does.

mod redact;
mod rules;
mod scan;

pub use self::redact::redact;
pub use self::rules::rules;
pub use self::scan::scan;
