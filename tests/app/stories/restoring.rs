//! A backup is put back without leaving the program: seen first, confirmed with a word, and nothing of before is left.

use dakpan::app::over::Overlay;
use dakpan::domain::rights::TrailKind;
use dakpan::store::{BackupKind, Secret, own_backups};
use dakpan::text::notice::{Notice, Problem, Refusal};
use zeroize::Zeroizing;

use crate::desk::Desk;

/// Lets the loop pass until nothing is under way.
fn rest(desk: &mut Desk) {
    for _ in 0..1000 {
        if desk.program.next_tick() != Some(std::time::Duration::ZERO) {
            return;
        }
        desk.wait(0);
    }
    panic!("it never ends");
}

/// A desk in private with a backup, after which a pupil was added.
fn gone_on() -> Desk {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.private().press(":").write("reservekopie").press("Enter");
    rest(&mut desk);
    desk.now += chrono::Duration::seconds(5);
    desk.press("N").write("Hendrika").press("Tab Tab").write("Later");
    desk.press("Tab").write("0099").press("Enter");
    assert!(desk.program.state.overlay.is_none(), "{}", desk.screen(120, 36));
    desk
}

fn pupils(desk: &Desk) -> usize {
    desk.store().pupil_counts().unwrap().values().sum()
}

fn open_list(desk: &mut Desk) {
    desk.press(":").write("herstel").press("Enter");
}

#[test]
fn the_list_tells_when_how_large_and_how_many_pupils() {
    let mut desk = gone_on();
    open_list(&mut desk);
    let held = format!("{} leerlingen ·", pupils(&desk) - 1);
    desk.sees("Reservekopieën")
        .sees("03-06-2026 10:00 · reservekopie")
        .sees(&held);
    desk.press("Esc");
    assert!(desk.program.state.overlay.is_none());
    desk.press("F8");
    open_list(&mut desk);
    assert!(desk.program.state.overlay.is_none(), "not while shared");
    assert!(matches!(
        desk.program.state.notice,
        Some(Notice::Refused(_, Refusal::Private))
    ));
}

#[test]
fn nothing_happens_before_the_word_and_then_the_file_is_as_it_was() {
    let mut desk = gone_on();
    let now = pupils(&desk);
    let dump = desk.dump();
    open_list(&mut desk);
    desk.press("Enter")
        .sees("Deze reservekopie terugzetten?")
        .sees("Bestand van nu")
        .sees("Nieuwer in het bestand van nu")
        .sees("elk één keer geteld: 1 ander gegeven.")
        .sees("Enter herstel")
        .sees_not("Enter kiezen");
    desk.write("ja").press("Enter").sees("niet het woord herstel");
    desk.press("Esc")
        .sees("Enter laat zien wat terugzetten kost")
        .sees("Enter kiezen");
    assert_eq!(desk.dump(), dump);
    let folder = desk.folder().to_owned();
    let half = || {
        std::fs::read_dir(&folder)
            .unwrap()
            .filter(|entry| {
                let name = entry.as_ref().unwrap().file_name();
                name.to_string_lossy().contains(".part")
            })
            .count()
    };
    assert_eq!(half(), 0, "nothing is left of what was looked through");
    desk.press("Enter").write("herstel").press("Enter").wait(0);
    assert_eq!(desk.program.state.notice, Some(Notice::Restored(0)));
    assert!(desk.program.state.overlay.is_none() && desk.program.state.private);
    assert_eq!((pupils(&desk), half()), (now - 1, 0));
    desk.sees_not("Hendrika").sees("Daan");
    let kinds: Vec<_> = own_backups(desk.store().path())
        .unwrap()
        .iter()
        .map(|one| one.kind)
        .collect();
    assert!(kinds.contains(&BackupKind::BeforeRestore), "{kinds:?}");
    assert_eq!(desk.store().check().unwrap(), Vec::<String>::new());
    let line = &desk.store().trail(1, None).unwrap()[0];
    assert_eq!((line.kind, line.at), (TrailKind::Restored, desk.now));
    assert_eq!(desk.store().verify_trail().unwrap(), []);
    // And it goes on: what is written now is in the file that was put back.
    desk.press("S Enter Enter PgDn PgDn").write("verder").press("Esc");
    let desk = desk.restart();
    assert!(desk.dump().contains("verder"));
}

#[test]
fn one_that_opens_with_something_else_says_so_and_is_left_alone() {
    let (mut desk, _) = Desk::with_pupils_under(1, Secret::Passphrase(Zeroizing::new("een goed geheim".into())));
    desk.private().press(":").write("reservekopie").press("Enter");
    rest(&mut desk);
    let path = own_backups(desk.store().path()).unwrap()[0].path.clone();
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[10] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    open_list(&mut desk);
    desk.sees("ander wachtwoord of beschadigd").press("Enter");
    assert_eq!(desk.program.state.notice, Some(Notice::Problem(Problem::WrongKey)));
    assert!(matches!(desk.program.state.overlay, Some(Overlay::Restore(_))));
    assert!(std::fs::read(&path).unwrap() == bytes);
}

#[test]
fn a_lock_lets_go_of_what_was_looked_through_and_after_a_restore_it_opens_with_the_same() {
    let words = "een goed geheim";
    let (mut desk, _) = Desk::with_pupils_under(1, Secret::Passphrase(Zeroizing::new(words.into())));
    desk.private().press(":").write("reservekopie").press("Enter");
    rest(&mut desk);
    open_list(&mut desk);
    desk.press("Enter").press("Ctrl+l");
    assert!(desk.program.state.is_locked());
    let names = || {
        std::fs::read_dir(desk.folder())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
    };
    assert!(names().all(|name| !name.to_string_lossy().contains(".part")));
    desk.write(words).press("Enter");
    open_list(&mut desk);
    desk.press("Enter").write("herstel").press("Enter").wait(0);
    assert_eq!(desk.program.state.notice, Some(Notice::Restored(0)));
    desk.press("Ctrl+l");
    assert!(desk.store().is_locked(), "nothing of the key stays behind");
    desk.write("niet dat").press("Enter");
    assert!(desk.program.state.is_locked());
    desk.wait(1).press("Ctrl+u").write(words).press("Enter");
    assert!(!desk.program.state.is_locked());
}

#[test]
fn escape_while_it_is_copied_leaves_nothing_and_the_list_stays() {
    let mut desk = gone_on();
    let dump = desk.dump();
    // Whoever watches long work says stop, as a terminal does at Esc.
    desk.program = desk
        .program
        .watched_by(Box::new(|_, _| std::ops::ControlFlow::Break(())));
    open_list(&mut desk);
    desk.press("Enter");
    assert_eq!(desk.program.state.notice, Some(Notice::Problem(Problem::Cancelled)));
    assert!(matches!(desk.program.state.overlay, Some(Overlay::Restore(_))));
    assert_eq!(desk.dump(), dump);
}

/// How many copies lie beside the file that are not finished.
fn half_made(desk: &Desk) -> usize {
    std::fs::read_dir(desk.folder())
        .unwrap()
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().contains(".part")
        })
        .count()
}

#[test]
fn what_was_looked_through_is_let_go_of_when_the_screen_is_shared_and_can_be_looked_through_again() {
    let mut desk = gone_on();
    let now = pupils(&desk);
    open_list(&mut desk);
    desk.press("Enter").sees("Deze reservekopie terugzetten?");
    assert_eq!(half_made(&desk), 1);
    desk.press("F8");
    assert!(desk.program.state.overlay.is_none());
    assert_eq!(half_made(&desk), 0);
    desk.private();
    open_list(&mut desk);
    desk.press("Enter").write("herstel").press("Enter").wait(0);
    assert_eq!(desk.program.state.notice, Some(Notice::Restored(0)));
    assert_eq!((pupils(&desk), half_made(&desk)), (now - 1, 0));
}

#[test]
fn after_a_try_that_fails_the_list_is_there_to_try_again() {
    let mut desk = gone_on();
    open_list(&mut desk);
    desk.press("Enter").sees("Deze reservekopie terugzetten?");
    let (path, aside) = (desk.folder().join("tafel.dakpan"), desk.folder().join("weg"));
    std::fs::rename(&path, &aside).unwrap();
    std::fs::write(&path, b"van een ander").unwrap();
    desk.write("herstel").press("Enter").wait(0);
    assert_eq!(desk.program.state.notice, Some(Notice::Problem(Problem::Replaced)));
    desk.sees("Enter laat zien wat terugzetten kost");
    assert_eq!(half_made(&desk), 0);
    std::fs::rename(&aside, &path).unwrap();
    desk.press("Enter").write("herstel").press("Enter").wait(0);
    assert_eq!(desk.program.state.notice, Some(Notice::Restored(0)));
}

#[test]
fn what_it_costs_is_not_cut_on_the_smallest_screen() {
    let mut desk = gone_on();
    open_list(&mut desk);
    desk.press("Enter");
    let screen = desk.screen(80, 24);
    let one_line: String = screen
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("│ │ ", "");
    // Whole sentences: a line that is full to its end is where a letter would be cut off.
    for said in [
        "0 overleggen.",
        "in het logboek komt dat deze kopie werd teruggezet. Wat er sindsdien in kwam, staat alleen nog in het bestand dat \
         wordt bewaard.",
        "Esc: terug",
    ] {
        assert!(one_line.contains(said), "{said}\n{screen}");
    }
}

#[test]
fn that_an_erasure_waits_is_said_rather_than_that_the_copy_is_there() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.private();
    for _ in 0..2 {
        desk.press(":").write("reservekopie").press("Enter");
        rest(&mut desk);
        desk.now += chrono::Duration::seconds(5);
    }
    let backups = own_backups(desk.store().path()).unwrap();
    let (newest, other) = (crate::store::raw(&backups[0].path), crate::store::raw(&backups[1].path));
    newest
        .execute_batch("INSERT INTO forgetting (record, subject) VALUES ('copies:pupil', 999999)")
        .unwrap();
    drop(newest);
    // Somebody has the other one open, so that it cannot be written.
    other
        .execute_batch("BEGIN EXCLUSIVE; SELECT count(*) FROM pupil;")
        .unwrap();
    open_list(&mut desk);
    desk.press("Enter").write("herstel").press("Enter").wait(0);
    assert_eq!(desk.program.state.notice, Some(Notice::ErasureWaits));
}

/// Chooses the newest backup and types the word for it.
fn confirm(desk: &mut Desk) {
    open_list(desk);
    desk.press("Enter").write("herstel").press("Enter");
}

#[test]
fn how_far_it_is_is_drawn_before_each_step() {
    let mut desk = gone_on();
    let now = pupils(&desk);
    confirm(&mut desk);
    desk.sees("Bezig: de kopie wordt geschikt gemaakt")
        .sees("Esc: niet doen");
    assert_eq!(pupils(&desk), now, "the screen says so first");
    assert_eq!(desk.program.next_tick(), Some(std::time::Duration::ZERO));
    desk.write("x").press("Enter Up Down").sees("Bezig: de kopie");
    let (lang, mut drawn) = (desk.lang, Vec::new());
    desk.program.work(desk.now, &mut |screen| {
        drawn.push(Desk::shown(screen, lang, 120, 36));
        true
    });
    assert!(drawn[0].contains("geschikt gemaakt voor dit programma"), "{}", drawn[0]);
    let keeping = |screen: &String| screen.contains("het bestand van nu wordt bewaard");
    assert!(drawn[1..].iter().all(keeping) && drawn.len() > 1, "{drawn:?}");
    assert!(drawn[drawn.len() - 1].contains("100%"));
    assert_eq!(desk.program.state.notice, Some(Notice::Restored(0)));
    assert_eq!(pupils(&desk), now - 1);
}

#[test]
fn escape_at_any_step_leaves_the_file_as_it_was_and_the_list_to_choose_from() {
    let mut desk = gone_on();
    let (dump, before) = (desk.dump(), own_backups(desk.store().path()).unwrap());
    // Before anything was begun.
    confirm(&mut desk);
    desk.press("Esc").sees("Enter laat zien wat terugzetten kost").wait(0);
    assert_eq!(desk.dump(), dump);
    // At the first step and at the second, and so on for as long as it asks.
    let mut stopped = 0;
    for step in 1.. {
        desk.press("Esc");
        confirm(&mut desk);
        let mut asked = 0;
        desk.program.work(desk.now, &mut |_| {
            asked += 1;
            asked < step
        });
        if asked < step {
            break;
        }
        stopped += 1;
        assert_eq!(desk.program.state.notice, Some(Notice::Problem(Problem::Cancelled)));
        desk.sees("Enter laat zien wat terugzetten kost");
        assert!(!desk.program.state.is_locked());
        assert_eq!((desk.dump(), half_made(&desk)), (dump.clone(), 0));
        assert_eq!(own_backups(desk.store().path()).unwrap(), before);
    }
    assert!(stopped >= 2, "{stopped}");
    assert_eq!(desk.program.state.notice, Some(Notice::Restored(0)));
    assert_ne!(desk.dump(), dump);
}

#[test]
fn what_was_rectified_since_is_said_before_the_word_and_nothing_newer_is_not() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.private().press(":").write("reservekopie").press("Enter");
    rest(&mut desk);
    desk.press(":").write("zonder spoor").press("Enter");
    desk.press("a")
        .sees("achternaam")
        .press("Tab")
        .write("Vink")
        .press("Enter Enter");
    desk.sees("Verbeterd zonder spoor").press("Esc");
    open_list(&mut desk);
    desk.sees("reservekopie")
        .press("Enter")
        .sees("1 verbetering zonder spoor")
        .sees_not("niets nieuwers");
    for (columns, rows) in [(80, 24), (120, 36)] {
        let screen = desk.screen(columns, rows);
        assert!(screen.contains("Typ herstel en Enter"), "{screen}");
    }
}
