//! The desk: the program with a real encrypted file, a clock that stands where the test puts it, real keys, and the
//! screen as it is drawn.

mod table;

use chrono::Duration;
use dakpan::app::Program;
use dakpan::app::message::{Code, Key, Message};
use dakpan::app::screen::Screen;
use dakpan::app::settings::{Settings, Upkeep};
use dakpan::cli::demo;
use dakpan::domain::Moment;
use dakpan::store::{Opening, Secret, Store};
use dakpan::text::Lang;
use dakpan::ui;
use dakpan::ui::theme::Look;
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use tempfile::TempDir;
use zeroize::Zeroizing;

pub(crate) use table::{Table, issue_pages, lay_table, objection, pupil, with_proposal};

/// The program at a desk.
pub(crate) struct Desk {
    pub(crate) program: Program,
    pub(crate) now: Moment,
    pub(crate) lang: Lang,
    /// Keys that were pressed, text not counted.
    pub(crate) control_keys: usize,
    folder: TempDir,
}

/// Wednesday 3 June 2026, ten o'clock: the day of the mock-up.
pub(crate) fn ten_o_clock() -> Moment {
    Moment::parse_from_rfc3339("2026-06-03T10:00:00+02:00").unwrap()
}

fn opening(folder: &TempDir, now: Moment) -> Opening {
    Opening {
        path: folder.path().join("tafel.dakpan"),
        secret: Secret::KeyFile(Zeroizing::new([3; 32])),
        now,
        who: "Test".into(),
        seed: 7,
        salt: Some([5; 9]),
    }
}

impl Desk {
    /// A desk with a file in which a table of so many pupils is planned for today.
    pub(crate) fn with_pupils(pupils: usize) -> (Self, Table) {
        let folder = TempDir::new().unwrap();
        let now = ten_o_clock();
        let mut store = Store::create(opening(&folder, now)).unwrap();
        let table = lay_table(&mut store, now, pupils);
        (Self::on(store, folder, now), table)
    }

    /// A desk like it, with a file that opens with this.
    pub(crate) fn with_pupils_under(pupils: usize, secret: Secret) -> (Self, Table) {
        let folder = TempDir::new().unwrap();
        let now = ten_o_clock();
        let opening = Opening {
            secret,
            ..opening(&folder, now)
        };
        let mut store = Store::create(opening).unwrap();
        let table = lay_table(&mut store, now, pupils);
        (Self::on(store, folder, now), table)
    }

    /// The folder of the file.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// A desk with an empty file.
    pub(crate) fn empty() -> Self {
        let folder = TempDir::new().unwrap();
        let now = ten_o_clock();
        let store = Store::create(opening(&folder, now)).unwrap();
        Self::on(store, folder, now)
    }

    /// A desk with the demo table on the day of the mock-up, before its meeting is opened.
    pub(crate) fn with_demo() -> Self {
        let folder = TempDir::new().unwrap();
        let now = ten_o_clock();
        let opening = Opening {
            seed: demo::SEED,
            ..opening(&folder, now)
        };
        let mut store = Store::create(opening).unwrap();
        demo::make(&mut store, now.date_naive(), demo::DEFAULT_PUPILS, &mut |_, _| {}).unwrap();
        Self::on(store, folder, now)
    }

    /// Goes on with other settings.
    pub(crate) fn settle(&mut self, settings: Settings) -> &mut Self {
        self.program.state.settings = settings;
        self
    }

    /// Goes on in another language.
    pub(crate) fn speak(&mut self, lang: Lang) -> &mut Self {
        self.lang = lang;
        self.program.state.lang = lang;
        self
    }

    /// Sets the clock of the mock-up's day: `10:04:10`.
    pub(crate) fn clock(&mut self, time: &str) -> &mut Self {
        self.now = Moment::parse_from_rfc3339(&format!("2026-06-03T{time}+02:00")).unwrap();
        self.send(Message::Tick);
        self
    }

    fn on(store: Store, folder: TempDir, now: Moment) -> Self {
        // Stories wait for days; what happens when nobody is there has stories of its own.
        let upkeep = Upkeep {
            lock_after: 0,
            ..Upkeep::default()
        };
        let settings = Settings {
            upkeep,
            ..Settings::default()
        };
        let program = Program::start(store, now, "Test".into(), Lang::Nl, settings);
        let mut desk = Self {
            program,
            now,
            lang: Lang::Nl,
            control_keys: 0,
            folder,
        };
        desk.send(Message::Resize(120, 36));
        desk
    }

    /// Changes the file behind the program, which then starts on it anew.
    pub(crate) fn with_store(self, work: impl FnOnce(&mut Store)) -> Self {
        let Self {
            program, now, folder, ..
        } = self;
        drop(program);
        let mut store = Store::open(opening(&folder, now)).unwrap();
        work(&mut store);
        Self::on(store, folder, now)
    }

    /// Every record of the file, for comparing.
    pub(crate) fn dump(&self) -> String {
        self.store().dump().unwrap()
    }

    /// The file as a killed program leaves it: copied while it is open, with its log, so that nothing was closed in
    /// an orderly way; and the program on that copy.
    pub(crate) fn kill_and_restart(self) -> Self {
        let Self {
            program, now, folder, ..
        } = self;
        let after = TempDir::new().unwrap();
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let entry = entry.unwrap();
            if entry.path().is_dir() {
                continue;
            }
            std::fs::copy(entry.path(), after.path().join(entry.file_name())).unwrap();
        }
        assert!(
            after.path().join("tafel.dakpan-wal").exists(),
            "the log of a program that is running"
        );
        drop(program);
        let store = Store::open(opening(&after, now)).unwrap();
        Self::on(store, after, now)
    }

    /// Ends in an orderly way, and starts again.
    pub(crate) fn restart(self) -> Self {
        let Self {
            program, now, folder, ..
        } = self;
        program.close().unwrap();
        let store = Store::open(opening(&folder, now)).unwrap();
        Self::on(store, folder, now)
    }

    /// Sends a message and lets the loop do what it does before a frame.
    pub(crate) fn send(&mut self, message: Message) {
        self.program.handle(message, self.now);
        self.program.keep();
    }

    /// Presses keys by name: `PgDn u b Esc Ctrl+z`.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.control_keys += 1;
            self.send(Message::Key(key(name)));
        }
        self
    }

    /// Types a text, letter by letter.
    pub(crate) fn write(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.send(Message::Key(Key::plain(Code::Char(letter))));
        }
        self
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, seconds: i64) -> &mut Self {
        self.now += Duration::seconds(seconds);
        self.send(Message::Tick);
        self
    }

    /// The screen at a size, as it is drawn, and where its cursor stands.
    pub(crate) fn draw(&self, columns: u16, rows: u16, look: Look) -> (Buffer, (u16, u16)) {
        self.draw_with(columns, rows, look, ui::Glyphs::Unicode)
    }

    fn draw_with(&self, columns: u16, rows: u16, look: Look, glyphs: ui::Glyphs) -> (Buffer, (u16, u16)) {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let screen: Screen = self.program.screen();
        let theme = ui::Theme::of(look);
        terminal
            .draw(|frame| ui::view(&screen, &theme, self.program.state.catalog(), glyphs, frame))
            .unwrap();
        let cursor = terminal.backend_mut().get_cursor_position().unwrap();
        (terminal.backend().buffer().clone(), (cursor.x, cursor.y))
    }

    /// The screen at a size, as text: one line per row, without trailing spaces.
    pub(crate) fn screen(&mut self, columns: u16, rows: u16) -> String {
        Self::lines(&self.draw(columns, rows, Look::Standard).0)
    }

    /// The same in glyphs of ASCII and without colours.
    pub(crate) fn ascii(&mut self, columns: u16, rows: u16) -> String {
        Self::lines(&self.draw_with(columns, rows, Look::Mono, ui::Glyphs::Ascii).0)
    }

    /// A screen that the program showed on its way, as text.
    pub(crate) fn shown(screen: &Screen, lang: Lang, columns: u16, rows: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let (theme, catalog) = (ui::Theme::of(Look::Standard), dakpan::text::Catalog::of(lang));
        terminal
            .draw(|frame| ui::view(screen, &theme, catalog, ui::Glyphs::Unicode, frame))
            .unwrap();
        Self::lines(terminal.backend().buffer())
    }

    fn lines(buffer: &Buffer) -> String {
        let mut text = String::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            for x in 0..buffer.area.width {
                line.push_str(buffer[(x, y)].symbol());
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// Fails unless the screen at 120×36 shows a text.
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen(120, 36);
        assert!(screen.contains(text), "not on the screen: {text}\n{screen}");
        self
    }

    /// Fails when the screen at 120×36 shows a text.
    pub(crate) fn sees_not(&mut self, text: &str) -> &mut Self {
        let screen = self.screen(120, 36);
        assert!(!screen.contains(text), "on the screen: {text}\n{screen}");
        self
    }

    /// To the private state.
    pub(crate) fn private(&mut self) -> &mut Self {
        self.press("F8 j")
    }

    /// The file.
    pub(crate) fn store(&self) -> &Store {
        self.program.store()
    }
}

/// A key by its name.
pub(crate) fn key(name: &str) -> Key {
    if let Some(rest) = name.strip_prefix("Ctrl+") {
        return Key {
            ctrl: true,
            ..key(rest)
        };
    }
    if let Some(rest) = name.strip_prefix("Shift+") {
        return Key {
            shift: true,
            ..key(rest)
        };
    }
    let code = match name {
        "Enter" => Code::Enter,
        "Esc" => Code::Esc,
        "Tab" => Code::Tab,
        "Backspace" => Code::Backspace,
        "Delete" => Code::Delete,
        "Up" => Code::Up,
        "Down" => Code::Down,
        "Left" => Code::Left,
        "Right" => Code::Right,
        "Home" => Code::Home,
        "End" => Code::End,
        "PgUp" => Code::PageUp,
        "PgDn" => Code::PageDown,
        "Space" => Code::Char(' '),
        _ if name.len() > 1 && name.starts_with('F') => Code::F(name[1..].parse().unwrap()),
        _ => {
            let mut letters = name.chars();
            let letter = letters.next().unwrap();
            assert!(letters.next().is_none(), "no key is called {name}");
            Code::Char(letter)
        }
    };
    Key::plain(code)
}
