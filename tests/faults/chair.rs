//! A chair without a terminal: the program on a file that stays where it is, also after the process is gone.

use std::path::{Path, PathBuf};

use dakpan::app::Program;
use dakpan::app::message::{Code, Key, Message};
use dakpan::app::settings::Settings;
use dakpan::domain::Moment;
use dakpan::store::{Opening, Secret, Store, StoreError};
use dakpan::text::Lang;
use dakpan::text::notice::Notice;
use dakpan::ui;
use dakpan::ui::theme::Look;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use zeroize::Zeroizing;

use crate::desk::{Table, key, lay_table, ten_o_clock};

/// Columns and rows of the window.
const WINDOW: (u16, u16) = (120, 36);

/// How the file of a test is opened.
pub(super) fn opening(path: &Path) -> Opening {
    Opening {
        path: path.to_owned(),
        secret: Secret::KeyFile(Zeroizing::new([3; 32])),
        now: ten_o_clock(),
        who: "Test".into(),
        seed: super::seed(),
        salt: Some([5; 9]),
    }
}

/// Makes a file with a table in a folder.
pub(super) fn lay(folder: &Path, pupils: usize) -> (PathBuf, Table) {
    let path = folder.join("tafel.dakpan");
    let mut store = Store::create(opening(&path)).unwrap();
    let table = lay_table(&mut store, ten_o_clock(), pupils);
    store.close().unwrap();
    (path, table)
}

/// Fails unless the file opens and everything in it holds together.
pub(super) fn assert_sound(path: &Path, told: &str) -> Store {
    let store = Store::open(opening(path)).unwrap_or_else(|error| panic!("{told}: {error}"));
    assert_eq!(store.check().unwrap(), Vec::<String>::new(), "{told}");
    store
}

/// The program with a clock that stands still.
pub(super) struct Chair {
    pub(super) program: Program,
    pub(super) now: Moment,
}

impl Chair {
    /// Sits down at a file.
    pub(super) fn sit(path: &Path) -> Result<Self, StoreError> {
        let store = Store::open(opening(path))?;
        let now = ten_o_clock();
        let program = Program::start(store, now, "Test".into(), Lang::Nl, Settings::default());
        let mut chair = Self { program, now };
        chair.send(Message::Resize(WINDOW.0, WINDOW.1));
        Ok(chair)
    }

    /// Sends a message and lets the loop do what it does before a frame.
    pub(super) fn send(&mut self, message: Message) {
        self.program.handle(message, self.now);
        self.program.keep();
    }

    /// Presses keys by name.
    pub(super) fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.send(Message::Key(key(name)));
        }
        self
    }

    /// Types a text.
    pub(super) fn write(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.send(Message::Key(Key::plain(Code::Char(letter))));
        }
        self
    }

    /// Opens the meeting and puts the cursor in the note of the first pupil.
    pub(super) fn go_to_first_note(&mut self) -> &mut Self {
        self.press("S a a a a Enter PgDn PgDn");
        assert!(self.program.state.writing.is_some(), "{}", self.screen());
        self
    }

    /// The problem that the status line tells, if it tells one.
    pub(super) fn problem(&self) -> Option<String> {
        match &self.program.state.notice {
            Some(Notice::Problem(problem)) => Some(self.program.state.catalog().notices.problem(problem)),
            _ => None,
        }
    }

    /// The text under the cursor, when a note is being written.
    pub(super) fn typed(&self) -> Option<&str> {
        Some(self.program.state.writing.as_ref()?.editor.text())
    }

    /// What stands on the screen.
    pub(super) fn screen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(WINDOW.0, WINDOW.1)).unwrap();
        let (screen, theme) = (self.program.screen(), ui::Theme::of(Look::Standard));
        let catalog = self.program.state.catalog();
        terminal
            .draw(|frame| {
                ui::view(&screen, &theme, catalog, ui::Glyphs::Unicode, frame);
            })
            .unwrap();
        let buffer = terminal.backend().buffer();
        let row = |y| -> String { (0..WINDOW.0).map(|x| buffer[(x, y)].symbol()).collect() };
        (0..WINDOW.1).map(|y| format!("{}\n", row(y).trim_end())).collect()
    }

    /// Fails unless a text stands on the screen.
    pub(super) fn sees(&self, text: &str) -> &Self {
        let screen = self.screen();
        assert!(screen.contains(text), "not on the screen: {text}\n{screen}");
        self
    }
}
