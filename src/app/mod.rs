//! What the program does: state, keys, effects.
//!
//! The rule of this room: `update(&mut State, Message) -> Vec<Effect>`. Records enter the state only through the
//! outcome of an effect that the store has committed, so memory never runs ahead of the disk. No terminal, no
//! sentence and no SQL here.

pub mod edit;
pub mod effect;
pub mod enabled;
pub mod follow_up;
pub mod form;
mod forms;
pub mod importing;
pub mod keymap;
pub mod listing;
mod lists;
pub mod lock;
pub mod mending;
pub mod message;
mod naming;
pub mod note_target;
pub mod over;
pub mod papers;
mod perform;
mod reading;
mod record;
pub mod restoring;
pub mod results;
pub mod roof;
mod room;
mod scene;
pub mod screen;
pub mod settings;
pub mod sharing;
pub mod sight;
pub mod state;
mod template;
pub mod terms;
pub mod update;

pub use perform::Program;
