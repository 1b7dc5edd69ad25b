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
//! | `load` | patterns from TOML text |
//! | `names`, `concepts` | names of signals, rules and facts; families of rules |
//! | `unit` | what is read together, and the marks of what was seen there |
//! | `gather`, `genre`, `facts`, `mail`, `audit`, `join` | from messages to marks |
//! | `phrases` | phrases made of parts that stand near each other |
//! | `window` | where the signals of a pattern come together |
//! | `judge`, `people`, `grade` | from there to a candidate: what speaks for and against it, whose data, how severe |
//! | `weights`, `wording`, `lead` | what a chat, mail or note weighs as a whole, and the pattern it is nearest to |
//! | `suppressions` | candidates that somebody has looked at and does not want to see again |

mod assessor;
mod audit;
mod candidate;
mod concepts;
mod evidence;
mod facts;
mod fingerprint;
mod gather;
mod genre;
mod grade;
mod join;
mod judge;
mod kind;
mod law;
mod lead;
mod load;
mod mail;
mod names;
mod pattern;
mod people;
mod phrases;
mod severity;
mod suppressions;
mod unit;
mod weights;
mod window;
mod wording;

pub use self::assessor::Assessor;
pub use self::candidate::{Candidate, MessageRef};
pub use self::evidence::{Evidence, Role};
pub use self::fingerprint::{Fingerprint, FingerprintKey};
pub use self::kind::BreachKind;
pub use self::law::LegalHook;
pub use self::pattern::Pattern;
pub use self::severity::{Band, Severity};
pub use self::suppressions::{Suppression, Suppressions};
