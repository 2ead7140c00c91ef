use dakpan::domain::Id;
use dakpan::domain::codes::{ChanceKind, ChanceLevel, ExitProfile, Goal, PrimaryResult, Route, SchoolKind, Willing};
use dakpan::domain::listed::{ListedField, ListedPupil};
use dakpan::domain::people::NetworkPerson;
use dakpan::domain::pupil::Relapse;
use dakpan::domain::pupil::{Sharing, TransitionChance};
use dakpan::store::{Constraint, QueueFrom, QueuePage, StoreError};

use super::table::{Table, day, listed, new_school};
use super::{ABOUT, at};

#[test]
fn a_pupil_comes_back_as_written_and_the_change_can_be_undone() {
    let mut table = Table::new();
    let id = table.pupil("007", "Kaya", Some("2026-07-31"));
    let mut pupil = table.store.pupil(id).unwrap();
    assert_eq!(
        (pupil.id, pupil.school, pupil.number.as_str()),
        (id, table.school, "007")
    );
    pupil.name.infix = "van der".into();
    pupil.birth = Some(day("2008-02-29"));
    pupil.class = "5B".into();
    pupil.residence = "Zwijndrecht".into();
    pupil.profile = ExitProfile::LabourMarket;
    pupil.left_on = Some(day("2026-06-30"));
    pupil.diploma_on = Some(day("2026-06-29"));
    pupil.wish = "werken met dieren".into();
    pupil.strengths = "geduldig".into();
    pupil.goal = Goal::RegularWork;
    pupil.route = Route::Municipality;
    pupil.placement = "dierenasiel".into();
    pupil.client_since = Some(day("2026-05-01"));
    pupil.support_needed = Some(true);
    pupil.out_of_sight_since = Some(day("2026-05-02"));
    pupil.sharing = Sharing {
        informed_on: Some(day("2026-04-01")),
        informed_how: "gesprek".into(),
        basis: "taak".into(),
        other_basis: false,
        objection_on: Some(day("2026-04-02")),
    };
    let written = pupil.clone();
    table.round(|s| s.pupil(id), |tx| tx.update_pupil(&pupil));
    assert_eq!(table.store.pupil(id).unwrap(), written);
    assert_eq!(table.store.pupil_by_number(table.school, "007").unwrap(), Some(written));
    assert_eq!(
        table.store.pupil_by_number(table.school, "7").unwrap(),
        None,
        "leading zeros count"
    );
    let line = table.store.pupil_line(id).unwrap();
    assert!(!line.may_name, "an objection stands");
    assert_eq!(line.leaving, Some(day("2026-06-30")), "the actual day");
}

#[test]
fn a_number_is_of_one_pupil_of_a_school() {
    let mut table = Table::new();
    table.pupil("1", "Kaya", None);
    let twice = listed("1", "Bo", "Wit", None).pupil(table.school);
    let refused = table.store.change(ABOUT, at("10:10:00"), |tx| tx.insert_pupil(&twice));
    assert_eq!(refused, Err(StoreError::Refused(Constraint::Unique)));
    assert_eq!(table.store.pupil(5), Err(StoreError::Missing("pupil")));
    let missing = table
        .store
        .change(ABOUT, at("10:10:00"), |tx| tx.set_route(5, Route::Uwv));
    assert_eq!(missing, Err(StoreError::Missing("pupil")));
}

#[test]
fn route_result_chances_and_relapse_take_one_write_each() {
    let mut table = Table::new();
    let id = table.pupil("1", "Kaya", None);
    let meeting = table.plan("2026-06-03", &[id]);
    let (on, later) = (day("2026-06-03"), day("2026-09-01"));
    table.round(|s| s.pupil(id), |tx| tx.set_route(id, Route::Uwv));
    let read = |s: &dakpan::store::Store| s.dossier(id);
    table.round(read, |tx| {
        tx.set_result(id, PrimaryResult::PaidWork, later, Some(meeting))
    });
    table.round(read, |tx| tx.set_result(id, PrimaryResult::ShelteredWork, later, None));
    table.change(|tx| tx.set_result(id, PrimaryResult::InDiscussion, on, None));
    let result = table.store.dossier(id).unwrap().result.unwrap();
    assert_eq!(
        (result.category, result.on),
        (PrimaryResult::ShelteredWork, later),
        "the newest day counts"
    );

    let chance = |level, on: &str| TransitionChance {
        kind: ChanceKind::LastingWork,
        level,
        assessed_on: day(on),
        assessed_by: "Els".into(),
    };
    let (low, medium, high) = (
        chance(ChanceLevel::Low, "2026-06-03"),
        chance(ChanceLevel::Medium, "2026-06-03"),
        chance(ChanceLevel::High, "2026-09-01"),
    );
    table.round(|s| s.chances(id), |tx| tx.add_chance(id, &low));
    table.round(|s| s.chances(id), |tx| tx.add_chance(id, &medium));
    table.round(|s| s.chances(id), |tx| tx.add_chance(id, &high));
    assert_eq!(
        table.store.chances(id).unwrap(),
        [high, medium],
        "the same day replaces"
    );

    let relapse = Relapse {
        on,
        from: Some(PrimaryResult::PaidWork),
        word: "contract niet verlengd".into(),
    };
    table.round(|s| s.relapses(id), |tx| tx.add_relapse(id, &relapse));
    assert_eq!(table.store.relapses(id).unwrap(), [relapse]);
}

#[test]
fn people_of_the_pupils_own_surroundings_are_kept_with_the_pupil() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", None);
    let mut person = NetworkPerson {
        id: 0,
        pupil,
        name: "Fatma".into(),
        relation: "moeder".into(),
        phone: "06-000".into(),
        willing: Willing::Unknown,
    };
    let read = move |s: &dakpan::store::Store| Ok(s.dossier(pupil)?.network);
    person.id = table.round(read, |tx| tx.insert_network_person(&person));
    assert_eq!(read(&table.store).unwrap(), [person.clone()]);
    person.name = "Fatma Kaya".into();
    person.willing = Willing::Yes;
    table.round(read, |tx| tx.update_network_person(&person));
    assert_eq!(read(&table.store).unwrap(), [person.clone()]);
    table.round(read, |tx| tx.delete_network_person(person.id));
    assert_eq!(read(&table.store).unwrap(), []);
}

/// Three hundred pupils over two schools, some with the same day and name, some without a day.
fn three_hundred(table: &mut Table) -> (Id, Vec<Id>) {
    let other = table.change(|tx| tx.insert_school(&new_school("De Schakel", "00CD00", SchoolKind::Vso)));
    let brug = table.school;
    let mut expected: Vec<(bool, Option<dakpan::domain::Day>, String, Id)> = Vec::new();
    table.change(|tx| {
        for n in 0..300u32 {
            let school = if n % 3 == 0 { other } else { brug };
            let family = ["Aydin", "Bakker", "", "Élan", "Zwart"][n as usize * 7 % 5];
            let leaving = (n % 4 != 1).then(|| day("2026-07-31") + chrono::Days::new(u64::from(n * 13 % 40)));
            let mut row = listed(&n.to_string(), "Bo", family, None);
            row.leaving = leaving;
            let id = tx.insert_pupil(&row.pupil(school))?;
            expected.push((school == other, leaving, family.to_owned(), id));
        }
        Ok(())
    });
    expected.sort_by_key(|(other, leaving, family, id)| (*other, leaving.is_none(), *leaving, family.clone(), *id));
    (other, expected.into_iter().map(|(_, _, _, id)| id).collect())
}

fn ids(page: &QueuePage) -> Vec<Id> {
    page.lines.iter().map(|line| line.id).collect()
}

#[test]
fn pages_in_both_directions_give_each_pupil_once_and_in_order() {
    let mut table = Table::new();
    let (other, everyone) = three_hundred(&mut table);
    let of_other: Vec<Id> = everyone[200..].to_vec();
    for (scope, expected) in [(None, everyone), (Some(other), of_other)] {
        for count in [1, 7, 64, 300, 1000] {
            let mut down = Vec::new();
            let mut page = table.store.queue_page(scope, QueueFrom::Start, count).unwrap();
            assert!(!page.more_before);
            loop {
                down.extend(ids(&page));
                if !page.more_after {
                    break;
                }
                let last = page.last.clone().unwrap();
                page = table.store.queue_page(scope, QueueFrom::After(&last), count).unwrap();
                assert!(page.more_before, "the page before lies there");
            }
            assert_eq!(down, expected, "down, {count} at a time");
            let mut up = Vec::new();
            loop {
                let mut lines = ids(&page);
                lines.extend(up);
                up = lines;
                if !page.more_before {
                    break;
                }
                let first = page.first.clone().unwrap();
                page = table.store.queue_page(scope, QueueFrom::Before(&first), count).unwrap();
                assert!(page.more_after);
            }
            assert_eq!(up, expected, "up, {count} at a time");
        }
    }
}

#[test]
fn a_page_around_a_pupil_is_full_also_near_the_ends() {
    let mut table = Table::new();
    let (_, everyone) = three_hundred(&mut table);
    for at in [0, 1, 5, 100, 199, 200, 295, 299] {
        let page = table
            .store
            .queue_page(None, QueueFrom::Around(everyone[at]), 21)
            .unwrap();
        let from = at.saturating_sub(10).min(300 - 21);
        assert_eq!(ids(&page), everyone[from..from + 21], "around {at}");
        assert_eq!((page.more_before, page.more_after), (from > 0, from + 21 < 300));
    }
    let alone = table.store.queue_page(None, QueueFrom::Around(everyone[5]), 1).unwrap();
    assert_eq!(
        (ids(&alone), alone.more_before, alone.more_after),
        (vec![everyone[5]], true, true)
    );
    let missing = table.store.queue_page(None, QueueFrom::Around(3), 21);
    assert_eq!(missing, Err(StoreError::Missing("pupil")));
}

#[test]
fn an_empty_queue_is_an_empty_page() {
    let table = Table::new();
    for scope in [None, Some(table.school)] {
        let page = table.store.queue_page(scope, QueueFrom::Start, 10).unwrap();
        assert_eq!(page, QueuePage::default());
    }
}

#[test]
fn a_list_is_compared_written_and_undone_as_one() {
    let mut table = Table::new();
    let same = table.pupil("1", "Kaya", Some("2026-07-31"));
    let moved = table.pupil("2", "Bakker", Some("2026-07-31"));
    let gone = table.pupil("3", "Smit", None);
    let left = table.pupil("4", "Oud", None);
    let mut pupil = table.store.pupil(left).unwrap();
    pupil.left_on = Some(day("2025-07-31"));
    table.change(|tx| tx.update_pupil(&pupil));
    let mut pupil = table.store.pupil(moved).unwrap();
    pupil.wish = "koken".into();
    pupil.class = "4A".into();
    pupil.profile = ExitProfile::LabourMarket;
    table.change(|tx| tx.update_pupil(&pupil));

    let mut rows = vec![
        listed("1", "", "", None),
        listed("2", "Samira", "Bakker", Some("2027-07-31")),
        listed("05", "Nieuw", "Kind", None),
        listed("2", "Een", "Ander", None),
    ];
    rows[1].placement = "bakkerij".into();
    rows[1].profile = Some(ExitProfile::Unknown);
    let compared = table.store.compare_list(table.school, &rows).unwrap();
    assert_eq!(
        (
            compared.new.as_slice(),
            compared.unchanged,
            compared.repeated.as_slice()
        ),
        (&[2][..], 1, &[3][..])
    );
    let vanished: Vec<Id> = compared.vanished.iter().map(|line| line.id).collect();
    assert_eq!(vanished, [gone], "who has left is not missed");
    assert_eq!((compared.changed[0].row, compared.changed[0].pupil), (1, moved));
    let fields: Vec<_> = compared.changed[0]
        .fields
        .iter()
        .map(|f| (f.field, f.before.as_str(), f.after.as_str()))
        .collect();
    assert_eq!(
        fields,
        [
            (ListedField::Placement, "", "bakkerij"),
            (ListedField::Leaving, "2026-07-31", "2027-07-31")
        ]
    );

    let school = table.school;
    let everyone = move |s: &dakpan::store::Store| {
        let lines = s.queue_page(Some(school), QueueFrom::Start, 100)?.lines;
        lines.iter().map(|line| s.pupil(line.id)).collect::<Result<Vec<_>, _>>()
    };
    let done = table.round(everyone, |tx| tx.write_list(school, &rows));
    assert_eq!(done, compared, "what the preview said is what was done");
    let pupil = table.store.pupil(moved).unwrap();
    assert_eq!(
        (pupil.placement.as_str(), pupil.class.as_str(), pupil.wish.as_str()),
        ("bakkerij", "4A", "koken")
    );
    assert_eq!(
        (pupil.profile, pupil.leaving),
        (ExitProfile::LabourMarket, Some(day("2027-07-31")))
    );
    assert_eq!(
        table.store.pupil(same).unwrap().name.family,
        "Kaya",
        "an empty field says nothing"
    );
    assert_eq!(
        table.store.pupil_by_number(school, "05").unwrap().unwrap().name.given,
        "Nieuw"
    );
    let again = table.store.compare_list(school, &rows).unwrap();
    assert_eq!((again.new.len(), again.changed.len(), again.unchanged), (0, 0, 3));
}

#[test]
fn every_field_a_list_can_fill_is_written() {
    let mut table = Table::new();
    let school = table.school;
    let id = table.pupil("1", "Kaya", None);
    let row = ListedPupil {
        number: "1".into(),
        name: dakpan::domain::name::Name {
            given: "Bo".into(),
            infix: "de".into(),
            family: "Wit".into(),
        },
        birth: Some(day("2008-01-02")),
        class: "5B".into(),
        residence: "Sliedrecht".into(),
        profile: Some(ExitProfile::DayActivity),
        leaving: Some(day("2027-07-31")),
        placement: "tuin".into(),
    };
    let done = table.change(|tx| tx.write_list(school, std::slice::from_ref(&row)));
    let fields: Vec<ListedField> = done.changed[0].fields.iter().map(|f| f.field).collect();
    assert_eq!(fields.len(), ListedField::ALL.len());
    let mut expected = row.pupil(school);
    expected.id = id;
    assert_eq!(table.store.pupil(id).unwrap(), expected);
}

#[test]
fn what_holds_a_name_prints_itself_without_it() {
    let mut table = Table::new();
    let id = table.pupil("zeven", "Kaya", None);
    let page = table.store.queue_page(None, QueueFrom::Start, 5).unwrap();
    let row = listed("zeven", "Samira", "Bakker", None);
    let compared = table
        .store
        .compare_list(table.school, std::slice::from_ref(&row))
        .unwrap();
    let printed = format!("{page:?} {row:?} {compared:?} {:?}", table.store.pupil(id));
    assert!(
        !["Kaya", "Samira", "Bakker", "zeven"]
            .iter()
            .any(|word| printed.contains(word)),
        "{printed}"
    );
    assert!(printed.contains("family"), "but tells which field changes: {printed}");
}
