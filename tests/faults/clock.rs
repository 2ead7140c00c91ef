//! A clock that is set back in the middle of a meeting.

use tempfile::TempDir;

use super::chair::{Chair, assert_sound, lay};
use super::matrix::record;

#[test]
fn a_clock_set_back_loses_nothing_and_undoes_in_order() {
    let folder = TempDir::new().unwrap();
    let (path, table) = lay(folder.path(), 2);
    let mut chair = Chair::sit(&path).unwrap();
    chair.go_to_first_note().write("voor").press("Esc r u");
    for back in [chrono::Duration::hours(2), chrono::Duration::days(400)] {
        chair.now -= back;
        chair
            .press("Enter")
            .write(" na")
            .press("Enter")
            .write("/b besluit")
            .press("Enter");
        assert_eq!(chair.problem(), None);
        chair.press("Esc r g");
    }
    let dossier = chair.program.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.decisions.len(), 2);
    let mut ids: Vec<i64> = dossier.decisions.iter().map(|decision| decision.id).collect();
    ids.dedup();
    assert_eq!(ids.len(), 2);
    // The last thing done is the first to be taken back, whatever the clock said.
    chair.press("r s");
    let route = |chair: &Chair| {
        chair
            .program
            .store()
            .dossier(table.pupils[0])
            .unwrap()
            .pupil
            .route
            .code()
    };
    let last = route(&chair);
    chair.press("Ctrl+z");
    assert_ne!(route(&chair), last);
    drop(chair);
    let store = assert_sound(&path, "a clock set back");
    assert!(
        store.dossier(table.pupils[0]).unwrap().notes[0]
            .text
            .starts_with("voor")
    );
    record(
        "clock set back",
        "two hours and a year in an open meeting",
        "nothing refused, ids stay unique, undo goes by order and not by the clock",
    );
}
