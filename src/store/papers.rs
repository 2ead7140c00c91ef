//! What documents are made of besides the meeting itself, and the record of what went out.
//!
//! The rule: whatever may go out is asked for by kind. Notes are read from table notes alone, so that no working note
//! is ever in the memory of what writes a document.

use rusqlite::params;

use super::actions::{action_columns, action_tables, read_action};
use super::error::StoreError;
use super::pupils::{LINE_COLUMNS, line_columns, read_line};
use super::rows::{all, write};
use super::trail::NewLine;
use super::{At, Store, Tx};
use crate::domain::dossier::SchoolAction;
use crate::domain::papers::{Correction, Export, PaperKind};
use crate::domain::rights::TrailKind;
use crate::domain::{Id, Moment};

/// A document that goes out, before it has an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewExport {
    /// What kind of document it is.
    pub kind: PaperKind,
    /// The one pupil it is about, if it is about one.
    pub pupil: Option<Id>,
    /// The meeting it is of.
    pub meeting: Option<Id>,
    /// For whom it is made.
    pub made_for: String,
}

impl Store {
    /// The corrections of a meeting, the oldest first.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn corrections(&self, meeting: Id) -> Result<Vec<Correction>, StoreError> {
        let query = "SELECT made_at, reason FROM correction WHERE meeting = ?1 ORDER BY made_at, id";
        all(self.sql(), query, [meeting], |c| {
            Ok(Correction {
                on: c.moment("correction.made_at")?.date_naive(),
                reason: c.get()?,
            })
        })
    }

    /// The table notes of a meeting, by pupil.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn table_notes(&self, meeting: Id) -> Result<Vec<(Id, String)>, StoreError> {
        let query =
            "SELECT pupil, text FROM note WHERE meeting = ?1 AND kind = 'table' AND pupil IS NOT NULL ORDER BY id";
        all(self.sql(), query, [meeting], |c| Ok((c.get()?, c.get()?)))
    }

    /// The open actions of all schools, the one longest overdue first, those without a day last.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn open_actions(&self) -> Result<Vec<SchoolAction>, StoreError> {
        const QUERY: &str = concat!(
            "SELECT ",
            action_columns!(),
            ", coalesce(s.name, ''), ",
            line_columns!(),
            " FROM ",
            action_tables!(),
            " LEFT JOIN school s ON s.id = a.school LEFT JOIN pupil u ON u.id = a.pupil",
            " WHERE a.state = 'open' ORDER BY a.due IS NULL, a.due, a.id"
        );
        all(self.sql(), QUERY, [], |c| {
            Ok(SchoolAction {
                action: read_action(c)?,
                school: c.get()?,
                pupil: c.joined(LINE_COLUMNS, read_line)?,
            })
        })
    }

    /// What was written out of a meeting, or everything that was; the oldest first.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn exports(&self, meeting: Option<Id>) -> Result<Vec<Export>, StoreError> {
        let query = "SELECT id, kind, pupil, meeting, made_for, made_at FROM export
             WHERE ?1 IS NULL OR meeting = ?1 ORDER BY made_at, id";
        all(self.sql(), query, [meeting], |c| {
            Ok(Export {
                id: c.get()?,
                kind: c.text("export.kind", PaperKind::from_code)?,
                pupil: c.get()?,
                meeting: c.get()?,
                made_for: c.get()?,
                made_at: c.moment("export.made_at")?,
            })
        })
    }
}

impl Tx<'_> {
    /// Records that a document goes out.
    ///
    /// # Errors
    /// When the pupil or meeting does not exist, or the file cannot be written.
    pub fn add_export(&mut self, export: &NewExport, at: Moment) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO export (id, kind, pupil, meeting, made_for, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                id,
                export.kind.code(),
                export.pupil,
                export.meeting,
                export.made_for,
                At(at)
            ],
        )?;
        // In the same change, so that no document goes out without a line.
        self.add_trail(NewLine {
            kind: TrailKind::Exported,
            pupil: export.pupil,
            meeting: export.meeting,
            export: Some(id),
            why: export.kind.code(),
        })?;
        Ok(id)
    }
}
