//! What lies over the panes, for either sight.

use super::agenda::presence_rows;
use super::look::Look;
use super::told::{among, is_told, name};
use super::{card, follow_up, importing, listing, restoring, together};
use crate::app::edit::Editor;
use crate::app::enabled::{enabled, is_to_agree};
use crate::app::form::Form;
use crate::app::lists::{help_rows, hint, palette_rows};
use crate::app::mending::Mended;
use crate::app::reading::{mended_action, missing_roles, read_due};
use crate::app::sight::{
    EmployerView, EventRow, FormView, HistoryView, PlacementRow, Private, PrivateOverlay, RowsView,
};
use crate::app::state::{self, State};
use crate::domain::codes::ItemKind;
use crate::domain::dossier::{Event, Found, MeetingLine, PupilLine};
use crate::domain::intent::Intent;
use crate::domain::line::Line;
use crate::domain::people::{Party, Person, SchoolContacts};
use crate::domain::placement::{Lasted, Placement};
use crate::domain::rights::Rectified;
use crate::public::{ContactsView, FindRow, InputView, MeetingRow, Overlay, Phase, Preview, TermRow};
use crate::text::Catalog;
use crate::text::field::Field;

/// The most letters of a value that is read back.
const READ_BACK: usize = 40;

/// The overlay as it is shown; a form is none while shared.
pub(super) fn overlay<S: Look>(state: &State, catalog: &Catalog) -> Option<Overlay<S>> {
    let over = state.overlay.as_ref()?;
    let harmless = matches!(
        over,
        state::Overlay::Attendance { .. }
            | state::Overlay::Contacts { .. }
            | state::Overlay::Help { .. }
            | state::Overlay::Palette { .. }
    );
    // Lists of the next school wait until its own people are in the room.
    if S::SHARED && state.awaits_others() && !harmless {
        return None;
    }
    Some(match over {
        state::Overlay::Help { query, top } => Overlay::Help {
            rows: help_rows(state, query.text()),
            query: input(query),
            top: *top,
        },
        state::Overlay::Palette { query, selected } => Overlay::Palette {
            rows: palette_rows(state, query.text())
                .into_iter()
                .map(|b| (hint(state, catalog, b), enabled(b.intent, state).err()))
                .collect(),
            query: input(query),
            selected: *selected,
        },
        state::Overlay::Find {
            purpose,
            query,
            found,
            selected,
        } => {
            let heard = |row: &&Found| is_told::<S>(state, row.pupil());
            Overlay::Find {
                purpose: *purpose,
                query: input(query),
                rows: found
                    .iter()
                    .filter(heard)
                    .map(|row| find_row::<S>(state, row))
                    .collect(),
                selected: among(found.iter().map(|row| heard(&row)), *selected),
            }
        }
        state::Overlay::Contacts { query, schools } => contacts(query, schools, catalog),
        state::Overlay::Attendance { selected } => Overlay::Attendance {
            school: state
                .block()
                .map(|b| b.contacts.school.name.clone())
                .unwrap_or_default(),
            rows: presence_rows(state),
            family: state.block().is_some_and(|b| b.block.family),
            selected: *selected,
            missing: missing_roles(state),
            required: state.awaits_others(),
            asked: is_asked(state),
        },
        state::Overlay::OldActions { rows, selected } => together::old_actions(state, rows, *selected),
        state::Overlay::Terms { selected } => terms(state, catalog, *selected),
        state::Overlay::ReadBack { rows, selected } => together::read_back(state, rows, *selected),
        state::Overlay::Meetings { rows, selected } => Overlay::Meetings {
            rows: rows.iter().map(|line| meeting_row(state, line)).collect(),
            selected: *selected,
        },
        state::Overlay::AgreeAll => Overlay::AgreeAll {
            rows: state
                .pupil_items()
                .into_iter()
                .filter(|i| is_to_agree(&i.item) && is_told::<S>(state, i.pupil.as_ref()))
                .filter_map(|i| {
                    i.pupil
                        .as_ref()
                        .map(|line| (name::<S>(state, line), i.item.proposal.clone()))
                })
                .collect(),
        },
        state::Overlay::Prompt {
            purpose,
            input: line,
            refusal,
        } => Overlay::Prompt {
            purpose: *purpose,
            about: asked_about(state)
                .filter(|_| *purpose == Intent::RemoveFromQueue)
                .map(|line| name::<S>(state, line)),
            input: input(line),
            refusal: *refusal,
            preview: asked_preview(state, *purpose, line.text()),
        },
        state::Overlay::Form(form) => {
            let mut view = form.view(catalog);
            let about = asked_about(state).filter(|_| form.purpose == Intent::AskForPupil);
            view.about = about
                .map(|line| line.name.full())
                .or_else(|| whose_network(state, form));
            if form.purpose == Intent::Rectify {
                stands_now(state, form, &mut view, catalog);
            }
            Overlay::Private(S::own(PrivateOverlay::Form(view))?)
        }
        state::Overlay::Listing => {
            // Nothing of a list is built where it may not be shown.
            let listing = state.listing.as_deref().filter(|_| !S::SHARED)?;
            Overlay::Private(S::own(PrivateOverlay::Pupils(listing::view(state, listing)))?)
        }
        state::Overlay::Results(screen) if S::SHARED => Overlay::Results(screen.public(catalog)?),
        state::Overlay::Results(screen) => {
            let own = Box::new(screen.own(catalog)?);
            Overlay::Private(S::own(PrivateOverlay::Results(own))?)
        }
        state::Overlay::History { selected } => {
            Overlay::Private(S::own(PrivateOverlay::History(history(state, *selected)?))?)
        }
        state::Overlay::Issued(issued) => own_rows::<S>(follow_up::issued(issued, catalog))?,
        state::Overlay::ToldBefore(told) => own_rows::<S>(follow_up::told_before(told, catalog))?,
        state::Overlay::Network { .. } if S::SHARED => return None,
        state::Overlay::Network { selected } => own_rows::<S>(card::network(state, *selected, catalog))?,
        state::Overlay::FollowUp(list) => own_rows::<S>(follow_up::actions(state, list, catalog))?,
        state::Overlay::Lessons(list) => own_rows::<S>(follow_up::lessons(list, catalog))?,
        // Nothing of it is built where it may not be shown.
        state::Overlay::Import(_) if S::SHARED => return None,
        state::Overlay::Import(import) => own_rows::<S>(importing::view(state, import, catalog))?,
        state::Overlay::Restore(_) if S::SHARED => return None,
        state::Overlay::Restore(backups) => own_rows::<S>(restoring::view(backups, catalog))?,
        state::Overlay::PartyCard { party, rows, top } => {
            Overlay::Private(S::own(PrivateOverlay::Employer(employer(state, party, rows, *top)))?)
        }
    })
}

/// A list that only a private board has.
fn own_rows<S: Look>(view: RowsView) -> Option<Overlay<S>> {
    Some(Overlay::Private(S::own(PrivateOverlay::Rows(view))?))
}

fn meeting_row(state: &State, line: &MeetingLine) -> MeetingRow {
    let meeting = &line.meeting;
    MeetingRow {
        kind: meeting.kind,
        day: meeting.day,
        phase: match () {
            () if meeting.is_closed() => Phase::Closed,
            () if meeting.is_open() => Phase::Open,
            () => Phase::Planned,
        },
        schools: line.schools.iter().map(|(_, name)| name.clone()).collect(),
        on_table: state.sitting.as_ref().is_some_and(|s| s.meeting.id == meeting.id),
    }
}

/// Whose field is rectified, and what stands in it now: what is put there takes its place everywhere, without a way back.
fn stands_now(state: &State, form: &Form, view: &mut FormView, catalog: &Catalog) {
    let pupil = state.dossier.as_ref().map(|dossier| &dossier.pupil);
    let Some(pupil) = pupil.filter(|pupil| Some(pupil.id) == form.target) else {
        return;
    };
    view.about = Some(pupil.name.full());
    let Some(chosen) = Rectified::all().nth(form.chosen(Field::RectifiedField)) else {
        return;
    };
    let now = match chosen.column() {
        "birth" => pupil.birth.map(|day| catalog.dates.day_year(day)).unwrap_or_default(),
        _ => chosen.of_pupil(pupil).to_owned(),
    };
    let mut fields = view.fields.iter_mut();
    if let Some(field) = fields.find(|field| field.field == Field::RectifiedField) {
        field.read_as = catalog.rights.stands_now(&now);
    }
    if form.read_back {
        let becomes = match chosen.column() {
            "birth" => form.day(Field::RectifiedValue).map(|day| catalog.dates.day_year(day)),
            _ => Some(form.text(Field::RectifiedValue)),
        };
        let becomes = becomes.unwrap_or_default();
        view.read_back = Some(catalog.rights.will_rectify(chosen, short(&now), short(&becomes)));
    }
}

/// The beginning of a value that is read back: the whole of a long one stands in the form above it.
fn short(value: &str) -> &str {
    let end = value.char_indices().nth(READ_BACK).map(|(at, _)| at);
    end.and_then(|end| value.get(..end)).unwrap_or(value)
}

/// Whose surroundings a form is about: of every pupil it looks the same.
fn whose_network(state: &State, form: &Form) -> Option<String> {
    let about = matches!(form.purpose, Intent::NewNetworkPerson | Intent::EditNetworkPerson);
    let dossier = state
        .dossier
        .as_ref()
        .filter(|d| about && Some(d.pupil.id) == state.pupil())?;
    Some(dossier.pupil.name.full())
}

/// The pupil that a question over a list is about.
fn asked_about(state: &State) -> Option<&PupilLine> {
    let id = state.asked_about?;
    let listed = state.listing.iter().flat_map(|listing| &listing.sections);
    let listed = listed.flat_map(|section| section.rows.iter().map(|row| &row.line));
    let planned = state.items().filter_map(|item| item.pupil.as_ref());
    let mut all = listed.chain(planned).chain(&state.rest.rows);
    all.find(|line| line.id == id)
}

/// What a line that is asked for will be, as a note tells it of its own line: a mended action or decision, and the new
/// day of an action. While nothing is typed only of an action that gets another day, which stands there at once.
fn asked_preview(state: &State, purpose: Intent, text: &str) -> Option<Preview> {
    if matches!(purpose, Intent::AddSchoolToCohort | Intent::AddListToCohort) {
        let (school, pupils) = state.joining?;
        let school = state.schools.iter().find(|one| one.id == school)?.name.clone();
        return Some(Preview::Joining { school, pupils });
    }
    // Which action it is that gets another day stands there before a day is typed.
    let of_action = matches!(purpose, Intent::MoveAction | Intent::ActionNotDone);
    if text.trim().is_empty() && !of_action {
        return None;
    }
    match (purpose, &state.mending.of) {
        (Intent::Mend, Some(Mended::Action(_, was))) => {
            let line = mended_action(state, text, was.as_ref());
            card::preview(state, &Line::Action(line), true)
        }
        (Intent::Mend, Some(Mended::Decision(_, provisional))) => {
            Some(Preview::Decision(text.trim().to_owned(), *provisional))
        }
        (Intent::MoveAction | Intent::ActionNotDone, _) => {
            let action = match state.following.behind.as_ref()? {
                state::Overlay::OldActions { rows, selected } => &rows.get(*selected)?.action,
                state::Overlay::FollowUp(list) => &list.chosen(state.today)?.action,
                _ => return None,
            };
            Some(Preview::Action {
                owner: action.owner.clone(),
                choice: Vec::new(),
                text: action.text.clone(),
                due: read_due(state, text),
                away: None,
                impossible: None,
            })
        }
        _ => None,
    }
}

/// The trajectory of the pupil at hand in words; only a private board has it.
fn history(state: &State, selected: usize) -> Option<HistoryView> {
    let dossier = state.dossier.as_ref()?;
    let row = |event: Event<'_>| match event {
        Event::Tile(tile) => EventRow::Tile(Box::new(tile.clone()), tile.hold().is_some()),
        Event::Instrument(instrument) => EventRow::Instrument(Box::new(instrument.clone())),
        Event::Relapse(relapse) => EventRow::Relapse(relapse.on, relapse.from),
    };
    Some(HistoryView {
        pupil: Private::title(
            dossier,
            state.room().may_name(&dossier.pupil),
            state.case_number(dossier.pupil.id),
        ),
        rows: dossier.history().into_iter().map(row).collect(),
        selected,
    })
}

/// The card of an employer; only a private board has it.
fn employer(state: &State, party: &Party, rows: &[Placement], top: usize) -> EmployerView {
    let rows: Vec<PlacementRow> = rows
        .iter()
        .map(|row| PlacementRow {
            pupil: name::<Private>(state, &row.pupil),
            kind: row.kind,
            contract: row.contract,
            hours: row.details.hours,
            from: row.from,
            until: row.ended.or(row.until),
            lasted: row.lasted(state.today),
            why: row.details.ended_why.clone(),
        })
        .collect();
    EmployerView {
        name: party.name.clone(),
        place: party.place.clone(),
        still: rows.iter().filter(|row| matches!(row.lasted, Lasted::Still(_))).count(),
        rows,
        top,
    }
}

pub(super) fn input(line: &Editor) -> InputView {
    InputView {
        text: line.text().to_owned(),
        cursor: Some(line.cursor()),
        selection: line.selection(),
    }
}

/// Whether it is to be said that the attendance waits to be confirmed. At the opening of the meeting that goes without
/// saying.
fn is_asked(state: &State) -> bool {
    let opening = state.item().is_some_and(|i| i.item.kind == ItemKind::Opening);
    state.awaits_attendance() && !state.awaits_others() && (!opening || state.room().confirmed().is_some())
}

fn find_row<S: Look>(state: &State, found: &Found) -> FindRow<S> {
    match found {
        Found::Pupil(line) => FindRow::Pupil(name::<S>(state, line)),
        Found::School { name, place, .. } => FindRow::School(name.clone(), place.clone()),
        Found::Party { name, place, .. } => FindRow::Party(name.clone(), place.clone()),
        Found::Person { name, party, phone, .. } => FindRow::Person(name.clone(), party.clone(), phone.clone()),
        Found::Note { pupil, on, snippet } => FindRow::Note(name::<S>(state, pupil), *on, snippet.0.clone()),
    }
}

fn contacts<S: Look>(query: &Editor, schools: &[SchoolContacts], catalog: &Catalog) -> Overlay<S> {
    let name = |p: &Person| catalog.room.to_call(p);
    let call = |p: &Person| (name(p), p.phone.clone());
    let view = |c: &SchoolContacts| ContactsView {
        school: c.school.name.clone(),
        kind: c.school.kind,
        place: c.school.place.clone(),
        fixed: c
            .fixed
            .iter()
            .map(|(rank, p)| (*rank, name(p), p.phone.clone(), p.email.clone()))
            .collect(),
        coordinator: c.coordinator.as_ref().map(call),
        uwv: c.uwv.as_ref().map(call),
    };
    Overlay::Contacts {
        query: input(query),
        school: schools.first().map(view),
        others: schools.iter().skip(1).map(|c| c.school.name.clone()).collect(),
    }
}

/// The terms that may be seen in this state; the sight decides once more what each may tell.
fn terms<S: Look>(state: &State, catalog: &Catalog, selected: usize) -> Overlay<S> {
    let seen = state
        .terms_in_sight()
        .into_iter()
        .filter(|due| !S::SHARED || due.is_shareable());
    let rows: Vec<TermRow<S>> = seen
        .map(|due| {
            let words = catalog.term(due.rule);
            TermRow {
                kind: due.rule.kind,
                on: due.on,
                expected: due.expected,
                standing: due.standing,
                label: words.label.clone(),
                text: words.text.clone(),
                article: due.rule.article.clone(),
                address: due.rule.address.clone(),
                read: due.rule.read,
                aside: due.mark.and_then(S::aside),
            }
        })
        .collect();
    Overlay::Terms {
        selected: selected.min(rows.len().saturating_sub(1)),
        rows,
    }
}
