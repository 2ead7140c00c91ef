//! What the program tells the terminal besides its frames: nothing.

use std::time::Duration;

use super::WIDE;
use super::place::Place;

#[test]
fn an_idle_program_writes_nothing_and_uses_no_processor() {
    let place = Place::with_demo();
    let terminal = place.start(WIDE);
    terminal.wait_for("KIES").wait_quiet(Duration::from_millis(200));
    #[cfg(target_os = "linux")]
    let before = terminal.ticks();
    assert!(!terminal.hears_something_within(Duration::from_secs(2)));
    #[cfg(target_os = "linux")]
    assert!(terminal.ticks() - before < 10);
    terminal.quit();
}

/// The title stands in every list of windows, and in what a video call offers to share.
#[test]
fn the_title_tells_nothing() {
    let place = Place::with_demo();
    let terminal = place.start(WIDE);
    terminal
        .wait_for("1/12")
        .press("F8 j")
        .wait_for("Daan van den Berg")
        .press("PgDn")
        .wait_for("2/12");
    terminal
        .press("F8")
        .wait_gone("PRIVÉ")
        .press("S")
        .wait_for("Wie is er")
        .press("Esc")
        .wait_for("KIES");
    terminal.quit();
    let titles = terminal.titles();
    assert!(
        !titles.is_empty() && titles.iter().all(|title| title == "dakpan"),
        "{titles:?}"
    );
    // Nothing else goes to the terminal by the way of titles, clipboards and notifications, but the one question what
    // its background is.
    let said = terminal.everything();
    assert_eq!(said.matches("\u{1b}]11;?").count(), 1);
    assert_eq!(said.matches("\u{1b}]").count(), 2);
}

#[test]
fn a_contact_goes_to_the_clipboard_when_it_is_asked_for_and_never_before() {
    let place = Place::with_demo();
    let terminal = place.start(WIDE);
    terminal.wait_for("1/12").press("c").wait_for("Enter kopieert");
    assert!(!terminal.everything().contains("\u{1b}]52;"));
    terminal.press("Enter").wait_for("Gekopieerd");
    assert_eq!(terminal.everything().matches("\u{1b}]52;c;").count(), 1);
    terminal
        .press("2")
        .wait_for("vast contact 2")
        .press("Esc")
        .wait_for("KIES");
    assert_eq!(terminal.everything().matches("\u{1b}]52;c;").count(), 2);
    terminal.quit();
}

/// The system's clipboard is tried where a display is the chair's own; when it cannot be reached that is one sentence,
/// and the terminal has the text all the same.
#[test]
fn a_clipboard_that_cannot_be_reached_is_one_sentence_and_only_where_the_display_is_the_chairs() {
    let gone = ("DISPLAY", ":4711");
    let place = Place::with_demo();
    for (variables, reached) in [
        (&[][..], "Gekopieerd: naam"),
        (&[gone], "Gekopieerd via de terminal"),
        (
            &[gone, ("SSH_CONNECTION", "10.0.0.1 5 10.0.0.2 22")],
            "Gekopieerd: naam",
        ),
    ] {
        let terminal = place.start_among(WIDE, variables);
        terminal.wait_for("1/12").press("c").wait_for("Enter kopieert");
        terminal.press("Enter").wait_for(reached);
        assert_eq!(
            terminal.everything().matches("\u{1b}]52;c;").count(),
            1,
            "{variables:?}"
        );
        terminal.press("Esc").wait_for("KIES");
        terminal.quit();
    }
}
