//! A process of its own, to be killed or to have its disk taken away: the test binary once more, for one test alone.
//!
//! The rule: what the child has acknowledged is what came through the pipe before it died. A line goes out with one
//! write after the thing itself is done, so a line that was read is a promise the file has to keep.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// Names the part to a child.
const PART: &str = "DAKPAN_FAULT_PART";

/// What an acknowledgement begins with.
const ACK: &str = "ACK ";

/// What this process is to do, when it is a child.
pub(super) fn part() -> Option<String> {
    std::env::var(PART).ok()
}

/// Acknowledges in a child: at once, and in one piece.
pub(super) fn acknowledge(what: &str) {
    let line = format!("\n{ACK}{what}\n");
    let mut out = std::io::stdout().lock();
    out.write_all(line.as_bytes()).unwrap();
    out.flush().unwrap();
}

/// A child that is under way.
pub(super) struct Running {
    child: Child,
    lines: BufReader<ChildStdout>,
    heard: Vec<String>,
}

/// The command that runs one test of this binary as a child.
pub(super) fn command(test: &str, part: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(PART, part)
        .stdin(Stdio::null());
    command
}

impl Running {
    /// Starts a child.
    pub(super) fn start(test: &str, part: &str) -> Self {
        let mut child = command(test, part)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self {
            child,
            lines,
            heard: Vec::new(),
        }
    }

    /// Waits until so many things are acknowledged in all; false when the child ended before.
    pub(super) fn hear(&mut self, count: usize) -> bool {
        while self.heard.len() < count {
            if !self.step() {
                return false;
            }
        }
        true
    }

    fn step(&mut self) -> bool {
        let mut line = String::new();
        if self.lines.read_line(&mut line).unwrap() == 0 {
            return false;
        }
        // A last line that was cut off is none.
        if let Some(what) = line.strip_prefix(ACK).and_then(|what| what.strip_suffix('\n')) {
            self.heard.push(what.to_owned());
        }
        true
    }

    /// Lets the child run on for a moment, kills it, and gives everything it acknowledged.
    pub(super) fn kill_after(mut self, moment: Duration) -> Vec<String> {
        // The moment itself is the point here: nothing waits for anything.
        let until = Instant::now() + moment;
        while Instant::now() < until {
            std::hint::spin_loop();
        }
        self.child.kill().unwrap();
        while self.step() {}
        self.child.wait().unwrap();
        self.heard
    }
}
