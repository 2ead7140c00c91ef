//! From state to screen: the one place where it is decided what may be seen.
//!
//! One function builds every part of the board for either sight; what differs between the two is only what the
//! [`Look`] of a sight makes of a name, a card or a form. Shared makes initials of a name and nothing of a form.

mod card;
mod follow_up;
mod importing;
mod listing;
mod nameless;
mod overlay;
mod point;
mod restoring;
mod timeline;
pub(super) mod window;

use super::lists;
use super::reading::{SIDE, agenda_parts, has_guest, missing_roles, queue_from, queue_places};
use super::screen::Screen;
use super::sight::{Private, PrivateCard, PrivateName, PrivateOverlay, TermAside};
use super::state::{At, State};
use crate::domain::codes::{ChanceLevel, ItemKind, ItemState, Presence};
use crate::domain::dossier::{Dossier, PupilLine, SittingItem};
use crate::domain::intent::Intent;
use crate::domain::meeting::clock;
use crate::domain::term::TermMark;
use crate::public::{
    Agenda, AgendaRow, Board, Choice, Header, Mode, Never, Pane, Pending, Phase, PresenceRow, PublicName, PublicTitle,
    Queue, QueueMark, QueueRow, ReasonView, RoomReason, Shared, Sight,
};
use crate::text::Catalog;

/// What a sight makes of what only some may see.
pub(super) trait Look: Sight + Sized {
    /// Whether everybody sees it.
    const SHARED: bool;
    /// A pupil in a list.
    fn name(line: &PupilLine, case: u16) -> Self::Name;
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

    fn name(line: &PupilLine, case: u16) -> PublicName {
        if line.may_name {
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

    fn name(line: &PupilLine, case: u16) -> PrivateName {
        PrivateName {
            full: line.name.full(),
            nameless: (!line.may_name).then_some(case),
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

/// What is to be drawn.
pub(super) fn screen(state: &State) -> Screen {
    if let Some(view) = state.lock_view() {
        Screen::Locked(view)
    } else if state.blank {
        let tried = state.notice == Some(crate::text::notice::Notice::Paused);
        Screen::Blank(state.time(), tried.then(|| key_that_unblanks(state)))
    } else if state.private {
        Screen::Private(Box::new(board(state)))
    } else {
        Screen::Shared(Box::new(board(state)))
    }
}

/// The key that brings a blank screen back, as the chair set it.
fn key_that_unblanks(state: &State) -> String {
    let bound = state
        .settings
        .keys
        .binding_of(Intent::Blank, &[super::keymap::Scope::Anywhere]);
    bound.map_or_else(String::new, |b| super::keymap::shown(b, Catalog::of(state.lang)))
}

fn board<S: Look>(state: &State) -> Board<S> {
    let catalog = state.catalog();
    let hidden = S::SHARED && state.awaits_others();
    let board = Board {
        header: header(state),
        queue: if hidden {
            Queue {
                rows: Vec::new(),
                selected: None,
                more_before: false,
                more_after: false,
            }
        } else {
            queue(state)
        },
        card: if hidden { None } else { card::card(state) },
        point: if hidden {
            None
        } else {
            point::point::<S>(state, catalog)
        },
        agenda: if hidden { Agenda::default() } else { agenda(state) },
        timeline: if hidden {
            timeline::empty(state)
        } else {
            timeline::timeline(state, S::SHARED)
        },
        overlay: overlay::overlay(state, catalog),
        notice: state.notice.clone(),
        hints: lists::footer(state, catalog),
        focus: state.focus,
        zoom: state.zoom,
        mode: if state.writing.is_some() {
            Mode::Write
        } else {
            Mode::Choose
        },
        pending: pending(state, catalog),
        today: state.today,
        window: state.window,
    };
    S::read(board, state)
}

fn header(state: &State) -> Header {
    let sitting = state.sitting.as_ref();
    let school = state
        .school_at_hand()
        .and_then(|id| state.schools.iter().find(|s| s.id == id));
    let block_id = state.block().map(|b| b.block.id);
    let block = sitting.and_then(|s| {
        s.blocks
            .iter()
            .position(|b| Some(b.block.id) == block_id)
            .map(|at| (at + 1, s.blocks.len()))
    });
    let pupils = state.pupil_items();
    let at = state
        .item()
        .and_then(|here| pupils.iter().position(|i| i.item.id == here.item.id))
        .map(|at| at + 1);
    let phase = match sitting {
        None => Phase::None,
        Some(s) if s.meeting.is_closed() => Phase::Closed,
        Some(s) if s.meeting.is_open() && s.corrections > 0 => Phase::Corrected,
        Some(s) if s.meeting.is_open() => Phase::Open,
        Some(_) => Phase::Planned,
    };
    Header {
        school: school.map(|s| s.name.clone()),
        meeting: sitting.map(|s| (s.meeting.kind, s.meeting.day)),
        phase,
        block,
        progress: pupils.iter().map(|i| mark(state, i)).collect(),
        at,
        clock: sitting.filter(|_| state.is_open()).map(|s| {
            let items: Vec<_> = state.items().map(|i| i.item.clone()).collect();
            // While a pupil off the agenda is looked at, what is on the table goes on.
            let table = state.on_the_table().map(|(item, _)| item);
            let here = state.item().map(|i| i.item.id).or(table);
            let current = items.iter().position(|i| Some(i.id) == here).unwrap_or(0);
            clock(&items, current, state.visit_seconds(), state.time(), s.meeting.ends)
        }),
        paused: state.is_open() && sitting.and_then(|s| s.place).is_some_and(|p| p.since.is_none()),
    }
}

fn mark(state: &State, item: &SittingItem) -> QueueMark {
    let here = state.is_open() && state.at == At::Item(item.item.id);
    match item.item.state {
        ItemState::Open if here => QueueMark::Now,
        ItemState::Open => QueueMark::Open,
        ItemState::Discussed if here => QueueMark::Now,
        ItemState::Discussed => QueueMark::Discussed,
        ItemState::Agreed => QueueMark::Agreed,
        ItemState::Carried => QueueMark::Carried,
    }
}

fn queue<S: Look>(state: &State) -> Queue<S> {
    let places = queue_places(state);
    let here = places.iter().position(|at| *at == state.at);
    let from = queue_from(state, &places);
    let shown = places.iter().enumerate().skip(from).take(2 * SIDE);
    let rows: Vec<QueueRow<S>> = shown.filter_map(|(index, at)| queue_row(state, index, *at)).collect();
    if S::SHARED && has_guest(state) {
        // Nobody of them needs to know who else is talked about.
        let at_hand = here.and_then(|at| rows.into_iter().nth(at - from));
        return Queue {
            selected: at_hand.is_some().then_some(0),
            rows: at_hand.into_iter().collect(),
            more_before: false,
            more_after: false,
        };
    }
    Queue {
        selected: here.map(|at| at - from),
        more_before: from > 0 || (state.rest.more_before && !state.is_open()),
        more_after: (state.rest.more_after && !state.is_open()) || places.len() > from + 2 * SIDE,
        rows,
    }
}

fn queue_row<S: Look>(state: &State, index: usize, at: At) -> Option<QueueRow<S>> {
    match at {
        At::Item(id) => {
            let item = state.items().find(|i| i.item.id == id)?;
            let line = item.pupil.as_ref()?;
            let number = index + 1;
            Some(QueueRow {
                number: Some(number),
                mark: mark(state, item),
                name: S::name(line, state.case_number(line.id)),
                lane: Some(item.item.lane),
                fixed_time: item.item.fixed_time,
                leaving: None,
                why: why::<S>(state, line.id),
            })
        }
        At::Pupil(id) => {
            let line = state.rest.rows.iter().find(|line| line.id == id)?;
            Some(QueueRow {
                number: None,
                mark: QueueMark::None,
                name: S::name(line, state.case_number(line.id)),
                lane: None,
                fixed_time: None,
                // When somebody leaves is a reason to be discussed: shared only of the pupil at hand.
                leaving: line.leaving.filter(|_| !S::SHARED),
                why: why::<S>(state, line.id),
            })
        }
        At::Nowhere => None,
    }
}

/// Why somebody in the queue is to be discussed, as far as this sight may be told.
fn why<S: Look>(state: &State, pupil: crate::domain::Id) -> Vec<S::Why> {
    if S::SHARED {
        return Vec::new();
    }
    listing::why(state, pupil).into_iter().filter_map(S::why).collect()
}

fn agenda(state: &State) -> Agenda {
    let parts = agenda_parts(state);
    let items: Vec<&SittingItem> = state.block().map(|b| b.items.iter().collect()).unwrap_or_default();
    let here = state.item().map(|i| i.item.id);
    let visit = if state.is_open() { state.visit_seconds() } else { 0 };
    let position = |item: &SittingItem| items.iter().position(|i| i.item.id == item.item.id);
    let passed = state.item().filter(|_| state.is_open()).and_then(position);
    let closed = state.sitting.as_ref().is_some_and(|s| s.meeting.is_closed());
    let rows = parts.iter().map(|ids| {
        let of: Vec<&SittingItem> = items.iter().filter(|i| ids.contains(&i.item.id)).copied().collect();
        let first = of.first().map(|i| &i.item);
        let seconds: u32 = of
            .iter()
            .map(|i| i.item.seconds + if Some(i.item.id) == here { visit } else { 0 })
            .sum();
        // A part of the frame is done when the table went past it; a pupil only when something was recorded.
        let past = passed.is_some_and(|at| {
            of.iter()
                .all(|i| i.item.kind != ItemKind::Pupil && position(i) < Some(at))
        });
        // After the closing nothing of the frame is still to come.
        let over = closed
            && of
                .iter()
                .all(|i| !matches!(i.item.kind, ItemKind::Pupil | ItemKind::Free));
        let all_done = past || over || of.iter().all(|i| i.item.state != ItemState::Open);
        let all_carried = of.iter().all(|i| i.item.state == ItemState::Carried);
        AgendaRow {
            kind: first.map_or(ItemKind::Free, |i| i.kind),
            title: first.map(|i| i.title.clone()).unwrap_or_default(),
            state: if all_carried {
                ItemState::Carried
            } else if all_done {
                ItemState::Discussed
            } else {
                ItemState::Open
            },
            planned: of.iter().map(|i| u32::from(i.item.minutes)).sum(),
            spent: (seconds + 30) / 60,
        }
    });
    let presence: Vec<PresenceRow> = presence_rows(state);
    let present = presence.iter().filter(|p| p.state == Presence::Present).count();
    Agenda {
        parts: rows.collect(),
        current: here
            .and_then(|id| parts.iter().position(|ids| ids.contains(&id)))
            .filter(|_| state.is_open()),
        selected: (state.focus == Pane::Agenda).then_some(state.agenda_row),
        present: (present, presence.len()),
        presence,
        family: state.block().is_some_and(|b| b.block.family),
        missing: if state.is_open() && !state.awaits_attendance() {
            missing_roles(state)
        } else {
            Vec::new()
        },
        contacts_hint: state
            .block()
            .filter(|b| !b.contacts.is_complete())
            .map(|b| b.contacts.fixed.len()),
    }
}

fn presence_rows(state: &State) -> Vec<PresenceRow> {
    let rows = state.block().map(|b| b.attendance.as_slice()).unwrap_or_default();
    rows.iter()
        .map(|a| PresenceRow {
            name: a.person.full(),
            role: a.person.party_kind,
            party: a.person.party_name.clone(),
            state: a.state,
            mandate: a.mandate,
        })
        .collect()
}

fn pending(state: &State, catalog: &Catalog) -> Option<Pending> {
    use super::keymap::{CHANCE_LETTERS, INSTRUMENT_LETTER, RESULT_LETTERS, ROUTE_LETTERS, TILE_LETTERS};
    use crate::domain::codes::ChanceKind;
    let waiting = state.waiting?;
    let kind = if waiting.first.is_some() {
        ChanceKind::LastingWork
    } else {
        ChanceKind::FurtherEducation
    };
    let chance = |level: ChanceLevel| Choice::Chance(kind, level);
    let options = match waiting.intent {
        Intent::Result => RESULT_LETTERS
            .iter()
            .map(|(l, r)| (l.to_string(), Choice::Result(*r)))
            .collect(),
        Intent::SetRoute => ROUTE_LETTERS
            .iter()
            .map(|(l, r)| (l.to_string(), Choice::Route(*r)))
            .collect(),
        Intent::SetChances => CHANCE_LETTERS
            .iter()
            .map(|(l, level)| (l.to_string(), chance(*level)))
            .collect(),
        Intent::AddTile => TILE_LETTERS
            .iter()
            .map(|(l, kind)| (l.to_string(), Choice::Tile(*kind)))
            .chain([(INSTRUMENT_LETTER.to_string(), Choice::Instrument)])
            .collect(),
        Intent::Quit | Intent::TogglePrivate => vec![(state.lang.yes_letter().to_string(), Choice::Confirm)],
        _ => vec![(super::keymap::key_text(waiting.key, catalog), Choice::Confirm)],
    };
    Some(Pending {
        keys: super::keymap::key_text(waiting.key, catalog),
        intent: waiting.intent,
        options,
    })
}
