//! Every sentence, in Dutch and English.
//!
//! A [`Catalog`] holds fields and functions that match on every value, so that a sentence which is missing in one
//! language does not compile. No other room holds a sentence.

pub mod field;
pub mod notice;
