//! The minutes go out the same day: asked for with one key after closing, written beside the file, recorded for whom.

use std::path::PathBuf;

use dakpan::domain::papers::PaperKind;
use dakpan::text::Lang;

use crate::desk::{Desk, Table};

/// A meeting that was held and closed, with a decision and an action about the first pupil.
fn closed() -> (Desk, Table) {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn");
    desk.write("geheim van de tafel").press("Enter");
    desk.write("/b Daan start op proef").press("Enter");
    desk.write("/a Jan belt Daan vr").press("Enter Esc S S");
    (desk, table)
}

/// The folder that the program proposes.
fn folder(desk: &Desk) -> PathBuf {
    desk.store().path().parent().unwrap().join("stukken")
}

/// The files that were written, by name in order.
fn files(desk: &Desk) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder(desk)) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn closing_says_which_key_writes_the_minutes_and_the_key_does() {
    let (mut desk, table) = closed();
    desk.sees("V: verslag schrijven (privé)");
    // Shared, it is refused with the way to it, and nothing is written.
    desk.press("V").sees("dit kan alleen privé");
    desk.private().press("V");
    desk.sees("Welk stuk").sees("verslag per school").sees("stukken");
    // The screen says that it writes before it does.
    desk.press("Enter").sees("De stukken worden geschreven");
    assert!(files(&desk).is_empty(), "first the sentence, then the work");
    assert_eq!(desk.program.next_tick(), Some(std::time::Duration::ZERO));
    desk.wait(0);
    desk.sees("4 bestanden geschreven, niet versleuteld")
        .sees("de deelnemers aan de tafel van")
        .sees("In het bestand staat voor wie");
    let names = files(&desk);
    // Two tables, two forms.
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(names[0].ends_with(".docx") && names[1].ends_with(".pdf"), "{names:?}");
    assert!(
        names.iter().all(|name| name.starts_with("verslag-2026-06-03")),
        "{names:?}"
    );
    let exports = desk.store().exports(Some(table.meeting)).unwrap();
    assert_eq!(exports.len(), 2);
    assert!(exports.iter().all(|export| export.kind == PaperKind::Minutes));
    // Neither the folder nor for whom is left on the screen when it is shared again.
    desk.press("F8").sees_not("deelnemers aan de tafel").sees_not("stukken");
}

#[test]
fn with_the_letters_of_the_form_another_document_in_another_form() {
    let (mut desk, _) = closed();
    // The young person's page as plain text alone.
    desk.private()
        .press("V Right Right Right")
        .sees("bladzijde voor de jongere");
    desk.press("Tab n Tab n Tab j").press("Enter").wait(0);
    let names = files(&desk);
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(
        names[0].starts_with("jongere-") && names[0].ends_with(".md"),
        "{names:?}"
    );
    // With no form of document at all nothing can be written, and the form says so.
    desk.press("Esc V Tab n Tab n Enter").sees("dit moet ingevuld zijn");
    // The calendar needs no form.
    desk.press("Up Left Left").sees("open acties per eigenaar");
    desk.press("Right").sees("agendabestand (ics)").press("Enter").wait(0);
    assert!(
        files(&desk).iter().any(|name| name.ends_with(".ics")),
        "{:?}",
        files(&desk)
    );
}

#[test]
fn table_notes_go_out_only_when_asked_for() {
    let (mut desk, _) = closed();
    let text = |desk: &Desk, name: &str| std::fs::read_to_string(folder(desk).join(name)).unwrap();
    desk.private().press("V Tab n Tab n Tab j Enter").wait(0);
    let first = files(&desk);
    assert_eq!(first.len(), 2, "{first:?}");
    let without = text(&desk, &first[0]);
    assert!(without.contains("start op proef") && !without.contains("geheim van de tafel"));
    assert!(!without.contains("Daan"), "pupils by their initials: {without}");
    desk.press("Esc V Tab n Tab n Tab j Tab Tab j Enter").wait(0);
    let second = files(&desk).into_iter().find(|name| !first.contains(name)).unwrap();
    assert!(text(&desk, &second).contains("geheim van de tafel"));
}

#[test]
fn after_a_correction_a_new_dated_version_stands_beside_the_first() {
    let (mut desk, table) = closed();
    desk.private().press("V Tab n Tab n Tab j Enter").wait(0).press("Esc");
    let first = files(&desk);
    desk.press(":").write("heropenen").press("Enter");
    desk.write("datum verkeerd genoteerd").press("Enter");
    desk.press("Esc Esc S S").press("V Tab n Tab n Tab j Enter").wait(0);
    let second = files(&desk).into_iter().find(|name| !first.contains(name)).unwrap();
    let text = std::fs::read_to_string(folder(&desk).join(&second)).unwrap();
    assert!(
        text.contains("Versie 2, woensdag 3 juni 2026: datum verkeerd genoteerd"),
        "{text}"
    );
    let before = std::fs::read_to_string(folder(&desk).join(&first[0])).unwrap();
    assert!(!before.contains("Versie 2"), "what went out stays as it was");
    assert_eq!(desk.store().exports(Some(table.meeting)).unwrap().len(), 4);
}

#[test]
fn a_folder_that_cannot_be_is_told_and_nothing_is_recorded() {
    let (mut desk, table) = closed();
    std::fs::write(folder(&desk), "in the way").unwrap();
    desk.private().press("V Enter").wait(0);
    assert_eq!(desk.store().exports(Some(table.meeting)).unwrap(), []);
    desk.sees_not("bestanden geschreven");
    assert!(desk.program.state.notice.is_some());
}

#[test]
fn in_english_too_and_before_the_meeting_it_is_the_agenda() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.speak(Lang::En).private().press("V");
    desk.sees("Which document").sees("agenda and invitation");
    desk.press("Enter").sees("The documents are being written").wait(0);
    desk.sees("4 files written, not encrypted");
}

#[test]
fn the_actions_of_the_block_are_copied_on_purpose_by_initials_while_shared() {
    let (mut desk, _) = closed();
    assert_eq!(desk.program.take_copied(), None);
    desk.press("C").sees("Gekopieerd: 1 actie");
    let copied = desk.program.take_copied().unwrap();
    assert_eq!(copied, "D.B. · Jan de Boer (gem.) · belt D.B. · vr 05-06");
    assert_eq!(desk.program.take_copied(), None, "once");
    desk.private().press("C");
    assert_eq!(
        desk.program.take_copied().unwrap(),
        "Daan Bakker · Jan de Boer (gem.) · belt Daan · vr 05-06"
    );
}
