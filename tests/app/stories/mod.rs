//! Stories: one task of a chair per file, keys in, screen and rows out.

mod boundaries;
mod contacts;
mod count_keys;
mod crash;
mod employers;
mod find;
mod forms;
mod full;
mod history;
mod meeting;
mod mouse;
mod notes;
mod plan;
mod read_back;
mod relapse;
mod terms;
mod timeline;
mod trajectory;
mod undo;
