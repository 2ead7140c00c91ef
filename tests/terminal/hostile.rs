//! Windows of any size, and input no keyboard sends.

use dakpan::domain::Moment;
use dakpan::domain::codes::NoteKind;
use dakpan::store::{Opening, Secret, Store};
use zeroize::Zeroizing;

use super::WIDE;
use super::harness::Terminal;
use super::place::{KEY, Place};
use crate::faults::matrix::record;

fn writing(place: &Place) -> Terminal {
    let terminal = place.start(WIDE);
    terminal.wait_for("1/12").press("Enter").wait_for("SCHRIJF");
    terminal
}

fn pasted(text: &str) -> String {
    format!("\u{1b}[200~{text}\u{1b}[201~")
}

/// The note of the first pupil on the agenda, as the file has it.
fn note_in(place: &Place) -> String {
    let now = Moment::parse_from_rfc3339("2026-06-03T10:00:00+02:00").unwrap();
    let store = Store::open(Opening {
        path: place.file(),
        secret: Secret::KeyFile(Zeroizing::new(KEY)),
        now,
        who: "Test".into(),
        seed: 1,
        salt: None,
    })
    .unwrap();
    let meeting = store.current_meeting(now.date_naive()).unwrap().unwrap();
    let sitting = store.sitting(meeting).unwrap();
    let pupil = sitting.blocks[0].items.iter().find_map(|row| row.item.pupil).unwrap();
    store
        .note_text(NoteKind::Table, pupil, None)
        .unwrap()
        .unwrap_or_default()
}

#[test]
fn a_window_may_have_any_size_and_what_is_typed_in_it_is_kept() {
    let place = Place::with_demo();
    let terminal = writing(&place);
    terminal.send("breed").wait_for("breed");
    terminal
        .resize(1, 1)
        .wait_until("all there is room for", |screen| screen.contents() == "…");
    terminal.send(" smal");
    terminal.resize(59, 19).wait_for("venster te klein");
    terminal.send(" klein");
    terminal
        .resize(80, 24)
        .wait_for("breed smal klein")
        .wait_for("SCHRIJF")
        .wait_gone("te klein");
    terminal.resize(60, 20).wait_for("breed smal klein");
    terminal
        .resize(200, 50)
        .wait_for("Wachtrij")
        .wait_for("Agenda")
        .wait_for("┬ Eerder ─");
    for step in 1..=120 {
        terminal.resize(1 + step * 7 % 211, 1 + step * 5 % 61);
    }
    terminal
        .resize(WIDE.0, WIDE.1)
        .send(" na de storm")
        .wait_for("breed smal klein na de storm")
        .wait_for("Wachtrij");
    terminal.press("Esc").wait_for("KIES").quit();
    assert_eq!(note_in(&place), "breed smal klein na de storm");
    record(
        "resize storm",
        "while typing, 120 sizes down to 1×1",
        "the screen is whole afterwards, nothing lost",
    );
}

#[test]
fn a_paste_is_kept_whole_or_refused_whole_and_is_never_read_as_keys() {
    let place = Place::with_demo();
    let terminal = writing(&place);
    // What a megabyte of commands would do: nothing, for it is text, and too much of it.
    let megabyte = "q j\rS S\r/b geplakt besluit\r".repeat(1 << 20 >> 5);
    terminal.send(pasted(&megabyte)).wait_for("de tekst is te lang");
    terminal
        .send("daarna")
        .wait_for("daarna")
        .press("Esc")
        .wait_for("KIES")
        .press("i")
        .wait_for("SCHRIJF");
    let large = format!("{}EINDE", "een regel van een lang verslag\n".repeat(5000));
    terminal.send(pasted(&format!("\r{large}"))).wait_for("EINDE");
    terminal.press("Esc").wait_for("KIES").quit();
    assert_eq!(note_in(&place), format!("daarna\n{large}"));
    record(
        "paste of a megabyte",
        "in a note",
        "refused whole with a sentence; one of 150 KB kept whole; neither read as keys",
    );
}

#[test]
fn bytes_that_are_no_text_are_left_out() {
    let place = Place::with_demo();
    let terminal = writing(&place);
    terminal
        .send(b"a\xff\xfe\xc3(b\xf0\x9f\x91c\xed\xa0\x80d\x1b[?1;2c\x1b[<0;3;4Me")
        .wait_for("a(bcde");
    terminal.send(b"\xf0\x9f").send(b"\x91\xa9!").wait_for("!");
    terminal.press("Esc").wait_for("KIES").quit();
    assert_eq!(note_in(&place), "a(bcde👩!");
    record("invalid UTF-8", "while typing", "left out; what is text is kept");
}

/// Bytes from a seed, without the one that quits: a program that ends early would hear the fewest of them.
fn noise(mut seed: u64, count: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(count);
    while bytes.len() < count {
        // Marsaglia's xorshift.
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        bytes.push(seed.to_le_bytes()[3]);
        // Neither q nor Ctrl+L: a program that ended or is locked takes in nothing more.
        bytes.retain(|byte| !matches!(byte, b'q' | 0x0c));
    }
    bytes
}

#[test]
fn twenty_thousand_bytes_of_noise_do_no_harm() {
    let place = Place::with_demo();
    let terminal = place.start(WIDE);
    terminal.wait_for("1/12");
    terminal.send(noise(0x6461_6b70_616e, 20_000));
    // Out of whatever was opened; a byte that ends half a sequence goes first.
    terminal.send("\u{18}").press("Esc Esc Esc Esc Esc");
    terminal.quit();
    place.assert_sound();
    record(
        "noise of 20,000 bytes",
        "on the keyboard",
        "no panic, terminal given back, sound",
    );
}
