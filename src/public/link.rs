//! One end of a connection: bytes in until they are frames, frames out as far as the other end takes them.
//!
//! The rule: nothing here waits. A connection is never read further than one round of it needs, and never holds more
//! than one frame half written and one that is to follow it: of what is shown only the latest counts.

use std::io::{self, Read, Write};
use std::sync::Arc;
use std::time::Instant;

use interprocess::local_socket::Stream;
use interprocess::local_socket::traits::StreamCommon;

use super::wire::{Frame, Refused, decode};

/// Bytes read at once.
const CHUNK: usize = 16 << 10;

/// How often one end is read before the others have their turn.
const ROUNDS: usize = 4;

/// Why a connection is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// The other end closed it, or it broke.
    Closed,
    /// What came is no frame, or none that this end listens to.
    Garbage,
}

impl From<Refused> for Over {
    fn from(_: Refused) -> Self {
        Self::Garbage
    }
}

/// A connection that waits for nothing.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) stream: Stream,
    read: Vec<u8>,
    /// The most bytes that may wait to become a frame.
    most: usize,
    /// What is being written, and how far that is.
    writing: Option<(Arc<[u8]>, usize)>,
    /// What comes after it.
    next: Option<Arc<[u8]>>,
    /// Small frames that come before that.
    small: Vec<u8>,
    /// Since when the other end takes nothing, while something is to be written.
    pub(super) stuck_since: Option<Instant>,
}

/// The most bytes of small frames that wait: an end that does not take so little is not there.
const MOST_SMALL: usize = 1 << 10;

impl Link {
    pub(super) fn new(stream: Stream, most: usize) -> Self {
        Self {
            stream,
            read: Vec::new(),
            most,
            writing: None,
            next: None,
            small: Vec::new(),
            stuck_since: None,
        }
    }

    /// Everything that has come, as frames.
    pub(super) fn receive(&mut self) -> (Vec<Frame>, Option<Over>) {
        let mut frames = Vec::new();
        let mut bytes = [0; CHUNK];
        for _ in 0..ROUNDS {
            let over = match self.stream.read(&mut bytes) {
                Ok(0) => Some(Over::Closed),
                Ok(count) => {
                    self.read.extend_from_slice(bytes.get(..count).unwrap_or_default());
                    None
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(_) => Some(Over::Closed),
            };
            let refused = self.take(&mut frames).err();
            if let Some(over) = refused.or(over) {
                return (frames, Some(over));
            }
        }
        (frames, None)
    }

    fn take(&mut self, frames: &mut Vec<Frame>) -> Result<(), Over> {
        let mut taken = 0;
        while let Some((frame, length)) = decode(self.read.get(taken..).unwrap_or_default())? {
            taken += length;
            frames.push(frame);
        }
        self.read.drain(..taken);
        if self.read.len() > self.most {
            return Err(Over::Garbage);
        }
        Ok(())
    }

    /// Puts a show in the place of one that was not begun.
    pub(super) fn show(&mut self, frame: Arc<[u8]>) {
        self.next = Some(frame);
    }

    /// Puts a small frame before whatever was not begun.
    pub(super) fn say(&mut self, frame: &Frame) {
        if self.small.len() < MOST_SMALL
            && let Ok(bytes) = super::wire::encode(frame)
        {
            self.small.extend(bytes);
        }
    }

    /// Writes as much as the other end takes now.
    pub(super) fn send(&mut self, now: Instant) -> Option<Over> {
        loop {
            let Some((frame, at)) = self.writing.as_mut() else {
                let next = if self.small.is_empty() {
                    self.next.take()
                } else {
                    Some(std::mem::take(&mut self.small).into())
                };
                match next {
                    Some(frame) => self.writing = Some((frame, 0)),
                    None => {
                        self.stuck_since = None;
                        return None;
                    }
                }
                continue;
            };
            match self.stream.write(frame.get(*at..).unwrap_or_default()) {
                Ok(0) => return Some(Over::Closed),
                Ok(count) => {
                    *at += count;
                    self.stuck_since = None;
                    if *at >= frame.len() {
                        self.writing = None;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    self.stuck_since.get_or_insert(now);
                    return None;
                }
                Err(_) => return Some(Over::Closed),
            }
        }
    }

    /// Whether something waits to be written.
    pub(super) fn has_to_send(&self) -> bool {
        self.writing.is_some() || self.next.is_some() || !self.small.is_empty()
    }

    /// Whether the other end is a program of the same user, as far as the system tells.
    pub(super) fn is_own(&self) -> bool {
        own(&self.stream)
    }
}

#[cfg(unix)]
fn own(stream: &Stream) -> bool {
    let told = stream.peer_creds().ok().and_then(|peer| peer.euid());
    told == Some(rustix::process::geteuid().as_raw())
}

/// The pipe admits nobody else, and the token is asked in any case.
#[cfg(not(unix))]
fn own(stream: &Stream) -> bool {
    stream.peer_creds().is_ok()
}

#[cfg(unix)]
impl std::os::fd::AsFd for Link {
    fn as_fd(&self) -> std::os::fd::BorrowedFd<'_> {
        let Stream::UdSocket(stream) = &self.stream;
        stream.as_fd()
    }
}
