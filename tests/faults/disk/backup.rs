//! A disk that is full or fails at any write of a backup: there is no half copy afterwards, the screen says so, and the
//! table goes on.

use std::path::Path;
use std::time::Duration;

use dakpan::app::message::Message;
use dakpan::store::{BackupKind, backup_folder, backup_place};
use dakpan::text::notice::Notice;
use rustix::io::Errno;
use tempfile::TempDir;

use super::{Control, told_by_child};
use crate::faults::chair::{Chair, assert_sound, lay, opening};
use crate::faults::kills::{ABOUT, party_and_person};
use crate::faults::matrix::record;
use crate::faults::process::{acknowledge, part};

/// Megabytes in the file, and as many parts of the copy at least.
const PARTS: u64 = 4;

#[test]
fn every_write_of_a_backup_that_fails_leaves_no_half_copy_and_holds_nobody_up() {
    if let Some(control) = part() {
        return in_a_process_of_its_own(&Control::at(&control));
    }
    let name = "faults::disk::backup::every_write_of_a_backup_that_fails_leaves_no_half_copy_and_holds_nobody_up";
    record(
        "disk full, failing or read-only",
        "writes, syncs and cuts of a backup in turn",
        &told_by_child(name, "/backups"),
    );
}

/// Lets the program do what it does between two keys, until nothing is under way.
fn let_it_pass(chair: &mut Chair) {
    for _ in 0..1000 {
        if chair.program.next_tick() != Some(Duration::ZERO) {
            return;
        }
        chair.send(Message::Tick);
    }
    panic!("it never ends");
}

/// Asks for a backup at a moment of its own, so that it gets a name of its own.
fn ask(chair: &mut Chair) {
    chair.now += chrono::Duration::seconds(1);
    chair.press(":").write("reservekopie").press("Enter");
    let_it_pass(chair);
}

/// Makes the file so large that it is copied in several parts, with waits for the disk between them.
fn fill(path: &Path) {
    let mut store = assert_sound(path, "before");
    let now = opening(path).now;
    for number in 0..PARTS {
        let name = format!("Bedrijf {number} {}", "x".repeat(1 << 20));
        store.change(ABOUT, now, |tx| party_and_person(tx, &name)).unwrap();
    }
    store.close().unwrap();
}

fn in_a_process_of_its_own(control: &Control) {
    let folder = TempDir::new().unwrap();
    let (path, table) = lay(folder.path(), 2);
    fill(&path);
    let mut chair = Chair::sit(&path).unwrap();
    chair.go_to_first_note().write("voor").press("Esc");
    let_it_pass(&mut chair);
    let kinds = [Errno::NOSPC, Errno::IO, Errno::ROFS];
    let (mut at, mut refused, mut whole) = (0, 0, 0);
    loop {
        let error = kinds[usize::try_from(at % 3).unwrap()];
        let told = format!("{error:?} at write {at}");
        control.arm(u64::MAX, at, error);
        ask(&mut chair);
        control.disarm();
        if control.fired() == 0 {
            break;
        }
        let copy = backup_place(&path, BackupKind::Made, chair.now);
        match chair.program.state.notice.clone() {
            Some(Notice::BackupFailed(problem)) => {
                let words = chair.program.state.catalog().notices.problem(&problem);
                let causes = ["schijf is vol", "schrijven is mislukt", "alleen te lezen"];
                let names_it = causes.iter().any(|cause| words.contains(cause));
                assert!(names_it, "{told}: {words}");
                chair.sees("Geen reservekopie gemaakt");
                refused += 1;
                // When only its name is not known to last, the copy may be there, but never half of one.
                if copy.exists() {
                    assert_sound(&copy, &told).close().unwrap();
                    std::fs::remove_file(&copy).unwrap();
                }
            }
            Some(Notice::BackedUp) => {
                assert_sound(&copy, &told).close().unwrap();
                whole += 1;
            }
            other => panic!("{told}: {other:?}"),
        }
        let entries = std::fs::read_dir(backup_folder(&path)).unwrap();
        let mut names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert!(
            names.all(|name| !name.ends_with(".part")),
            "{told}: half a copy is left"
        );
        // The table goes on meanwhile.
        chair.press("Enter").write("x").press("Esc");
        assert_eq!(chair.problem(), None, "{told}");
        at += 1;
    }
    assert_eq!(chair.program.state.notice, Some(Notice::BackedUp));
    let copy = backup_place(&path, BackupKind::Made, chair.now);
    assert_sound(&copy, "the disk is well again").close().unwrap();
    assert!(at > PARTS && refused + 1 >= at, "{at} writes, {refused} refused");
    chair.program.close().unwrap();
    let store = assert_sound(&path, "after all backups");
    let text = store.dossier(table.pupils[0]).unwrap().notes[0].text.clone();
    let typed = usize::try_from(at).unwrap();
    assert_eq!(text, format!("voor{}", "x".repeat(typed)));
    acknowledge(&format!(
        "{at} writes failed, each in a backup of its own: {refused} times the screen said so and no half copy was left, \
         {whole} times the copy was whole; the meeting went on each time"
    ));
}
