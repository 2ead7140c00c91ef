//! English.

pub(super) mod cli;
pub(super) mod codes;
pub(super) mod dates;
pub(super) mod edge;
pub(super) mod entry;
pub(super) mod fields;
pub(super) mod first;
pub(super) mod follow_up;
pub(super) mod intents;
pub(super) mod listing;
pub(super) mod lists;
pub(super) mod lock;
pub(super) mod minutes;
pub(super) mod notices;
pub(super) mod noting;
pub(super) mod queue;
pub(super) mod results;
pub(super) mod rights;
pub(super) mod roof;
pub(super) mod screen;
pub(super) mod settings;
pub(super) mod sittings;
pub(super) mod templates;
pub(super) mod terms;
pub(super) mod whole;
pub(super) mod window;
