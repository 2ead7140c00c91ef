//! The words of the public window, in Dutch.

use crate::text::window::{NoWindow, WindowWords};

pub(in crate::text) const WINDOW: WindowWords = WindowWords {
    title: "Meekijkscherm",
    no_link: "Wacht op de voorzitter",
    waiting: "Het overleg is nog niet begonnen",
    closed: "Het overleg is afgesloten",
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
    cannot: |why| match why {
        NoWindow::Folder => "Geen meekijkscherm mogelijk: de map ervoor is niet van u of niet te beschrijven",
        NoWindow::TooLong => "Geen meekijkscherm mogelijk: het pad naar de map ervoor is te lang",
        NoWindow::NoPlace => "Geen meekijkscherm mogelijk: het systeem zegt niet waar de map ervoor hoort",
        NoWindow::Other => "Geen meekijkscherm mogelijk: het systeem weigert de verbinding",
    },
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
