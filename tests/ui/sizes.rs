//! Every screen at every size: no panic, and the cursor always within the window.

use dakpan::app::screen::Screen;
use dakpan::public::Pane;
use dakpan::text::{Catalog, Lang};
use dakpan::ui::layout::note_width;
use dakpan::ui::theme::Look;
use dakpan::ui::{Glyphs, Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::samples;

fn at_sizes(screen: &Screen, name: &str, sizes: impl Iterator<Item = (u16, u16)>) {
    let theme = Theme::of(Look::Standard);
    for (width, height) in sizes {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal
            .draw(|frame| view(screen, &theme, Catalog::of(Lang::En), Glyphs::Unicode, frame))
            .unwrap();
        let cursor = terminal.get_cursor_position().unwrap();
        assert!(
            cursor.x < width && cursor.y < height,
            "{name} at {width}x{height}: {cursor:?}"
        );
        assert!(terminal.backend().cursor_visible(), "{name} at {width}x{height}");
    }
}

#[test]
fn every_screen_at_every_size_up_to_ninety_by_thirty() {
    // Below the smallest size one message is drawn, whatever the board: for that one board will do.
    let small = samples::all().swap_remove(0).1;
    at_sizes(
        &small,
        "small",
        (1..=90).flat_map(|width| (1..=30).map(move |height| (width, height))),
    );
    for (name, screen) in samples::all() {
        // The private boards are drawn by the same panes: for them the edges of the range will do.
        let thin = name.starts_with("private");
        let kept = |size: &(u16, u16)| !thin || [60, 79, 80, 90].contains(&size.0) || [20, 24].contains(&size.1);
        let sizes = (60..=90).flat_map(|width| (20..=30).map(move |height| (width, height)));
        at_sizes(&screen, &name, sizes.filter(kept));
        at_sizes(
            &screen,
            &name,
            [(1, 1), (109, 20), (110, 20), (159, 21), (160, 20), (250, 70)].into_iter(),
        );
    }
}

#[test]
fn a_window_without_cells_is_left_alone() {
    let screen = samples::all().swap_remove(0).1;
    let mut terminal = Terminal::new(TestBackend::new(0, 0)).unwrap();
    let theme = Theme::of(Look::Standard);
    terminal
        .draw(|frame| view(&screen, &theme, Catalog::of(Lang::Nl), Glyphs::Unicode, frame))
        .unwrap();
}

#[test]
fn the_loop_hears_the_room_that_panes_really_have() {
    assert_eq!(note_width((80, 24), Pane::Pupil, false), 57);
    assert_eq!(note_width((120, 36), Pane::Pupil, false), 66);
    assert_eq!(note_width((70, 22), Pane::Pupil, false), 66);
    assert_eq!(note_width((120, 36), Pane::Pupil, true), 116);
    assert_eq!(note_width((70, 22), Pane::Agenda, false), 66);
    assert_eq!(note_width((0, 0), Pane::Pupil, false), 0);
}
