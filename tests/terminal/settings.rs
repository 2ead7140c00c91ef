//! The chair's settings in the real program: in force on the screen, or refused before the terminal is taken.

use super::WIDE;
use super::place::Place;

/// Words for the program on this place's file, with settings that say this.
fn settled(place: &Place, settings: &str) -> Vec<std::ffi::OsString> {
    std::fs::write(place.path("mijn.toml"), settings).unwrap();
    let mut words = place.with_key(&[]);
    words.extend(["--instellingen".into(), place.path("mijn.toml").into()]);
    words
}

#[test]
fn own_keys_snippets_and_glyphs_are_in_force() {
    let place = Place::with_demo();
    let settings = "ascii = true\n\
        [toetsen]\nopen_meeting = \"M\"\n\
        [[afkorting]]\nwoord = \"pb\"\ntekst = \"participatiebedrijf\"\n";
    let terminal = place.open(WIDE, &settled(&place, settings));
    terminal.wait_for("M open overleg");
    let screen = terminal.screen();
    assert!(!screen.contains('│') && !screen.contains('○'), "{screen}");
    terminal.press("Enter").wait_for("SCHRIJF");
    terminal.send("naar het pb\t").wait_for("naar het participatiebedrijf");
    terminal.press("Esc").wait_for("KIES").quit();
    place.assert_sound();
}

#[test]
fn a_mistake_in_the_settings_is_one_line_before_the_terminal_is_taken() {
    let place = Place::with_demo();
    let words = settled(&place, "\n[toetsen]\nopen_meeting = \"^\"\n");
    let before = place.files();
    let terminal = place.open(WIDE, &words);
    assert_eq!(terminal.wait_end(), 1);
    let said = terminal.everything();
    assert!(said.contains("regel 3, 'open_meeting': ^ wacht op"), "{said}");
    assert!(!said.contains('\u{1b}'), "the terminal was not touched: {said:?}");
    assert!(place.files() == before);
}

/// The colours that are read well on black cannot be read on white; so the terminal is asked, and nothing waits.
#[test]
fn a_light_terminal_gets_colours_for_white_unless_others_were_asked_for() {
    let place = Place::with_demo();
    let blue = |screen: &vt100::Screen| has_colour(screen, 4);
    let terminal = place.start(WIDE);
    terminal.wait_until("the colours for black", |screen| has_colour(screen, 14));
    terminal
        .send("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\")
        .wait_until("the colours for white", blue);
    assert!(!terminal.everything().contains("rgb:"), "the answer is no text");
    terminal.quit();

    let asked = place.open(WIDE, &settled(&place, "thema = \"contrast\"\n"));
    asked.wait_for("KIES");
    assert!(
        !asked.everything().contains("\u{1b}]11;?"),
        "who chose a theme is not overruled"
    );
    asked.quit();
}

/// Whether a letter stands on the screen in that one of the sixteen colours.
fn has_colour(screen: &vt100::Screen, colour: u8) -> bool {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    (0..rows)
        .flat_map(|row| (0..columns).map(move |column| (row, column)))
        .filter_map(|(row, column)| screen.cell(row, column))
        .any(|cell| !cell.contents().trim().is_empty() && cell.fgcolor() == vt100::Color::Idx(colour))
}
