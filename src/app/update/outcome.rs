//! What the store did, taken into the state: the only way in which records get there.

use crate::app::effect::{Effect, Outcome, RestFrom};
use crate::app::reading::agenda_parts;
use crate::app::state::{At, Overlay, State};
use crate::domain::codes::NoteKind;
use crate::domain::dossier::{Closing, Sitting, SittingBlock};
use crate::domain::intent::Intent;
use crate::domain::people::School;
use crate::public::Pane;
use crate::text::notice::{Notice, Problem};

use super::walk::WINDOW;
use super::{
    again, employers, follow_up, forms, history, importing, listing, read_back, restoring, results, roof, sittings,
    terms, walk, writing,
};

pub(super) fn take(state: &mut State, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Changed(intent, made) => changed(state, intent, &made),
        Outcome::Reverted(notice) => {
            state.notice = Some(notice);
            // Which pupils it was about is not told: why each is on the list is read again.
            state.why.clear();
            let mut effects = vec![Effect::Reload];
            effects.extend(state.listing.as_ref().map(|listing| Effect::List(listing.ask)));
            effects.extend(again::lists(state));
            effects
        }
        Outcome::Sitting(sitting, schools, elsewhere) => {
            state.elsewhere = elsewhere;
            sitting_read(state, sitting.map(|s| *s), schools)
        }
        Outcome::Meetings(rows) => {
            sittings::opened(state, rows);
            Vec::new()
        }
        Outcome::Dossier(dossier) => {
            if state.pupil() != Some(dossier.pupil.id) {
                return Vec::new();
            }
            state.dossier = Some(*dossier);
            terms::follow(state);
            history::point(state);
            arrived(state);
            let mut effects = roof::read_again(state);
            effects.extend(listing::ask_why(state, true));
            effects
        }
        Outcome::Point(point) => {
            if state.item().is_some_and(|i| i.item.id == point.item) {
                state.point = Some(*point);
                arrived(state);
            }
            Vec::new()
        }
        Outcome::Proposed(offer) => {
            roof::offered(state, offer);
            Vec::new()
        }
        Outcome::Rest(mut rest) => {
            // Who is on the agenda stands there already.
            rest.rows
                .retain(|line| !state.items().any(|i| i.item.pupil == Some(line.id)));
            state.rest = rest;
            if std::mem::take(&mut state.opening) && state.at == At::Nowhere {
                return walk::go_first(state);
            }
            listing::ask_why(state, false)
        }
        Outcome::Placed(place, left) => {
            if let Some(sitting) = state.sitting.as_mut() {
                sitting.place = place;
                let items = sitting.blocks.iter_mut().flat_map(|b| b.items.iter_mut());
                for item in items.filter(|i| left.is_some_and(|(id, _)| id == i.item.id)) {
                    item.item.seconds = item.item.seconds.saturating_add(left.map_or(0, |(_, s)| s));
                }
            }
            Vec::new()
        }
        Outcome::Draft(id) => {
            let kept = state
                .writing
                .as_mut()
                .or(state.leaving.as_mut().map(|(writing, _)| writing));
            if let Some(writing) = kept {
                writing.draft = Some(id);
                writing.broken = false;
            }
            Vec::new()
        }
        Outcome::Found(question, mut rows) => {
            // With a guest among them the room finds nobody but the pupil at hand, and no key reaches another.
            rows.retain(|row| state.private || state.room().hears(row.pupil().map(|line| line.id)));
            if let Some(Overlay::Find {
                query, found, selected, ..
            }) = state.overlay.as_mut()
                && query.text() == question
            {
                *found = rows;
                *selected = 0;
            }
            Vec::new()
        }
        Outcome::Contacts(rows) => {
            if let Some(Overlay::Contacts { schools, .. }) = state.overlay.as_mut() {
                *schools = rows;
            }
            Vec::new()
        }
        Outcome::OldActions(mut rows) => {
            // No key reaches an action that the room may not see.
            let all = rows.len();
            rows.retain(|row| state.private || state.room().hears(row.pupil.as_ref().map(|line| line.id)));
            state.left_out = all - rows.len();
            let selected = match &state.overlay {
                Some(Overlay::OldActions { selected, rows: before }) => {
                    // What an undo brought back is what the chair looks for.
                    let was_there = |id| before.iter().any(|row| row.action.id == id);
                    let back = rows.iter().position(|row| !was_there(row.action.id));
                    back.unwrap_or((*selected).min(rows.len().saturating_sub(1)))
                }
                _ => 0,
            };
            state.overlay = Some(Overlay::OldActions { rows, selected });
            Vec::new()
        }
        Outcome::Agreed(rows) => {
            read_back::shown(state, rows);
            Vec::new()
        }
        Outcome::Closing(left) => {
            closing(state, left);
            Vec::new()
        }
        Outcome::FormLists {
            purpose,
            target,
            people,
            parties,
            contacts,
            whom,
        } => {
            forms::opened(state, purpose, target, (people, parties), contacts.as_deref());
            forms::whom(state, whom);
            Vec::new()
        }
        Outcome::PartyCard(party, rows) => {
            employers::shown(state, party, rows);
            Vec::new()
        }
        Outcome::Why(read) => {
            listing::why_read(state, read);
            Vec::new()
        }
        Outcome::Listed(read) => {
            listing::listed(state, read);
            Vec::new()
        }
        Outcome::Results(screen) => {
            results::computed(state, screen);
            Vec::new()
        }
        Outcome::Counted(school, pupils) => {
            results::counted(state, school, pupils);
            Vec::new()
        }
        Outcome::Issued(_)
        | Outcome::NothingToWrite
        | Outcome::NotMade
        | Outcome::FollowUp(_)
        | Outcome::Lessons(_)
        | Outcome::CopiedActions(..) => {
            follow_up::take(state, outcome);
            Vec::new()
        }
        Outcome::Rectified(told, waits) => {
            forms::kept(state, Intent::Rectify);
            state.no_undo = Some(Intent::Rectify);
            state.notice = Some(if waits {
                Notice::ErasureWaits
            } else {
                Notice::Rectified(told.field, told.exports.len(), told.texts.len())
            });
            if state.private && told.rows() > 0 {
                state.overlay = Some(Overlay::ToldBefore(told));
            }
            vec![Effect::Reload]
        }
        Outcome::Import(news) => importing::take(state, *news),
        Outcome::Restore(news) => {
            restoring::take(state, news);
            Vec::new()
        }
        Outcome::Quiet => Vec::new(),
        Outcome::DraftFailed(problem) => {
            let broken = state
                .writing
                .as_mut()
                .or(state.leaving.as_mut().map(|(writing, _)| writing));
            if let Some(writing) = broken {
                writing.broken = true;
            }
            state.notice = Some(Notice::Problem(problem));
            Vec::new()
        }
        Outcome::Gone => {
            state.at = At::Nowhere;
            state.dossier = None;
            state.opening = true;
            vec![Effect::LoadRest(RestFrom::Start, WINDOW)]
        }
        Outcome::Failed(problem) => {
            writing::come_back(state);
            let removing = state.removing.take();
            let back = removing.filter(|at| *at != state.at);
            let effects = back.map(|at| walk::go(state, at)).unwrap_or_default();
            state.notice = Some(match problem {
                Problem::Refused(why) if removing.is_some() => Notice::Refused(Intent::RemoveFromAgenda, why),
                other => Notice::Problem(other),
            });
            effects
        }
    }
}

/// What closing leaves behind is said with the first S, while the second is waited for: nothing is to be dismissed.
fn closing(state: &mut State, left: Closing) {
    let asked = state
        .waiting
        .is_some_and(|waiting| waiting.intent == Intent::CloseMeeting);
    if asked && left != Closing::default() {
        state.notice = Some(Notice::AskClose(left));
    }
}

/// What was come to is read: the cursor goes to its note, where nothing lies over it.
fn arrived(state: &mut State) {
    let free = state.overlay.is_none() && state.writing.is_none() && !state.awaits_others();
    if std::mem::take(&mut state.arriving) && free {
        writing::begin(state, NoteKind::Table);
    }
}

/// Says, at the opening and when it is recorded, that the agreement under which the meeting sits has ended: a hint, never
/// a stop.
fn agreement_ended(state: &mut State) {
    let meeting = state.sitting.as_ref().map(|sitting| &sitting.meeting);
    let until = meeting.and_then(|meeting| meeting.agreement_until);
    if let Some(until) = until.filter(|until| *until < state.today) {
        state.notice = Some(Notice::AgreementEnded(until));
    }
}

fn changed(state: &mut State, intent: Intent, made: &[crate::domain::Id]) -> Vec<Effect> {
    state.no_undo = None;
    if matches!(intent, Intent::Write | Intent::WorkingNote) {
        state.leaving = None;
    }
    forms::kept(state, intent);
    if intent == Intent::RemoveFromAgenda {
        state.removing = None;
    }
    if intent == Intent::TermNotApplicable && state.overlay.is_none() {
        terms::back(state);
    }
    let of_line = matches!(
        intent,
        Intent::AddAction | Intent::AddDecision | Intent::Park | Intent::AddLesson | Intent::WorkingNote
    );
    let left = if of_line {
        writing::line_taken(state)
    } else {
        Vec::new()
    };
    follow_up::changed(state, intent);
    if state.notice.is_none()
        && !matches!(
            intent,
            Intent::Write | Intent::MarkPresent | Intent::MarkExcused | Intent::MarkAbsent
        )
    {
        state.notice = Some(Notice::Done(intent));
    }
    if intent == Intent::OpenMeeting {
        state.asked_attendance.clear();
        agreement_ended(state);
    }
    if intent == Intent::AddTile {
        roof::laid(state, made.first().copied());
    }
    if intent == Intent::Mend {
        return [Effect::Reload].into_iter().chain(read_back::again(state)).collect();
    }
    if intent == Intent::ReadBack {
        state.overlay = None;
    }
    if intent == Intent::Attendance {
        (state.overlay, state.asked_empty) = (None, None);
        // Confirming who is present opens the way: the cursor goes to the note of whoever is at hand.
        state.arriving = state.is_open();
    }
    if intent == Intent::CloseMeeting {
        state.at = At::Nowhere;
        state.opening = true;
    }
    if intent == Intent::NewPupil
        && let Some(pupil) = made.first().copied()
    {
        state.at = At::Pupil(pupil);
    }
    // A meeting that sits stays on the screen: the planned one is there when it is over.
    if intent == Intent::PlanMeeting && !state.is_open() && state.elsewhere.open.is_none() {
        state.at = At::Nowhere;
        state.opening = true;
        // What was proposed is seen at once, with why each of them is there; Esc gives the panes back.
        (state.focus, state.zoom) = (Pane::Queue, true);
        return vec![Effect::LoadSitting(made.first().copied())];
    }
    let mut effects = left;
    effects.push(Effect::Reload);
    // What the meeting begins with can be brought back, whatever happens in it.
    effects.extend((intent == Intent::OpenMeeting).then_some(Effect::Backup(false)));
    effects.extend(listing::changed(state, intent));
    if let Some(Overlay::OldActions { .. }) = state.overlay {
        effects.extend(again::old_actions(state));
    }
    effects.extend(follow_up::again(state));
    effects
}

/// Says that a planned agenda is longer than its meeting, when it was just made longer.
fn overfull(state: &mut State) {
    use Intent as I;
    let Some(Notice::Done(
        I::PlanMeeting | I::AddToAgenda | I::AddFreeItem | I::EditItem | I::MoreMinutes | I::CorrectTimes | I::Lane,
    )) = state.notice
    else {
        return;
    };
    let over = state
        .sitting
        .as_ref()
        .filter(|s| s.meeting.opened_at.is_none())
        .map(|s| {
            let items = s.blocks.iter().flat_map(|b| &b.items);
            let wanted: i64 = items.map(|i| i64::from(i.item.minutes)).sum();
            wanted - (s.meeting.ends - s.meeting.starts).num_minutes()
        });
    if let Some(over) = over.filter(|over| *over > 0) {
        state.notice = Some(Notice::Overfull(u32::try_from(over).unwrap_or(u32::MAX)));
    }
}

/// The meeting was read again: the walk stays where it is when that still exists.
fn sitting_read(state: &mut State, sitting: Option<Sitting>, schools: Vec<School>) -> Vec<Effect> {
    let other_meeting = state.sitting.as_ref().map(|s| s.meeting.id) != sitting.as_ref().map(|s| s.meeting.id);
    let was_open = state.is_open();
    state.sitting = sitting;
    if !other_meeting && !was_open && state.is_open() && !state.private {
        // Opened before everybody's eyes, it begins with the people of its first school.
        state.unasked_room = None;
    }
    state.schools = schools;
    if state.school.is_none() || other_meeting {
        let blocks = || {
            state
                .sitting
                .iter()
                .flat_map(|s| s.blocks.iter())
                .map(|b| b.block.school)
        };
        // Another meeting of the same school stays with that school.
        let of_block = blocks()
            .find(|school| Some(*school) == state.school)
            .or(blocks().next());
        state.school = of_block.or(state.school).or(state.schools.first().map(|s| s.id));
    }
    let gone = match state.at {
        At::Item(item) => !state.items().any(|i| i.item.id == item),
        At::Pupil(_) => false,
        At::Nowhere => true,
    };
    // A pupil who was put on the agenda is now at the item.
    if let At::Pupil(pupil) = state.at {
        let item = state.items().find(|i| i.item.pupil == Some(pupil)).map(|i| i.item.id);
        state.at = item.map_or(state.at, At::Item);
    }
    let mut effects = Vec::new();
    let empty = |b: &SittingBlock| b.items.iter().all(|i| i.item.pupil.is_none());
    let planned = state.notice == Some(Notice::Done(Intent::PlanMeeting));
    if planned && state.sitting.as_ref().is_some_and(|s| s.blocks.iter().any(empty)) {
        state.notice = Some(Notice::PlannedEmpty);
    }
    overfull(state);
    if state.notice == Some(Notice::Done(Intent::EditAgreement)) {
        agreement_ended(state);
    }
    if let Some(item) = state.follow.take() {
        let row = agenda_parts(state).iter().position(|ids| ids.contains(&item));
        state.agenda_row = row.unwrap_or(state.agenda_row);
    }
    // Whose attendance it was went with a planning that was taken back.
    if matches!(state.overlay, Some(Overlay::Attendance { .. })) && state.block().is_none() {
        state.overlay = None;
    }
    let closing_undone = matches!(state.notice, Some(Notice::Undone(Intent::CloseMeeting, _)));
    let place = state.sitting.as_ref().and_then(|s| s.place);
    if let Some(place) = place.filter(|p| closing_undone && state.is_open() && state.at != At::Item(p.item)) {
        state.at = At::Item(place.item);
        effects.extend(walk::go(state, At::Item(place.item)));
        // Whoever takes things back goes on doing so, and is not put to writing.
        state.arriving = false;
        return effects;
    }
    if state.is_open() {
        if gone || std::mem::take(&mut state.opening) {
            effects.extend(walk::go_first(state));
        }
    } else {
        let from = match state.at {
            At::Pupil(id) => RestFrom::Around(id),
            _ => RestFrom::Start,
        };
        state.opening |= gone;
        effects.push(Effect::LoadRest(from, WINDOW));
        if gone {
            state.at = At::Nowhere;
        }
    }
    if !gone {
        effects.extend(walk::at_hand(state));
    }
    if !state.private && !state.room().may_see_table() {
        effects.extend(sittings::leave_other_rooms(state));
    }
    if state.awaits_others() && state.overlay.is_none() {
        state.overlay = Some(Overlay::Attendance { selected: 0 });
    }
    effects
}
