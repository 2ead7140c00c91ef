//! Whether an intent can act now, and why not: one pure function, read by dispatch, footer and palette.

use super::reading::{item_meant, part_at_hand, pointed_at};
use super::state::{At, Overlay, State};
use crate::domain::codes::{ItemKind, ItemState, Lane, PartyKind};
use crate::domain::intent::Intent;
use crate::domain::meeting::AgendaItem;
use crate::public::Pane;
use crate::text::notice::Refusal;

/// Says whether the chair can do this now. The program hints and never blocks: only what has no meaning here, or
/// may not be seen here, is refused.
pub fn enabled(intent: Intent, state: &State) -> Result<(), Refusal> {
    use Intent as I;
    if state.awaits_others() && looks_at_the_block(intent) {
        return Err(Refusal::AttendanceFirst);
    }
    match intent {
        I::OpenMeeting => open_meeting(state),
        I::CloseMeeting | I::PauseClock => ok(state.is_open(), Refusal::NotOpen),
        I::ReopenMeeting => {
            let sitting = state.sitting.as_ref().ok_or(Refusal::NoMeeting)?;
            ok(sitting.meeting.is_closed(), Refusal::NotClosed)
        }
        I::Attendance | I::ReadBack => ok(state.block().is_some(), Refusal::NoMeeting),
        I::ChooseMeeting => {
            ok(state.sitting.is_some(), Refusal::NoMeeting)?;
            // An earlier meeting was another room's: a guest of this one came for one pupil.
            ok(state.private || !state.room().has_guest(), Refusal::Private)
        }
        I::ChooseSchool => ok(state.private || state.sitting.is_some(), Refusal::Private),
        I::OldActions => ok(state.school_at_hand().is_some(), Refusal::NoSchool),
        I::AddToAgenda | I::AddFreeItem => {
            ok(state.block().is_some(), Refusal::NoMeeting)?;
            not_frozen(state)
        }
        I::Write | I::AddAction | I::AddDecision | I::Park | I::AddLesson | I::ToAction | I::ToDecision => {
            if intent == I::Write && state.focus == Pane::Agenda {
                // There it goes to the part under the cursor.
                return ok(state.block().is_some(), Refusal::NoMeeting);
            }
            can_write(state)
        }
        I::NextGap => {
            has_pupil(state)?;
            ok(super::update::anything_ahead(state), Refusal::NothingAhead)
        }
        I::Result | I::SetRoute | I::SetChances | I::Relapse => {
            has_pupil(state)?;
            // At an item of minutes that are frozen it would look as if the table had said it.
            if matches!(state.at, At::Pupil(_)) {
                Ok(())
            } else {
                not_frozen(state)
            }
        }
        I::Terms => has_pupil(state),
        // Why a term does not apply may be private: it is not typed where others read along.
        I::TermNotApplicable => private(state),
        I::WorkingNote => {
            private(state)?;
            can_write(state)
        }
        I::Agree => {
            on_pupil_item(state)?;
            ok(state.is_open(), Refusal::NotOpen)?;
            ok(
                state.item().is_some_and(|i| i.item.state != ItemState::Agreed),
                Refusal::AlreadyAgreed,
            )?;
            ok(
                state.item().is_some_and(|i| !i.item.proposal.trim().is_empty()),
                Refusal::NoProposal,
            )
        }
        I::AgreeAll => {
            ok(state.is_open(), Refusal::NotOpen)?;
            ok(
                state.pupil_items().iter().any(|i| is_to_agree(&i.item)),
                Refusal::NoAgreedItems,
            )
        }
        I::CarryOver => {
            on_pupil_item(state)?;
            not_frozen(state)
        }
        I::RemoveFromAgenda => {
            let item = meant(state)?;
            ok(matches!(item.kind, ItemKind::Pupil | ItemKind::Free), Refusal::Frame)?;
            ok(
                item.state != ItemState::Discussed && item.state != ItemState::Agreed,
                Refusal::InUse,
            )?;
            not_frozen(state)
        }
        I::Lane | I::MoreMinutes => {
            meant(state)?;
            not_frozen(state)
        }
        I::MoveUp | I::MoveDown => {
            let item = meant(state)?;
            ok(matches!(item.kind, ItemKind::Pupil | ItemKind::Free), Refusal::Frame)?;
            not_frozen(state)
        }
        I::EditItem => {
            private(state)?;
            meant(state)?;
            not_frozen(state)
        }
        I::Mend => not_frozen(state),
        I::MarkPresent | I::MarkExcused | I::MarkAbsent | I::ToggleMandate | I::AddParticipant => not_frozen(state),
        I::EditPupil | I::AddTile | I::AddInstrument | I::History | I::NewNetworkPerson => {
            private(state)?;
            has_pupil(state)
        }
        I::EditNetworkPerson => {
            private(state)?;
            has_pupil(state)?;
            let dossier = state.dossier.as_ref().filter(|d| Some(d.pupil.id) == state.pupil());
            ok(dossier.is_some_and(|d| !d.network.is_empty()), Refusal::NothingSelected)
        }
        I::EditPart | I::EndPart | I::RemovePart => {
            private(state)?;
            ok(part_at_hand(state).is_some(), Refusal::NothingSelected)
        }
        I::PartyCard => {
            private(state)?;
            // From a form only that of an employer leads to a card.
            let employer = match &state.overlay {
                Some(Overlay::Form(form)) if form.purpose == I::EditParty => {
                    let mut parties = form.lookup.parties.iter().filter(|p| Some(p.id) == form.target);
                    parties.any(|p| p.kind == PartyKind::Employer)
                }
                Some(Overlay::Form(_)) => false,
                _ => true,
            };
            ok(employer, Refusal::NothingSelected)
        }
        I::NewPupil | I::EditSchool | I::ImportList => {
            private(state)?;
            ok(state.school_at_hand().is_some(), Refusal::NoSchool)
        }
        I::ImportSchools | I::ImportContacts => private(state),
        I::PlanMeeting => {
            private(state)?;
            ok(!state.schools.is_empty(), Refusal::NoSchool)
        }
        I::RecordSharing | I::Rectify => {
            private(state)?;
            has_pupil(state)
        }
        I::InformList => {
            private(state)?;
            ok(state.school_at_hand().is_some(), Refusal::NoSchool)
        }
        I::EditAgreement => {
            private(state)?;
            ok(state.sitting.is_some(), Refusal::NoMeeting)?;
            not_frozen(state)
        }
        I::CorrectTimes => {
            private(state)?;
            ok(state.sitting.is_some(), Refusal::NoMeeting)
        }
        I::TurnList | I::NameList | I::CoverageList | I::SummerList => {
            private(state)?;
            ok(!state.schools.is_empty(), Refusal::NoSchool)
        }
        I::NewCohort => private(state),
        I::AddSchoolToCohort => {
            private(state)?;
            ok(state.school_at_hand().is_some(), Refusal::NoSchool)
        }
        I::AddListToCohort => {
            private(state)?;
            ok(state.last_list.is_some(), Refusal::NoList)
        }
        I::AddToCohort | I::RemoveFromCohort => {
            private(state)?;
            has_pupil(state)
        }
        I::AskForPupil | I::RemoveFromQueue | I::OutOfSight => {
            private(state)?;
            ok(pointed_at(state).is_some(), Refusal::NoPupil)
        }
        I::ImportColumns | I::ImportSheet | I::ColumnOn | I::ColumnBack | I::Vanish | I::VanishAll | I::MendRefused => {
            let acts = matches!(&state.overlay, Some(Overlay::Import(import)) if import.answers(intent));
            ok(acts, Refusal::NothingSelected)
        }
        I::CopyActions => ok(state.block().is_some(), Refusal::NoMeeting),
        I::IssuePapers | I::FollowUp | I::Lessons | I::Restore => private(state),
        I::NewSchool | I::NewPerson | I::EditPerson | I::NewParty | I::EditParty | I::SetChair => private(state),
        _ => Ok(()),
    }
}

/// Whether an act shows or changes something of the block at hand. Going on, contacts, help and the state of the
/// screen do not.
const fn looks_at_the_block(intent: Intent) -> bool {
    use Intent as I;
    !matches!(
        intent,
        I::Next
            | I::Previous
            | I::Escape
            | I::Close
            | I::Confirm
            | I::Pick
            | I::Up
            | I::Down
            | I::Attendance
            | I::MarkPresent
            | I::MarkExcused
            | I::MarkAbsent
            | I::ToggleMandate
            | I::AddParticipant
            | I::Contacts
            | I::CopyFirst
            | I::CopySecond
            | I::Help
            | I::Palette
            | I::Blank
            | I::TogglePrivate
            | I::Undo
            | I::Redo
            | I::AlreadySaved
            | I::Lock
            | I::ChangePassphrase
            | I::Backup
            | I::Quit
            | I::HowToQuit
            | I::CloseMeeting
            | I::PauseClock
    )
}

/// Whether an item is a hamerstuk that still waits to be agreed.
pub fn is_to_agree(item: &AgendaItem) -> bool {
    item.kind == ItemKind::Pupil
        && item.lane == Lane::Agreed
        && item.state == ItemState::Open
        && !item.proposal.trim().is_empty()
}

fn ok(condition: bool, refusal: Refusal) -> Result<(), Refusal> {
    if condition { Ok(()) } else { Err(refusal) }
}

/// The item that an act on the agenda is about.
fn meant(state: &State) -> Result<&AgendaItem, Refusal> {
    let why = match state.focus {
        Pane::Agenda => Refusal::NothingSelected,
        Pane::Queue | Pane::Pupil | Pane::Timeline => Refusal::NotOnAgenda,
    };
    item_meant(state).map(|i| &i.item).ok_or(why)
}

fn private(state: &State) -> Result<(), Refusal> {
    ok(state.private, Refusal::Private)
}

fn has_pupil(state: &State) -> Result<(), Refusal> {
    ok(state.pupil().is_some(), Refusal::NoPupil)
}

/// Whether there is something to write at: a pupil, or a point of the agenda while the table sits.
fn can_write(state: &State) -> Result<(), Refusal> {
    match state.at {
        At::Item(_) => {
            not_frozen(state)?;
            ok(state.pupil().is_some() || state.is_open(), Refusal::NotOpen)
        }
        At::Pupil(_) | At::Nowhere => has_pupil(state),
    }
}

fn on_pupil_item(state: &State) -> Result<(), Refusal> {
    ok(
        state.item().is_some_and(|i| i.item.kind == ItemKind::Pupil),
        Refusal::NotOnAgenda,
    )
}

fn not_frozen(state: &State) -> Result<(), Refusal> {
    ok(
        !state.sitting.as_ref().is_some_and(|s| s.meeting.is_closed()),
        Refusal::Frozen,
    )
}

fn open_meeting(state: &State) -> Result<(), Refusal> {
    let sitting = state.sitting.as_ref().ok_or(Refusal::NoMeeting)?;
    ok(!sitting.meeting.is_closed(), Refusal::Frozen)?;
    ok(!sitting.meeting.is_open(), Refusal::AlreadyOpen)?;
    ok(state.elsewhere.open.is_none(), Refusal::OtherOpen)
}
