//! The board in parts: the line across the top, the pane in focus, what lies over it, what just happened, what a key
//! waits for, and the mode.
//!
//! The rule is that of the whole room: what may not be shared is of a type that a shared board does not have.

use ratatui::text::Span;

use super::overlays;
use super::panes;
use super::part::{Choose, Line, Menu, Part, Sort, Which};
use crate::app::keymap::read_key;
use crate::app::message::{Code, Key};
use crate::app::screen::{LockView, Screen};
use crate::public::{Board, Header, Mode, Overlay, Pending};
use crate::text::Catalog;
use crate::ui::panes::{footer, header};
use crate::ui::pen::Pen;
use crate::ui::show::Seen;

/// Minutes between two times that the clock is said by itself.
const CLOCK: i64 = 5;

/// Keys of the panes that are told at the beginning: the most useful ones. Help tells them all.
const HINTS: usize = 8;

/// The words of spans.
pub(super) fn text_of(spans: &[Span<'_>]) -> String {
    spans.iter().map(|span| span.content.as_ref()).collect()
}

/// Everything there is to say of a screen.
pub(super) fn parts(screen: &Screen, pen: &Pen<'_>) -> Vec<Part> {
    match screen {
        Screen::Locked(view) => vec![locked(view, pen.words)],
        Screen::Blank(_, tried) => {
            let mut part = Part::only(Which::Blank, pen.words.screen.blank);
            for key in tried.iter() {
                part.line(pen.words.noting.paused(key));
            }
            vec![part]
        }
        Screen::Shared(board) => of_board(board, pen),
        Screen::Private(board) => of_board(board, pen),
    }
}

fn locked(view: &LockView, words: &Catalog) -> Part {
    let lock = &words.lock;
    let mut part = Part::only(Which::Locked, if view.locked { lock.locked } else { "" });
    part.line(lock.ask(view.asks));
    if let Some(told) = &view.told {
        part.line(lock.told(told));
    }
    part.line(if view.locked { lock.kept } else { lock.escape });
    if view.demo {
        part.line(lock.demo);
    }
    if view.back_private {
        part.line(lock.back_private);
    }
    part
}

fn of_board<S: Seen>(board: &Board<S>, pen: &Pen<'_>) -> Vec<Part> {
    let mut parts = vec![top(board, pen)];
    // A block that waits for its attendance shows nothing else.
    let waits = matches!(&board.overlay, Some(Overlay::Attendance { required: true, .. }));
    if !waits {
        parts.extend(panes::focused(board, pen));
    }
    let over = board
        .overlay
        .as_ref()
        .map(|over| overlays::part(over, board.hidden.over, board.today, pen));
    let scope = over.as_ref().map(|part| part.key.1.clone());
    parts.extend(over);
    parts.push(keys(board, scope, pen.words));
    if let Some(notice) = &board.notice {
        parts.push(Part::only(Which::Notice, pen.words.notice(notice)));
    }
    if let Some(pending) = &board.pending {
        parts.push(waiting(pending, pen.words));
    }
    let mode = match board.mode {
        Mode::Choose => pen.words.screen.choose,
        Mode::Write => pen.words.screen.write,
    };
    parts.push(Part::only(Which::Mode, mode));
    parts
}

/// Where, how far, how long, and who can see this.
fn top<S: Seen>(board: &Board<S>, pen: &Pen<'_>) -> Part {
    let (screen, header) = (&pen.words.screen, &board.header);
    let mut part = Part::only(Which::Top, "");
    part.line(header::place_words(header, pen));
    if let Some((at, of)) = header.block {
        part.line(screen.block(at, of));
    }
    part.line(if S::PRIVATE { screen.private_bar } else { screen.shared });
    if let Some(window) = board.window {
        part.line(header::window_words(window, pen));
    }
    part.lines.extend(progress(header, pen));
    if let Some(asked) = footer::waits_for_attendance(board, pen.words) {
        part.line(asked);
    }
    part
}

/// How far the pupils are, and what the clock says of it; the clock by itself only now and then.
fn progress(header: &Header, pen: &Pen<'_>) -> Option<Line> {
    let far = match (header.progress.len(), header.at) {
        (0, _) => String::new(),
        (of, Some(at)) => format!("{at}/{of}"),
        (of, None) => format!("–/{of}"),
    };
    let now = header.clock.map_or(0, |clock| clock.minutes_left / CLOCK);
    let said = std::iter::once(far.clone()).chain(header::time_words(header, pen));
    let said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
    let known = format!("{far} {now} {:?} {}", header.phase, header.paused);
    (!said.is_empty()).then(|| Line::known(Sort::Place, known, &said.join(" · ")))
}

/// The keys that act here, most useful first.
fn keys<S: Seen>(board: &Board<S>, over: Option<String>, words: &Catalog) -> Part {
    let act = board.hints.iter().filter(|hint| hint.enabled).take(HINTS);
    let each: Vec<String> = act
        .map(|hint| format!("{} {}", hint.keys, words.hint(hint.intent)))
        .collect();
    let said = format!("{} {}", words.aloud.keys, each.join(", "));
    let mut part = Part {
        key: match over {
            None => (Which::PaneKeys, format!("{:?}", board.mode)),
            Some(over) => (Which::Keys, over),
        },
        ..Part::default()
    };
    part.lines.push(Line::known(Sort::Place, String::new(), &said));
    part
}

/// What may follow a key: numbered, each with the letter that does the same.
fn waiting(pending: &Pending, words: &Catalog) -> Part {
    let options = || pending.options.iter();
    let texts = options().map(|(letter, choice)| format!("{letter} {}", footer::choice_word(*choice, words)));
    let keys = options().map(|(letter, _)| key_of(letter));
    let mut part = Part::new(words.line(pending.intent));
    // The second chance is asked by the same key as the first.
    part.key = (
        Which::Waiting,
        format!("{} {:?}", pending.keys, pending.options.first()),
    );
    part.menu = Some(Menu::numbered(texts, None, Choose::Keys(keys.collect())));
    part
}

/// The key that is written so.
fn key_of(written: &str) -> Key {
    read_key(written).unwrap_or(Key::plain(Code::Enter))
}

/// The list in which a number chooses, when there is one: what a key waits for, else what lies over the panes, else what
/// is offered in the note.
pub(super) fn menu(screen: &Screen, pen: &Pen<'_>) -> Option<Menu> {
    let found = match screen {
        Screen::Locked(_) | Screen::Blank(..) => None,
        Screen::Shared(board) => menu_of(board, pen),
        Screen::Private(board) => menu_of(board, pen),
    };
    found.filter(Menu::takes_numbers)
}

fn menu_of<S: Seen>(board: &Board<S>, pen: &Pen<'_>) -> Option<Menu> {
    match (&board.pending, &board.overlay) {
        (Some(pending), _) => waiting(pending, pen.words).menu,
        (None, Some(over)) => overlays::part(over, board.hidden.over, board.today, pen).menu,
        (None, None) => panes::focused(board, pen)
            .into_iter()
            .filter_map(|part| part.menu)
            .next_back(),
    }
}
