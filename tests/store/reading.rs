use dakpan::domain::Id;
use dakpan::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ContractForm, InstrumentKind, NoteKind, PrimaryResult, TileKind,
};
use dakpan::domain::pupil::TransitionChance;
use dakpan::domain::trajectory::{Instrument, TileDetails};
use dakpan::store::{NewAction, NewDecision, NewTile, Store, StoreError};

use super::at;
use super::table::{Table, day};

fn tile(table: &Table) -> NewTile {
    NewTile {
        kind: TileKind::Placement,
        party: table.social,
        holder: Some(table.jan),
        label: "dierenasiel".into(),
        from: day("2026-09-01"),
        until: Some(day("2026-10-31")),
        ended: None,
        contract: Some(ContractForm::Unpaid),
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: TileDetails::default(),
    }
}

fn instrument(kind: InstrumentKind) -> Instrument {
    Instrument {
        id: 0,
        kind,
        party: None,
        party_name: None,
        requested: None,
        decided: None,
        started: None,
        ended: None,
        review: None,
        deferred_until: None,
        deferred_reason: String::new(),
        value: None,
        result: String::new(),
    }
}

#[test]
fn tiles_and_instruments_make_the_timeline_of_one_pupil() {
    let mut table = Table::new();
    let (pupil, other) = (table.pupil("1", "Kaya", None), table.pupil("2", "Bakker", None));
    let read = |s: &Store| s.dossier(pupil);
    let new = tile(&table);
    let id = table.round(read, |tx| tx.insert_tile(pupil, &new));
    let mut found = table.store.tiles(pupil).unwrap().remove(0);
    assert_eq!(
        (found.id, found.kind, found.party_name.as_str()),
        (id, TileKind::Placement, "Sociale Dienst")
    );
    assert_eq!(
        (found.holder, found.holder_name.as_deref()),
        (Some(table.jan), Some("Jan de Boer"))
    );
    assert_eq!(
        (found.from, found.until, found.contract),
        (new.from, new.until, new.contract)
    );
    found.holder = None;
    found.holder_name = None;
    found.holder_party = None;
    found.until = None;
    found.ended = Some(day("2026-09-30"));
    found.no_guidance_on = Some(day("2026-09-15"));
    found.contract = None;
    found.label = "asiel".into();
    let changed = NewTile::from(&found);
    table.round(read, |tx| tx.update_tile(pupil, id, &changed));
    assert_eq!(table.store.tiles(pupil).unwrap(), [found]);

    let mut register = instrument(InstrumentKind::TargetGroupRegister);
    register.deferred_until = Some(day("2027-06-01"));
    register.deferred_reason = "ontwikkelt zich nog".into();
    let id = table.round(read, |tx| tx.insert_instrument(pupil, &register));
    register.id = id;
    let mut earlier = instrument(InstrumentKind::JobCoach);
    earlier.started = Some(day("2026-09-01"));
    earlier.id = table.round(read, |tx| tx.insert_instrument(pupil, &earlier));
    let mut open = instrument(InstrumentKind::SelfCare);
    open.id = table.round(read, |tx| tx.insert_instrument(pupil, &open));
    assert_eq!(
        table.store.instruments(pupil).unwrap(),
        [earlier.clone(), register, open.clone()]
    );
    open.requested = Some(day("2026-08-01"));
    table.round(read, |tx| tx.update_instrument(pupil, &open));
    assert_eq!(table.store.instruments(pupil).unwrap()[0], open);
    table.round(read, |tx| tx.delete_instrument(pupil, open.id));
    table.change(|tx| tx.insert_tile(other, &new));
    let mine = table.store.tiles(pupil).unwrap()[0].id;
    table.round(read, |tx| tx.delete_tile(pupil, mine));
    assert_eq!(table.store.tiles(other).unwrap().len(), 1);
}

#[test]
fn a_dossier_holds_everything_on_one_pupil_and_nothing_of_another() {
    let mut table = Table::new();
    let (pupil, other) = (
        table.pupil("1", "Kaya", Some("2026-07-31")),
        table.pupil("2", "Bakker", None),
    );
    let new = tile(&table);
    for id in [pupil, other] {
        table.change(|tx| {
            tx.insert_tile(id, &new)?;
            tx.insert_instrument(id, &instrument(InstrumentKind::JobCoach))?;
            tx.set_result(id, PrimaryResult::PaidWork, day("2026-06-03"), None)?;
            tx.write_note(NoteKind::Table, id, None, None, "tafel", at("10:00:00"))?;
            tx.write_note(NoteKind::Working, id, None, None, "werk", at("10:00:00"))?;
            for (kind, level, on) in [
                (ChanceKind::LastingWork, ChanceLevel::High, "2026-03-04"),
                (ChanceKind::LastingWork, ChanceLevel::Low, "2026-06-03"),
                (ChanceKind::FurtherEducation, ChanceLevel::Medium, "2026-03-04"),
            ] {
                tx.add_chance(
                    id,
                    &TransitionChance {
                        kind,
                        level,
                        assessed_on: day(on),
                        assessed_by: "Els".into(),
                    },
                )?;
            }
            Ok(())
        });
    }
    let dossier = table.store.dossier(pupil).unwrap();
    assert_eq!(dossier.pupil, table.store.pupil(pupil).unwrap());
    let chances: Vec<_> = dossier.chances.iter().map(|c| (c.kind, c.level)).collect();
    assert_eq!(
        chances,
        [
            (ChanceKind::FurtherEducation, ChanceLevel::Medium),
            (ChanceKind::LastingWork, ChanceLevel::Low)
        ],
        "the newest of each kind"
    );
    assert_eq!(dossier.result.map(|r| r.category), Some(PrimaryResult::PaidWork));
    assert_eq!((dossier.tiles.len(), dossier.instruments.len()), (1, 1));
    assert_eq!(
        dossier.notes.iter().map(|n| n.text.as_str()).collect::<Vec<_>>(),
        ["tafel"]
    );
    assert_eq!(
        dossier.working.iter().map(|n| n.text.as_str()).collect::<Vec<_>>(),
        ["werk"]
    );
    assert_eq!(
        (dossier.network.len(), dossier.decisions.len(), dossier.actions.len()),
        (0, 0, 0)
    );
    assert_eq!(table.store.dossier(3), Err(StoreError::Missing("pupil")));
}

#[test]
fn a_long_history_is_read_from_its_newest_end_with_every_open_action() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", None);
    let since = day("2020-01-01");
    let on = |n: u64| since + chrono::Days::new(n);
    let meetings: Vec<Id> = (0..25).map(|n| table.plan(&on(n).to_string(), &[])).collect();
    table.change(|tx| {
        for (n, meeting) in (0..).zip(&meetings) {
            let when = at("10:00:00") + chrono::Duration::days(n);
            tx.write_note(
                NoteKind::Table,
                pupil,
                Some(*meeting),
                None,
                &format!("tafel {n}"),
                when,
            )?;
            tx.write_note(
                NoteKind::Working,
                pupil,
                Some(*meeting),
                None,
                &format!("werk {n}"),
                when,
            )?;
        }
        for n in 0..80 {
            tx.add_decision(&NewDecision {
                pupil: Some(pupil),
                meeting: None,
                item: None,
                text: format!("besluit {n}"),
                provisional: false,
                decided_on: on(n),
            })?;
            let id = tx.add_action(&NewAction {
                pupil: Some(pupil),
                school: None,
                meeting: None,
                item: None,
                owner: None,
                text: format!("actie {n}"),
                due: (n > 0).then(|| on(200 - n)),
                agreed_on: on(n),
            })?;
            if n >= 10 {
                tx.set_action_state(id, ActionState::Done, on(n), "")?;
            }
        }
        Ok(())
    });
    let dossier = table.store.dossier(pupil).unwrap();
    let notes: Vec<&str> = dossier.notes.iter().map(|n| n.text.as_str()).collect();
    assert_eq!((notes.len(), notes[0], notes[19]), (20, "tafel 24", "tafel 5"));
    assert_eq!(
        (dossier.working.len(), dossier.working[0].text.as_str()),
        (20, "werk 24")
    );
    let decisions: Vec<&str> = dossier.decisions.iter().map(|d| d.text.as_str()).collect();
    assert_eq!(
        (decisions.len(), decisions[0], decisions[49]),
        (50, "besluit 79", "besluit 30")
    );
    let actions: Vec<&str> = dossier.actions.iter().map(|a| a.text.as_str()).collect();
    assert_eq!(actions.len(), 60);
    assert_eq!(&actions[..2], ["actie 9", "actie 8"], "open, due first");
    assert_eq!(actions[9], "actie 0", "open without a day");
    assert_eq!(
        (actions[10], actions[59]),
        ("actie 79", "actie 30"),
        "closed, newest first"
    );
}

#[test]
fn a_value_no_program_knows_is_an_error_that_names_its_column() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", None);
    let meeting = table.plan("2026-06-03", &[pupil]);
    table.change(|tx| tx.set_result(pupil, PrimaryResult::PaidWork, day("2026-06-03"), None));
    let table = table.damage("UPDATE primary_result SET category = 'millionaire'");
    let found = table.store.dossier(pupil);
    assert_eq!(found, Err(StoreError::BadValue("primary_result.category")));
    let table = table.damage("UPDATE primary_result SET category = 'paid_work'; UPDATE meeting SET day = 'morgen'");
    assert!(table.store.dossier(pupil).is_ok());
    assert_eq!(table.store.sitting(meeting), Err(StoreError::BadValue("meeting.day")));
    let table = table.damage("UPDATE meeting SET day = '2026-06-03', opened_at = '2026-06-03 10:00'");
    assert_eq!(
        table.store.sitting(meeting),
        Err(StoreError::BadValue("meeting.opened_at"))
    );
    let table = table.damage("UPDATE meeting SET opened_at = NULL; UPDATE agenda_item SET fixed_time = 'noen'");
    assert_eq!(
        table.store.sitting(meeting),
        Err(StoreError::BadValue("agenda_item.fixed_time"))
    );
}
