//! The statements behind standings, the rows they give, and one pupil put together from them.
//!
//! The rule: each statement gives its rows in the order of the pupils' ids, and is read beside the others. What belongs
//! to few (schools, parties, people) is not joined but looked up in [`Around`].

use rusqlite::Connection;

use super::around::Around;
use crate::domain::codes::{
    ChanceKind, ChanceLevel, ContractForm, ExitProfile, InstrumentKind, ItemState, PartyKind, Route, SchoolKind,
    TileKind,
};
use crate::domain::dossier::PupilLine;
use crate::domain::pupil::TransitionChance;
use crate::domain::roof::Leaving;
use crate::domain::standing::{Asking, Assessed, HandMark, Standing};
use crate::domain::term::{TermFacts, TermMark};
use crate::domain::trajectory::{Instrument, Tile, TileDetails};
use crate::domain::{Day, Id};
use crate::store::error::StoreError;
use crate::store::feed::{Feed, Question, Scope, Scoped, scoped};
use crate::store::pupils::{line_columns, read_line_and_objection};
use crate::store::queue_mark::read_hand_mark;
use crate::store::rows::Columns;
use crate::store::term_marks::{mark_columns, read_mark};

pub(super) const PUPILS: Scoped = scoped!(
    concat!(
        "SELECT u.id, ",
        line_columns!(),
        ", u.leaving, u.left_on, u.diploma_on, u.out_of_sight_since, u.profile, u.route, u.birth, u.client_since",
        " FROM pupil u"
    ),
    "u.id",
    " ORDER BY u.id"
);
const TILES: Scoped = scoped!(
    "SELECT t.pupil, t.id, t.kind, t.party, t.holder, t.from_on, t.until_on, t.ended_on, t.contract_form, t.no_guidance_on \
     FROM tile t",
    "t.pupil",
    " ORDER BY t.pupil, t.id"
);
const INSTRUMENTS: Scoped = scoped!(
    "SELECT i.pupil, i.id, i.kind, i.requested_on, i.decided_on, i.started_on, i.ended_on, i.review_on, \
     i.deferred_until FROM instrument i",
    "i.pupil",
    " ORDER BY i.pupil, i.id"
);
const CHANCES: Scoped = scoped!(
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
const MEETINGS: Scoped = scoped!(
    "SELECT i.pupil, m.day, i.state FROM agenda_item i JOIN block b ON b.id = i.block JOIN meeting m ON m.id = b.meeting",
    "i.pupil",
    " AND i.pupil IS NOT NULL AND i.state <> 'open' ORDER BY i.pupil, m.day, i.id"
);
const AFTERCARE: Scoped = scoped!(
    "SELECT f.pupil, f.due_on, f.done_on FROM aftercare f",
    "f.pupil",
    " ORDER BY f.pupil, f.id"
);
const BY_HAND: Scoped = scoped!(
    "SELECT q.pupil, q.kind, q.on_day, q.party FROM queue_mark q",
    "q.pupil",
    " ORDER BY q.pupil, q.on_day, q.id"
);
const TERM_MARKS: Scoped = scoped!(
    concat!("SELECT k.pupil, ", mark_columns!(), " FROM term_mark k"),
    "k.pupil",
    " ORDER BY k.pupil, k.id"
);

/// What a pupil's own row tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    line: PupilLine,
    objects: bool,
    leaving: Option<Day>,
    left_on: Option<Day>,
    diploma_on: Option<Day>,
    out_of_sight: Option<Day>,
    profile: ExitProfile,
    route: Route,
    birth: Option<Day>,
    client_since: Option<Day>,
}

pub(super) fn read_head(c: &mut Columns<'_, '_>) -> Result<Head, StoreError> {
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
fn read_tile(c: &mut Columns<'_, '_>) -> Result<Tile, StoreError> {
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
fn read_instrument(c: &mut Columns<'_, '_>) -> Result<Instrument, StoreError> {
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

fn read_chance(c: &mut Columns<'_, '_>) -> Result<(ChanceKind, Assessed), StoreError> {
    let kind = c.text("transition_chance.kind", ChanceKind::from_code)?;
    let level = c.text("transition_chance.level", ChanceLevel::from_code)?;
    let on = c.day("transition_chance.assessed_on")?;
    Ok((kind, Assessed { level, on }))
}

/// A pupil with all that the rules of terms look at, as one reading of the file gives it for lists and for reasons
/// alike. The words of tiles and instruments, and the names of parties and people, are not read along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsOf {
    head: Head,
    school: SchoolKind,
    discussed_on: Option<Day>,
    tiles: Vec<Tile>,
    instruments: Vec<Instrument>,
    chances: Vec<TransitionChance>,
    marks: Vec<TermMark>,
}

impl TermsOf {
    /// The pupil, as in a list.
    pub fn line(&self) -> &PupilLine {
        &self.head.line
    }

    /// Whether an objection stands: such a pupil is on no list by name.
    pub fn objects(&self) -> bool {
        self.head.objects
    }

    pub(super) fn into_line(self) -> PupilLine {
        self.head.line
    }

    /// What the rules look at.
    pub fn facts(&self) -> TermFacts<'_> {
        let head = &self.head;
        TermFacts {
            school: self.school,
            profile: head.profile,
            route: head.route,
            birth: head.birth,
            expected_leaving: head.leaving,
            left_on: head.left_on,
            diploma_on: head.diploma_on,
            client_since: head.client_since,
            discussed_on: self.discussed_on,
            tiles: &self.tiles,
            instruments: &self.instruments,
            chances: &self.chances,
            marks: &self.marks,
        }
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
    by_hand: Question<'c>,
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
            by_hand: prepare(BY_HAND)?,
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
            by_hand: self.by_hand.feed(read_hand_mark)?,
            term_marks: self.term_marks.feed(read_mark)?,
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
    by_hand: Feed<'s, HandMark>,
    term_marks: Feed<'s, TermMark>,
}

impl Feeds<'_> {
    /// Everything on one pupil: what the rules of terms look at, and how the pupil stands but for what hangs on the
    /// day that is asked about.
    pub(super) fn of(
        &mut self,
        pupil: Id,
        head: Head,
        around: &mut Around<'_>,
    ) -> Result<(TermsOf, Standing), StoreError> {
        let school = around.school(head.line.school)?;
        let leaving = Leaving {
            school: school.kind,
            day: head.left_on.or(head.leaving),
            diploma: head.diploma_on,
        };
        let mut standing = Standing::new(leaving, school.party);
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
        let mut by_hand = Vec::new();
        self.by_hand.of(pupil, |mark| by_hand.push(mark))?;
        standing.see_marks(by_hand, school.held);
        let mut of = TermsOf {
            head,
            school: school.kind,
            discussed_on: standing.discussed,
            tiles,
            instruments: Vec::new(),
            chances,
            marks: Vec::new(),
        };
        self.instruments
            .of(pupil, |instrument| of.instruments.push(instrument))?;
        self.term_marks.of(pupil, |mark| of.marks.push(mark))?;
        Ok((of, standing))
    }

    /// Everything on one pupil, and how the pupil stands.
    pub(super) fn standing(
        &mut self,
        pupil: Id,
        head: Head,
        around: &mut Around<'_>,
        asking: &Asking<'_>,
    ) -> Result<(TermsOf, Standing), StoreError> {
        let (of, mut standing) = self.of(pupil, head, around)?;
        standing.see_instruments(&of.instruments, asking.today);
        standing.see_terms(&of.facts(), asking);
        Ok((of, standing))
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
