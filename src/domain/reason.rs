//! Why a pupil is in the queue of a meeting: reasons with a day, told in words, never a score.
//!
//! The rule: every reason follows from what was recorded and from the day that is asked about, by itself and without
//! regard to the others; they are ordered by their day alone, the most urgent first. A reason decides nothing: the
//! chair puts pupils on an agenda, and takes them off.
//!
//! Source: the signals on which the tables of Sociale Dienst Drechtsteden (look half a year ahead, parties overlap) and
//! Stroomopwaarts (assess chances in the final school year, begin before the pupil is a client, review a deferred
//! register, keep in touch after placement) put somebody on their list.

use chrono::{Days, Months};

use super::practice::Practice;
use super::roof::Roof;
use super::standing::Standing;
use super::{Day, Id};

/// Months before leaving in which the table looks at a pupil for the first time (Sociale Dienst Drechtsteden).
pub const LOOK_AHEAD_MONTHS: u32 = 6;
/// Days within which a gap that is to come is a reason.
pub const GAP_DAYS: u16 = 90;
/// Days within which a statutory term is a reason.
pub const TERM_DAYS: u16 = 60;
/// Days within which the end of a contract is a reason.
pub const CONTRACT_DAYS: u16 = 60;

coded! {
    /// What kind of reason it is. Two reasons of the same day come in this order.
    ReasonKind {
        /// Out of sight: recorded so, or nothing recorded since leaving for too long.
        OutOfSight = "out_of_sight",
        /// Nobody holds the pupil, now or soon.
        Gap = "gap",
        /// The table did not get to the pupil the last time.
        CarriedOver = "carried_over",
        /// A party asks for the pupil.
        AskedFor = "asked_for",
        /// An action is overdue.
        ActionOverdue = "action_overdue",
        /// A party lets go before the next one has held on long enough.
        ColdHandover = "cold_handover",
        /// A statutory term falls due.
        TermDue = "term_due",
        /// A contract ends.
        ContractEnds = "contract_ends",
        /// An aftercare contact is due.
        AftercareDue = "aftercare_due",
        /// The deferred application for the doelgroepregister is to be looked at again.
        RegisterReview = "register_review",
        /// Leaves soon and was never discussed.
        LeavesSoon = "leaves_soon",
        /// In the final school year, and the chances were not assessed.
        ChancesNotAssessed = "chances_not_assessed",
        /// The chances are low, and nobody but the school holds the pupil.
        ChancesLow = "chances_low",
    }
}

/// One reason, with what its words need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What kind.
    pub kind: ReasonKind,
    /// The day that makes it urgent: when something is or was due, begins or ends. May be in the past.
    pub on: Day,
    /// The last day of a gap.
    pub until: Option<Day>,
    /// The party that asks, that lets go, or that the contract is with.
    pub party: Option<Id>,
    /// The party that goes on after a cold handover.
    pub to: Option<Id>,
    /// The tile whose end it is about.
    pub tile: Option<Id>,
    /// The rule of a statutory term, by its id.
    pub rule: Option<String>,
}

impl Reason {
    /// A reason without more than its day.
    pub fn plain(kind: ReasonKind, on: Day) -> Self {
        Self {
            kind,
            on,
            until: None,
            party: None,
            to: None,
            tile: None,
            rule: None,
        }
    }
}

/// So many days later, or the last day there is.
pub(super) fn later(day: Day, days: u16) -> Day {
    day.checked_add_days(Days::new(days.into())).unwrap_or(Day::MAX)
}

/// The reasons of a pupil on a day, the most urgent first; none when there is nothing to discuss.
pub fn reasons(standing: &Standing, today: Day, practice: &Practice) -> Vec<Reason> {
    reasons_under(standing, &standing.roof(today, practice), today, practice)
}

/// As [`reasons`], for whoever has the roof already.
pub fn reasons_under(standing: &Standing, roof: &Roof, today: Day, practice: &Practice) -> Vec<Reason> {
    let mut found = Vec::new();
    before_leaving(standing, today, practice, &mut found);
    under_the_roof(standing, roof, today, &mut found);
    due(standing, today, practice, &mut found);
    by_hand(standing, &mut found);
    found.sort_by_key(|reason| (reason.on, reason.kind, reason.tile));
    found
}

/// The reasons of the last year at school.
fn before_leaving(standing: &Standing, today: Day, practice: &Practice, found: &mut Vec<Reason>) {
    if let Some(leaving) = standing.leaving.day.filter(|_| !standing.has_left(today)) {
        let horizon = today
            .checked_add_months(Months::new(LOOK_AHEAD_MONTHS))
            .unwrap_or(Day::MAX);
        // Also once the expected day has passed: whoever did not record that the pupil left, does not know.
        if leaving <= horizon && standing.discussed.is_none() {
            found.push(Reason::plain(ReasonKind::LeavesSoon, leaving));
        }
        let final_year = standing.leaving.final_year_starts().filter(|start| *start <= today);
        // What was thought of the chances before the final year is no assessment in it.
        let assessed = |start: Day| {
            let both = [standing.further_education, standing.lasting_work];
            both.iter()
                .all(|chance| chance.is_some_and(|chance| chance.on >= start))
        };
        if final_year.is_some_and(|start| !assessed(start)) {
            found.push(Reason::plain(ReasonKind::ChancesNotAssessed, leaving));
        }
    }
    if let Some(since) = standing.chances_low_since(practice.low_chances)
        && !standing.is_taken_up(today)
    {
        found.push(Reason::plain(ReasonKind::ChancesLow, since));
    }
}

/// Gaps, cold handovers and contracts that end.
fn under_the_roof(standing: &Standing, roof: &Roof, today: Day, found: &mut Vec<Reason>) {
    let soon = later(today, GAP_DAYS);
    let gaps = roof.gaps.iter();
    found.extend(
        gaps.filter(|gap| gap.until >= today && gap.from <= soon)
            .map(|gap| Reason {
                until: Some(gap.until),
                ..Reason::plain(ReasonKind::Gap, gap.from)
            }),
    );
    found.extend(roof.cold.iter().filter(|cold| cold.on >= today).map(|cold| Reason {
        party: Some(cold.hand),
        to: Some(cold.to),
        tile: Some(cold.tile),
        ..Reason::plain(ReasonKind::ColdHandover, cold.on)
    }));
    let soon = later(today, CONTRACT_DAYS);
    for contract in &standing.contracts {
        let Some(until) = contract.until.filter(|until| contract.from <= *until) else {
            continue;
        };
        let renewed = || {
            standing.contracts.iter().any(|other| {
                let follows = other.from <= later(until, 1) && other.until.is_none_or(|end| end > until);
                other.employer == contract.employer && follows
            })
        };
        if (today..=soon).contains(&until) && !renewed() {
            found.push(Reason {
                party: Some(contract.employer),
                tile: Some(contract.tile),
                ..Reason::plain(ReasonKind::ContractEnds, until)
            });
        }
    }
}

/// What was promised or follows from a rule, and is due.
fn due(standing: &Standing, today: Day, practice: &Practice, found: &mut Vec<Reason>) {
    let mut plain = |kind: ReasonKind, day: Option<Day>| found.extend(day.map(|day| Reason::plain(kind, day)));
    plain(
        ReasonKind::ActionOverdue,
        standing.action_due.filter(|day| *day < today),
    );
    plain(
        ReasonKind::RegisterReview,
        standing.register_review.filter(|day| *day <= today),
    );
    plain(
        ReasonKind::AftercareDue,
        standing.aftercare_due.filter(|day| *day <= today),
    );
    plain(ReasonKind::OutOfSight, standing.out_of_sight_since(today, practice));
    let soon = later(today, TERM_DAYS);
    // A term that has passed stays until the table has talked about the pupil after it: then it was seen.
    let unseen = |day: Day| day >= today || standing.discussed.is_none_or(|discussed| discussed <= day);
    let terms = standing.terms.iter().filter(|(day, _)| *day <= soon && unseen(*day));
    found.extend(terms.map(|(day, rule)| Reason {
        rule: Some(rule.clone()),
        ..Reason::plain(ReasonKind::TermDue, *day)
    }));
}

/// What the table itself left or wants.
fn by_hand(standing: &Standing, found: &mut Vec<Reason>) {
    found.extend(standing.carried.map(|day| Reason::plain(ReasonKind::CarriedOver, day)));
    found.extend(standing.asked.iter().map(|asked| Reason {
        party: asked.party,
        ..Reason::plain(ReasonKind::AskedFor, asked.on)
    }));
}
