//! Another passphrase, and a backup that is put back, by the real program; and killed in the middle of either.

use std::path::{Path, PathBuf};
use std::process::Child;

use dakpan::store::{BackupKind, Opening, Secret, Store, StoreError, own_backups};
use zeroize::Zeroizing;

use super::{Said, Table, at, dakpan, said};

const OLD: [u8; 32] = super::KEY;
const NEW: [u8; 32] = [9; 32];

fn open(path: &Path, key: [u8; 32]) -> Result<Store, StoreError> {
    Store::open(Opening {
        path: path.to_owned(),
        secret: Secret::KeyFile(Zeroizing::new(key)),
        now: at("12:00"),
        who: "Test".into(),
        seed: 3,
        salt: None,
    })
}

/// A table with three backups, and the key file it is to open with.
fn with_backups() -> (Table, PathBuf) {
    let table = Table::laid();
    for day in ["01", "02", "03"] {
        let today = format!("2026-06-{day}");
        said(table.dakpan().args(["--vandaag", &today, "backup"])).answer();
    }
    let new = table.folder.path().join("nieuw");
    std::fs::write(&new, NEW).unwrap();
    own_only(&new);
    own_only(&table.folder.path().join("sleutel"));
    (table, new)
}

fn own_only(path: &Path) {
    #[cfg(unix)]
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
}

fn backups(table: &Table) -> Vec<PathBuf> {
    own_backups(&table.path())
        .unwrap()
        .into_iter()
        .map(|backup| backup.path)
        .collect()
}

fn change(table: &Table, new: &Path) -> Said {
    table.run(&["wachtwoord", "--nieuwe-sleutel", new.to_str().unwrap()])
}

#[test]
fn another_key_opens_the_file_and_its_backups() {
    let (table, new) = with_backups();
    let told = change(&table, &new).answer();
    assert!(
        told.contains("gewijzigd") && told.contains("3 reservekopieën"),
        "{told}"
    );
    for path in backups(&table).iter().chain([&table.path()]) {
        assert_eq!(open(path, OLD).unwrap_err(), StoreError::WrongKey);
        open(path, NEW).unwrap();
    }
    let refused = table.run(&["contact", "brug"]).refusal();
    assert!(refused.contains("klopt niet"), "{refused}");
}

#[test]
fn a_key_file_is_made_when_it_is_not_there_and_a_passphrase_comes_back() {
    let (table, _) = with_backups();
    let (made, words) = (table.folder.path().join("gemaakt"), table.folder.path().join("woorden"));
    let told = change(&table, &made).answer();
    assert!(told.contains("Het sleutelbestand is gemaakt"), "{told}");
    assert_eq!(std::fs::metadata(&made).unwrap().len(), 32);
    std::fs::write(&words, "vier losse woorden hier\n").unwrap();
    own_only(&words);
    let by = |option: &str, file: &Path, rest: &[&str]| {
        let mut command = dakpan();
        command
            .arg("--bestand")
            .arg(table.path())
            .arg(option)
            .arg(file)
            .args(rest);
        said(&mut command)
    };
    let words_file = words.to_str().unwrap();
    let change = ["wachtwoord", "--nieuw-wachtwoord-bestand", words_file];
    by("--sleutel-bestand", &made, &change).answer();
    by("--wachtwoord-bestand", &words, &["controle"]).answer();
    // A file with a passphrase has no key file yet: one that is given is the new one.
    let mut command = dakpan();
    command.arg("--bestand").arg(table.path()).arg("wachtwoord");
    command
        .arg("--wachtwoord-bestand")
        .arg(&words)
        .arg("--nieuwe-sleutel")
        .arg(&made);
    said(&mut command).answer();
    by("--sleutel-bestand", &made, &["controle"]).answer();
}

#[test]
fn what_cannot_be_changed_leaves_no_key_file_behind() {
    let (table, _) = with_backups();
    std::fs::write(table.folder.path().join("sleutel"), [1; 32]).unwrap();
    let made = table.folder.path().join("gemaakt");
    let refused = change(&table, &made).refusal();
    assert!(refused.contains("klopt niet") && !made.exists(), "{refused}");
}

#[test]
fn a_new_key_that_others_may_read_is_warned_of() {
    let (table, new) = with_backups();
    #[cfg(unix)]
    std::fs::set_permissions(&new, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    let said = change(&table, &new);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("ook anderen op deze computer"), "{}", said.err);
}

#[test]
fn what_is_short_or_the_same_or_of_the_other_kind_is_refused_with_what_to_do() {
    let (table, _) = with_backups();
    let file = |name: &str, bytes: &[u8]| {
        let path = table.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        own_only(&path);
        path.to_str().unwrap().to_owned()
    };
    let before = std::fs::read(table.path()).unwrap();
    let refused = |option: &str, file: &str, what: &str| {
        let line = table.run(&["wachtwoord", option, file]).refusal();
        assert!(line.contains(what), "{line}");
    };
    let words = "--nieuw-wachtwoord-bestand";
    refused(words, &file("kort", "zëven l\n".as_bytes()), "minstens 8 tekens");
    refused(words, &file("sleutelachtig", &[0xfe; 32]), "--sleutel-bestand");
    refused(
        "--nieuwe-sleutel",
        &file("woorden", b"vier losse woorden hier\n"),
        "--wachtwoord-bestand",
    );
    refused("--nieuwe-sleutel", &file("dezelfde", &OLD), "nu al open");
    let mut key = *b"a\nbcdefghijklmnopqrstuvwxyz12345";
    key[31] = 0xff;
    refused(words, &file("met regeleinde", &key), "--sleutel-bestand");
    assert!(std::fs::read(table.path()).unwrap() == before);
    let mut command = dakpan();
    command.arg("--bestand").arg(table.path());
    command
        .arg("--sleutel-bestand")
        .arg(file("gewoon", b"vier losse woorden hier\n"));
    let line = said(command.arg("controle")).refusal();
    assert!(line.contains("--wachtwoord-bestand"), "{line}");
    // A new file is not given one either; what is eight long will do.
    let all = table.folder.path().join("alles");
    table.run(&["uitvoer", all.to_str().unwrap(), "--ja"]).answer();
    let made = |bytes: &[u8]| {
        let place = table.folder.path().join("ander.dakpan");
        let mut command = dakpan();
        command.arg("invoer").arg(&all).arg("--bestand").arg(place);
        said(command.arg("--wachtwoord-bestand").arg(file("voor een nieuw", bytes)))
    };
    let line = made(b"geheim").refusal();
    assert!(line.contains("minstens 8 tekens"), "{line}");
    made(b"geheimer").answer();
}

/// Kills a program as soon as something holds; false when it ended before.
fn kill_when(mut child: Child, mut holds: impl FnMut() -> bool) -> bool {
    loop {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        if holds() {
            child.kill().unwrap();
            child.wait().unwrap();
            return true;
        }
        std::thread::yield_now();
    }
}

/// The names of half made files in the folder of the file and in that of its backups.
fn half_made(table: &Table) -> usize {
    let folders = [table.folder.path().to_owned(), table.folder.path().join("backups")];
    let names = folders
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten();
    names
        .filter(|name| name.as_ref().unwrap().file_name().to_str().unwrap().ends_with(".part"))
        .count()
}

#[test]
fn killed_at_any_moment_of_changing_the_key_everything_opens_with_the_old_or_the_new() {
    let (first, new) = with_backups();
    let before = first.open().dump().unwrap();
    let mut killed = 0;
    // As each of the four files is begun, and as the first of them has got its name.
    for moment in 1..=5 {
        let table = Table::laid();
        std::fs::create_dir(table.folder.path().join("backups")).unwrap();
        for backup in backups(&first) {
            let name = backup.file_name().unwrap();
            std::fs::copy(&backup, table.folder.path().join("backups").join(name)).unwrap();
        }
        std::fs::copy(first.path(), table.path()).unwrap();
        let mut command = table.dakpan();
        command.arg("wachtwoord").arg("--nieuwe-sleutel").arg(&new);
        command
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null());
        let mut most = 0;
        let holds = || {
            let now = half_made(&table);
            most = most.max(now);
            if moment == 5 {
                most == 4 && now < 4
            } else {
                now >= moment
            }
        };
        killed += usize::from(kill_when(command.spawn().unwrap(), holds));
        let key = if open(&table.path(), OLD).is_ok() { OLD } else { NEW };
        assert_eq!(
            open(&table.path(), key).unwrap().dump().unwrap(),
            before,
            "moment {moment}"
        );
        assert_eq!(half_made(&table), 0, "gone at the next opening");
        for backup in backups(&table) {
            let store = open(&backup, OLD).or_else(|_| open(&backup, NEW)).unwrap();
            assert_eq!(store.check().unwrap(), Vec::<String>::new());
        }
        assert_eq!(backups(&table).len(), 3);
        // And once more to the end.
        if key == OLD {
            change(&table, &new).answer();
        }
        for path in backups(&table).iter().chain([&table.path()]) {
            open(path, NEW).unwrap_or_else(|error| panic!("moment {moment}, {path:?}: {error}"));
        }
    }
    assert!(killed >= 3, "killed in the middle {killed} times of 5");
}

#[test]
fn a_backup_is_shown_confirmed_and_put_back() {
    let (table, _) = with_backups();
    let before = table.open().dump().unwrap();
    let backup = backups(&table)[0].clone();
    let about = dakpan::store::About {
        intent: "set_chair",
        pupil: None,
        meeting: None,
    };
    let mut store = table.open();
    store
        .change(about, at("11:00"), |tx| tx.set_setting("chair", "Els"))
        .unwrap();
    store.close().unwrap();
    let backup_name = backup.to_str().unwrap();
    let asked = table.run(&["herstel", backup_name]);
    assert_eq!(asked.code, 1, "nobody can confirm");
    assert!(asked.out.contains("2 scholen · 3 leerlingen"), "{}", asked.out);
    assert!(
        asked.out.contains("1 wijziging, over 0 leerlingen en in 0 overleggen"),
        "{}",
        asked.out
    );
    assert!(
        asked.out.contains("elk één keer geteld: 1 ander gegeven."),
        "{}",
        asked.out
    );
    assert!(asked.out.contains("Ook het logboek"), "{}", asked.out);
    assert!(asked.err.contains("--ja"), "{}", asked.err);
    assert_eq!(half_made(&table), 0);
    assert_ne!(table.open().dump().unwrap(), before, "nothing was done yet");
    let told = table.run(&["herstel", backup_name, "--ja"]).answer();
    assert!(
        told.contains("De reservekopie is teruggezet.") && told.contains("-vorige-"),
        "{told}"
    );
    assert_eq!(table.open().dump().unwrap(), before);
    // The trail says so, in both languages, by whoever chaired the file that made way.
    let trail = table.run(&["logboek"]).answer();
    assert!(trail.contains("Els") && trail.contains("teruggezet"), "{trail}");
    assert!(
        trail.contains(".backup.dakpan, laatst gewijzigd 03-06-2026 1"),
        "{trail}"
    );
    let trail = table.run(&["--lang", "en", "trail"]).answer();
    assert!(
        trail.contains("restored") && trail.contains(".backup.dakpan, last changed 03-06-2026 1"),
        "{trail}"
    );
    table.run(&["logboek", "--controleer"]).answer();
    let kept = own_backups(&table.path()).unwrap();
    let kept = kept
        .iter()
        .find(|backup| backup.kind == BackupKind::BeforeRestore)
        .unwrap();
    assert_eq!(
        open(&kept.path, OLD).unwrap().setting("chair").unwrap().as_deref(),
        Some("Els")
    );
}

#[test]
fn whoever_listens_hears_each_step_as_a_line() {
    let (table, _) = with_backups();
    let backup = backups(&table)[0].clone();
    let said = table.run(&["--voorlees", "herstel", backup.to_str().unwrap(), "--ja"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines[0].contains("geschikt gemaakt") && lines[1].contains("wordt bewaard"),
        "{lines:?}"
    );
}

#[test]
fn a_backup_that_is_none_or_a_file_in_use_is_refused() {
    let (table, _) = with_backups();
    let other = table.folder.path().join("lijst.csv");
    std::fs::write(&other, "naam;klas\n").unwrap();
    let line = table.run(&["herstel", other.to_str().unwrap(), "--ja"]).refusal();
    assert!(line.contains("geen bestand van dakpan"), "{line}");
    let own = table.path();
    let line = table.run(&["herstel", own.to_str().unwrap(), "--ja"]).refusal();
    assert!(line.contains("het bestand zelf"), "{line}");
    let backup = backups(&table)[0].clone();
    let held = table.open();
    let line = table.run(&["herstel", backup.to_str().unwrap(), "--ja"]);
    assert!(line.err.contains("al open in een ander venster"), "{line:?}");
    held.close().unwrap();
}

#[test]
fn killed_at_any_moment_of_putting_a_backup_back_one_whole_file_is_there() {
    let (first, _) = with_backups();
    let old = first.open().dump().unwrap();
    let about = dakpan::store::About {
        intent: "set_chair",
        pupil: None,
        meeting: None,
    };
    let mut store = first.open();
    store
        .change(about, at("11:00"), |tx| tx.set_setting("chair", "Els"))
        .unwrap();
    let newer = store.dump().unwrap();
    store.close().unwrap();
    let backup = backups(&first)[0].clone();
    let mut killed = 0;
    for moment in 1..=3 {
        let table = Table::laid();
        std::fs::copy(first.path(), table.path()).unwrap();
        let mut command = table.dakpan();
        command.arg("herstel").arg(&backup).arg("--ja");
        command
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null());
        let holds = || match moment {
            // The copy is being made; the file that is there is being kept; it is kept.
            1 => half_made(&table) == 1,
            2 => half_made(&table) == 2,
            _ => backups(&table).len() == 1,
        };
        killed += usize::from(kill_when(command.spawn().unwrap(), holds));
        let dump = table.open().dump().unwrap();
        assert!(dump == old || dump == newer, "moment {moment}");
        assert_eq!(half_made(&table), 0);
        assert_eq!(table.open().check().unwrap(), Vec::<String>::new());
    }
    assert!(killed >= 1, "killed in the middle {killed} times of 3");
}
