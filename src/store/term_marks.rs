//! What was said of terms, and all that the rules of terms look at.
//!
//! The rule: a term itself is never kept, because it follows from the rules and from what is recorded. Only what a
//! professional says of it is a record.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::pupils::{pupil_columns, read_pupil};
use super::rows::{Columns, all, write};
use super::{Store, Tx};
use crate::domain::codes::{ChanceKind, ChanceLevel, ContractForm, InstrumentKind, PartyKind, SchoolKind, TileKind};
use crate::domain::pupil::{Pupil, TransitionChance};
use crate::domain::term::{TermFacts, TermMark, TermMarkState};
use crate::domain::trajectory::{Instrument, Tile, TileDetails};
use crate::domain::{Day, Id};

/// A pupil with all that the rules of terms look at. Names of parties and people are not read along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsOf {
    /// The pupil.
    pub pupil: Pupil,
    /// The last day on which the pupil was discussed.
    pub discussed_on: Option<Day>,
    /// Tiles.
    pub tiles: Vec<Tile>,
    /// Instruments.
    pub instruments: Vec<Instrument>,
    /// Assessed chances, older ones too.
    pub chances: Vec<TransitionChance>,
    /// What was said of terms.
    pub marks: Vec<TermMark>,
}

impl TermsOf {
    /// What the rules look at.
    pub fn facts(&self, school: SchoolKind) -> TermFacts<'_> {
        TermFacts {
            discussed_on: self.discussed_on,
            tiles: &self.tiles,
            instruments: &self.instruments,
            chances: &self.chances,
            marks: &self.marks,
            ..TermFacts::of(&self.pupil, school)
        }
    }
}

/// The columns of a [`TermMark`], from `term_mark k`.
macro_rules! mark_columns {
    () => {
        "k.id, k.rule, k.occurrence, k.state, k.reason, k.on_day, k.marked_by"
    };
}

fn read_mark(c: &mut Columns<'_, '_>) -> Result<TermMark, StoreError> {
    Ok(TermMark {
        id: c.get()?,
        rule: c.get()?,
        occurrence: c.get()?,
        state: c.text("term_mark.state", TermMarkState::from_code)?,
        reason: c.get()?,
        on: c.day("term_mark.on_day")?,
        by: c.get()?,
    })
}

/// The last day on which a pupil was discussed, and what was said of the pupil's terms, in one statement.
pub(super) fn term_marks(sql: &Connection, pupil: Id) -> Result<(Option<Day>, Vec<TermMark>), StoreError> {
    const QUERY: &str = concat!(
        "SELECT 0, ",
        mark_columns!(),
        " FROM term_mark k WHERE k.pupil = ?1 UNION ALL SELECT 1, max(m.day), NULL, NULL, NULL, NULL, NULL, NULL",
        " FROM agenda_item i JOIN block b ON b.id = i.block JOIN meeting m ON m.id = b.meeting",
        " WHERE i.pupil = ?1 AND i.state IN ('discussed', 'agreed') ORDER BY 1, 2"
    );
    let mut discussed = None;
    let mut marks = Vec::new();
    all(sql, QUERY, [pupil], |c| {
        if c.get::<bool>()? {
            discussed = c.optional_day("meeting.day")?;
        } else {
            marks.push(read_mark(c)?);
        }
        Ok(())
    })?;
    Ok((discussed, marks))
}

impl Store {
    /// What was said of a pupil's terms, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn term_marks(&self, pupil: Id) -> Result<Vec<TermMark>, StoreError> {
        Ok(term_marks(self.sql(), pupil)?.1)
    }

    /// Every pupil of a school, by id, with all that the rules of terms look at. Six statements, however many pupils.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn terms_of_school(&self, school: Id) -> Result<Vec<TermsOf>, StoreError> {
        const PUPILS: &str = concat!(
            "SELECT ",
            pupil_columns!(),
            " FROM pupil u WHERE u.school = ?1 ORDER BY u.id"
        );
        const MARKS: &str = concat!(
            "SELECT k.pupil, ",
            mark_columns!(),
            " FROM pupil u JOIN term_mark k ON k.pupil = u.id WHERE u.school = ?1"
        );
        let sql = self.sql();
        let mut found: Vec<TermsOf> = all(sql, PUPILS, [school], |c| {
            Ok(TermsOf {
                pupil: read_pupil(c)?,
                discussed_on: None,
                tiles: Vec::new(),
                instruments: Vec::new(),
                chances: Vec::new(),
                marks: Vec::new(),
            })
        })?;
        let places: HashMap<Id, usize> = found.iter().enumerate().map(|(at, of)| (of.pupil.id, at)).collect();
        let mut each = |query: &str, take: Take| {
            all(sql, query, [school], |c| {
                let pupil: Id = c.get()?;
                match places.get(&pupil).and_then(|at| found.get_mut(*at)) {
                    Some(of) => take(of, c),
                    None => Ok(()),
                }
            })
        };
        each(TILES, |of, c| {
            of.tiles.push(read_tile(c)?);
            Ok(())
        })?;
        each(INSTRUMENTS, |of, c| {
            of.instruments.push(read_instrument(c)?);
            Ok(())
        })?;
        each(CHANCES, |of, c| {
            of.chances.push(read_chance(c)?);
            Ok(())
        })?;
        each(MARKS, |of, c| {
            of.marks.push(read_mark(c)?);
            Ok(())
        })?;
        each(DISCUSSED, |of, c| {
            of.discussed_on = c.optional_day("meeting.day")?;
            Ok(())
        })?;
        Ok(found)
    }
}

/// Puts a row with the pupil it is of.
type Take = fn(&mut TermsOf, &mut Columns<'_, '_>) -> Result<(), StoreError>;

const TILES: &str = "SELECT t.pupil, t.id, t.kind, t.party, y.kind, t.holder, t.from_on, t.until_on, t.ended_on, \
     t.contract_form, t.no_guidance_on FROM pupil u JOIN tile t ON t.pupil = u.id JOIN party y ON y.id = t.party \
     WHERE u.school = ?1";

const INSTRUMENTS: &str = "SELECT i.pupil, i.id, i.kind, i.requested_on, i.decided_on, i.started_on, i.ended_on, \
     i.review_on, i.deferred_until, i.deferred_reason FROM pupil u JOIN instrument i ON i.pupil = u.id \
     WHERE u.school = ?1";

const CHANCES: &str = "SELECT c.pupil, c.kind, c.level, c.assessed_on, c.assessed_by FROM pupil u \
     JOIN transition_chance c ON c.pupil = u.id WHERE u.school = ?1";

const DISCUSSED: &str = "SELECT i.pupil, max(m.day) FROM pupil u JOIN agenda_item i ON i.pupil = u.id \
     JOIN block b ON b.id = i.block JOIN meeting m ON m.id = b.meeting \
     WHERE u.school = ?1 AND i.state IN ('discussed', 'agreed') GROUP BY i.pupil";

fn read_tile(c: &mut Columns<'_, '_>) -> Result<Tile, StoreError> {
    Ok(Tile {
        id: c.get()?,
        kind: c.text("tile.kind", TileKind::from_code)?,
        party: c.get()?,
        party_kind: c.text("party.kind", PartyKind::from_code)?,
        party_name: String::new(),
        holder: c.get()?,
        holder_name: None,
        holder_party: None,
        label: String::new(),
        from: c.day("tile.from_on")?,
        until: c.optional_day("tile.until_on")?,
        ended: c.optional_day("tile.ended_on")?,
        contract: c.optional("tile.contract_form", ContractForm::from_code)?,
        no_guidance_on: c.optional_day("tile.no_guidance_on")?,
        no_guidance_by: String::new(),
        details: TileDetails::default(),
    })
}

fn read_instrument(c: &mut Columns<'_, '_>) -> Result<Instrument, StoreError> {
    Ok(Instrument {
        id: c.get()?,
        kind: c.text("instrument.kind", InstrumentKind::from_code)?,
        party: None,
        party_name: None,
        requested: c.optional_day("instrument.requested_on")?,
        decided: c.optional_day("instrument.decided_on")?,
        started: c.optional_day("instrument.started_on")?,
        ended: c.optional_day("instrument.ended_on")?,
        review: c.optional_day("instrument.review_on")?,
        deferred_until: c.optional_day("instrument.deferred_until")?,
        deferred_reason: c.get()?,
        value: None,
        result: String::new(),
    })
}

fn read_chance(c: &mut Columns<'_, '_>) -> Result<TransitionChance, StoreError> {
    Ok(TransitionChance {
        kind: c.text("transition_chance.kind", ChanceKind::from_code)?,
        level: c.text("transition_chance.level", ChanceLevel::from_code)?,
        assessed_on: c.day("transition_chance.assessed_on")?,
        assessed_by: c.get()?,
    })
}

impl Tx<'_> {
    /// Says of a term of a pupil that it was done or does not apply, in the place of what was said before; `None`
    /// takes back what was said. The rule is known by its id, the occurrence is the tile or instrument it is about.
    ///
    /// # Errors
    /// When there is no such pupil or the file cannot be written.
    pub fn set_term_mark(
        &mut self,
        pupil: Id,
        (rule, occurrence): (&str, Option<Id>),
        mark: Option<(TermMarkState, &str)>,
        on: Day,
    ) -> Result<(), StoreError> {
        let Some((state, reason)) = mark else {
            let delete = "DELETE FROM term_mark WHERE pupil = ?1 AND rule = ?2 AND occurrence IS ?3";
            write(self.sql(), delete, params![pupil, rule, occurrence])?;
            return Ok(());
        };
        let who = self.who().to_owned();
        let update = "UPDATE term_mark SET state = ?4, reason = ?5, on_day = ?6, marked_by = ?7 \
             WHERE pupil = ?1 AND rule = ?2 AND occurrence IS ?3";
        let values = params![pupil, rule, occurrence, state.code(), reason, on, who];
        if write(self.sql(), update, values)? == 0 {
            let id = self.new_id();
            let insert = "INSERT INTO term_mark (pupil, rule, occurrence, state, reason, on_day, marked_by, id) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
            let values = params![pupil, rule, occurrence, state.code(), reason, on, who, id];
            write(self.sql(), insert, values)?;
        }
        Ok(())
    }
}
