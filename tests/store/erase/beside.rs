//! The two smaller ways to leave nothing: a field that was rectified, and working notes that go by themselves.

use dakpan::domain::Day;
use dakpan::domain::rights::{Rectified, TrailKind};

use super::*;

#[test]
fn a_rectified_field_leaves_no_older_value_and_other_changes_can_still_be_taken_back() {
    let (scene, mut store) = scene();
    let old = scene.name.family.clone();
    let mut known = store.pupil(scene.pupil).unwrap();
    known.wish = "iets heel anders".into();
    change(&mut store, |tx| tx.update_pupil(&known));
    backup(&store, "10:23:00");
    let field = Rectified::of("family").unwrap();
    let done = store
        .rectify(scene.pupil, field, Some("Verbeterd"), at("10:30:00"), &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap();
    assert!(done.copies.iter().all(|copy| copy.done.is_ok()) && done.copies.len() == 2);
    let searched = done.copies.iter().map(|copy| copy.done.unwrap()).chain([done.proof]);
    for proof in searched {
        assert!(
            proof.forms > 0 && proof.found == 0,
            "the old value was looked for: {proof:?}"
        );
    }
    assert_eq!(store.pupil(scene.pupil).unwrap().name.family, "Verbeterd");
    let line = &store.trail(1, Some(scene.pupil)).unwrap()[0];
    assert_eq!((line.kind, line.why.as_str()), (TrailKind::Rectified, "pupil.family"));
    assert_eq!(store.find_pupils(&old, None, 3).unwrap(), []);
    assert_eq!(store.find_pupils("Verbeterd", None, 3).unwrap().len(), 1);
    store.undo(at("10:31:00")).unwrap();
    let after = store.pupil(scene.pupil).unwrap();
    assert_ne!(after.wish, "iets heel anders");
    assert_eq!(after.name.family, "Verbeterd");
    assert_eq!(store.verify_trail().unwrap(), []);
    store.close().unwrap();
    for path in scene.copies().iter().chain([&scene.place.path()]) {
        assert!(
            !holds(&pages(path), &format!("\"family\":\"{old}\"")),
            "{}",
            path.display()
        );
        assert!(!holds(
            &pages(path),
            &format!("{}{}{old}", scene.name.given, scene.name.infix)
        ));
    }
    assert_eq!(Rectified::of("informed_on"), None);
}

#[test]
fn working_notes_go_when_they_are_due_and_were_announced_on_an_earlier_day() {
    let (scene, mut store) = scene();
    let meetings = store.meeting_lines(50).unwrap();
    let meeting = meetings
        .iter()
        .find(|line| line.meeting.is_closed())
        .unwrap()
        .meeting
        .clone();
    change(&mut store, |tx| {
        let mut row = note(
            tx.new_id(),
            "working",
            "kanariepiet van het vorige overleg, alleen voor mij",
        );
        row["pupil"] = json!(scene.pupil);
        row["meeting"] = json!(meeting.id);
        put(tx, "note", &row)
    });
    backup(&store, "10:24:00");
    let on = meeting.closed_at.unwrap().date_naive() + chrono::Duration::days(14);
    let expiring = store.expiring_notes(14).unwrap();
    let own = expiring.iter().find(|one| one.meeting == meeting.id).unwrap();
    assert_eq!((own.day, own.on, own.told_on), (meeting.day, on, None));
    let due = own.notes;
    let noon = |day: Day| {
        day.and_hms_opt(12, 0, 0)
            .unwrap()
            .and_local_timezone(*at("10:00:00").offset())
            .unwrap()
    };
    let go_on = &mut |_| ControlFlow::Continue(());
    assert_eq!(store.expire_notes(14, noon(on), go_on).unwrap().0, 0, "nobody was told");
    store.announce_expiry(meeting.id, on).unwrap();
    assert_eq!(store.expire_notes(14, noon(on), go_on).unwrap().0, 0, "told today");
    let (gone, done) = store
        .expire_notes(14, noon(on + chrono::Duration::days(1)), go_on)
        .unwrap();
    assert_eq!(gone, due);
    assert_eq!(done.proof.found, 0);
    assert!(
        store
            .expiring_notes(14)
            .unwrap()
            .iter()
            .all(|one| one.meeting != meeting.id)
    );
    let line = &store.trail(1, None).unwrap()[0];
    assert_eq!((line.kind, line.meeting), (TrailKind::NoteExpired, Some(meeting.id)));
    store.close().unwrap();
    for path in scene.copies().iter().chain([&scene.place.path()]) {
        assert!(
            !holds(&pages(path), "kanariepiet van het vorige overleg"),
            "{}",
            path.display()
        );
    }
}

#[test]
fn the_tables_of_the_practice_descriptions_stay_what_they_are_when_members_are_erased() {
    use dakpan::domain::result::Member;
    use dakpan::store::Scope;
    let (_scene, mut store) = scene();
    let on: Day = "2017-12-31".parse().unwrap();
    let cohort = store
        .cohorts()
        .unwrap()
        .into_iter()
        .find(|one| one.name == "SOW 2017")
        .unwrap();
    let told = |store: &Store, scope: Scope, on: Day| {
        let mut members: Vec<String> = Vec::new();
        let mut add = |member: &Member| members.push(format!("{member:?}"));
        store.each_member(scope, on, true, &mut add).unwrap();
        members.sort();
        members
    };
    let days: Vec<Day> = ["2016-06-30", "2017-06-30", "2017-12-31", "2026-06-03"]
        .map(|day| day.parse().unwrap())
        .into();
    let before: Vec<_> = days
        .iter()
        .map(|day| told(&store, Scope::Cohort(cohort.id), *day))
        .collect();
    assert_eq!(before[2].len(), 21);
    assert!(
        before[2].iter().any(|member| member.contains("broken_off: true")),
        "the test has something to lose"
    );
    let mut members = Vec::new();
    store
        .each_counted(Scope::Cohort(cohort.id), on, true, &mut |one| {
            members.push((one.member.broken_off, one.pupil))
        })
        .unwrap();
    members.sort();
    for (_, pupil) in [members[0], members[20]] {
        store
            .forget(pupil, EraseReason::Request, at("10:30:00"), &mut |_| {
                ControlFlow::Continue(())
            })
            .unwrap();
    }
    let after: Vec<_> = days
        .iter()
        .map(|day| told(&store, Scope::Cohort(cohort.id), *day))
        .collect();
    assert_eq!(after, before);
}

#[test]
fn whoever_is_called_the_same_is_not_taken_for_what_was_left_of_the_pupil() {
    let mut store = Place::new().create();
    let twin = |id, name: &str| {
        let mut row = pupil(id, 2, name, "van", "Zonderling");
        row["number"] = json!(format!("twin{id}"));
        row
    };
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "school", &school(2, "De Brug"))?;
        put(tx, "pupil", &twin(3, "Mohamed"))?;
        put(tx, "pupil", &twin(4, "Mohamed"))?;
        put(tx, "pupil", &twin(5, "Sofie"))?;
        put(
            tx,
            "network_person",
            &json!({"id": 6, "pupil": 4, "name": "Sofie van Zonderling", "relation": "tante", "phone": "",
                "willing": "yes"}),
        )
    });
    for id in [3, 5] {
        let erased = store
            .forget(id, EraseReason::Request, at("11:00:00"), &mut |_| {
                ControlFlow::Continue(())
            })
            .unwrap();
        assert_eq!(erased.proof.found, 0, "pupil {id}");
    }
}
