//! The mouse: what is pointed at is what stands there.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use dakpan::app::message::Message;
use dakpan::app::screen::Screen;
use dakpan::public::{Pane, QueueRow, Scene, Shared};
use dakpan::text::{Catalog, Lang};
use dakpan::ui::layout::pane_at;
use dakpan::ui::pointer::read;
use dakpan::ui::theme::Look;
use dakpan::ui::{Glyphs, Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::samples;

/// The three sizes that the screen is made for.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 50)];

fn at(kind: MouseEventKind, (column, row): (u16, u16)) -> MouseEvent {
    MouseEvent {
        kind,
        column,
        row,
        modifiers: KeyModifiers::NONE,
    }
}

const CLICK: MouseEventKind = MouseEventKind::Down(MouseButton::Left);

fn pointed(screen: &Screen, size: (u16, u16), kind: MouseEventKind, cell: (u16, u16)) -> Option<Message> {
    read(at(kind, cell), screen, size, Catalog::of(Lang::Nl))
}

/// The rows of a screen as they are drawn.
fn drawn(screen: &Screen, (width, height): (u16, u16)) -> Vec<Vec<String>> {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let theme = Theme::of(Look::Standard);
    terminal
        .draw(|frame| view(screen, &theme, Catalog::of(Lang::Nl), Glyphs::Unicode, frame))
        .unwrap();
    let buffer = terminal.backend().buffer();
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol().to_owned()).collect();
    (0..height).map(row).collect()
}

/// The columns of one row as text.
fn text(row: &[String], from: u16, to: u16) -> String {
    row[usize::from(from)..usize::from(to)].concat()
}

fn pane(size: (u16, u16), focus: Pane, cell: (u16, u16)) -> Option<Pane> {
    pane_at(size, (focus, false, false), cell).map(|(pane, ..)| pane)
}

#[test]
fn a_cell_belongs_to_the_pane_that_is_drawn_there() {
    let small = |focus, cell| pane((80, 24), focus, cell);
    assert_eq!(small(Pane::Pupil, (3, 5)), Some(Pane::Queue));
    assert_eq!(small(Pane::Pupil, (40, 5)), Some(Pane::Pupil));
    assert_eq!(small(Pane::Pupil, (40, 20)), Some(Pane::Timeline));
    assert_eq!(small(Pane::Agenda, (70, 20)), Some(Pane::Agenda));
    assert_eq!(small(Pane::Timeline, (3, 5)), Some(Pane::Timeline));
    let wide = |cell| pane((120, 36), Pane::Pupil, cell);
    assert_eq!(wide((3, 5)), Some(Pane::Queue));
    assert_eq!(wide((60, 5)), Some(Pane::Pupil));
    assert_eq!(wide((110, 5)), Some(Pane::Agenda));
    assert_eq!(wide((110, 30)), Some(Pane::Timeline));
    let large = |cell| pane((200, 50), Pane::Pupil, cell);
    assert_eq!(large((3, 5)), Some(Pane::Queue));
    assert_eq!(large((60, 5)), Some(Pane::Pupil));
    assert_eq!(large((140, 5)), None, "what went before answers to no pointing");
    assert_eq!(large((190, 5)), Some(Pane::Agenda));
    assert_eq!(large((190, 45)), Some(Pane::Timeline));
}

#[test]
fn borders_the_header_and_a_window_too_small_are_no_pane() {
    for size in SIZES {
        for cell in [(0, 5), (5, 0), (5, 1), (5, size.1 - 1), (size.0 - 1, 5), size] {
            assert_eq!(pane(size, Pane::Pupil, cell), None, "{cell:?} in {size:?}");
        }
    }
    assert_eq!(pane((59, 20), Pane::Pupil, (5, 5)), None);
    // The bar of the private state moves everything one row down.
    let first = |private| pane_at((120, 36), (Pane::Pupil, false, private), (3, 2)).map(|(.., row)| row);
    assert_eq!((first(false), first(true)), (Some(0), None));
}

/// The screen of an open meeting, changed.
fn board(change: impl FnOnce(&mut Scene)) -> Screen {
    samples::with::<Shared>(change)
}

/// The queue with as many rows as there may be, and a row far down selected.
fn long(selected: usize) -> Screen {
    board(|scene| {
        let row = scene.queue.rows[0].clone();
        scene.queue.rows = (1..=160)
            .map(|number| QueueRow {
                number: Some(number),
                ..row.clone()
            })
            .collect();
        scene.queue.selected = Some(selected);
    })
}

#[test]
fn a_click_in_a_long_queue_is_the_row_whose_number_stands_there() {
    for size in SIZES {
        for selected in [0, 10, 79, 159] {
            let screen = long(selected);
            let mut clicked = 0;
            for (y, row) in (0..).zip(drawn(&screen, size)) {
                let Some(Message::Point(Pane::Queue, index)) = pointed(&screen, size, CLICK, (4, y)) else {
                    continue;
                };
                let line = text(&row, 1, 6);
                let number: usize = line
                    .trim_matches([' ', '»'])
                    .split(' ')
                    .next()
                    .unwrap()
                    .parse()
                    .unwrap();
                assert_eq!(index + 1, number, "row {y} of {size:?}: {line}");
                clicked += 1;
            }
            assert!(clicked > 10, "{clicked} rows in {size:?}");
        }
    }
}

#[test]
fn a_click_in_the_agenda_is_the_part_also_where_its_title_takes_two_rows() {
    let mut parts = 0;
    let screen = board(|scene| parts = scene.agenda.parts.len());
    for (size, x) in [((120, 36), 96), ((200, 50), 168)] {
        let rows = drawn(&screen, size);
        let mut seen = Vec::new();
        for (y, row) in (0..).zip(&rows) {
            let Some(Message::Point(Pane::Agenda, index)) = pointed(&screen, size, CLICK, (x, y)) else {
                continue;
            };
            let line = text(row, x, x + 8);
            match line
                .trim_matches([' ', '»'])
                .split(' ')
                .next()
                .and_then(|first| first.parse::<usize>().ok())
            {
                Some(number) => assert_eq!(index + 1, number, "{line}"),
                None => assert_eq!(Some(&index), seen.last(), "the second row of a title: {line}"),
            }
            seen.push(index);
        }
        assert_eq!(seen.last(), Some(&(parts - 1)), "{seen:?} in {size:?}");
    }
}

#[test]
fn the_wheel_walks_and_other_buttons_say_nothing() {
    let screen = board(|_| {});
    let say = |kind| pointed(&screen, (120, 36), kind, (4, 4));
    assert_eq!(say(MouseEventKind::ScrollDown), Some(Message::Wheel(Pane::Queue, true)));
    assert_eq!(say(MouseEventKind::ScrollUp), Some(Message::Wheel(Pane::Queue, false)));
    assert_eq!(say(MouseEventKind::Up(MouseButton::Left)), None);
    assert_eq!(say(MouseEventKind::Down(MouseButton::Right)), None);
    assert_eq!(say(MouseEventKind::Moved), None);
}

#[test]
fn nothing_is_pointed_at_through_an_overlay_or_on_a_blank_screen() {
    for (name, screen) in samples::all() {
        let overlay = match &screen {
            Screen::Shared(board) => board.overlay.is_some(),
            Screen::Private(board) => board.overlay.is_some(),
            Screen::Blank(..) | Screen::Locked(_) => true,
        };
        if overlay {
            for kind in [CLICK, MouseEventKind::ScrollDown] {
                assert_eq!(pointed(&screen, (120, 36), kind, (4, 4)), None, "{name}");
            }
        }
    }
}
