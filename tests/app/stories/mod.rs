//! Stories: one task of a chair per file, keys in, screen and rows out.

mod boundaries;
mod card;
mod contacts;
mod count_keys;
mod crash;
mod find;
mod forms;
mod full;
mod listing;
mod looking_back;
mod meeting;
mod mouse;
mod notes;
mod plan;
mod points;
mod questions;
mod read_back;
mod settings;
mod snippets;
mod undo;
