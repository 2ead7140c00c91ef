//! The meeting by ear: no full screen, no line drawn over another, each change said once, every choice by its number.

use std::cell::Cell;

use super::WIDE;
use super::harness::Terminal;
use super::place::Place;

/// Somebody who hears what is said, in its order, and sees nothing.
struct Ear {
    at: Terminal,
    /// How much was heard.
    heard: Cell<usize>,
}

impl Ear {
    fn of(place: &Place, words: &[&str]) -> Self {
        let words = [&["--voorlees"], words].concat();
        Self {
            at: place.open(WIDE, &place.with_key(&words)),
            heard: Cell::new(0),
        }
    }

    fn press(&self, keys: &str) -> &Self {
        self.at.press(keys);
        self
    }

    fn write(&self, text: &str) -> &Self {
        self.at.send(text);
        self
    }

    /// Waits until this is said, behind all that was heard.
    fn hears(&self, text: &str) -> &Self {
        self.heard.set(self.at.wait_told(self.heard.get(), text));
        self
    }

    /// Waits for a row of a list by the end of its line, and types its number.
    fn chooses(&self, row: &str) -> &Self {
        self.hears(&format!("{row}\r\n"));
        let said = self.at.everything();
        let line = said[..self.heard.get()].lines().next_back().unwrap();
        let number: String = line.chars().take_while(char::is_ascii_digit).collect();
        assert!(!number.is_empty(), "no number: {line}");
        self.write(&number)
    }

    fn everything(&self) -> Vec<String> {
        self.at.everything().split("\r\n").map(ToOwned::to_owned).collect()
    }
}

/// The words of a language that the chair listens for.
struct Words {
    lang: &'static str,
    attendance: &'static str,
    present: &'static str,
    old_actions: &'static str,
    choosing: &'static str,
    writing: &'static str,
    result: &'static str,
    decision: &'static str,
    owner: &'static str,
    action: &'static str,
    saved: &'static str,
    read_back: &'static str,
    confirmed: &'static str,
    yes: &'static str,
    closed: &'static str,
}

const NL: Words = Words {
    lang: "nl",
    attendance: "Wie is er, De Brug",
    present: "aanwezig, mandaat",
    old_actions: "Oude acties",
    choosing: "KIES",
    writing: "SCHRIJF",
    result: "g nog in gesprek",
    decision: "BESLUIT",
    owner: "Jan de Boer (gem.)",
    action: "ACTIE",
    saved: "Vastgelegd: resultaat",
    read_back: "Klopt dit zo?",
    confirmed: "Vastgelegd: teruglezen",
    yes: "ja, doen",
    closed: "gesloten",
};

const EN: Words = Words {
    lang: "en",
    attendance: "Who is here, De Brug",
    present: "present, mandate",
    old_actions: "Old actions",
    choosing: "CHOOSE",
    writing: "WRITE",
    result: "g in discussion",
    decision: "DECISION",
    owner: "Jan de Boer (municip.)",
    action: "ACTION",
    saved: "Recorded: result",
    read_back: "Is this right?",
    confirmed: "Recorded: reading back",
    yes: "yes, do it",
    closed: "closed",
};

#[test]
fn a_meeting_of_twelve_is_held_by_ear() {
    hold(&NL);
}

#[test]
fn a_meeting_of_twelve_is_held_by_ear_in_english() {
    hold(&EN);
}

fn hold(words: &Words) {
    let place = Place::with_demo();
    let ear = Ear::of(&place, &["--lang", words.lang]);
    ear.hears("1/12");
    ear.press("S").hears(words.attendance);
    for number in 1..=6 {
        // Whoever comes in is marked by number, in any order.
        let number = 7 - number;
        ear.write(&number.to_string()).hears(&format!(": {number} "));
        ear.press("a").hears(words.present);
    }
    // The opening has a note too; whoever goes on in one stays in it, and nothing is said of that.
    ear.press("Enter").hears(words.writing);
    ear.press("PgDn")
        .hears(words.old_actions)
        .press("Esc")
        .hears(words.choosing);
    ear.press("o").hears(words.old_actions).write("2").hears(": 2 ");
    ear.press("Esc PgDn");
    for number in 1..=12 {
        pupil(&ear, number, words);
    }
    ear.hears(words.writing).press("Esc").hears(words.choosing).press("T");
    for number in 1..=12 {
        ear.hears(&format!("{} plaats {number}", words.decision));
        ear.hears(&format!("{} Jan de Boer", words.action));
        ear.hears(&format!("belt bedrijf {number}"));
    }
    ear.hears(words.read_back).press("Enter").hears(words.confirmed);
    ear.press("Esc S").chooses(words.yes).hears(words.closed);
    ear.press("q").chooses(words.yes);
    assert_eq!(ear.at.wait_end(), 0);
    ear.at.assert_given_back();
    assert_spoken(&ear);
    let told = place.run(&place.with_key(&["acties", "--formaat", "json"]));
    let told = String::from_utf8(told.stdout).unwrap();
    for number in 1..=12 {
        assert_eq!(told.matches(&format!("belt bedrijf {number}\"")).count(), 1, "{told}");
    }
}

/// What was said stays on the terminal, which may be on the projector: it is taken away with what it was said of.
#[test]
fn what_only_the_chair_may_read_does_not_stay_above_what_everybody_may() {
    let place = Place::with_demo();
    let ear = Ear::of(&place, &[]);
    ear.hears("Daan B.");
    let gone = |from: usize| {
        ear.at.wait_told(from, "\u{1b}[3J");
        ear.at.wait_gone("van den Berg").wait_gone("Werknotitie");
    };
    let privately = || {
        ear.press("F8 j");
        ear.at.wait_for("van den Berg").wait_for("Werknotitie").count()
    };
    let from = privately();
    ear.press("F8");
    gone(from);
    let from = privately();
    ear.press("F9");
    gone(from);
    ear.press("F9");
    let from = ear.at.wait_for("van den Berg").count();
    ear.press("Ctrl+l");
    gone(from);
}

/// Note, decision, action and outcome of one pupil, and on to the next.
fn pupil(ear: &Ear, number: usize, words: &Words) {
    ear.hears(&format!("{number}/12"));
    ear.write(&format!("stage {number} gaat goed")).press("Enter");
    ear.hears(&format!("stage {number} gaat goed\r\n"));
    ear.write(&format!("/b plaats {number}")).press("Enter");
    ear.hears(&format!("{} plaats {number}", words.decision));
    // Who is meant is chosen by number behind an @.
    ear.write("/a @ja").chooses(words.owner);
    ear.write(&format!("belt bedrijf {number} vrijdag")).press("Enter");
    ear.hears(&format!("{} Jan de Boer", words.action));
    ear.press("Esc").hears(words.choosing);
    ear.press("u").chooses(words.result).hears(words.saved);
    ear.press("PgDn");
}

/// Fails unless all that was said are lines of words.
fn assert_spoken(ear: &Ear) {
    let everything = ear.at.everything();
    for command in ["\u{1b}[?1049h", "\u{1b}[2J", "\u{1b}[H"] {
        assert!(!everything.contains(command), "nothing is drawn over");
    }
    for line in ear.everything() {
        let drawn = |letter: char| ('\u{2500}'..='\u{259f}').contains(&letter) || "»√○◐●►▼→…".contains(letter);
        assert!(!line.contains(drawn), "drawn, or cut: {line}");
        assert!(!line.contains("  ") && !line.ends_with(' '), "filled up: {line:?}");
    }
}
