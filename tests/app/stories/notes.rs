//! Writing while people talk: nothing typed is a command, and nothing typed is lost.

use dakpan::app::message::Message;

use crate::desk::Desk;

#[test]
fn whoever_starts_typing_writes() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S Enter Enter PgDn PgDn")
        .write("dqShT: uk? 1234")
        .press("Esc");
    assert_eq!(
        desk.store().dossier(table.pupils[0]).unwrap().notes[0].text,
        "dqShT: uk? 1234"
    );
    assert!(!desk.program.state.quit);
}

#[test]
fn going_to_the_next_pupil_keeps_the_note_of_the_last() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S Enter Enter PgDn PgDn")
        .write("een")
        .press("PgDn")
        .write("twee")
        .press("PgUp")
        .write(" en meer")
        .press("Esc");
    assert_eq!(
        desk.store().dossier(table.pupils[0]).unwrap().notes[0].text,
        "een en meer"
    );
    assert_eq!(desk.store().dossier(table.pupils[1]).unwrap().notes[0].text, "twee");
}

#[test]
fn a_paste_is_text_and_never_commands() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn");
    desk.send(Message::Paste("q j\nS S\r\n\u{1b}[31mrood\u{202e}".into()));
    desk.press("Esc");
    let text = desk.store().dossier(table.pupils[0]).unwrap().notes[0].text.clone();
    assert!(text.starts_with("q j\nS S\n"), "{text:?}");
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text:?}");
}

#[test]
fn a_paste_that_does_not_fit_is_refused_whole_with_a_sentence() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn").write("kort");
    desk.send(Message::Paste("x".repeat(1 << 20)));
    assert_eq!(desk.program.state.writing.as_ref().unwrap().editor.text(), "kort");
    assert!(desk.program.state.notice.is_some());
}

#[test]
fn letters_selection_and_undo_are_those_of_an_editor() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn")
        .write("Çelik en Łukasz é")
        .press("Backspace")
        .write("ë");
    desk.press("Ctrl+Left Shift+End Delete")
        .write("ï")
        .press("Ctrl+z Ctrl+y Esc");
    assert_eq!(
        desk.store().dossier(table.pupils[0]).unwrap().notes[0].text,
        "Çelik en Łukasz ï"
    );
}

#[test]
fn alt_and_a_letter_is_escape_and_the_letter() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn").write("tekst");
    let mut key = crate::desk::key("l");
    key.alt = true;
    desk.send(Message::Key(key));
    assert!(desk.program.state.writing.is_none());
    assert_eq!(desk.store().dossier(table.pupils[0]).unwrap().notes[0].text, "tekst");
}

#[test]
fn a_working_note_is_refused_while_shared_and_kept_apart_in_private() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn Esc p").sees("F8");
    assert!(desk.program.state.writing.is_none());
    desk.private().press("p").write("alleen voor mij").press("Esc");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.working[0].text, "alleen voor mij");
    assert!(dossier.notes.is_empty());
    desk.press("F8").sees_not("alleen voor mij");
}

#[test]
fn a_line_with_p_goes_to_the_working_note_in_private_only() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn")
        .write("/p niet hier")
        .press("Enter");
    assert!(desk.store().dossier(table.pupils[0]).unwrap().working.is_empty());
    desk.sees("F8")
        .press("Esc")
        .private()
        .press("i Enter")
        .write("/p wel hier")
        .press("Enter Esc");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(
        dossier.working[0].text, "niet hier\nwel hier",
        "the refused line was kept and is taken now"
    );
    assert!(dossier.notes.is_empty());
}
