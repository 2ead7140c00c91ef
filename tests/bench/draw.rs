//! A draw of the main screen, and a step to the next pupil with everything that is read for it.

use dakpan::app::Program;
use dakpan::app::message::{Code, Key, Message};
use dakpan::app::settings::Settings;
use dakpan::text::{Lang, NL};
use dakpan::ui;
use dakpan::ui::theme::{Look, Theme};
use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::tables::{SIZES, now, open};

fn program(pupils: usize) -> Program {
    let mut program = Program::start(open(pupils), now(), "Bench".into(), Lang::Nl, Settings::default());
    program.handle(Message::Resize(120, 36), now());
    program
}

fn terminal(columns: u16, rows: u16) -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(columns, rows)).unwrap()
}

fn frame(program: &Program, terminal: &mut Terminal<TestBackend>) {
    let (screen, theme) = (program.screen(), Theme::of(Look::Standard));
    terminal
        .draw(|frame| ui::view(&screen, &theme, &NL, ui::Glyphs::Unicode, frame))
        .unwrap();
}

/// The main screen of the demo's meeting, drawn.
#[divan::bench(args = [(80, 24), (120, 36), (200, 50)])]
fn main_screen(bencher: Bencher<'_, '_>, (columns, rows): (u16, u16)) {
    let mut program = program(SIZES[0]);
    program.handle(Message::Resize(columns, rows), now());
    let mut terminal = terminal(columns, rows);
    bencher.bench_local(|| frame(&program, &mut terminal));
}

/// PgDn: the next pupil read from the file, and the frame drawn.
#[divan::bench(args = SIZES)]
fn next_pupil(bencher: Bencher<'_, '_>, pupils: usize) {
    let mut program = program(pupils);
    let mut terminal = terminal(120, 36);
    bencher.bench_local(|| {
        program.handle(Message::Key(Key::plain(Code::PageDown)), now());
        frame(&program, &mut terminal);
    });
}
