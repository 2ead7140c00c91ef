//! A file that cannot be opened: one sentence, exit code 1, and not one byte is touched.

use dakpan::cli::demo::PASSPHRASE;

use super::WIDE;
use super::place::Place;
use crate::faults::matrix::record;

#[test]
fn a_wrong_passphrase_is_one_sentence_and_the_right_one_opens() {
    let place = Place::new();
    let made = place.run(&place.with_file(&["demo", "--alleen-maken"]));
    assert!(made.status.success(), "{made:?}");
    std::fs::write(place.path("wachtwoord"), "geraden\n").unwrap();
    let before = place.files();
    let mut words = place.with_file(&["--wachtwoord-bestand"]);
    words.push(place.path("wachtwoord").into());
    let terminal = place.open(WIDE, &words);
    assert_eq!(terminal.wait_end(), 1);
    let said = terminal.everything();
    assert_eq!(said.trim().lines().count(), 1, "{said}");
    assert!(said.contains("Wachtwoord of sleutel klopt niet"), "{said}");
    assert_eq!(place.files(), before);

    let terminal = place.open(WIDE, &place.with_file(&[]));
    terminal.wait_for("Wachtwoord").send("geraden\r").wait_for("klopt niet");
    terminal
        .send(format!("{PASSPHRASE}\r"))
        .wait_for("De Brug")
        .wait_for("gepland");
    assert!(
        !terminal.everything().contains("geraden"),
        "a passphrase is never shown"
    );
    terminal.quit();
}

#[test]
fn a_second_program_on_the_same_file_is_turned_away() {
    let place = Place::with_demo();
    let first = place.start(WIDE);
    first
        .wait_for("1/12")
        .press("Enter")
        .send("eerste venster")
        .wait_for("eerste venster");
    first.press("Esc").wait_for("KIES");
    let before = place.files();
    let second = place.start(WIDE);
    assert_eq!(second.wait_end(), 1);
    let said = second.everything();
    assert_eq!(said.trim().lines().count(), 1, "{said}");
    assert!(said.contains("al open in een ander venster"), "{said}");
    second.assert_given_back();
    assert!(place.files() == before, "the second program touched the files");
    first.press("Enter").wait_for("SCHRIJF");
    first.send(" gaat door").wait_for("eerste venster gaat door");
    first.press("Esc").wait_for("KIES").quit();
    place.assert_sound();
    record(
        "second program",
        "in another window, while typing",
        "ends at once with a sentence and touches nothing; the first goes on",
    );
}
