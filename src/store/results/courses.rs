//! What happened to each member up to a reference date: everything that a report tells besides the table.
//!
//! The rule: what lies after the date is left out where it is read, so that a report on the past says what could be
//! said then. The number of statements is the same however many members there are.

use std::collections::HashMap;

use super::super::error::StoreError;
use super::super::feed::{Feed, Question, Scope, Scoped, scoped};
use super::super::rows::all;
use super::super::standing::TermsOf;
use super::{RESULTS, Store, read_recorded};
use crate::domain::codes::{ActionState, ItemState, TileKind};
use crate::domain::result::{Course, TermTally, Worked};
use crate::domain::roof::{Leaving, Roof, Span, roof};
use crate::domain::standing::Asking;
use crate::domain::term::{TermFacts, TermMark, TermStanding, terms};
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
const TALKS: Scoped = scoped!(
    "SELECT i.pupil, m.day, i.state FROM agenda_item i JOIN block b ON b.id = i.block JOIN meeting m ON m.id = b.meeting",
    "i.pupil",
    " AND i.pupil IS NOT NULL AND i.state <> 'open' ORDER BY i.pupil, m.day, i.id"
);

/// An action: owner, state, the day it was agreed and the day it was closed.
type Agreed = (Option<Id>, ActionState, Day, Option<Day>);

/// The statements that are read beside what the terms look at.
struct Questions<'c> {
    talks: Question<'c>,
    results: Question<'c>,
    relapses: Question<'c>,
    actions: Question<'c>,
}

/// Their rows.
struct Feeds<'s> {
    talks: Feed<'s, (Day, ItemState)>,
    results: Feed<'s, super::Recorded>,
    relapses: Feed<'s, Day>,
    actions: Feed<'s, Agreed>,
    /// The party of every professional.
    people: HashMap<Id, Id>,
}

impl<'c> Questions<'c> {
    fn prepare(store: &'c Store, scope: Scope) -> Result<Self, StoreError> {
        let prepare = |scoped| scope.prepare(store.sql(), scoped);
        Ok(Self {
            talks: prepare(TALKS)?,
            results: prepare(RESULTS)?,
            relapses: prepare(RELAPSES)?,
            actions: prepare(ACTIONS)?,
        })
    }

    fn begin(&mut self, store: &Store) -> Result<Feeds<'_>, StoreError> {
        let people = all(store.sql(), "SELECT id, party FROM person", [], |c| {
            Ok((c.get()?, c.get()?))
        })?;
        Ok(Feeds {
            talks: self.talks.feed(|c| {
                let day = c.day("meeting.day")?;
                Ok((day, c.text("agenda_item.state", ItemState::from_code)?))
            })?,
            results: self.results.feed(read_recorded)?,
            relapses: self.relapses.feed(|c| c.day("relapse.on_day"))?,
            actions: self.actions.feed(|c| {
                let owner = c.get()?;
                let state = c.text("action.state", ActionState::from_code)?;
                let agreed = c.day("action.agreed_on")?;
                Ok((owner, state, agreed, c.optional_day("action.closed_on")?))
            })?,
            people: people.into_iter().collect(),
        })
    }
}

impl Store {
    /// Hands over what happened to everybody in a scope up to the day that is asked about, by pupil, in the order of
    /// their ids. A constant number of statements, however many there are.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn each_course(
        &self,
        scope: Scope,
        asking: &Asking<'_>,
        visit: &mut dyn FnMut(Id, Course),
    ) -> Result<(), StoreError> {
        let mut questions = Questions::prepare(self, scope)?;
        let mut feeds = questions.begin(self)?;
        let mut failed = None;
        self.each_terms(scope, &mut |of| {
            if failed.is_none() {
                match feeds.course(&of, asking) {
                    Ok(course) => visit(of.line().id, course),
                    Err(error) => failed = Some(error),
                }
            }
        })?;
        failed.map_or(Ok(()), Err)
    }
}

impl Feeds<'_> {
    fn course(&mut self, of: &TermsOf, asking: &Asking<'_>) -> Result<Course, StoreError> {
        let (pupil, on, facts) = (of.line().id, asking.today, of.facts());
        let mut course = Course::default();
        let mut tiles: Vec<Tile> = facts.tiles.iter().filter(|tile| tile.from <= on).cloned().collect();
        for tile in &mut tiles {
            // An end that lies later was not known yet.
            tile.ended = tile.ended.filter(|day| *day <= on);
            course.worked.extend(Worked::of(tile));
        }
        course.instruments = facts.instruments.to_vec();
        course.instruments.retain_mut(|instrument| known(instrument, on));
        let marks: Vec<TermMark> = facts.marks.iter().filter(|mark| mark.on <= on).cloned().collect();
        let mut came = Came(on, None);
        facts.chances.iter().for_each(|chance| came.see(chance.assessed_on));
        let mut discussed = None;
        self.talks.of(pupil, |(day, state)| {
            came.see(day);
            if matches!(state, ItemState::Discussed | ItemState::Agreed) && day <= on {
                discussed = Some(day);
            }
        })?;
        self.results.of(pupil, |(day, _)| came.see(day))?;
        self.relapses.of(pupil, |day| course.relapses.push(day))?;
        let people = &self.people;
        self.actions.of(pupil, |(owner, state, agreed, closed)| {
            if agreed <= on {
                came.see(agreed);
                let party = owner.and_then(|person| people.get(&person).copied());
                let state = if closed.is_some_and(|day| day > on) {
                    ActionState::Open
                } else {
                    state
                };
                course.actions.push((party, state));
            }
        })?;
        let then = TermFacts {
            left_on: facts.left_on.filter(|day| *day <= on),
            diploma_on: facts.diploma_on.filter(|day| *day <= on),
            client_since: facts.client_since.filter(|day| *day <= on),
            discussed_on: discussed,
            tiles: &tiles,
            instruments: &course.instruments,
            marks: &marks,
            ..facts
        };
        course.terms = tally(&then, asking);
        course.came = came.1;
        course.left = facts.left_on.or_else(|| end_of_school(&tiles));
        let leaving = Leaving {
            school: then.school,
            day: then.leaving(),
            diploma: then.diploma_on,
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
            TermStanding::Met(_) | TermStanding::Done => tally.met += 1,
            TermStanding::Late => tally.missed += 1,
            TermStanding::Ahead | TermStanding::Running => tally.open += 1,
            TermStanding::Over | TermStanding::NotApplicable => {}
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
