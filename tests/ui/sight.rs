//! What the two states show, and what has the focus.

use dakpan::app::screen::Screen;
use dakpan::app::sight::Private;
use dakpan::public::{Mode, Overlay, Pane, Preview, Scene, Shared, Sight};
use dakpan::text::{Catalog, Lang, NL};
use dakpan::ui::theme::Look;
use dakpan::ui::{Glyphs, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Modifier, Style};

use super::samples;
use super::screens::{draw, shown, text};

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 36), (200, 50), (70, 22)];

/// A shared board is made of these types and no others: this compiles only while they cannot hold a full name.
fn shared_types(scene: &Scene) -> Option<<Shared as Sight>::Overlay> {
    let () = scene.card.as_ref().map(|card| card.extra).unwrap_or_default();
    None
}

fn style_at(buffer: &Buffer, needle: &str) -> Style {
    let text = text(buffer);
    let (y, line) = text
        .lines()
        .enumerate()
        .find(|(_, line)| line.contains(needle))
        .unwrap();
    let x = line[..line.find(needle).unwrap()].chars().count();
    buffer[(x as u16, y as u16)].style()
}

fn reversed(style: Style) -> bool {
    style.add_modifier.contains(Modifier::REVERSED)
}

#[test]
fn the_private_state_says_so_across_the_top_in_a_style_of_its_own() {
    for size in SIZES {
        for (name, screen) in samples::all() {
            let (buffer, _) = draw(&screen, Lang::Nl, size, Glyphs::Unicode);
            let first = text(&buffer).lines().next().unwrap().to_owned();
            let private = matches!(screen, Screen::Private(_));
            assert_eq!(first.contains(NL.screen.private_bar), private, "{name} {size:?}");
            if private {
                let bar = Theme::of(Look::Standard).private_bar;
                let whole = (0..size.0).all(|x| buffer[(x, 0)].bg == bar.bg.unwrap());
                assert!(whole, "{name} {size:?}");
            } else if !matches!(screen, Screen::Blank(..)) {
                assert!(first.contains("GEDEELD"), "{name} {size:?}: {first}");
            }
        }
    }
}

#[test]
fn no_family_name_and_no_private_detail_on_a_shared_screen() {
    let scene = samples::board::<Shared>();
    assert!(shared_types(&scene).is_none());
    let private = [
        "Kaya",
        "Jansen",
        "0042",
        "19 nov 2007",
        "Fatma",
        "06-00",
        "bang",
        "doelgroepregister",
    ];
    for (name, screen) in samples::all() {
        let texts = SIZES.map(|size| shown(&screen, Lang::Nl, size)).concat();
        let found: Vec<_> = private.iter().filter(|word| texts.contains(**word)).collect();
        if matches!(screen, Screen::Private(_)) {
            continue;
        }
        assert!(found.is_empty(), "{name}: {found:?}");
    }
    let own = shown(&samples::with::<Private>(|_| {}), Lang::Nl, (200, 50));
    assert!(private.iter().all(|word| own.contains(word)), "{own}");
}

#[test]
fn a_pupil_who_is_nameless_to_others_is_marked_in_the_private_queue() {
    let own = shown(&samples::with::<Private>(|_| {}), Lang::Nl, (120, 36));
    let line = own.lines().find(|line| line.contains("Noor")).unwrap();
    assert!(line.contains("casus 8"), "{line}");
}

#[test]
fn nothing_of_a_block_is_shown_before_its_attendance_is_confirmed() {
    for (name, screen) in samples::overlays::<Shared>() {
        let text = shown(&screen, Lang::Nl, (120, 36));
        let blank = name == "attendance_required";
        assert_eq!(text.contains("dierenasiel"), !blank, "{name}");
        assert_eq!(text.contains("S.K."), !blank, "{name}");
    }
}

#[test]
fn the_focus_is_reversed_marked_and_has_the_cursor() {
    let titles = [
        (Pane::Queue, "»Wachtrij"),
        (Pane::Pupil, "»4 · Samira"),
        (Pane::Agenda, "»Agenda"),
        (Pane::Timeline, "»Traject"),
    ];
    for (pane, title) in titles {
        let screen = samples::with::<Shared>(|board| (board.focus, board.mode) = (pane, Mode::Choose));
        let (buffer, _) = draw(&screen, Lang::Nl, (120, 36), Glyphs::Unicode);
        assert!(reversed(style_at(&buffer, title)), "{title}");
        let others = titles.iter().filter(|(other, _)| *other != pane);
        for (_, other) in others {
            assert!(!text(&buffer).contains(other), "{other} while {title}");
        }
    }
    let queue = samples::with::<Shared>(|board| board.focus = Pane::Queue);
    let (buffer, cursor) = draw(&queue, Lang::Nl, (120, 36), Glyphs::Unicode);
    assert_eq!(cursor, Position { x: 1, y: 5 });
    assert!(reversed(style_at(&buffer, "» 4 ◐ S.K.")));
    assert!(!reversed(style_at(&buffer, "  5 ○ T.V.")));
}

#[test]
fn the_selected_row_stays_in_sight_in_a_long_queue() {
    for selected in [0, 7, 11, 57, 119] {
        let screen = samples::with::<Shared>(|board| {
            let row = board.queue.rows[0].clone();
            board.queue.rows = (1..=120)
                .map(|number| (number, row.clone()))
                .map(|(number, mut row)| {
                    row.number = Some(number);
                    row
                })
                .collect();
            board.queue.selected = Some(selected);
        });
        let text = shown(&screen, Lang::Nl, (80, 24));
        assert!(text.contains(&format!("»{:>3} ", selected + 1)), "{selected}: {text}");
    }
}

#[test]
fn the_cursor_stands_where_the_chair_types() {
    let (_, cursor) = draw(&samples::with::<Shared>(|_| {}), Lang::Nl, (120, 36), Glyphs::Unicode);
    let text = shown(&samples::with::<Shared>(|_| {}), Lang::Nl, (120, 36));
    let line = text.lines().nth(usize::from(cursor.y) + 1).unwrap();
    let before: String = line.chars().take(usize::from(cursor.x)).collect();
    assert!(before.ends_with("half juni"), "{before}");
    for (name, typed) in [("find", "» sa"), ("palette", "» ha"), ("contacts_other", "» sch")] {
        let screen = samples::overlays::<Shared>()
            .into_iter()
            .find(|(known, _)| *known == name)
            .unwrap()
            .1;
        let (buffer, cursor) = draw(&screen, Lang::Nl, (120, 36), Glyphs::Unicode);
        let before: String = (0..cursor.x)
            .map(|x| buffer[(x, cursor.y)].symbol().to_owned())
            .collect();
        assert!(before.ends_with(typed), "{name}: {before}");
    }
}

#[test]
fn a_long_note_keeps_the_cursor_and_what_follows_in_sight() {
    let paragraphs: Vec<String> = (1..=60).map(|number| format!("regel {number}")).collect();
    let note = paragraphs.join("\n");
    for at in [1, 30, 60] {
        let screen = samples::with::<Shared>(|board| {
            let card = board.card.as_mut().unwrap();
            let end = note.find(&format!("regel {at}")).unwrap() + 6;
            card.note.input = dakpan::public::InputView {
                text: note.clone(),
                cursor: Some(end),
                selection: None,
            };
            card.note.preview = None;
        });
        let (buffer, cursor) = draw(&screen, Lang::Nl, (120, 36), Glyphs::Unicode);
        let text = text(&buffer);
        let line = text.lines().nth(usize::from(cursor.y)).unwrap();
        assert!(line.contains(&format!("regel {at} ")), "{line}");
        assert_eq!(text.contains(&format!("regel {} ", at + 1)), at < 60, "{text}");
    }
}

#[test]
fn a_line_is_read_back_below_the_paragraph_of_the_cursor() {
    let screen = samples::with::<Shared>(|board| {
        let card = board.card.as_mut().unwrap();
        let text = "/b akkoord\nwat volgt";
        card.note.input = dakpan::public::InputView {
            text: text.into(),
            cursor: Some(10),
            selection: None,
        };
        card.note.preview = Some(Preview::Decision("akkoord".into(), false));
    });
    let text = shown(&screen, Lang::Nl, (80, 24));
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| line.contains("/b akkoord")).unwrap();
    assert!(lines[at + 1].contains("→ BESLUIT akkoord"));
    assert!(lines[at + 2].contains("wat volgt"));
}

#[test]
fn the_day_of_what_is_read_back_stays_in_one_piece_wherever_its_line_is_broken() {
    for letters in 20..70 {
        let screen = samples::with::<Shared>(|board| {
            let action = dakpan::public::ActionRow {
                owner: None,
                text: "x".repeat(letters),
                due: "2026-06-30".parse().ok(),
                state: dakpan::domain::codes::ActionState::Open,
                overdue: false,
            };
            board.overlay = Some(Overlay::ReadBack {
                rows: vec![dakpan::public::ReadBackRow {
                    pupil: None,
                    part: (dakpan::domain::codes::ItemKind::Free, "iets".into()),
                    written: vec![dakpan::public::Written::Action(action)],
                    nothing: false,
                    held: vec![],
                    also: dakpan::public::ReadBackAlso::default(),
                }],
                selected: 0,
                confirmed: None,
            });
        });
        let text = shown(&screen, Lang::Nl, (80, 24));
        assert!(text.contains("· di 30-06"), "{letters}: {text}");
    }
}

#[test]
fn what_is_missing_in_an_action_is_marked() {
    let mark = |preview| {
        let screen = samples::with::<Shared>(|board| {
            board.card.as_mut().unwrap().note.preview = Some(preview);
        });
        shown(&screen, Lang::Nl, (120, 36))
    };
    let nobody = Preview::Action {
        owner: None,
        choice: vec![],
        text: "belt ouders".into(),
        due: None,
        away: None,
        impossible: None,
    };
    assert!(mark(nobody).contains("→ ACTIE wie?: belt ouders · datum?"));
    assert!(mark(Preview::WorkingNote { refused: true }).contains("! een werknotitie kan alleen privé"));
    let choice = samples::states::<Shared>()
        .into_iter()
        .find(|(name, _)| *name == "two_match")
        .unwrap()
        .1;
    assert!(shown(&choice, Lang::Nl, (120, 36)).contains("wie van deze? Jan de Boer (gem.) of Jan Smit (UWV)"));
}

#[test]
fn an_overdue_action_keeps_its_day_in_any_width() {
    for size in SIZES {
        let text = shown(&samples::with::<Shared>(|_| {}), Lang::Nl, size);
        assert!(text.contains("vr 29-05 · te laat"), "{size:?}\n{text}");
    }
}

#[test]
fn a_key_that_cannot_act_is_dimmed_and_a_problem_is_loud() {
    let (buffer, _) = draw(&samples::with::<Shared>(|_| {}), Lang::Nl, (120, 36), Glyphs::Unicode);
    assert!(style_at(&buffer, "/p werknotitie").add_modifier.contains(Modifier::DIM));
    assert!(!style_at(&buffer, "/b besluit").add_modifier.contains(Modifier::DIM));
    let problem = samples::states::<Shared>()
        .into_iter()
        .find(|(name, _)| *name == "problem")
        .unwrap()
        .1;
    let (buffer, _) = draw(&problem, Lang::Nl, (80, 24), Glyphs::Unicode);
    assert_eq!(
        style_at(&buffer, "! Het bestand").fg,
        Theme::of(Look::Standard).overdue.fg
    );
    assert!(
        text(&buffer).contains("Werk het programma eerst bij."),
        "what to do is not cut"
    );
}

#[test]
fn the_whole_of_a_problem_is_read_in_the_narrowest_window() {
    use dakpan::text::notice::{Notice, Problem};
    for lang in [Lang::Nl, Lang::En] {
        let sentence = Catalog::of(lang).problem(&Problem::NoTerminal);
        let screen = samples::with::<Shared>(|board| board.notice = Some(Notice::Problem(Problem::NoTerminal)));
        let text = shown(&screen, lang, (60, 20));
        let words: Vec<&str> = text.split_whitespace().collect();
        let last = sentence.split_whitespace().last().unwrap();
        assert!(words.contains(&last), "{text}");
    }
}

#[test]
fn a_list_that_goes_on_shows_it_in_the_border() {
    let screen = samples::with::<Shared>(|board| {
        let hint = board.hints[0].clone();
        board.overlay = Some(Overlay::Palette {
            query: samples::input(""),
            rows: vec![(hint, None); 60],
            selected: 30,
        });
    });
    let text = shown(&screen, Lang::Nl, (80, 24));
    let lines: Vec<&str> = text.lines().collect();
    let title = lines.iter().position(|line| line.contains("Opdrachten")).unwrap();
    assert!(
        lines[title].contains("↑") && lines.iter().any(|line| line.contains("└──") && line.contains("↓")),
        "{text}"
    );
}

#[test]
fn a_timeline_that_starts_in_december_still_says_which_year_it_shows() {
    let screen = samples::with::<Shared>(|board| board.timeline.from = samples::day(2025, 12, 1));
    for size in [(80, 24), (120, 36)] {
        let text = shown(&screen, Lang::Nl, size);
        assert!(text.contains("2026"), "{text}");
    }
}
