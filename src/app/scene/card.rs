//! The card of the pupil at hand.

use super::look::Look;
use crate::app::keymap::{Scope, shown};
use crate::app::naming;
use crate::app::reading::{line, role_missing};
use crate::app::roof::Picture;
use crate::app::sight::{HeldBack, PrivateCard, RowView, RowsView, Tone};
use crate::app::state::State;
use crate::app::template;
use crate::domain::codes::{ActionState, NoteKind};
use crate::domain::dossier::Dossier;
use crate::domain::intent::Intent;
use crate::domain::line::{Line, LineKind, OwnerFound};
use crate::domain::naming::short_name;
use crate::domain::people::NetworkPerson;
use crate::domain::writing::{Action, Decision, Owner, TableNote};
use crate::domain::{Day, Id};
use crate::public::{ActionRow, Card, InputView, NoteView, Preview, Written};
use crate::text::Catalog;

/// How many earlier notes a board carries: more than any window shows.
const EARLIER: usize = 6;

/// The card, or none while no pupil is at hand.
pub(super) fn card<S: Look>(state: &State) -> Option<Card<S>> {
    let pupil_id = state.pupil()?;
    let dossier = state.dossier.as_ref().filter(|d| d.pupil.id == pupil_id)?;
    let pupil = &dossier.pupil;
    let case = state.case_number(pupil_id);
    let item = state.item().map(|i| &i.item);
    let school = state.schools.iter().find(|s| s.id == pupil.school)?;
    let text =
        |get: fn(&crate::domain::meeting::AgendaItem) -> &String| item.map(|i| get(i).clone()).unwrap_or_default();
    let meeting = sitting_of(state);
    // Beside a meeting that was, what came after it is not earlier.
    let until = state
        .sitting
        .as_ref()
        .and_then(|s| s.meeting.closed_at)
        .filter(|_| meeting.is_some());
    Some(Card {
        number: state.place_number(pupil_id),
        title: S::title(dossier, state.room().may_name(&dossier.pupil), case),
        age: pupil.age_on(state.today),
        school: school.kind,
        profile: pupil.profile,
        leaving: pupil.left_on.or(pupil.leaving),
        wish: pupil.wish.clone(),
        strengths: pupil.strengths.clone(),
        goal: pupil.goal,
        question: text(|i| &i.question),
        asked_by: text(|i| &i.asked_by),
        proposal: text(|i| &i.proposal),
        placement: pupil.placement.clone(),
        route: pupil.route,
        chances: dossier.chances.iter().map(|c| (c.kind, c.level)).collect(),
        result: dossier.result.map(|r| r.category),
        relapse: dossier.relapses.first().map(|r| (r.on, r.from)),
        leaves_soon: pupil.leaves_soon(state.today),
        next_gap: Picture::of(state).and_then(|picture| picture.next_gap()),
        reasons: super::listing::why(state, pupil_id)
            .into_iter()
            .filter_map(|told| S::reason(told, Catalog::of(state.lang).screen.other_party))
            .collect(),
        open_actions: open_actions(dossier, meeting, state.today),
        written: of_meeting(dossier, meeting, state.today),
        note: note::<S>(state, dossier.notes.iter().find(|n| n.meeting == meeting)),
        earlier: dossier
            .notes
            .iter()
            .filter(|n| n.meeting != meeting && until.is_none_or(|until| n.written_at <= until))
            .take(EARLIER)
            .map(|n| (n.written_at.date_naive(), n.text.clone()))
            .collect(),
        extra: S::extra(dossier, state.room().may_name(&dossier.pupil)),
    })
}

/// The meeting whose notes are at hand: the one that sits or was closed; none between meetings.
fn sitting_of(state: &State) -> Option<Id> {
    let sitting = state.sitting.as_ref()?;
    let began = sitting.meeting.opened_at.is_some() && state.item().is_some();
    began.then_some(sitting.meeting.id)
}

pub(super) fn action_row(action: &Action, today: Day) -> ActionRow {
    ActionRow {
        owner: action.owner.clone(),
        text: action.text.clone(),
        due: action.due,
        state: action.state,
        overdue: action.is_overdue(today),
    }
}

/// Open actions from before this meeting; those of today stand with what was written.
fn open_actions(dossier: &Dossier, meeting: Option<Id>, today: Day) -> Vec<ActionRow> {
    let old = |a: &&Action| a.state == ActionState::Open && (meeting.is_none() || a.meeting != meeting);
    dossier
        .actions
        .iter()
        .filter(old)
        .map(|a| action_row(a, today))
        .collect()
}

fn of_meeting(dossier: &Dossier, meeting: Option<Id>, today: Day) -> Vec<Written> {
    if meeting.is_none() {
        return Vec::new();
    }
    let decisions = dossier.decisions.iter().filter(|d| d.meeting == meeting);
    let actions = dossier.actions.iter().filter(|a| a.meeting == meeting);
    written(decisions, actions, today)
}

/// Decisions and actions in the order in which they were taken.
pub(super) fn written<'d>(
    decisions: impl Iterator<Item = &'d Decision>,
    actions: impl Iterator<Item = &'d Action>,
    today: Day,
) -> Vec<Written> {
    // Ids grow with time, so they tell what was taken first.
    let mut rows: Vec<(Id, Written)> = decisions
        .map(|d| (d.id, Written::Decision(d.text.clone(), d.provisional)))
        .chain(actions.map(|a| (a.id, Written::Action(action_row(a, today)))))
        .collect();
    rows.sort_by_key(|(id, _)| *id);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The note being written, else the one that the file has.
pub(super) fn note<S: Look>(state: &State, recorded: Option<&TableNote>) -> NoteView {
    let working = state
        .writing
        .as_ref()
        .is_some_and(|w| w.target.kind == NoteKind::Working);
    // A working note is closed before the screen is shared, and a public window goes on beside it: there the note of the
    // table stands, as it is recorded.
    if let Some(writing) = state.writing.as_ref().filter(|_| !(working && S::SHARED)) {
        let names = naming::names(state);
        return NoteView {
            chosen: naming::chosen(state, &names),
            names,
            headings: headings_key(state),
            input: InputView {
                text: if S::SHARED {
                    masked(writing.editor.text())
                } else {
                    writing.editor.text().to_owned()
                },
                cursor: Some(writing.editor.cursor()),
                selection: writing.editor.selection(),
            },
            working,
            preview: line(state).and_then(|line| preview(state, &line, S::SHARED)),
        };
    }
    NoteView {
        input: InputView {
            text: recorded.map(|n| n.text.clone()).unwrap_or_default(),
            cursor: None,
            selection: None,
        },
        ..NoteView::default()
    }
}

/// The note without what follows `/p`: dots of the same length in bytes, so that the cursor stands where it stands.
fn masked(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        let start = line.len() - line.trim_start().len();
        match line.get(start..start + 3) {
            Some(command) if command.eq_ignore_ascii_case("/p ") => {
                format!(
                    "{}{}",
                    line.get(..start + 3).unwrap_or(""),
                    ".".repeat(line.len() - start - 3)
                )
            }
            _ => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn preview(state: &State, line: &Line<'_>, shared: bool) -> Option<Preview> {
    match line {
        Line::Text => None,
        Line::Action(action) => Some(Preview::Action {
            owner: action.owner.one().cloned(),
            choice: match &action.owner {
                OwnerFound::Several(owners) => told_apart(state, owners),
                OwnerFound::Nobody | OwnerFound::One(_) => Vec::new(),
            },
            text: action.text.clone(),
            due: action.due,
            away: action.owner.one().and_then(|owner| state.recorded_away(owner.person)),
            impossible: action.impossible.clone(),
        }),
        Line::Plain(kind, text) => Some(match kind {
            LineKind::Decision => Preview::Decision((*text).to_owned(), role_missing(state)),
            LineKind::Park => Preview::Park((*text).to_owned()),
            LineKind::Lesson => Preview::Lesson((*text).to_owned()),
            LineKind::WorkingNote | LineKind::Action => Preview::WorkingNote { refused: shared },
        }),
    }
}

/// The key that writes the headings which an empty note offers.
fn headings_key(state: &State) -> Option<String> {
    template::offered(state)?;
    let bound = state.settings.keys.binding_of(Intent::Expand, &[Scope::Write])?;
    Some(shown(bound, state.catalog()))
}

/// The people of one name, each under the name by which the line would mean them alone.
fn told_apart(state: &State, owners: &[Owner]) -> Vec<Owner> {
    let (here, away) = (state.table(), state.away());
    let person = |id: Id| here.iter().chain(&away).find(|p| p.id == id);
    let named = |owner: &Owner| Owner {
        name: person(owner.person).map_or_else(|| owner.name.clone(), |p| short_name(p, (&here, &away))),
        ..owner.clone()
    };
    owners.iter().map(named).collect()
}

/// Who of the pupil's own surroundings can be changed.
pub(super) fn network(state: &State, selected: usize, catalog: &Catalog) -> RowsView {
    let people = state.dossier.iter().flat_map(|dossier| &dossier.network);
    let row = |person: &NetworkPerson| RowView {
        text: person.name.clone(),
        aside: person.relation.clone(),
        tone: Tone::Plain,
    };
    RowsView {
        title: catalog.line(Intent::EditNetworkPerson).to_owned(),
        filter: None,
        placeholder: "",
        rows: people.map(row).collect(),
        selected,
        foot: Vec::new(),
    }
}

/// What only the private card shows.
pub(super) fn private(dossier: &Dossier, may_name: bool) -> PrivateCard {
    let pupil = &dossier.pupil;
    let network = dossier.network.iter();
    PrivateCard {
        number: pupil.number.clone(),
        birth: pupil.birth,
        class: pupil.class.clone(),
        residence: pupil.residence.clone(),
        informed_on: pupil.sharing.informed_on,
        has_basis: pupil.sharing.has_basis(),
        objection_on: pupil.sharing.objection_on,
        barred_here: !may_name && pupil.sharing.may_name(),
        network: network
            .map(|n| (n.name.clone(), n.relation.clone(), n.phone.clone(), n.willing))
            .collect(),
        working: dossier
            .working
            .iter()
            .map(|n| (n.written_at.date_naive(), n.text.clone()))
            .collect(),
        instruments: dossier
            .instruments
            .iter()
            .filter(|i| i.is_held_back())
            .map(|i| HeldBack {
                kind: i.kind,
                on: i.mark(),
                deferred_until: i.deferred_until,
                deferred_reason: i.deferred_reason.clone(),
                value: i.value,
                result: i.result.clone(),
            })
            .collect(),
    }
}
