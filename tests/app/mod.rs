//! Tests of the room `app`: the table of keys, the editor, and the stories of a chair.

mod edit;
mod heard;
mod keymap;
mod nameless;
mod papers;
mod results;
mod shared;
mod stories;
