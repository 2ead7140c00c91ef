//! What a meeting recorded of a pupil besides decisions and actions: for reading back and for the minutes.
//!
//! The rule: what a meeting did is asked of the journal, because a tile, a route and a chance name no meeting, and a
//! meeting may be held on another day than was planned. They are told as the meeting left them, so that what is agreed
//! afterwards does not change what was written down of it. The days that nobody holds are the exception: they are those
//! of the roof as it lies when they are asked, so a tile that is laid after the meeting closes a gap in its minutes too,
//! and the minutes say on which day it was read.
//!
//! What came in a bundle names no meeting: it stands under the one entry with which it was merged. So a file other than
//! the one in which a meeting was held tells nothing of this kind of that meeting, and its minutes there hold decisions
//! and actions alone. The minutes are made where the meeting was held.

use super::Store;
use super::error::StoreError;
use super::rows::{all, one};
use super::trajectory::read_tile;
use crate::domain::codes::{ChanceKind, ChanceLevel, PrimaryResult, Route, SchoolKind};
use crate::domain::pupil::TransitionChance;
use crate::domain::recorded::Recorded;
use crate::domain::roof::{Leaving, RoofTile, Span, roof};
use crate::domain::trajectory::Tile;
use crate::domain::{Day, Id};

impl Store {
    /// What was recorded of a pupil in a meeting, and the days from a day on that nobody holds.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn recorded(&self, meeting: Id, day: Day, pupil: Id) -> Result<Recorded, StoreError> {
        Ok(Recorded {
            tiles: self.tiles_of(meeting, pupil)?,
            gaps: self.gaps_from(day, pupil)?,
            result: self.result_of(meeting, pupil)?,
            route: self.route_of(meeting, pupil)?,
            chances: self.chances_of(meeting, pupil)?,
        })
    }

    /// The result that was recorded last in a meeting.
    fn result_of(&self, meeting: Id, pupil: Id) -> Result<Option<PrimaryResult>, StoreError> {
        const QUERY: &str = "SELECT r.after ->> 'category' FROM journal j JOIN journal_row r ON r.entry = j.seq
             WHERE j.pupil = ?1 AND j.meeting = ?2 AND j.state = 'done' AND r.record = 'primary_result'
             ORDER BY r.id DESC LIMIT 1";
        let result = one(self.sql(), QUERY, [pupil, meeting], |c| {
            c.optional("primary_result.category", PrimaryResult::from_code)
        })?;
        Ok(result.flatten())
    }

    /// The chances that were assessed in a meeting, of each kind the last.
    fn chances_of(&self, meeting: Id, pupil: Id) -> Result<Vec<TransitionChance>, StoreError> {
        const QUERY: &str = "SELECT r.after ->> 'kind', r.after ->> 'level', r.after ->> 'assessed_on',
             r.after ->> 'assessed_by' FROM journal j JOIN journal_row r ON r.entry = j.seq
             WHERE j.pupil = ?1 AND j.meeting = ?2 AND j.state = 'done' AND r.record = 'transition_chance'
             AND r.after IS NOT NULL ORDER BY r.id";
        let assessed = all(self.sql(), QUERY, [pupil, meeting], |c| {
            Ok(TransitionChance {
                kind: c.text("transition_chance.kind", ChanceKind::from_code)?,
                level: c.text("transition_chance.level", ChanceLevel::from_code)?,
                assessed_on: c.day("transition_chance.assessed_on")?,
                assessed_by: c.get()?,
            })
        })?;
        let mut chances: Vec<TransitionChance> = Vec::new();
        for chance in assessed {
            chances.retain(|before| before.kind != chance.kind);
            chances.push(chance);
        }
        chances.sort_by_key(|chance| chance.kind);
        Ok(chances)
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
