//! The first start: a file is made, and its passphrase is asked for twice.

use super::WIDE;
use super::place::Place;

#[test]
fn a_new_file_asks_its_passphrase_twice_and_shows_it_never() {
    let place = Place::new();
    let terminal = place.open(WIDE, &place.with_file(&[]));
    terminal.wait_for("Nieuw wachtwoord:").send("paard batterij\r");
    terminal.wait_for("Nog een keer:").send("paard nietje\r");
    terminal.wait_for("De twee wachtwoorden zijn niet gelijk");
    assert!(!place.file().exists());
    let asked_anew = |words: &'static str| move |screen: &vt100::Screen| screen.contents().matches(words).count() == 2;
    terminal
        .wait_until("asked anew", asked_anew("Nieuw wachtwoord:"))
        .send("paard batterij\r");
    terminal
        .wait_until("and again", asked_anew("Nog een keer:"))
        .send("paard batterij\r");
    terminal.wait_for("Uw naam").send("Els Vos\r");
    terminal.wait_for("geen overleg gepland").wait_for("KIES").quit();
    let said = terminal.everything();
    assert!(!said.contains("paard"), "{said}");
    assert_only_for_its_owner(&place);

    let again = place.open(WIDE, &place.with_file(&[]));
    again.wait_for("Wachtwoord:").send("paard batterij\r");
    again.wait_for("geen overleg gepland").quit();
}

#[test]
fn ctrl_c_at_the_question_leaves_no_file_and_a_terminal_that_echoes() {
    let place = Place::new();
    let before = place.files();
    let terminal = place.open(WIDE, &place.with_file(&[]));
    terminal.wait_for("achtwoord:").send("paard").press("Ctrl+c");
    assert_eq!(terminal.wait_end(), 130);
    terminal.assert_given_back();
    assert_eq!(place.files(), before);
}

#[cfg(unix)]
fn assert_only_for_its_owner(place: &Place) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(place.file()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
