//! What happened to each member up to a reference date: everything that a report tells besides the table.
//!
//! The rule: what lies after the date is left out where it is read, so that a report on the past says what could be
//! said then. The number of statements is the same however many members there are.

use super::super::error::StoreError;
use super::super::feed::{Asked, Feed, Scope, Scoped, scoped};
use super::super::standing::read::{
    Around, CHANCES, Head, INSTRUMENTS, MEETINGS, PUPILS, TERM_MARKS, TILES, read_chance, read_head, read_instrument,
    read_term_mark, read_tile,
};
use super::{RESULTS, Store, read_recorded};
use crate::domain::codes::{ActionState, ItemState, TileKind};
use crate::domain::pupil::TransitionChance;
use crate::domain::result::{Course, TermTally, Worked};
use crate::domain::roof::{Leaving, Roof, Span, roof};
use crate::domain::standing::Asking;
use crate::domain::term::{Standing, TermFacts, terms};
use crate::domain::trajectory::{Instrument, Tile};
use crate::domain::{Day, Id};

const RELAPSES: Scoped = scoped!(
    "SELECT p.pupil, p.on_day FROM relapse p",
    "p.pupil",
    " ORDER BY p.pupil, p.on_day"
);
const ACTIONS: Scoped = scoped!(
    "SELECT a.pupil, a.owner, a.state, a.agreed_on, a.closed_on FROM action a",
    "a.pupil",
    " AND a.pupil IS NOT NULL ORDER BY a.pupil, a.id"
);

/// An action: owner, state, the day it was agreed and the day it was closed.
type Agreed = (Option<Id>, ActionState, Day, Option<Day>);

/// The statements that are read side by side.
struct Questions<'c> {
    tiles: Asked<'c>,
    instruments: Asked<'c>,
    chances: Asked<'c>,
    meetings: Asked<'c>,
    marks: Asked<'c>,
    results: Asked<'c>,
    relapses: Asked<'c>,
    actions: Asked<'c>,
}

/// Their rows.
struct Feeds<'s> {
    tiles: Feed<'s, Tile>,
    instruments: Feed<'s, Instrument>,
    chances: Feed<'s, (crate::domain::codes::ChanceKind, crate::domain::standing::Assessed)>,
    meetings: Feed<'s, (Day, ItemState)>,
    marks: Feed<'s, crate::domain::term::TermMark>,
    results: Feed<'s, super::Recorded>,
    relapses: Feed<'s, Day>,
    actions: Feed<'s, Agreed>,
}

impl<'c> Questions<'c> {
    fn prepare(store: &'c Store, scope: Scope) -> Result<Self, StoreError> {
        let prepare = |scoped| scope.prepare(store.sql(), scoped);
        Ok(Self {
            tiles: prepare(TILES)?,
            instruments: prepare(INSTRUMENTS)?,
            chances: prepare(CHANCES)?,
            meetings: prepare(MEETINGS)?,
            marks: prepare(TERM_MARKS)?,
            results: prepare(RESULTS)?,
            relapses: prepare(RELAPSES)?,
            actions: prepare(ACTIONS)?,
        })
    }

    fn begin(&mut self) -> Result<Feeds<'_>, StoreError> {
        Ok(Feeds {
            tiles: self.tiles.feed(read_tile)?,
            instruments: self.instruments.feed(read_instrument)?,
            chances: self.chances.feed(read_chance)?,
            meetings: self.meetings.feed(|c| {
                let day = c.day("meeting.day")?;
                Ok((day, c.text("agenda_item.state", ItemState::from_code)?))
            })?,
            marks: self.marks.feed(read_term_mark)?,
            results: self.results.feed(read_recorded)?,
            relapses: self.relapses.feed(|c| c.day("relapse.on_day"))?,
            actions: self.actions.feed(|c| {
                let owner = c.get()?;
                let state = c.text("action.state", ActionState::from_code)?;
                Ok((
                    owner,
                    state,
                    c.day("action.agreed_on")?,
                    c.optional_day("action.closed_on")?,
                ))
            })?,
        })
    }
}

impl Store {
    /// Hands over what happened to everybody in a scope up to the day that is asked about, by pupil, in the order of
    /// their ids. Eleven statements, however many there are.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn each_course(
        &self,
        scope: Scope,
        asking: &Asking<'_>,
        visit: &mut dyn FnMut(Id, Course),
    ) -> Result<(), StoreError> {
        let around = Around::read(self.sql())?;
        let mut pupils = scope.prepare(self.sql(), PUPILS)?;
        let mut questions = Questions::prepare(self, scope)?;
        let mut feeds = questions.begin()?;
        let mut heads = pupils.feed(read_head)?;
        while let Some((pupil, head)) = heads.next()? {
            visit(pupil, feeds.course(pupil, &head, &around, asking)?);
        }
        Ok(())
    }
}

impl Feeds<'_> {
    fn course(&mut self, pupil: Id, head: &Head, around: &Around, asking: &Asking<'_>) -> Result<Course, StoreError> {
        let on = asking.today;
        let school = around.schools.get(&head.line.school);
        let (kind, _, _) = *school.ok_or(StoreError::Missing("school"))?;
        let mut course = Course::default();
        let mut tiles = Vec::new();
        self.tiles.of(pupil, |tile| tiles.push(tile))?;
        tiles.retain(|tile| tile.from <= on);
        for tile in &mut tiles {
            // An end that lies later was not known yet.
            tile.ended = tile.ended.filter(|day| *day <= on);
            around.complete(tile)?;
            course.worked.extend(Worked::of(tile));
        }
        self.instruments
            .of(pupil, |instrument| course.instruments.push(instrument))?;
        course.instruments.retain_mut(|instrument| known(instrument, on));
        let mut came = Came(on, None);
        let mut chances = Vec::new();
        self.chances.of(pupil, |(kind, chance)| {
            came.see(chance.on);
            chances.push(TransitionChance {
                kind,
                level: chance.level,
                assessed_on: chance.on,
                assessed_by: String::new(),
            });
        })?;
        let mut discussed = None;
        self.meetings.of(pupil, |(day, state)| {
            came.see(day);
            if matches!(state, ItemState::Discussed | ItemState::Agreed) && day <= on {
                discussed = Some(day);
            }
        })?;
        self.results.of(pupil, |(day, _)| came.see(day))?;
        let mut marks = Vec::new();
        self.marks.of(pupil, |mark| marks.push(mark))?;
        marks.retain(|mark| mark.on <= on);
        self.relapses.of(pupil, |day| course.relapses.push(day))?;
        self.actions.of(pupil, |(owner, state, agreed, closed)| {
            if agreed <= on {
                came.see(agreed);
                let party = owner.and_then(|person| around.people.get(&person).copied());
                let state = if closed.is_some_and(|day| day > on) {
                    ActionState::Open
                } else {
                    state
                };
                course.actions.push((party, state));
            }
        })?;
        let facts = TermFacts {
            school: kind,
            profile: head.profile,
            route: head.route,
            birth: head.birth,
            expected_leaving: head.leaving,
            left_on: head.left_on.filter(|day| *day <= on),
            diploma_on: head.diploma_on.filter(|day| *day <= on),
            client_since: head.client_since.filter(|day| *day <= on),
            discussed_on: discussed,
            tiles: &tiles,
            instruments: &course.instruments,
            chances: &chances,
            marks: &marks,
        };
        course.terms = tally(&facts, asking);
        course.came = came.1;
        course.left = head.left_on.or_else(|| end_of_school(&tiles));
        let leaving = Leaving {
            school: kind,
            day: facts.leaving(),
            diploma: facts.diploma_on,
        };
        (course.held_by, course.roof) = held(&tiles, &leaving, asking);
        Ok(course)
    }
}

/// The first day on which something was recorded, up to a date.
struct Came(Day, Option<Day>);

impl Came {
    fn see(&mut self, day: Day) {
        if day <= self.0 {
            self.1 = Some(self.1.map_or(day, |first| first.min(day)));
        }
    }
}

/// Whether an instrument was known on a day; an end that lies later was not.
fn known(instrument: &mut Instrument, on: Day) -> bool {
    for day in [
        &mut instrument.requested,
        &mut instrument.decided,
        &mut instrument.started,
    ] {
        *day = day.filter(|day| *day <= on);
    }
    instrument.mark().is_some()
}

/// The day on which the school let go, where it was not recorded that the pupil left: the end of its last tile.
fn end_of_school(tiles: &[Tile]) -> Option<Day> {
    let school = tiles.iter().filter(|tile| tile.kind == TileKind::School);
    let last = school.max_by_key(|tile| tile.from)?;
    last.ended
}

/// How the terms stand; a right that runs out and a change of age are nobody's to meet.
fn tally(facts: &TermFacts<'_>, asking: &Asking<'_>) -> TermTally {
    let mut tally = TermTally::default();
    for due in terms(facts, asking.rules, asking.today) {
        match due.standing {
            Standing::Met(_) | Standing::Done => tally.met += 1,
            Standing::Late => tally.missed += 1,
            Standing::Ahead | Standing::Running => tally.open += 1,
            Standing::Over | Standing::NotApplicable => {}
        }
    }
    tally
}

/// Who holds on the day, of several the one that began last; and the roof up to it.
fn held(tiles: &[Tile], leaving: &Leaving, asking: &Asking<'_>) -> (Option<Id>, Option<Roof>) {
    let on = asking.today;
    let tiles: Vec<_> = tiles.iter().map(Tile::roof_tile).collect();
    let holding = tiles.iter().filter(|tile| tile.until.is_none_or(|until| until >= on));
    let holding = holding.filter_map(|tile| {
        tile.hold
            .filter(|hold| hold.from <= on)
            .map(|hold| (tile.from, hold.hand))
    });
    let whole = roof(&tiles, leaving, on, asking.practice.handover_days);
    let until_then = Span::new(Day::MIN, on).map(|past| whole.within(past));
    (holding.max().map(|(_, hand)| hand), until_then)
}
