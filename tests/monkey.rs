//! A monkey at the keys: nothing it presses stops the program, loses a letter, or lets memory and file differ; and
//! undoing everything gives back the table it began with.

use dakpan::app::message::{Code, Key, Message};
use dakpan::app::note_target::NoteOf;
use dakpan::domain::codes::NoteKind;
use dice::Dice;
use proptest::test_runner::{RngAlgorithm, TestRng};

use crate::desk::Desk;
use crate::faults::matrix::record;

/// Numbers from a seed, so that a run that fails can be run again.
mod dice {
    use super::{RngAlgorithm, TestRng};
    use proptest::prelude::Rng;

    pub(super) struct Dice(TestRng);

    impl Dice {
        pub(super) fn new(seed: u8) -> Self {
            Self(TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]))
        }

        pub(super) fn below(&mut self, limit: usize) -> usize {
            self.0.next_u32() as usize % limit
        }
    }
}

const NAMED: [Code; 22] = [
    Code::Enter,
    Code::Enter,
    Code::Esc,
    Code::Esc,
    Code::Tab,
    Code::Backspace,
    Code::Delete,
    Code::Up,
    Code::Down,
    Code::Left,
    Code::Right,
    Code::Home,
    Code::End,
    Code::PageUp,
    Code::PageDown,
    Code::PageDown,
    Code::F(1),
    Code::F(4),
    Code::F(8),
    Code::F(9),
    Code::Insert,
    Code::F(2),
];

/// Letters weighted towards commands, with the hard ones between.
const LETTERS: &str =
    "SSurkblgpnhHddTwoAaabvizc/:?1234xFElst<>+ jjyqNPe4444gg,.@eë\u{301}ıŞ漢👩\u{200d}👧🇳🇱\u{202e}\u{7}س";

fn random_key(dice: &mut Dice) -> Message {
    let key = match dice.below(10) {
        0..3 => Key::plain(NAMED[dice.below(NAMED.len())]),
        3 => {
            let ctrl = ['z', 'y', 's', 'c', 'w', 'e'];
            Key::ctrl(ctrl[dice.below(ctrl.len())])
        }
        4 => Key {
            shift: dice.below(2) == 0,
            ctrl: dice.below(3) == 0,
            ..Key::plain(NAMED[dice.below(NAMED.len())])
        },
        _ => {
            let letters: Vec<char> = LETTERS.chars().collect();
            Key {
                alt: dice.below(40) == 0,
                ..Key::plain(Code::Char(letters[dice.below(letters.len())]))
            }
        }
    };
    match dice.below(60) {
        0 => Message::Paste("geplakt\nq j\tS S /a \u{1b}[2J".into()),
        1 => Message::Tick,
        _ => Message::Key(key),
    }
}

/// What a chair does, so that the monkey gets somewhere: with keys at random between, it goes wrong in every way.
const PHRASES: [&str; 32] = [
    "Esc u b",
    "Esc g Enter",
    "Esc 4 Down Right g Left Up",
    "Esc u l",
    "Esc r g",
    "Esc k l h",
    "Esc d d",
    "Esc t",
    "Esc l",
    "Esc h h",
    "Esc H Enter",
    "Esc x x",
    "Esc A Enter",
    "Esc S a a f x Enter",
    "Esc S S",
    "Esc < >",
    "Esc +",
    "Esc Space",
    "Esc o g n",
    "Esc w m a",
    "Esc T Enter",
    "PgDn PgDn",
    "PgUp",
    "Esc b h o i Enter",
    "Esc a J a n Space b e l t Space v r Enter",
    "Esc F t Enter",
    "Esc F8 j n b Enter",
    "Esc n w B a k Tab Tab 1 - 6 - 2 6 Enter",
    "Esc n i p Enter",
    "Esc L Up Delete Delete",
    "Esc L x w e g Enter",
    "Esc / B a k Enter Down e Enter",
];

/// What the note being typed would be after a kill, as the file has it.
fn kept_draft(desk: &Desk) -> Option<String> {
    let draft = desk.store().drafts().unwrap().into_iter().next()?;
    let mut text = draft.base.clone();
    for edit in &draft.edits {
        edit.apply(&mut text).unwrap();
    }
    Some(text)
}

/// Memory is what the file says: the meeting, the pupil, and the note under the cursor.
fn assert_memory_is_the_file(desk: &Desk, told: &str) {
    let state = &desk.program.state;
    if let Some(sitting) = &state.sitting {
        assert_eq!(*sitting, desk.store().sitting(sitting.meeting.id).unwrap(), "{told}");
    }
    if let Some(dossier) = &state.dossier {
        assert_eq!(*dossier, desk.store().dossier(dossier.pupil.id).unwrap(), "{told}");
    }
    let Some(writing) = &state.writing else {
        assert!(
            desk.store().drafts().unwrap().is_empty(),
            "{told}: a draft without a note being written"
        );
        return;
    };
    let typed = writing.editor.text();
    let in_file = match kept_draft(desk) {
        Some(text) => text,
        None => {
            let target = writing.target;
            let text = match target.of {
                NoteOf::Pupil(pupil, _) => desk.store().note_text(target.kind, pupil, target.meeting()),
                NoteOf::Point(seat) => desk.store().point_note_text(target.kind, seat.item),
            };
            text.unwrap().unwrap_or_default()
        }
    };
    assert_eq!(in_file, typed, "{told}: the file does not have what was drawn");
    assert!(
        !target_is_private(desk) || state.private,
        "{told}: a working note while shared"
    );
}

fn target_is_private(desk: &Desk) -> bool {
    desk.program
        .state
        .writing
        .as_ref()
        .is_some_and(|w| w.target.kind == NoteKind::Working)
}

fn run(seed: u8, keys: usize) {
    let (mut desk, _) = Desk::with_pupils(5);
    let mut dice = Dice::new(seed);
    let before = desk.dump();
    let mut at = 0;
    while at < keys {
        at += if dice.below(4) == 0 {
            let phrase = PHRASES[dice.below(PHRASES.len())];
            desk.press(phrase);
            phrase.split(' ').count()
        } else {
            // Whoever sees a blank screen brings it back.
            let message = if desk.program.state.blank {
                Message::Key(Key::plain(Code::F(9)))
            } else {
                random_key(&mut dice)
            };
            desk.send(message);
            1
        };
        desk.program.state.quit = false;
        let told = format!("seed {seed}, key {at}");
        if dice.below(5) == 0 {
            assert_memory_is_the_file(&desk, &told);
            let size = (1 + dice.below(130) as u16, 1 + dice.below(45) as u16);
            desk.screen(size.0, size.1);
        }
        if dice.below(200) == 0 {
            desk.now += chrono::Duration::seconds(dice.below(400) as i64);
        }
    }
    undo_all(&mut desk, &before, seed);
}

/// Leaves whatever is open, then takes back everything up to the laying of the table.
fn undo_all(desk: &mut Desk, before: &str, seed: u8) {
    desk.program.state.blank = false;
    for _ in 0..4 {
        desk.press("Esc");
    }
    let after = desk.dump();
    let mut undone = 0;
    while desk.dump() != before {
        undone += 1;
        desk.press("Ctrl+z");
        assert!(
            undone < 2000,
            "seed {seed}: undoing everything does not give back the table"
        );
    }
    assert!(undone >= 5, "seed {seed}: a monkey that changes nothing proves nothing");
    for _ in 0..undone {
        desk.press("Ctrl+y");
    }
    assert_eq!(
        desk.dump(),
        after,
        "seed {seed}: making everything again does not give it back"
    );
}

macro_rules! monkeys {
    ($($name:ident = $seeds:expr;)+) => {$(
        #[test]
        fn $name() {
            for seed in $seeds {
                run(seed, 500);
            }
            record(
                "random keys",
                stringify!($seeds),
                "500 keys for each seed: no panic, memory is the file, undoing all gives back the table",
            );
        }
    )+};
}

// Two tests, because two cores can press at once: 10,500 keys in all.
monkeys! {
    ten_thousand_keys_first_half = 0..11;
    ten_thousand_keys_second_half = 11..21;
}
