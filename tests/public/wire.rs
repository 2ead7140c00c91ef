//! The frames between the chair and the public window: what is written is read back, and whatever else comes is refused
//! with a reason and never with a fall.

use dakpan::public::wire::{Frame, MOST, Refused, VERSION, decode, encode};
use dakpan::public::{Blank, Projection, Show};

use crate::desk::Desk;
use dakpan::app::screen::Screen;

/// What is shown of a pupil at the demo's table.
fn projection() -> Projection {
    let mut desk = Desk::with_demo();
    desk.press("S Enter PgDn PgDn").write("een notitie").press("Enter");
    desk.write("/b een besluit")
        .press("Enter")
        .write("/a Jan belt vrijdag")
        .press("Enter");
    match desk.program.screen() {
        Screen::Shared(scene) => Projection::of(&scene, true),
        other => panic!("not shared: {other:?}"),
    }
}

fn frames() -> Vec<Frame> {
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

/// A frame's bytes, changed as a bad line or a bad program might.
fn mutated(bytes: &[u8], seed: &mut u64) -> Vec<u8> {
    let mut next = |below: usize| {
        // Marsaglia's xorshift.
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        usize::try_from(*seed % u64::try_from(below.max(1)).unwrap()).unwrap()
    };
    let mut bytes = bytes.to_vec();
    for _ in 0..=next(6) {
        let at = next(bytes.len());
        match next(6) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << next(8),
            1 if !bytes.is_empty() => bytes[at] = u8::try_from(next(256)).unwrap(),
            2 => bytes.truncate(at),
            3 => bytes.insert(at, u8::try_from(next(256)).unwrap()),
            4 if !bytes.is_empty() => {
                let end = at + next(bytes.len() - at);
                bytes.drain(at..end);
            }
            _ => {
                let piece = bytes[at.min(bytes.len())..].to_vec();
                bytes.extend(piece.iter().take(next(64)));
            }
        }
    }
    bytes
}

/// Every file of the corpus: frames that once were, and what once was tried.
fn corpus() -> Vec<Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz/scene");
    let files = std::fs::read_dir(folder).unwrap();
    files
        .map(|entry| std::fs::read(entry.unwrap().path()).unwrap())
        .collect()
}

/// As the chair and the window read: frame after frame, until no more can be read or it is refused.
fn read_all(bytes: &[u8]) -> usize {
    let (mut at, mut count) = (0, 0);
    while let Ok(Some((frame, taken))) = decode(&bytes[at..]) {
        assert!(taken > 0 && at + taken <= bytes.len());
        // What was understood can be said again.
        assert!(encode(&frame).is_ok());
        (at, count) = (at + taken, count + 1);
    }
    count
}

#[test]
fn no_bytes_make_the_reading_fall() {
    let mut seeds: Vec<Vec<u8>> = frames().iter().map(|frame| encode(frame).unwrap()).collect();
    let kept = corpus();
    assert!(!kept.is_empty(), "the corpus is there");
    seeds.extend(kept);
    let mut seed = 0x6b69_6a6b;
    let mut understood = 0;
    for round in 0..6000 {
        let bytes = mutated(&seeds[round % seeds.len()], &mut seed);
        understood += read_all(&bytes);
    }
    assert!(understood > 100, "some of them are still frames: {understood}");
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
