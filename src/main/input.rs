//! What was typed and not yet taken in: bytes of the terminal, events, and half a sequence that waits for its rest.
//!
//! The rule: everything that is queued is taken in before a frame is drawn, but never for longer than a frame may wait.

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use dakpan::app::Program;
use dakpan::app::message::{Code, Message};
use dakpan::cli::Options;
use dakpan::ui;
use zeroize::Zeroizing;

use super::line::{Line, terminal_state};
use super::{Drawn, Looks, aloud};

/// How long input is taken in before a frame is drawn all the same: someone holding a key wants to see it move.
const DRAIN: Duration = Duration::from_millis(50);

/// How long the rest of a key's sequence may stay away, on a slow line.
const SEQUENCE: Duration = Duration::from_millis(500);

/// What was read and not yet taken in.
#[derive(Default)]
pub(crate) struct Input {
    pub(crate) keyboard: ui::keyboard::Keyboard,
    /// Until when the rest of a sequence may come.
    pub(crate) until: Option<Instant>,
    /// Whether the lock was asked for while work held the input.
    pub(crate) lock: std::rc::Rc<std::cell::Cell<bool>>,
}

impl Input {
    /// Takes in everything that is queued, for as long as a frame may wait; whether there was a key or a paste.
    pub(crate) fn take(
        &mut self,
        program: &mut Program,
        mut aloud: Option<&mut ui::aloud::Aloud>,
        options: &Options,
        drawn: &Drawn,
        looks: &Looks,
    ) -> io::Result<bool> {
        let until = Instant::now() + DRAIN;
        let (mut typed, mut handled) = (false, false);
        loop {
            while let Some(event) = self.keyboard.next_event() {
                let message = match event {
                    // One that another program left switched on points at nothing here.
                    Event::Mouse(_) if !options.mouse => None,
                    Event::Mouse(mouse) => ui::pointer::read(mouse, &drawn.0, drawn.1, looks.catalog),
                    other => ui::input::read(other),
                };
                // What was taken in since may have moved the rows under the mouse: nobody pointed at what is there now.
                let stale = handled && matches!(message, Some(Message::Point(..)));
                if let Some(message) = message.filter(|_| !stale) {
                    handled = true;
                    typed |= matches!(message, Message::Key(_) | Message::Paste(_));
                    aloud::handle(program, aloud.as_deref_mut(), message, options);
                }
                if program.state.quit || Instant::now() >= until {
                    return Ok(typed);
                }
            }
            if !self.read()? {
                return Ok(typed);
            }
        }
    }

    /// Reads what the terminal has; whether that may have given an event. A terminal that is gone has nothing: it is
    /// the waiting that finds out.
    pub(crate) fn read(&mut self) -> io::Result<bool> {
        let mut bytes = Zeroizing::new([0; 4096]);
        let there = terminal_state(Duration::ZERO, None)?.0 == Line::Readable;
        let count = match there.then(|| rustix::io::read(io::stdin(), &mut *bytes)) {
            Some(Ok(count)) => count,
            Some(Err(_)) | None => 0,
        };
        match bytes.get(..count) {
            Some(read) if count > 0 => self.keyboard.feed(read),
            _ => self.keyboard.pause(),
        }
        self.until = self.keyboard.is_within_sequence().then(|| Instant::now() + SEQUENCE);
        Ok(count > 0 || self.keyboard.has_event())
    }

    /// Takes what was pressed while there was something else to do, and says whether Esc was, or Ctrl+L, which locks as
    /// soon as it stopped.
    pub(crate) fn asks_to_stop(&mut self) -> bool {
        let mut asked = false;
        while self.read().unwrap_or(false) {
            while let Some(event) = self.keyboard.next_event() {
                let Some(Message::Key(key)) = ui::input::read(event) else {
                    continue;
                };
                let locks = key.ctrl && key.code == Code::Char('l');
                self.lock.set(self.lock.get() || locks);
                asked |= locks || key.code == Code::Esc;
            }
        }
        asked
    }

    /// How long the rest of a sequence may still take; none when nothing waits for one.
    pub(crate) fn rest_of_sequence(&self) -> Option<Duration> {
        self.until.map(|until| until.saturating_duration_since(Instant::now()))
    }

    /// Stops waiting for the rest of a sequence when its time is over.
    pub(crate) fn give_up_in_time(&mut self) {
        if self.until.is_some_and(|until| until <= Instant::now()) {
            self.keyboard.give_up();
            self.until = None;
        }
    }
}
