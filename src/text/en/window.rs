//! The words of the public window, in English.

use crate::text::window::WindowWords;

pub(in crate::text) const WINDOW: WindowWords = WindowWords {
    title: "Public screen",
    no_link: "Waiting for the chair",
    waiting: "The meeting has not begun",
    attendance: "One moment, we are seeing who is here",
    paused: "Screen paused",
    elsewhere: "One moment",
    live: "LIVE",
    blank: "BLANK",
    gone: "GONE",
    label: "PUBLIC SCREEN:",
    went: "The public screen is gone",
    rows,
    came,
};

fn rows(rows: u16) -> String {
    match rows {
        1 => "1 row".to_owned(),
        _ => format!("{rows} rows"),
    }
}

fn came(count: u16) -> String {
    format!("The public screen is there, with {}", rows(count))
}
