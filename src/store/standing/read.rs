//! The statements behind standings, the rows they give, and one pupil put together from them.
//!
//! The rule: each statement gives its rows in the order of the pupils' ids, and is read beside the others. What belongs
//! to few (schools, parties, people) is read before and looked up, because joining it to a million tiles costs more.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::domain::codes::{
    ChanceKind, ChanceLevel, ContractForm, ExitProfile, InstrumentKind, ItemState, PartyKind, Route, SchoolKind,
    TileKind,
};
use crate::domain::dossier::PupilLine;
use crate::domain::pupil::TransitionChance;
use crate::domain::roof::Leaving;
use crate::domain::standing::{Asked, Asking, Assessed, MarkKind, Standing};
use crate::domain::term::{TermFacts, TermMark, TermMarkState};
use crate::domain::trajectory::{Instrument, Tile, TileDetails};
use crate::domain::{Day, Id};
use crate::store::error::StoreError;
use crate::store::feed::{Asked as Question, Feed, Scope, Scoped, scoped};
use crate::store::pupils::{line_columns, read_line_and_objection};
use crate::store::rows::{Columns, all};

pub(in crate::store) const PUPILS: Scoped = scoped!(
    concat!(
        "SELECT u.id, ",
        line_columns!(),
        ", u.leaving, u.left_on, u.diploma_on, u.out_of_sight_since, u.profile, u.route, u.birth, u.client_since",
        " FROM pupil u"
    ),
    "u.id",
    " ORDER BY u.id"
);
pub(in crate::store) const TILES: Scoped = scoped!(
    "SELECT t.pupil, t.id, t.kind, t.party, t.holder, t.from_on, t.until_on, t.ended_on, t.contract_form, t.no_guidance_on \
     FROM tile t",
    "t.pupil",
    " ORDER BY t.pupil, t.id"
);
pub(in crate::store) const INSTRUMENTS: Scoped = scoped!(
    "SELECT i.pupil, i.id, i.kind, i.requested_on, i.decided_on, i.started_on, i.ended_on, i.review_on, \
     i.deferred_until FROM instrument i",
    "i.pupil",
    " ORDER BY i.pupil, i.id"
);
pub(in crate::store) const CHANCES: Scoped = scoped!(
    "SELECT c.pupil, c.kind, c.level, c.assessed_on FROM transition_chance c",
    "c.pupil",
    " ORDER BY c.pupil, c.assessed_on, c.id"
);
const ACTIONS: Scoped = scoped!(
    "SELECT a.pupil, min(CASE a.state WHEN 'open' THEN a.due END), max(a.agreed_on), max(a.closed_on) FROM action a",
    "a.pupil",
    " AND a.pupil IS NOT NULL GROUP BY a.pupil ORDER BY a.pupil"
);
const NOTES: Scoped = scoped!(
    "SELECT n.pupil, substr(max(n.written_at), 1, 10) FROM note n",
    "n.pupil",
    " AND n.pupil IS NOT NULL GROUP BY n.pupil ORDER BY n.pupil"
);
const DECISIONS: Scoped = scoped!(
    "SELECT d.pupil, max(d.decided_on) FROM decision d",
    "d.pupil",
    " AND d.pupil IS NOT NULL GROUP BY d.pupil ORDER BY d.pupil"
);
pub(in crate::store) const MEETINGS: Scoped = scoped!(
    "SELECT i.pupil, m.day, i.state FROM agenda_item i JOIN block b ON b.id = i.block JOIN meeting m ON m.id = b.meeting",
    "i.pupil",
    " AND i.pupil IS NOT NULL AND i.state <> 'open' ORDER BY i.pupil, m.day, i.id"
);
const AFTERCARE: Scoped = scoped!(
    "SELECT f.pupil, f.due_on, f.done_on FROM aftercare f",
    "f.pupil",
    " ORDER BY f.pupil, f.id"
);
const MARKS: Scoped = scoped!(
    "SELECT q.pupil, q.kind, q.party, q.on_day FROM queue_mark q",
    "q.pupil",
    " ORDER BY q.pupil, q.on_day, q.id"
);
pub(in crate::store) const TERM_MARKS: Scoped = scoped!(
    "SELECT k.pupil, k.id, k.rule, k.occurrence, k.state, k.on_day FROM term_mark k",
    "k.pupil",
    " ORDER BY k.pupil, k.id"
);

/// What a pupil's own row tells.
pub(in crate::store) struct Head {
    pub(in crate::store) line: PupilLine,
    pub(super) objects: bool,
    pub(in crate::store) leaving: Option<Day>,
    pub(in crate::store) left_on: Option<Day>,
    pub(in crate::store) diploma_on: Option<Day>,
    out_of_sight: Option<Day>,
    pub(in crate::store) profile: ExitProfile,
    pub(in crate::store) route: Route,
    pub(in crate::store) birth: Option<Day>,
    pub(in crate::store) client_since: Option<Day>,
}

pub(in crate::store) fn read_head(c: &mut Columns<'_, '_>) -> Result<Head, StoreError> {
    let (line, objects) = read_line_and_objection(c)?;
    Ok(Head {
        line,
        objects,
        leaving: c.optional_day("pupil.leaving")?,
        left_on: c.optional_day("pupil.left_on")?,
        diploma_on: c.optional_day("pupil.diploma_on")?,
        out_of_sight: c.optional_day("pupil.out_of_sight_since")?,
        profile: c.text("pupil.profile", ExitProfile::from_code)?,
        route: c.text("pupil.route", Route::from_code)?,
        birth: c.optional_day("pupil.birth")?,
        client_since: c.optional_day("pupil.client_since")?,
    })
}

/// A tile without its words; the kinds of parties and the parties of holders are filled in by [`Around`].
pub(in crate::store) fn read_tile(c: &mut Columns<'_, '_>) -> Result<Tile, StoreError> {
    Ok(Tile {
        id: c.get()?,
        kind: c.text("tile.kind", TileKind::from_code)?,
        party: c.get()?,
        party_kind: PartyKind::School,
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

/// An instrument without its words.
pub(in crate::store) fn read_instrument(c: &mut Columns<'_, '_>) -> Result<Instrument, StoreError> {
    Ok(Instrument {
        id: c.get()?,
        kind: c.text("instrument.kind", InstrumentKind::from_code)?,
        requested: c.optional_day("instrument.requested_on")?,
        decided: c.optional_day("instrument.decided_on")?,
        started: c.optional_day("instrument.started_on")?,
        ended: c.optional_day("instrument.ended_on")?,
        review: c.optional_day("instrument.review_on")?,
        deferred_until: c.optional_day("instrument.deferred_until")?,
        deferred_reason: String::new(),
        party: None,
        party_name: None,
        value: None,
        result: String::new(),
    })
}

pub(in crate::store) fn read_chance(c: &mut Columns<'_, '_>) -> Result<(ChanceKind, Assessed), StoreError> {
    let kind = c.text("transition_chance.kind", ChanceKind::from_code)?;
    let level = c.text("transition_chance.level", ChanceLevel::from_code)?;
    let on = c.day("transition_chance.assessed_on")?;
    Ok((kind, Assessed { level, on }))
}

fn read_mark(c: &mut Columns<'_, '_>) -> Result<(MarkKind, Asked), StoreError> {
    let kind = c.text("queue_mark.kind", MarkKind::from_code)?;
    let party = c.get()?;
    let on = c.day("queue_mark.on_day")?;
    Ok((kind, Asked { on, party }))
}

/// What was said of a term, without its words.
pub(in crate::store) fn read_term_mark(c: &mut Columns<'_, '_>) -> Result<TermMark, StoreError> {
    Ok(TermMark {
        id: c.get()?,
        rule: c.get()?,
        occurrence: c.get()?,
        state: c.text("term_mark.state", TermMarkState::from_code)?,
        reason: String::new(),
        on: c.day("term_mark.on_day")?,
        by: String::new(),
    })
}

/// The few rows around all pupils: schools, parties and people, which a region has hundreds of.
pub(in crate::store) struct Around {
    /// Kind, party, and the day on which its table last sat.
    pub(in crate::store) schools: HashMap<Id, (SchoolKind, Id, Option<Day>)>,
    parties: HashMap<Id, PartyKind>,
    pub(in crate::store) people: HashMap<Id, Id>,
}

impl Around {
    pub(in crate::store) fn read(sql: &Connection) -> Result<Self, StoreError> {
        const SCHOOLS: &str = "SELECT s.id, s.kind, s.party, (SELECT max(m.day) FROM block b \
             JOIN meeting m ON m.id = b.meeting WHERE b.school = s.id AND m.closed_at IS NOT NULL) FROM school s";
        let schools = all(sql, SCHOOLS, [], |c| {
            let id: Id = c.get()?;
            let kind = c.text("school.kind", SchoolKind::from_code)?;
            Ok((id, (kind, c.get()?, c.optional_day("meeting.day")?)))
        })?;
        let parties = all(sql, "SELECT id, kind FROM party", [], |c| {
            Ok((c.get()?, c.text("party.kind", PartyKind::from_code)?))
        })?;
        let people = all(sql, "SELECT id, party FROM person", [], |c| Ok((c.get()?, c.get()?)))?;
        Ok(Self {
            schools: schools.into_iter().collect(),
            parties: parties.into_iter().collect(),
            people: people.into_iter().collect(),
        })
    }

    /// Fills in what is read along with a tile.
    pub(in crate::store) fn complete(&self, tile: &mut Tile) -> Result<(), StoreError> {
        let kind = self.parties.get(&tile.party).ok_or(StoreError::Missing("party"))?;
        tile.party_kind = *kind;
        tile.holder_party = tile.holder.and_then(|person| self.people.get(&person).copied());
        Ok(())
    }
}

/// The statements that are read side by side.
pub(super) struct Questions<'c> {
    tiles: Question<'c>,
    instruments: Question<'c>,
    chances: Question<'c>,
    actions: Question<'c>,
    notes: Question<'c>,
    decisions: Question<'c>,
    meetings: Question<'c>,
    aftercare: Question<'c>,
    marks: Question<'c>,
    term_marks: Question<'c>,
}

impl<'c> Questions<'c> {
    pub(super) fn prepare(sql: &'c Connection, scope: Scope) -> Result<Self, StoreError> {
        let prepare = |scoped| scope.prepare(sql, scoped);
        Ok(Self {
            tiles: prepare(TILES)?,
            instruments: prepare(INSTRUMENTS)?,
            chances: prepare(CHANCES)?,
            actions: prepare(ACTIONS)?,
            notes: prepare(NOTES)?,
            decisions: prepare(DECISIONS)?,
            meetings: prepare(MEETINGS)?,
            aftercare: prepare(AFTERCARE)?,
            marks: prepare(MARKS)?,
            term_marks: prepare(TERM_MARKS)?,
        })
    }

    pub(super) fn begin(&mut self) -> Result<Feeds<'_>, StoreError> {
        Ok(Feeds {
            tiles: self.tiles.feed(read_tile)?,
            instruments: self.instruments.feed(read_instrument)?,
            chances: self.chances.feed(read_chance)?,
            actions: self.actions.feed(|c| {
                let due = c.optional_day("action.due")?;
                let agreed = c.optional_day("action.agreed_on")?;
                Ok((due, agreed.max(c.optional_day("action.closed_on")?)))
            })?,
            notes: self.notes.feed(|c| c.optional_day("note.written_at"))?,
            decisions: self.decisions.feed(|c| c.optional_day("decision.decided_on"))?,
            meetings: self.meetings.feed(|c| {
                let day = c.day("meeting.day")?;
                Ok((day, c.text("agenda_item.state", ItemState::from_code)?))
            })?,
            aftercare: self.aftercare.feed(|c| {
                let due = c.day("aftercare.due_on")?;
                Ok((due, c.optional_day("aftercare.done_on")?))
            })?,
            marks: self.marks.feed(read_mark)?,
            term_marks: self.term_marks.feed(read_term_mark)?,
        })
    }
}

/// Their rows.
pub(super) struct Feeds<'s> {
    tiles: Feed<'s, Tile>,
    instruments: Feed<'s, Instrument>,
    chances: Feed<'s, (ChanceKind, Assessed)>,
    actions: Feed<'s, (Option<Day>, Option<Day>)>,
    notes: Feed<'s, Option<Day>>,
    decisions: Feed<'s, Option<Day>>,
    meetings: Feed<'s, (Day, ItemState)>,
    aftercare: Feed<'s, (Day, Option<Day>)>,
    marks: Feed<'s, (MarkKind, Asked)>,
    term_marks: Feed<'s, TermMark>,
}

impl Feeds<'_> {
    /// Everything on one pupil, in one value.
    pub(super) fn standing(
        &mut self,
        pupil: Id,
        head: &Head,
        around: &Around,
        asking: &Asking<'_>,
    ) -> Result<Standing, StoreError> {
        let school = around.schools.get(&head.line.school);
        let (kind, party, held) = *school.ok_or(StoreError::Missing("school"))?;
        let leaving = Leaving {
            school: kind,
            day: head.left_on.or(head.leaving),
            diploma: head.diploma_on,
        };
        let mut standing = Standing::new(leaving, party);
        standing.left_on = head.left_on;
        standing.out_of_sight = head.out_of_sight;
        let mut tiles = Vec::new();
        self.tiles.of(pupil, |tile| tiles.push(tile))?;
        for tile in &mut tiles {
            around.complete(tile)?;
            standing.see_tile(tile);
        }
        let mut chances = Vec::new();
        self.chances.of(pupil, |(kind, chance)| {
            standing.see_chance(kind, chance);
            chances.push(TransitionChance {
                kind,
                level: chance.level,
                assessed_on: chance.on,
                assessed_by: String::new(),
            });
        })?;
        self.talks(pupil, &mut standing)?;
        let mut instruments = Vec::new();
        self.instruments.of(pupil, |instrument| instruments.push(instrument))?;
        standing.see_instruments(&instruments, asking.today);
        let mut marks = Vec::new();
        self.marks.of(pupil, |mark| marks.push(mark))?;
        standing.see_marks(marks, held);
        let mut term_marks = Vec::new();
        self.term_marks.of(pupil, |mark| term_marks.push(mark))?;
        let facts = TermFacts {
            school: kind,
            profile: head.profile,
            route: head.route,
            birth: head.birth,
            expected_leaving: head.leaving,
            left_on: head.left_on,
            diploma_on: head.diploma_on,
            client_since: head.client_since,
            discussed_on: standing.discussed,
            tiles: &tiles,
            instruments: &instruments,
            chances: &chances,
            marks: &term_marks,
        };
        standing.see_terms(&facts, asking);
        Ok(standing)
    }

    /// What was said, decided and done.
    fn talks(&mut self, pupil: Id, standing: &mut Standing) -> Result<(), StoreError> {
        self.actions.of(pupil, |(due, last)| {
            standing.action_due = due;
            last.into_iter().for_each(|day| standing.see_contact(day));
        })?;
        let see = |day: Option<Day>, standing: &mut Standing| day.into_iter().for_each(|day| standing.see_contact(day));
        self.notes.of(pupil, |day| see(day, standing))?;
        self.decisions.of(pupil, |day| see(day, standing))?;
        self.meetings
            .of(pupil, |(day, state)| standing.see_meeting(day, state))?;
        self.aftercare.of(pupil, |(due, done)| match done {
            Some(_) => see(done, standing),
            None => standing.aftercare_due = Some(standing.aftercare_due.map_or(due, |other| other.min(due))),
        })
    }
}
