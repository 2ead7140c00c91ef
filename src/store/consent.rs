//! What was told and agreed about sharing a pupil.
//!
//! The rule: every word is a row of its own, so that what stood on a day can be read back; and what is about everybody
//! at the table also changes the pupil's own row, in the same change, because every list and every document reads that.

use rusqlite::params;

use super::error::StoreError;
use super::rows::{all, write, write_one};
use super::{Store, Tx};
use crate::domain::Id;
use crate::domain::rights::{ByWhom, Consent, ConsentKind};

/// Whether `pupil u` may be shared with everybody on a basis that the pupil's own row does not have: consent that was
/// given for everybody (AVG article 6, first paragraph, under a), and that no later word about everybody withdrew. A
/// basis for one party is none here: others sit at the same table ([`Store::with_own_basis`]).
macro_rules! other_basis {
    () => {
        "(u.basis = '' AND EXISTS (SELECT 1 FROM consent c WHERE c.pupil = u.id AND c.kind = 'given' \
         AND c.party IS NULL AND NOT EXISTS (SELECT 1 FROM consent l WHERE l.pupil = c.pupil \
         AND l.party IS NULL AND l.kind IN ('withdrawn','objection') AND (l.on_day, l.id) > (c.on_day, c.id))))"
    };
}
pub(super) use other_basis;

impl Store {
    /// What was recorded about sharing a pupil, the latest first.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn consents(&self, pupil: Id) -> Result<Vec<Consent>, StoreError> {
        const QUERY: &str = "SELECT id, pupil, party, meeting, kind, basis, on_day, by_whom, how FROM consent \
             WHERE pupil = ?1 ORDER BY on_day DESC, id DESC";
        all(self.sql(), QUERY, [pupil], |c| {
            Ok(Consent {
                id: c.get()?,
                pupil: c.get()?,
                party: c.get()?,
                meeting: c.get()?,
                kind: c.text("consent.kind", ConsentKind::from_code)?,
                basis: c.get()?,
                on: c.day("consent.on_day")?,
                by: c.text("consent.by_whom", ByWhom::from_code)?,
                how: c.get()?,
            })
        })
    }

    /// The pupils who may not be shared with a party: the latest word about that very party is an objection or a
    /// withdrawal. Few: an objection is rare, and one against a single party rarer.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn barred(&self, party: Id) -> Result<Vec<Id>, StoreError> {
        const QUERY: &str = "SELECT c.pupil FROM consent c WHERE c.party = ?1 AND c.kind IN ('withdrawn','objection') \
             AND NOT EXISTS (SELECT 1 FROM consent l WHERE l.pupil = c.pupil AND l.party = c.party \
             AND l.kind NOT IN ('informed','basis') AND (l.on_day, l.id) > (c.on_day, c.id)) ORDER BY c.pupil";
        all(self.sql(), QUERY, [party], |c| c.get())
    }

    /// Whoever on the agenda of a meeting may be named in what one party alone reads, on a basis or consent for that very
    /// party: informed, no objection stands, and no later word about the party, or about everybody, took it back. An
    /// objection that is lifted does not bring the basis back; it is recorded again.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn with_own_basis(&self, meeting: Id, party: Id) -> Result<Vec<Id>, StoreError> {
        const QUERY: &str = "SELECT DISTINCT u.id FROM block b JOIN agenda_item i ON i.block = b.id \
             JOIN pupil u ON u.id = i.pupil WHERE b.meeting = ?1 \
             AND u.informed_on IS NOT NULL AND u.objection_on IS NULL \
             AND EXISTS (SELECT 1 FROM consent c WHERE c.pupil = u.id AND c.party = ?2 AND c.kind IN ('basis','given') \
             AND NOT EXISTS (SELECT 1 FROM consent l WHERE l.pupil = c.pupil AND (l.party IS NULL OR l.party = c.party) \
             AND l.kind IN ('withdrawn','objection') AND (l.on_day, l.id) > (c.on_day, c.id))) \
             ORDER BY u.id";
        all(self.sql(), QUERY, [meeting, party], |c| c.get())
    }

    /// The pupils on the agenda of a meeting who are a party's own on its day: a tile or an instrument of that party, or a
    /// tile that one of its people holds, had not ended, or the party is their school. The placement on the card is text,
    /// from which no party is guessed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pupils_of_party(&self, meeting: Id, party: Id) -> Result<Vec<Id>, StoreError> {
        const QUERY: &str = "SELECT DISTINCT u.id FROM meeting m JOIN block b ON b.meeting = m.id \
             JOIN agenda_item i ON i.block = b.id JOIN pupil u ON u.id = i.pupil WHERE m.id = ?1 AND ( \
             u.school IN (SELECT id FROM school WHERE party = ?2) \
             OR EXISTS (SELECT 1 FROM tile t LEFT JOIN person h ON h.id = t.holder WHERE t.pupil = u.id \
             AND (t.party = ?2 OR h.party = ?2) AND coalesce(t.ended_on, t.until_on, '9999') >= m.day) \
             OR EXISTS (SELECT 1 FROM instrument n WHERE n.pupil = u.id AND n.party = ?2 \
             AND coalesce(n.ended_on, '9999') >= m.day)) ORDER BY u.id";
        all(self.sql(), QUERY, [meeting, party], |c| c.get())
    }

    /// The pupils of a school, or those of them who were not informed yet.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pupils_to_inform(&self, school: Id, all_of_them: bool) -> Result<Vec<Id>, StoreError> {
        const QUERY: &str = "SELECT id FROM pupil WHERE school = ?1 AND (?2 OR informed_on IS NULL) ORDER BY id";
        all(self.sql(), QUERY, params![school, all_of_them], |c| c.get())
    }

    /// As [`Store::barred`], for every pair of a pupil and a party of whom somebody sits in a block.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(super) fn barred_in_block(&self, block: Id) -> Result<Vec<Id>, StoreError> {
        const PARTIES: &str = "SELECT DISTINCT p.party FROM attendance a JOIN person p ON p.id = a.person \
             WHERE a.block = ?1 AND a.state NOT IN ('excused','absent') \
             AND EXISTS (SELECT 1 FROM consent c WHERE c.party = p.party)";
        let mut barred = Vec::new();
        for party in all(self.sql(), PARTIES, [block], |c| c.get::<Id>())? {
            barred.extend(self.barred(party)?);
        }
        Ok(barred)
    }
}

impl Tx<'_> {
    /// Records a word about sharing; the id in it is not looked at. Without a party the pupil's own row follows.
    ///
    /// # Errors
    /// When there is no such pupil, party or meeting, or the file cannot be written.
    pub fn record_consent(&mut self, said: &Consent) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO consent (id, pupil, party, meeting, kind, basis, on_day, by_whom, how, written_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                id,
                said.pupil,
                said.party,
                said.meeting,
                said.kind.code(),
                said.basis,
                said.on,
                said.by.code(),
                said.how,
                self.who()
            ],
        )?;
        if said.party.is_none() {
            self.follow_consent(said)?;
        }
        Ok(id)
    }

    /// The pupil's own row says what now stands about everybody.
    fn follow_consent(&self, said: &Consent) -> Result<(), StoreError> {
        let (sql, pupil) = (self.sql(), said.pupil);
        match said.kind {
            ConsentKind::Informed => write_one(
                sql,
                "pupil",
                "UPDATE pupil SET informed_on = ?2, informed_how = ?3 WHERE id = ?1",
                params![pupil, said.on, said.how],
            ),
            ConsentKind::Basis => write_one(
                sql,
                "pupil",
                "UPDATE pupil SET basis = ?2 WHERE id = ?1",
                params![pupil, said.basis],
            ),
            ConsentKind::Withdrawn | ConsentKind::Objection => write_one(
                sql,
                "pupil",
                "UPDATE pupil SET objection_on = ?2 WHERE id = ?1",
                params![pupil, said.on],
            ),
            ConsentKind::Given | ConsentKind::ObjectionLifted => write_one(
                sql,
                "pupil",
                "UPDATE pupil SET objection_on = NULL WHERE id = ?1",
                params![pupil],
            ),
        }
    }
}
