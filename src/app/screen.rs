//! What is on the screen: the one place where shared and private part.

use chrono::NaiveTime;

use super::sight::Private;
use crate::public::{Board, Scene};
use crate::text::lock::{LockTold, SecretAsk};

/// A screen that asks for a secret. It has no part for anything that was read from the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockView {
    /// The time of day.
    pub now: NaiveTime,
    /// Whether the file is locked; else something is being changed about it.
    pub locked: bool,
    /// What is asked.
    pub asks: SecretAsk,
    /// Whether something was typed; not how much.
    pub typed: bool,
    /// What is said of the last try.
    pub told: Option<LockTold>,
    /// Whether it is the demo, whose passphrase everybody may know.
    pub demo: bool,
    /// Whether the private state is what comes back.
    pub back_private: bool,
}

/// What the view gets to draw, and nothing else. While shared it holds a [`Scene`], which has no private field, so
/// no view can show one.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// A secret is asked for, mostly because the file is locked, and nothing else is shown.
    Locked(LockView),
    /// Nothing but the time and that the screen is paused; with the key that brings it back, once another was pressed.
    Blank(NaiveTime, Option<String>),
    /// What everybody may see.
    Shared(Box<Scene>),
    /// What the chair alone may see.
    Private(Box<Board<Private>>),
}
