//! Notes being typed.
//!
//! The rule: every drained batch of input is in the file before it is drawn, at the cost of one page. A killed program
//! then loses nothing; [`Store::seal`], called when typing rests and at least every two seconds, makes it last
//! through a power cut too. The record itself is written once, when the note is left, and the draft is cleared in the
//! same change.

use rusqlite::Connection;

use super::error::StoreError;
use super::{Store, Sync, Tx};
use crate::domain::draft::DraftEdit;

/// A note that was being typed when the program stopped.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// The draft's number, for appending and clearing.
    pub id: i64,
    /// The pupil it is about.
    pub pupil: Option<i64>,
    /// The meeting it is typed in.
    pub meeting: Option<i64>,
    /// The agenda item it is typed at.
    pub item: Option<i64>,
    /// The kind of note, as the note's record spells it: `table` or `working`.
    pub kind: String,
    /// The text it began as.
    pub base: String,
    /// What was typed since, in order.
    pub edits: Vec<DraftEdit>,
}

impl Draft {
    /// The text as it was typed. What does not fit was typed all the same: it is kept at the end.
    #[must_use]
    pub fn text(&self) -> String {
        let mut typed = self.base.clone();
        for edit in &self.edits {
            if edit.apply(&mut typed).is_err() {
                typed.push_str(&edit.inserted);
            }
        }
        typed
    }
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Draft({}, {} edits)", self.id, self.edits.len())
    }
}

/// What a draft is begun with.
#[derive(Clone, Copy)]
pub struct NewDraft<'a> {
    /// The pupil it is about.
    pub pupil: Option<i64>,
    /// The meeting it is typed in.
    pub meeting: Option<i64>,
    /// The agenda item it is typed at.
    pub item: Option<i64>,
    /// The kind of note: `table` or `working`.
    pub kind: &'a str,
    /// The text it begins as.
    pub base: &'a str,
}

impl Store {
    /// Begins a draft and returns its number.
    ///
    /// # Errors
    /// [`StoreError::Refused`] for an unknown kind, and the disk errors.
    pub fn open_draft(&mut self, draft: NewDraft<'_>) -> Result<i64, StoreError> {
        self.aside(|connection| {
            let sql = "INSERT INTO draft (pupil, meeting, item, kind, base) VALUES (?1, ?2, ?3, ?4, ?5)";
            let NewDraft {
                pupil,
                meeting,
                item,
                kind,
                base,
            } = draft;
            connection
                .prepare_cached(sql)?
                .execute((pupil, meeting, item, kind, base))?;
            Ok(connection.last_insert_rowid())
        })
    }

    /// Appends what was typed. A single statement is its own transaction: nothing is cheaper.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when there is no such draft, and the disk errors: what was typed is then not kept, and
    /// the caller still has it.
    pub fn append_edits(&mut self, draft: i64, edits: &[DraftEdit]) -> Result<(), StoreError> {
        if edits.is_empty() {
            return Ok(());
        }
        let text = serde_json::to_string(edits).map_err(|_| StoreError::BadValue("draft_edit.edits"))?;
        self.ready(Sync::Normal)?;
        let sql = "INSERT INTO draft_edit (draft, seq, edits)
                   VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM draft_edit WHERE draft = ?1), ?2)";
        self.connection.prepare_cached(sql)?.execute((draft, text))?;
        self.unsealed = true;
        Ok(())
    }

    /// Makes everything typed so far last through a power cut. Does nothing when it already does.
    ///
    /// # Errors
    /// The disk errors.
    pub fn seal(&mut self) -> Result<(), StoreError> {
        if self.unsealed {
            self.ready(Sync::Full)?;
            self.connection
                .prepare_cached("UPDATE draft_seal SET count = count + 1")?
                .execute([])?;
            self.unsealed = false;
        }
        Ok(())
    }

    /// The drafts in the file, oldest first: after a start, what was being typed when the program stopped.
    ///
    /// # Errors
    /// [`StoreError::BadValue`] when an edit cannot be read, and the disk errors.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let sql = "SELECT id, pupil, meeting, item, kind, base FROM draft ORDER BY id";
        let mut select = self.connection.prepare_cached(sql)?;
        let drafts = select.query_map([], |row| {
            Ok(Draft {
                id: row.get(0)?,
                pupil: row.get(1)?,
                meeting: row.get(2)?,
                item: row.get(3)?,
                kind: row.get(4)?,
                base: row.get(5)?,
                edits: Vec::new(),
            })
        })?;
        let mut drafts: Vec<Draft> = drafts.collect::<Result<_, _>>()?;
        for draft in &mut drafts {
            draft.edits = edits(&self.connection, draft.id)?;
        }
        Ok(drafts)
    }
}

/// The edits of one draft.
fn edits(connection: &Connection, draft: i64) -> Result<Vec<DraftEdit>, StoreError> {
    let mut select = connection.prepare_cached("SELECT edits FROM draft_edit WHERE draft = ?1 ORDER BY seq")?;
    let mut rows = select.query([draft])?;
    let mut edits = Vec::new();
    while let Some(row) = rows.next()? {
        let bad = || StoreError::BadValue("draft_edit.edits");
        let text = row.get_ref(0)?.as_str().map_err(|_| bad())?;
        edits.extend(serde_json::from_str::<Vec<DraftEdit>>(text).map_err(|_| bad())?);
    }
    Ok(edits)
}

impl Tx<'_> {
    /// Removes a draft, in the change that writes its note. A change that only removes drafts makes no journal entry.
    ///
    /// # Errors
    /// The disk errors.
    pub fn clear_draft(&mut self, draft: i64) -> Result<(), StoreError> {
        self.sql()
            .prepare_cached("DELETE FROM draft_edit WHERE draft = ?1")?
            .execute([draft])?;
        self.sql()
            .prepare_cached("DELETE FROM draft WHERE id = ?1")?
            .execute([draft])?;
        Ok(())
    }
}
