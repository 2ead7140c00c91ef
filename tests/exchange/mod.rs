//! Files in and out, as schools and colleagues really send them and read them.

mod bundle;
mod calendar;
pub(crate) mod lists;
pub(crate) mod minutes;
pub(crate) mod whole;
