use dakpan::domain::Id;
use dakpan::domain::codes::{ActionState, NoteKind, PartyKind};
use dakpan::store::{NewAction, NewDecision, NewLesson, Store, StoreError};

use super::table::{Table, day};
use super::{ABOUT, at};

fn action(text: &str, pupil: Option<Id>, due: Option<&str>) -> NewAction {
    NewAction {
        pupil,
        school: None,
        meeting: None,
        item: None,
        owner: None,
        text: text.into(),
        due: due.map(day),
        agreed_on: day("2026-03-04"),
    }
}

fn decision(text: &str, pupil: Id) -> NewDecision {
    NewDecision {
        pupil: Some(pupil),
        meeting: None,
        item: None,
        text: text.into(),
        provisional: false,
        decided_on: day("2026-06-03"),
    }
}

#[test]
fn there_is_one_note_of_each_kind_per_pupil_and_meeting() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", None);
    let meeting = table.plan("2026-06-03", &[pupil]);
    let (some, kind) = (Some(meeting), NoteKind::Table);
    let read = move |s: &Store| s.note_text(kind, pupil, some);
    assert_eq!(read(&table.store), Ok(None));
    assert!(table.round(read, |tx| tx.write_note(
        kind,
        pupil,
        some,
        None,
        "stage",
        at("10:00:00")
    )));
    assert!(table.round(read, |tx| tx.write_note(
        kind,
        pupil,
        some,
        None,
        "stage gaat goed",
        at("10:01:00")
    )));
    assert_eq!(read(&table.store).unwrap().as_deref(), Some("stage gaat goed"));
    let notes = table.store.dossier(pupil).unwrap().notes;
    assert_eq!(
        (notes.len(), notes[0].written_at, notes[0].meeting),
        (1, at("10:01:00"), some)
    );

    table.change(|tx| tx.write_note(NoteKind::Working, pupil, some, None, "bel moeder", at("10:02:00")));
    table.change(|tx| tx.write_note(kind, pupil, None, None, "tussendoor", at("10:03:00")));
    let dossier = table.store.dossier(pupil).unwrap();
    assert_eq!((dossier.notes.len(), dossier.working.len()), (2, 1));
    assert_eq!(dossier.working[0].text, "bel moeder");
    assert_eq!(
        table.store.note_text(kind, pupil, None).unwrap().as_deref(),
        Some("tussendoor")
    );

    let entries = table.store.journal(100, None).unwrap().len();
    assert!(!table.change(|tx| tx.write_note(kind, pupil, some, None, "stage gaat goed", at("10:04:00"))));
    assert_eq!(
        table.store.journal(100, None).unwrap().len(),
        entries,
        "the same text writes nothing"
    );
    assert!(table.round(read, |tx| tx.write_note(kind, pupil, some, None, " \n", at("10:05:00"))));
    assert_eq!(read(&table.store), Ok(None), "an empty note is no note");
    assert!(!table.change(|tx| tx.write_note(kind, pupil, some, None, "", at("10:06:00"))));
}

#[test]
fn decisions_are_added_and_changed() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", None);
    let read = |s: &Store| Ok(s.dossier(pupil)?.decisions);
    let new = decision("proefplaatsing 2 mnd", pupil);
    let id = table.round(read, |tx| tx.add_decision(&new));
    table.round(read, |tx| tx.update_decision(id, "proefplaatsing 1 mnd", true));
    let found = read(&table.store).unwrap().remove(0);
    assert_eq!((found.text.as_str(), found.provisional), ("proefplaatsing 1 mnd", true));
    let missing = table
        .store
        .change(ABOUT, at("10:10:00"), |tx| tx.update_decision(9, "niets", false));
    assert_eq!(missing, Err(StoreError::Missing("decision")));
}

#[test]
fn actions_have_an_owner_in_their_role_and_end_in_five_ways() {
    let mut table = Table::new();
    let (pupil, jan, els) = (table.pupil("1", "Kaya", None), table.jan, table.els);
    let read = |s: &Store| Ok(s.dossier(pupil)?.actions);
    let mut new = action("UWV bellen", Some(pupil), Some("2026-06-12"));
    new.owner = Some(jan);
    let id = table.round(read, |tx| tx.add_action(&new));
    let found = read(&table.store).unwrap().remove(0);
    let owner = found.owner.clone().unwrap();
    assert_eq!(
        (owner.person, owner.name.as_str(), owner.role),
        (jan, "Jan de Boer", PartyKind::Municipality)
    );
    assert_eq!((found.due, found.state), (Some(day("2026-06-12")), ActionState::Open));
    table.round(read, |tx| tx.update_action(id, "asiel mailen", Some(els), None));
    let found = read(&table.store).unwrap().remove(0);
    assert_eq!((found.text.as_str(), found.due), ("asiel mailen", None));
    assert_eq!(found.owner.map(|o| o.role), Some(PartyKind::School));
    for state in [
        ActionState::NotPossible,
        ActionState::NotDone,
        ActionState::Cancelled,
        ActionState::Done,
    ] {
        table.round(read, |tx| tx.set_action_state(id, state, day("2026-06-03"), "ziek"));
        assert_eq!(read(&table.store).unwrap()[0].state, state);
    }
    table.round(read, |tx| {
        tx.set_action_state(id, ActionState::Open, day("2026-06-03"), "toch niet")
    });
}

#[test]
fn old_actions_are_the_open_ones_from_before_the_longest_overdue_first() {
    let mut table = Table::new();
    let (a, b) = (table.pupil("1", "Kaya", None), table.pupil("2", "Bakker", None));
    let earlier = table.plan("2026-03-04", &[a]);
    let now = table.plan("2026-06-03", &[a, b]);
    let mut school_wide = action("lijst sturen", None, None);
    school_wide.school = Some(table.school);
    let mut of_now = action("van nu", Some(a), Some("2026-06-01"));
    of_now.meeting = Some(now);
    of_now.agreed_on = day("2026-06-03");
    let mut later = action("van later", Some(a), Some("2026-06-01"));
    later.agreed_on = day("2026-09-02");
    let mut before = action("van toen", Some(a), Some("2026-04-01"));
    before.meeting = Some(earlier);
    table.change(|tx| {
        tx.add_action(&school_wide)?;
        tx.add_action(&action("half juni", Some(b), Some("2026-06-15")))?;
        tx.add_action(&before)?;
        tx.add_action(&of_now)?;
        tx.add_action(&later)
    });
    let done = table.change(|tx| tx.add_action(&action("klaar", Some(a), Some("2026-04-01"))));
    table.change(|tx| tx.set_action_state(done, ActionState::Done, day("2026-05-01"), ""));
    let old = table.store.old_actions(table.school, Some(now)).unwrap();
    let seen: Vec<(&str, Option<Id>)> = old
        .iter()
        .map(|o| (o.action.text.as_str(), o.pupil.as_ref().map(|p| p.id)))
        .collect();
    assert_eq!(
        seen,
        [("van toen", Some(a)), ("half juni", Some(b)), ("lijst sturen", None)]
    );
    assert_eq!(
        table.store.old_actions(table.school, Some(earlier)).unwrap().len(),
        2,
        "as it lay on that table"
    );
}

#[test]
fn what_was_agreed_is_read_item_by_item() {
    let mut table = Table::new();
    let pupils: Vec<Id> = ["A", "B", "C"]
        .iter()
        .map(|name| table.pupil(name, name, None))
        .collect();
    let meeting = table.plan("2026-06-03", &pupils);
    let sitting = table.store.sitting(meeting).unwrap();
    let block = sitting.blocks[0].block.id;
    let items: Vec<Id> = sitting.blocks[0].items[2..5].iter().map(|i| i.item.id).collect();
    let mut decided = decision("beschut werk", pupils[2]);
    (decided.meeting, decided.item) = (Some(meeting), Some(items[2]));
    let mut acted = action("aanvragen", Some(pupils[2]), None);
    (acted.meeting, acted.item, acted.owner) = (Some(meeting), Some(items[2]), Some(table.ria));
    let mut first = action("bellen", Some(pupils[0]), None);
    (first.meeting, first.item) = (Some(meeting), Some(items[0]));
    table.round(
        |s| s.agreed(block),
        |tx| {
            tx.add_decision(&decided)?;
            tx.add_action(&acted)?;
            tx.add_action(&first)
        },
    );
    let agreed = table.store.agreed(block).unwrap();
    let seen: Vec<(Id, Id, usize, usize)> = agreed
        .iter()
        .map(|a| (a.item, a.pupil.as_ref().unwrap().id, a.decisions.len(), a.actions.len()))
        .collect();
    assert_eq!(seen, [(items[0], pupils[0], 0, 1), (items[2], pupils[2], 1, 1)]);
    assert_eq!(agreed[1].actions[0].owner.as_ref().unwrap().name, "Ria Kok");
}

#[test]
fn a_lesson_is_noticed() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", None);
    let lesson = NewLesson {
        pupil: Some(pupil),
        meeting: None,
        text: "vervoer ontbreekt vaak".into(),
        noticed_on: day("2026-06-03"),
    };
    table.round(|s| s.lessons(10), |tx| tx.add_lesson(&lesson));
    assert_eq!(table.store.lessons(10).unwrap()[0].noticed, lesson);
}
