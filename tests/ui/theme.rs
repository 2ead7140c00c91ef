//! Contrast of every style against the palettes of common terminals, after WCAG 2.2.

use dakpan::ui::Theme;
use dakpan::ui::theme::Look;
use ratatui::style::{Color, Modifier, Style};

/// The sixteen colours as terminals show them, in the order of their numbers.
const PALETTES: [(&str, [u32; 16]); 5] = [
    (
        "VGA",
        [
            0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555, 0xff5555,
            0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
        ],
    ),
    (
        "xterm",
        [
            0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000,
            0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
        ],
    ),
    (
        "Windows console",
        [
            0x000000, 0x800000, 0x008000, 0x808000, 0x000080, 0x800080, 0x008080, 0xc0c0c0, 0x808080, 0xff0000,
            0x00ff00, 0xffff00, 0x0000ff, 0xff00ff, 0x00ffff, 0xffffff,
        ],
    ),
    (
        "Windows Terminal",
        [
            0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd, 0xcccccc, 0x767676, 0xe74856,
            0x16c60c, 0xf9f1a5, 0x3b78ff, 0xb4009e, 0x61d6d6, 0xf2f2f2,
        ],
    ),
    (
        "Tango",
        [
            0x000000, 0xcc0000, 0x4e9a06, 0xc4a000, 0x3465a4, 0x75507b, 0x06989a, 0xd3d7cf, 0x555753, 0xef2929,
            0x8ae234, 0xfce94f, 0x729fcf, 0xad7fa8, 0x34e2e2, 0xeeeeec,
        ],
    ),
];

/// Every style that must be read, with its meaning.
fn styles(theme: &Theme) -> Vec<(&'static str, Style)> {
    // Taken apart without a rest, so that a style that is added is checked too.
    let Theme {
        text,
        label,
        title,
        focus,
        selected,
        marked,
        muted,
        key,
        hint,
        overdue,
        warning,
        ok,
        preview,
        private_bar,
        shared,
        border,
        holds,
        beside,
        gap,
        today,
        disabled: _,
    } = theme.clone();
    vec![
        ("text", text),
        ("label", label),
        ("title", title),
        ("focus", focus),
        ("selected", selected),
        ("marked", marked),
        ("muted", muted),
        ("key", key),
        ("hint", hint),
        ("overdue", overdue),
        ("warning", warning),
        ("ok", ok),
        ("preview", preview),
        ("private_bar", private_bar),
        ("shared", shared),
        ("border", border),
        ("holds", holds),
        ("beside", beside),
        ("gap", gap),
        ("today", today),
    ]
}

fn number(colour: Color) -> Option<usize> {
    let order = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    order.iter().position(|known| *known == colour)
}

/// Relative luminance: WCAG 2.2, definitions.
fn luminance(rgb: u32) -> f64 {
    let channel = |shift: u32| {
        let value = f64::from((rgb >> shift) & 0xff) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colours of a style on a terminal with that palette and those default colours.
fn colours(style: Style, palette: &[u32; 16], defaults: (u32, u32)) -> (u32, u32) {
    let pick = |colour: Option<Color>, default| match colour {
        None | Some(Color::Reset) => default,
        Some(colour) => palette[number(colour).expect("one of the sixteen")],
    };
    let (fg, bg) = (pick(style.fg, defaults.0), pick(style.bg, defaults.1));
    if style.add_modifier.contains(Modifier::REVERSED) {
        (bg, fg)
    } else {
        (fg, bg)
    }
}

#[test]
fn the_computation_agrees_with_known_values() {
    assert!((contrast(0x000000, 0xffffff) - 21.0).abs() < 0.001);
    assert!((contrast(0x767676, 0xffffff) - 4.54).abs() < 0.01);
}

#[test]
fn every_style_that_must_be_read_has_contrast_of_four_and_a_half() {
    for (look, dark) in [
        (Look::Standard, true),
        (Look::Light, false),
        (Look::HighContrast, true),
        (Look::Mono, true),
    ] {
        for (terminal, palette) in &PALETTES {
            let defaults = if dark {
                (palette[7], palette[0])
            } else {
                (0x000000, 0xffffff)
            };
            for (name, style) in styles(&Theme::of(look)) {
                assert!(
                    !style.add_modifier.contains(Modifier::DIM),
                    "{look:?} {name}: dim is hard to read"
                );
                let (fg, bg) = colours(style, palette, defaults);
                let ratio = contrast(fg, bg);
                assert!(ratio >= 4.5, "{look:?} {name} on {terminal}: {ratio:.2}");
            }
        }
    }
}

/// The colours of a style on the console of the Linux kernel, by its rules: `build_attr` and `csi_m` of its `vt.c`.
fn on_console(style: Style) -> (u32, u32) {
    const VGA: [u32; 16] = [
        0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555, 0xff5555, 0x55ff55,
        0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
    ];
    let fg = style.fg.map_or(7, |colour| number(colour).unwrap());
    let bg = style.bg.map_or(0, |colour| number(colour).unwrap()) % 8;
    let bright = fg >= 8 || style.add_modifier.contains(Modifier::BOLD);
    let (letter, ground) = if style.add_modifier.contains(Modifier::REVERSED) {
        (bg, fg % 8)
    } else {
        (fg % 8, bg)
    };
    (VGA[letter + if bright { 8 } else { 0 }], VGA[ground])
}

#[test]
fn the_linux_console_has_that_contrast_too() {
    for look in [Look::Standard, Look::HighContrast, Look::Mono] {
        let theme = Theme::of(look).on_console();
        let within = |style: Style| style.add_modifier(Modifier::REVERSED);
        let labels = [
            ("label of a tile", within(theme.holds)),
            ("label beside", within(theme.beside)),
        ];
        for (name, style) in styles(&theme).into_iter().chain(labels) {
            let (letter, ground) = on_console(style);
            let ratio = contrast(letter, ground);
            assert!(ratio >= 4.5, "{look:?} {name}: {ratio:.2}");
        }
        assert_ne!(theme.focus, theme.selected, "{look:?}");
    }
}

#[test]
fn mono_has_no_colour_at_all() {
    for (name, style) in styles(&Theme::of(Look::Mono)) {
        assert_eq!((style.fg, style.bg), (None, None), "{name}");
    }
}

#[test]
fn states_differ_by_more_than_colour() {
    for look in [Look::Standard, Look::Light, Look::HighContrast, Look::Mono] {
        let theme = Theme::of(look);
        assert_ne!(theme.focus, theme.selected, "{look:?}");
        assert_ne!(theme.private_bar, theme.shared, "{look:?}");
        assert_ne!(theme.text, theme.overdue, "{look:?}");
        assert_ne!(theme.text, theme.disabled, "{look:?}");
    }
}
