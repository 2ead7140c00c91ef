//! A disk that is full or fails, at every write of a whole meeting in turn.
//!
//! A library of a few lines of C is put between the program and the system (`shim.c`), in a process of its own. It
//! fails every so many writes, and the meeting is held again until each write has been the one that fails. The chair
//! does what the sentence on the screen asks: the same thing once more.

mod backup;

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use dakpan::domain::codes::{PrimaryResult, Route};
use rustix::io::Errno;
use tempfile::TempDir;

use super::chair::{Chair, assert_sound, lay};
use super::matrix::record;
use super::process::{acknowledge, command, part};
use super::rounds;

/// Every so many writes one fails; the meeting is held as many times. A prime, so that the failures do not keep step
/// with what repeats in the meeting.
const STRIDE: u64 = 41;

/// What the chair does: keys, a text after a quotation mark, or a key that is pressed until the pupil of that number is
/// at hand, as somebody does who looks at the screen.
const MEETING: [&str; 29] = [
    "S",
    "a",
    "a",
    "a",
    "a",
    "Enter",
    "PgDn 0",
    "'stage gaat goed",
    "Enter",
    "'/b proefplaatsing",
    "Enter",
    "'/a Els mailt asiel half juni",
    "Enter",
    "Esc",
    "u b",
    "r g",
    "k l h",
    "Ctrl+z",
    "Ctrl+y",
    "PgDn 1",
    "'tweede leerling",
    "PgUp 0",
    "Esc",
    "T",
    "Esc",
    "d d",
    "Esc",
    "S S",
    "Esc",
];

/// The fields of `struct control` in the shim, eight bytes each.
struct Control(File);

impl Control {
    /// The file that a child was told of.
    fn at(path: &str) -> Self {
        Self(File::options().read(true).write(true).open(path).unwrap())
    }

    fn set(&self, field: u64, value: u64) {
        self.0.write_all_at(&value.to_ne_bytes(), field * 8).unwrap();
    }

    fn get(&self, field: u64) -> u64 {
        let mut bytes = [0; 8];
        self.0.read_exact_at(&mut bytes, field * 8).unwrap();
        u64::from_ne_bytes(bytes)
    }

    /// From here on one in every so many writes fails.
    fn arm(&self, stride: u64, offset: u64, error: Errno) {
        self.set(1, 0);
        self.set(2, stride);
        self.set(3, offset);
        self.set(4, u64::try_from(error.raw_os_error()).unwrap());
        self.set(5, 0);
        self.set(0, 1);
    }

    /// Nothing fails, and nothing is counted.
    fn disarm(&self) {
        self.set(0, 0);
    }

    /// Counts on from where it was.
    fn go_on(&self) {
        self.set(0, 1);
    }

    fn count(&self) -> u64 {
        self.get(1)
    }

    fn fired(&self) -> u64 {
        self.get(5)
    }
}

#[test]
fn every_write_of_a_meeting_that_fails_is_told_and_loses_nothing() {
    if let Some(control) = part() {
        return in_a_process_of_its_own(&Control::at(&control));
    }
    let name = "faults::disk::every_write_of_a_meeting_that_fails_is_told_and_loses_nothing";
    record(
        "disk full, failing or read-only",
        "writes, syncs and cuts of a whole meeting in turn",
        &told_by_child(name, "tafel.dakpan"),
    );
}

/// Runs a test as a process of its own, on a disk that can fail at the files with a word in their path, and gives what
/// it tells of it.
fn told_by_child(name: &str, word: &str) -> String {
    let shim = compiled();
    let folder = TempDir::new().unwrap();
    let control = folder.path().join("control");
    std::fs::write(&control, [0; 48]).unwrap();
    let output = command(name, &control.display().to_string())
        .env("LD_PRELOAD", shim)
        .env("DAKPAN_FAULT_CONTROL", &control)
        .env("DAKPAN_FAULT_FILE", word)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said.lines()
        .find_map(|line| line.strip_prefix("ACK "))
        .unwrap()
        .to_owned()
}

/// The shim, compiled once for each run of the tests, whichever of them comes first.
fn compiled() -> &'static Path {
    static SHIM: OnceLock<PathBuf> = OnceLock::new();
    SHIM.get_or_init(compile)
}

fn compile() -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/shim.c");
    let shim = Path::new(env!("CARGO_TARGET_TMPDIR")).join("failing-disk.so");
    let made = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-o"])
        .args([&shim, &source])
        .arg("-ldl")
        .status();
    assert!(made.expect("a C compiler, as the build itself needs").success());
    shim
}

/// What came of all meetings.
#[derive(Default)]
struct Came {
    writes: u64,
    failed: u64,
    told: usize,
    kept: usize,
}

fn in_a_process_of_its_own(control: &Control) {
    let mut came = Came::default();
    let all = rounds(1) > 1;
    let mut meetings = 0;
    // Each with one kind of failure in an ordinary run, and with all in a long one. A disk that went read-only is what
    // the system makes of one that fails.
    for offset in 0..STRIDE {
        let kinds = [Errno::NOSPC, Errno::IO, Errno::ROFS];
        let at = usize::try_from(offset % 3).unwrap();
        for error in if all { &kinds[..] } else { &kinds[at..=at] } {
            hold(control, offset, *error, &mut came);
            meetings += 1;
        }
    }
    let Came {
        writes,
        failed,
        told,
        kept,
    } = came;
    assert!(failed > STRIDE && told > 20, "{failed} failed, {told} told");
    acknowledge(&format!(
        "{failed} of {writes} writes failed in {meetings} meetings: {told} times the screen said so and what to do, \
         {kept} times nothing was missing; no panic, every word there afterwards, sound each time"
    ));
}

/// One meeting.
fn hold(control: &Control, offset: u64, error: Errno, came: &mut Came) {
    let folder = TempDir::new().unwrap();
    let (path, table) = lay(folder.path(), 2);
    let mut chair = Chair::sit(&path).unwrap();
    control.arm(STRIDE, offset, error);
    for what in MEETING {
        let told = format!("{error:?} at {offset}, {what}");
        match what.rsplit_once(' ').map(|(key, pupil)| (key, pupil.parse::<usize>())) {
            Some((key, Ok(pupil))) => go_to(&mut chair, control, key, table.pupils[pupil], &told, came),
            _ => do_until_done(&mut chair, control, what, &told, came),
        }
    }
    control.disarm();
    came.writes += control.count();
    came.failed += control.fired();
    chair.press("Esc Esc");
    assert_eq!(chair.problem(), None);
    let told = format!("{error:?} at {offset}");
    chair.program.close().unwrap();
    let store = assert_sound(&path, &told);
    let dossiers = table.pupils.iter().map(|pupil| store.dossier(*pupil).unwrap());
    let mut words = String::new();
    for dossier in dossiers {
        for text in dossier.notes.iter().map(|note| &note.text) {
            words.push_str(&format!("{text}\n"));
        }
        for text in dossier.decisions.iter().map(|decision| &decision.text) {
            words.push_str(&format!("{text}\n"));
        }
        for text in dossier.actions.iter().map(|action| &action.text) {
            words.push_str(&format!("{text}\n"));
        }
    }
    for word in ["stage gaat goed", "proefplaatsing", "mailt asiel", "tweede leerling"] {
        assert!(words.contains(word), "{told}: lost {word:?} of {words:?}");
    }
    let first = store.dossier(table.pupils[0]).unwrap();
    assert_eq!(first.pupil.route, Route::Municipality, "{told}");
    assert_eq!(
        first.result.map(|result| result.category),
        Some(PrimaryResult::PaidWork),
        "{told}"
    );
}

/// Presses a key until a pupil is at hand.
fn go_to(chair: &mut Chair, control: &Control, key: &str, pupil: i64, told: &str, came: &mut Came) {
    for _ in 0..9 {
        let before = control.fired();
        chair.press(key);
        if look(chair, control.fired() > before, told, came) {
            control.disarm();
        }
        if chair.program.state.pupil() == Some(pupil) {
            return control.go_on();
        }
    }
    panic!("{told}: never got there\n{}", chair.screen());
}

/// Does a thing. When the screen says that it failed, the chair makes room and does it once more; a text is typed once,
/// because it stays.
fn do_until_done(chair: &mut Chair, control: &Control, what: &str, told: &str, came: &mut Came) {
    if do_once(chair, control, what, told, came) {
        control.disarm();
        let again = do_once(chair, control, what, told, came);
        assert!(!again && chair.problem().is_none(), "{told}: fails without a cause");
        control.go_on();
    }
}

/// Whether it failed and has to be done again.
fn do_once(chair: &mut Chair, control: &Control, what: &str, told: &str, came: &mut Came) -> bool {
    let mut failed = false;
    let mut seen = control.fired();
    let mut fresh = |control: &Control| {
        let now = control.fired();
        std::mem::replace(&mut seen, now) < now
    };
    if let Some(text) = what.strip_prefix('\'') {
        for letter in text.chars() {
            chair.write(&letter.to_string());
            look(chair, fresh(control), told, came);
        }
        return false;
    }
    for key in what.split(' ') {
        chair.press(key);
        failed |= look(chair, fresh(control), told, came);
    }
    failed
}

/// After a failure either the screen says so, or memory and file are the same all the same. Whether it was told.
fn look(chair: &Chair, failed: bool, told: &str, came: &mut Came) -> bool {
    let problem = chair.problem();
    if let Some(problem) = &problem {
        let names_it = problem.contains("schijf is vol") || problem.contains("schrijven is mislukt");
        assert!(names_it, "{told}: {problem}");
        chair.sees("doe het opnieuw");
        came.told += usize::from(failed);
        return failed;
    }
    if failed {
        let state = &chair.program.state;
        if let Some(sitting) = &state.sitting {
            assert_eq!(
                *sitting,
                chair.program.store().sitting(sitting.meeting.id).unwrap(),
                "{told}"
            );
        }
        if let Some(dossier) = &state.dossier {
            assert_eq!(
                *dossier,
                chair.program.store().dossier(dossier.pupil.id).unwrap(),
                "{told}"
            );
        }
        came.kept += 1;
    }
    false
}
