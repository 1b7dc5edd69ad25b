//! What each subcommand does.

mod assess;
mod redact;
mod rules;
mod scan;

pub use self::assess::assess;
pub use self::redact::redact;
pub use self::rules::rules;
pub use self::scan::scan;
