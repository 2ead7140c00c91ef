//! Files of others, in and out: bytes in, rows and problems out.
//!
//! The rule of this room: no file is opened here and nothing is stored; what a list says and what is wrong with it are
//! values, which the commands and the program turn into records and sentences.

pub mod lists;
