//! The meeting by ear: no full screen, no line drawn over another, each change said once.

use std::time::Duration;

use super::WIDE;
use super::place::Place;

/// How often a line was said in all that came from the terminal.
fn said(everything: &str, line: &str) -> usize {
    everything.split("\r\n").filter(|said| said.contains(line)).count()
}

#[test]
fn a_meeting_is_held_by_ear() {
    let place = Place::with_demo();
    let terminal = place.open(WIDE, &place.with_key(&["--voorlees"]));
    terminal.wait_for("1/12");
    terminal.press("S a a a a a a Enter").wait_for("Notitie");
    terminal.press("PgDn").wait_for("Oude acties");
    terminal.press("PgDn").wait_for("Daan");
    terminal.send("De fietsenmaker wil Daan houden.").press("Enter");
    terminal.wait_for("De fietsenmaker wil Daan houden.");
    terminal.send("/b loonwaardemeting op de stageplek").press("Enter");
    terminal.wait_for("BESLUIT loonwaardemeting");
    terminal.press("Esc u l").wait_for("Vastgelegd");
    assert_eq!(
        said(&terminal.everything(), "De fietsenmaker wil Daan houden."),
        1,
        "said once"
    );
    terminal.press("Esc T").wait_for("Klopt dit zo");
    terminal.press("Enter").wait_quiet(Duration::from_millis(100));
    terminal.press("S S").wait_for("verslag");
    terminal.quit();
    terminal.assert_given_back();

    let everything = terminal.everything();
    assert!(!everything.contains("\u{1b}[?1049h"), "there is no full screen");
    assert!(
        !everything.contains("\u{1b}[2J") && !everything.contains("\u{1b}[H"),
        "nothing is drawn over"
    );
    for letters in ["De fiets", "De fietsenmaker wil"] {
        let half = everything.split("\r\n").any(|line| line.ends_with(letters));
        assert!(!half, "a screen reader says letters itself");
    }
}
