//! The words of the public window, in English.

use crate::text::window::{NoWindow, WindowWords};

pub(in crate::text) const WINDOW: WindowWords = WindowWords {
    title: "Public screen",
    no_link: "Waiting for the chair",
    waiting: "The meeting has not begun",
    closed: "The meeting is closed",
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
    cannot: |why| match why {
        NoWindow::Folder => "No public window possible: the folder for it is not yours or cannot be written",
        NoWindow::TooLong => "No public window possible: the path to the folder for it is too long",
        NoWindow::NoPlace => "No public window possible: the system does not say where the folder for it belongs",
        NoWindow::Other => "No public window possible: the system refuses the connection",
    },
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
