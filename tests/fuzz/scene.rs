//! What comes over the socket between the chair and the public window: any bytes are frames that can be said again, or
//! are refused.

use std::cell::Cell;

use dakpan::public::wire::{decode, encode};

use super::fuzz_with;
use crate::public::wire::frames;

/// As the chair and the window read: frame after frame, until no more can be read or it is refused. How many came.
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
fn any_bytes_are_frames_or_are_refused() {
    let made: Vec<Vec<u8>> = frames().iter().map(|frame| encode(frame).unwrap()).collect();
    let kinds = made.len();
    let understood = Cell::new(0);
    fuzz_with("scene", "scene", made, 6000, |bytes| {
        understood.set(understood.get() + read_all(bytes));
    });
    let one_input = std::env::var_os("DAKPAN_FUZZ_INPUT").is_some();
    assert!(
        one_input || understood.get() > 10 * kinds,
        "hardly any changed one is still a frame: {}",
        understood.get()
    );
}
