//! Whole screens as snapshots: text only, the styles have tests of their own.

use dakpan::app::screen::Screen;
use dakpan::app::sight::Private;
use dakpan::public::{Pane, Shared};
use dakpan::text::{Catalog, Lang};
use dakpan::ui::theme::Look;
use dakpan::ui::{Glyphs, Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::samples;

/// What a screen looks like: the cells, and where the cursor is.
pub(super) fn draw(screen: &Screen, lang: Lang, size: (u16, u16), glyphs: Glyphs) -> (Buffer, Position) {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
    let theme = Theme::of(Look::Standard);
    terminal
        .draw(|frame| view(screen, &theme, Catalog::of(lang), glyphs, frame))
        .unwrap();
    let cursor = terminal.get_cursor_position().unwrap();
    (terminal.backend().buffer().clone(), cursor)
}

/// The text of a screen, line by line; a wide letter stands for both of its columns.
pub(super) fn text(buffer: &Buffer) -> String {
    let mut lines = Vec::new();
    for y in buffer.area.rows() {
        let mut line = String::new();
        let mut skip = 0;
        for x in y.x..y.right() {
            let symbol = buffer[(x, y.y)].symbol();
            if skip > 0 {
                skip -= 1;
                continue;
            }
            skip = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

pub(super) fn shown(screen: &Screen, lang: Lang, size: (u16, u16)) -> String {
    let (buffer, cursor) = draw(screen, lang, size, Glyphs::Unicode);
    format!("cursor {},{}\n{}", cursor.x, cursor.y, text(&buffer))
}

fn snapshot(name: &str, screen: &Screen, lang: Lang, size: (u16, u16)) {
    let lang_name = match lang {
        Lang::Nl => "nl",
        Lang::En => "en",
    };
    let name = format!("{name}_{lang_name}_{}x{}", size.0, size.1);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, shown(screen, lang, size));
    });
}

fn named(list: Vec<(&'static str, Screen)>, name: &str) -> Screen {
    list.into_iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn the_meeting_at_every_size() {
    for size in [(80, 24), (120, 36), (200, 50), (70, 22)] {
        snapshot("shared_writing", &samples::with::<Shared>(|_| {}), Lang::Nl, size);
        snapshot("private_writing", &samples::with::<Private>(|_| {}), Lang::Nl, size);
    }
    for size in [(80, 24), (120, 36)] {
        snapshot("shared_writing", &samples::with::<Shared>(|_| {}), Lang::En, size);
    }
}

#[test]
fn at_eighty_columns_it_still_says_that_all_is_saved_and_what_an_action_is_about() {
    let whole = shown(&samples::with::<Shared>(|_| {}), Lang::Nl, (120, 36));
    assert!(whole.contains("GEDEELD  opgeslagen"), "{whole}");
    let small = shown(&samples::with::<Shared>(|_| {}), Lang::Nl, (80, 24));
    assert!(small.contains("GEDEELD  bewaard"), "{small}");
    let queue = shown(&named(samples::states::<Shared>(), "queue"), Lang::Nl, (80, 24));
    // That it is too late, the mark says: who, what and the day are read.
    assert!(
        queue.contains("! Jan: advies UWV") && queue.contains("… · vr 29-05"),
        "{queue}"
    );
}

#[test]
fn that_it_is_not_saved_is_the_last_to_go_and_that_it_is_saved_is_told_shorter() {
    use dakpan::text::notice::{Notice, Problem};
    for width in 60..=200 {
        let late = |problem: bool| {
            let screen = samples::with::<Shared>(|board| {
                if let Some(clock) = &mut board.header.clock {
                    clock.minutes_late = 600;
                }
                board.notice = problem.then_some(Notice::Problem(Problem::Cancelled));
            });
            let text = shown(&screen, Lang::Nl, (width, 24));
            text.lines().nth(1).unwrap_or_default().to_owned()
        };
        let saved = late(false);
        assert!(
            saved.contains("opgeslagen") || saved.contains("bewaard"),
            "{width}: {saved}"
        );
        let trouble = late(true);
        assert!(trouble.contains("! probleem"), "{width}: {trouble}");
    }
}

#[test]
fn every_state_in_both_languages() {
    for (name, screen) in samples::states::<Shared>() {
        snapshot(&format!("shared_{name}"), &screen, Lang::Nl, (80, 24));
        snapshot(&format!("shared_{name}"), &screen, Lang::En, (120, 36));
    }
}

#[test]
fn every_overlay_in_both_languages() {
    for (name, screen) in samples::overlays::<Shared>() {
        snapshot(&format!("shared_{name}"), &screen, Lang::Nl, (80, 24));
        snapshot(&format!("shared_{name}"), &screen, Lang::En, (120, 36));
    }
    for size in [(80, 24), (120, 36), (70, 22)] {
        snapshot("private_form", &samples::form(), Lang::Nl, size);
    }
    for (name, screen) in [
        ("private_employer", samples::employer()),
        ("private_history", samples::history()),
    ] {
        snapshot(name, &screen, Lang::Nl, (80, 24));
        snapshot(name, &screen, Lang::En, (120, 36));
    }
    snapshot(
        "private_find",
        &named(samples::overlays::<Private>(), "find"),
        Lang::Nl,
        (120, 36),
    );
}

#[test]
fn every_list_over_many_pupils_in_both_languages() {
    for (name, screen) in samples::listings() {
        for (lang, size) in [
            (Lang::Nl, (80, 24)),
            (Lang::Nl, (120, 36)),
            (Lang::En, (80, 24)),
            (Lang::En, (120, 36)),
        ] {
            snapshot(&format!("private_{name}"), &screen, lang, size);
        }
    }
    for (name, size) in [("queue", (80, 24)), ("queue_zoomed", (120, 36))] {
        let screen = samples::with::<Private>(|board| {
            (board.focus, board.zoom) = (Pane::Queue, name == "queue_zoomed");
        });
        snapshot(&format!("private_{name}"), &screen, Lang::Nl, size);
        snapshot(&format!("private_{name}"), &screen, Lang::En, size);
    }
}

#[test]
fn the_roof_at_every_size_in_both_languages_for_either_sight() {
    let zoomed = |list: Vec<(&'static str, Screen)>| named(list, "timeline_zoomed");
    for lang in [Lang::Nl, Lang::En] {
        for size in [(80, 24), (120, 36), (200, 50)] {
            let on_the_gap = named(samples::states::<Shared>(), "timeline");
            snapshot("shared_timeline", &on_the_gap, lang, size);
            snapshot(
                "private_timeline_zoomed",
                &zoomed(samples::states::<Private>()),
                lang,
                size,
            );
        }
    }
}

#[test]
fn the_roof_says_the_same_in_ascii_and_without_colours() {
    let screen = named(samples::states::<Shared>(), "timeline");
    let (ascii, _) = draw(&screen, Lang::Nl, (80, 24), Glyphs::Ascii);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let mono = Theme::of(Look::Mono);
    terminal
        .draw(|frame| view(&screen, &mono, Catalog::of(Lang::Nl), Glyphs::Unicode, frame))
        .unwrap();
    let mono = text(terminal.backend().buffer());
    let (standard, _) = draw(&screen, Lang::Nl, (80, 24), Glyphs::Unicode);
    assert_eq!(mono, text(&standard), "nothing is told by a colour alone");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("shared_timeline_ascii_nl_80x24", text(&ascii));
        insta::assert_snapshot!("shared_timeline_mono_nl_80x24", mono);
    });
}

#[test]
fn panes_one_at_a_time_below_eighty_columns() {
    for (name, pane) in [
        ("queue", Pane::Queue),
        ("agenda", Pane::Agenda),
        ("timeline", Pane::Timeline),
    ] {
        let screen = samples::with::<Shared>(|board| board.focus = pane);
        snapshot(&format!("shared_{name}"), &screen, Lang::Nl, (70, 22));
    }
}

#[test]
fn a_blank_screen_says_the_time_and_nothing_else() {
    let screen = samples::all().into_iter().find(|(name, _)| name == "blank").unwrap().1;
    let text = shown(&screen, Lang::Nl, (80, 24));
    assert_eq!(
        text.split_whitespace().skip(2).collect::<Vec<_>>().join(" "),
        "10:12 · Scherm gepauzeerd"
    );
}

#[test]
fn a_window_that_is_too_small_says_so() {
    let screen = samples::with::<Shared>(|_| {});
    for size in [(59, 40), (200, 19)] {
        let text = shown(&screen, Lang::Nl, size);
        let words: Vec<&str> = text.split_whitespace().skip(2).collect();
        assert_eq!(words.join(" "), "venster te klein (60×20 nodig), alles blijft bewaard");
    }
    assert!(shown(&screen, Lang::Nl, (60, 20)).contains("Samira"));
}

#[test]
fn ascii_glyphs_leave_nothing_but_letters_beyond_ascii() {
    for (name, screen) in samples::all().iter().filter(|(name, _)| !name.ends_with("hostile")) {
        let (buffer, _) = draw(screen, Lang::Nl, (120, 36), Glyphs::Ascii);
        let strange: Vec<char> = text(&buffer)
            .chars()
            .filter(|c| !c.is_ascii() && !c.is_alphabetic())
            .collect();
        assert!(strange.is_empty(), "{name}: {strange:?}");
    }
}
