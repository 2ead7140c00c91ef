//! A terminal to run the program in: a real pseudo-terminal, and an emulator that knows what stands on its screen.
//!
//! The rule: nothing here sleeps. Whoever waits, waits on one condition that the reader of the terminal and the waiter
//! for the process signal, with a deadline that only a broken program reaches; so the tests are as fast as the program
//! and as patient as a busy machine needs.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// How long a test waits for what must come. Only a broken program takes so long, however busy the machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// What the terminal was told besides what stands on its screen.
#[derive(Default)]
struct Told {
    titles: Vec<String>,
}

impl vt100::Callbacks for Told {
    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.titles.push(String::from_utf8_lossy(title).into_owned());
    }

    fn set_window_icon_name(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.titles.push(String::from_utf8_lossy(title).into_owned());
    }
}

/// What is known of the terminal and the process at a moment.
struct Seen {
    emulator: vt100::Parser<Told>,
    /// Everything the terminal was sent.
    bytes: Vec<u8>,
    /// The terminal will be sent nothing more.
    closed: bool,
    /// The window is being closed.
    closing: bool,
    ended: Option<ExitStatus>,
}

/// The program in a terminal.
pub(crate) struct Terminal {
    seen: Arc<(Mutex<Seen>, Condvar)>,
    keys: Option<Sender<Vec<u8>>>,
    line: Option<Box<dyn MasterPty + Send>>,
    modes_before: String,
    pid: Pid,
}

impl Terminal {
    /// Starts a program in a terminal of this many columns and rows.
    pub(crate) fn spawn((columns, rows): (u16, u16), command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let seen = Seen {
            emulator: vt100::Parser::new_with_callbacks(cells(rows), cells(columns), 100, Told::default()),
            bytes: Vec::new(),
            closed: false,
            closing: false,
            ended: None,
        };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let modes_before = format!("{:?}", pair.master.get_termios().unwrap());
        let mut child = pair.slave.spawn_command(command).unwrap();
        let pid = Pid::from_raw(child.process_id().unwrap().try_into().unwrap()).unwrap();
        // Only the program holds this end now, so that the terminal closes when the program ends.
        drop(pair.slave);
        let reader = pair.master.try_clone_reader().unwrap();
        std::thread::spawn({
            let seen = Arc::clone(&seen);
            move || read(reader, &seen)
        });
        std::thread::spawn({
            let seen = Arc::clone(&seen);
            move || {
                let status = child.wait().unwrap();
                seen.0.lock().unwrap().ended = Some(status);
                seen.1.notify_all();
            }
        });
        let keys = write_keys(pair.master.take_writer().unwrap());
        Self {
            seen,
            keys: Some(keys),
            line: Some(pair.master),
            modes_before,
            pid,
        }
    }

    /// Sends bytes as the keyboard does. It returns at once: a program that reads slowly holds up nobody.
    pub(crate) fn send(&self, keys: impl AsRef<[u8]>) -> &Self {
        let keys = keys.as_ref().to_vec();
        self.keys.as_ref().unwrap().send(keys).unwrap();
        self
    }

    /// Presses keys by name: `PgDn u b Esc`.
    pub(crate) fn press(&self, keys: &str) -> &Self {
        for name in keys.split_whitespace() {
            self.send(key(name));
        }
        self
    }

    /// Waits until a text stands on the screen.
    pub(crate) fn wait_for(&self, text: &str) -> &Self {
        self.wait_until(text, |screen| screen.contents().contains(text))
    }

    /// Waits until a text no longer stands on the screen.
    pub(crate) fn wait_gone(&self, text: &str) -> &Self {
        self.wait_until(&format!("no {text}"), |screen| !screen.contents().contains(text))
    }

    /// Waits until the screen is as described.
    pub(crate) fn wait_until(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) -> &Self {
        let met = self.wait(PATIENCE, |seen| holds(seen.emulator.screen()));
        assert!(met, "never came: {what}\n{}", self.screen());
        self
    }

    /// Waits until a text was sent to the terminal behind so many bytes, and gives where it ends.
    pub(crate) fn wait_told(&self, from: usize, text: &str) -> usize {
        let found = |seen: &Seen| {
            let told = seen.bytes.get(from..).unwrap_or_default();
            told.windows(text.len()).position(|bytes| bytes == text.as_bytes())
        };
        let met = self.wait(PATIENCE, |seen| found(seen).is_some());
        assert!(met, "never said: {text}\n{}", &self.everything()[from..]);
        from + found(&self.seen.0.lock().unwrap()).unwrap() + text.len()
    }

    /// Waits until nothing has come for this long.
    pub(crate) fn wait_quiet(&self, quiet: Duration) -> &Self {
        let mut before = self.count();
        while self.wait(quiet, |seen| seen.bytes.len() > before) {
            before = self.count();
        }
        self
    }

    /// Whether anything comes within this time.
    pub(crate) fn hears_something_within(&self, time: Duration) -> bool {
        let before = self.count();
        self.wait(time, |seen| seen.bytes.len() > before)
    }

    /// What stands on the screen now.
    pub(crate) fn screen(&self) -> String {
        self.seen.0.lock().unwrap().emulator.screen().contents()
    }

    /// How many bytes the terminal was sent so far.
    pub(crate) fn count(&self) -> usize {
        self.seen.0.lock().unwrap().bytes.len()
    }

    /// Everything the terminal was sent, as text.
    pub(crate) fn everything(&self) -> String {
        String::from_utf8_lossy(&self.seen.0.lock().unwrap().bytes).into_owned()
    }

    /// The titles the window was given.
    pub(crate) fn titles(&self) -> Vec<String> {
        self.seen.0.lock().unwrap().emulator.callbacks().titles.clone()
    }

    /// Waits for the end of the program and of what it wrote, and gives its exit code.
    pub(crate) fn wait_end(&self) -> u32 {
        let status = self.wait_ended();
        assert_eq!(status.signal(), None, "ended by a signal");
        status.exit_code()
    }

    /// Waits for the end of the program, whatever ends it, and of what it wrote.
    pub(crate) fn wait_ended(&self) -> ExitStatus {
        let met = self.wait(PATIENCE, |seen| seen.ended.is_some() && seen.closed);
        assert!(met, "still there\n{}", self.screen());
        self.seen.0.lock().unwrap().ended.clone().unwrap()
    }

    /// Quits from the panes, and checks that the terminal is given back.
    pub(crate) fn quit(&self) {
        self.press("q").wait_for("j ja, doen").press("j");
        assert_eq!(self.wait_end(), 0);
        self.assert_given_back();
    }

    /// Fails unless the terminal has been left as it was found.
    pub(crate) fn assert_given_back(&self) {
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.emulator.screen();
        let left = (
            screen.alternate_screen(),
            screen.hide_cursor(),
            screen.bracketed_paste(),
            screen.application_cursor(),
        );
        assert_eq!(
            left,
            (false, false, false, false),
            "alternate screen, hidden cursor, bracketed paste, application cursor"
        );
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(screen.fgcolor(), vt100::Color::Default);
        assert!(!screen.inverse() && !screen.bold());
        assert_eq!(self.modes(), self.modes_before, "the modes of the line");
    }

    /// The modes of the line: echo, editing, signals.
    fn modes(&self) -> String {
        format!("{:?}", self.line.as_ref().unwrap().get_termios().unwrap())
    }

    /// Makes the window another size.
    pub(crate) fn resize(&self, columns: u16, rows: u16) -> &Self {
        let mut seen = self.seen.0.lock().unwrap();
        seen.emulator.set_size(cells(rows), cells(columns));
        drop(seen);
        self.line.as_ref().unwrap().resize(size(columns, rows)).unwrap();
        self
    }

    /// The number of the process.
    #[cfg(target_os = "linux")]
    pub(crate) fn pid(&self) -> i32 {
        self.pid.as_raw_nonzero().get()
    }

    /// Sends the program a signal.
    pub(crate) fn signal(&self, signal: Signal) -> &Self {
        kill_process(self.pid, signal).unwrap();
        self
    }

    /// The window is closed: nobody reads and nobody types any more.
    ///
    /// The terminal is gone when the last handle of it is, and one is in the hands of a reader that waits; so the
    /// program is made to draw once more, by the signal of a changed window.
    pub(crate) fn hang_up(&mut self) -> &Self {
        self.keys = None;
        self.line = None;
        self.seen.0.lock().unwrap().closing = true;
        self.signal(Signal::WINCH)
    }

    /// The processor time the program has used.
    #[cfg(target_os = "linux")]
    pub(crate) fn ticks(&self) -> u64 {
        let line = std::fs::read_to_string(format!("/proc/{}/stat", self.pid.as_raw_nonzero())).unwrap();
        let fields: Vec<&str> = line.rsplit(") ").next().unwrap().split(' ').collect();
        fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
    }

    /// Waits until something holds, or the time is over; whether it holds.
    fn wait(&self, time: Duration, holds: impl Fn(&Seen) -> bool) -> bool {
        let until = Instant::now() + time;
        let mut seen = self.seen.0.lock().unwrap();
        while !holds(&seen) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        true
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves no program behind.
        if self.seen.0.lock().is_ok_and(|seen| seen.ended.is_none()) {
            let _ = kill_process(self.pid, Signal::KILL);
        }
    }
}

fn read(mut reader: Box<dyn Read + Send>, seen: &(Mutex<Seen>, Condvar)) {
    let mut buffer = [0; 1 << 16];
    loop {
        let count = reader.read(&mut buffer).unwrap_or(0);
        let mut now = seen.0.lock().unwrap();
        now.bytes.extend_from_slice(&buffer[..count]);
        now.emulator.process(&buffer[..count]);
        now.closed = count == 0 || now.closing;
        let closed = now.closed;
        drop(now);
        seen.1.notify_all();
        if closed {
            return;
        }
    }
}

/// A thread for the keyboard: a terminal whose program does not read takes no more keys, and the test goes on.
fn write_keys(mut writer: Box<dyn Write + Send>) -> Sender<Vec<u8>> {
    let (sender, receiver) = channel::<Vec<u8>>();
    std::thread::spawn(move || {
        while let Ok(keys) = receiver.recv() {
            if writer.write_all(&keys).is_err() {
                return;
            }
        }
    });
    sender
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// What a terminal sends for a key.
fn key(name: &str) -> &str {
    match name {
        "Enter" => "\r",
        "Esc" => "\u{1b}",
        "Tab" => "\t",
        "Backspace" => "\u{7f}",
        "Up" => "\u{1b}[A",
        "Down" => "\u{1b}[B",
        "PgUp" => "\u{1b}[5~",
        "PgDn" => "\u{1b}[6~",
        "F4" => "\u{1b}OS",
        "F8" => "\u{1b}[19~",
        "F9" => "\u{1b}[20~",
        "Ctrl+c" => "\u{3}",
        "Ctrl+l" => "\u{c}",
        _ => {
            assert_eq!(name.chars().count(), 1, "no key is called {name}");
            name
        }
    }
}
