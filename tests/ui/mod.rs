//! The room `ui`: whole screens, and the rules that hold for every one of them.

mod after;
mod guard;
mod input;
mod keyboard;
mod pen;
mod pointer;
mod public_window;
mod samples;
mod screen_test;
mod screens;
mod sight;
mod sizes;
mod theme;
