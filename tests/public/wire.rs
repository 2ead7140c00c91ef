//! The frames between the chair and the public window: what is written is read back, and whatever else comes is refused
//! with a reason and never with a fall. Changed frames by the thousand are in `fuzz::scene`.

use dakpan::public::wire::{Frame, MOST, Refused, VERSION, decode, encode};
use dakpan::public::{Blank, Projection, Show};

use crate::desk::Desk;
use dakpan::app::screen::Screen;

/// What is shown of a pupil at the demo's table.
fn projection() -> Projection {
    let mut desk = Desk::with_demo();
    desk.press("S Enter Enter PgDn PgDn")
        .write("een notitie")
        .press("Enter");
    desk.write("/b een besluit")
        .press("Enter")
        .write("/a Jan belt vrijdag")
        .press("Enter");
    match desk.program.screen() {
        Screen::Shared(scene) => Projection::of(&scene, true),
        other => panic!("not shared: {other:?}"),
    }
}

/// A frame of every kind, the largest with what is shown of a pupil.
pub(crate) fn frames() -> Vec<Frame> {
    let shown = Show::Scene(Box::new(projection()));
    let mut all = vec![
        Frame::Hello([7; 32]),
        Frame::Size(120, 36),
        Frame::Size(u16::MAX, 0),
        Frame::Beat,
        Frame::Seen(0),
        Frame::Seen(u32::MAX),
        Frame::Show(3, Box::new(shown)),
    ];
    for why in [
        Blank::NoLink,
        Blank::Waiting,
        Blank::Closed,
        Blank::Attendance,
        Blank::Paused,
        Blank::Locked,
        Blank::Elsewhere,
    ] {
        all.push(Frame::Show(1, Box::new(Show::Blank(why))));
    }
    all
}

#[test]
fn what_is_written_is_read_back_one_after_the_other_and_from_any_piece() {
    let frames = frames();
    let bytes: Vec<u8> = frames.iter().flat_map(|frame| encode(frame).unwrap()).collect();
    let mut at = 0;
    for frame in &frames {
        let length = encode(frame).unwrap().len();
        for piece in [0, 1, 3, 4, 5, 8, 9, length - 1] {
            if piece < length {
                assert_eq!(decode(&bytes[at..at + piece]), Ok(None), "a piece of {piece} bytes");
            }
        }
        let (read, taken) = decode(&bytes[at..]).unwrap().unwrap();
        assert_eq!(&read, frame);
        at += taken;
    }
    assert_eq!(at, bytes.len());
}

#[test]
fn what_is_no_frame_is_refused_with_its_reason_as_soon_as_that_is_sure() {
    assert_eq!(decode(b"GET / HTTP/1.1"), Err(Refused::Mark));
    assert_eq!(decode(b"d"), Ok(None));
    assert_eq!(decode(b"dx"), Err(Refused::Mark));
    assert_eq!(decode(b"dkp\x01"), Err(Refused::Version(1)));
    assert_eq!(decode(&[b'd', b'k', b'p', VERSION, 9]), Err(Refused::Kind(9)));
    let head = |kind: u8, length: u32| {
        let mut bytes = vec![b'd', b'k', b'p', VERSION, kind];
        bytes.extend(length.to_be_bytes());
        bytes
    };
    assert_eq!(decode(&head(1, 31)), Err(Refused::Length(31)));
    assert_eq!(decode(&head(3, 1)), Err(Refused::Length(1)));
    // Refused before a byte of it has come, so that nobody makes room for it.
    assert_eq!(decode(&head(5, u32::MAX)), Err(Refused::Length(u32::MAX)));
    let most = u32::try_from(MOST).unwrap();
    assert_eq!(decode(&head(5, most + 1)), Err(Refused::Length(most + 1)));
    assert_eq!(decode(&head(5, most)), Ok(None));
    let mut nonsense = head(5, 9);
    nonsense.extend(b"\0\0\0\x01hello");
    assert_eq!(decode(&nonsense), Err(Refused::Payload));
}

#[test]
fn no_depth_of_nesting_makes_the_reading_fall() {
    for open in ["[", "{\"a\":", "{\"Scene\":"] {
        let payload = open.repeat(20_000);
        let mut bytes = vec![b'd', b'k', b'p', VERSION, 5];
        bytes.extend(u32::try_from(payload.len() + 4).unwrap().to_be_bytes());
        bytes.extend([0; 4]);
        bytes.extend(payload.as_bytes());
        let refused = decode(&bytes);
        assert!(
            matches!(refused, Err(Refused::Payload | Refused::Length(_))),
            "{refused:?}"
        );
    }
}

/// The largest table there is still fits, and what would not is not sent.
#[test]
fn a_projection_stays_far_below_the_most_that_is_taken() {
    let bytes = encode(&Frame::Show(1, Box::new(Show::Scene(Box::new(projection()))))).unwrap();
    assert!(bytes.len() < MOST / 20, "{} bytes", bytes.len());
}
