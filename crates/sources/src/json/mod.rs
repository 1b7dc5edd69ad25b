//! JSON read where it lies: strings keep their place in the file, and what stands before a break is kept.
//!
//! Exports are larger than what a tree of values should hold, so the outer levels are walked and only a message at a
//! time becomes a [`Value`]. Telegram writes control characters as `\xHH`, which JSON does not know; it is read.
//!
//! | file | what it holds |
//! |---|---|
//! | `walk` | objects and lists, entry by entry |
//! | `records` | records one after another, in a list or one a line |
//! | `value` | one value as a tree |
//! | `string` | strings, their escapes and their places |

mod records;
mod string;
mod value;
mod walk;

pub(crate) use records::each_record;
pub(crate) use string::Raw;
pub(crate) use value::Value;
pub(crate) use walk::{Broken, Json};

/// Levels of lists and objects inside one another.
const MAX_DEPTH: usize = 64;
