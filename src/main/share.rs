//! The chair's end of the public window, in the loop.
//!
//! The rule: a window that comes, goes or stands still changes nothing for the chair but a word in the header. Where no
//! meeting place can be made the program goes on without, and says so once.

use std::io;
use std::os::fd::BorrowedFd;
use std::time::{Duration, Instant};

use dakpan::app::Program;
use dakpan::app::screen::Screen;
use dakpan::public::host::Host;
use dakpan::public::place::Place;
use dakpan::text::window::NoWindow;

/// The public windows, when there can be any.
pub(crate) struct Share(Option<Host>);

impl Share {
    /// Waits for public windows at the first of these places at which that can be done; why nowhere, when nowhere.
    pub(crate) fn open(places: Vec<Place>) -> (Self, Option<NoWindow>) {
        let mut why = NoWindow::NoPlace;
        for place in places {
            match Host::listen(place) {
                Ok(host) => return (Self(Some(host)), None),
                Err(error) => why = reason(&error),
            }
        }
        (Self(None), Some(why))
    }

    /// Shows in the public windows what goes with the frame that was drawn.
    pub(crate) fn follow(&mut self, program: &Program, drawn: &Screen) {
        if let Some(host) = self.0.as_mut().filter(|host| host.has_windows()) {
            host.tell(program.show(drawn), Instant::now());
        }
    }

    /// Does what is to be done; whether the chair's screen is to be drawn anew because of it.
    pub(crate) fn turn(&mut self, program: &mut Program, drawn: &Screen) -> bool {
        let Some(host) = self.0.as_mut() else { return false };
        let had = host.has_windows();
        host.turn(Instant::now());
        if host.has_windows() && !had {
            // What was last told is as old as the last window.
            host.tell(program.show(drawn), Instant::now());
        }
        let (before, state) = (program.state.window, host.state());
        if state != before {
            program.window(state);
        }
        state != before
    }

    /// How long until something is to be done though nothing comes; none without a window.
    pub(crate) fn due(&self, now: Instant) -> Option<Duration> {
        self.0.as_ref()?.due(now)
    }

    /// What is to be waited for.
    pub(crate) fn watched(&self) -> Vec<(BorrowedFd<'_>, bool)> {
        self.0.as_ref().map(Host::watched).unwrap_or_default()
    }
}

/// Why no meeting place can be made somewhere, as the chair hears it.
fn reason(error: &io::Error) -> NoWindow {
    match error.kind() {
        // The address of a socket has room for some hundred bytes.
        io::ErrorKind::InvalidInput => NoWindow::TooLong,
        io::ErrorKind::PermissionDenied
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::AlreadyExists
        | io::ErrorKind::NotADirectory
        | io::ErrorKind::NotFound => NoWindow::Folder,
        _ => NoWindow::Other,
    }
}
