//! Why somebody is to be discussed, as it is shown: the reason with the names that its words need.
//!
//! The rule: a room reads the reasons of the pupil at hand alone, and of those only a [`RoomReason`], which nothing but
//! [`RoomReason::of`] makes: no register, no term that tells of a birth date, and no name of a care provider.

use crate::domain::reason::{Reason, ReasonKind};

/// A reason with the names that its words need; for the chair alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonView {
    /// The reason.
    pub reason: Reason,
    /// The party that asks, that lets go, or that the contract is with.
    pub party: Option<PartyNamed>,
    /// The party that goes on after a cold handover.
    pub to: Option<PartyNamed>,
    /// The label of the statutory term, and whether a room may read it.
    pub term: Option<(String, bool)>,
}

/// A party by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyNamed {
    /// Its name.
    pub name: String,
    /// Whether it gives care, which is not told to a room.
    pub gives_care: bool,
}

/// A reason of the pupil at hand that a room may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomReason(ReasonView);

impl RoomReason {
    /// What a room may read of a reason; `other` stands where a care provider would be named. `None` for a reason that
    /// tells of the register, of a birth date or of anything else that stays private.
    pub fn of(told: ReasonView, other: &str) -> Option<Self> {
        let tells = match told.reason.kind {
            ReasonKind::RegisterReview => false,
            ReasonKind::TermDue => told.term.as_ref().is_some_and(|(_, shared)| *shared),
            ReasonKind::OutOfSight
            | ReasonKind::Gap
            | ReasonKind::CarriedOver
            | ReasonKind::AskedFor
            | ReasonKind::ActionOverdue
            | ReasonKind::ColdHandover
            | ReasonKind::ContractEnds
            | ReasonKind::AftercareDue
            | ReasonKind::LeavesSoon
            | ReasonKind::ChancesNotAssessed
            | ReasonKind::ChancesLow => true,
        };
        let hidden = |party: Option<PartyNamed>| {
            party.map(|party| match party.gives_care {
                true => PartyNamed {
                    name: other.to_owned(),
                    ..party
                },
                false => party,
            })
        };
        tells.then(|| {
            Self(ReasonView {
                party: hidden(told.party),
                to: hidden(told.to),
                ..told
            })
        })
    }

    /// What is shown of it.
    pub fn view(&self) -> &ReasonView {
        &self.0
    }
}
