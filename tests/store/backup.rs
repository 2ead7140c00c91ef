use std::ops::ControlFlow;

use super::*;

fn filled(place: &Place) -> Store {
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        (1..400).try_for_each(|id| put(tx, "note", &note(id, "table", &"kanariepiet ".repeat(300))))
    });
    store
}

#[test]
fn a_backup_opens_with_the_same_key_and_holds_the_same_with_its_journal() {
    let place = Place::new();
    let mut store = filled(&place);
    let copy = Place::new();
    let path = copy.folder.path().join("backups").join("one.dakpan");
    let mut seen = Vec::new();
    store
        .backup(&path, &mut |done, total| {
            seen.push((done, total));
            ControlFlow::Continue(())
        })
        .unwrap();
    assert!(
        seen.len() > 1 && seen.is_sorted() && seen.iter().all(|(done, total)| done <= total),
        "{seen:?}"
    );
    change(&mut store, |tx| tx.set_setting("chair", "later"));
    let mut restored = Store::open(Opening {
        path: path.clone(),
        ..copy.opening(key())
    })
    .unwrap();
    assert_eq!(restored.check().unwrap(), Vec::<String>::new());
    assert_eq!(restored.setting("chair").unwrap(), None);
    restored.undo(at("10:09:00")).expect("the journal is in it");
    assert_eq!(dump(&restored), []);
    store.undo(at("10:09:00")).unwrap();
    store.undo(at("10:09:00")).unwrap();
    let bytes = fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"dakpan\x02"));
    assert!(!bytes.windows(11).any(|window| window == b"kanariepiet"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_backup_opens_with_the_same_passphrase() {
    let place = Place::new();
    let mut store = Store::create(place.opening(passphrase("demo"))).unwrap();
    change(&mut store, |tx| tx.set_setting("chair", "Els"));
    let path = place.folder.path().join("copy.dakpan");
    store.backup(&path, &mut |_, _| ControlFlow::Continue(())).unwrap();
    let copy = Store::open(Opening {
        path,
        ..place.opening(passphrase("demo"))
    })
    .unwrap();
    assert_eq!(copy.setting("chair").unwrap().as_deref(), Some("Els"));
}

#[test]
fn a_backup_that_is_stopped_leaves_the_one_before() {
    let place = Place::new();
    let store = filled(&place);
    let folder = place.folder.path().join("backups");
    let path = folder.join("one.dakpan");
    store.backup(&path, &mut |_, _| ControlFlow::Continue(())).unwrap();
    let before = fs::read(&path).unwrap();
    assert_eq!(
        store.backup(&path, &mut |_, _| ControlFlow::Break(())),
        Err(StoreError::Cancelled)
    );
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left behind");
    assert_eq!(place.open_in_use(), StoreError::InUse);
}

impl Place {
    fn open_in_use(&self) -> StoreError {
        Store::open(self.opening(key())).unwrap_err()
    }
}

#[test]
fn a_backup_never_replaces_the_file_it_is_made_from() {
    let place = Place::new();
    let store = filled(&place);
    let before = dump(&store).len();
    let result = store.backup(&place.path(), &mut |_, _| ControlFlow::Continue(()));
    assert_eq!(result, Err(StoreError::InUse));
    drop(store);
    assert_eq!(dump(&place.open()).len(), before);
}
