//! A meeting of twelve, from opening to closing, and the same meeting after a restart.

use std::cell::Cell;

use super::WIDE;
use super::harness::Terminal;
use super::place::Place;

/// Somebody at the keys, who counts those that are no text.
struct Chair<'t> {
    at: &'t Terminal,
    keys: Cell<usize>,
}

impl Chair<'_> {
    fn press(&self, keys: &str) -> &Self {
        self.keys.set(self.keys.get() + keys.split_whitespace().count());
        self.at.press(keys);
        self
    }

    fn write(&self, text: &str) -> &Self {
        self.at.send(text);
        self
    }

    fn sees(&self, text: &str) -> &Self {
        self.at.wait_for(text);
        self
    }

    /// Note, decision, action and outcome of one pupil.
    fn pupil(&self, number: usize) {
        self.press("PgDn").sees(&format!("{number}/12")).sees("SCHRIJF");
        self.write(&note(number)).sees(&note(number)).press("Enter");
        self.write(&format!("/b {}", decision(number)))
            .sees("BESLUIT")
            .press("Enter");
        self.write(&format!("/a Jan {} vrijdag", action(number)));
        self.sees("vr 05-06").press("Enter").sees("Vastgelegd: actie");
        self.press("Esc u g").sees("nog in gesprek");
    }
}

fn note(number: usize) -> String {
    format!("stage nummer {number} gaat goed")
}

fn decision(number: usize) -> String {
    format!("proefplaatsing nummer {number}")
}

fn action(number: usize) -> String {
    format!("belt bedrijf nummer {number}")
}

#[test]
fn a_meeting_of_twelve_is_held_and_found_again() {
    let place = Place::with_demo();
    let terminal = place.start(WIDE);
    hold(&terminal);
    terminal.quit();
    assert_eq!(terminal.screen().trim(), "", "nothing of the meeting stays behind");
    place.assert_sound();

    let again = place.start(WIDE);
    again.wait_for("gesloten").wait_for("1/12");
    for number in 1..=12 {
        again.wait_for(&note(number));
        again.wait_for(&format!("BESLUIT {}", decision(number)));
        again.wait_for(&format!("ACTIE Jan de Boer (gem.): {} · vr 05-06", action(number)));
        again.press("PgDn");
    }
    again.quit();
}

fn hold(terminal: &Terminal) {
    let chair = Chair {
        at: terminal,
        keys: Cell::new(0),
    };
    chair.sees("De Brug").sees("gepland");
    chair.press("S").sees("Wie is er · De Brug");
    chair.press("a a a a a a");
    terminal.wait_until("six present", |screen| {
        screen.contents().matches("aanwezig, mandaat").count() == 6
    });
    chair.press("Enter");
    terminal.wait_gone("»Wie is er");
    chair.press("PgDn");
    for number in 1..=12 {
        chair.pupil(number);
    }
    chair.press("T").sees("Klopt dit zo?").sees(&decision(1));
    chair.press("Enter");
    terminal.wait_gone("Klopt dit zo?");
    next_school(&chair);
    chair.press("Esc S").sees("S sluiten:").press("S").sees("gesloten");
    assert!(chair.keys.get() <= 120, "{} keys", chair.keys.get());
}

/// Through the rest of the first agenda to the other school, of which nothing is seen until it is said who is there.
fn next_school(chair: &Chair<'_>) {
    chair
        .press("PgDn")
        .sees("4 » Nazorg")
        .press("PgDn")
        .sees("5 » Besluiten")
        .press("PgDn");
    chair
        .sees("Wie is er · De Schakel")
        .sees("Tot u bevestigt is het scherm leeg");
    let waiting = chair.at.screen();
    for hidden in ["D.B.", "I.Y.", "Daan", "Wachtrij", "nummer"] {
        assert!(!waiting.contains(hidden), "{hidden}\n{waiting}");
    }
    chair.press("a a a a Enter").sees("I.Y.");
    assert!(!chair.at.screen().contains("D.B."));
}
