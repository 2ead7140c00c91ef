//! Locked in a real terminal: the file is free, the key is out of memory, and signals and screen readers work as ever.

use std::path::PathBuf;

use rustix::process::Signal;

use super::WIDE;
use super::harness::Terminal;
use super::place::Place;

const WORDS: &str = "kraaienpoot zeewier 4711";

/// A demo that opens with [`WORDS`], which stand in a file for the program to begin with.
fn with_passphrase() -> (Place, PathBuf) {
    let place = Place::with_demo();
    let words = place.path("woorden");
    std::fs::write(&words, WORDS).unwrap();
    let own = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    std::fs::set_permissions(&words, own).unwrap();
    let change = ["wachtwoord", "--nieuw-wachtwoord-bestand", words.to_str().unwrap()];
    let changed = place.run(&place.with_key(&change));
    assert!(changed.status.success(), "{changed:?}");
    (place, words)
}

fn open(place: &Place, words: &std::path::Path, more: &[&str]) -> Terminal {
    let mut all = vec!["--wachtwoord-bestand", words.to_str().unwrap()];
    all.extend(more);
    place.open(WIDE, &place.with_file(&all))
}

#[test]
fn it_locks_and_goes_on_where_it_was() {
    let (place, words) = with_passphrase();
    let terminal = open(&place, &words, &[]);
    terminal.wait_for("1/12").press("Enter").wait_for("SCHRIJF");
    terminal.send("kanariepiet").wait_for("kanariepiet");
    terminal.press("Ctrl+l").wait_for("Op slot").wait_gone("kanariepiet");
    // The file is free for another program, which finds everything in it that was typed.
    let check = ["controle", "--wachtwoord-bestand", words.to_str().unwrap()];
    let checked = place.run(&place.with_file(&check));
    assert!(checked.status.success(), "{checked:?}");
    terminal.send("verkeerd").press("Enter").wait_for("Dat klopt niet");
    assert!(!terminal.everything().contains("verkeerd"), "never echoed");
    // How long to wait goes when the wait is over.
    terminal.wait_gone("Opnieuw over").send(WORDS).press("Enter");
    terminal
        .wait_for("kanariepiet")
        .send(" zingt")
        .wait_for("kanariepiet zingt");
    assert!(!terminal.everything().contains(WORDS));
    assert!(terminal.titles().iter().all(|title| title == "dakpan"));
    terminal.press("Esc").wait_for("KIES").quit();
}

#[test]
fn by_ear_it_locks_and_unlocks_too() {
    let (place, words) = with_passphrase();
    let terminal = open(&place, &words, &["--voorlees"]);
    terminal.wait_for("1/12").press("Ctrl+l").wait_for("Op slot");
    terminal.send(WORDS).press("Enter");
    // Ctrl+S means something only once it is open again.
    terminal.send("\u{13}").wait_for("Alles is al opgeslagen");
    assert!(!terminal.everything().contains(WORDS));
    terminal.quit();
}

#[test]
fn a_signal_ends_a_locked_program_in_good_order() {
    let (place, words) = with_passphrase();
    for signal in [Signal::TERM, Signal::HUP] {
        let terminal = open(&place, &words, &[]);
        terminal.wait_for("1/12").press("Ctrl+l").wait_for("Op slot");
        terminal.signal(signal);
        assert_eq!(terminal.wait_end(), 0, "{signal:?}");
        terminal.assert_given_back();
    }
}

/// How often something stands in the memory that a program writes to.
#[cfg(target_os = "linux")]
fn in_memory(terminal: &Terminal, wanted: &[&[u8]]) -> Vec<usize> {
    use std::os::unix::fs::FileExt;
    let process = format!("/proc/{}", terminal.pid());
    let maps = std::fs::read_to_string(format!("{process}/maps")).unwrap();
    let memory = std::fs::File::open(format!("{process}/mem")).unwrap();
    let mut found = vec![0; wanted.len()];
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (from, until) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let number = |text| u64::from_str_radix(text, 16).unwrap();
        let mut bytes = vec![0; usize::try_from(number(until) - number(from)).unwrap()];
        let Ok(read) = memory.read_at(&mut bytes, number(from)) else {
            continue;
        };
        let bytes = &bytes[..read];
        for (count, wanted) in found.iter_mut().zip(wanted) {
            let begins = bytes.iter().enumerate().filter(|(_, byte)| **byte == wanted[0]);
            *count += begins.filter(|(at, _)| bytes[*at..].starts_with(wanted)).count();
        }
    }
    found
}

#[cfg(target_os = "linux")]
#[test]
fn while_locked_the_key_is_nowhere_in_memory() {
    use argon2::{Algorithm, Argon2, Params, Version};
    let (place, words) = with_passphrase();
    let salt = std::fs::read(place.file()).unwrap()[..16].to_vec();
    let mut key = [0; 32];
    Argon2::new(
        Algorithm::Argon2id,
        Version::V0x13,
        Params::new(65536, 3, 1, Some(32)).unwrap(),
    )
    .hash_password_into(WORDS.as_bytes(), &salt, &mut key)
    .unwrap();
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let wanted: [&[u8]; 3] = [&key, hex.as_bytes(), WORDS.as_bytes()];
    let terminal = open(&place, &words, &[]);
    terminal.wait_for("1/12");
    let open_now = in_memory(&terminal, &wanted);
    assert!(
        open_now[0] + open_now[1] > 0,
        "an open file has its key somewhere: {open_now:?}"
    );
    terminal.press("Ctrl+l").wait_for("Op slot");
    assert_eq!(
        in_memory(&terminal, &wanted),
        [0, 0, 0],
        "raw, as the statement spells it, and the passphrase"
    );
    terminal
        .send(WORDS)
        .press("Enter")
        .wait_for("1/12")
        // A frame may come in pieces: what the lock said before is not what it says next.
        .wait_gone("Op slot")
        .press("Ctrl+l")
        .wait_for("Op slot");
    assert_eq!(in_memory(&terminal, &wanted), [0, 0, 0], "nor after it was typed");
}

#[test]
fn the_lock_is_answered_while_a_list_is_being_written() {
    let place = Place::with_demo();
    let mut list = String::from("leerlingnummer;roepnaam;achternaam;klas\n");
    for number in 0..3000 {
        list.push_str(&format!("9{number:05};Kind;Lijst{number};3B\n"));
    }
    std::fs::write(place.path("lijst.csv"), list).unwrap();
    let before = place.store().pupil_counts().unwrap();
    let terminal = place.start(WIDE);
    terminal
        .wait_for("1/12")
        .press("F8 j")
        .wait_for("alleen voor de voorzitter");
    terminal
        .press(":")
        .send("importeer")
        .press("Enter")
        .wait_for("Welke lijst?");
    terminal.send("lijst.csv").press("Enter").wait_for("nieuw 3000");
    terminal.press("Enter").wait_until("some of it written", |screen| {
        let screen = screen.contents();
        screen.contains("Lijst wordt ingelezen: ") && !screen.contains("ingelezen: 0 van")
    });
    terminal.press("Ctrl+l").wait_for("Op slot");
    assert_eq!(
        place.store().pupil_counts().unwrap(),
        before,
        "the file is free and as it was"
    );
    terminal.press("Enter").wait_for("1/12").quit();
}
