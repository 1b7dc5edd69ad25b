//! From an input to windows of text, with the places on disk.
//!
//! - `windows`: a file as one window, or a large one as many that overlap
//! - `text`: a window as UTF-8, and its way back to the disk
//! - `lines`: line and column of an offset
//! - `encoding`: UTF-16 by its byte order mark

mod encoding;
mod lines;
mod text;
mod windows;

pub use self::lines::{Lines, Place};
pub use self::text::Text;
pub use self::windows::{Limits, Window, Windows};
