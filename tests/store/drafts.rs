use dakpan::domain::draft::DraftEdit;
use dakpan::store::NewDraft;

use super::*;

fn typed(at: usize, removed: &str, inserted: &str) -> DraftEdit {
    DraftEdit {
        at,
        removed: removed.into(),
        inserted: inserted.into(),
    }
}

const NEW: NewDraft<'_> = NewDraft {
    pupil: Some(8),
    meeting: Some(9),
    item: Some(10),
    kind: "table",
    base: "School: stage gaat goed",
};

/// The files as a killed program leaves them.
fn killed(place: &Place) -> Place {
    let copy = Place::new();
    for (path, bytes, _) in place.files() {
        fs::write(copy.folder.path().join(path.file_name().unwrap()), bytes).unwrap();
    }
    copy
}

#[test]
fn a_killed_program_loses_nothing_that_was_typed() {
    let place = Place::new();
    let mut store = place.create();
    let draft = store.open_draft(NEW).unwrap();
    let other = store
        .open_draft(NewDraft {
            kind: "working",
            base: "",
            ..NEW
        })
        .unwrap();
    let letters: Vec<DraftEdit> = "é\"😀"
        .char_indices()
        .map(|(at, c)| typed(at, "", &c.to_string()))
        .collect();
    for letter in &letters {
        store.append_edits(draft, std::slice::from_ref(letter)).unwrap();
        store
            .append_edits(other, &[typed(0, "", "x"), typed(0, "x", "y")])
            .unwrap();
        store.append_edits(draft, &[]).unwrap();
        let drafts = killed(&place).open().drafts().unwrap();
        assert_eq!(drafts.len(), 2);
        assert_eq!(
            drafts[0].edits.last(),
            Some(letter),
            "already there before the next is typed"
        );
    }
    let drafts = killed(&place).open().drafts().unwrap();
    assert_eq!((drafts[0].id, drafts[0].edits.as_slice()), (draft, letters.as_slice()));
    assert_eq!(
        (drafts[0].pupil, drafts[0].meeting, drafts[0].item),
        (Some(8), Some(9), Some(10))
    );
    assert_eq!((drafts[0].kind.as_str(), drafts[0].base.as_str()), ("table", NEW.base));
    assert_eq!((drafts[1].kind.as_str(), drafts[1].edits.len()), ("working", 6));
}

#[test]
fn a_draft_goes_with_the_change_that_writes_its_note_or_stays_with_it() {
    let place = Place::new();
    let mut store = place.create();
    let draft = store.open_draft(NEW).unwrap();
    store.append_edits(draft, &[typed(0, "", "a")]).unwrap();
    let refused = store.change(ABOUT, at("10:05:00"), |tx| {
        tx.clear_draft(draft)?;
        put(tx, "note", &note(1, "no such kind", "a"))
    });
    assert!(refused.is_err());
    assert_eq!(store.drafts().unwrap().len(), 1);
    change(&mut store, |tx| {
        tx.clear_draft(draft)?;
        put(tx, "note", &note(1, "table", "a"))
    });
    assert_eq!(store.drafts().unwrap(), []);
    store.undo(at("10:06:00")).unwrap();
    assert_eq!(store.drafts().unwrap(), [], "undo takes back records, not typing");
}

#[test]
fn typing_is_not_journaled_and_cannot_write_to_a_draft_that_is_not_there() {
    let place = Place::new();
    let mut store = place.create();
    assert!(store.append_edits(77, &[typed(0, "", "a")]).is_err());
    let draft = store.open_draft(NEW).unwrap();
    store.append_edits(draft, &[typed(0, "", "a")]).unwrap();
    store.seal().unwrap();
    store.seal().unwrap();
    assert_eq!(store.journal(10, None).unwrap(), []);
    change(&mut store, |tx| tx.set_setting("chair", "Els"));
    store.close().unwrap();
    assert_eq!(place.open().drafts().unwrap()[0].edits, [typed(0, "", "a")]);
}

#[test]
fn sealing_waits_for_the_disk_once_and_typing_does_not() {
    // How long a commit waits for the disk cannot be seen from here; that sealing commits, and only when there is
    // something to seal, can: by what it appends to the log.
    let place = Place::new();
    let mut store = place.create();
    let log = || place.files()[1].1.len();
    let draft = store.open_draft(NEW).unwrap();
    store.seal().unwrap();
    let sealed = log();
    store.seal().unwrap();
    assert_eq!(log(), sealed);
    store.append_edits(draft, &[typed(0, "", "a")]).unwrap();
    let typed_once = log();
    assert!(typed_once > sealed);
    assert!(typed_once - sealed <= 4096 + 24, "a keystroke costs one page");
    store.seal().unwrap();
    assert!(log() > typed_once);
}
