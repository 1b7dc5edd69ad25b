//! Dates and times as people and programs write them.
//!
//! | file | what it holds |
//! |---|---|
//! | `order` | the order of day, month and year, and how it shows |
//! | `date` | dates, in numbers or with the month's name |
//! | `time` | times of day |
//! | `stamp` | both together, with a zone |

mod date;
mod order;
mod stamp;
mod time;

pub(crate) use date::{date, is_mark, is_space, trim_marks};
pub use order::DateOrder;
pub(crate) use order::{Numbers, OrderGuess};
pub(crate) use stamp::{date_and_time, iso, time_of_day, utc};
pub(crate) use time::time;
