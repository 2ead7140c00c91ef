//! What a meeting recorded of a pupil besides decisions and actions: for reading back and for the minutes.
//!
//! The rule: what a meeting did is asked of the journal, because a tile and a route name no meeting. They are told as
//! the meeting left them, so that what is agreed afterwards does not change what was written down of it.

use rusqlite::params;

use super::Store;
use super::error::StoreError;
use super::rows::{Columns, all, one};
use crate::domain::codes::{ContractForm, PartyKind, PrimaryResult, Route, SchoolKind, TileKind};
use crate::domain::recorded::Recorded;
use crate::domain::roof::{Leaving, RoofTile, Span, roof};
use crate::domain::trajectory::{Tile, TileDetails};
use crate::domain::{Day, Id};

impl Store {
    /// What was recorded of a pupil in a meeting that was held on a day, and the days from then on that nobody holds.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn recorded(&self, meeting: Id, day: Day, pupil: Id) -> Result<Recorded, StoreError> {
        const RESULT: &str = "SELECT category FROM primary_result WHERE pupil = ?1 AND on_day = ?2";
        let result = one(self.sql(), RESULT, params![pupil, day], |c| {
            c.text("primary_result.category", PrimaryResult::from_code)
        })?;
        let mut chances = self.chances(pupil)?;
        chances.retain(|chance| chance.assessed_on == day);
        chances.sort_by_key(|chance| chance.kind);
        Ok(Recorded {
            tiles: self.tiles_of(meeting, pupil)?,
            gaps: self.gaps_from(day, pupil)?,
            result,
            route: self.route_of(meeting, pupil)?,
            chances,
        })
    }

    /// The tiles that were laid or changed in a meeting, as it left them; what it took off again is not among them.
    fn tiles_of(&self, meeting: Id, pupil: Id) -> Result<Vec<Tile>, StoreError> {
        const QUERY: &str = "SELECT coalesce(r.after ->> 'id', r.before ->> 'id'), r.after IS NOT NULL,
             r.after ->> 'kind', y.id, y.kind, y.name, h.id, trim(h.given || ' ' || h.family), h.party,
             r.after ->> 'label', r.after ->> 'from_on', r.after ->> 'until_on', r.after ->> 'ended_on',
             r.after ->> 'contract_form', r.after ->> 'no_guidance_on'
             FROM journal j JOIN journal_row r ON r.entry = j.seq
             LEFT JOIN party y ON y.id = r.after ->> 'party' LEFT JOIN person h ON h.id = r.after ->> 'holder'
             WHERE j.pupil = ?1 AND j.meeting = ?2 AND j.state = 'done' AND r.record = 'tile' ORDER BY r.id";
        let images = all(self.sql(), QUERY, [pupil, meeting], |c| {
            let (id, stays) = (c.get()?, c.get()?);
            Ok((id, if stays { Some(read_tile(id, c)?) } else { None }))
        })?;
        let mut tiles: Vec<Tile> = Vec::new();
        for (id, tile) in images {
            tiles.retain(|before| before.id != id);
            tiles.extend(tile);
        }
        Ok(tiles)
    }

    /// The route that was set in a meeting, as it left it.
    fn route_of(&self, meeting: Id, pupil: Id) -> Result<Option<Route>, StoreError> {
        const QUERY: &str = "SELECT r.after ->> 'route' FROM journal j JOIN journal_row r ON r.entry = j.seq
             WHERE j.pupil = ?1 AND j.meeting = ?2 AND j.state = 'done' AND r.record = 'pupil'
             AND r.after ->> 'route' IS NOT r.before ->> 'route' ORDER BY r.id DESC LIMIT 1";
        let route = one(self.sql(), QUERY, [pupil, meeting], |c| {
            c.optional("pupil.route", Route::from_code)
        })?;
        Ok(route.flatten().filter(|route| *route != Route::Undecided))
    }

    /// The days from one on that nobody holds a pupil, by the roof as it lies now.
    fn gaps_from(&self, day: Day, pupil: Id) -> Result<Vec<Span>, StoreError> {
        const LEAVING: &str = "SELECT s.kind, coalesce(u.left_on, u.leaving), u.diploma_on
             FROM pupil u JOIN school s ON s.id = u.school WHERE u.id = ?1";
        let leaving = one(self.sql(), LEAVING, [pupil], |c| {
            Ok(Leaving {
                school: c.text("school.kind", SchoolKind::from_code)?,
                day: c.optional_day("pupil.leaving")?,
                diploma: c.optional_day("pupil.diploma_on")?,
            })
        })?;
        let Some(leaving) = leaving else {
            return Ok(Vec::new());
        };
        let tiles: Vec<RoofTile> = self.tiles(pupil)?.iter().map(Tile::roof_tile).collect();
        // How long hands must overlap makes no gap.
        let roof = roof(&tiles, &leaving, day, 0);
        let from_then_on = Span::new(day, Day::MAX);
        Ok(from_then_on.map_or_else(Vec::new, |period| roof.within(period).gaps))
    }
}

/// A tile as it stands in the journal, with its party and holder as they are called now.
fn read_tile(id: Id, c: &mut Columns<'_, '_>) -> Result<Tile, StoreError> {
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
        // Neither hours nor wage value nor why it ended is read back or written down.
        details: TileDetails::default(),
    })
}
