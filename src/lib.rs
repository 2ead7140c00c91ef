//! dakpan: rooms to follow.
pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod public;
pub mod store;
pub mod text;
pub mod ui;
