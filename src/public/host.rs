//! The chair's end: public windows come, are told what to show, and go.
//!
//! The rules:
//! - Nothing here waits, and nothing a window does or leaves undone slows the chair: of what is shown only the latest is
//!   kept for each, and one that takes nothing, answers nothing or says what no window says is dropped.
//! - A window hears that the chair's program is alive every [`BEAT`], and shows nothing when it does not. Without a
//!   window there is nothing to wake for.
//! - What the chair is told about a window is what the window said of itself, not what was sent to it.
//! - Without a window nothing is kept of what was shown: nobody tells this end what has changed since, so that the next
//!   window would begin with what the room of then saw.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use interprocess::local_socket::Listener;
use interprocess::local_socket::traits::Listener as _;

use super::link::Link;
use super::place::Place;
use super::projection::{Blank, Show, WindowState};
use super::wire::{Frame, TOKEN, encode_show};

/// How often a window hears that the chair's program is alive.
pub const BEAT: Duration = Duration::from_millis(500);

/// How long a window may say nothing, take nothing, or not have said who it is.
const PATIENCE: Duration = Duration::from_secs(3);

/// How many windows there may be: a projector, a video call, and a spare each.
const MOST_WINDOWS: usize = 4;

/// The most bytes of a window that wait to become a frame. No frame of a window has as many.
const MOST_WAITING: usize = 128;

/// The most a window says between two turns; one that says more would keep the chair busy with listening.
const MOST_AT_ONCE: usize = 256;

/// The chair's end.
#[derive(Debug)]
pub struct Host {
    place: Place,
    listener: Listener,
    token: [u8; TOKEN],
    windows: Vec<Window>,
    /// What is to be shown, its number, and the frame of it once there was a window to send it to.
    show: Show,
    number: u32,
    frame: Option<Arc<[u8]>>,
    /// The number of the first show since nothing was to be seen.
    live_from: u32,
    /// Whether there was a window.
    seen_any: bool,
}

/// A public window.
#[derive(Debug)]
struct Window {
    link: Link,
    /// Whether it said the token.
    known: bool,
    /// Rows of the window.
    rows: u16,
    /// Whether a scene stands on its screen, as it said last.
    live: bool,
    /// When it last said something; before that, when it came.
    heard: Instant,
    /// When it hears next that the chair is there.
    beat_at: Instant,
}

impl Host {
    /// Begins to wait for windows.
    ///
    /// # Errors
    /// When the meeting place cannot be made for this user alone. The program goes on without a public window.
    pub fn listen(place: Place) -> io::Result<Self> {
        let (listener, token) = place.listen()?;
        Ok(Self {
            place,
            listener,
            token,
            windows: Vec::new(),
            show: Show::Blank(Blank::Waiting),
            number: 1,
            frame: None,
            live_from: u32::MAX,
            seen_any: false,
        })
    }

    /// Whether there is a window to tell anything.
    pub fn has_windows(&self) -> bool {
        !self.windows.is_empty()
    }

    /// How the public window does; none before the first. Of several it is live when all are, with the rows of the lowest.
    pub fn state(&self) -> Option<WindowState> {
        let known = || self.windows.iter().filter(|window| window.known);
        let Some(rows) = known().map(|window| window.rows).min() else {
            return self.seen_any.then_some(WindowState::Gone);
        };
        Some(match known().all(|window| window.live) {
            true => WindowState::Live(rows),
            false => WindowState::Blank(rows),
        })
    }

    /// What is to be shown from now on. It is sent as far as each window takes it. What is too large for a frame is not
    /// shown at all, and no window counts as one that shows it.
    pub fn tell(&mut self, show: Show, now: Instant) {
        if show == self.show {
            return;
        }
        let number = self.number.wrapping_add(1);
        let (show, frame) = match encode_show(number, &show) {
            Ok(frame) => (show, Some(frame.into())),
            Err(_) => (Show::Blank(Blank::Elsewhere), None),
        };
        if show == self.show {
            return;
        }
        self.number = number;
        match (&self.show, &show) {
            (_, Show::Blank(_)) => self.live_from = u32::MAX,
            (Show::Blank(_), Show::Scene(_)) => self.live_from = self.number,
            (Show::Scene(_), Show::Scene(_)) => {}
        }
        self.show = show;
        self.frame = frame;
        let frame = self.frame();
        for window in self.windows.iter_mut().filter(|window| window.known) {
            window.link.show(Arc::clone(&frame));
        }
        self.send(now);
    }

    /// Forgets what was shown, when there is no window any more that shows it.
    fn forget_without_window(&mut self) {
        let nothing = Show::Blank(Blank::Waiting);
        if self.windows.is_empty() && self.show != nothing {
            self.number = self.number.wrapping_add(1);
            (self.show, self.frame, self.live_from) = (nothing, None, u32::MAX);
        }
    }

    /// The frame of what is to be shown, which [`Host::tell`] found to be small enough.
    fn frame(&mut self) -> Arc<[u8]> {
        if let Some(frame) = &self.frame {
            return Arc::clone(frame);
        }
        let frame: Arc<[u8]> = encode_show(self.number, &self.show).unwrap_or_default().into();
        self.frame = Some(Arc::clone(&frame));
        frame
    }

    /// Does what is to be done now: windows come, say something, hear something, and go.
    pub fn turn(&mut self, now: Instant) {
        self.admit(now);
        let (number, live_from, token) = (self.number, self.live_from, self.token);
        let mut welcome = Vec::new();
        let mut index = 0;
        self.windows.retain_mut(|window| {
            let was_known = window.known;
            let stays = window.listen(&token, number, live_from, now);
            if stays {
                if window.known && !was_known {
                    welcome.push(index);
                }
                index += 1;
            }
            stays
        });
        if !welcome.is_empty() {
            self.seen_any = true;
            let frame = self.frame();
            for at in welcome {
                if let Some(window) = self.windows.get_mut(at) {
                    window.link.show(Arc::clone(&frame));
                }
            }
        }
        self.send(now);
    }

    fn admit(&mut self, now: Instant) {
        self.forget_without_window();
        // As many as there is room for: whoever else waits is told by the connection being closed.
        for _ in 0..=MOST_WINDOWS {
            let Ok(stream) = self.listener.accept() else { return };
            let link = Link::new(stream, MOST_WAITING);
            if self.windows.len() < MOST_WINDOWS && link.is_own() {
                self.windows.push(Window {
                    link,
                    known: false,
                    rows: 0,
                    live: false,
                    heard: now,
                    beat_at: now,
                });
            }
        }
    }

    fn send(&mut self, now: Instant) {
        self.windows.retain_mut(|window| window.tell(now));
        self.forget_without_window();
    }

    /// How long until something is to be done without a window saying anything; none without a window.
    pub fn due(&self, now: Instant) -> Option<Duration> {
        let each = self.windows.iter().map(Window::due_at);
        each.min().map(|at| at.saturating_duration_since(now))
    }

    /// What is to be waited for: each handle, and whether it is waited for until it takes something.
    #[cfg(unix)]
    pub fn watched(&self) -> Vec<(std::os::fd::BorrowedFd<'_>, bool)> {
        use std::os::fd::AsFd;
        let Listener::UdSocket(listener) = &self.listener;
        let mut watched = vec![(listener.as_fd(), false)];
        watched.extend(self.windows.iter().map(|w| (w.link.as_fd(), w.link.has_to_send())));
        watched
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.place.clear();
    }
}

impl Window {
    /// Takes in what the window said; whether it stays.
    fn listen(&mut self, token: &[u8; TOKEN], number: u32, live_from: u32, now: Instant) -> bool {
        let (frames, over) = self.link.receive();
        if frames.len() > MOST_AT_ONCE {
            return false;
        }
        for frame in frames {
            let fits = match (frame, self.known) {
                (Frame::Hello(said), false) => {
                    self.known = same(&said, token);
                    self.known
                }
                (Frame::Size(_, rows), true) => {
                    self.rows = rows;
                    true
                }
                (Frame::Seen(seen), true) => {
                    if seen == number {
                        self.live = seen >= live_from;
                    } else if seen >= live_from {
                        self.live = true;
                    }
                    seen <= number
                }
                _ => false,
            };
            if !fits {
                return false;
            }
            self.heard = now;
        }
        over.is_none()
    }

    /// Lets the window hear what is due; whether it stays.
    fn tell(&mut self, now: Instant) -> bool {
        let since = |then: Instant| now.saturating_duration_since(then);
        if self.known && now >= self.beat_at {
            self.beat_at = now + BEAT;
            self.link.say(&Frame::Beat);
        }
        if self.link.send(now).is_some() || since(self.heard) >= PATIENCE {
            return false;
        }
        self.link.stuck_since.is_none_or(|then| since(then) < PATIENCE)
    }

    fn due_at(&self) -> Instant {
        let given_up = self.heard + PATIENCE;
        if self.known {
            self.beat_at.min(given_up)
        } else {
            given_up
        }
    }
}

/// Compares two tokens in a time that does not tell how far they agree.
fn same(one: &[u8; TOKEN], other: &[u8; TOKEN]) -> bool {
    one.iter().zip(other).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}
