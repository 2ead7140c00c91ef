//! What is drawn: every picture of `screenshots/`, by name. A name that ends in `-light` is drawn on a light terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

/// A picture's name, the screen, and where the cursor stands on it.
pub type Scene = (&'static str, Buffer, Option<(u16, u16)>);

/// Every scene, in the order of the pictures.
pub fn scenes() -> Vec<Scene> {
    vec![
        ("sample", sample(), Some((39, 6))),
        ("sample-light", sample(), Some((39, 6))),
    ]
}

/// A hand-made screen with one of everything a view may draw: lines, tiles, patterns, and every style.
fn sample() -> Buffer {
    let rows = [
        "┌ Wachtrij ─────────┬ 4 · Samira K. (18) · PrO ─────────────────────┐",
        "│ 1 √ D.B.          │ Wens     werken met dieren, dicht bij huis    │",
        "│ 2 √ M.Ö.          │ Route    gemeente                             │",
        "│ 3 H L.W.          │ Open     ! UWV-advies, Jan (gem.) · te laat   │",
        "│»4 ◐ S.K.          │ Notitie ──────────────────────────────────────│",
        "│ 5 ○ T.V.          │ BESLUIT  proefplaatsing 2 mnd                 │",
        "│ 6 ○ R.A.          │ /a Els mailt asiel                            │",
        "├───────────────────┼──────────────────────┬────────────────────────┤",
        "│ school   E.V.     │████████████████████▌ │                        │",
        "│ gemeente J.B.     │            ░░░░░░░░░░│░░░ proefplaatsing ░░░░ │",
        "│ begeleid          │══════════!! GAT 1 aug│– 31 aug !!════════════ │",
        "└───────────────────┴──────────────────────┴────────────────────────┘",
        " ╭──╮ ┏━━┳━━┓ ╔══╦══╗ ╒══╤══╕ ╙──╨╜ ▁▂▃▄▅▆▇█ ▉▊▋▌▍▎▏ ▖▗▘▝▙▚▛▜▞▟ ░▒▓ ▀▄▐",
        " ╰──╯ ┣━━╋━━┫ ╠══╬══╣ ╞══╪══╡ ╓──╥╖ één € ç ğ ş ñ ß ĳ · … → ← ↑ ↓ ▏ K »",
        " │┼─┤ ┗━━┻━━┛ ╚══╩══╝ ╟──╫──╢ <b> & \"a\" 'b'",
    ];
    let width = rows.iter().map(|row| row.chars().count()).max().unwrap_or(0);
    let size = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let mut screen = Buffer::empty(Rect::new(0, 0, size(width), size(rows.len() + 3)));
    for (y, row) in rows.iter().enumerate() {
        screen.set_string(0, size(y), row, Style::new());
    }
    screen.set_style(Rect::new(1, 4, 18, 1), Modifier::REVERSED);
    screen.set_style(
        Rect::new(31, 3, 34, 1),
        Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD),
    );
    screen.set_style(
        Rect::new(31, 10, 24, 1),
        Style::new().fg(Color::LightRed).add_modifier(Modifier::BOLD),
    );
    screen.set_style(
        Rect::new(22, 5, 7, 1),
        Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD),
    );
    let styles = [
        ("bold", Style::new().add_modifier(Modifier::BOLD)),
        ("dim", Style::new().add_modifier(Modifier::DIM)),
        ("underlined", Style::new().add_modifier(Modifier::UNDERLINED)),
        ("crossed out", Style::new().add_modifier(Modifier::CROSSED_OUT)),
        ("reversed", Style::new().add_modifier(Modifier::REVERSED)),
        ("hidden", Style::new().add_modifier(Modifier::HIDDEN)),
    ];
    let mut x = 1;
    for (name, style) in styles {
        screen.set_string(x, size(rows.len()), name, style);
        x += size(name.len()) + 2;
    }
    for index in 0..16_u8 {
        let x = 1 + u16::from(index) * 4;
        screen.set_string(x, size(rows.len() + 1), "abc", Style::new().fg(Color::Indexed(index)));
        screen.set_string(x, size(rows.len() + 2), "   ", Style::new().bg(Color::Indexed(index)));
    }
    screen
}
