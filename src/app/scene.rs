//! From state to screen: the one place where it is decided what may be seen.
//!
//! One function builds every part of the board for either sight; what differs between the two is only what the
//! [`Look`] of a sight makes of a name, a card or a form. Shared makes initials of a name and nothing of a form.

mod agenda;
mod card;
mod follow_up;
mod importing;
mod listing;
mod look;
mod nameless;
mod overlay;
mod pending;
mod point;
mod queue;
mod restoring;
mod timeline;
mod together;
mod told;
pub(super) mod window;

use super::lists;
use super::reading;
use super::screen::Screen;
use super::state::{At, Overlay, State};
use crate::domain::codes::ItemState;
use crate::domain::dossier::{PupilLine, SittingItem};
use crate::domain::intent::Intent;
use crate::domain::meeting::clock;
use crate::domain::setup::SetupStep;
use crate::public::{Agenda, Board, Header, LeftOut, Mode, Phase, Queue, QueueMark, Setup};
use crate::text::Catalog;

use look::Look;

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
            queue::queue(state)
        },
        card: if hidden { None } else { card::card(state) },
        point: if hidden {
            None
        } else {
            point::point::<S>(state, catalog)
        },
        agenda: if hidden {
            Agenda::default()
        } else {
            agenda::agenda(state)
        },
        timeline: if hidden {
            timeline::empty(state)
        } else {
            timeline::timeline(state, S::SHARED)
        },
        overlay: overlay::overlay(state, catalog),
        hidden: if hidden || !S::SHARED {
            LeftOut::default()
        } else {
            left_out(state)
        },
        setup: setup(state, !S::SHARED),
        notice: state.notice.clone(),
        hints: lists::footer(state, catalog),
        focus: state.focus,
        zoom: state.zoom,
        mode: if state.writing.is_some() {
            Mode::Write
        } else {
            Mode::Choose
        },
        pending: pending::pending(state, catalog),
        today: state.today,
        window: state.window,
    };
    S::read(board, state)
}

/// What the room is not told because of a guest: of the queue, and of the list that lies over the panes.
fn left_out(state: &State) -> LeftOut {
    let queue = reading::left_out_of_queue(state);
    // What the chair's own screen shows may hold more than the public window shows of it.
    let room = state.room();
    let unheard = |pupil: Option<&PupilLine>| !room.hears(pupil.map(|line| line.id));
    let over = match &state.overlay {
        Some(Overlay::OldActions { rows, .. }) => {
            let more = rows.iter().filter(|row| unheard(row.pupil.as_ref())).count();
            room.left_out(state.left_out + more)
        }
        Some(Overlay::ReadBack { rows, .. }) => {
            let more: usize = rows.iter().map(|row| room.unheard_lines(row)).sum();
            room.left_out(state.left_out + more)
        }
        Some(Overlay::AgreeAll) => room.left_out(reading::to_agree(state, true).1),
        // As many as the queue leaves out: how many of them fit what is typed would tell of each of them.
        Some(Overlay::Find { purpose, .. }) if purpose.asks_pupils() => queue,
        _ => None,
    };
    LeftOut { queue, over }
}

/// What is left to do before a first meeting; nothing once one was planned.
fn setup(state: &State, private: bool) -> Option<Setup> {
    let taken = &state.elsewhere.steps;
    let rows = SetupStep::ALL.iter().map(|step| (*step, taken.contains(step)));
    (state.sitting.is_none() && !taken.contains(&SetupStep::Meeting)).then(|| Setup {
        private,
        rows: rows.collect(),
    })
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
