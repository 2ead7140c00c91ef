//! Dutch.

pub(super) mod cli;
pub(super) mod codes;
pub(super) mod dates;
pub(super) mod fields;
pub(super) mod intents;
pub(super) mod minutes;
pub(super) mod notices;
pub(super) mod screen;
