use std::ops::ControlFlow;

use dakpan::store::{BackupKind, Restoring, backup_place, own_backups};

use super::*;

fn go_on(_: usize, _: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A log as a newer SQLite might write it: of another version in its header, whose checksum holds
/// (https://sqlite.org/fileformat2.html#the_write_ahead_log). No connection of this one moves it into the file.
fn of_another_version(log: &[u8]) -> Vec<u8> {
    let mut log = log.to_vec();
    log[4..8].copy_from_slice(&3_007_001_u32.to_be_bytes());
    let big = log[3] & 1 == 1;
    let (mut even, mut odd) = (0_u32, 0_u32);
    for pair in log[..24].chunks(8) {
        let word = |bytes: &[u8]| {
            let bytes = <[u8; 4]>::try_from(bytes).unwrap();
            if big {
                u32::from_be_bytes(bytes)
            } else {
                u32::from_le_bytes(bytes)
            }
        };
        even = even.wrapping_add(word(&pair[..4])).wrapping_add(odd);
        odd = odd.wrapping_add(word(&pair[4..])).wrapping_add(even);
    }
    log[24..28].copy_from_slice(&even.to_be_bytes());
    log[28..32].copy_from_slice(&odd.to_be_bytes());
    log
}

#[test]
fn a_log_that_cannot_be_moved_into_its_file_is_never_taken_away() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| put(tx, "party", &party(1, "De Brug")));
    let backup = backup_place(&place.path(), BackupKind::Made, at("10:06:00"));
    store.backup(&backup, &mut go_on).unwrap();
    change(&mut store, |tx| put(tx, "party", &party(2, "De Schakel")));
    // As a kill leaves it: the file with its log beside it, and nobody who has it open.
    let log = place.folder.path().join("tafel.dakpan-wal");
    let (bytes, logged) = (fs::read(place.path()).unwrap(), fs::read(&log).unwrap());
    drop(store);
    fs::write(place.path(), &bytes).unwrap();
    let stuck = of_another_version(&logged);
    fs::write(&log, &stuck).unwrap();
    let prepare = || {
        let to = Opening {
            now: at("11:00:00"),
            ..place.opening(key())
        };
        Restoring::prepare(&backup, to, None, &mut go_on).unwrap()
    };
    let refused = prepare().commit(None, &mut on).unwrap_err();
    assert!(matches!(refused, StoreError::Io(_)), "{refused:?}");
    assert!(fs::read(&log).unwrap() == stuck && fs::read(place.path()).unwrap() == bytes);
    let kept = own_backups(&place.path()).unwrap();
    assert!(kept.iter().all(|one| one.kind == BackupKind::Made), "{kept:?}");
    // Once it can, nothing of it is lost.
    fs::write(&log, &logged).unwrap();
    let kept = prepare().commit(None, &mut on).unwrap().kept.unwrap();
    let count = |path: &Path| {
        dump(
            &Store::open(Opening {
                path: path.to_owned(),
                ..place.opening(key())
            })
            .unwrap(),
        )
        .len()
    };
    assert_eq!((count(&place.path()), count(&kept)), (1, 2));
}
