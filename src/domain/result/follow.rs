//! What came of it besides the table: instruments, how long work lasts, relapse, gaps, terms, actions, in and out.
//!
//! The rules: persons and instruments are counted apart. Whatever happened after the reference date is not known on it:
//! a day of ending that lies later counts as if nothing were recorded yet. Work is measured only as far as it can be: a
//! job of two months says nothing of three. Permanent, agency and secondment contracts are told apart, because a
//! placement is not lasting by itself (practice of Stroomopwaarts).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Months};

use crate::domain::codes::{ActionState, ContractForm, InstrumentKind, TileKind};
use crate::domain::coverage::Tally;
use crate::domain::roof::Roof;
use crate::domain::trajectory::{Instrument, Tile};
use crate::domain::{Day, Id};

/// After how many months it is asked whether somebody is still placed.
pub const FOLLOWED: [u32; 4] = [3, 6, 12, 24];

/// A job, or a placement with a contract, as far as its days go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worked {
    /// The employer.
    pub employer: Id,
    /// First day.
    pub from: Day,
    /// Last planned day; open-ended when absent.
    pub until: Option<Day>,
    /// Day on which it actually ended.
    pub ended: Option<Day>,
    /// The form of the contract, when it is recorded.
    pub contract: Option<ContractForm>,
}

impl Worked {
    /// What a tile says of work; none when it is no job and no placement with a contract.
    pub fn of(tile: &Tile) -> Option<Self> {
        let counts = tile.kind == TileKind::Job || (tile.kind == TileKind::Placement && tile.contract.is_some());
        counts.then_some(Self {
            employer: tile.party,
            from: tile.from,
            until: tile.until,
            ended: tile.ended,
            contract: tile.contract,
        })
    }
}

/// Work with one employer without a day in between, whatever number of contracts it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The employer.
    pub employer: Id,
    /// The form of the first contract.
    pub contract: Option<ContractForm>,
    /// First day.
    pub from: Day,
    /// Last day as known on the reference date; open-ended when absent.
    pub last: Option<Day>,
    /// Whether it ended before the day on which it was to end.
    pub broken_off: bool,
}

impl Placement {
    /// Whether it still lasted so many months after its first day; none when the reference date comes too early to say.
    fn lasted(&self, months: u32, on: Day) -> Option<bool> {
        let then = self.from.checked_add_months(Months::new(months))?;
        (then <= on).then(|| self.last.is_none_or(|last| last >= then))
    }

    /// Whether it has not ended before a day; it is one of those that had begun by then.
    fn still_runs(&self, day: Day) -> bool {
        self.last.is_none_or(|last| last >= day)
    }
}

/// The placements that had begun by a date, by first day: what follows on the day after with the same employer goes on.
pub fn placements(worked: &[Worked], on: Day) -> Vec<Placement> {
    let mut begun: Vec<&Worked> = worked.iter().filter(|one| one.from <= on).collect();
    begun.sort_by_key(|one| (one.from, one.until));
    let mut found: Vec<Placement> = Vec::new();
    for one in begun {
        let ended = one.ended.filter(|day| *day <= on);
        let last = ended.or(one.until);
        let broken_off = ended.is_some_and(|day| one.until.is_none_or(|until| day < until));
        let goes_on = found.iter_mut().rev().find(|before| {
            let after = before.last.map(|last| last.succ_opt().unwrap_or(last));
            before.employer == one.employer && after.is_none_or(|after| one.from <= after)
        });
        match goes_on {
            Some(before) => {
                // The contract that lasts longest decides how the whole ended.
                let longer = before.last.is_some_and(|known| last.is_none_or(|last| last >= known));
                if longer {
                    (before.last, before.broken_off) = (last, broken_off);
                }
            }
            None => found.push(Placement {
                employer: one.employer,
                contract: one.contract,
                from: one.from,
                last,
                broken_off,
            }),
        }
    }
    found
}

/// Whether a contract was broken off by a date and none runs on it.
pub fn broken_off(worked: &[Worked], on: Day) -> bool {
    let placements = placements(worked, on);
    placements.iter().any(|one| one.broken_off) && !placements.iter().any(|one| one.still_runs(on))
}

/// How long the placements of one form of contract last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// How many there are.
    pub placements: u64,
    /// How many run on the reference date.
    pub running: u64,
    /// For each of [`FOLLOWED`]: of how many it can be said, and of those how many still lasted.
    pub after: [(u64, u64); FOLLOWED.len()],
}

/// How long placements last, by form of contract; absent is a form that was not recorded.
pub type Durability = BTreeMap<Option<ContractForm>, Followed>;

/// The first day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(pub Day);

impl Month {
    /// The month of a day.
    pub fn of(day: Day) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }
}

/// Who came to the table and who left school in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Of whom the table recorded something for the first time.
    pub came: u64,
    /// Who left school.
    pub left: u64,
}

/// How often an instrument was used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// By how many young people.
    pub persons: u64,
    /// How many times.
    pub times: u64,
    /// How many run on the reference date.
    pub running: u64,
}

/// Terms by how they stand on the reference date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TermTally {
    /// Met in time or marked as done.
    pub met: u64,
    /// Past, and nothing shows that they were met.
    pub missed: u64,
    /// Still to come or running.
    pub open: u64,
}

/// What happened to one young person up to the reference date.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// The first day on which the table recorded something of them.
    pub came: Option<Day>,
    /// The day on which they left school.
    pub left: Option<Day>,
    /// Jobs, and placements with a contract.
    pub worked: Vec<Worked>,
    /// Instruments.
    pub instruments: Vec<Instrument>,
    /// Days of relapse.
    pub relapses: Vec<Day>,
    /// The party that holds on the date; of several the one that began last.
    pub held_by: Option<Id>,
    /// The roof up to the date.
    pub roof: Option<Roof>,
    /// Terms.
    pub terms: TermTally,
    /// Actions: the owner's party, and how the action stood on the date.
    pub actions: Vec<(Option<Id>, ActionState)>,
}

/// What happened to a group up to a reference date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// How many young people.
    pub persons: u64,
    /// How many of them had an instrument.
    pub with_instrument: u64,
    /// How often each instrument was used.
    pub instruments: BTreeMap<InstrumentKind, Used>,
    /// How long placements last.
    pub durability: Durability,
    /// How many relapsed, and how many times together.
    pub relapsed: (u64, u64),
    /// Days to cover, covered days and gap days up to the date.
    pub coverage: Tally,
    /// Terms.
    pub terms: TermTally,
    /// Actions by the owner's party, absent for an action without owner, and by how they stand.
    pub actions: BTreeMap<Option<Id>, BTreeMap<ActionState, u64>>,
    /// In and out, month by month.
    pub months: BTreeMap<Month, Flow>,
}

/// More months than any cohort lasts: with a day in a wrong century the months in between are not told.
const MOST_MONTHS: usize = 1200;

impl Outcomes {
    /// In and out for every month from the first to the last, also those in which nobody came or left: a month that is
    /// left out would bring its neighbours together.
    pub fn flows(&self) -> Vec<(Month, Flow)> {
        let ends = self.months.keys().next().zip(self.months.keys().next_back());
        let Some((first, last)) = ends else {
            return Vec::new();
        };
        let next = |month: &Month| month.0.checked_add_months(Months::new(1)).map(Month);
        let all = std::iter::successors(Some(*first), next).take_while(|month| month <= last);
        let all: Vec<(Month, Flow)> = all
            .take(MOST_MONTHS + 1)
            .map(|month| (month, self.months.get(&month).copied().unwrap_or_default()))
            .collect();
        if all.len() > MOST_MONTHS {
            return self.months.iter().map(|(month, flow)| (*month, *flow)).collect();
        }
        all
    }

    /// How long the placements of all forms of contract last together.
    pub fn lasting(&self) -> Followed {
        let mut all = Followed::default();
        for followed in self.durability.values() {
            all.placements += followed.placements;
            all.running += followed.running;
            for (sum, after) in all.after.iter_mut().zip(followed.after) {
                sum.0 += after.0;
                sum.1 += after.1;
            }
        }
        all
    }

    /// Counts a young person.
    pub fn add(&mut self, course: &Course, on: Day) {
        self.persons += 1;
        self.add_instruments(&course.instruments, on);
        for placement in placements(&course.worked, on) {
            let followed = self.durability.entry(placement.contract).or_default();
            followed.placements += 1;
            followed.running += u64::from(placement.still_runs(on));
            for (months, (measured, placed)) in FOLLOWED.into_iter().zip(&mut followed.after) {
                if let Some(lasted) = placement.lasted(months, on) {
                    *measured += 1;
                    *placed += u64::from(lasted);
                }
            }
        }
        let relapses = course.relapses.iter().filter(|day| **day <= on).count();
        self.relapsed.0 += u64::from(relapses > 0);
        self.relapsed.1 += u64::try_from(relapses).unwrap_or(0);
        if let Some(roof) = &course.roof {
            self.coverage.add(roof);
        }
        self.terms.met += course.terms.met;
        self.terms.missed += course.terms.missed;
        self.terms.open += course.terms.open;
        for (party, state) in &course.actions {
            *self.actions.entry(*party).or_default().entry(*state).or_default() += 1;
        }
        if let Some(day) = course.came.filter(|day| *day <= on) {
            self.months.entry(Month::of(day)).or_default().came += 1;
        }
        if let Some(day) = course.left.filter(|day| *day <= on) {
            self.months.entry(Month::of(day)).or_default().left += 1;
        }
    }

    /// What was set in motion by the date; one that was only put off was not.
    fn add_instruments(&mut self, instruments: &[Instrument], on: Day) {
        let mut kinds = BTreeSet::new();
        for instrument in instruments {
            let days = [instrument.requested, instrument.decided, instrument.started];
            if !days.into_iter().flatten().any(|day| day <= on) {
                continue;
            }
            let used = self.instruments.entry(instrument.kind).or_default();
            used.times += 1;
            used.running += u64::from(instrument.runs_on(on));
            used.persons += u64::from(kinds.insert(instrument.kind));
        }
        self.with_instrument += u64::from(!kinds.is_empty());
    }
}
