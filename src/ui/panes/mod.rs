//! The panes and the two lines around them, each written once for every sight.

pub(super) mod agenda;
pub(super) mod beside;
pub(super) mod footer;
pub(super) mod header;
mod lines;
pub(super) mod note;
pub(super) mod point;
pub(super) mod pupil;
pub(super) mod queue;
pub(super) mod setup;
pub(super) mod timeline;
pub(super) mod why;

pub(super) use lines::{action_line, action_lines, due, owner, uncounted, written_line};
