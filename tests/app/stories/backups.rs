//! Backups that nobody has to think of, and that hold nobody up.

use dakpan::app::settings::{Settings, Upkeep};
use dakpan::store::{BackupKind, Opening, Secret, Store, backup_folder, own_backups};
use dakpan::text::notice::{Notice, Problem};
use zeroize::Zeroizing;

use crate::desk::{Desk, ten_o_clock};

fn count(desk: &Desk) -> usize {
    own_backups(desk.store().path()).unwrap().len()
}

/// Lets the loop pass until nothing is under way, and says how often that was.
fn passes(desk: &mut Desk) -> usize {
    for pass in 0..1000 {
        if desk.program.next_tick() != Some(std::time::Duration::ZERO) {
            return pass;
        }
        desk.wait(0);
    }
    panic!("it never ends");
}

#[test]
fn opening_a_meeting_makes_a_backup_between_two_keys() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S");
    assert_eq!(count(&desk), 0, "S itself waits for nothing");
    desk.press("Enter Enter PgDn PgDn").write("tijdens");
    assert!(passes(&mut desk) > 0);
    desk.write(" en erna").press("Esc");
    let backups = own_backups(desk.store().path()).unwrap();
    assert_eq!((backups.len(), backups[0].kind), (1, BackupKind::Made));
    assert!(desk.store().shares_key(&backups[0]));
    let copy = Store::open(Opening {
        path: backups[0].path.clone(),
        secret: Secret::KeyFile(Zeroizing::new([3; 32])),
        now: ten_o_clock(),
        who: "Test".into(),
        seed: 1,
        salt: None,
    })
    .unwrap();
    assert_eq!(copy.check().unwrap(), Vec::<String>::new());
    assert!(
        copy.sitting(table.meeting).unwrap().meeting.is_open(),
        "as the meeting began"
    );
    assert!(copy.dossier(table.pupils[0]).unwrap().notes.is_empty());
    let text = desk.store().dossier(table.pupils[0]).unwrap().notes[0].text.clone();
    assert_eq!(text, "tijdens en erna");
    assert_eq!(desk.store().check().unwrap(), Vec::<String>::new());
}

#[test]
fn one_that_is_asked_for_says_so_and_escape_gives_it_up() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press(":").write("reservekopie").press("Enter");
    assert!(passes(&mut desk) > 0);
    assert_eq!(desk.program.state.notice, Some(Notice::BackedUp));
    desk.now += chrono::Duration::seconds(1);
    desk.press(":").write("reservekopie").press("Enter").press("Esc");
    assert_eq!(
        desk.program.state.notice,
        Some(Notice::BackupFailed(Problem::Cancelled))
    );
    assert_eq!((passes(&mut desk), count(&desk)), (0, 1));
    let folder = backup_folder(desk.store().path());
    assert_eq!(
        std::fs::read_dir(folder).unwrap().count(),
        1,
        "nothing half made is left"
    );
}

/// A desk whose file is longer than one part of a backup.
fn with_a_long_file() -> Desk {
    let (desk, _) = Desk::with_pupils(1);
    desk.with_store(|store| {
        let word = "reservekopie ".repeat(600);
        let put = |tx: &mut dakpan::store::Tx<'_>| {
            (0..400).try_for_each(|_| {
                let id = tx.new_id();
                let image = format!(
                    r#"{{"id":{id},"pupil":null,"meeting":null,"item":null,"kind":"table","text":"{word}","written_at":"2026-06-01T10:00:00+02:00"}}"#
                );
                tx.put_image("note", &image)
            })
        };
        store.fill(ten_o_clock(), put).unwrap();
    })
}

#[test]
fn the_one_at_the_start_of_a_meeting_tells_how_far_it_is_and_escape_gives_it_up() {
    let mut desk = with_a_long_file();
    desk.press("S Enter Enter PgDn");
    let mut told = Vec::new();
    for _ in 0..3 {
        desk.wait(0);
        if let Some(Notice::BackingUp(percent, bytes)) = desk.program.state.notice {
            assert!(bytes > 3 << 20, "{bytes}");
            told.push(percent);
        }
    }
    assert!(told.len() >= 2 && told.is_sorted() && told[0] < 100, "{told:?}");
    desk.sees("% van").sees("MB (Esc stopt)");
    while desk.program.state.writing.is_some() {
        desk.press("Esc");
    }
    desk.press("Esc");
    assert_eq!(
        desk.program.state.notice,
        Some(Notice::BackupFailed(Problem::Cancelled))
    );
    assert_eq!((passes(&mut desk), count(&desk)), (0, 0));
    assert_eq!(
        std::fs::read_dir(backup_folder(desk.store().path())).unwrap().count(),
        0
    );
}

#[test]
fn a_lock_is_answered_while_a_backup_is_being_made() {
    let mut desk = with_a_long_file();
    desk.press(":").write("reservekopie").press("Enter").wait(0);
    assert!(matches!(desk.program.state.notice, Some(Notice::BackingUp(..))));
    desk.press("Ctrl+l");
    assert!(desk.program.state.is_locked() && desk.store().is_locked());
    assert_eq!(
        std::fs::read_dir(backup_folder(&desk.folder().join("tafel.dakpan")))
            .unwrap()
            .count(),
        0
    );
}

#[test]
fn the_setting_says_how_many_stay() {
    let (mut desk, _) = Desk::with_pupils(1);
    let upkeep = Upkeep {
        backups: 2,
        ..Upkeep::default()
    };
    desk.settle(Settings {
        upkeep,
        ..Settings::default()
    });
    for _ in 0..4 {
        desk.now += chrono::Duration::seconds(1);
        desk.press(":").write("reservekopie").press("Enter");
        passes(&mut desk);
    }
    assert_eq!(count(&desk), 2);
}

#[test]
fn one_that_fails_is_told_and_the_meeting_goes_on() {
    let (mut desk, table) = Desk::with_pupils(1);
    let folder = backup_folder(desk.store().path());
    std::fs::write(&folder, "in the way").unwrap();
    desk.press("S");
    assert!(
        matches!(desk.program.state.notice, Some(Notice::BackupFailed(_))),
        "{:?}",
        desk.program.state.notice
    );
    assert!(desk.store().sitting(table.meeting).unwrap().meeting.is_open());
    desk.press("Enter Enter PgDn PgDn").write("gewoon door").press("Esc");
    assert_eq!(
        desk.store().dossier(table.pupils[0]).unwrap().notes[0].text,
        "gewoon door"
    );
}

#[test]
fn locking_and_quitting_leave_nothing_half_made() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S Ctrl+l");
    let folder = backup_folder(desk.store().path());
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S");
    let folder = backup_folder(desk.store().path());
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "half made");
    let desk = desk.restart();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    drop(desk);
}

#[test]
fn what_a_killed_program_left_half_made_goes_at_the_next_start() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S");
    let folder = backup_folder(desk.store().path());
    let half = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let left = half.with_file_name(
        half.file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .rsplit_once('-')
            .unwrap()
            .0
            .to_owned()
            + "-4.part",
    );
    std::fs::copy(&half, &left).unwrap();
    let desk = desk.restart();
    assert!(!left.exists(), "{left:?}");
    drop(desk);
}
