//! Backups that do not let themselves be written just then, and one that is being made meanwhile.

use super::*;

fn go_on(_: EraseStep) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[test]
fn a_backup_that_could_not_be_written_is_not_forgotten() {
    let (scene, mut store) = scene();
    let path = scene.copies()[0].clone();
    let held = raw(&path);
    held.execute_batch("BEGIN EXCLUSIVE; SELECT count(*) FROM pupil;")
        .unwrap();
    let erased = scene.forget(&mut store);
    assert_eq!(erased.copies[0].done, Err(StoreError::InUse));
    assert!(erased.copies[0].waits());
    assert!(store.is_forgetting().unwrap(), "it is still to be done");
    drop(held);
    store.close().unwrap();
    // Whoever opens the file next goes on with it.
    let store = scene.place.open();
    assert!(!store.is_forgetting().unwrap());
    store.close().unwrap();
    assert_eq!(scene.left_in(&path), Vec::<String>::new());
}

#[test]
fn a_backup_that_opens_with_something_else_does_not_keep_an_erasure_going() {
    let (scene, mut store) = scene();
    let other = Place::new();
    let secret = Secret::KeyFile(zeroize::Zeroizing::new([9; 32]));
    Store::create(other.opening(secret)).unwrap().close().unwrap();
    fs::copy(other.path(), &scene.copies()[0]).unwrap();
    let erased = scene.forget(&mut store);
    assert_eq!(erased.copies[0].done, Err(StoreError::WrongKey));
    assert!(!erased.copies[0].waits() && !store.is_forgetting().unwrap());
}

#[test]
fn a_backup_under_way_begins_anew_when_an_erasure_that_moved_the_pages_was_stopped() {
    let (scene, mut store) = scene();
    let to = scene.place.folder.path().join("elders.dakpan");
    let mut copying = store.begin_backup(&to).unwrap();
    assert!(!store.go_on_with_backup(&mut copying).unwrap(), "longer than one part");
    let stop = &mut |step| match step {
        EraseStep::Backup(..) => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    };
    let erased = store
        .forget(scene.pupil, EraseReason::Request, at("10:30:00"), stop)
        .unwrap();
    assert_eq!(erased.put_off, 1);
    while !store.go_on_with_backup(&mut copying).unwrap() {}
    store.end_backup(copying);
    let copy = Store::open(Opening {
        path: to.clone(),
        ..scene.place.opening(key())
    })
    .unwrap();
    assert_eq!(copy.check().unwrap(), Vec::<String>::new());
    copy.close().unwrap();
    assert_eq!(scene.left_in(&to), Vec::<String>::new());
    store.finish_forgetting(&mut go_on).unwrap();
    assert!(!store.is_forgetting().unwrap());
}

#[test]
fn every_note_that_went_is_looked_for_in_a_backup() {
    let (scene, mut store) = scene();
    let meetings = store.meeting_lines(50).unwrap();
    let meeting = meetings.iter().find(|line| line.meeting.is_closed()).unwrap();
    let (meeting, closed) = (meeting.meeting.id, meeting.meeting.closed_at.unwrap());
    let texts = [
        "kanariepiet zingt des ochtends voor het raam",
        "kanariepiet zwijgt des avonds naast de deur",
    ];
    change(&mut store, |tx| {
        texts.iter().try_for_each(|text| {
            let mut row = note(tx.new_id(), "working", text);
            (row["pupil"], row["meeting"]) = (json!(scene.pupil), json!(meeting));
            put(tx, "note", &row)
        })
    });
    backup(&store, "10:25:00");
    let on = closed + chrono::Duration::days(14);
    store.announce_expiry(meeting, on.date_naive()).unwrap();
    let (_, done) = store
        .expire_notes(14, on + chrono::Duration::days(1), &mut go_on)
        .unwrap();
    let copy = done.copies[0].done.unwrap();
    assert_eq!((copy.forms, copy.found), (done.proof.forms, 0));
    assert!(copy.forms >= 2, "{copy:?}");
}

#[test]
fn a_damaged_backup_is_told_of_beforehand_and_keeps_nothing_going() {
    let (scene, mut store) = scene();
    let path = scene.copies()[0].clone();
    let mut bytes = fs::read(&path).unwrap();
    bytes[100..4000].fill(7);
    fs::write(&path, &bytes).unwrap();
    let strange = path.with_file_name("tafel-20260603-070000.backup.dakpan");
    fs::write(&strange, [9; 8192]).unwrap();
    let planned = store.erase_preview(scene.pupil).unwrap().backups;
    let told: Vec<_> = planned
        .iter()
        .map(|copy| (&copy.path, copy.trouble, copy.may_pass()))
        .collect();
    let foreign = StoreError::NotOurs(dakpan::store::Foreign::Other);
    assert_eq!(
        told,
        [
            (&path, Some(StoreError::WrongKey), false),
            (&strange, Some(foreign), false)
        ]
    );
    assert!(fs::read(&path).unwrap() == bytes);
    let erased = scene.forget(&mut store);
    let done: Vec<_> = erased.copies.iter().map(|copy| copy.done).collect();
    assert_eq!(done, [Err(StoreError::WrongKey), Err(foreign)]);
    assert!(!store.is_forgetting().unwrap(), "no later opening makes a difference");
    assert!(fs::read(&path).unwrap() == bytes && fs::read(&strange).unwrap() == [9; 8192]);
}

#[test]
fn while_a_backup_waits_the_file_is_not_written_anew_at_each_opening() {
    let (scene, mut store) = scene();
    let held = raw(&scene.copies()[0]);
    held.execute_batch("BEGIN EXCLUSIVE; SELECT count(*) FROM pupil;")
        .unwrap();
    scene.forget(&mut store);
    let mut steps = Vec::new();
    let done = store
        .finish_forgetting(&mut |step| {
            steps.push(step);
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(steps, [EraseStep::Backup(1, 1)], "no pages of the file");
    assert_eq!(done.copies[0].done, Err(StoreError::InUse));
    store.close().unwrap();
    let store = scene.place.open();
    assert!(store.is_forgetting().unwrap(), "it opens, and still waits");
    drop(held);
    store.close().unwrap();
    assert!(!scene.place.open().is_forgetting().unwrap());
    assert_eq!(scene.left_in(&scene.copies()[0]), Vec::<String>::new());
}

#[test]
fn a_backup_that_is_open_in_this_process_waits_as_well() {
    let (scene, mut store) = scene();
    let open = Store::open(Opening {
        path: scene.copies()[0].clone(),
        ..scene.place.opening(key())
    })
    .unwrap();
    let erased = scene.forget(&mut store);
    assert_eq!(erased.copies[0].done, Err(StoreError::InUse));
    drop(open);
    store.close().unwrap();
    assert!(!scene.place.open().is_forgetting().unwrap());
    assert_eq!(scene.left_in(&scene.copies()[0]), Vec::<String>::new());
}
