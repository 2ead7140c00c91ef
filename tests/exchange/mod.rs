//! Files in and out, as schools and colleagues really send them and read them.

mod calendar;
mod lists;
pub(crate) mod minutes;
mod whole;
