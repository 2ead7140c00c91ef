//! What the two sights make of the same thing: of a name, a card, a reason.
//!
//! The rule: what is the chair's own has a type only for the private state, so that for the shared screen nothing can be
//! made of it. Shared makes initials of a name, or the number of a case.

use super::{card, nameless};
use crate::app::sight::{Private, PrivateCard, PrivateName, PrivateOverlay, TermAside};
use crate::app::state::State;
use crate::domain::dossier::{Dossier, PupilLine};
use crate::domain::term::TermMark;
use crate::public::{Board, Never, PublicName, PublicTitle, ReasonView, RoomReason, Shared, Sight};

/// What a sight makes of what only some may see.
pub(super) trait Look: Sight + Sized {
    /// Whether everybody sees it.
    const SHARED: bool;
    /// A pupil in a list.
    fn name(line: &PupilLine, may_name: bool, case: u16) -> Self::Name;
    /// The pupil at hand.
    fn title(dossier: &Dossier, may_name: bool, case: u16) -> Self::Title;
    /// What the card says more.
    fn extra(dossier: &Dossier, may_name: bool) -> Self::Extra;
    /// What may lie over the panes in the private state alone.
    fn own(view: PrivateOverlay) -> Option<Self::Overlay>;
    /// What was noted at the mark of a term.
    fn aside(mark: &TermMark) -> Option<Self::Aside>;
    /// A reason of the pupil at hand; none when it may not be told. `other` stands where a party may not be named.
    fn reason(told: ReasonView, other: &str) -> Option<Self::Reason>;
    /// A reason of anybody else; none when it may not be told.
    fn why(told: ReasonView) -> Option<Self::Why>;
    /// The board with what people typed as this sight may read it.
    fn read(board: Board<Self>, state: &State) -> Board<Self>;
}

impl Look for Shared {
    const SHARED: bool = true;

    fn name(line: &PupilLine, may_name: bool, case: u16) -> PublicName {
        if may_name {
            PublicName::Initials(line.name.initials())
        } else {
            PublicName::Case(case)
        }
    }

    fn title(dossier: &Dossier, may_name: bool, case: u16) -> PublicTitle {
        if may_name {
            PublicTitle::Short(dossier.pupil.name.short())
        } else {
            PublicTitle::Case(case)
        }
    }

    fn extra(_: &Dossier, _: bool) {}

    fn own(_: PrivateOverlay) -> Option<Never> {
        None
    }

    fn reason(told: ReasonView, other: &str) -> Option<RoomReason> {
        RoomReason::of(told, other)
    }

    fn why(_: ReasonView) -> Option<Never> {
        None
    }

    fn aside(_: &TermMark) -> Option<Never> {
        None
    }

    fn read(board: Board<Self>, state: &State) -> Board<Self> {
        board.without_names(&nameless::mask(state))
    }
}

impl Look for Private {
    const SHARED: bool = false;

    fn name(line: &PupilLine, may_name: bool, case: u16) -> PrivateName {
        PrivateName {
            full: line.name.full(),
            nameless: (!may_name).then_some(case),
        }
    }

    fn title(dossier: &Dossier, may_name: bool, case: u16) -> PrivateName {
        let nameless = (!may_name).then_some(case);
        PrivateName {
            full: dossier.pupil.name.full(),
            nameless,
        }
    }

    fn extra(dossier: &Dossier, may_name: bool) -> PrivateCard {
        card::private(dossier, may_name)
    }

    fn own(view: PrivateOverlay) -> Option<PrivateOverlay> {
        Some(view)
    }

    fn reason(told: ReasonView, _: &str) -> Option<ReasonView> {
        Some(told)
    }

    fn why(told: ReasonView) -> Option<ReasonView> {
        Some(told)
    }

    fn aside(mark: &TermMark) -> Option<TermAside> {
        Some(TermAside {
            reason: mark.reason.clone(),
            by: mark.by.clone(),
            on: mark.on,
        })
    }

    fn read(board: Board<Self>, _: &State) -> Board<Self> {
        board
    }
}
