//! A note under way while something else is done to the file: what was typed before a kill is there after it.

use dakpan::domain::codes::NoteKind;
use dakpan::domain::draft::DraftEdit;
use dakpan::store::{NewDraft, Store};

/// The note under way in a process that will be killed. Its letters are not sealed: only the process dies here, and what
/// it handed to the system stays.
pub(super) struct Letters {
    draft: i64,
    count: usize,
}

/// A letter at the end of so many.
pub(super) fn letter(at: usize) -> DraftEdit {
    DraftEdit {
        at,
        removed: String::new(),
        inserted: "x".into(),
    }
}

impl Letters {
    /// Begins a note.
    pub(super) fn begin(store: &mut Store) -> Self {
        let new = NewDraft {
            pupil: None,
            meeting: None,
            item: None,
            kind: NoteKind::Table.code(),
            base: "",
        };
        let draft = store.open_draft(new).unwrap();
        Self { draft, count: 0 }
    }

    /// Types one more.
    pub(super) fn one_more(&mut self, store: &mut Store) {
        store.append_edits(self.draft, &[letter(self.count)]).unwrap();
        self.count += 1;
    }
}

/// How many letters stand in the note under way, each where it was typed.
pub(super) fn letters_in(store: &Store) -> usize {
    let drafts = store.drafts().unwrap();
    assert!(drafts.len() < 2, "one note was begun: {drafts:?}");
    let Some(draft) = drafts.first() else {
        return 0;
    };
    for (at, edit) in draft.edits.iter().enumerate() {
        assert!(*edit == letter(at), "letter {at} is {edit:?}");
    }
    draft.text().len()
}

/// Fails unless the letters that were acknowledged are there, and at most the one after them.
pub(super) fn assert_typed(store: &Store, acknowledged: usize, told: &str) {
    let typed = letters_in(store);
    assert!(
        (acknowledged..=acknowledged + 1).contains(&typed),
        "{told}: {typed} of {acknowledged} letters"
    );
}
