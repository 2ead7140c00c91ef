//! The files themselves: whole, for their owner alone, never over another, and recorded.

use dakpan::app::papers::{issue, make, usual_meeting};
use dakpan::domain::papers::{PaperFormat, PaperKind};
use dakpan::store::EntryState;
use dakpan::text::NL;
use tempfile::TempDir;

use super::{ABOUT, agreed, wanted};

fn names(folder: &std::path::Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn files_are_their_owners_alone_and_never_over_another_and_for_whom_is_recorded() {
    let (desk, table) = agreed();
    let (now, folder) = (desk.now, TempDir::new().unwrap());
    let place = folder.path().join("stukken");
    let wanted = wanted(&table, PaperKind::Minutes, &[PaperFormat::Docx, PaperFormat::Markdown]);
    desk.with_store(|store| {
        let papers = make(store, &wanted, now, &NL).unwrap();
        let first = issue(store, &papers, &place, now).unwrap();
        assert_eq!(first.len(), 4);
        let before = std::fs::read(&first[1].path).unwrap();
        std::fs::remove_file(&first[0].path).unwrap();
        issue(store, &papers, &place, now).unwrap();
        assert_eq!(std::fs::read(&first[1].path).unwrap(), before);
        assert_eq!(
            names(&place),
            [
                "verslag-2026-06-03-de-brug-2.docx",
                "verslag-2026-06-03-de-brug-2.md",
                "verslag-2026-06-03-de-brug.md",
                "verslag-2026-06-03-de-schakel-2.docx",
                "verslag-2026-06-03-de-schakel-2.md",
                "verslag-2026-06-03-de-schakel.docx",
                "verslag-2026-06-03-de-schakel.md",
            ]
        );
        #[cfg(unix)]
        for file in std::fs::read_dir(&place).unwrap() {
            use std::os::unix::fs::PermissionsExt;
            let mode = file.unwrap().metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{mode:o}");
        }
        let exports = store.exports(Some(table.meeting)).unwrap();
        assert_eq!(exports.len(), 4);
        assert_eq!(exports[0].made_for, "de deelnemers aan de tafel van De Brug");
        assert_eq!((exports[0].kind, exports[0].made_at), (PaperKind::Minutes, now));
    });
}

#[test]
fn what_cannot_be_written_is_not_recorded_and_leaves_nothing_behind() {
    let (desk, table) = agreed();
    let (now, folder) = (desk.now, TempDir::new().unwrap());
    let file = folder.path().join("geen-map");
    std::fs::write(&file, "x").unwrap();
    let mut wanted = wanted(&table, PaperKind::Minutes, &[PaperFormat::Markdown]);
    desk.with_store(|store| {
        let papers = make(store, &wanted, now, &NL).unwrap();
        assert!(issue(store, &papers, &file, now).is_err());
        // The second of two cannot get its name: the first goes too.
        let mut papers = papers;
        papers[1].stem = format!("{}/x", "niet-daar");
        assert!(issue(store, &papers, folder.path(), now).is_err());
        assert_eq!(names(folder.path()), ["geen-map"]);
        assert!(store.exports(None).unwrap().is_empty());
        wanted.formats.clear();
        assert!(make(store, &wanted, now, &NL).unwrap().is_empty());
    });
}

#[test]
fn undoing_takes_back_the_change_before_and_not_the_record_of_what_went_out() {
    let (desk, table) = agreed();
    let (now, folder) = (desk.now, TempDir::new().unwrap());
    let wanted = wanted(&table, PaperKind::YoungPerson, &[PaperFormat::Markdown]);
    desk.with_store(|store| {
        store.change(ABOUT, now, |tx| tx.set_setting("x", "y")).unwrap();
        let papers = make(store, &wanted, now, &NL).unwrap();
        issue(store, &papers, folder.path(), now).unwrap();
        let entry = store.journal(1, None).unwrap().remove(0);
        assert_eq!((entry.intent.as_str(), entry.state), ("issue_papers", EntryState::Done));
        assert_eq!(store.undo(now).unwrap().intent, "write");
        assert_eq!(store.exports(None).unwrap().len(), 3);
        assert_eq!(store.exports(None).unwrap()[0].pupil, Some(table.pupils[0]));
    });
}

#[test]
fn the_usual_meeting_is_the_latest_that_was_held() {
    let (desk, table) = agreed();
    let now = desk.now;
    let today = now.date_naive();
    desk.with_store(|store| {
        let usual = |store: &dakpan::store::Store, kind| usual_meeting(store, kind, today).unwrap();
        assert_eq!(
            usual(store, PaperKind::Minutes),
            Some(table.meeting),
            "today's, when none was held"
        );
        store
            .change(ABOUT, now, |tx| tx.set_opened(table.meeting, Some(now)))
            .unwrap();
        assert_eq!(usual(store, PaperKind::Minutes), Some(table.meeting));
        assert_eq!(usual(store, PaperKind::Agenda), Some(table.meeting));
        let before = today - chrono::TimeDelta::days(1);
        assert_ne!(
            usual_meeting(store, PaperKind::Minutes, before).unwrap(),
            None,
            "the next, when nothing was held"
        );
    });
}
