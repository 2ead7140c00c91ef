//! However the program is made to end, the terminal is as it was, the text is kept and no process stays.

use std::time::Duration;

use rustix::process::Signal;

use super::WIDE;
use super::harness::Terminal;
use super::place::Place;
use crate::faults::matrix::record;

/// The beginning of a paste of which the end never comes.
const HALF_A_PASTE: &str = "\u{1b}[200~half";

/// Starts, and types a word in the first pupil's note.
fn writing(place: &Place, word: &str) -> Terminal {
    write_in(place.start(WIDE), word)
}

fn write_in(terminal: Terminal, word: &str) -> Terminal {
    terminal.wait_for("1/12").press("Enter").wait_for("SCHRIJF");
    terminal.send(word).wait_for(word);
    terminal
}

/// Starts once more, and fails unless the note reads so.
fn assert_kept(place: &Place, word: &str) {
    let terminal = place.start(WIDE);
    terminal.wait_for(word).quit();
}

#[test]
fn a_signal_ends_it_in_good_order() {
    for (signal, word) in [
        (Signal::TERM, "getermineerd"),
        (Signal::INT, "onderbroken"),
        (Signal::HUP, "opgehangen"),
    ] {
        let place = Place::with_demo();
        let terminal = writing(&place, word);
        terminal.signal(signal);
        assert_eq!(terminal.wait_end(), 0, "{signal:?}");
        terminal.assert_given_back();
        assert_kept(&place, word);
    }
    record(
        "SIGTERM, SIGINT, SIGHUP",
        "while typing",
        "ends by itself, terminal given back, the text kept",
    );
}

#[test]
fn ctrl_c_says_how_to_quit_and_ends_nothing() {
    let terminal = writing(&Place::with_demo(), "midden in een zin");
    terminal.press("Ctrl+c").wait_for("Stoppen: q en dan j");
    terminal.send(" verder").wait_for("midden in een zin verder");
    terminal.press("Esc").wait_for("KIES");
    // Neither Enter nor the same key again quits: it is there for the next key.
    terminal.press("q Enter PgDn").wait_for("2/12");
    terminal.press("q q PgUp").wait_for("1/12");
    terminal.quit();
}

#[test]
fn it_ends_with_its_window_whether_hang_ups_are_ignored_or_not() {
    for ignored in [false, true] {
        let place = Place::with_demo();
        let terminal = if ignored {
            place.start_without_hangup(WIDE)
        } else {
            place.start(WIDE)
        };
        let mut terminal = write_in(terminal, "venster dicht");
        terminal.hang_up();
        assert_eq!(terminal.wait_end(), 0);
        assert_kept(&place, "venster dicht");
    }
    record(
        "terminal gone",
        "while typing, hang-ups ignored or not",
        "ends by itself, the text kept",
    );
}

/// A reader of keys that waits for a whole sequence hears no signal, and spins once there is no terminal.
#[test]
fn half_a_sequence_holds_up_neither_signals_nor_a_closing_window() {
    let place = Place::with_demo();
    let terminal = writing(&place, "half");
    terminal
        .send(HALF_A_PASTE)
        .resize(110, 30)
        .wait_until("the new size", drawn_at(30));
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.wait_end(), 0);
    terminal.assert_given_back();

    let mut terminal = place.start_without_hangup(WIDE);
    terminal
        .wait_for("1/12")
        .send(HALF_A_PASTE)
        .resize(110, 30)
        .wait_until("the new size", drawn_at(30));
    terminal.hang_up();
    assert_eq!(terminal.wait_end(), 0);
}

/// Whether the frame reaches the last of so many rows.
fn drawn_at(rows: u16) -> impl Fn(&vt100::Screen) -> bool {
    move |screen| screen.cell(rows - 1, 0).is_some_and(|cell| cell.contents() == "└")
}

/// Alt with a sign is not the beginning of a sequence for ever.
#[test]
fn half_a_key_is_given_up() {
    let terminal = writing(&Place::with_demo(), "regel");
    terminal.send("\u{1b}[").send("6~").wait_for("2/12");
    terminal.send("\u{1b}[").wait_for("[ doet hier niets");
    terminal.quit();
}

/// More bytes at once than one reading takes: the rest is not left lying until the next key, and the processor rests
/// when all has been read.
#[test]
fn a_flood_of_keys_is_read_to_its_end_and_then_it_is_quiet() {
    let place = Place::with_demo();
    let terminal = writing(&place, "vloed");
    terminal.send(format!("{}EINDE", "x".repeat(3000))).wait_for("EINDE");
    terminal.wait_quiet(Duration::from_secs(1));
    #[cfg(target_os = "linux")]
    {
        let before = terminal.ticks();
        terminal.hears_something_within(Duration::from_secs(1));
        let used = terminal.ticks() - before;
        assert!(used < 20, "{used} ticks of the processor in a second of rest");
    }
    terminal.press("Esc").wait_for("KIES").quit();
}
