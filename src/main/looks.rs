//! How the screen looks: theme, glyphs and language.
//!
//! The rule: what was asked for is what is drawn. Only where no theme was asked for is the terminal asked whether its
//! background is light, and its answer, which may never come, is not waited for.

use std::io;

use crossterm::execute;
use crossterm::style::Print;

use dakpan::cli::{Options, ThemeName};
use dakpan::text::Catalog;
use dakpan::ui;
use dakpan::ui::background::{Background, QUESTION};
use dakpan::ui::theme::Look;

use super::{Fullscreen, Input};

/// How the screen looks.
pub(crate) struct Looks {
    pub(crate) theme: ui::Theme,
    pub(crate) glyphs: ui::Glyphs,
    pub(crate) catalog: &'static Catalog,
}

impl Looks {
    /// As it was asked for.
    pub(crate) fn of(options: &Options) -> Self {
        Self {
            theme: if std::env::var_os("TERM").is_some_and(|name| name == "linux") {
                ui::Theme::of(look(options)).on_console()
            } else {
                ui::Theme::of(look(options))
            },
            glyphs: if options.ascii {
                ui::Glyphs::Ascii
            } else {
                ui::Glyphs::Unicode
            },
            catalog: options.catalog(),
        }
    }

    /// Takes in what the terminal answered; whether the screen looks otherwise now.
    pub(crate) fn follow(&mut self, input: &mut Input) -> bool {
        let light = input.keyboard.take_background() == Some(Background::Light);
        if light {
            self.theme = ui::Theme::of(Look::Light);
        }
        light
    }
}

/// Asks the terminal what its background is, where nothing else says how the screen is to look.
pub(crate) fn ask_background(screen: &mut Fullscreen, options: &Options) -> io::Result<()> {
    if options.theme.is_none() && !options.no_colour && screen.aloud.is_none() {
        execute!(screen.terminal.backend_mut(), Print(QUESTION))?;
    }
    Ok(())
}

/// The theme that was asked for; without colours where the environment asks for none.
fn look(options: &Options) -> Look {
    match options.theme {
        Some(ThemeName::Standard) => Look::Standard,
        Some(ThemeName::Light) => Look::Light,
        Some(ThemeName::HighContrast) => Look::HighContrast,
        Some(ThemeName::Mono) => Look::Mono,
        None if options.no_colour => Look::Mono,
        None => Look::Standard,
    }
}
