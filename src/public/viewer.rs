//! The window's end: it goes to the chair's program, shows what it is told, and shows nothing whenever it is in doubt.
//!
//! The rules:
//! - It begins blank, and is blank at once when the connection ends, when something comes that is no frame, and when it
//!   has heard nothing for [`SILENCE`].
//! - It never opens the file and knows no key: the meeting place is all it is given.
//! - It keeps to the first file at which it was let in, and comes back to it by itself.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::link::Link;
use super::place::Place;
use super::projection::{Blank, Show};
use super::wire::{Frame, MOST};

/// How long the window may hear nothing before it shows nothing: two beats of the chair and a half.
pub const SILENCE: Duration = Duration::from_millis(1250);

/// How long between two attempts to come in.
const AGAIN: Duration = Duration::from_millis(500);

/// Where to look for the chair's program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// At the place of a file, in one of these folders.
    At(Vec<Place>),
    /// At the place of the usual file first, else wherever somebody waits in these folders.
    Anywhere(Vec<Place>, Vec<PathBuf>),
}

/// The window's end.
#[derive(Debug)]
pub struct Viewer {
    place: Where,
    link: Option<(Link, Place)>,
    /// Whether the one at the other end has said anything yet.
    let_in: bool,
    /// Where nobody said anything before the connection was lost, the latest last.
    silent: Vec<Place>,
    heard: Instant,
    try_at: Instant,
    show: Show,
    /// The number of what is to be shown.
    number: u32,
    /// The number of what stands on the screen.
    drawn: u32,
    size: (u16, u16),
}

impl Viewer {
    /// A window that shows nothing yet.
    pub fn new(place: Where, now: Instant) -> Self {
        Self {
            place,
            link: None,
            let_in: false,
            silent: Vec::new(),
            heard: now,
            try_at: now,
            show: Show::Blank(Blank::NoLink),
            number: 0,
            drawn: 0,
            size: (0, 0),
        }
    }

    /// What to show.
    pub fn show(&self) -> &Show {
        &self.show
    }

    /// The size of the window: columns and rows.
    pub fn resize(&mut self, size: (u16, u16), now: Instant) {
        if self.size != size {
            self.size = size;
            self.say(&Frame::Size(size.0, size.1), now);
        }
    }

    /// What is to be shown stands on the screen.
    pub fn drawn(&mut self, now: Instant) {
        if self.drawn != self.number {
            self.drawn = self.number;
            self.say(&Frame::Seen(self.drawn), now);
        }
    }

    /// Does what is to be done now; whether there is something else to show.
    pub fn turn(&mut self, now: Instant) -> bool {
        if self.link.is_none() && now >= self.try_at {
            self.try_at = now + AGAIN;
            self.come_in(now);
        }
        let Some((link, _)) = self.link.as_mut() else {
            return false;
        };
        let (frames, mut over) = link.receive();
        over = over.or(link.send(now));
        let (mut other, mut garbage) = (false, false);
        for frame in frames {
            match frame {
                Frame::Beat => {
                    // Heard and answered, so that the chair knows that the window is not stuck.
                    self.say(&Frame::Seen(self.drawn), now);
                }
                Frame::Show(number, show) => {
                    self.number = number;
                    other |= self.show != *show;
                    self.show = *show;
                    if !other {
                        self.drawn(now);
                    }
                }
                Frame::Hello(_) | Frame::Size(..) | Frame::Seen(_) => {
                    garbage = true;
                    break;
                }
            }
            (self.heard, self.let_in) = (now, true);
        }
        if self.let_in
            && let Some((_, place)) = &self.link
        {
            self.place = Where::At(vec![place.clone()]);
            self.silent.clear();
        }
        let silent = now.saturating_duration_since(self.heard) >= SILENCE;
        if over.is_some() || garbage || silent {
            return self.lose(now);
        }
        other
    }

    /// How long until something is to be done without a word from the chair.
    pub fn due(&self, now: Instant) -> Duration {
        let at = match &self.link {
            Some(_) => self.heard + SILENCE,
            None => self.try_at,
        };
        at.saturating_duration_since(now)
    }

    /// The connection to be waited for, and whether until it takes something.
    #[cfg(unix)]
    pub fn watched(&self) -> Option<(std::os::fd::BorrowedFd<'_>, bool)> {
        use std::os::fd::AsFd;
        let (link, _) = self.link.as_ref()?;
        Some((link.as_fd(), link.has_to_send()))
    }

    /// Shows nothing from now on; whether something was shown.
    fn lose(&mut self, now: Instant) -> bool {
        if let Some((_, place)) = self.link.take().filter(|_| !self.let_in) {
            self.silent.retain(|silent| *silent != place);
            self.silent.push(place);
        }
        (self.number, self.drawn, self.let_in) = (0, 0, false);
        self.try_at = now + AGAIN;
        let shown = std::mem::replace(&mut self.show, Show::Blank(Blank::NoLink));
        shown != self.show
    }

    fn come_in(&mut self, now: Instant) {
        let mut places: Vec<Place> = match &self.place {
            Where::At(places) => places.clone(),
            Where::Anywhere(places, folders) => {
                let others = folders.iter().flat_map(|folder| Place::all(folder));
                places.iter().cloned().chain(others).collect()
            }
        };
        // One that takes connections and says nothing, as a program that stands still does, keeps nobody from the others.
        let was_silent = |place: &Place| self.silent.iter().position(|silent| silent == place);
        places.sort_by_key(|place| was_silent(place).map_or(0, |at| at + 1));
        for place in places {
            let Ok((stream, token)) = place.connect() else { continue };
            let link = Link::new(stream, MOST + 64);
            // Whoever else sits at that place is not the chair.
            if !link.is_own() {
                continue;
            }
            self.link = Some((link, place));
            (self.heard, self.let_in) = (now, false);
            self.say(&Frame::Hello(token), now);
            self.say(&Frame::Size(self.size.0, self.size.1), now);
            return;
        }
    }

    fn say(&mut self, frame: &Frame, now: Instant) {
        if let Some((link, _)) = self.link.as_mut() {
            link.say(frame);
            // A connection that broke is found at the next reading.
            let _ = link.send(now);
        }
    }
}
