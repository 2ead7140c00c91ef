//! Files of others, in and out: bytes in, rows and problems out; records in, documents out.
//!
//! The rule of this room: no file is opened here and nothing is stored; what a list says and what is wrong with it are
//! values, which the commands and the program turn into records and sentences. What goes out is made from types that
//! hold nothing private.

pub mod bundle;
pub mod calendar;
mod drawing;
pub mod formula;
pub mod lists;
pub mod minutes;
pub mod results;
pub mod whole;
