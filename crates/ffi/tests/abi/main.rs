//! The exports as a C program calls them, and the header that describes them.
//!
//! - `header`: the committed header and list of exports are those of the source
//! - `rooms`: unsafe code lives in the guard rooms

mod header;
mod rooms;
