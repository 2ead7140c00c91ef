//! Tests of the room `app`: the table of keys, the editor, and the stories of a chair.

mod edit;
mod keymap;
mod shared;
mod stories;
