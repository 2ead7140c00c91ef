//! The chair goes away, and comes back to where everything was.

use dakpan::app::message::Message;
use dakpan::app::screen::Screen;
use dakpan::app::settings::{Settings, Upkeep};
use dakpan::domain::Moment;
use dakpan::domain::result::ResultSets;
use dakpan::store::{Opening, Secret, Store, StoreError};
use dakpan::text::lock::LockTold;
use dakpan::text::notice::{Notice, Problem};
use zeroize::Zeroizing;

use crate::desk::{Desk, Table, ten_o_clock};

const WORDS: &str = "een goed geheim";

fn passphrase(words: &str) -> Secret {
    Secret::Passphrase(Zeroizing::new(words.to_owned()))
}

/// A desk with a passphrase, its meeting open at the first pupil, and a beginning of a note.
fn writing() -> (Desk, Table) {
    let (mut desk, table) = Desk::with_pupils_under(3, passphrase(WORDS));
    desk.press("S Enter Enter PgDn PgDn")
        .write("stage gaat goed, drie dagen");
    desk.press("Left Left Left");
    (desk, table)
}

fn told(desk: &Desk) -> Option<LockTold> {
    match desk.program.screen() {
        Screen::Locked(view) => view.told,
        other => panic!("not locked: {other:?}"),
    }
}

/// The file as another program would open it.
fn open_elsewhere(desk: &Desk) -> Result<Store, StoreError> {
    Store::open(Opening {
        path: desk.folder().join("tafel.dakpan"),
        secret: passphrase(WORDS),
        now: ten_o_clock(),
        who: "Iemand anders".into(),
        seed: 9,
        salt: None,
    })
}

#[test]
fn a_locked_screen_names_nobody_and_unlocking_brings_everything_back() {
    let (mut desk, table) = writing();
    let before = desk.screen(120, 36);
    let cursor = desk.program.state.writing.as_ref().unwrap().editor.cursor();
    desk.press("Ctrl+l");
    assert!(desk.program.state.is_locked() && desk.store().is_locked());
    let locked = desk.screen(120, 36);
    for word in ["Daan", "D.B.", "Brug", "dakpan", "stage", "tafel"] {
        assert!(!locked.contains(word), "{word}\n{locked}");
    }
    assert!(
        locked.contains("10:00 · Op slot") && locked.contains("Wachtwoord:"),
        "{locked}"
    );
    assert!(desk.program.state.sitting.is_none() && desk.program.state.dossier.is_none());
    assert!(desk.program.state.writing.is_none() && desk.program.state.schools.is_empty());
    desk.write("PgDn q j S ");
    assert_eq!(desk.screen(120, 36).matches('…').count(), 1, "not how much was typed");
    desk.press("Ctrl+u").write(WORDS).press("Enter");
    assert!(!desk.program.state.is_locked());
    assert_eq!(desk.screen(120, 36), before);
    let writing = desk.program.state.writing.as_ref().unwrap();
    assert_eq!((writing.editor.cursor(), writing.draft.is_some()), (cursor, true));
    desk.write("!").press("Esc");
    let text = desk.store().dossier(table.pupils[0]).unwrap().notes[0].text.clone();
    assert_eq!(text, "stage gaat goed, drie da!gen");
    assert!(desk.store().drafts().unwrap().is_empty());
}

#[test]
fn pane_mode_and_private_state_come_back_and_are_announced() {
    let (mut desk, table) = Desk::with_pupils_under(3, passphrase(WORDS));
    desk.private().press("PgDn 4 z");
    let before = desk.screen(120, 36);
    desk.press("Ctrl+l").sees("Hierna komt het PRIVÉ-scherm terug");
    desk.write(WORDS).press("Enter");
    assert_eq!(desk.screen(120, 36), before);
    assert!(desk.program.state.private && table.pupils.contains(&desk.program.state.pupil().unwrap()));
}

#[test]
fn a_form_that_was_half_filled_in_is_there_again() {
    let (mut desk, _) = Desk::with_pupils_under(1, passphrase(WORDS));
    desk.private().press("N").write("Hendrika").press("Tab");
    let before = desk.screen(120, 36);
    desk.press("Ctrl+l").sees_not("Hendrika").write(WORDS).press("Enter");
    assert_eq!(desk.screen(120, 36), before);
    desk.sees("Hendrika");
}

#[test]
fn wrong_ones_cost_a_wait_that_grows_and_no_wait_blocks() {
    let (mut desk, _) = writing();
    desk.press("Ctrl+l").write("fout").press("Enter");
    assert_eq!(told(&desk), Some(LockTold::Wrong(1)));
    desk.write(WORDS).press("Enter");
    assert_eq!(told(&desk), Some(LockTold::Wait(1)), "the right one waits too");
    desk.wait(1).press("Ctrl+u").write("weer fout").press("Enter");
    assert_eq!(told(&desk), Some(LockTold::Wrong(2)));
    desk.wait(2).press("Ctrl+u").write("nog eens").press("Enter");
    assert_eq!(told(&desk), Some(LockTold::Wrong(4)));
    assert!(
        desk.program.next_tick().unwrap().as_secs() <= 60,
        "the loop goes on meanwhile"
    );
    for _ in 0..10 {
        desk.wait(60).press("Ctrl+u").write("x").press("Enter");
    }
    assert_eq!(told(&desk), Some(LockTold::Wrong(60)), "and no longer than a minute");
    desk.wait(60).press("Ctrl+u").write(WORDS).press("Enter");
    assert!(!desk.program.state.is_locked());
}

#[test]
fn that_it_was_wrong_is_said_until_the_next_key() {
    let (mut desk, _) = writing();
    desk.press("Ctrl+l").write("fout").press("Enter").wait(30);
    assert_eq!(told(&desk), Some(LockTold::Wrong(0)));
    desk.sees("Dat klopt niet").sees_not("Opnieuw over");
    desk.write("e");
    assert_eq!(told(&desk), None);
}

#[test]
fn a_passphrase_may_be_pasted() {
    let (mut desk, _) = writing();
    desk.press("Ctrl+l");
    desk.send(Message::Paste(format!("{WORDS}\r\n")));
    desk.press("Enter");
    assert!(!desk.program.state.is_locked());
}

#[test]
fn nobody_there_for_ten_minutes_locks_outside_a_meeting() {
    let (mut desk, _) = Desk::with_pupils_under(1, passphrase(WORDS));
    desk.settle(Settings::default());
    // After two seconds the pupil on the screen is a line of the trail.
    desk.wait(2);
    assert_eq!(
        desk.program.next_tick().unwrap().as_secs(),
        598,
        "one wait, and no other"
    );
    desk.wait(597);
    assert!(!desk.program.state.is_locked());
    desk.press("Down").wait(599);
    assert!(!desk.program.state.is_locked(), "a key begins it anew");
    desk.wait(1);
    assert!(desk.program.state.is_locked());
}

#[test]
fn a_key_that_wakes_a_sleeping_laptop_does_nothing_but_that() {
    let (mut desk, _) = Desk::with_pupils_under(1, passphrase(WORDS));
    desk.settle(Settings::default());
    let at = desk.program.state.now;
    desk.now += chrono::Duration::hours(3);
    desk.press("q").press("j");
    assert!(
        desk.program.state.is_locked() && !desk.program.state.quit,
        "asleep since {at}"
    );
}

#[test]
fn in_an_open_meeting_it_only_goes_blank_unless_the_setting_asks() {
    let (mut desk, _) = writing();
    desk.settle(Settings::default());
    desk.wait(600);
    assert!(!desk.program.state.is_locked() && desk.program.state.blank);
    assert!(desk.program.next_tick().unwrap().as_secs() <= 60, "only the clock");
    desk.press("F9").sees("stage gaat goed");
    let upkeep = Upkeep {
        lock_in_meeting: true,
        ..Upkeep::default()
    };
    desk.settle(Settings {
        upkeep,
        ..Settings::default()
    });
    desk.wait(600);
    assert!(desk.program.state.is_locked());
}

#[test]
fn zero_minutes_is_never() {
    let (mut desk, _) = Desk::with_pupils_under(1, passphrase(WORDS));
    let upkeep = Upkeep {
        lock_after: 0,
        ..Upkeep::default()
    };
    desk.settle(Settings {
        upkeep,
        ..Settings::default()
    });
    desk.wait(100_000);
    assert!(!desk.program.state.is_locked());
    assert_eq!(desk.program.next_tick(), None, "idle costs nothing");
}

#[test]
fn a_blank_screen_can_be_locked_and_comes_back_blank() {
    let (mut desk, _) = writing();
    desk.press("F9 Ctrl+l");
    assert!(desk.program.state.is_locked());
    desk.sees_not("PRIVÉ").write(WORDS).press("Enter");
    assert!(matches!(desk.program.screen(), Screen::Blank(..)));
    desk.press("F9").sees("stage gaat goed");
}

#[test]
fn a_file_that_is_gone_or_open_elsewhere_or_changed_is_told() {
    let (mut desk, table) = writing();
    desk.press("Ctrl+l");
    let path = desk.folder().join("tafel.dakpan");
    let away = desk.folder().join("weg");
    std::fs::rename(&path, &away).unwrap();
    desk.write(WORDS).press("Enter");
    assert_eq!(told(&desk), Some(LockTold::File(Problem::NotFound)));
    std::fs::rename(&away, &path).unwrap();
    let mut other = open_elsewhere(&desk).unwrap();
    desk.write(WORDS).press("Enter");
    assert_eq!(told(&desk), Some(LockTold::File(Problem::InUse)));
    let about = dakpan::store::About {
        intent: "set_chair",
        pupil: None,
        meeting: None,
    };
    other
        .change(about, ten_o_clock(), |tx| tx.set_setting("chair", "Els"))
        .unwrap();
    drop(other);
    desk.write(WORDS).press("Enter");
    assert!(!desk.program.state.is_locked());
    assert_eq!(desk.program.state.notice, Some(Notice::FileChanged));
    assert_eq!(desk.program.state.pupil(), Some(table.pupils[0]));
    desk.press("Esc");
    let text = desk.store().dossier(table.pupils[0]).unwrap().notes[0].text.clone();
    assert_eq!(text, "stage gaat goed, drie dagen");
}

#[test]
fn with_a_key_file_enter_reads_it_again() {
    let key = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(key.path(), [3; 32]).unwrap();
    let (mut desk, _) = Desk::with_pupils(1);
    desk.program = desk.program.opened_with(Some(key.path().to_owned()));
    desk.press("Ctrl+l").sees("Enter leest het sleutelbestand opnieuw");
    std::fs::write(key.path(), [4; 32]).unwrap();
    desk.press("Enter");
    assert_eq!(told(&desk), Some(LockTold::Wrong(1)));
    std::fs::write(key.path(), [4; 31]).unwrap();
    desk.wait(1).press("Enter");
    assert_eq!(told(&desk), Some(LockTold::Key(Problem::BadKeyFile)));
    std::fs::write(key.path(), [3; 32]).unwrap();
    desk.press("Enter");
    assert!(!desk.program.state.is_locked());
}

#[test]
fn from_a_locked_screen_the_program_can_be_left() {
    let (mut desk, _) = writing();
    desk.press("Ctrl+l Ctrl+c");
    assert_eq!(told(&desk), Some(LockTold::HowToQuit));
    assert!(!desk.program.state.quit);
    desk.press("Ctrl+c");
    assert!(desk.program.state.quit);
    let closed: Result<(), StoreError> = std::mem::replace(&mut desk, Desk::empty()).program.close();
    assert_eq!(closed, Ok(()));
}

#[test]
fn the_passphrase_is_changed_from_the_palette() {
    let (mut desk, table) = writing();
    desk.press("Esc")
        .press(":")
        .write("wachtwoord")
        .press("Enter")
        .sees("Wachtwoord van nu:");
    desk.write("fout").press("Enter");
    assert_eq!(told(&desk), Some(LockTold::Wrong(1)));
    desk.wait(1).write(WORDS).press("Enter").sees("Nieuw wachtwoord:");
    desk.write("zeven l").press("Enter").sees("minstens 8 tekens");
    assert_eq!(told(&desk), Some(LockTold::New(Problem::ShortPassphrase(8))));
    desk.write("iets nieuws").press("Enter").sees("Nog een keer:");
    desk.write("iets anders").press("Enter");
    assert_eq!(told(&desk), Some(LockTold::New(Problem::PassphrasesDiffer)));
    desk.write("iets nieuws")
        .press("Enter")
        .write("iets nieuws")
        .press("Enter");
    assert_eq!(desk.program.state.notice, Some(Notice::PassphraseChanged(0)));
    desk.press("PgUp PgDn").write("verder").press("Esc");
    let text = desk.store().dossier(table.pupils[0]).unwrap().notes[0].text.clone();
    assert!(text.ends_with("verder"), "{text}");
    desk.press("Ctrl+l").write(WORDS).press("Enter");
    assert_eq!(told(&desk), Some(LockTold::Wrong(1)));
    desk.wait(1).write("iets nieuws").press("Enter");
    assert!(!desk.program.state.is_locked());
}

#[test]
fn the_same_passphrase_is_no_other_one() {
    let (mut desk, _) = writing();
    desk.press("Esc").press(":").write("wachtwoord").press("Enter");
    for _ in 0..3 {
        desk.write(WORDS).press("Enter");
    }
    assert_eq!(desk.program.state.notice, Some(Notice::Problem(Problem::SameSecret)));
    desk.sees("gaat het bestand nu al open");
    assert!(!desk.store().is_locked());
}

#[test]
fn escape_leaves_the_passphrase_as_it_is() {
    let (mut desk, _) = Desk::with_pupils_under(1, passphrase(WORDS));
    let now: Moment = desk.now;
    desk.press(":")
        .write("wachtwoord")
        .press("Enter")
        .write(WORDS)
        .press("Enter")
        .write("nieuw")
        .press("Esc");
    assert!(desk.program.state.locked.is_none() && !desk.store().is_locked());
    assert_eq!(desk.store().is_opened_by(&passphrase(WORDS)), Ok(true), "at {now}");
}

#[test]
fn the_demo_says_its_passphrase_and_no_other_file_does() {
    let (mut desk, _) = Desk::with_pupils_under(1, passphrase("demo"));
    desk.press("Ctrl+l")
        .sees_not("wachtwoord is demo")
        .write("demo")
        .press("Enter");
    desk.program.state.demo = true;
    desk.press("Ctrl+l")
        .sees("haar wachtwoord is demo")
        .write("demo")
        .press("Enter");
    assert!(!desk.program.state.is_locked());
}

/// The rows that an approach brought were read beside the file and not from it: they stay, as the terms do.
#[test]
fn the_result_rows_of_an_approach_are_there_after_the_lock() {
    let (mut desk, _table) = writing();
    let own = "[[result_set]]\nid = \"eigen\"\nnl = \"a\"\nen = \"b\"\n[[result_set.row]]\nkey = \"all\"\nnl = \"a\"\nen = \"b\"\n";
    let own = ResultSets::parse(own).unwrap();
    desk.program.state.result_sets = own.clone();
    desk.press("Ctrl+l");
    assert!(desk.program.state.is_locked());
    assert_eq!(desk.program.state.result_sets, own);
}
