//! What a chair stumbled over while driving a whole meeting: each way out is one key, and what is looked for is found.

use crate::desk::Desk;

/// An open meeting with everybody there, in the note of the first pupil.
fn writing() -> Desk {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn");
    desk
}

#[test]
fn who_looks_for_a_mother_among_the_professionals_is_sent_to_her_row() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S +").write("moeder van Milan");
    desk.sees("niets gevonden").sees("heeft een eigen regel in de lijst");
    // The line is emptied with the key that empties a field.
    desk.press("Ctrl+u").sees_not("moeder van Milan").write("moeder van");
    // One step back, to the attendance, on the row that is meant.
    desk.press("Esc")
        .sees("leerling, ouder of ander uit het netwerk")
        .sees_not("moeder van");
    desk.press("a");
    let sitting = desk.program.state.sitting.as_ref().unwrap();
    assert!(sitting.blocks[0].block.family);
    // Who was not looking for anybody in particular comes back to the first row.
    desk.press("+ Esc x");
    let sitting = desk.program.state.sitting.as_ref().unwrap();
    assert_eq!(
        sitting.blocks[0].attendance[0].state,
        dakpan::domain::codes::Presence::Absent
    );
}

#[test]
fn help_asked_while_writing_is_about_writing_and_gives_the_note_back() {
    let mut desk = writing();
    desk.write("stage gaat").press("F1");
    desk.sees("Van de alinea onder de cursor een actie maken")
        .sees_not("Het overleg openen");
    desk.press("Esc").sees("SCHRIJF").write(" goed");
    assert_eq!(
        desk.program.state.writing.as_ref().unwrap().editor.text(),
        "stage gaat goed"
    );
    // How to record something comes first; what is refused while shared stands there too, as one that cannot act.
    desk.press("F1");
    let screen = desk.screen(80, 24);
    let rows: Vec<usize> = ["/a", "/b", "/v", "/l", "/p", "@", "PgDn", "Esc"]
        .iter()
        .map(|keys| {
            let begins = |line: &str| line.trim_start_matches(['│', ' ']).starts_with(&format!("{keys} "));
            let row = screen.lines().position(begins);
            row.unwrap_or_else(|| panic!("no {keys}\n{screen}"))
        })
        .collect();
    assert!(rows.is_sorted(), "{screen}");
    desk.write("besluit vastleggen").sees("/b").press("Esc");
    desk.press("Esc F1")
        .sees_not("Van de alinea onder de cursor een actie maken");
    desk.press("Esc").sees("KIES");
}

/// The first row of what the palette finds.
fn first(desk: &mut Desk, query: &str) -> String {
    desk.press(":").write(query);
    let screen = desk.screen(120, 36);
    desk.press("Esc");
    // The chosen row stands below the title of the window, which has the mark as well.
    let row = screen.lines().rfind(|line| line.contains("» "));
    row.unwrap_or_default().to_owned()
}

#[test]
fn what_people_call_it_finds_it_in_the_palette() {
    let (mut desk, _) = Desk::with_pupils(2);
    for (query, told) in [
        ("telefoon", "De vaste contactpersonen van deze school"),
        ("undo", "De laatste wijziging ongedaan maken"),
        ("terug", "De laatste wijziging ongedaan maken"),
        ("pauze", "De klok stilzetten"),
        ("ouder", "Wie is er, en met welk mandaat"),
        ("/a", "Een actie vastleggen"),
        ("/b", "Een besluit vastleggen"),
    ] {
        let row = first(&mut desk, query);
        assert!(row.contains(told), "{query}: {row}");
    }
    desk.speak(dakpan::text::Lang::En);
    for (query, told) in [
        ("phone", "fixed contacts"),
        ("undo", "Undo the last change"),
        ("pause", "clock"),
    ] {
        let row = first(&mut desk, query);
        assert!(row.to_lowercase().contains(&told.to_lowercase()), "{query}: {row}");
    }
}

#[test]
fn a_command_typed_where_things_are_found_is_sent_to_the_note() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn Esc");
    // Whoever types a command in KIES opens the find box with its stroke.
    desk.write("/a Els belt").sees("a Els belt");
    desk.sees("Dit is een regel voor de notitie");
}
