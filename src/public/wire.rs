//! How the two ends of the public window talk: frames with a version and a length.
//!
//! ```text
//! d k p   version   kind   length (4 bytes, the highest first)   payload
//! ```
//!
//! | kind | who sends it | payload |
//! |---|---|---|
//! | 1 hello | window | the token of the meeting place, 32 bytes |
//! | 2 size | window | columns and rows, two bytes each |
//! | 3 beat | chair | none |
//! | 4 seen | window | the number of the show that is on its screen, 4 bytes |
//! | 5 show | chair | its number, 4 bytes, and a [`Show`] as JSON |
//!
//! The rule: whatever the bytes are, [`decode`] gives a message, asks for more, or says why not. It never fails
//! otherwise, and never takes more memory than the frame it has been given. The first frame that is refused ends the
//! talk: after it nobody knows where the next one begins.

use super::projection::Show;

/// The version of this table. Another one is refused: both ends are the same program.
pub const VERSION: u8 = 4;

/// What every frame begins with.
const MARK: [u8; 3] = *b"dkp";

/// Bytes before the payload.
const HEAD: usize = 9;

/// Bytes of a token.
pub const TOKEN: usize = 32;

/// The most bytes of a payload. A projection of a full meeting has some ten thousand.
pub const MOST: usize = 256 << 10;

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub enum Frame {
    /// The window says that it may be there.
    Hello([u8; TOKEN]),
    /// Columns and rows of the window.
    Size(u16, u16),
    /// The chair's program is alive.
    Beat,
    /// The show of this number stands on the screen.
    Seen(u32),
    /// What to show, and its number.
    Show(u32, Box<Show>),
}

/// Why bytes are no frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// They do not begin as a frame does.
    Mark,
    /// Another version.
    Version(u8),
    /// No such kind.
    Kind(u8),
    /// A length that this kind does not have.
    Length(u32),
    /// The payload is no show.
    Payload,
}

/// Reads the first frame of some bytes: the frame and how many bytes it took; `None` while more must come.
///
/// # Errors
/// Why the bytes are no frame, as soon as that is sure.
pub fn decode(bytes: &[u8]) -> Result<Option<(Frame, usize)>, Refused> {
    let marked = bytes.iter().zip(MARK).all(|(byte, mark)| *byte == mark);
    if !marked {
        return Err(Refused::Mark);
    }
    if let Some(version) = bytes.get(3).filter(|version| **version != VERSION) {
        return Err(Refused::Version(*version));
    }
    let Some(kind) = bytes.get(4) else { return Ok(None) };
    let fits = sizes(*kind).ok_or(Refused::Kind(*kind))?;
    let Some(length) = bytes.get(5..HEAD).and_then(|four| four.try_into().ok()) else {
        return Ok(None);
    };
    let length = u32::from_be_bytes(length);
    let size = usize::try_from(length)
        .ok()
        .filter(|size| fits.contains(size))
        .ok_or(Refused::Length(length))?;
    let Some(payload) = bytes.get(HEAD..HEAD + size) else {
        return Ok(None);
    };
    Ok(Some((read(*kind, payload)?, HEAD + size)))
}

/// The lengths that the payload of a kind may have.
fn sizes(kind: u8) -> Option<std::ops::RangeInclusive<usize>> {
    Some(match kind {
        1 => TOKEN..=TOKEN,
        2 | 4 => 4..=4,
        3 => 0..=0,
        5 => 5..=MOST,
        _ => return None,
    })
}

fn read(kind: u8, payload: &[u8]) -> Result<Frame, Refused> {
    let (four, rest) = payload.split_at_checked(4).unwrap_or((payload, &[]));
    let number = |four: &[u8]| four.try_into().map(u32::from_be_bytes).map_err(|_| Refused::Payload);
    Ok(match kind {
        1 => Frame::Hello(payload.try_into().map_err(|_| Refused::Payload)?),
        2 => {
            let both = number(four)?;
            let low = |value: u32| u16::try_from(value & 0xffff).unwrap_or_default();
            Frame::Size(low(both >> 16), low(both))
        }
        3 => Frame::Beat,
        4 => Frame::Seen(number(four)?),
        _ => {
            let show = serde_json::from_slice(rest).map_err(|_| Refused::Payload)?;
            Frame::Show(number(four)?, Box::new(show))
        }
    })
}

/// The frame as bytes.
///
/// # Errors
/// [`Refused::Length`] for a show that is longer than [`MOST`]; nobody would take it.
pub fn encode(frame: &Frame) -> Result<Vec<u8>, Refused> {
    match frame {
        Frame::Hello(token) => framed(1, token),
        Frame::Size(columns, rows) => {
            let both = u32::from(*columns) << 16 | u32::from(*rows);
            framed(2, &both.to_be_bytes())
        }
        Frame::Beat => framed(3, &[]),
        Frame::Seen(number) => framed(4, &number.to_be_bytes()),
        Frame::Show(number, show) => encode_show(*number, show),
    }
}

/// The frame of a show.
///
/// # Errors
/// As [`encode`].
pub fn encode_show(number: u32, show: &Show) -> Result<Vec<u8>, Refused> {
    let mut payload = number.to_be_bytes().to_vec();
    serde_json::to_writer(&mut payload, show).map_err(|_| Refused::Payload)?;
    framed(5, &payload)
}

fn framed(kind: u8, payload: &[u8]) -> Result<Vec<u8>, Refused> {
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    if payload.len() > MOST {
        return Err(Refused::Length(length));
    }
    let mut bytes = Vec::with_capacity(HEAD + payload.len());
    bytes.extend(MARK);
    bytes.extend([VERSION, kind]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(payload);
    Ok(bytes)
}
