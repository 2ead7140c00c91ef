//! The days of a meeting for a calendar: when the table meets, and what an owner has to do by when.

use super::source::Source;
use super::{Draft, stem};
use crate::domain::Id;
use crate::domain::codes::ActionState;
use crate::domain::papers::PaperKind;
use crate::domain::writing::Owner;
use crate::exchange::calendar::{ActionEntry, CalendarPaper, MeetingEntry, MeetingName};

/// The meeting itself, for an invitation.
pub(super) fn invitation(source: &Source<'_>, school: &str) -> CalendarPaper {
    let meeting = &source.sitting.meeting;
    CalendarPaper {
        meetings: vec![MeetingEntry {
            name: MeetingName::Planned(meeting.id),
            kind: meeting.kind,
            school: school.to_owned(),
            day: meeting.day,
            hours: Some((meeting.starts, meeting.ends)),
            place: meeting.place.clone(),
        }],
        actions: Vec::new(),
    }
}

/// The next meeting alone; none when its day is not known.
pub(super) fn next_meeting(source: &Source<'_>) -> Option<CalendarPaper> {
    let days = with_actions(source, |_| false);
    (!days.meetings.is_empty()).then_some(days)
}

/// The next meeting, and the open actions that are chosen and have a day.
pub(super) fn with_actions(source: &Source<'_>, is_chosen: impl Fn(Id) -> bool) -> CalendarPaper {
    let meeting = &source.sitting.meeting;
    let next = meeting.next_day.map(|day| MeetingEntry {
        name: MeetingName::After(meeting.id),
        kind: meeting.kind,
        school: String::new(),
        day,
        hours: None,
        place: String::new(),
    });
    let items = source.sitting.blocks.iter().flat_map(|block| &block.items);
    let mut actions = Vec::new();
    for item in items {
        let pupil = item.item.pupil;
        let mask = source.calendar_mask(pupil);
        for action in source.actions(item.item.id) {
            let Some(due) = action.due else { continue };
            if action.state == ActionState::Open && is_chosen(action.id) {
                actions.push(ActionEntry {
                    id: action.id,
                    text: mask.apply(&action.text),
                    about: pupil.and_then(|pupil| source.about(pupil)),
                    due,
                });
            }
        }
    }
    CalendarPaper {
        meetings: next.into_iter().collect(),
        actions,
    }
}

/// A calendar for each owner of an action of this meeting: the next meeting and their own actions.
pub(super) fn of_owners(source: &Source<'_>) -> Vec<Draft> {
    let meeting = &source.sitting.meeting;
    let mut owners: Vec<(Owner, Vec<Id>)> = Vec::new();
    for item in source.sitting.blocks.iter().flat_map(|block| &block.items) {
        for action in source.actions(item.item.id) {
            let Some(owner) = &action.owner else { continue };
            match owners.iter_mut().find(|(there, _)| there.person == owner.person) {
                Some((_, actions)) => actions.push(action.id),
                None => owners.push((owner.clone(), vec![action.id])),
            }
        }
    }
    let draft = |(owner, actions): (Owner, Vec<Id>)| Draft {
        kind: PaperKind::Actions,
        pupil: None,
        meeting: Some(meeting.id),
        stem: stem(source.catalog.papers.file_actions, meeting.day, &owner.name),
        document: None,
        calendar: Some(with_actions(source, |action| actions.contains(&action))),
        whom: owner.name,
    };
    owners.into_iter().map(draft).collect()
}
