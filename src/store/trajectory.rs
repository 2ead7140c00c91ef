//! The trajectory of a pupil: tiles and instruments, which lie together per pupil so that one timeline is one short
//! read.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::rows::{Columns, all, write, write_one};
use super::{Store, Tx};
use crate::domain::codes::{ContractForm, InstrumentKind, PartyKind, TileKind};
use crate::domain::trajectory::{Instrument, Part, Tile, TileDetails};
use crate::domain::{Day, Id};

/// A tile as it is written: a period with one party, without what is read along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTile {
    /// What it is.
    pub kind: TileKind,
    /// The party.
    pub party: Id,
    /// The person who holds the pupil, or the supporter of a job or placement.
    pub holder: Option<Id>,
    /// A word of its own; may be empty.
    pub label: String,
    /// First day.
    pub from: Day,
    /// Last planned day; open when absent.
    pub until: Option<Day>,
    /// Day on which it actually ended.
    pub ended: Option<Day>,
    /// Form of the contract, of a job.
    pub contract: Option<ContractForm>,
    /// Since when it is recorded that no guidance is needed.
    pub no_guidance_on: Option<Day>,
    /// Who decided that no guidance is needed; may be empty.
    pub no_guidance_by: String,
    /// What is told of it besides.
    pub details: TileDetails,
}

impl From<&Tile> for NewTile {
    /// What was read of a tile, to be written again.
    fn from(tile: &Tile) -> Self {
        Self {
            kind: tile.kind,
            party: tile.party,
            holder: tile.holder,
            label: tile.label.clone(),
            from: tile.from,
            until: tile.until,
            ended: tile.ended,
            contract: tile.contract,
            no_guidance_on: tile.no_guidance_on,
            no_guidance_by: tile.no_guidance_by.clone(),
            details: tile.details.clone(),
        }
    }
}

/// The tiles of a pupil by first day.
pub(super) fn tiles(sql: &Connection, pupil: Id) -> Result<Vec<Tile>, StoreError> {
    const QUERY: &str = "SELECT t.id, t.kind, t.party, y.kind, y.name, t.holder, trim(h.given || ' ' || h.family), \
         h.party, t.label, t.from_on, t.until_on, t.ended_on, t.contract_form, t.no_guidance_on, t.no_guidance_by, t.ended_why, \
         t.hours, t.wage_value \
         FROM tile t JOIN party y ON y.id = t.party LEFT JOIN person h ON h.id = t.holder \
         WHERE t.pupil = ?1 ORDER BY t.from_on, t.id";
    all(sql, QUERY, [pupil], |c| {
        let id = c.get()?;
        let tile = read_tile(id, c)?;
        Ok(Tile {
            no_guidance_by: c.get()?,
            details: TileDetails {
                ended_why: c.get()?,
                hours: c.get()?,
                wage_value: c.get()?,
            },
            ..tile
        })
    })
}

/// A tile without what only the chair alone sees, from its kind on in the order of the columns above.
pub(super) fn read_tile(id: Id, c: &mut Columns<'_, '_>) -> Result<Tile, StoreError> {
    Ok(Tile {
        id,
        kind: c.text("tile.kind", TileKind::from_code)?,
        party: c.get()?,
        party_kind: c.text("party.kind", PartyKind::from_code)?,
        party_name: c.get()?,
        holder: c.get()?,
        holder_name: c.get()?,
        holder_party: c.get()?,
        label: c.get()?,
        from: c.day("tile.from_on")?,
        until: c.optional_day("tile.until_on")?,
        ended: c.optional_day("tile.ended_on")?,
        contract: c.optional("tile.contract_form", ContractForm::from_code)?,
        no_guidance_on: c.optional_day("tile.no_guidance_on")?,
        no_guidance_by: String::new(),
        details: TileDetails::default(),
    })
}

/// The instruments of a pupil by their mark, those without one last.
pub(super) fn instruments(sql: &Connection, pupil: Id) -> Result<Vec<Instrument>, StoreError> {
    const QUERY: &str = "SELECT i.id, i.kind, i.party, y.name, i.requested_on, i.decided_on, i.started_on, i.ended_on, \
         i.review_on, i.deferred_until, i.deferred_reason, i.value, i.result \
         FROM instrument i LEFT JOIN party y ON y.id = i.party WHERE i.pupil = ?1";
    let mut instruments = all(sql, QUERY, [pupil], |c| {
        Ok(Instrument {
            id: c.get()?,
            kind: c.text("instrument.kind", InstrumentKind::from_code)?,
            party: c.get()?,
            party_name: c.get()?,
            requested: c.optional_day("instrument.requested_on")?,
            decided: c.optional_day("instrument.decided_on")?,
            started: c.optional_day("instrument.started_on")?,
            ended: c.optional_day("instrument.ended_on")?,
            review: c.optional_day("instrument.review_on")?,
            deferred_until: c.optional_day("instrument.deferred_until")?,
            deferred_reason: c.get()?,
            value: c.get()?,
            result: c.get()?,
        })
    })?;
    instruments.sort_by_key(|i| (i.mark().unwrap_or(Day::MAX), i.id));
    Ok(instruments)
}

/// The parameters of a tile's row: pupil, id, and its columns as [`Tx::insert_tile`] and [`Tx::update_tile`] number
/// them.
macro_rules! tile_row {
    ($pupil:expr, $id:expr, $tile:expr) => {
        params![
            $pupil,
            $id,
            $tile.kind.code(),
            $tile.party,
            $tile.holder,
            $tile.label,
            $tile.from,
            $tile.until,
            $tile.ended,
            $tile.contract.map(ContractForm::code),
            $tile.no_guidance_on,
            $tile.no_guidance_by,
            $tile.details.ended_why,
            $tile.details.hours,
            $tile.details.wage_value
        ]
    };
}

/// The same of an instrument's row.
macro_rules! instrument_row {
    ($pupil:expr, $id:expr, $instrument:expr) => {
        params![
            $pupil,
            $id,
            $instrument.kind.code(),
            $instrument.requested,
            $instrument.decided,
            $instrument.started,
            $instrument.ended,
            $instrument.review,
            $instrument.deferred_until,
            $instrument.deferred_reason,
            $instrument.party,
            $instrument.value,
            $instrument.result
        ]
    };
}

impl Store {
    /// The tiles of a pupil by first day.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn tiles(&self, pupil: Id) -> Result<Vec<Tile>, StoreError> {
        tiles(self.sql(), pupil)
    }

    /// The instruments of a pupil by the day of their mark, those without one last.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn instruments(&self, pupil: Id) -> Result<Vec<Instrument>, StoreError> {
        instruments(self.sql(), pupil)
    }
}

impl Tx<'_> {
    /// Adds a tile to a pupil's trajectory.
    ///
    /// # Errors
    /// When the pupil, party or holder does not exist, or the file cannot be written.
    pub fn insert_tile(&mut self, pupil: Id, tile: &NewTile) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO tile (pupil, id, kind, party, holder, label, from_on, until_on, ended_on, contract_form,
             no_guidance_on, no_guidance_by, ended_why, hours, wage_value)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
            tile_row!(pupil, id, tile),
        )?;
        Ok(id)
    }

    /// Changes a tile.
    ///
    /// # Errors
    /// When there is no such tile, its party or holder does not exist, or the file cannot be written.
    pub fn update_tile(&mut self, pupil: Id, id: Id, tile: &NewTile) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "tile",
            "UPDATE tile SET kind = ?3, party = ?4, holder = ?5, label = ?6, from_on = ?7, until_on = ?8,
             ended_on = ?9, contract_form = ?10, no_guidance_on = ?11, no_guidance_by = ?12, ended_why = ?13,
             hours = ?14, wage_value = ?15 WHERE pupil = ?1 AND id = ?2",
            tile_row!(pupil, id, tile),
        )
    }

    /// Ends a tile or an instrument on a day, and says why, or what came of it; empty words leave what stands.
    ///
    /// # Errors
    /// When there is no such part or the file cannot be written.
    pub fn end_part(&mut self, pupil: Id, part: Part, on: Day, why: &str) -> Result<(), StoreError> {
        let (record, id, statement) = match part {
            Part::Tile(id) => (
                "tile",
                id,
                "UPDATE tile SET ended_on = ?3, ended_why = coalesce(nullif(?4, ''), ended_why)
                 WHERE pupil = ?1 AND id = ?2",
            ),
            Part::Instrument(id) => (
                "instrument",
                id,
                "UPDATE instrument SET ended_on = ?3, result = coalesce(nullif(?4, ''), result)
                 WHERE pupil = ?1 AND id = ?2",
            ),
        };
        write_one(self.sql(), record, statement, params![pupil, id, on, why])
    }

    /// Takes a tile off a pupil's trajectory.
    ///
    /// # Errors
    /// When there is no such tile or the file cannot be written.
    pub fn delete_tile(&mut self, pupil: Id, tile: Id) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "tile",
            "DELETE FROM tile WHERE pupil = ?1 AND id = ?2",
            [pupil, tile],
        )
    }

    /// Adds an instrument to a pupil's trajectory; the id in `instrument` is not looked at.
    ///
    /// # Errors
    /// When the pupil does not exist or the file cannot be written.
    pub fn insert_instrument(&mut self, pupil: Id, instrument: &Instrument) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO instrument (pupil, id, kind, requested_on, decided_on, started_on, ended_on, review_on,
             deferred_until, deferred_reason, party, value, result)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            instrument_row!(pupil, id, instrument),
        )?;
        Ok(id)
    }

    /// Changes an instrument.
    ///
    /// # Errors
    /// When there is no such instrument or the file cannot be written.
    pub fn update_instrument(&mut self, pupil: Id, instrument: &Instrument) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "instrument",
            "UPDATE instrument SET kind = ?3, requested_on = ?4, decided_on = ?5, started_on = ?6, ended_on = ?7,
             review_on = ?8, deferred_until = ?9, deferred_reason = ?10, party = ?11, value = ?12, result = ?13
             WHERE pupil = ?1 AND id = ?2",
            instrument_row!(pupil, instrument.id, instrument),
        )
    }

    /// Takes an instrument off a pupil's trajectory.
    ///
    /// # Errors
    /// When there is no such instrument or the file cannot be written.
    pub fn delete_instrument(&mut self, pupil: Id, instrument: Id) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "instrument",
            "DELETE FROM instrument WHERE pupil = ?1 AND id = ?2",
            [pupil, instrument],
        )
    }
}
