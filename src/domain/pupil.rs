//! The pupil (leerling, jongere): the person discussed, before and after leaving school.

use chrono::{Datelike, Months};

use super::codes::{ChanceKind, ChanceLevel, ExitProfile, Goal, PrimaryResult, Route};
use super::name::Name;
use super::{Day, Id, redacted_debug};

/// A pupil. There is no field for a BSN, a diagnosis, an IQ, a criminal record or debts, and there will be none.
#[derive(Clone, PartialEq, Eq)]
pub struct Pupil {
    /// The id.
    pub id: Id,
    /// The school.
    pub school: Id,
    /// The school's own number: text, because leading zeros count.
    pub number: String,
    /// The name.
    pub name: Name,
    /// Day of birth.
    pub birth: Option<Day>,
    /// Class.
    pub class: String,
    /// Municipality where the pupil lives (woongemeente).
    pub residence: String,
    /// Expected direction (uitstroomprofiel).
    pub profile: ExitProfile,
    /// Expected day of leaving.
    pub leaving: Option<Day>,
    /// Actual day of leaving.
    pub left_on: Option<Day>,
    /// Day of the Entree diploma.
    pub diploma_on: Option<Day>,
    /// What the pupil wants (wens), in their own words: the card opens with it.
    pub wish: String,
    /// What the pupil can do (sterk in): many believe they can do little, and the table shows otherwise.
    pub strengths: String,
    /// What the trajectory works towards.
    pub goal: Goal,
    /// Which party leads.
    pub route: Route,
    /// Where the pupil works or is an intern.
    pub placement: String,
    /// Since when a formal client (klant sinds).
    pub client_since: Option<Day>,
    /// Whether support of the social service is needed: recorded, never derived.
    pub support_needed: Option<bool>,
    /// Since when nobody has had contact. Out of sight is a state, never a way off the list.
    pub out_of_sight_since: Option<Day>,
    /// What was told to whom about sharing, and on what ground.
    pub sharing: Sharing,
}

/// Whether this pupil may be named at the table: informed, on which basis, or objecting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// Day on which the pupil or the parents were informed.
    pub informed_on: Option<Day>,
    /// How they were informed.
    pub informed_how: String,
    /// The basis for sharing with everybody at the table; empty when none was recorded.
    pub basis: String,
    /// Whether there is a basis for everybody besides: consent that was given and not withdrawn. A basis for one party
    /// alone is none, because others sit at the same table. Read from what was recorded, not written with the pupil.
    pub other_basis: bool,
    /// Day of an objection.
    pub objection_on: Option<Day>,
}

impl Sharing {
    /// Whether the pupil may be shown to a room by initials or short name. Where information or a basis for everybody
    /// is missing, or an objection stands, the pupil is nameless on the shared screen (privacy statement 3).
    ///
    /// ```
    /// use dakpan::domain::pupil::Sharing;
    ///
    /// let informed = Sharing { informed_on: "2026-01-15".parse().ok(), ..Sharing::default() };
    /// assert!(!informed.may_name());
    /// assert!(Sharing { basis: "convenant".into(), ..informed.clone() }.may_name());
    /// assert!(Sharing { other_basis: true, ..informed }.may_name());
    /// ```
    pub fn may_name(&self) -> bool {
        self.informed_on.is_some() && self.has_basis() && self.objection_on.is_none()
    }

    /// Whether there is a ground to share on with everybody at the table (AVG article 6).
    pub fn has_basis(&self) -> bool {
        !self.basis.is_empty() || self.other_basis
    }
}

/// One assessment of a chance: level, day, by whom. The newest of each kind counts; older ones are history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransitionChance {
    /// Further education or lasting work.
    pub kind: ChanceKind,
    /// Low, medium or high.
    pub level: ChanceLevel,
    /// Day of the assessment.
    pub assessed_on: Day,
    /// By whom.
    pub assessed_by: String,
}

/// The primary result of a pupil since a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResultOn {
    /// The category.
    pub category: PrimaryResult,
    /// Since which day.
    pub on: Day,
}

/// Back on the list after a placement ended (terugval). What was recorded before stays: without aftercare one year is
/// often too short, and the table must be able to see that (practice of Stroomopwaarts).
#[derive(Clone, PartialEq, Eq)]
pub struct Relapse {
    /// The day.
    pub on: Day,
    /// The category the pupil counted in until then.
    pub from: Option<PrimaryResult>,
    /// A word about it.
    pub word: String,
}

impl std::fmt::Debug for Relapse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Relapse({})", self.on)
    }
}

impl Pupil {
    /// The age in whole years on a day; somebody born on 29 February has a birthday on 1 March in other years.
    pub fn age_on(&self, day: Day) -> Option<u32> {
        let birth = self.birth?;
        let mut years = day.year() - birth.year();
        if (day.month(), day.day()) < (birth.month(), birth.day()) {
            years -= 1;
        }
        u32::try_from(years).ok()
    }

    /// Whether the pupil is still to leave, and within six months of a day: when the table should start to
    /// look (practice of Sociale Dienst Drechtsteden). Who has left leaves no more.
    pub fn leaves_soon(&self, today: Day) -> bool {
        let horizon = today.checked_add_months(Months::new(6)).unwrap_or(Day::MAX);
        let has_left = self.left_on.is_some_and(|day| day <= today);
        !has_left && self.left_on.or(self.leaving).is_some_and(|day| day <= horizon)
    }
}

redacted_debug!(Pupil);
