//! The terminal's line and the signals, waited for together.
//!
//! The rule: a signal is never in the middle of something. Whoever has made something of the terminal holds the
//! signals, is woken by them, and puts the terminal back before the program ends.

use std::cell::Cell;
use std::io;
use std::ops::ControlFlow;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};

/// How the terminal's line is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    Silent,
    Readable,
    /// The window was closed. There may be bytes left, but nobody to show them to.
    Gone,
}

/// Looks, for as long as given, for something of the terminal or a signal.
pub(crate) fn terminal_state(
    timeout: impl Into<Option<Duration>>,
    signals: Option<&Signals>,
) -> io::Result<(Line, bool)> {
    let found = wait_for(timeout, signals, &[])?;
    Ok((found.line, found.signal))
}

/// What was found of the terminal and the signals.
pub(crate) struct Found {
    pub(crate) line: Line,
    pub(crate) signal: bool,
}

/// Looks, for as long as given, for something of the terminal or a signal. Other handles end the waiting too, each when
/// there is something to read of it or, where that is asked, when it takes something.
pub(crate) fn wait_for(
    timeout: impl Into<Option<Duration>>,
    signals: Option<&Signals>,
    links: &[(BorrowedFd<'_>, bool)],
) -> io::Result<Found> {
    let timeout = timeout.into().map(|t| Timespec {
        tv_sec: t.as_secs().try_into().unwrap_or(i64::MAX),
        tv_nsec: t.subsec_nanos().into(),
    });
    let stdin = io::stdin();
    let mut watched = vec![PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)];
    watched.extend(signals.map(|s| PollFd::from_borrowed_fd(s.woken.as_fd(), PollFlags::IN)));
    watched.extend(links.iter().map(|(fd, takes)| {
        let out = if *takes { PollFlags::OUT } else { PollFlags::empty() };
        PollFd::from_borrowed_fd(*fd, PollFlags::IN | out)
    }));
    match poll(&mut watched, timeout.as_ref()) {
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    let flags = |fd: &PollFd<'_>| fd.revents();
    let terminal = watched.first().map_or(PollFlags::empty(), flags);
    let signal = signals.is_some() && watched.get(1).is_some_and(|fd| fd.revents().contains(PollFlags::IN));
    let line = if terminal.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
        Line::Gone
    } else if terminal.contains(PollFlags::IN) {
        Line::Readable
    } else {
        Line::Silent
    };
    Ok(Found { line, signal })
}

/// Signals as something that can be waited for.
pub(crate) struct Signals {
    woken: UnixStream,
    end: Arc<AtomicBool>,
    /// Whether a signal ends the program there and then, as it does with a program that does not listen.
    free: Arc<AtomicBool>,
}

impl Signals {
    /// Listens from now on. Until they are held, signals end the program as they always did.
    pub(crate) fn listen() -> io::Result<Self> {
        let (woken, writer) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        let (end, free) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(true)));
        for signal in [SIGTERM, SIGHUP, SIGINT] {
            signal_hook::flag::register_conditional_default(signal, free.clone())?;
            signal_hook::flag::register(signal, end.clone())?;
        }
        for signal in [SIGTERM, SIGHUP, SIGINT, SIGWINCH] {
            signal_hook::low_level::pipe::register(signal, writer.try_clone()?)?;
        }
        Ok(Self { woken, end, free })
    }

    /// Holds the signals until what is given goes: they wake, and end nothing by themselves.
    pub(crate) fn hold(&self) -> Held<'_> {
        self.free.store(false, Ordering::SeqCst);
        Held(self)
    }

    /// Empties the pipe, and whether one of the signals asks to end.
    pub(crate) fn ends(&self) -> bool {
        let mut bytes = [0_u8; 64];
        while matches!(io::Read::read(&mut &self.woken, &mut bytes), Ok(count) if count > 0) {}
        self.end.load(Ordering::Relaxed)
    }
}

/// Signals that are held.
pub(crate) struct Held<'s>(&'s Signals);

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.0.free.store(true, Ordering::SeqCst);
    }
}

/// Whether Esc was pressed while work holds the input; whatever else was typed meanwhile goes.
pub(crate) fn escape_pressed() -> ControlFlow<()> {
    stop_pressed(&Cell::new(false))
}

/// As [`escape_pressed`]; Ctrl+L stops the work too, and is remembered, so that the lock comes as soon as it stopped.
pub(crate) fn stop_pressed(lock: &Cell<bool>) -> ControlFlow<()> {
    let mut bytes = [0; 256];
    let there = matches!(terminal_state(Duration::ZERO, None), Ok((Line::Readable, _)));
    let count = match there.then(|| rustix::io::read(io::stdin(), &mut bytes)) {
        Some(Ok(count)) => count,
        Some(Err(_)) | None => 0,
    };
    // Alone it is the key; before other bytes it begins what another key sends.
    match bytes.get(..count) {
        Some([0x1b]) => ControlFlow::Break(()),
        Some(read) if read.contains(&0x0c) => {
            lock.set(true);
            ControlFlow::Break(())
        }
        _ => ControlFlow::Continue(()),
    }
}
