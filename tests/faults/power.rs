//! A power cut: the log as it may stand on the disk afterwards, cut off after every frame, torn within one, with a
//! frame that never arrived, with a flipped bit, and with half of it moved into the file.
//!
//! The rule: whatever was acknowledged with a commit that reached the disk is there, and never half of a change. What
//! counts as having reached the disk is what stood in the log when the commit returned.

use std::path::{Path, PathBuf};

use dakpan::domain::codes::NoteKind;
use dakpan::domain::draft::DraftEdit;
use dakpan::store::{NewDraft, Store};
use tempfile::TempDir;

use super::chair::{assert_sound, lay, opening};
use super::kills::{ABOUT, party_and_person};
use super::matrix::record;
use super::{rounds, seed};
use crate::fuzz::Dice;

/// Changes that are made, each with letters typed before it.
const CHANGES: usize = 36;

/// Bytes of the log's own head, and of the head of each frame in it.
const LOG_HEAD: usize = 32;
const FRAME_HEAD: usize = 24;

/// What was promised when the log was so long.
#[derive(Clone, Copy)]
struct Promise {
    log: usize,
    changes: usize,
    letters: usize,
}

/// A file and its log as they were on the disk, with every promise that was made.
struct Recorded {
    file: Vec<u8>,
    /// The same after the log was moved into it.
    settled: Vec<u8>,
    log: Vec<u8>,
    promises: Vec<Promise>,
    frame: usize,
    /// Parties before the first change.
    parties: usize,
}

fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

fn recorded() -> Recorded {
    let folder = TempDir::new().unwrap();
    let (path, table) = lay(folder.path(), 2);
    let file = std::fs::read(&path).unwrap();
    let mut store = Store::open(opening(&path)).unwrap();
    let now = opening(&path).now;
    let parties = store.party_names().unwrap().len();
    let new = NewDraft {
        pupil: Some(table.pupils[0]),
        meeting: None,
        item: None,
        kind: NoteKind::Table.code(),
        base: "",
    };
    let draft = store.open_draft(new).unwrap();
    let (mut promises, mut letters) = (Vec::new(), 0);
    for change in 0..CHANGES {
        for _ in 0..3 {
            let edit = DraftEdit {
                at: letters,
                removed: String::new(),
                inserted: "x".into(),
            };
            store.append_edits(draft, &[edit]).unwrap();
            letters += 1;
        }
        // A change reaches the disk with everything before it; without one the letters are sealed by themselves.
        if change % 3 == 2 {
            store.seal().unwrap();
        } else {
            let name = format!("Bedrijf {change}");
            store.change(ABOUT, now, |tx| party_and_person(tx, &name)).unwrap();
        }
        promises.push(Promise {
            log: usize::try_from(std::fs::metadata(log_of(&path)).unwrap().len()).unwrap(),
            changes: store.party_names().unwrap().len() - parties,
            letters,
        });
    }
    let log = std::fs::read(log_of(&path)).unwrap();
    assert_eq!(
        std::fs::read(&path).unwrap(),
        file,
        "nothing was moved into the file yet"
    );
    store.check().unwrap();
    let settled = std::fs::read(&path).unwrap();
    let page = usize::try_from(u32::from_be_bytes(log[8..12].try_into().unwrap())).unwrap();
    Recorded {
        file,
        settled,
        log,
        promises,
        frame: FRAME_HEAD + page,
        parties,
    }
}

impl Recorded {
    /// How many whole frames the log has.
    fn frames(&self) -> usize {
        (self.log.len() - LOG_HEAD) / self.frame
    }

    /// Where a frame begins.
    fn start(&self, frame: usize) -> usize {
        LOG_HEAD + frame * self.frame
    }

    /// Opens a state of the disk of which the first `sure` bytes of the log are as they were, and fails unless every
    /// promise made up to there is kept.
    fn assert_kept(&self, file: &[u8], log: &[u8], sure: usize, told: &str) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("tafel.dakpan");
        std::fs::write(&path, file).unwrap();
        std::fs::write(log_of(&path), log).unwrap();
        let store = assert_sound(&path, told);
        let made = store.party_names().unwrap().len() - self.parties;
        assert_eq!(
            people_made(&store),
            made,
            "{told}: a party and its person are one change"
        );
        let typed: usize = store.drafts().unwrap().iter().map(|draft| draft.edits.len()).sum();
        let promised = self.promises.iter().rev().find(|promise| promise.log <= sure);
        if let Some(promise) = promised {
            assert!(made >= promise.changes, "{told}: {made} of {} changes", promise.changes);
            assert!(
                typed >= promise.letters,
                "{told}: {typed} of {} letters",
                promise.letters
            );
        }
    }
}

/// How many people there are of those who were made in one change with their party.
fn people_made(store: &Store) -> usize {
    let mut made = 0;
    let mut count = |image: &str| {
        let row: serde_json::Value = serde_json::from_str(image).unwrap();
        made += usize::from(row["family"].as_str().is_some_and(|name| name.starts_with("Bedrijf ")));
        Ok(())
    };
    store.images("person", &mut count).unwrap();
    made
}

#[test]
fn a_log_that_was_cut_off_keeps_every_promise_made_before() {
    let disk = recorded();
    let mut dice = Dice::new(seed());
    let frames = disk.frames();
    assert!(frames > 100, "{frames} frames");
    let step = if rounds(1) > 1 { 1 } else { 3 };
    let mut states = [0; 4];
    for frame in (0..=frames).step_by(step) {
        let cut = disk.start(frame);
        disk.assert_kept(
            &disk.file,
            &disk.log[..cut],
            cut,
            &format!("cut off after frame {frame}"),
        );
        states[0] += 1;
        if frame == frames {
            break;
        }
        let torn = cut + 1 + dice.below(disk.frame - 1);
        disk.assert_kept(&disk.file, &disk.log[..torn], cut, &format!("torn at byte {torn}"));
        states[1] += 1;
        let mut never = disk.log.clone();
        never[cut..cut + disk.frame].fill(0);
        disk.assert_kept(&disk.file, &never, cut, &format!("frame {frame} never arrived"));
        states[2] += 1;
        let mut flipped = disk.log.clone();
        flipped[torn] ^= 1 << dice.below(8);
        disk.assert_kept(&disk.file, &flipped, cut, &format!("a bit flipped at byte {torn}"));
        states[3] += 1;
    }
    for (what, count) in [
        "cut off after a frame",
        "torn within a frame",
        "with a frame missing",
        "with a bit flipped",
    ]
    .into_iter()
    .zip(states)
    {
        record(
            "power cut",
            &format!("log {what}"),
            &format!(
                "{count} states of {frames} frames opened; sound, no acknowledged change or sealed letter missing"
            ),
        );
    }
}

#[test]
fn a_log_that_was_half_moved_into_the_file_keeps_every_promise() {
    let disk = recorded();
    let mut dice = Dice::new(seed() ^ 5);
    let page = disk.frame - FRAME_HEAD;
    let states = rounds(25);
    for state in 0..states {
        let length = disk.settled.len().max(disk.file.len());
        let mut file = disk.file.clone();
        file.resize(length, 0);
        for (at, moved) in disk.settled.chunks(page).enumerate() {
            if dice.below(2) == 0 {
                file[at * page..at * page + moved.len()].copy_from_slice(moved);
            }
        }
        disk.assert_kept(&file, &disk.log, disk.log.len(), &format!("half moved, state {state}"));
    }
    record(
        "power cut",
        "log half moved into the file",
        &format!("{states} states opened; sound, nothing acknowledged missing"),
    );
}
