//! Stories: one task of a chair per file, keys in, screen and rows out.

mod boundaries;
mod contacts;
mod count_keys;
mod crash;
mod find;
mod forms;
mod full;
mod meeting;
mod mouse;
mod notes;
mod plan;
mod read_back;
mod timeline;
mod undo;
