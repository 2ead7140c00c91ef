//! Drawing the screen and reading the keyboard: the only room, with `main`, that knows the terminal.
//!
//! The rule: [`view`] draws what it is given and changes nothing. It gets a [`Screen`](crate::app::screen::Screen),
//! and while that is shared there is no private field in it to draw. Both states are drawn by the same generic code;
//! what differs is how a name, a card's extra rows and an overlay show themselves, and that follows from their types.
//! Colours are in the theme alone, glyphs in `glyphs` alone, and every text passes the pen, which takes out what a
//! terminal would obey.

pub mod aloud;
pub mod background;
pub mod glyphs;
pub mod input;
pub mod keyboard;
pub mod layout;
mod lock;
mod overlays;
mod panes;
mod pen;
pub mod pointer;
mod public_window;
pub mod screen_test;
mod show;
pub mod theme;
mod view;

pub use glyphs::Glyphs;
pub use public_window::public_window;
pub use theme::Theme;
pub use view::view;
