//! The pictures in `screenshots/` are what the program draws today, and the drawing itself does what it says.

mod draw;
mod lines;
mod palette;
mod scenes;

use std::collections::BTreeSet;
use std::path::Path;

use draw::{picture, png, svg};
use palette::{DARK, LIGHT, Rgb};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use resvg::tiny_skia::Pixmap;

#[test]
fn pictures_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let mut wrong = Vec::new();
    let mut names = BTreeSet::new();
    for (name, buffer, cursor) in scenes::scenes() {
        let file = format!("{name}.png");
        match std::fs::read(folder.join(&file)) {
            Err(error) => wrong.push(format!("{file}: {error}")),
            Ok(kept) if kept == picture(name, &buffer, cursor).unwrap() => {}
            Ok(_) => wrong.push(format!("{file} is not what the program draws")),
        }
        assert!(names.insert(file), "two scenes are called {name}");
    }
    for entry in std::fs::read_dir(&folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        // Those of real terminals were taken by hand; another test looks at them.
        let by_hand = entry.path().is_dir() && name == TERMINALS;
        if !by_hand && !names.contains(&name) {
            wrong.push(format!("{name}: no scene draws it"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\nredraw them with `cargo run --example pictures`, look at them, and commit them",
        wrong.join("\n")
    );
}

/// Where the pictures of real terminals are.
const TERMINALS: &str = "terminals";

#[test]
fn pictures_of_real_terminals_are_small_and_whole() {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(house.join("screenshots").join(TERMINALS)).unwrap() {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).unwrap();
        let name = name.into_string().unwrap();
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.len() <= 60_000, "{name} has {} bytes", bytes.len());
        let picture = Pixmap::decode_png(&bytes).unwrap();
        assert!(
            picture.width() >= 640 && picture.height() >= 384,
            "{name} is no whole screen"
        );
    }
}

/// A screen of one row, drawn, with a way to ask for a pixel of a cell.
fn row(text: &str, style: Style, cursor: Option<(u16, u16)>) -> impl Fn(u16, u32, u32) -> Rgb {
    let mut screen = Buffer::empty(Rect::new(0, 0, 4, 1));
    screen.set_string(0, 0, text, style);
    let pixels = Pixmap::decode_png(&png(&svg(&screen, cursor, &DARK)).unwrap()).unwrap();
    move |cell, x, y| {
        let color = pixels.pixel(10 + u32::from(cell) * 10 + x, 10 + y).unwrap();
        [color.red(), color.green(), color.blue()]
    }
}

/// How many of a cell's 200 pixels have exactly this colour.
fn count(pixel: &impl Fn(u16, u32, u32) -> Rgb, cell: u16, wanted: Rgb) -> usize {
    let all = (0..20).flat_map(|y| (0..10).map(move |x| (x, y)));
    all.filter(|(x, y)| pixel(cell, *x, *y) == wanted).count()
}

#[test]
fn letters_are_written_without_a_font_of_the_machine() {
    let pixel = row("aé€ ", Style::new(), None);
    for cell in 0..3 {
        let ink = 200 - count(&pixel, cell, DARK.background);
        assert!((20..140).contains(&ink), "{ink} pixels of ink in cell {cell}");
    }
    assert_eq!(count(&pixel, 3, DARK.background), 200);
}

#[test]
fn lines_and_blocks_leave_no_seams() {
    let pixel = row("──██", Style::new(), None);
    let along = |y| (0..2).flat_map(move |cell| (0..10).map(move |x| (cell, x, y)));
    assert!(along(10).all(|(cell, x, y)| pixel(cell, x, y) == DARK.foreground));
    assert!(along(9).all(|(cell, x, y)| pixel(cell, x, y) == DARK.background));
    assert_eq!(
        count(&pixel, 2, DARK.foreground) + count(&pixel, 3, DARK.foreground),
        400
    );
}

/// Every line character reaches exactly the edges that its neighbours go on from, and the middle of the cell.
#[test]
fn a_line_reaches_the_edges_of_its_cell() {
    let edges = [(0, 10), (9, 10), (5, 0), (5, 19)];
    for (symbol, reached) in [
        ("─", [true, true, false, false]),
        ("│", [false, false, true, true]),
        ("┌", [false, true, false, true]),
        ("┤", [true, false, true, true]),
        ("┼", [true, true, true, true]),
        ("┗", [false, true, true, false]),
        ("╭", [false, true, false, true]),
        ("╯", [true, false, true, false]),
    ] {
        let pixel = row(symbol, Style::new(), None);
        let found = edges.map(|(x, y)| pixel(0, x, y) != DARK.background);
        assert_eq!(found, reached, "{symbol}");
    }
}

/// A double corner is two corners, one within the other, that do not touch.
#[test]
fn a_double_corner_is_closed_and_hollow() {
    let pixel = row("╔", Style::new(), None);
    let ink = |x, y| pixel(0, x, y) == DARK.foreground;
    assert!(
        (3..10).all(|x| ink(x, 8)) && (8..20).all(|y| ink(3, y)),
        "the outer corner"
    );
    assert!(
        (7..10).all(|x| ink(x, 12)) && (12..20).all(|y| ink(7, y)),
        "the inner corner"
    );
    assert!(
        (4..10).all(|x| !ink(x, 10)) && (9..20).all(|y| !ink(5, y)),
        "the space between"
    );
}

#[test]
fn styles_are_seen() {
    let reversed = row("█", Style::new().add_modifier(Modifier::REVERSED), None);
    assert_eq!(count(&reversed, 0, DARK.background), 200);
    let green = row("█", Style::new().fg(Color::Green), None);
    assert_eq!(count(&green, 0, DARK.ansi[2]), 200);
    let underlined = row(" ", Style::new().add_modifier(Modifier::UNDERLINED), None);
    assert_eq!(count(&underlined, 0, DARK.foreground), 10);
    let ink = |modifier| 200 - count(&row("m", Style::new().add_modifier(modifier), None), 0, DARK.background);
    assert!(ink(Modifier::BOLD) > ink(Modifier::empty()));
    assert_eq!(ink(Modifier::HIDDEN), 0);
    let dim = row("█", Style::new().add_modifier(Modifier::DIM), None);
    assert_eq!(count(&dim, 0, DARK.foreground) + count(&dim, 0, DARK.background), 0);
}

#[test]
fn the_cursor_is_a_block_that_shows_its_letter() {
    let pixel = row("a", Style::new(), Some((0, 0)));
    let (block, letter) = (count(&pixel, 0, DARK.foreground), count(&pixel, 0, DARK.background));
    assert!(block > 100 && letter > 0, "{block} pixels of block, {letter} of letter");
    assert_eq!(count(&pixel, 1, DARK.background), 200);
}

#[test]
fn a_character_that_the_font_lacks_is_refused_by_name() {
    let mut screen = Buffer::empty(Rect::new(0, 0, 4, 1));
    screen.set_string(0, 0, "a 漢", Style::new());
    let error = picture("scene", &screen, None).unwrap_err();
    assert_eq!(error, "scene: the font of the pictures has no 漢");
}

#[test]
fn a_light_scene_is_drawn_on_a_light_terminal() {
    let screen = Buffer::empty(Rect::new(0, 0, 2, 1));
    let corner = |name| {
        let pixels = Pixmap::decode_png(&picture(name, &screen, None).unwrap()).unwrap();
        pixels
            .pixel(0, 0)
            .map(|color| [color.red(), color.green(), color.blue()])
    };
    assert_eq!(corner("main-light"), Some(LIGHT.background));
    assert_eq!(corner("main"), Some(DARK.background));
}
