//! What is on the screen: the one place where shared and private part.

use chrono::NaiveTime;

use super::sight::Private;
use crate::public::{Board, Scene};

/// What the view gets to draw, and nothing else. While shared it holds a [`Scene`], which has no private field, so
/// no view can show one.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// Nothing but the time and that the screen is paused; with the key that brings it back, once another was pressed.
    Blank(NaiveTime, Option<String>),
    /// What everybody may see.
    Shared(Box<Scene>),
    /// What the chair alone may see.
    Private(Box<Board<Private>>),
}
