//! How pupils stand, as it is read from a file; the queue, the list by name and the proposals that follow from it.

use dakpan::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ContractForm, InstrumentKind, ItemState, NoteKind, PartyKind, TileKind,
};
use dakpan::domain::practice::Practice;
use dakpan::domain::pupil::TransitionChance;
use dakpan::domain::reason::{ReasonKind, reasons};
use dakpan::domain::standing::{Asking, ByHand, HandMark, Standing};
use dakpan::domain::term::Rules;
use dakpan::domain::trajectory::{Instrument, TileDetails};
use dakpan::domain::{Day, Id};
use dakpan::store::{NewAction, NewDecision, NewTile, Scope, Stood, Store, StoreError};

use super::at;
use super::table::{Table, day};

/// Asks about a day, without any statutory term.
fn asking<'r>(rules: &'r Rules, today: &str) -> Asking<'r> {
    Asking {
        today: day(today),
        practice: Practice::default(),
        rules,
    }
}

fn all(store: &Store, scope: Scope, asking: &Asking<'_>) -> Vec<Stood> {
    let mut found = Vec::new();
    store
        .each_standing(scope, asking, &mut |stood| found.push(stood))
        .unwrap();
    found
}

/// The kinds of reason of a pupil.
fn kinds(table: &Table, pupil: Id, today: &str) -> Vec<ReasonKind> {
    let rules = Rules::default();
    let stood = table.store.standing(pupil, &asking(&rules, today)).unwrap();
    reasons(&stood.standing, day(today), &Practice::default())
        .iter()
        .map(|reason| reason.kind)
        .collect()
}

fn standing(table: &Table, pupil: Id) -> Standing {
    let rules = Rules::built_in().unwrap();
    let stood = table.store.standing(pupil, &asking(&rules, "2026-06-03"));
    stood.unwrap().standing
}

fn tile(kind: TileKind, party: Id, holder: Option<Id>, from: &str, until: Option<&str>) -> NewTile {
    NewTile {
        kind,
        party,
        holder,
        label: String::new(),
        from: day(from),
        until: until.map(day),
        ended: None,
        contract: None,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: TileDetails::default(),
    }
}

fn action(pupil: Id, due: &str) -> NewAction {
    NewAction {
        pupil: Some(pupil),
        school: None,
        meeting: None,
        item: None,
        owner: None,
        text: "bellen".into(),
        due: Some(day(due)),
        agreed_on: day("2026-05-01"),
    }
}

#[test]
fn a_placement_with_a_contract_ends_as_a_job_does() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", Some("2026-07-31"));
    let mut ids = Vec::new();
    table.change(|tx| {
        let baker = tx.insert_party(PartyKind::Employer, "Bakkerij", "Dordrecht")?;
        let until = Some("2026-07-20");
        let contract = Some(ContractForm::Temporary);
        for (kind, contract) in [
            (TileKind::Placement, contract),
            (TileKind::Placement, None),
            (TileKind::Internship, contract),
            (TileKind::Job, None),
        ] {
            let laid = NewTile {
                contract,
                ..tile(kind, baker, None, "2026-05-01", until)
            };
            ids.push(tx.insert_tile(pupil, &laid)?);
        }
        Ok(())
    });
    let found: Vec<Id> = standing(&table, pupil).contracts.iter().map(|c| c.tile).collect();
    assert_eq!(found, [ids[0], ids[3]]);
}

#[test]
fn a_standing_holds_what_was_recorded() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", Some("2026-07-31"));
    let bare = standing(&table, pupil);
    let school = table.store.school(table.school).unwrap();
    assert_eq!(bare.school_party, school.party);
    assert_eq!(bare.leaving.day, Some(day("2026-07-31")));
    assert_eq!((bare.contact, bare.discussed, bare.action_due), (None, None, None));
    let (els, jan, social) = (table.els, table.jan, table.social);
    table.change(|tx| {
        let baker = tx.insert_party(PartyKind::Employer, "Bakkerij", "Dordrecht")?;
        tx.insert_tile(
            pupil,
            &tile(
                TileKind::School,
                school.party,
                Some(els),
                "2022-08-01",
                Some("2026-07-31"),
            ),
        )?;
        tx.insert_tile(
            pupil,
            &tile(TileKind::Job, baker, Some(jan), "2026-07-01", Some("2026-07-20")),
        )?;
        tx.insert_tile(pupil, &tile(TileKind::Internship, baker, None, "2026-01-01", None))?;
        for (level, on) in [(ChanceLevel::High, "2025-05-01"), (ChanceLevel::Low, "2026-05-01")] {
            for kind in [ChanceKind::FurtherEducation, ChanceKind::LastingWork] {
                let assessed_by = String::new();
                tx.add_chance(
                    pupil,
                    &TransitionChance {
                        kind,
                        level,
                        assessed_on: day(on),
                        assessed_by,
                    },
                )?;
            }
        }
        tx.insert_instrument(
            pupil,
            &Instrument {
                id: 0,
                kind: InstrumentKind::TargetGroupRegister,
                requested: None,
                decided: None,
                started: None,
                ended: None,
                review: None,
                deferred_until: Some(day("2026-06-01")),
                deferred_reason: "eerst de stage".into(),
                party: None,
                party_name: None,
                value: None,
                result: String::new(),
            },
        )?;
        let closed = tx.add_action(&action(pupil, "2026-05-02"))?;
        tx.set_action_state(closed, ActionState::Done, day("2026-05-20"), "")?;
        tx.add_action(&action(pupil, "2026-06-10"))?;
        tx.add_action(&action(pupil, "2026-05-30"))?;
        Ok(())
    });
    let found = standing(&table, pupil);
    assert_eq!(found.tiles.len(), 3);
    let hands: Vec<Option<Id>> = found.tiles.iter().map(|tile| tile.hold.map(|hold| hold.hand)).collect();
    assert_eq!(
        hands,
        [Some(school.party), Some(social), None],
        "a job is held by its coach's party"
    );
    assert_eq!(
        found.holders.iter().map(|(_, person)| *person).collect::<Vec<_>>(),
        [els, jan]
    );
    assert_eq!(found.contracts.len(), 1);
    assert_eq!(found.contracts[0].until, Some(day("2026-07-20")));
    let newest = found.lasting_work.unwrap();
    assert_eq!((newest.level, newest.on), (ChanceLevel::Low, day("2026-05-01")));
    assert_eq!(found.register_review, Some(day("2026-06-01")));
    assert_eq!(found.action_due, Some(day("2026-05-30")));
    assert_eq!(found.contact, Some(day("2026-05-20")), "the closing of an action");
    table.change(|tx| tx.write_note(NoteKind::Table, pupil, None, None, "gebeld", at("10:00:00")));
    assert_eq!(standing(&table, pupil).contact, Some(day("2026-06-03")), "a note");
    let decided = NewDecision {
        pupil: Some(pupil),
        meeting: None,
        item: None,
        text: "door".into(),
        provisional: false,
        decided_on: day("2026-06-05"),
    };
    table.change(|tx| tx.add_decision(&decided));
    assert_eq!(standing(&table, pupil).contact, Some(day("2026-06-05")), "a decision");
    let rules = Rules::default();
    let nobody = table.store.standing(4, &asking(&rules, "2026-06-03"));
    assert_eq!(nobody.unwrap_err(), StoreError::Missing("pupil"));
}

#[test]
fn meetings_tell_who_was_discussed_and_who_was_carried_over() {
    let mut table = Table::new();
    let (a, b) = (
        table.pupil("1", "A", Some("2028-07-31")),
        table.pupil("2", "B", Some("2028-07-31")),
    );
    let first = table.plan("2026-04-22", &[a, b]);
    assert_eq!(
        (standing(&table, a).discussed, standing(&table, a).carried),
        (None, None)
    );
    let item = |table: &Table, meeting: Id, pupil: Id| -> Id {
        let sitting = table.store.sitting(meeting).unwrap();
        let items = sitting.blocks.into_iter().flat_map(|block| block.items);
        items
            .map(|row| row.item)
            .find(|item| item.pupil == Some(pupil))
            .unwrap()
            .id
    };
    let of_a = item(&table, first, a);
    table.change(|tx| {
        tx.set_item_state(of_a, ItemState::Discussed)?;
        tx.carry_open_items(first)?;
        tx.set_closed(first, Some(at("11:00:00")))
    });
    assert_eq!(standing(&table, a).discussed, Some(day("2026-04-22")));
    assert_eq!(standing(&table, b).carried, Some(day("2026-04-22")));
    assert!(kinds(&table, b, "2026-06-03").contains(&ReasonKind::CarriedOver));
    // On the next agenda it is still why the pupil is there, until the table gets to it.
    let second = table.plan("2026-06-03", &[]);
    assert_eq!(standing(&table, b).carried, Some(day("2026-04-22")));
    let of_b = item(&table, second, b);
    table.change(|tx| tx.set_item_state(of_b, ItemState::Agreed));
    assert_eq!(standing(&table, b).carried, None);
    assert_eq!(standing(&table, b).discussed, Some(day("2026-06-03")));
}

#[test]
fn marks_put_pupils_in_the_queue_and_take_them_off_and_can_be_undone() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", Some("2026-07-31"));
    let social = table.social;
    let read = |store: &Store| store.queue_marks(pupil);
    let asked = table.round(read, |tx| {
        tx.ask_for_pupil(pupil, Some(social), "wil weten hoe het gaat", day("2026-05-20"))
    });
    let marks = table.store.queue_marks(pupil).unwrap();
    assert_eq!(
        (marks[0].id, marks[0].mark.kind, marks[0].mark.party),
        (asked, ByHand::Asked, Some(social))
    );
    assert_eq!(
        (marks[0].reason.as_str(), marks[0].by.as_str()),
        ("wil weten hoe het gaat", "Els Vos")
    );
    assert_eq!(
        standing(&table, pupil).asked,
        [HandMark {
            kind: ByHand::Asked,
            on: day("2026-05-20"),
            party: Some(social)
        }]
    );
    let queued = |table: &Table| {
        let rules = Rules::default();
        let queue = table.store.queue(Scope::All, &asking(&rules, "2026-06-03")).unwrap();
        (queue.rows.len(), queue.left_out.removed)
    };
    assert_eq!(queued(&table), (1, 0));
    table.round(read, |tx| tx.remove_from_queue(pupil, "is verhuisd", day("2026-05-21")));
    assert_eq!(queued(&table), (0, 1));
    assert_eq!(table.store.queue_marks(pupil).unwrap().len(), 2, "nothing is forgotten");
    // A meeting that day changes nothing, a later one that was held brings the pupil back.
    for (on, expected) in [("2026-05-21", (0, 1)), ("2026-05-22", (1, 0))] {
        let meeting = table.plan(on, &[]);
        table.change(|tx| tx.set_closed(meeting, Some(at("11:00:00"))));
        assert_eq!(queued(&table), expected, "after the meeting of {on}");
    }
}

#[test]
fn everybody_is_on_the_list_by_name_but_those_who_object() {
    let mut table = Table::new();
    let out = table.pupil("1", "Zoek", Some("2025-07-31"));
    let objects = table.pupil("2", "Bezwaar", Some("2026-07-31"));
    let off = table.pupil("3", "Af", Some("2026-07-31"));
    let quiet = table.pupil("4", "Rustig", Some("2029-07-31"));
    let mut pupil = table.store.pupil(out).unwrap();
    pupil.out_of_sight_since = Some(day("2026-04-01"));
    table.change(|tx| tx.update_pupil(&pupil));
    let mut pupil = table.store.pupil(objects).unwrap();
    pupil.sharing.objection_on = Some(day("2026-02-01"));
    table.change(|tx| tx.update_pupil(&pupil));
    table.change(|tx| tx.remove_from_queue(off, "", day("2026-06-01")));
    let rules = Rules::default();
    let asking = asking(&rules, "2026-06-03");
    let list = table.store.by_name(Scope::School(table.school), &asking).unwrap();
    assert_eq!(
        list.rows.iter().map(|stood| stood.line.id).collect::<Vec<_>>(),
        [off, quiet, out]
    );
    assert_eq!((list.left_out.objection, list.left_out.removed), (1, 1));
    assert_eq!(
        list.rows[2].standing.out_of_sight,
        Some(day("2026-04-01")),
        "a state, not a way off"
    );
    let queue = table.store.queue(Scope::School(table.school), &asking).unwrap();
    assert!(
        queue
            .rows
            .iter()
            .all(|row| row.line.id != objects && row.line.id != off)
    );
    assert_eq!((queue.left_out.objection, queue.left_out.removed), (1, 1));
}

/// Those with a reason on the day of the meeting, by the most urgent day.
#[test]
fn proposed_are_those_with_a_reason_on_the_day_of_the_meeting_the_most_urgent_first() {
    let mut table = Table::new();
    let far = table.pupil("1", "Ver", Some("2028-07-31"));
    let soon = table.pupil("2", "Snel", Some("2026-06-30"));
    let sooner = table.pupil("3", "Sneller", Some("2026-06-10"));
    let overdue = table.pupil("5", "Laat", Some("2028-07-31"));
    let carried = table.pupil("7", "Over", Some("2028-07-31"));
    let (school, els) = (table.store.school(table.school).unwrap().party, table.els);
    let held = tile(TileKind::School, school, Some(els), "2022-08-01", None);
    for pupil in [far, soon, sooner, overdue, carried] {
        table.change(|tx| tx.insert_tile(pupil, &held));
    }
    table.change(|tx| tx.add_action(&action(overdue, "2026-06-02")));
    let before = table.plan("2026-03-04", &[carried]);
    table.change(|tx| {
        tx.carry_open_items(before)?;
        tx.set_closed(before, Some(at("11:00:00")))
    });
    let rules = Rules::default();
    let proposed = |today: &str, limit| -> Vec<Id> {
        let lines = table.store.propose_pupils(table.school, &asking(&rules, today), limit);
        lines.unwrap().iter().map(|line| line.id).collect()
    };
    assert_eq!(proposed("2026-06-03", 10), [carried, overdue, sooner, soon]);
    assert_eq!(proposed("2026-06-03", 2), [carried, overdue]);
    assert_eq!(proposed("2026-06-02", 10), [carried, sooner, soon], "not overdue yet");
    let next_year = proposed("2028-01-31", 10);
    assert!(next_year.contains(&far), "{next_year:?}");
}

/// A region in small: two schools, and of everything something.
#[test]
fn what_is_read_together_is_what_is_read_of_each_pupil() {
    let mut table = Table::new();
    let new = super::table::new_school("De Schakel", "00CD00", dakpan::domain::codes::SchoolKind::Vso);
    let other = table.change(|tx| tx.insert_school(&new));
    let mut pupils: Vec<Id> = Vec::new();
    for number in 0..12_u32 {
        let school = if number % 3 == 0 { other } else { table.school };
        let leaving = format!("20{}-07-31", 25 + number % 4);
        pupils.push(table.pupil_of(school, &number.to_string(), "Kaya", Some(&leaving)));
    }
    let (social, jan) = (table.social, table.jan);
    for (number, pupil) in pupils.iter().copied().enumerate() {
        let days: Vec<Day> = (0..number)
            .map(|n| day("2026-01-01") + chrono::Days::new(9 * n as u64))
            .collect();
        table.change(|tx| {
            for on in &days {
                let from = on.to_string();
                tx.insert_tile(pupil, &tile(TileKind::Guidance, social, Some(jan), &from, None))?;
                tx.add_action(&action(pupil, &from))?;
            }
            if number % 2 == 0 {
                tx.ask_for_pupil(pupil, None, "", day("2026-05-01"))?;
            }
            if number % 5 == 0 {
                tx.write_note(NoteKind::Table, pupil, None, None, "x", at("10:00:00"))?;
            }
            Ok(())
        });
    }
    let meeting = table.plan("2026-03-04", &pupils[2..5]);
    table.change(|tx| {
        tx.carry_open_items(meeting)?;
        tx.set_closed(meeting, Some(at("11:00:00")))
    });
    let rules = Rules::built_in().unwrap();
    let asking = asking(&rules, "2026-06-03");
    let together = all(&table.store, Scope::All, &asking);
    assert_eq!(together.len(), 12);
    assert!(together.is_sorted_by_key(|stood| stood.line.id));
    for stood in &together {
        assert_eq!(*stood, table.store.standing(stood.line.id, &asking).unwrap());
    }
    for school in [table.school, other] {
        let expected: Vec<Stood> = together.iter().filter(|s| s.line.school == school).cloned().collect();
        assert!(!expected.is_empty());
        assert_eq!(all(&table.store, Scope::School(school), &asking), expected);
    }
    assert!(
        together.iter().any(|stood| !stood.standing.terms.is_empty()),
        "terms are read along"
    );
    assert_eq!(all(&table.store, Scope::Cohort(1), &asking), []);
}
