//! When: the day a rule counts from, and the steps from there, written as `leaving + 2 years`.
//!
//! The rule: arithmetic that a reader can do on a calendar. A month that is too short ends on its last day. A year
//! of life is full on the birthday itself, and who is born on 29 February has it on 1 March in a year without that
//! day: the year is not full before 28 February is over (Burgerlijk Wetboek 1:233 asks that the age be *reached*).
//! A day beyond the calendar is no day.

use chrono::{Datelike, Days, Months};

use super::TermFacts;
use crate::domain::trajectory::{Instrument, Tile};
use crate::domain::{Day, roof};

coded! {
    /// The day that is counted from.
    Base {
        /// Leaving school: the actual day, else the expected one.
        Leaving = "leaving",
        /// The first day, 1 August, of the school year in which the pupil leaves.
        FinalYear = "final_year",
        /// The diploma; without one, leaving.
        Diploma = "diploma",
        /// Birth; whole years from it are birthdays.
        Birth = "birth",
        /// The day on which the pupil became a formal client.
        ClientSince = "client_since",
        /// A tile's first day.
        TileStarted = "tile_started",
        /// A tile's last day, actual or planned.
        TileEnded = "tile_ended",
        /// An instrument was requested.
        Requested = "requested",
        /// An instrument was decided on.
        Decided = "decided",
        /// An instrument's first day.
        Started = "started",
        /// An instrument's last day.
        Ended = "ended",
        /// An instrument is to be looked at again.
        Review = "review",
        /// An instrument was put off until this day.
        DeferredUntil = "deferred_until",
        /// An instrument's first known day: its start, else the decision, else the request.
        Mentioned = "mentioned",
    }
}

/// What a base belongs to: the pupil, or one tile or instrument among several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The pupil.
    Pupil,
    /// A tile.
    Tile,
    /// An instrument.
    Instrument,
}

impl Base {
    /// What it belongs to.
    pub const fn owner(self) -> Owner {
        match self {
            Self::Leaving | Self::FinalYear | Self::Diploma | Self::Birth | Self::ClientSince => Owner::Pupil,
            Self::TileStarted | Self::TileEnded => Owner::Tile,
            Self::Requested
            | Self::Decided
            | Self::Started
            | Self::Ended
            | Self::Review
            | Self::DeferredUntil
            | Self::Mentioned => Owner::Instrument,
        }
    }
}

coded! {
    /// What is counted.
    Unit {
        /// Days.
        Days = "days",
        /// Weeks of seven days.
        Weeks = "weeks",
        /// Months.
        Months = "months",
        /// Years.
        Years = "years",
    }
}

/// One step from a day: so many units on, or back when negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// How many; never zero.
    pub count: i32,
    /// Of what.
    pub unit: Unit,
}

/// A base and the steps from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The day that is counted from.
    pub base: Base,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// Why an expression is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWhen {
    /// The first word is no base.
    Base(String),
    /// What follows is no step, or one of more than a century.
    Step(String),
}

/// The longest step in years. The longest in the law is some decades; more is a slip of the hand.
const CENTURY: i64 = 100;

impl When {
    /// Reads `leaving + 2 years` or `started + 2 months - 1 day`.
    ///
    /// # Errors
    /// When the base is not known, or a step is none or longer than a century.
    pub fn parse(text: &str) -> Result<Self, NotWhen> {
        let spaced = text.replace('+', " + ").replace('-', " - ");
        let mut words = spaced.split_whitespace();
        let base = words.next().unwrap_or_default();
        let base = Base::from_code(base).ok_or_else(|| NotWhen::Base(base.to_owned()))?;
        let rest: Vec<&str> = words.collect();
        let steps = rest.chunks(3).map(Step::read);
        let steps: Option<Vec<Step>> = steps.collect();
        let steps = steps.ok_or_else(|| NotWhen::Step(rest.join(" ")))?;
        Ok(Self { base, steps })
    }

    /// The day, for a pupil and the tile or instrument it is about; `None` when the base is not known.
    pub(super) fn day(&self, facts: &TermFacts<'_>, about: About<'_>) -> Option<Day> {
        self.from(self.base_day(facts, about)?)
    }

    /// The day that is counted from.
    pub(super) fn base_day(&self, facts: &TermFacts<'_>, about: About<'_>) -> Option<Day> {
        let tile = match about {
            About::Tile(tile) => Some(tile),
            About::Pupil | About::Instrument(_) => None,
        };
        let instrument = match about {
            About::Instrument(instrument) => Some(instrument),
            About::Pupil | About::Tile(_) => None,
        };
        match self.base {
            Base::Leaving => facts.leaving(),
            Base::FinalYear => roof::final_year(facts.leaving()?),
            Base::Diploma => facts.diploma_on.or(facts.leaving()),
            Base::Birth => facts.birth,
            Base::ClientSince => facts.client_since,
            Base::TileStarted => Some(tile?.from),
            Base::TileEnded => tile?.last_day(),
            Base::Requested => instrument?.requested,
            Base::Decided => instrument?.decided,
            Base::Started => instrument?.started,
            Base::Ended => instrument?.ended,
            Base::Review => instrument?.review,
            Base::DeferredUntil => instrument?.deferred_until,
            Base::Mentioned => {
                let instrument = instrument?;
                instrument.started.or(instrument.decided).or(instrument.requested)
            }
        }
    }

    /// The day so many steps from a base.
    pub fn from(&self, base: Day) -> Option<Day> {
        let mut steps = self.steps.iter();
        let first = match (self.base, self.steps.first()) {
            (Base::Birth, Some(step)) if step.unit == Unit::Years => {
                steps.next();
                birthday(base, step.count)?
            }
            _ => base,
        };
        steps.try_fold(first, |day, step| step.from(day))
    }

    /// Whether the day is only expected, because the pupil has not left yet.
    pub(super) fn is_expected(&self, facts: &TermFacts<'_>) -> bool {
        let from_leaving = match self.base {
            Base::Leaving | Base::FinalYear => true,
            Base::Diploma => facts.diploma_on.is_none(),
            _ => false,
        };
        from_leaving && facts.left_on.is_none()
    }
}

/// As it is written in the file.
impl std::fmt::Display for When {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.base.code())?;
        for step in &self.steps {
            let sign = if step.count.is_negative() { '-' } else { '+' };
            let count = step.count.unsigned_abs();
            let unit = step.unit.code();
            let unit = if count == 1 { unit.trim_end_matches('s') } else { unit };
            write!(f, " {sign} {count} {unit}")?;
        }
        Ok(())
    }
}

/// What an occurrence of a term is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum About<'a> {
    /// The pupil.
    Pupil,
    /// A tile.
    Tile(&'a Tile),
    /// An instrument.
    Instrument(&'a Instrument),
}

impl Step {
    /// Reads the three words of a step: sign, number, unit.
    fn read(words: &[&str]) -> Option<Self> {
        let [sign, count, unit] = words else { return None };
        let unit = Unit::ALL
            .iter()
            .find(|u| u.code() == *unit || u.code().trim_end_matches('s') == *unit)?;
        if !count.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        let count: i32 = count.parse().ok()?;
        let per_year = match unit {
            Unit::Days => 366,
            Unit::Weeks => 53,
            Unit::Months => 12,
            Unit::Years => 1,
        };
        let count = match *sign {
            "+" => count,
            "-" => -count,
            _ => return None,
        };
        (1..=CENTURY * per_year)
            .contains(&i64::from(count).abs())
            .then_some(Self { count, unit: *unit })
    }

    /// The day one step on.
    fn from(self, day: Day) -> Option<Day> {
        let count = self.count.unsigned_abs();
        match (self.unit, self.count.is_negative()) {
            (Unit::Days, false) => day.checked_add_days(Days::new(count.into())),
            (Unit::Days, true) => day.checked_sub_days(Days::new(count.into())),
            (Unit::Weeks, false) => day.checked_add_days(Days::new(u64::from(count) * 7)),
            (Unit::Weeks, true) => day.checked_sub_days(Days::new(u64::from(count) * 7)),
            (Unit::Months, false) => day.checked_add_months(Months::new(count)),
            (Unit::Months, true) => day.checked_sub_months(Months::new(count)),
            (Unit::Years, false) => day.checked_add_months(Months::new(count.checked_mul(12)?)),
            (Unit::Years, true) => day.checked_sub_months(Months::new(count.checked_mul(12)?)),
        }
    }
}

/// The birthday on which so many years are full; 1 March for a birth on 29 February where the year lacks that day.
pub fn birthday(birth: Day, years: i32) -> Option<Day> {
    let year = birth.year().checked_add(years)?;
    Day::from_ymd_opt(year, birth.month(), birth.day()).or_else(|| Day::from_ymd_opt(year, 3, 1))
}
