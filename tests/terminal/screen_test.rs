//! The screen test in a real terminal: keys that arrive are ticked off, and the terminal is given back.

use super::place::Place;

#[test]
fn it_tells_which_keys_arrived() {
    let place = Place::new();
    let words = |more: &[&str]| more.iter().map(std::ffi::OsString::from).collect::<Vec<_>>();
    let terminal = place.open((80, 24), &words(&["schermtest"]));
    terminal.wait_for("24 rijen × 80 kolommen").wait_for("○ F9");
    terminal.press("F9").wait_for("√ F9").wait_for("laatste toets: F9");
    terminal.resize(100, 30).wait_for("30 rijen × 100 kolommen");
    // Ctrl+C and Ctrl+Z are keys here, and end nothing.
    terminal
        .send("\u{3}\u{1a}")
        .wait_for("√ Ctrl+Z")
        .press("Esc")
        .wait_for("laatste toets: Esc");
    terminal.press("Esc");
    assert_eq!(terminal.wait_end(), 0);
    terminal.assert_given_back();
    let said = terminal.screen();
    assert!(
        said.contains("toetsen kwamen aan; niet: ") && !said.contains("F9"),
        "{said}"
    );

    let terminal = place.open((80, 24), &words(&["screentest", "--lang", "en", "--voorlees"]));
    terminal
        .wait_for("24 rows × 80 columns")
        .press("F4")
        .wait_for("F4 arrived");
    terminal.press("q");
    assert_eq!(terminal.wait_end(), 0);
    terminal.assert_given_back();
    assert!(!terminal.everything().contains("\u{1b}[?1049h"));
    assert!(
        place.files().iter().all(|(path, _)| path.ends_with("sleutel")),
        "no file is made"
    );
}
