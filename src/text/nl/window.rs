//! The words of the public window, in Dutch.

use crate::text::window::WindowWords;

pub(in crate::text) const WINDOW: WindowWords = WindowWords {
    title: "Meekijkscherm",
    no_link: "Wacht op de voorzitter",
    waiting: "Het overleg is nog niet begonnen",
    attendance: "Een ogenblik, we kijken wie er is",
    paused: "Scherm gepauzeerd",
    elsewhere: "Een ogenblik",
    live: "LIVE",
    blank: "LEEG",
    gone: "WEG",
    label: "MEEKIJKSCHERM:",
    went: "Het meekijkscherm is weg",
    rows,
    came,
};

fn rows(rows: u16) -> String {
    match rows {
        1 => "1 rij".to_owned(),
        _ => format!("{rows} rijen"),
    }
}

fn came(count: u16) -> String {
    format!("Het meekijkscherm is er, met {}", rows(count))
}
