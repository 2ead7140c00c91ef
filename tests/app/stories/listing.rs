//! The lists over many pupils: who is to be discussed and why, everybody by name, coverage, summer; and what is done to
//! a pupil from a list.

use dakpan::app::message::Message;
use dakpan::domain::codes::PartyKind;
use dakpan::domain::standing::ByHand;
use dakpan::store::About;
use dakpan::text::Lang;

use crate::desk::Desk;

const ABOUT: About = About {
    intent: "edit_pupil",
    pupil: None,
    meeting: None,
};

#[test]
fn the_reasons_of_the_pupil_at_hand_are_told_to_the_room_and_those_of_others_to_the_chair() {
    let (mut desk, _) = Desk::with_pupils(4);
    // Daan is held until the end of August and leaves in July: what comes after is a gap of two years.
    desk.sees("Waarom").sees("uitstroom 31-07-2026, nog niet besproken");
    let shared = desk.screen(200, 50);
    assert_eq!(shared.matches("nog niet besproken").count(), 1, "{shared}");
    desk.private().press("1 1");
    let own = desk.screen(200, 50);
    assert!(own.matches("nog niet besproken").count() >= 4, "{own}");
    desk.press("F8");
    let again = desk.screen(200, 50);
    assert_eq!(
        again.matches("nog niet besproken").count(),
        0,
        "the queue fills the screen\n{again}"
    );
}

#[test]
fn whose_turn_it_is_stands_in_a_list_of_one_key_and_enter_goes_there() {
    let (mut desk, table) = Desk::with_pupils(4);
    desk.press("W").sees("dit kan alleen privé");
    desk.private().press("W").sees("Wie is er aan de beurt · De Brug");
    desk.sees("Mehmet Öztürk").sees_not("Geheimsma");
    desk.press("s")
        .sees("Wie is er aan de beurt · alle scholen")
        .sees("Yara Geheimsma")
        .sees("De Schakel");
    desk.press("s").sees("aan de beurt · De Brug").sees_not("Geheimsma");
    desk.press("s PgDn");
    let chosen = desk
        .program
        .state
        .listing
        .as_ref()
        .unwrap()
        .pupil()
        .unwrap()
        .line
        .clone();
    desk.press("Enter").sees_not("aan de beurt ·");
    assert_eq!(desk.program.state.pupil(), Some(chosen.id));
    assert!(!table.pupils.contains(&chosen.id), "somebody of the other school");
}

#[test]
fn a_school_in_the_list_of_all_is_opened_by_enter() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.private().press("W s PgUp PgUp").sees("alle scholen");
    desk.press("Enter").sees("aan de beurt · De Brug").sees_not("Geheimsma");
}

#[test]
fn a_pupil_is_taken_off_the_queue_with_a_reason_and_undo_brings_them_back() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.private().press("W Down");
    let chosen = desk
        .program
        .state
        .listing
        .as_ref()
        .unwrap()
        .pupil()
        .unwrap()
        .line
        .clone();
    let name = chosen.name.full();
    desk.press("x")
        .sees("Van de wachtrij halen")
        .sees(&format!("· {name} ─"))
        .write("verhuist naar Utrecht")
        .press("Enter");
    desk.sees("1 leerling is met de hand van de wachtrij gehaald.");
    assert!(
        desk.program.state.listing.as_ref().unwrap().sections[0]
            .rows
            .iter()
            .all(|row| row.line.id != chosen.id)
    );
    let marks = desk.store().queue_marks(chosen.id).unwrap();
    assert_eq!(marks[0].mark.kind, ByHand::Removed);
    assert_eq!(marks[0].reason, "verhuist naar Utrecht");
    // Nobody drops off silently: by name they are still there.
    desk.press("n")
        .sees("Iedereen bij naam")
        .sees(&name)
        .sees("van de wachtrij gehaald op 3 jun 2026");
    desk.press("w Ctrl+z").sees_not("met de hand van de wachtrij gehaald");
    assert!(
        desk.program.state.listing.as_ref().unwrap().sections[0]
            .rows
            .iter()
            .any(|row| row.line.id == chosen.id)
    );
    assert!(desk.store().queue_marks(chosen.id).unwrap().is_empty());
    assert!(table.pupils.contains(&chosen.id));
}

#[test]
fn no_reason_needs_to_be_given_and_esc_goes_back_to_the_list() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.private().press("W x Esc").sees("aan de beurt · De Brug");
    let before = desk.program.state.listing.as_ref().unwrap().sections[0].rows.len();
    desk.press("x Enter");
    assert_eq!(
        desk.program.state.listing.as_ref().unwrap().sections[0].rows.len(),
        before - 1
    );
    desk.press("Esc").sees_not("aan de beurt ·");
    assert!(desk.program.state.listing.is_none());
}

#[test]
fn a_party_asks_for_a_pupil_from_the_list_by_name() {
    let (desk, table) = Desk::with_pupils(2);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        store
            .change(ABOUT, now, |tx| {
                tx.insert_party(PartyKind::YouthDesk, "Jongerenloket", "").map(|_| ())
            })
            .unwrap();
    });
    desk.private().press("W n");
    let chosen = desk.program.state.listing.as_ref().unwrap().pupil().unwrap().line.id;
    assert!(table.pupils.contains(&chosen));
    let name = desk.store().dossier(chosen).unwrap().pupil.name.full();
    desk.press("v")
        .sees(&format!("· {name}"))
        .sees("Welke partij vraagt")
        .press("Enter")
        .sees("moet ingevuld")
        .press("Shift+Tab")
        .write("jongerenl")
        .press("Tab")
        .write("huis kwijt")
        .press("Enter");
    desk.sees("Iedereen bij naam")
        .sees("Jongerenloket vraagt om overleg, sinds 03-06-2026");
    let marks = desk.store().queue_marks(chosen).unwrap();
    assert_eq!(
        (marks[0].mark.kind, marks[0].reason.as_str()),
        (ByHand::Asked, "huis kwijt")
    );
    desk.press("Ctrl+z").sees_not("Jongerenloket");
    assert!(desk.store().queue_marks(chosen).unwrap().is_empty());
}

#[test]
fn from_the_list_a_pupil_goes_on_the_agenda_of_the_planned_meeting() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("x x");
    let items = |desk: &Desk| {
        let sitting = desk.store().sitting(table.meeting).unwrap();
        let pupils: Vec<_> = sitting.blocks[0].items.iter().filter_map(|i| i.item.pupil).collect();
        pupils
    };
    assert_eq!(items(&desk).len(), 2);
    desk.private().press("W");
    let off = *table.pupils.iter().find(|pupil| !items(&desk).contains(pupil)).unwrap();
    let listing = desk.program.state.listing.as_ref().unwrap();
    let at = listing.sections[0]
        .rows
        .iter()
        .position(|row| row.line.id == off)
        .unwrap();
    desk.press("PgUp");
    for _ in 0..at {
        desk.press("Down");
    }
    desk.press("A").sees("aan de beurt · De Brug");
    assert!(items(&desk).contains(&off));
    desk.press("+").sees("deze leerling staat al op de agenda");
    desk.press("Ctrl+z");
    assert_eq!(items(&desk).len(), 2);
}

#[test]
fn out_of_sight_is_one_command_and_shown_as_a_state() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.private().press(":").write("buiten beeld").press("Enter");
    let since = |desk: &Desk| desk.store().pupil(table.pupils[0]).unwrap().out_of_sight_since;
    assert_eq!(since(&desk), Some(desk.now.date_naive()));
    desk.sees("nu buiten beeld").sees("buiten beeld sinds 03-06-2026");
    desk.press("W n").sees("buiten beeld sinds 3 jun 2026");
    let journal = desk.store().journal(5, None).unwrap();
    assert_eq!(journal[0].intent, "out_of_sight");
    // Back in sight from the list itself.
    desk.press("b").sees_not("buiten beeld sinds").sees("weer in beeld");
    assert_eq!(since(&desk), None);
    desk.press("Ctrl+z").sees("buiten beeld sinds");
    assert_eq!(since(&desk), Some(desk.now.date_naive()));
}

#[test]
fn coverage_goes_from_schools_and_parties_down_to_a_name() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.private()
        .press("G")
        .sees("Dekking · alle scholen")
        .sees("Het doel is nul gatdagen.");
    // Only Daan is held, by the social service, from March up to and including August.
    desk.sees("Sociale Dienst houdt 1 leerling vast, samen 184 dagen");
    desk.press("Enter").sees("Dekking · De Brug").sees("gatdagen");
    let listing = desk.program.state.listing.as_ref().unwrap();
    let tally = listing.sections[0].tally;
    assert_eq!((tally.pupils, tally.with_gap, tally.covered_days), (2, 2, 184));
    assert_eq!(tally.covered_days + tally.gap_days, tally.days);
    let rows: u32 = listing.sections[0].rows.iter().map(|row| row.gap_days()).sum();
    assert_eq!(u64::from(rows), tally.gap_days);
    let chosen = listing.pupil().unwrap().line.id;
    desk.press("Enter");
    assert_eq!(desk.program.state.pupil(), Some(chosen));
    assert!(table.pupils.contains(&chosen));
}

#[test]
fn the_summer_list_begins_with_whoever_is_held_by_nobody() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.private()
        .press("Z")
        .sees("Zomerlijst 1 augustus t/m 30 september · De Brug");
    let listing = desk.program.state.listing.as_ref().unwrap();
    let rows: Vec<_> = listing.sections[0]
        .rows
        .iter()
        .map(|row| (row.line.id, row.gap_days()))
        .collect();
    assert_eq!(rows, [(table.pupils[1], 61), (table.pupils[0], 30)]);
    desk.sees("NIEMAND 01-08-2026 t/m 30-09-2026");
    desk.sees("NIEMAND 01-09-2026 t/m 30-09-2026 · Sociale Dienst (Jan de Boer) 01-08-2026 t/m 31-08-2026");
}

#[test]
fn a_list_closes_when_the_screen_is_shared_and_nothing_of_it_stays() {
    let (mut desk, _) = Desk::with_pupils(3);
    for keys in ["W", "W n", "G", "G Enter", "Z", "W s"] {
        desk.private().press(keys).sees("Bakker");
        desk.press("F8").sees_not("Bakker").sees_not("Geheimsma");
        assert!(desk.program.state.listing.is_none());
    }
}

#[test]
fn whoever_objects_is_counted_and_not_named() {
    let (desk, table) = Desk::with_pupils(3);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        store
            .change(ABOUT, now, |tx| {
                let mut known = tx.pupil(table.pupils[1])?;
                known.sharing.objection_on = Some("2026-05-01".parse().unwrap());
                tx.update_pupil(&known)
            })
            .unwrap();
    });
    desk.private();
    for keys in ["W", "n", "z"] {
        desk.press(keys)
            .sees("1 leerling staat er niet bij: er is bezwaar gemaakt.");
        let rows = &desk.program.state.listing.as_ref().unwrap().sections[0].rows;
        assert!(rows.iter().all(|row| row.line.id != table.pupils[1]), "{keys}");
    }
}

#[test]
fn a_planned_meeting_shows_why_each_pupil_is_on_its_agenda() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.private()
        .press("P Tab Ctrl+e")
        .write("over 2 weken")
        .press("Enter");
    let planned = desk.program.state.sitting.clone().unwrap();
    assert_eq!(planned.meeting.day.to_string(), "2026-06-17");
    let screen = desk.screen(120, 36);
    for name in ["Daan Bakker", "Mehmet Öztürk", "Lotte de Wit"] {
        let row = screen.lines().find(|line| line.contains(name)).unwrap();
        assert!(
            row.contains("nog niet bespr") || row.contains("niemand houdt"),
            "{screen}"
        );
    }
    desk.press("Esc").sees("Agenda");
}

#[test]
fn everything_is_read_only_after_a_second_key_and_a_sentence_says_why() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.private()
        .press("W s *")
        .sees("Alles lezen kan enkele seconden duren");
    assert!(!desk.program.state.listing.as_ref().unwrap().ask.everything);
    desk.press("*");
    assert!(desk.program.state.listing.as_ref().unwrap().ask.everything);
    desk.speak(Lang::En)
        .press("*")
        .sees("Reading everything can take some seconds");
}

#[test]
fn a_file_of_thousands_reads_no_more_schools_than_a_screen_can_use() {
    let (desk, table) = Desk::with_pupils(1);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        store
            .fill(now, |tx| {
                let known = tx.pupil(table.pupils[0])?;
                for at in 0..1200 {
                    let mut other = known.clone();
                    (other.id, other.number) = (0, format!("x{at}"));
                    other.name.family = format!("Volgende{at:04}");
                    tx.insert_pupil(&other)?;
                }
                Ok(())
            })
            .unwrap();
    });
    desk.private()
        .press("W s")
        .sees("1201 leerlingen: nog niet gelezen, Enter leest deze school");
    desk.sees("Yara Geheimsma");
    desk.press("PgUp Enter").sees("aan de beurt · De Brug");
    let shown = |desk: &Desk| {
        let section = desk.program.state.listing.as_ref().unwrap().sections[0].clone();
        (section.rows.len(), section.more)
    };
    assert_eq!(shown(&desk), (500, 701));
    for _ in 0..51 {
        desk.press("PgDn");
    }
    desk.sees("nog 701: Enter leest ze allemaal").press("Enter");
    assert_eq!(shown(&desk), (1201, 0));
    // Of all schools read after all, each shows its most urgent ones.
    desk.press("s * *").sees("nog 1181: Enter gaat naar deze school");
}

/// Reading on would show no more: what stands in the queue is whatever the window can hold, and little besides.
#[test]
fn in_private_the_reasons_of_those_in_sight_are_read_and_no_more() {
    let mut desk = Desk::with_demo();
    desk.private().press("1");
    for steps in [0, 5, 20, 25] {
        for _ in 0..steps {
            desk.press("PgDn");
        }
        let read = desk.program.state.why.len();
        let seen = desk.screen(120, 36);
        assert!(seen.contains(desk.program.state.catalog().screen.private_bar.trim()));
        desk.send(Message::Resize(120, 200));
        assert!(desk.program.state.why.len() >= read);
        desk.send(Message::Resize(120, 36));
        assert_eq!(desk.screen(120, 36), seen, "after {steps} steps");
    }
    desk.send(Message::Resize(120, 12));
    desk.press("PgDn PgUp Ctrl+z");
    let read = desk.program.state.why.len();
    assert!((1..=16).contains(&read), "{read} pupils for a window of 12 rows");
}
