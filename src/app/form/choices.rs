//! The lists that a form lets choose from, with a word for every place.

use crate::domain::codes::{
    ChanceLevel, ContractForm, ExitProfile, Goal, InstrumentKind, Lane, MeetingKind, PartyKind, Route, SchoolKind,
    TileKind, Willing,
};
use crate::domain::papers::PaperChoice;
use crate::domain::rights::{ByWhom, ConsentKind, Rectified};
use crate::text::Catalog;

/// Lists to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the code list it is named after")]
pub enum Choices {
    Profile,
    Goal,
    Route,
    /// A chance that may not be assessed yet.
    Chance,
    SchoolKind,
    PartyKind,
    MeetingKind,
    Lane,
    TileKind,
    /// A form of contract that may not be known.
    Contract,
    Instrument,
    Willing,
    /// Yes, no or not recorded.
    YesNo,
    /// Which document.
    Paper,
    /// No or yes.
    NoYes,
    Sharing,
    ByWhom,
    /// Whom of a list.
    Informed,
    /// A field that may be rectified.
    Rectified,
}

impl Choices {
    /// How many there are.
    pub fn len(self) -> usize {
        match self {
            Self::Profile => ExitProfile::ALL.len(),
            Self::Goal => Goal::ALL.len(),
            Self::Route => Route::ALL.len(),
            Self::Chance => ChanceLevel::ALL.len() + 1,
            Self::SchoolKind => SchoolKind::ALL.len(),
            Self::PartyKind => PartyKind::ALL.len(),
            Self::MeetingKind => MeetingKind::ALL.len(),
            Self::Lane => Lane::ALL.len(),
            Self::TileKind => TileKind::ALL.len(),
            Self::Contract => ContractForm::ALL.len() + 1,
            Self::Instrument => InstrumentKind::ALL.len(),
            Self::Willing => Willing::ALL.len(),
            Self::YesNo => 3,
            Self::Paper => PaperChoice::ALL.len(),
            Self::NoYes => 2,
            Self::Sharing => ConsentKind::ALL.len(),
            Self::ByWhom => ByWhom::ALL.len(),
            Self::Informed => 3,
            Self::Rectified => Rectified::all().count(),
        }
    }

    /// Whether there are none; there always are.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The word of the choice at a place.
    pub fn word(self, at: usize, catalog: &Catalog) -> &'static str {
        let none = catalog.screen.nothing;
        match self {
            Self::Profile => ExitProfile::ALL.get(at).map_or(none, |v| catalog.codes.profile(*v)),
            Self::Goal => Goal::ALL.get(at).map_or(none, |v| catalog.codes.goal(*v)),
            Self::Route => Route::ALL.get(at).map_or(none, |v| catalog.codes.route(*v)),
            Self::Chance => at
                .checked_sub(1)
                .and_then(|at| ChanceLevel::ALL.get(at))
                .map_or(none, |v| catalog.codes.level(*v)),
            Self::SchoolKind => SchoolKind::ALL.get(at).map_or(none, |v| catalog.codes.school_kind(*v)),
            Self::PartyKind => PartyKind::ALL.get(at).map_or(none, |v| catalog.codes.party(*v)),
            Self::MeetingKind => MeetingKind::ALL.get(at).map_or(none, |v| catalog.codes.meeting(*v)),
            Self::Lane => Lane::ALL.get(at).map_or(none, |v| catalog.codes.lane(*v)),
            Self::TileKind => TileKind::ALL.get(at).map_or(none, |v| catalog.codes.tile(*v)),
            Self::Contract => at
                .checked_sub(1)
                .and_then(|at| ContractForm::ALL.get(at))
                .map_or(none, |v| catalog.codes.contract(*v)),
            Self::Instrument => InstrumentKind::ALL
                .get(at)
                .map_or(none, |v| catalog.codes.instrument(*v)),
            Self::Willing => Willing::ALL.get(at).map_or(none, |v| catalog.codes.willing(*v)),
            Self::YesNo => match at {
                1 => catalog.screen.yes,
                2 => catalog.screen.no,
                _ => none,
            },
            Self::Paper => PaperChoice::ALL.get(at).map_or(none, |v| catalog.follow_up.paper(*v)),
            Self::NoYes if at == 1 => catalog.screen.yes,
            Self::NoYes => catalog.screen.no,
            Self::Sharing => ConsentKind::ALL.get(at).map_or(none, |v| catalog.rights.consent(*v)),
            Self::ByWhom => ByWhom::ALL.get(at).map_or(none, |v| catalog.rights.by(*v)),
            Self::Informed => match at {
                1 => catalog.rights.scope_school,
                2 => catalog.rights.scope_block,
                _ => catalog.rights.scope_not_informed,
            },
            Self::Rectified => Rectified::all().nth(at).map_or(none, |v| catalog.rights.field_of(v)),
        }
    }
}
