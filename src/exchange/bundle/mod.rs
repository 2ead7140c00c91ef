//! A bundle of changes as it travels: lines of JSON, locked for its receiver in the age format.
//!
//! The rules: what is read was written by somebody else, so its size is bounded before it is read, and whatever is not
//! exactly a bundle is refused with the line and the reason, never guessed at. Whoever has only the file learns nothing
//! but its size. That it can be opened says for whom it was made, not by whom: the format does not sign.

mod seal;
mod wire;

pub use seal::{Locked, lock, new_secret, public_half, unlock};
pub use wire::{Garbled, MOST_BYTES, Wrong, read, write};
