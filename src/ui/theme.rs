//! Styles by meaning: the only place with colours.
//!
//! Only the sixteen colours of the terminal are used, with bold, reverse and dim, so that whoever has set up a
//! palette for their eyes keeps it. Red, blue and magenta are too dark on black in common palettes and the plain
//! yellow, cyan and green in some, so on a dark background meaning uses the bright yellow, cyan, green and red; on a
//! light one it is the other way round. A colour never stands alone: a word or a glyph says the same. Dim is for keys
//! that cannot act now, and for nothing that must be read.

use ratatui::style::{Color, Modifier, Style};

use crate::text::screen_test::{Ink, Manner};

/// A theme by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Look {
    /// For a dark background.
    #[default]
    Standard,
    /// For a light background.
    Light,
    /// Black and white with one accent, everything bold.
    HighContrast,
    /// No colours at all; also for `NO_COLOR`.
    Mono,
}

/// What each meaning looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Text that needs no emphasis.
    pub text: Style,
    /// The word before a value.
    pub label: Style,
    /// Titles and names.
    pub title: Style,
    /// What has the focus: the title of the pane and the selected row in it.
    pub focus: Style,
    /// The selected row of a pane without the focus.
    pub selected: Style,
    /// Text selected in a note.
    pub marked: Style,
    /// Less important text.
    pub muted: Style,
    /// A key that cannot act now.
    pub disabled: Style,
    /// The key of a hint.
    pub key: Style,
    /// What a key does.
    pub hint: Style,
    /// Past its day.
    pub overdue: Style,
    /// Needs attention.
    pub warning: Style,
    /// Done, agreed.
    pub ok: Style,
    /// What was just typed, as it is read.
    pub preview: Style,
    /// The bar across the top, and the state, while private.
    pub private_bar: Style,
    /// The state while shared.
    pub shared: Style,
    /// Lines around panes.
    pub border: Style,
    /// A tile that holds the pupil.
    pub holds: Style,
    /// A tile that does not.
    pub beside: Style,
    /// Days on which nobody holds the pupil.
    pub gap: Style,
    /// Today on the timeline.
    pub today: Style,
}

impl Theme {
    /// The theme of that name.
    pub fn of(look: Look) -> Self {
        match look {
            Look::Standard => Self::coloured(&Accents {
                label: Color::LightCyan,
                bad: Color::LightRed,
                warning: Color::LightYellow,
                good: Color::LightGreen,
                muted: Color::Gray,
                bar: (Color::Black, Color::LightYellow),
            }),
            Look::Light => Self::coloured(&Accents {
                label: Color::Blue,
                bad: Color::Red,
                warning: Color::Magenta,
                good: Color::Blue,
                muted: Color::Black,
                bar: (Color::White, Color::Red),
            }),
            Look::HighContrast => Self::high_contrast(),
            Look::Mono => Self::mono(),
        }
    }

    /// The same on the console of the Linux kernel. Bold is a brighter letter there and a bright colour is bold, reversed
    /// or not, so that black letters on a colour turn dark grey; and no ground is ever bright. So no letter is bold on a
    /// ground, whatever it was before a row got the focus, and what has to stand out has white letters.
    #[must_use]
    pub fn on_console(self) -> Self {
        let colours = self.gap.fg.is_some();
        let on_ground = |letter, ground| {
            if colours {
                Style::new().fg(letter).bg(ground)
            } else {
                Style::new().add_modifier(Modifier::REVERSED)
            }
        };
        let focus = on_ground(Color::Black, Color::Gray).remove_modifier(Modifier::BOLD);
        let stands_out = on_ground(Color::White, Color::Red);
        let tile = |style: Style, colour| if colours { Style::new().fg(colour) } else { style };
        Self {
            focus,
            marked: focus,
            private_bar: stands_out,
            gap: stands_out,
            holds: tile(self.holds, Color::Green),
            beside: tile(self.beside, Color::Cyan),
            ..self
        }
    }

    fn coloured(accents: &Accents) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let fg = |colour| plain.fg(colour);
        Self {
            text: plain,
            label: fg(accents.label),
            title: bold,
            focus: bold.add_modifier(Modifier::REVERSED),
            selected: bold,
            marked: plain.add_modifier(Modifier::REVERSED),
            muted: fg(accents.muted),
            disabled: plain.add_modifier(Modifier::DIM),
            key: bold,
            hint: plain,
            overdue: fg(accents.bad).add_modifier(Modifier::BOLD),
            warning: fg(accents.warning).add_modifier(Modifier::BOLD),
            ok: fg(accents.good).add_modifier(Modifier::BOLD),
            preview: fg(accents.label).add_modifier(Modifier::BOLD),
            private_bar: bold.fg(accents.bar.0).bg(accents.bar.1),
            shared: fg(accents.good).add_modifier(Modifier::BOLD),
            border: fg(accents.muted),
            holds: fg(accents.good),
            beside: fg(accents.label),
            gap: fg(accents.bad)
                .add_modifier(Modifier::BOLD)
                .add_modifier(Modifier::REVERSED),
            today: fg(accents.warning).add_modifier(Modifier::BOLD),
        }
    }

    fn high_contrast() -> Self {
        let white = Style::new().fg(Color::White).bg(Color::Black);
        let bold = white.add_modifier(Modifier::BOLD);
        let yellow = bold.fg(Color::LightYellow);
        let inverse = Style::new()
            .fg(Color::Black)
            .bg(Color::White)
            .add_modifier(Modifier::BOLD);
        Self {
            text: white,
            label: bold,
            title: bold,
            focus: inverse,
            selected: yellow,
            marked: inverse,
            muted: white,
            disabled: white.add_modifier(Modifier::DIM),
            key: yellow,
            hint: white,
            overdue: yellow,
            warning: yellow,
            ok: bold,
            preview: yellow,
            private_bar: Style::new()
                .fg(Color::Black)
                .bg(Color::LightYellow)
                .add_modifier(Modifier::BOLD),
            shared: bold,
            border: white,
            holds: white,
            beside: white,
            gap: yellow.add_modifier(Modifier::REVERSED),
            today: yellow,
        }
    }

    fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let reverse = plain.add_modifier(Modifier::REVERSED);
        Self {
            text: plain,
            label: plain,
            title: bold,
            focus: bold.add_modifier(Modifier::REVERSED),
            selected: bold,
            marked: reverse,
            muted: plain,
            disabled: plain.add_modifier(Modifier::DIM),
            key: bold,
            hint: plain,
            overdue: bold.add_modifier(Modifier::UNDERLINED),
            warning: bold,
            ok: plain,
            preview: bold,
            private_bar: bold.add_modifier(Modifier::REVERSED),
            shared: bold,
            border: plain,
            holds: plain,
            beside: plain,
            gap: bold.add_modifier(Modifier::REVERSED),
            today: bold,
        }
    }
}

/// The colours in which two themes differ.
struct Accents {
    label: Color,
    bad: Color,
    warning: Color,
    good: Color,
    muted: Color,
    bar: (Color, Color),
}

/// A style as words can tell it: the colour of the letters and of the ground, none for the terminal's own, and the manner.
pub(super) fn inks(style: Style) -> (Option<Ink>, Option<Ink>, Vec<Manner>) {
    let manners = [
        (Modifier::BOLD, Manner::Bold),
        (Modifier::DIM, Manner::Dim),
        (Modifier::REVERSED, Manner::Reversed),
        (Modifier::UNDERLINED, Manner::Underlined),
    ];
    let has = |modifier: Modifier| style.add_modifier.contains(modifier);
    let manners = manners.into_iter().filter(|(modifier, _)| has(*modifier));
    let manners = manners.map(|(_, manner)| manner).collect();
    (style.fg.and_then(ink), style.bg.and_then(ink), manners)
}

fn ink(colour: Color) -> Option<Ink> {
    Some(match colour {
        Color::Black => Ink::Black,
        Color::Red => Ink::Red,
        Color::Green => Ink::Green,
        Color::Yellow => Ink::Yellow,
        Color::Blue => Ink::Blue,
        Color::Magenta => Ink::Magenta,
        Color::Cyan => Ink::Cyan,
        Color::Gray => Ink::Grey,
        Color::DarkGray => Ink::DarkGrey,
        Color::LightRed => Ink::BrightRed,
        Color::LightGreen => Ink::BrightGreen,
        Color::LightYellow => Ink::BrightYellow,
        Color::LightBlue => Ink::BrightBlue,
        Color::LightMagenta => Ink::BrightMagenta,
        Color::LightCyan => Ink::BrightCyan,
        Color::White => Ink::White,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    })
}
