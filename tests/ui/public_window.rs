//! The public window at every size: what stands in it, and that it never takes more than 24 rows.

use chrono::NaiveTime;
use dakpan::app::screen::Screen;
use dakpan::public::{Blank, Projection, Shared, Show};
use dakpan::text::{Catalog, Lang};
use dakpan::ui::theme::Look;
use dakpan::ui::{Glyphs, Theme, public_window};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::{samples, screens};

const BLANKS: [Blank; 6] = [
    Blank::NoLink,
    Blank::Waiting,
    Blank::Attendance,
    Blank::Paused,
    Blank::Locked,
    Blank::Elsewhere,
];

fn draw(show: &Show, lang: Lang, (columns, rows): (u16, u16), glyphs: Glyphs) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    let theme = Theme::of(Look::Standard);
    let now = NaiveTime::from_hms_opt(10, 47, 0).unwrap();
    terminal
        .draw(|frame| public_window(show, now, &theme, Catalog::of(lang), glyphs, frame))
        .unwrap();
    assert!(!terminal.backend().cursor_visible(), "there is no cursor to follow");
    terminal.backend().buffer().clone()
}

/// Every shared sample that shows a pupil or a list, as the window gets it.
fn shows() -> Vec<(String, Show)> {
    let mut all: Vec<(String, Show)> = BLANKS
        .iter()
        .map(|why| (format!("{why:?}").to_lowercase(), Show::Blank(*why)))
        .collect();
    let mut add = |name: &str, screen: Screen| {
        if let Screen::Shared(scene) = screen {
            all.push((name.to_owned(), Show::Scene(Box::new(Projection::of(&scene, true)))));
        }
    };
    add("pupil", samples::with::<Shared>(|_| {}));
    for (name, screen) in samples::states::<Shared>() {
        add(name, screen);
    }
    for (name, screen) in samples::overlays::<Shared>() {
        add(name, screen);
    }
    all
}

fn named(name: &str) -> Show {
    shows().into_iter().find(|(known, _)| known == name).unwrap().1
}

fn snapshot(name: &str, lang: Lang, size: (u16, u16), glyphs: Glyphs) {
    let text = screens::text(&draw(&named(name), lang, size, glyphs));
    let lang = if lang == Lang::Nl { "nl" } else { "en" };
    let kind = if glyphs == Glyphs::Ascii { "_ascii" } else { "" };
    let full = format!("window_{name}{kind}_{lang}_{}x{}", size.0, size.1);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(full, text);
    });
}

#[test]
fn the_window_as_it_looks() {
    for size in [(80, 24), (120, 36), (59, 19)] {
        snapshot("pupil", Lang::Nl, size, Glyphs::Unicode);
        snapshot("paused", Lang::Nl, size, Glyphs::Unicode);
    }
    for name in ["pupil", "read_back", "nolink", "attendance"] {
        snapshot(name, Lang::En, (80, 24), Glyphs::Unicode);
    }
    snapshot("read_back", Lang::Nl, (80, 24), Glyphs::Unicode);
    snapshot("old_actions", Lang::Nl, (80, 24), Glyphs::Unicode);
    snapshot("agree_all", Lang::Nl, (80, 24), Glyphs::Unicode);
    snapshot("pupil", Lang::Nl, (80, 24), Glyphs::Ascii);
}

#[test]
fn whatever_is_shown_fits_every_window_and_takes_at_most_twenty_four_rows() {
    let sizes = (1..=24).map(|rows| (rows * 5, rows));
    let odd = [
        (1, 1),
        (1, 50),
        (200, 1),
        (2, 2),
        (18, 3),
        (59, 24),
        (60, 15),
        (60, 16),
        (300, 90),
    ];
    for (columns, rows) in sizes.chain(odd) {
        for (name, show) in shows() {
            for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
                let buffer = draw(&show, Lang::Nl, (columns, rows), glyphs);
                let text = screens::text(&buffer);
                let used: Vec<usize> = text
                    .lines()
                    .enumerate()
                    .filter_map(|(at, line)| (!line.trim().is_empty()).then_some(at))
                    .collect();
                let (first, last) = (used.first().copied(), used.last().copied());
                let taken = last.zip(first).map_or(0, |(last, first)| last - first + 1);
                assert!(taken > 0, "{name} at {columns}×{rows} is empty");
                assert!(taken <= 24, "{name} at {columns}×{rows} takes {taken} rows\n{text}");
            }
        }
    }
}

#[test]
fn a_window_without_cells_is_left_alone() {
    let mut terminal = Terminal::new(TestBackend::new(0, 0)).unwrap();
    let theme = Theme::of(Look::Standard);
    let now = NaiveTime::default();
    terminal
        .draw(|frame| {
            public_window(
                &named("pupil"),
                now,
                &theme,
                Catalog::of(Lang::Nl),
                Glyphs::Unicode,
                frame,
            )
        })
        .unwrap();
}

#[test]
fn nothing_is_drawn_that_a_terminal_would_obey() {
    let Show::Scene(mut scene) = named("pupil") else {
        panic!()
    };
    let hostile = "\u{1b}[2J\u{9b}31m\u{202e}olleh\u{200f}\u{2066}\u{7}";
    scene.header.school = Some(hostile.into());
    if let Some(pupil) = scene.pupil.as_mut() {
        (pupil.wish, pupil.note) = (hostile.into(), format!("{hostile}\n{hostile}"));
    }
    let show = Show::Scene(scene);
    let buffer = draw(&show, Lang::Nl, (80, 24), Glyphs::Unicode);
    for cell in buffer.content() {
        let obeyed = |c: char| {
            c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c)
        };
        assert!(!cell.symbol().chars().any(obeyed), "{:?}", cell.symbol());
    }
    assert!(
        screens::text(&buffer).contains("¤[2J"),
        "and it is seen that it was there"
    );
}
