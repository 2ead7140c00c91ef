//! Tab writes out a short word, and nothing else does.

use dakpan::app::settings::{Settings, Snippet};
use dakpan::text::Lang;

use crate::desk::Desk;

fn text(desk: &Desk) -> String {
    desk.program.state.writing.as_ref().unwrap().editor.text().to_owned()
}

fn in_a_note() -> Desk {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn");
    desk
}

#[test]
fn tab_writes_the_word_before_the_cursor_out_in_one_step_of_undo() {
    let mut desk = in_a_note();
    desk.write("school stelt lks").press("Tab");
    assert_eq!(text(&desk), "school stelt loonkostensubsidie");
    desk.press("Ctrl+z");
    assert_eq!(text(&desk), "school stelt lks");
    desk.press("Ctrl+y").write(" voor (jc").press("Tab").write(")");
    assert_eq!(text(&desk), "school stelt loonkostensubsidie voor (jobcoach)");
    // In the middle of a text it is the word before the cursor, up to the cursor.
    desk.press("Ctrl+Home").write("Lwm").press("Tab").write(": ");
    assert_eq!(
        text(&desk),
        "Loonwaardemeting: school stelt loonkostensubsidie voor (jobcoach)"
    );
    assert!(desk.program.state.notice.is_none());
}

#[test]
fn what_was_written_out_is_kept_in_the_record_and_survives_a_kill() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn")
        .write("/b lks")
        .press("Tab Enter")
        .write("dgr")
        .press("Tab");
    let mut desk = desk.kill_and_restart();
    desk.press("Esc");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.decisions[0].text, "loonkostensubsidie");
    assert_eq!(dossier.notes[0].text, "doelgroepregister");
}

#[test]
fn a_tab_that_writes_nothing_out_says_so_and_changes_nothing() {
    let word = "Dit woord is geen afkorting";
    // In an empty note Tab is for headings, which this pupil has none of.
    for (typed, told) in [
        ("", "Geen kopjes"),
        ("geen ", word),
        ("gewoon", word),
        ("lks.", word),
        ("lks\u{301}x", word),
    ] {
        let mut desk = in_a_note();
        desk.write(typed);
        let before = text(&desk);
        desk.press("Tab").sees(told);
        assert_eq!(text(&desk), before, "{typed:?}");
    }
    // A selection is not overwritten.
    let mut desk = in_a_note();
    desk.write("lks").press("Shift+Home Tab").sees("geen afkorting");
    assert_eq!(text(&desk), "lks");
    // Nothing is written out without Tab.
    let mut desk = in_a_note();
    desk.write("lks jc ").press("Enter");
    assert_eq!(text(&desk), "lks jc \n");
}

#[test]
fn the_chairs_own_words_come_before_those_of_the_program() {
    let own = |word: &str, text: &str| Snippet {
        word: word.into(),
        text: text.into(),
    };
    let mut desk = in_a_note();
    desk.settle(Settings {
        snippets: vec![own("jc", "Jan Claessens"), own("aanw", "aanwezig:\nafwezig:")],
        ..Settings::default()
    });
    desk.write("jc")
        .press("Tab")
        .write(" aanw")
        .press("Tab")
        .write(" lks")
        .press("Tab");
    assert_eq!(text(&desk), "Jan Claessens aanwezig:\nafwezig: loonkostensubsidie");
    desk.press("Enter").speak(Lang::En).write("wsb").press("Tab");
    assert!(text(&desk).ends_with("\nwage subsidy"));
}

#[test]
fn a_text_that_does_not_fit_leaves_the_word() {
    let mut desk = in_a_note();
    desk.send(dakpan::app::message::Message::Paste("x".repeat(256 * 1024 - 4)));
    desk.write(" lks").press("Tab").sees("te lang");
    assert!(text(&desk).ends_with("x lks"));
}
