//! What is drawn: every picture of `screenshots/`, by name. A name that ends in `-light` is drawn on a light terminal.
//!
//! The rule: a picture shows the program and nothing else. The demo table is opened on a fixed day, real keys are
//! pressed at fixed times, and what the views then draw is the picture.

use dakpan::text::{Catalog, Lang};
use dakpan::ui::theme::Look;
use dakpan::ui::{Glyphs, Theme, public_window};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use crate::desk::Desk;

/// A picture's name, the screen, and where the cursor stands on it.
pub type Scene = (&'static str, Buffer, Option<(u16, u16)>);

/// Every scene, in the order of the pictures.
pub fn scenes() -> Vec<Scene> {
    let mut album = Album::default();
    let mut desk = Desk::with_demo();
    attendance(&mut desk, &mut album);
    first_pupils(&mut desk);
    fourth_pupil(&mut desk, &mut album);
    after_the_note(&mut desk, &mut album);
    private(&mut desk, &mut album);
    album.scenes
}

/// The pictures taken so far.
#[derive(Default)]
struct Album {
    scenes: Vec<Scene>,
}

impl Album {
    /// Takes a picture of the screen as it is now.
    fn take(&mut self, desk: &Desk, name: &'static str, (columns, rows): (u16, u16)) {
        let look = if name.ends_with("-light") {
            Look::Light
        } else {
            Look::Standard
        };
        let (buffer, cursor) = desk.draw(columns, rows, look);
        self.scenes.push((name, buffer, Some(cursor)));
    }

    /// Takes a picture of what the second window shows meanwhile.
    fn take_window(&mut self, desk: &Desk, name: &'static str, (columns, rows): (u16, u16)) {
        let show = desk.program.show(&desk.program.screen());
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let (now, theme) = (desk.now.time(), Theme::of(Look::Standard));
        terminal
            .draw(|frame| public_window(&show, now, &theme, Catalog::of(Lang::Nl), Glyphs::Unicode, frame))
            .unwrap();
        self.scenes.push((name, terminal.backend().buffer().clone(), None));
    }
}

/// The window that a back row can read, the one that shows all panes, and a large one.
const SMALL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 36);
const LARGE: (u16, u16) = (200, 50);

/// The meeting is opened and everybody is asked for. One seems to be missing, and comes in after all.
fn attendance(desk: &mut Desk, album: &mut Album) {
    desk.clock("09:31:00").press("S");
    desk.press("a a a a a f");
    album.take(desk, "03-aanwezig", SMALL);
    desk.press("a Enter");
}

/// Opening, old actions, and three pupils: the third a hamerstuk.
fn first_pupils(desk: &mut Desk) {
    desk.clock("09:36:00").press("PgDn");
    desk.clock("09:47:00").press("PgDn");
    desk.write("De fietsenmaker wil Daan houden, ook na de zomer.")
        .press("Enter");
    desk.write("/b loonwaardemeting op de stageplek").press("Enter");
    desk.write("/a Ria regelt de loonwaardemeting vr 12-6").press("Enter");
    desk.clock("09:54:00").press("PgDn");
    desk.write("De ploegbaas kent Dilek al van vorig jaar.").press("Enter");
    desk.write("/a Dilek maakt kennis met de ploeg eind juni")
        .press("Enter");
    desk.clock("10:00:00").press("PgDn Esc h h i");
}

/// The table sits at the fourth pupil and an action is being typed: the picture of the README.
fn fourth_pupil(desk: &mut Desk, album: &mut Album) {
    desk.clock("10:02:10");
    desk.write("Stage bij het asiel gaat goed, drie dagen per week.")
        .press("Enter");
    desk.write("/b proefplaatsing van 2 maanden vanaf 1 september")
        .press("Enter");
    desk.write("/a Jan belt UWV over begeleiding vr 12-6").press("Enter");
    desk.clock("10:04:00").write("/a Els mailt het asiel half juni");
    album.take(desk, "01-tafel", WIDE);
    album.take(desk, "02-tafel-80x24", SMALL);
    album.take(desk, "11-tafel-200x50", LARGE);
    album.take(desk, "12-tafel-light", WIDE);
    album.take_window(desk, "18-meekijkscherm", SMALL);
    desk.speak(Lang::En);
    album.take(desk, "13-table-english", WIDE);
    desk.speak(Lang::Nl).press("F4");
    album.take(desk, "04-contact", SMALL);
    desk.press("Esc Enter Esc");
}

/// What else a chair asks of the screen before going on.
fn after_the_note(desk: &mut Desk, album: &mut Album) {
    desk.press("?");
    album.take(desk, "05-hulp", SMALL);
    desk.press("Esc 4 z g");
    album.take(desk, "06-traject", WIDE);
    desk.press("z 2 D");
    album.take(desk, "14-termijnen", WIDE);
    desk.press("Esc T");
    album.take(desk, "07-teruglezen", SMALL);
    desk.press("Esc");
}

/// What the chair alone sees.
fn private(desk: &mut Desk, album: &mut Album) {
    desk.press("F8 j /").write("yildiz");
    album.take(desk, "08-zoeken-prive", SMALL);
    desk.press("Esc");
    album.take(desk, "09-prive", WIDE);
    desk.press("e");
    album.take(desk, "10-formulier-prive", WIDE);
    desk.press("Esc W");
    album.take(desk, "15-aan-de-beurt-prive", WIDE);
    desk.press("Esc G");
    album.take(desk, "16-dekking-prive", WIDE);
    desk.press("Esc Z");
    album.take(desk, "17-zomerlijst-prive", WIDE);
    desk.press("Esc R");
    album.take(desk, "19-resultaten-prive", WIDE);
}
