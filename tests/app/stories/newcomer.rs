//! What somebody who chaired for the first time ran into, each as a story with the keys that showed it.

use dakpan::domain::codes::{ItemState, NoteKind};
use dakpan::domain::{Day, Id};

use crate::desk::Desk;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The pupils on the agenda of a meeting.
fn on_agenda(desk: &Desk, meeting: Id) -> Vec<Id> {
    let sitting = desk.store().sitting(meeting).unwrap();
    let items = sitting.blocks.iter().flat_map(|b| b.items.iter());
    items.filter_map(|i| i.item.pupil).collect()
}

/// Whoever types a whole word means that word, and not a longer one that begins with it.
#[test]
fn a_whole_word_in_the_palette_comes_before_a_longer_one() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.private().press(":").write("over");
    let screen = desk.screen(120, 36);
    let (word, longer) = (screen.find("Wat over delen"), screen.find("Het overleg openen"));
    assert!(
        word.is_some() && longer.is_none_or(|longer| word < Some(longer)),
        "{screen}"
    );
    // What begins with what is typed comes before both.
    desk.press("Esc :").write("doorschuiven");
    assert!(desk.screen(120, 36).contains("▸ Doorschuiven") || desk.screen(120, 36).contains("Doorschuiven naar"));
}

#[test]
fn a_working_note_does_not_hold_a_pupil_on_the_agenda() {
    let (desk, table) = Desk::with_pupils(3);
    let (pupil, meeting) = (table.pupils[0], table.meeting);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        let item = store.sitting(meeting).unwrap().blocks[0].items[2].item.id;
        let about = dakpan::store::About {
            intent: "write",
            pupil: Some(pupil),
            meeting: Some(meeting),
        };
        let note = |tx: &mut dakpan::store::Tx<'_>| {
            tx.write_note(
                NoteKind::Working,
                pupil,
                Some(meeting),
                Some(item),
                "bel eerst moeder",
                now,
            )
        };
        store.change(about, now, note).unwrap();
    });
    desk.press("x x");
    assert!(!on_agenda(&desk, meeting).contains(&pupil));
    let working = || desk.store().note_text(NoteKind::Working, pupil, Some(meeting)).unwrap();
    assert_eq!(working().as_deref(), Some("bel eerst moeder"));
    desk.press("Ctrl+z");
    assert!(on_agenda(&desk, meeting).contains(&pupil), "and one undo puts it back");
}

#[test]
fn an_item_with_something_at_it_stays_and_the_sentence_says_why() {
    let (desk, table) = Desk::with_pupils(3);
    let (pupil, meeting) = (table.pupils[0], table.meeting);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        let item = store.sitting(meeting).unwrap().blocks[0].items[2].item.id;
        let about = dakpan::store::About {
            intent: "write",
            pupil: Some(pupil),
            meeting: Some(meeting),
        };
        let note = |tx: &mut dakpan::store::Tx<'_>| {
            tx.write_note(
                NoteKind::Table,
                pupil,
                Some(meeting),
                Some(item),
                "wil naar het asiel",
                now,
            )
        };
        store.change(about, now, note).unwrap();
    });
    let at = desk.program.state.at;
    desk.press("x x")
        .sees("schuif het punt door met d d")
        .sees_not("! probleem");
    assert!(on_agenda(&desk, meeting).contains(&pupil));
    assert_eq!(desk.program.state.at, at, "the walk is where it was");
}

#[test]
fn a_nameless_pupil_has_one_number_wherever_they_are_told() {
    let (desk, table) = Desk::with_pupils(4);
    let nameless = table.pupils[1];
    let mut desk = desk.with_store(|store| nameless_now(store, nameless));
    desk.press("PgDn").sees("casus 2").sees_not("M.Ö.");
    desk.press(">");
    let screen = desk.screen(120, 36);
    assert_eq!(
        screen.matches("casus ").count(),
        screen.matches("casus 2").count(),
        "{screen}"
    );
    desk.press("< S a a a a Enter PgDn PgDn PgDn Esc").sees("casus 2");
    let screen = desk.screen(120, 36);
    assert_eq!(
        screen.matches("casus ").count(),
        screen.matches("casus 2").count(),
        "{screen}"
    );
}

#[test]
fn outside_a_meeting_a_nameless_pupil_has_no_number() {
    let (desk, table) = Desk::with_pupils(2);
    let nameless = table.pupils[1];
    let mut desk = desk.with_store(|store| nameless_now(store, nameless));
    desk.press("PgDn x x");
    desk.press("PgDn")
        .sees("casus")
        .sees_not("casus 0")
        .sees_not("casus 1")
        .sees_not("casus 2");
}

fn nameless_now(store: &mut dakpan::store::Store, pupil: Id) {
    let about = dakpan::store::About {
        intent: "edit_pupil",
        pupil: Some(pupil),
        meeting: None,
    };
    let now = crate::desk::ten_o_clock();
    let mut known = store.pupil(pupil).unwrap();
    known.sharing.informed_on = None;
    store.change(about, now, |tx| tx.update_pupil(&known)).unwrap();
}

#[test]
fn frozen_minutes_take_no_result_route_or_chance() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn Esc S S");
    let before = desk.store().dossier(table.pupils[0]).unwrap();
    let after = |desk: &Desk| desk.store().dossier(table.pupils[0]).unwrap();
    for keys in ["u l", "r g", "k l l", "t"] {
        desk.press("PgUp PgUp PgUp PgUp PgUp PgUp PgDn PgDn").press(keys);
    }
    desk.press("u").sees("het verslag ligt vast");
    assert_eq!(after(&desk).result, before.result);
    assert_eq!(after(&desk).pupil.route, before.pupil.route);
    assert_eq!(after(&desk).chances, before.chances);
    desk.sees_not("u resultaat");
}

#[test]
fn the_closed_screen_tells_done_from_carried_over() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn").write("gaat goed");
    desk.press("Esc S S");
    let agenda = desk.screen(120, 36);
    assert!(agenda.contains("»►"), "{agenda}");
    assert!(
        !agenda.contains("○ Opening") && agenda.contains("√ Opening"),
        "{agenda}"
    );
    let item = desk.program.state.items().find(|i| i.item.state == ItemState::Carried);
    assert!(item.is_some());
}

#[test]
fn taking_a_closing_back_goes_on_where_the_table_was() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn PgDn Esc");
    let at = desk.program.state.at;
    desk.press("S S");
    assert_ne!(desk.program.state.at, at);
    desk.press("Ctrl+z");
    assert!(desk.program.state.is_open());
    assert_eq!(desk.program.state.at, at);
}

#[test]
fn choosing_the_school_at_hand_changes_nothing() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn PgDn Esc");
    let at = desk.program.state.at;
    desk.press("s Enter");
    assert_eq!(desk.program.state.at, at);
    assert!(desk.program.state.overlay.is_none());
}

#[test]
fn a_meeting_of_another_day_is_opened_with_the_key_twice() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.now = dakpan::domain::Moment::parse_from_rfc3339("2026-06-02T10:00:00+02:00").unwrap();
    desk.press("S").sees("wo 3 jun 2026").sees("nog een keer");
    assert!(!desk.program.state.is_open());
    desk.press("S");
    assert!(desk.program.state.is_open());
}

#[test]
fn a_meeting_is_proposed_on_a_day_on_which_people_work() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.private().press("P").sees("10-06-2026");
    assert_eq!(desk.program.state.today, day("2026-06-03"));
    let mut desk = Desk::empty();
    desk.now = dakpan::domain::Moment::parse_from_rfc3339("2026-12-31T10:00:00+01:00").unwrap();
    desk.private().press(":").write("nieuwe school").press("Enter");
    desk.write("De Brug").press("Tab").write("00AB00").press("Tab p Enter");
    desk.press("P").sees("04-01-2027");
}

#[test]
fn an_agenda_without_pupils_says_what_to_do_and_offers_them() {
    let mut desk = Desk::empty();
    desk.private().press(":").write("nieuwe school").press("Enter");
    desk.write("De Brug").press("Tab").write("00AB00").press("Tab p Enter");
    desk.press("P Enter").sees("A zet een leerling op de agenda");
    let meeting = desk.program.state.sitting.as_ref().unwrap().meeting.id;
    for (given, number) in [("Daan", "1"), ("Mila", "2")] {
        desk.press("N")
            .write(given)
            .press("Tab Tab")
            .write("Bakker")
            .press("Tab")
            .write(number);
        desk.press("Enter");
    }
    desk.press("A");
    assert_eq!(on_agenda(&desk, meeting).len(), 1, "who is looked at goes on at once");
    desk.press("A").sees("Daan Bakker").press("Enter");
    assert_eq!(
        on_agenda(&desk, meeting).len(),
        2,
        "and the others are offered before anything is typed"
    );
}

#[test]
fn while_shared_finding_says_where_it_stops() {
    let (desk, table) = Desk::with_pupils(5);
    let mut desk = desk.with_store(|store| {
        let about = dakpan::store::About {
            intent: "remove_from_agenda",
            pupil: None,
            meeting: None,
        };
        let item = store.sitting(table.meeting).unwrap().blocks[0].items[6].item.id;
        store
            .change(about, crate::desk::ten_o_clock(), |tx| tx.remove_item(item))
            .unwrap();
    });
    desk.press("/")
        .write("daan")
        .sees("gedeeld: alleen initialen")
        .press("Esc");
    desk.press("A").sees("T.V.").sees_not("Tess");
    desk.write("tess").sees("gedeeld: alleen initialen");
    desk.press("Enter");
    assert!(!on_agenda(&desk, table.meeting).contains(&table.pupils[4]));
    desk.press("Ctrl+e")
        .write("tv")
        .sees_not("gedeeld: alleen initialen")
        .press("Enter");
    assert!(on_agenda(&desk, table.meeting).contains(&table.pupils[4]));
}

#[test]
fn a_slash_at_the_attendance_looks_for_somebody_and_marks_nobody() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S");
    let before = desk.dump();
    desk.press("/").write("daan");
    assert_eq!(desk.dump(), before);
    desk.sees("Iemand aan tafel");
}

#[test]
fn the_attendance_tells_its_keys_on_a_small_screen() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S");
    let screen = desk.screen(80, 24);
    for words in ["Enter klopt", "m mandaat", "+ erbij"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn letters_add_up_in_a_list_and_backspace_takes_them_away() {
    let mut desk = Desk::empty();
    desk.private().press(":").write("nieuwe partij").press("Enter");
    desk.write("Gemeente Hoek")
        .press("Enter")
        .sees("dit moet ingevuld zijn");
    desk.write("gem").sees("gemeente").sees_not("dit moet ingevuld zijn");
    desk.press("Backspace Backspace Backspace").write("uw").sees("UWV");
    desk.press("Backspace Backspace").write("gem").press("Enter");
    let parties = desk.store().parties(None).unwrap();
    assert_eq!(parties[0].kind, dakpan::domain::codes::PartyKind::Municipality);
}

#[test]
fn a_party_that_is_not_there_is_called_a_party() {
    let mut desk = Desk::empty();
    desk.private().press(":").write("nieuwe professional").press("Enter");
    desk.write("Els").press("Tab Tab").write("Nergens").press("Tab");
    desk.sees("er is geen partij met die naam")
        .sees_not("er is niemand met die naam");
}

#[test]
fn what_another_field_mended_is_no_longer_wrong() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.private().press("P Tab Tab Ctrl+e").write("12:00").press("Enter");
    desk.sees("het einde ligt voor het begin");
    desk.press("Shift+Tab Ctrl+e")
        .write("9:00")
        .sees_not("het einde ligt voor het begin");
}

#[test]
fn undoing_the_planning_leaves_no_list_of_who_is_here() {
    let mut desk = Desk::empty();
    desk.private().press(":").write("nieuwe school").press("Enter");
    desk.write("De Brug").press("Tab").write("00AB00").press("Tab p Enter");
    desk.press("P Tab Ctrl+e").write("10-6").press("Enter").press("w");
    desk.press("Ctrl+z").sees_not("Wie is er");
    assert!(desk.program.state.overlay.is_none());
}

#[test]
fn an_empty_file_says_what_to_do_first() {
    let mut desk = Desk::empty();
    desk.sees("Zo komt uw tafel er te staan")
        .sees("Eerst F8 en dan j")
        .sees("Geen agenda");
    desk.private().sees_not("Eerst F8 en dan j");
    // Each line is what is typed behind `:`, and the first command found for it is the one.
    let made = [
        ("nieuwe school", "De Brug|Tab|00AB00|Tab p"),
        ("nieuwe partij", "Sociale Dienst|Tab g"),
        ("nieuwe professional", "Jan|Tab|de Boer|Tab|sociale"),
        ("school wijzigen", "|Tab Tab Tab Tab|jan"),
    ];
    for (at, (step, typed)) in made.iter().enumerate() {
        let screen = desk.screen(120, 36);
        assert_eq!(
            screen.matches("√ ").count().saturating_sub(usize::from(at > 0)),
            at,
            "{screen}"
        );
        desk.sees(&format!(": {step}")).press(":").write(step).press("Enter");
        for (index, part) in typed.split('|').enumerate() {
            if index % 2 == 0 {
                desk.write(part)
            } else {
                desk.press(part)
            };
        }
        desk.press("Enter");
    }
    let school = desk.store().schools().unwrap()[0].id;
    assert_eq!(desk.store().contacts(school).unwrap().fixed[0].1.full(), "Jan de Boer");
    desk.press("N")
        .write("Işıl")
        .press("Tab Tab")
        .write("Yıldız")
        .press("Tab")
        .write("000123");
    desk.press("Enter").sees_not("Zo komt uw tafel er te staan");
    desk.press("P Enter").sees_not("Zo komt uw tafel er te staan");
}

#[test]
fn whoever_is_not_there_yet_is_made_while_the_form_waits() {
    let mut desk = Desk::empty();
    desk.private().press(":").write("school").press("Enter");
    desk.sees("Een nieuwe school")
        .write("De Brug")
        .press("Tab")
        .write("00AB00");
    desk.press("Enter").sees("dit moet ingevuld zijn");
    desk.press("p Tab Tab").write("Gülşah van Dijk").press("Enter");
    desk.sees("niemand heet zo; Esc (dit blijft bewaard), dan : nieuwe professional");
    desk.press("Esc").sees("het formulier komt zo terug");
    for words in ["deelnemer", "collega", "contactpersoon", "professional"] {
        desk.press(":").write(words);
        assert!(
            desk.screen(120, 36).contains("» Een nieuwe professional"),
            "{words}\n{}",
            desk.screen(120, 36)
        );
        desk.press("Esc Esc");
    }
    desk.press(":")
        .write("nieuwe school")
        .press("Enter")
        .sees("Gülşah van Dijk");
    desk.press("Esc N").sees("Nieuwe leerling kan nu niet");
}

#[test]
fn at_a_new_school_leaving_the_list_says_what_is_needed() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S a a a a Enter PgDn PgDn PgDn PgDn PgDn PgDn Esc");
    desk.sees("leg eerst vast wie er is").sees_not("Aanwezig kan nu niet");
}

#[test]
fn the_selected_old_action_is_read_whole() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn");
    let text = "belt het asiel en vraagt of de stage na de zomer twee maanden langer kan duren dan was afgesproken";
    desk.write(&format!("/a Jan {text} vandaag")).press("Enter Esc S S");
    desk.now += chrono::Duration::days(8);
    desk.press("o");
    let screen = desk.screen(80, 24).replace(['│', '\n'], " ");
    let words: Vec<&str> = screen.split_whitespace().collect();
    assert!(words.join(" ").contains("dan was afgesproken"), "{screen}");
}

/// Goes on in the note at hand, whether the cursor came there or not.
fn go_on(desk: &mut Desk, text: &str) {
    if desk.program.state.writing.is_none() {
        desk.press("i");
    }
    desk.press("End").write(text).press("Esc");
}

#[test]
fn the_list_of_texts_with_an_old_name_leads_to_each_of_them_and_comes_back() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn").write("Daan Bakker belde");
    desk.press("PgDn").write("lijkt op Daan Bakker").press("PgUp Esc");
    while desk.program.next_tick() == Some(std::time::Duration::ZERO) {
        desk.wait(0);
    }
    desk.private().press(":").write("zonder spoor").press("Enter");
    desk.press("a Tab").write("Jansen").press("Enter Enter");
    desk.sees("In 2 teksten").sees("Enter kiezen").press("Enter");
    assert!(desk.program.state.overlay.is_none());
    go_on(&mut desk, " vaak");
    desk.sees("Daan Bakker belde vaak");
    // Esc comes back to the list, on the same row, for the next one.
    desk.press("Esc").sees("In 2 teksten").press("Down Enter");
    assert_eq!(desk.program.state.pupil(), Some(table.pupils[1]));
    go_on(&mut desk, " denk ik");
    desk.sees("lijkt op Daan Bakker denk ik");
    // It names pupils, so it stays away while others look, and closed it is gone.
    desk.press("F8 Esc").sees_not("In 2 teksten");
    desk.private().press("Esc").sees_not("In 2 teksten");
}
