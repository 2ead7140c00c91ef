//! The queue as it is shown: who is on the agenda, and the other pupils of the school.
//!
//! The rule: no more rows are built than a window shows, because a school may have very many; and on the shared screen
//! nobody but the pupil at hand is in it while a parent, a young person or an employer is present.

use super::listing;
use super::look::Look;
use super::mark;
use super::told::name;
use crate::app::reading::{SIDE, queue_from, queue_places};
use crate::app::state::{At, State};
use crate::domain::Id;
use crate::public::{Queue, QueueMark, QueueRow};

pub(super) fn queue<S: Look>(state: &State) -> Queue<S> {
    let places = queue_places(state);
    let here = places.iter().position(|at| *at == state.at);
    let from = queue_from(state, &places);
    let shown = places.iter().enumerate().skip(from).take(2 * SIDE);
    let rows: Vec<QueueRow<S>> = shown.filter_map(|(index, at)| queue_row(state, index, *at)).collect();
    if S::SHARED && state.room().has_guest() {
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
                name: name::<S>(state, line),
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
                name: name::<S>(state, line),
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
fn why<S: Look>(state: &State, pupil: Id) -> Vec<S::Why> {
    if S::SHARED {
        return Vec::new();
    }
    listing::why(state, pupil).into_iter().filter_map(S::why).collect()
}
