//! The public window comes and goes: the chair hears of it, and nothing else changes.

use crate::app::state::State;
use crate::public::WindowState;
use crate::text::notice::Notice;

/// Takes in how the public window does now.
pub(in crate::app) fn window(state: &mut State, window: Option<WindowState>) {
    let before = std::mem::replace(&mut state.window, window);
    let there = |window: Option<WindowState>| match window {
        // Until it has said how large it is, it is not there yet.
        Some(WindowState::Live(rows) | WindowState::Blank(rows)) => Some(rows).filter(|rows| *rows > 0),
        Some(WindowState::Gone) | None => None,
    };
    let news = match (there(before), there(window)) {
        (None, Some(rows)) => Notice::WindowCame(rows),
        (Some(_), None) => Notice::WindowWent,
        _ => return,
    };
    // A question that is open, and a problem, are for the chair to answer first.
    let busy = state.waiting.is_some() || matches!(state.notice, Some(Notice::Problem(_) | Notice::Paused));
    if !busy {
        state.notice = Some(news);
    }
}
