//! The exports as a C program calls them, and the header that describes them.
//!
//! - `support`: calls and objects
//! - `header`: the committed header and list of exports are those of the source
//! - `rooms`: unsafe code lives in the guard rooms
//! - `rules`: compiling, listing, saving and loading
//! - `arguments`: NULL, absurd lengths, short and long structs
//! - `scanning`: callbacks, results, words, redaction
//! - `streams`: chunks and what stops them
//! - `misuse`: panics, calls inside calls, objects freed while they are used
//! - `threads`: one rule set, many threads
//! - `differential`: the findings are those of the Rust interface

mod arguments;
mod differential;
#[cfg(not(sanitized))]
mod header;
mod misuse;
mod rooms;
mod rules;
mod scanning;
mod streams;
mod support;
mod threads;
