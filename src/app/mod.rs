//! What the program does: state, keys, effects.
//!
//! The rule of this room: `update(&mut State, Message) -> Vec<Effect>`. Records enter the state only through the
//! outcome of an effect that the store has committed, so memory never runs ahead of the disk. No terminal, no
//! sentence and no SQL here.

pub mod edit;
pub mod message;
pub mod screen;
pub mod sight;
