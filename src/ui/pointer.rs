//! The mouse: from a cell of the window to what was drawn there.
//!
//! The rules: everything the mouse does a key does too, and it is off unless it was asked for, because a terminal that
//! reports the mouse no longer lets text be selected. What is pointed at is judged by the screen that was drawn last,
//! which is the one the chair looked at. What lies over the panes takes no pointing.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::layout;
use super::panes::{agenda, queue};
use super::show::Seen;
use crate::app::message::Message;
use crate::app::screen::Screen;
use crate::public::{Board, Pane};
use crate::text::Catalog;

/// What an event of the mouse says to the program, on a screen that was drawn in a window of `size` columns and rows
/// with these words: a click on a row of the queue or a part of the agenda goes there, one in another pane gives it the
/// focus, and the wheel over the queue walks. None for everything else.
pub fn read(event: MouseEvent, screen: &Screen, size: (u16, u16), words: &Catalog) -> Option<Message> {
    match screen {
        Screen::Blank(..) | Screen::Locked(_) => None,
        Screen::Shared(board) => on_board(event, board, size, words),
        Screen::Private(board) => on_board(event, board, size, words),
    }
}

fn on_board<S: Seen>(event: MouseEvent, board: &Board<S>, size: (u16, u16), words: &Catalog) -> Option<Message> {
    if board.overlay.is_some() {
        return None;
    }
    let shape = (board.focus, board.zoom, S::PRIVATE);
    let (pane, within, line) = layout::pane_at(size, shape, (event.column, event.row))?;
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => {
            let row = match pane {
                Pane::Queue => queue::row_at(&board.queue, within, line)?,
                Pane::Agenda => agenda::part_at(&board.agenda, words, within.width, line)?,
                Pane::Pupil | Pane::Timeline => 0,
            };
            Some(Message::Point(pane, row))
        }
        MouseEventKind::ScrollDown => Some(Message::Wheel(pane, true)),
        MouseEventKind::ScrollUp => Some(Message::Wheel(pane, false)),
        _ => None,
    }
}
