//! What an erasure would take, told before it does: rows, documents that went out, and texts elsewhere.
//!
//! The rule: what is written about somebody else is not changed in silence. It is listed, and people decide.

use rusqlite::{Connection, params};

use super::super::Store;
use super::super::error::StoreError;
use super::super::rows::{all, one};
use super::{PlannedCopy, rows};
use crate::domain::fold::words;
use crate::domain::papers::{Export, PaperKind};
use crate::domain::pupil::Pupil;
use crate::domain::{Day, Id};

/// What an erasure would take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasePreview {
    /// Who.
    pub pupil: Pupil,
    /// How many rows of which record.
    pub rows: Vec<(String, usize)>,
    /// How many images of the journal.
    pub images: usize,
    /// How many lines of the trail are made anonymous.
    pub trail: usize,
    /// The documents that went out with this pupil in them.
    pub exports: Vec<ExportOf>,
    /// Texts about others, or about nobody in particular, that name the pupil.
    pub mentions: Vec<Mention>,
    /// The backups that are erased in too, and those that do not open.
    pub backups: Vec<PlannedCopy>,
}

/// A document that went out with a pupil in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportOf {
    /// The document.
    pub export: Export,
    /// Whether it is about this pupil alone; else it is of a meeting at which the pupil was on the agenda, or the list
    /// of somebody who had an action for the pupil.
    pub alone: bool,
}

/// A text elsewhere that names the pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The kind of record.
    pub record: &'static str,
    /// Its id.
    pub id: Id,
    /// The day it was written or is about, where there is one.
    pub on: Option<Day>,
    /// Whether given name and family name both stand in it; else one of them, which may be somebody else's.
    pub whole: bool,
}

impl Store {
    /// What erasing a pupil would take.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such pupil, and the disk errors.
    pub fn erase_preview(&self, pupil: Id) -> Result<ErasePreview, StoreError> {
        let sql = self.sql();
        let known = self.pupil(pupil)?;
        let images =
            "SELECT count(*) FROM journal_row WHERE instr(before, CAST(?1 AS TEXT)) OR instr(after, CAST(?1 AS TEXT))";
        let trail = "SELECT count(*) FROM trail WHERE pupil = ?1";
        Ok(ErasePreview {
            rows: rows::count(sql, pupil)?,
            images: one(sql, images, [pupil], |c| c.count())?.unwrap_or(0),
            trail: one(sql, trail, [pupil], |c| c.count())?.unwrap_or(0),
            exports: self.exports_of(pupil)?,
            mentions: mentions(sql, &known)?,
            backups: self.planned_copies()?,
            pupil: known,
        })
    }

    /// Texts about others that name a pupil.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(in crate::store) fn mentions_of(&self, pupil: &Pupil) -> Result<Vec<Mention>, StoreError> {
        mentions(self.sql(), pupil)
    }

    /// The documents that went out with a pupil in them, the oldest first: whoever received one has to be told of a
    /// rectification or an erasure (AVG article 19).
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn exports_of(&self, pupil: Id) -> Result<Vec<ExportOf>, StoreError> {
        const QUERY: &str =
            "SELECT e.id, e.kind, e.pupil, e.meeting, e.made_for, e.made_at, e.pupil IS ?1 FROM export e
             WHERE e.pupil = ?1
                OR (e.pupil IS NULL AND e.meeting IN (SELECT b.meeting FROM agenda_item i JOIN block b ON b.id = i.block
                    WHERE i.pupil = ?1))
                OR (e.pupil IS NULL AND e.meeting IS NULL AND e.kind = 'actions' AND EXISTS (
                    SELECT 1 FROM action a JOIN person p ON p.id = a.owner WHERE a.pupil = ?1
                    AND instr(e.made_for, p.given) AND a.agreed_on <= substr(e.made_at, 1, 10)))
             ORDER BY e.made_at, e.id";
        all(self.sql(), QUERY, [pupil], |c| {
            Ok(ExportOf {
                export: Export {
                    id: c.get()?,
                    kind: c.text("export.kind", PaperKind::from_code)?,
                    pupil: c.get()?,
                    meeting: c.get()?,
                    made_for: c.get()?,
                    made_at: c.moment("export.made_at")?,
                },
                alone: c.get()?,
            })
        })
    }
}

/// Where a text of another record is, with its day: what is asked of it is its id, the text and the day.
pub(super) const TEXTS: [(&str, &str); 9] = [
    (
        "note",
        "SELECT id, text, substr(written_at, 1, 10) FROM note WHERE pupil IS NOT ?1",
    ),
    (
        "decision",
        "SELECT id, text, decided_on FROM decision WHERE pupil IS NOT ?1",
    ),
    (
        "action",
        "SELECT id, text || ' ' || closing_word, agreed_on FROM action WHERE pupil IS NOT ?1",
    ),
    (
        "lesson",
        "SELECT id, text, noticed_on FROM lesson WHERE pupil IS NOT ?1",
    ),
    (
        "agenda_item",
        "SELECT i.id, i.title || ' ' || i.question || ' ' || i.proposal, m.day FROM agenda_item i
         JOIN block b ON b.id = i.block JOIN meeting m ON m.id = b.meeting WHERE i.pupil IS NOT ?1",
    ),
    (
        "correction",
        "SELECT id, reason, substr(made_at, 1, 10) FROM correction WHERE ?1",
    ),
    (
        "network_person",
        "SELECT id, name || ' ' || relation, NULL FROM network_person WHERE pupil <> ?1",
    ),
    (
        "queue_mark",
        "SELECT id, reason, on_day FROM queue_mark WHERE pupil <> ?1",
    ),
    (
        "pupil",
        "SELECT id, wish || ' ' || strengths || ' ' || placement, NULL FROM pupil WHERE id <> ?1",
    ),
];

/// Every text elsewhere with a word that is the pupil's family name, or given name and family name.
fn mentions(sql: &Connection, pupil: &Pupil) -> Result<Vec<Mention>, StoreError> {
    let (given, family) = (words(&pupil.name.given), words(&pupil.name.family));
    let needle = family.iter().max_by_key(|word| word.len()).cloned().unwrap_or_default();
    let mut found = Vec::new();
    for (record, query) in TEXTS {
        let mut select = sql.prepare(query)?;
        let mut rows = select.query(params![pupil.id])?;
        while let Some(row) = rows.next()? {
            let text = row.get_ref(1)?.as_str_or_null().ok().flatten().unwrap_or_default();
            if needle.is_empty() || text.is_empty() {
                continue;
            }
            let said = words(text);
            let all_of = |part: &[String]| part.iter().all(|word| said.contains(word));
            if all_of(&family) {
                found.push(Mention {
                    record,
                    id: row.get(0)?,
                    on: row.get(2)?,
                    whole: all_of(&given),
                });
            }
        }
    }
    Ok(found)
}
