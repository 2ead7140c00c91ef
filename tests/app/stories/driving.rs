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
    // While nothing sits there is no clock to stop, and of two that are called so the other is found.
    assert!(first(&mut desk, "pauze").contains("leegmaken"));
    desk.press("S a a a a Enter Esc");
    for (query, told) in [
        ("telefoon", "De vaste contactpersonen van deze school"),
        ("undo", "De laatste wijziging ongedaan maken"),
        ("terug", "De laatste wijziging ongedaan maken"),
        ("pauze", "De klok stilzetten"),
        ("ouder", "Wie is er, en met welk mandaat"),
        ("laatkomer", "Wie is er, en met welk mandaat"),
        ("afsluiten", "Het overleg sluiten"),
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

#[test]
fn a_day_that_no_calendar_has_is_told_in_a_form_as_it_is_in_a_note() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.private().press("P Tab Ctrl+e").write("31 juni").press("Tab");
    desk.sees("die dag bestaat niet op de kalender")
        .sees_not("dit is geen datum");
    desk.press("Shift+Tab Ctrl+e")
        .write("ooit")
        .press("Tab")
        .sees("dit is geen datum");
}

#[test]
fn hours_late_are_told_in_hours() {
    let end = chrono::NaiveTime::from_hms_opt(21, 39, 0).unwrap();
    assert_eq!(dakpan::text::NL.screen.ends(end, 639), "einde 21:39 (+10u39)");
    assert_eq!(dakpan::text::NL.screen.ends(end, -61), "einde 21:39 (-1u01)");
    assert_eq!(dakpan::text::EN.screen.ends(end, 60), "ends 21:39 (+1h00)");
    assert_eq!(dakpan::text::NL.screen.ends(end, 59), "einde 21:39 (+59)");
}

#[test]
fn a_command_without_words_says_what_is_missing_and_stays() {
    let mut desk = writing();
    for command in ["/a ", "/b ", "/a Els "] {
        desk.write(command)
            .press("Enter")
            .sees("achter de opdracht staat nog geen tekst");
        let text = desk.program.state.writing.as_ref().unwrap().editor.text().to_owned();
        assert_eq!(text, command, "no line was begun");
        desk.press("Ctrl+e Backspace").sees_not("geen tekst");
    }
}

#[test]
fn the_beginning_of_one_name_is_that_name_and_of_none_is_told() {
    let mut desk = writing();
    desk.write("@zorro").sees("er is niemand met die naam");
    desk.write(" gaat mee").sees_not("er is niemand met die naam");
    desk.press("Ctrl+e Backspace")
        .write("@ri gaat mee naar het asiel dinsdag");
    desk.sees_not("er is niemand").press("Ctrl+t");
    desk.sees("Ria Kok (gem.): gaat mee naar het asiel").sees_not("wie?");
}

#[test]
fn a_blank_typed_behind_a_name_that_was_written_out_is_no_second_one() {
    let mut desk = writing();
    desk.write("@ja").press("Tab").write(" zegt").press("Tab");
    let text = |desk: &Desk| desk.program.state.writing.as_ref().unwrap().editor.text().to_owned();
    assert!(text(&desk).starts_with("Jan zegt"), "{}", text(&desk));
    // A blank that is meant is typed as often as it is meant.
    desk.press("Ctrl+e Backspace").write("@ja").press("Tab").write("en  zo");
    assert_eq!(text(&desk), "Jan en  zo");
}

#[test]
fn what_was_agreed_and_how_a_line_is_read_are_broken_rather_than_cut_where_there_is_room() {
    let mut desk = writing();
    let decision = "proefplaatsing van 2 maanden onder voorbehoud van de loonwaardemeting bij het asiel in Dordrecht";
    desk.write(&format!("/b {decision}"));
    let flat = |screen: &str| -> String {
        let pupil = screen.lines().filter_map(|line| line.split('│').nth(2));
        let words: Vec<String> = pupil
            .flat_map(|part| part.split(' ').map(String::from).collect::<Vec<_>>())
            .collect();
        words
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let screen = desk.screen(120, 36);
    assert!(flat(&screen).contains(&format!("BESLUIT {decision}")), "{screen}");
    desk.press("Enter");
    let screen = desk.screen(120, 36);
    assert!(flat(&screen).contains(&format!("BESLUIT {decision}")), "{screen}");
    desk.write("/a Els regelt het contract met de werkgever en de jobcoach van de gemeente samen met Jan 31 juni");
    let screen = desk.screen(120, 36);
    assert!(
        flat(&screen).contains("samen met Jan 31 juni · 31 juni bestaat niet"),
        "{screen}"
    );
    // Where the note fills its part of the window, nothing of it gives way.
    let screen = desk.screen(60, 20);
    assert!(screen.contains("31 juni bestaat niet"), "{screen}");
}

#[test]
fn who_came_from_choosing_for_one_line_is_back_in_choosing_once_it_is_taken() {
    let mut desk = writing();
    let pupil = desk.program.state.pupil().unwrap();
    desk.write("stage gaat goed").press("Esc");
    for (key, words, done) in [("b", "proefplaatsing", "besluit"), ("a", "Els belt vrijdag", "actie")] {
        desk.press(key).sees("SCHRIJF").write(words).press("Enter");
        assert!(desk.program.state.writing.is_none(), "{key}");
        desk.sees("KIES").sees(done);
    }
    let dossier = desk.store().dossier(pupil).unwrap();
    assert_eq!(
        dossier.notes[0].text, "stage gaat goed",
        "no empty line in the place of one that was taken"
    );
    // One step takes the action back, because leaving wrote nothing.
    desk.press("Ctrl+z").sees("Ongedaan: actie");
    // Who goes on with a line of text writes the note; so does who was writing when the line began.
    desk.press("b Backspace Backspace Backspace").write("ouders komen");
    desk.press("Enter").write("/b uitstel").press("Enter").sees("SCHRIJF");
    desk.press("Esc i").write("/a Els mailt").press("Enter").sees("SCHRIJF");
    // A line that says nothing stays, and says what is missing.
    desk.press("Esc b Enter")
        .sees("SCHRIJF")
        .write("toch")
        .press("Enter")
        .sees("KIES");
}

#[test]
fn a_day_that_no_calendar_has_is_told_also_in_the_middle_of_a_line() {
    let told = |line: &str| writing().write(line).screen(120, 36).contains("bestaat niet");
    writing()
        .write("/a Els regelt 31 juni het contract")
        .sees("31 juni bestaat niet");
    assert!(told("/a Els regelt 30 februari het contract"));
    for line in [
        "/a Els belt 45 mei over",
        "/a Els telt 31-6 af in de krant",
        "/a Els regelt 31 juni vrijdag",
    ] {
        assert!(!told(line), "{line}");
    }
}
