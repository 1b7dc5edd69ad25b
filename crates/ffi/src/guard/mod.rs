//! The border between C and Rust: every line of this crate that is unsafe.
//!
//! An export is one call of [`guarded!`], whose body gets a [`Caller`]: the promise, for as long as the call lasts,
//! that its arguments are what the header says. All that turns pointers into values is asked of it.
//!
//! - `panic`: nothing unwinds into C, and nothing is printed
//! - `pointer`: arguments in, results out
//! - `sized`: structs that grow from version to version
//! - `handle`: objects that C holds, used by one call at a time
//! - `callback`: calls back into C
//! - `text`: text that C reads
//! - `status`: what every call answers

pub(crate) mod callback;
pub(crate) mod handle;
#[macro_use]
pub(crate) mod panic;
pub(crate) mod pointer;
pub(crate) mod sized;
pub(crate) mod status;
pub(crate) mod text;

pub(crate) use self::handle::{Exclusive, Handle};
pub(crate) use self::pointer::Caller;
pub(crate) use self::status::Failure;
