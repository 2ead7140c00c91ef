//! Terms (wettelijke termijnen): the days that follow from a rule, for one pupil.
//!
//! The rule: a term reminds, and never decides. It is computed from what is recorded and from rules that are data
//! ([`Rules`]), each with the article it comes from; the professional marks it done or not applicable. Nothing here
//! blocks anything, and nothing here is legal advice.

mod read;
mod rule;
mod when;

use chrono::Days;

use self::when::About;
use super::codes::{ChanceKind, ExitProfile, InstrumentKind, PartyKind, Route, SchoolKind, TileKind};
use super::pupil::{Pupil, TransitionChance};
use super::trajectory::{Instrument, Tile};
use super::{Day, Id, redacted_debug};

pub use rule::{Applies, Event, MetBy, Rule, RuleError, RuleFault, Rules, TermKind, TermWords};
pub use when::{Base, NotWhen, Owner, Step, Unit, When, birthday};

coded! {
    /// What a professional says of a term.
    TermMarkState {
        /// It was done.
        Done = "done",
        /// It does not hold for this pupil.
        NotApplicable = "not_applicable",
    }
}

/// A term of a pupil that somebody marked. It stays when the day moves: it says something of the term, not of the day.
#[derive(Clone, PartialEq, Eq)]
pub struct TermMark {
    /// The id.
    pub id: Id,
    /// The id of the rule.
    pub rule: String,
    /// The tile or instrument it is about; none for a term of the pupil.
    pub occurrence: Option<Id>,
    /// What was said.
    pub state: TermMarkState,
    /// Why; may be empty for what was done.
    pub reason: String,
    /// The day of the mark.
    pub on: Day,
    /// Who marked it.
    pub by: String,
}

redacted_debug!(TermMark);

/// What the rules look at of one pupil. The order of tiles, instruments, chances and marks does not matter.
#[derive(Clone, Copy, Debug)]
pub struct TermFacts<'a> {
    /// The kind of school.
    pub school: SchoolKind,
    /// Expected direction.
    pub profile: ExitProfile,
    /// Which party leads.
    pub route: Route,
    /// Day of birth.
    pub birth: Option<Day>,
    /// Expected day of leaving.
    pub expected_leaving: Option<Day>,
    /// Actual day of leaving.
    pub left_on: Option<Day>,
    /// Day of the diploma.
    pub diploma_on: Option<Day>,
    /// Since when a formal client.
    pub client_since: Option<Day>,
    /// The last day on which the pupil was discussed at a table.
    pub discussed_on: Option<Day>,
    /// Tiles.
    pub tiles: &'a [Tile],
    /// Instruments.
    pub instruments: &'a [Instrument],
    /// Assessed chances, the newest of each kind at least.
    pub chances: &'a [TransitionChance],
    /// What was marked.
    pub marks: &'a [TermMark],
}

impl<'a> TermFacts<'a> {
    /// What a pupil says by themselves: no tile, instrument, chance or mark yet.
    pub fn of(pupil: &Pupil, school: SchoolKind) -> Self {
        Self {
            school,
            profile: pupil.profile,
            route: pupil.route,
            birth: pupil.birth,
            expected_leaving: pupil.leaving,
            left_on: pupil.left_on,
            diploma_on: pupil.diploma_on,
            client_since: pupil.client_since,
            discussed_on: None,
            tiles: &[],
            instruments: &[],
            chances: &[],
            marks: &[],
        }
    }

    /// The day of leaving: the actual one, else the expected one.
    pub fn leaving(&self) -> Option<Day> {
        self.left_on.or(self.expected_leaving)
    }

    /// Whether follow-on education was joined: a tile of it that runs on past leaving, or an instrument that started.
    fn follows_on(&self, today: Day) -> bool {
        let started = |i: &Instrument| {
            i.kind == InstrumentKind::FurtherEducation && i.started.is_some_and(|started| started <= today)
        };
        self.tiles
            .iter()
            .any(|tile| tile.kind == TileKind::FurtherEducation && tile.from <= today && self.goes_past_leaving(tile))
            || self.instruments.iter().any(started)
    }

    /// Whether a school goes on holding after leaving.
    fn school_holds(&self, today: Day) -> bool {
        self.tiles
            .iter()
            .any(|tile| tile.party_kind == PartyKind::School && tile.from <= today && self.goes_past_leaving(tile))
    }

    fn goes_past_leaving(&self, tile: &Tile) -> bool {
        match (tile.last_day(), self.leaving()) {
            (Some(last), Some(leaving)) => last > leaving,
            _ => true,
        }
    }
}

/// How a term stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TermStanding {
    /// Its day, or the span before its day, has not begun.
    Ahead,
    /// It runs: it can be done now, or the right is there now.
    Running,
    /// Its day is past and nothing shows that it was met.
    Late,
    /// Its day is past, and nothing had to be done.
    Over,
    /// What is recorded shows that it was met, on this day.
    Met(Day),
    /// Marked as done.
    Done,
    /// Marked as not applicable.
    NotApplicable,
}

/// A term of a pupil: one rule on one occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due<'a> {
    /// The rule it follows from.
    pub rule: &'a Rule,
    /// The tile or instrument it is about; none for a term of the pupil.
    pub occurrence: Option<Id>,
    /// The first day of the span that ends on its day, for a deadline or an end.
    pub since: Option<Day>,
    /// Its day. A deadline and an end include it.
    pub on: Day,
    /// The last day of the span that begins on its day, for a start.
    pub until: Option<Day>,
    /// Whether its day hangs on a day of leaving that is only expected.
    pub expected: bool,
    /// How it stands.
    pub standing: TermStanding,
    /// The mark, when there is one.
    pub mark: Option<&'a TermMark>,
}

impl Due<'_> {
    /// Whether there is still something to keep in sight.
    pub fn is_open(&self) -> bool {
        matches!(
            self.standing,
            TermStanding::Ahead | TermStanding::Running | TermStanding::Late
        )
    }

    /// The day to act on, when it is open and that day is at most so many days away: a deadline that has passed too.
    /// A start that has begun counts by its last day; without one by its own day, as something that has passed and is
    /// not done, until it is met or marked.
    pub fn within(&self, today: Day, days: u32) -> Option<Day> {
        let horizon = today.checked_add_days(Days::new(days.into())).unwrap_or(Day::MAX);
        let day = match (self.rule.kind, self.standing) {
            (TermKind::Start, TermStanding::Running) if self.on < today => self.until.unwrap_or(self.on),
            _ => self.on,
        };
        (self.is_open() && day <= horizon).then_some(day)
    }

    /// Whether it may be seen on a shared screen, of the pupil at hand alone.
    pub fn is_shareable(&self) -> bool {
        self.rule.may_be_shared()
    }
}

/// The terms of one pupil, as they stand today: open ones first, by their day, then those that need nothing more.
pub fn terms<'a>(facts: &TermFacts<'a>, rules: &'a Rules, today: Day) -> Vec<Due<'a>> {
    let circumstances = Circumstances {
        facts,
        today,
        follows_on: facts.follows_on(today),
        school_holds: facts.school_holds(today),
    };
    let mut found: Vec<(usize, Due<'a>)> = Vec::new();
    for (place, rule) in rules.iter().enumerate() {
        if circumstances.excludes(rule) {
            continue;
        }
        let mut add = |about: About<'_>| found.extend(circumstances.due(rule, about).map(|due| (place, due)));
        let (instruments, tiles) = (&rule.applies.instruments, &rule.applies.tiles);
        if !instruments.is_empty() {
            let of = facts.instruments.iter().filter(|i| instruments.contains(&i.kind));
            of.for_each(|instrument| add(About::Instrument(instrument)));
        } else if !tiles.is_empty() {
            let of = facts.tiles.iter().filter(|t| tiles.contains(&t.kind));
            of.for_each(|tile| add(About::Tile(tile)));
        } else {
            add(About::Pupil);
        }
    }
    found.sort_by_key(|(place, due)| (!due.is_open(), due.on, *place, due.occurrence));
    found.into_iter().map(|(_, due)| due).collect()
}

/// One pupil on one day.
struct Circumstances<'f, 'a> {
    facts: &'f TermFacts<'a>,
    today: Day,
    follows_on: bool,
    school_holds: bool,
}

impl<'a> Circumstances<'_, 'a> {
    /// Whether a rule is not for this pupil, whatever tile or instrument it is about.
    fn excludes(&self, rule: &Rule) -> bool {
        let (facts, applies) = (self.facts, &rule.applies);
        let differs = |asked: Option<bool>, is: bool| asked.is_some_and(|asked| asked != is);
        !among(&applies.schools, facts.school)
            || !among(&applies.profiles, facts.profile)
            || !among(&applies.routes, facts.route)
            || !self.has_beside(&applies.beside)
            || differs(applies.follow_on, self.follows_on)
            || differs(applies.school_holds, self.school_holds)
    }

    /// Whether an instrument of one of these kinds was set in motion; one that was only put off was not.
    fn has_beside(&self, kinds: &[InstrumentKind]) -> bool {
        let moved = |i: &Instrument| i.requested.or(i.decided).or(i.started).is_some();
        let mut instruments = self.facts.instruments.iter();
        kinds.is_empty() || instruments.any(|i| kinds.contains(&i.kind) && moved(i))
    }

    fn due(&self, rule: &'a Rule, about: About<'_>) -> Option<Due<'a>> {
        let facts = self.facts;
        let base = rule.day.base_day(facts, about)?;
        let on = rule.day.from(base)?;
        if self.excludes_base(rule, about, base) {
            return None;
        }
        let occurrence = match about {
            About::Pupil => None,
            About::Tile(tile) => Some(tile.id),
            About::Instrument(instrument) => Some(instrument.id),
        };
        let day = |when: &Option<When>| when.as_ref().and_then(|when| when.day(facts, about));
        let spans = matches!(rule.kind, TermKind::Deadline | TermKind::End);
        // A span that would end before it starts is none.
        let since = day(&rule.since).or(Some(base)).filter(|since| spans && *since < on);
        let until = day(&rule.until).filter(|until| rule.kind == TermKind::Start && on <= *until);
        let mark = self.mark(rule, occurrence);
        let met = self.met(rule, about, day(&rule.met_since), base);
        let standing = match (mark.map(|mark| mark.state), met) {
            (Some(TermMarkState::Done), _) => TermStanding::Done,
            (Some(TermMarkState::NotApplicable), _) => TermStanding::NotApplicable,
            (None, Some(met)) => TermStanding::Met(met),
            (None, None) => standing(rule.kind, (since, on, until), self.today),
        };
        Some(Due {
            rule,
            occurrence,
            since,
            on,
            until,
            expected: rule.day.is_expected(facts),
            standing,
            mark,
        })
    }

    /// Whether the day that is counted from puts the rule out of the question.
    fn excludes_base(&self, rule: &Rule, about: About<'_>, base: Day) -> bool {
        let (facts, applies) = (self.facts, &rule.applies);
        let limit = |when: &When| when.day(facts, about);
        // An age that is not known excludes nothing: the reminder says for whom it is.
        let too_old = applies.under.zip(facts.birth).is_some_and(|(years, birth)| {
            i32::try_from(years).is_ok_and(|years| birthday(birth, years).is_some_and(|day| day <= base))
        });
        too_old
            || applies
                .base_after
                .as_ref()
                .is_some_and(|when| limit(when).is_none_or(|limit| base <= limit))
            || applies
                .base_until
                .as_ref()
                .is_some_and(|when| limit(when).is_some_and(|limit| base > limit))
    }

    /// The newest mark of a term.
    fn mark(&self, rule: &Rule, occurrence: Option<Id>) -> Option<&'a TermMark> {
        let marks = self.facts.marks.iter();
        marks
            .filter(|mark| mark.rule == rule.id && mark.occurrence == occurrence)
            .max_by_key(|mark| (mark.on, mark.id))
    }

    /// The day on which a term was met, when what is recorded shows that it was.
    fn met(&self, rule: &Rule, about: About<'_>, since: Option<Day>, base: Day) -> Option<Day> {
        let facts = self.facts;
        let past = |day: &Day| *day <= self.today;
        let counts = |day: &Day| past(day) && since.is_none_or(|since| *day >= since);
        match rule.met_by? {
            MetBy::Discussed => facts.discussed_on.filter(counts),
            MetBy::ChancesAssessed => {
                let newest = |kind: ChanceKind| {
                    let of = facts.chances.iter().filter(|chance| chance.kind == kind);
                    of.map(|chance| chance.assessed_on).filter(counts).max()
                };
                let both = newest(ChanceKind::FurtherEducation).zip(newest(ChanceKind::LastingWork));
                both.map(|(one, other)| one.max(other))
            }
            MetBy::Ended => match about {
                About::Pupil => None,
                About::Tile(tile) => tile.ended.filter(counts),
                About::Instrument(instrument) => instrument.ended.filter(counts),
            },
            MetBy::Instrument(event, kind) => {
                let since = since.unwrap_or(base);
                let of = facts.instruments.iter().filter(|i| i.kind == kind);
                // What started was decided, and what was decided was requested, also when nobody wrote down when.
                let days = of.filter_map(|i| {
                    let day = match event {
                        Event::Requested => i.requested.or(i.decided).or(i.started),
                        Event::Decided => i.decided.or(i.started),
                        Event::Started => i.started,
                        Event::Ended => i.ended,
                    };
                    // The record that a term counts from does not meet it by the very day it is counted from.
                    let itself = matches!(about, About::Instrument(own) if own.id == i.id) && day == Some(base);
                    day.filter(|_| !itself)
                });
                days.filter(|day| past(day) && *day >= since).min()
            }
        }
    }
}

fn among<T: PartialEq>(list: &[T], value: T) -> bool {
    list.is_empty() || list.contains(&value)
}

/// How a term stands by the calendar alone.
fn standing(kind: TermKind, (since, on, until): (Option<Day>, Day, Option<Day>), today: Day) -> TermStanding {
    match kind {
        TermKind::Start if today < on => TermStanding::Ahead,
        TermKind::Start if until.is_some_and(|until| until < today) => TermStanding::Over,
        TermKind::Start => TermStanding::Running,
        TermKind::Deadline | TermKind::End if today <= on => match since {
            Some(since) if since <= today => TermStanding::Running,
            _ if today == on => TermStanding::Running,
            _ => TermStanding::Ahead,
        },
        TermKind::Deadline => TermStanding::Late,
        TermKind::End => TermStanding::Over,
        TermKind::Change if today < on => TermStanding::Ahead,
        TermKind::Change if today == on => TermStanding::Running,
        TermKind::Change => TermStanding::Over,
    }
}
