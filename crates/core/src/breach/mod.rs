//! From findings and messages to candidates: breach patterns whose signals came together.
//!
//! | file | what it holds |
//! |---|---|
//! | `assessor` | the public entry: patterns, signals, key |
//! | `candidate` | what a pattern found, for a person to look at |
//! | `evidence` | one thing that speaks for or against a candidate, and where it stands |
//! | `severity` | the arithmetic DPC × EI + CB, in full |
//! | `pattern` | one breach pattern as data |
//! | `kind` | the kinds of breach that patterns are mapped to |
//! | `law` | the legal hooks and their wording |
//! | `fingerprint` | a keyed name for a candidate that is the same in every run |
//! | `suppressions` | candidates that somebody has looked at and does not want to see again |

#![allow(dead_code, reason = "the types land before what fills them")]

mod assessor;
mod candidate;
mod evidence;
mod fingerprint;
mod kind;
mod law;
mod pattern;
mod severity;
mod suppressions;

pub use self::assessor::Assessor;
pub use self::candidate::{Candidate, MessageRef};
pub use self::evidence::{Evidence, Role};
pub use self::fingerprint::{Fingerprint, FingerprintKey};
pub use self::kind::BreachKind;
pub use self::law::LegalHook;
pub use self::pattern::Pattern;
pub use self::severity::{Band, Severity};
pub use self::suppressions::{Suppression, Suppressions};
