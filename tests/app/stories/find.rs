//! Finding: diacritics and one slip of the finger do not matter.

use crate::desk::Desk;

fn found_in_private(question: &str) -> String {
    let (mut desk, _) = Desk::with_pupils(12);
    desk.private().press("/").write(question);
    desk.screen(120, 36)
}

#[test]
fn hard_names_are_found_as_they_are_typed() {
    for (question, name) in [
        ("yildiz", "Yıldız"),
        ("celik", "Çelik"),
        ("ozturk", "Öztürk"),
        ("lukasz", "Łukasz"),
        ("isil", "Işıl"),
        ("zand", "van 't Zand"),
        ("yidliz", "Yıldız"),
        ("ozturck", "Öztürk"),
        ("viser", "Visser"),
        ("de boer", "Jan de Boer"),
        ("schakel", "De Schakel"),
    ] {
        let screen = found_in_private(question);
        assert!(screen.contains(name), "{question} → {name}\n{screen}");
    }
}

#[test]
fn enter_goes_there() {
    let (mut desk, table) = Desk::with_pupils(12);
    desk.private().press("/").write("celik").press("Enter");
    assert_eq!(desk.program.state.pupil(), Some(table.pupils[8]));
    desk.sees("Emre Çelik");
}

#[test]
fn note_text_is_found_and_leads_to_its_pupil() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S Enter Enter PgDn PgDn PgDn")
        .write("wil graag hovenier worden")
        .press("Esc PgUp Esc")
        .private();
    desk.press("/").write("hovenier").sees("hovenier").press("Enter");
    assert_eq!(desk.program.state.pupil(), Some(table.pupils[1]));
}

#[test]
fn while_shared_pupils_are_found_by_initials_and_nobody_of_another_school() {
    let (mut desk, _) = Desk::with_pupils(12);
    desk.press("/").write("sk").sees("S.K.");
    desk.press("Esc /").write("geheimsma").sees_not("Y.G.");
}
