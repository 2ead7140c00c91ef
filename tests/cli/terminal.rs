//! The question for a passphrase, in a real terminal: nothing of the answer is shown, a wrong one may be typed
//! again, and whoever stops gets the terminal back as it was.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use dakpan::store::{Opening, Secret, Store};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::termios::{LocalModes, tcgetattr};
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::at;

const WORDS: &str = "vier woorden";

/// How long the program may take for one answer on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program in a terminal, which outlives it.
struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    shown: Receiver<Vec<u8>>,
    seen: String,
}

impl Terminal {
    fn run(words: &[&str]) -> Self {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dakpan"));
        command.args(words);
        command.env("DAKPAN_LANG", "nl");
        command.env("DAKPAN_INSTELLINGEN", super::NO_SETTINGS);
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, shown) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 || sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self {
            master: pair.master,
            keys,
            child,
            shown,
            seen: String::new(),
        }
    }

    /// Waits until the terminal has shown this text after what was seen before.
    #[track_caller]
    fn see(&mut self, text: &str) {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(place) = self.seen.find(text) {
                self.seen = self.seen.split_off(place + text.len());
                return;
            }
            let left = until.saturating_duration_since(Instant::now());
            let more = self.shown.recv_timeout(left);
            let more = more.unwrap_or_else(|_| panic!("{text:?} was not shown, but {:?}", self.seen));
            self.seen.push_str(&String::from_utf8_lossy(&more));
        }
    }

    /// Whether the terminal shows what is typed, as a shell expects it to.
    fn echoes(&self) -> bool {
        let terminal = std::fs::File::open(self.master.tty_name().unwrap()).unwrap();
        let usual = LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG;
        tcgetattr(&terminal).unwrap().local_modes.intersects(usual)
    }

    /// Types an answer to the question, once the terminal has stopped showing what is typed.
    #[track_caller]
    fn answer(&mut self, text: &str) {
        let until = Instant::now() + PATIENCE;
        while self.echoes() {
            assert!(Instant::now() < until, "the echo is never turned off");
            std::thread::sleep(Duration::from_millis(5));
        }
        self.keys.write_all(text.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits for the end; gives the exit code and what was shown since.
    fn end(mut self) -> (u32, String) {
        let code = self.child.wait().unwrap().exit_code();
        drop(self.keys);
        drop(self.master);
        while let Ok(more) = self.shown.recv_timeout(Duration::from_secs(2)) {
            self.seen.push_str(&String::from_utf8_lossy(&more));
        }
        (code, self.seen)
    }
}

fn locked() -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tafel.dakpan");
    let opening = Opening {
        path: path.clone(),
        secret: Secret::Passphrase(Zeroizing::new(WORDS.into())),
        now: at("10:00"),
        who: "Test".into(),
        seed: 7,
        salt: None,
    };
    Store::create(opening).unwrap().close().unwrap();
    (folder, path.to_str().unwrap().to_owned())
}

#[test]
fn a_passphrase_is_asked_without_showing_it_and_a_wrong_one_may_be_typed_again() {
    let (_folder, path) = locked();
    let mut terminal = Terminal::run(&["controle", "--bestand", &path]);
    terminal.see("Wachtwoord: ");
    terminal.answer("niet dit\r");
    terminal.see("Wachtwoord of sleutel klopt niet");
    terminal.see("Wachtwoord: ");
    // A slip mended with Backspace.
    terminal.answer(&format!("{WORDS}x\u{7f}\r"));
    let (code, shown) = terminal.end();
    assert_eq!(code, 0, "{shown}");
    assert!(shown.contains("Het bestand is in orde."), "{shown}");
    assert!(!shown.contains("woorden"), "{shown}");
}

#[test]
fn three_wrong_passphrases_are_enough() {
    let (_folder, path) = locked();
    let mut terminal = Terminal::run(&["controle", "--bestand", &path]);
    for _ in 0..3 {
        terminal.see("Wachtwoord: ");
        terminal.answer("niet dit\r");
        terminal.see("klopt niet");
    }
    let (code, shown) = terminal.end();
    assert_eq!(code, 1, "{shown}");
    assert!(!shown.contains("Wachtwoord: "), "{shown}");
}

/// Without the handler around the question the program dies with the echo still off.
#[test]
fn who_stops_at_the_question_gets_the_terminal_back_as_it_was() {
    let (_folder, path) = locked();
    for (key, name) in [("\u{3}", "Ctrl+C"), ("\u{4}", "Ctrl+D")] {
        let mut terminal = Terminal::run(&["controle", "--bestand", &path]);
        terminal.see("Wachtwoord: ");
        terminal.answer(key);
        let status = terminal.child.wait().unwrap();
        assert_eq!(status.exit_code(), 130, "{name}");
        assert!(terminal.echoes(), "{name} leaves the terminal without echo");
    }
}

/// A session that ends, or a shutdown, while the question stands there: the shell has its echo all the same.
#[test]
fn a_signal_at_the_question_gives_the_terminal_back_as_it_was() {
    use rustix::process::{Pid, Signal, kill_process};
    let (_folder, path) = locked();
    for words in [
        vec!["controle", "--bestand", path.as_str()],
        vec!["--bestand", path.as_str()],
    ] {
        for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
            let mut terminal = Terminal::run(&words);
            terminal.see("Wachtwoord: ");
            terminal.answer("half een antw");
            let pid = terminal.child.process_id().unwrap().try_into().unwrap();
            kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
            let status = terminal.child.wait().unwrap();
            assert_eq!(status.exit_code(), 130, "{words:?} {signal:?}: {status:?}");
            assert!(
                terminal.echoes(),
                "{words:?} {signal:?} leaves the terminal without echo"
            );
            let (_, shown) = terminal.end();
            assert!(!shown.contains("antw"), "{shown}");
        }
    }
}

#[test]
fn an_answer_is_mended_letter_by_letter_and_keys_without_a_sign_are_no_part_of_it() {
    let (_folder, path) = locked();
    let mut terminal = Terminal::run(&["controle", "--bestand", &path]);
    terminal.see("Wachtwoord: ");
    // Begun anew with Ctrl+U; a letter of two bytes taken away at once; an arrow key.
    terminal.answer(&format!("verkeerd\u{15}\u{1b}[A{WORDS}é\u{7f}\r"));
    let (code, shown) = terminal.end();
    assert_eq!(code, 0, "{shown}");
}
