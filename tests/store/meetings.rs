use dakpan::domain::Id;
use dakpan::domain::codes::{ItemKind, ItemState, Lane, NoteKind, Presence, SchoolKind};
use dakpan::domain::dossier::{Place, Sitting, SittingBlock};
use dakpan::domain::meeting::{AgendaItem, SEQ_STEP};
use dakpan::store::{Constraint, ItemDetails, Move, NewDecision, Store, StoreError};

use super::table::{Table, block, day, new_school, plan};
use super::{ABOUT, at};

/// The agenda of the first block, as kind, pupil and minutes.
fn agenda(sitting: &Sitting) -> Vec<(ItemKind, Option<Id>, u16)> {
    let items = sitting.blocks[0].items.iter();
    items.map(|i| (i.item.kind, i.item.pupil, i.item.minutes)).collect()
}

/// The first block of a meeting.
fn first(store: &Store, meeting: Id) -> SittingBlock {
    store.sitting(meeting).unwrap().blocks.remove(0)
}

/// The item of a pupil in the first block.
fn item_of(store: &Store, meeting: Id, pupil: Id) -> AgendaItem {
    let items = first(store, meeting).items;
    items.into_iter().find(|i| i.item.pupil == Some(pupil)).unwrap().item
}

#[test]
fn a_planned_meeting_has_its_frame_its_pupils_and_its_people() {
    let mut table = Table::new();
    let (a, b) = (table.pupil("1", "Kaya", None), table.pupil("2", "Bakker", None));
    let plan = plan("2026-06-03", vec![block(table.school, &[a, b, a])]);
    let meeting = table.round(|s| s.meetings(10), |tx| tx.plan_meeting(&plan));
    let sitting = table.store.sitting(meeting).unwrap();
    assert_eq!(
        agenda(&sitting),
        [
            (ItemKind::Opening, None, 5),
            (ItemKind::OldActions, None, 10),
            (ItemKind::Pupil, Some(a), 5),
            (ItemKind::Pupil, Some(b), 5),
            (ItemKind::Aftercare, None, 9),
            (ItemKind::ReadBack, None, 8),
        ]
    );
    let steps: Vec<i64> = sitting.blocks[0].items.iter().map(|i| i.item.seq / SEQ_STEP).collect();
    assert_eq!(steps, [1, 2, 3, 4, 5, 6]);
    let people: Vec<(Id, Presence, bool)> = sitting.blocks[0]
        .attendance
        .iter()
        .map(|t| (t.person.id, t.state, t.mandate))
        .collect();
    let expected = [table.els, table.jan, table.ria, table.karin].map(|id| (id, Presence::Unknown, true));
    assert_eq!(people.len(), 4);
    assert!(expected.iter().all(|person| people.contains(person)));
    assert_eq!(people[0].0, table.els, "the school sits first");
    let found = table.store.meeting(meeting).unwrap();
    assert_eq!(found, sitting.meeting);
    assert_eq!(
        (found.day, found.place.as_str(), found.is_open()),
        (day("2026-06-03"), "Stadskantoor", false)
    );
    assert_eq!(
        (found.starts.to_string(), found.ends.to_string()),
        ("09:30:00".into(), "11:00:00".into())
    );
    assert_eq!(table.store.sitting(4), Err(StoreError::Missing("meeting")));
}

#[test]
fn blocks_keep_their_order_and_each_has_its_own_school_people_and_agenda() {
    let mut table = Table::new();
    let other = table.change(|tx| tx.insert_school(&new_school("De Schakel", "00CD00", SchoolKind::Vso)));
    let a = table.pupil("1", "Kaya", None);
    let b = table.pupil_of(other, "1", "Bakker", None);
    let mut blocks = vec![block(other, &[b]), block(table.school, &[a])];
    blocks[0].people = vec![table.ria, table.ria, table.karin];
    let meeting = table.change(|tx| tx.plan_meeting(&plan("2026-06-03", blocks)));
    let sitting = table.store.sitting(meeting).unwrap();
    let schools: Vec<&str> = sitting.blocks.iter().map(|b| b.contacts.school.name.as_str()).collect();
    assert_eq!(schools, ["De Schakel", "De Brug"]);
    assert_eq!(sitting.blocks[0].attendance.len(), 2);
    assert_eq!(sitting.blocks[1].attendance.len(), 4);
    assert!(sitting.blocks[0].contacts.fixed.is_empty());
    assert_eq!(sitting.blocks[1].contacts, table.store.contacts(table.school).unwrap());
    let pupils = |at: usize| -> Vec<Id> {
        let items = sitting.blocks[at].items.iter();
        items.filter_map(|i| i.pupil.as_ref().map(|p| p.id)).collect()
    };
    assert_eq!((pupils(0), pupils(1)), (vec![b], vec![a]));
}

#[test]
fn opening_closing_and_corrections_can_be_set_and_taken_back() {
    let mut table = Table::new();
    let meeting = table.plan("2026-06-03", &[]);
    let read = |s: &Store| s.sitting(meeting);
    table.round(read, |tx| tx.set_opened(meeting, Some(at("09:32:10"))));
    assert!(table.store.meeting(meeting).unwrap().is_open());
    table.round(read, |tx| tx.set_closed(meeting, Some(at("11:04:00"))));
    let found = table.store.meeting(meeting).unwrap();
    assert_eq!(
        (found.opened_at, found.closed_at),
        (Some(at("09:32:10")), Some(at("11:04:00")))
    );
    table.round(read, |tx| tx.set_closed(meeting, None));
    table.round(read, |tx| tx.set_next_day(meeting, Some(day("2026-09-02"))));
    table.round(read, |tx| {
        tx.add_correction(meeting, at("12:00:00"), "Voorzitter", "naam")
    });
    assert_eq!(table.store.sitting(meeting).unwrap().corrections, 1);
    let missing = table.store.change(ABOUT, at("12:00:00"), |tx| tx.set_opened(9, None));
    assert_eq!(missing, Err(StoreError::Missing("meeting")));
}

#[test]
fn the_current_meeting_is_the_open_one_then_todays_then_the_next_then_the_last() {
    let mut table = Table::new();
    let today = day("2026-06-03");
    assert_eq!(table.store.current_meeting(today), Ok(None));
    let earlier = table.plan("2026-03-04", &[]);
    assert_eq!(
        table.store.current_meeting(today),
        Ok(Some(earlier)),
        "better than nothing"
    );
    table.change(|tx| tx.set_closed(earlier, Some(at("09:00:00"))));
    let forgotten = table.plan("2026-04-01", &[]);
    assert_eq!(
        table.store.current_meeting(today),
        Ok(Some(earlier)),
        "closed, rather than never held"
    );
    let much_later = table.plan("2026-12-02", &[]);
    let later = table.plan("2026-09-02", &[]);
    assert_eq!(table.store.current_meeting(today), Ok(Some(later)));
    let now = table.plan("2026-06-03", &[]);
    assert_eq!(table.store.current_meeting(today), Ok(Some(now)));
    table.change(|tx| tx.set_closed(now, Some(at("09:00:00"))));
    assert_eq!(
        table.store.current_meeting(today),
        Ok(Some(now)),
        "closed today is still today's"
    );
    let afternoon = table.plan("2026-06-03", &[]);
    assert_eq!(table.store.current_meeting(today), Ok(Some(afternoon)));
    table.change(|tx| tx.set_opened(forgotten, Some(at("09:00:00"))));
    assert_eq!(table.store.current_meeting(today), Ok(Some(forgotten)));
    let days: Vec<Id> = table.store.meetings(3).unwrap().iter().map(|m| m.id).collect();
    assert_eq!(days, [much_later, later, afternoon]);
}

#[test]
fn what_was_not_discussed_comes_first_the_next_time() {
    let mut table = Table::new();
    let pupils: Vec<Id> = ["A", "B", "C"]
        .iter()
        .map(|name| table.pupil(name, name, None))
        .collect();
    let [a, b, c] = [pupils[0], pupils[1], pupils[2]];
    let one = table.plan("2026-03-04", &[a, b]);
    let of_block = first(&table.store, one).block.id;
    let parked = table.change(|tx| tx.add_free_item(of_block, "Vervoer", 7));
    let (item_a, item_b) = (item_of(&table.store, one, a).id, item_of(&table.store, one, b).id);
    let details = ItemDetails {
        minutes: 12,
        question: "wie begeleidt?".into(),
        asked_by: "school".into(),
        proposal: "jobcoach".into(),
        ..ItemDetails::default()
    };
    table.change(|tx| tx.set_item(item_b, &details));
    table.change(|tx| tx.mark_discussed(item_a));
    assert_eq!(
        table.store.carried_items(table.school),
        Ok(vec![]),
        "nothing while the meeting is open"
    );
    let carried = table.round(
        |s| s.sitting(one),
        |tx| {
            tx.set_closed(one, Some(at("11:00:00")))?;
            tx.carry_open_items(one)
        },
    );
    assert_eq!(carried, 2, "the frame is never carried over");
    let ids: Vec<Id> = table
        .store
        .carried_items(table.school)
        .unwrap()
        .iter()
        .map(|i| i.id)
        .collect();
    assert_eq!(ids, [item_b, parked]);

    let two = table.plan("2026-06-03", &[c, b, a]);
    let sitting = table.store.sitting(two).unwrap();
    let kinds: Vec<(ItemKind, Option<Id>)> = agenda(&sitting)[2..6]
        .iter()
        .map(|(kind, pupil, _)| (*kind, *pupil))
        .collect();
    assert_eq!(
        kinds,
        [
            (ItemKind::Pupil, Some(b)),
            (ItemKind::Free, None),
            (ItemKind::Pupil, Some(c)),
            (ItemKind::Pupil, Some(a)),
        ]
    );
    let again = item_of(&table.store, two, b);
    assert_eq!((again.state, again.minutes), (ItemState::Open, 12));
    assert_eq!(
        (
            again.question.as_str(),
            again.asked_by.as_str(),
            again.proposal.as_str()
        ),
        ("wie begeleidt?", "school", "jobcoach")
    );
    assert_eq!(sitting.blocks[0].items[3].item.title, "Vervoer");
    assert_eq!(table.store.carried_items(table.school), Ok(vec![]), "taken up");

    table.change(|tx| {
        tx.set_item_state(again.id, ItemState::Carried)?;
        tx.set_closed(two, Some(at("11:00:00")))
    });
    let still: Vec<Option<Id>> = table
        .store
        .carried_items(table.school)
        .unwrap()
        .iter()
        .map(|i| i.pupil)
        .collect();
    assert_eq!(still, [Some(b)], "carried over once more");
}

#[test]
fn items_are_added_after_the_pupils_however_many() {
    let mut table = Table::new();
    let pupils: Vec<Id> = (0..40).map(|n| table.pupil(&n.to_string(), "K", None)).collect();
    let meeting = table.plan("2026-06-03", &pupils[..1]);
    let of_block = first(&table.store, meeting).block.id;
    for pupil in &pupils[1..] {
        table.round(|s| s.sitting(meeting), |tx| tx.add_pupil_item(of_block, *pupil));
    }
    let sitting = table.store.sitting(meeting).unwrap();
    let order: Vec<Option<Id>> = sitting.blocks[0].items.iter().map(|i| i.item.pupil).collect();
    let mut expected: Vec<Option<Id>> = vec![None, None];
    expected.extend(pupils.iter().copied().map(Some));
    expected.extend([None, None]);
    assert_eq!(order, expected);
    let seqs: Vec<i64> = sitting.blocks[0].items.iter().map(|i| i.item.seq).collect();
    assert!(seqs.windows(2).all(|two| two[0] < two[1]));
    let there = table.change(|tx| tx.add_pupil_item(of_block, pupils[3]));
    assert_eq!(there, item_of(&table.store, meeting, pupils[3]).id);
    assert_eq!(first(&table.store, meeting).items.len(), 44, "once is enough");
    let empty = table.plan("2026-06-04", &[]);
    let other_block = first(&table.store, empty).block.id;
    table.change(|tx| tx.add_free_item(other_block, "Vervoer", 5));
    assert_eq!(
        agenda(&table.store.sitting(empty).unwrap())[2],
        (ItemKind::Free, None, 5)
    );
}

#[test]
fn items_move_among_the_pupils_and_never_out_of_the_frame() {
    let mut table = Table::new();
    let (a, b) = (table.pupil("1", "A", None), table.pupil("2", "B", None));
    let meeting = table.plan("2026-06-03", &[a, b]);
    let item = |table: &Table, pupil| item_of(&table.store, meeting, pupil).id;
    let (item_a, item_b) = (item(&table, a), item(&table, b));
    assert!(table.round(|s| s.sitting(meeting), |tx| tx.move_item(item_b, Move::Up)));
    let order: Vec<Option<Id>> = agenda(&table.store.sitting(meeting).unwrap())
        .iter()
        .map(|i| i.1)
        .collect();
    assert_eq!(order, [None, None, Some(b), Some(a), None, None]);
    assert!(!table.change(|tx| tx.move_item(item_b, Move::Up)));
    assert!(!table.change(|tx| tx.move_item(item_a, Move::Down)));
    assert!(table.change(|tx| tx.move_item(item_b, Move::Down)));
    let opening = first(&table.store, meeting).items[0].item.id;
    assert!(!table.change(|tx| tx.move_item(opening, Move::Down)));
}

#[test]
fn an_item_about_which_something_was_recorded_stays_on_the_agenda() {
    let mut table = Table::new();
    let pupils: Vec<Id> = ["A", "B", "C", "D"]
        .iter()
        .map(|name| table.pupil(name, name, None))
        .collect();
    let meeting = table.plan("2026-06-03", &pupils);
    let items: Vec<Id> = pupils.iter().map(|p| item_of(&table.store, meeting, *p).id).collect();
    let (on, some) = (day("2026-06-03"), Some(meeting));
    table.change(|tx| {
        tx.write_note(
            NoteKind::Working,
            pupils[1],
            some,
            Some(items[1]),
            "bel thuis",
            at("10:00:00"),
        )
    });
    table.change(|tx| {
        tx.add_decision(&NewDecision {
            pupil: Some(pupils[2]),
            meeting: some,
            item: Some(items[2]),
            text: "proefplaatsing".into(),
            provisional: false,
            decided_on: on,
        })
    });
    assert!(table.round(|s| s.sitting(meeting), |tx| tx.remove_item(items[0])));
    assert!(
        table.round(|s| s.sitting(meeting), |tx| tx.remove_item(items[1])),
        "a working note is the chair's own, and stays with the pupil"
    );
    let working = table.store.note_text(NoteKind::Working, pupils[1], some).unwrap();
    assert_eq!(working.as_deref(), Some("bel thuis"));
    assert!(!table.change(|tx| tx.remove_item(items[2])));
    table.change(|tx| tx.set_item_state(items[3], ItemState::Carried));
    table.change(|tx| tx.set_closed(meeting, Some(at("11:00:00"))));
    table.plan("2026-09-02", &[]);
    assert!(
        !table.change(|tx| tx.remove_item(items[3])),
        "the next agenda took it up"
    );
    let missing = table.store.change(ABOUT, at("12:00:00"), |tx| tx.remove_item(items[0]));
    assert_eq!(missing, Err(StoreError::Missing("agenda_item")));
}

#[test]
fn lane_details_minutes_and_state_of_an_item_can_be_set() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "A", None);
    let meeting = table.plan("2026-06-03", &[pupil]);
    let item = item_of(&table.store, meeting, pupil).id;
    let read = |s: &Store| s.sitting(meeting);
    table.round(read, |tx| tx.set_lane(item, Lane::Complex));
    assert_eq!(item_of(&table.store, meeting, pupil).minutes, 10);
    let details = ItemDetails {
        minutes: 7,
        fixed_time: "10:30:00".parse().ok(),
        question: "wie?".into(),
        asked_by: "school".into(),
        proposal: "jobcoach".into(),
        title: String::new(),
    };
    table.round(read, |tx| tx.set_item(item, &details));
    let found = item_of(&table.store, meeting, pupil);
    assert_eq!(
        (found.lane, found.minutes, found.fixed_time),
        (Lane::Complex, 7, details.fixed_time)
    );
    assert_eq!((found.question.as_str(), found.proposal.as_str()), ("wie?", "jobcoach"));
    table.round(read, |tx| tx.set_minutes(item, 8));
    table.round(read, |tx| tx.mark_discussed(item));
    assert!(!table.change(|tx| tx.mark_discussed(item)));
    table.round(read, |tx| tx.set_item_state(item, ItemState::Agreed));
    assert!(!table.change(|tx| tx.mark_discussed(item)), "agreed stays agreed");
    let long = table
        .store
        .change(ABOUT, at("12:00:00"), |tx| tx.set_minutes(item, 601));
    assert_eq!(long, Err(StoreError::Refused(Constraint::Check)));
}

#[test]
fn attendance_mandate_and_confirmations_can_be_set() {
    let mut table = Table::new();
    let meeting = table.plan("2026-06-03", &[]);
    let sitting = first(&table.store, meeting);
    let (of_block, els) = (sitting.block.id, sitting.attendance[0].id);
    let read = |s: &Store| s.sitting(meeting);
    table.round(read, |tx| tx.set_attendance(els, Presence::Excused));
    table.round(read, |tx| tx.set_mandate(els, false));
    table.round(read, |tx| tx.confirm_present(of_block, at("09:35:00")));
    table.round(read, |tx| tx.confirm_read_back(of_block, at("10:55:00")));
    let found = first(&table.store, meeting);
    assert_eq!(found.block.present_confirmed_at, Some(at("09:35:00")));
    assert_eq!(found.block.read_back_at, Some(at("10:55:00")));
    assert_eq!(
        (found.attendance[0].state, found.attendance[0].mandate),
        (Presence::Excused, false)
    );
    assert_eq!(found.people().count(), 3);
    let there = table.els;
    assert_eq!(table.change(|tx| tx.add_participant(of_block, there)), els);
    let social = table.social;
    table.round(read, |tx| {
        let mo = tx.insert_person(&super::table::new_person(social, "Mo", "Aydin"))?;
        tx.add_participant(of_block, mo)
    });
    assert_eq!(first(&table.store, meeting).attendance.len(), 5);
}

#[test]
fn place_and_clock_are_kept_without_a_journal_entry() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "A", None);
    let meeting = table.plan("2026-06-03", &[pupil]);
    let item = item_of(&table.store, meeting, pupil).id;
    let before = table.store.journal(1, None).unwrap();
    assert_eq!(table.store.sitting(meeting).unwrap().place, None);
    for since in [Some(at("09:40:00")), None] {
        let place = Some(Place { item, since });
        table.store.set_place(meeting, place).unwrap();
        assert_eq!(table.store.sitting(meeting).unwrap().place, place);
    }
    table.store.add_item_seconds(item, 70).unwrap();
    table.store.add_item_seconds(item, 50).unwrap();
    assert_eq!(item_of(&table.store, meeting, pupil).seconds, 120);
    table.store.set_place(meeting, None).unwrap();
    assert_eq!(table.store.sitting(meeting).unwrap().place, None);
    assert_eq!(table.store.journal(1, None).unwrap(), before);
}
