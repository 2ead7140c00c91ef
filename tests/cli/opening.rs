//! Opening the file from the command line: where it is, what opens it, and one clear line for everything that stands
//! in the way, with every byte left as it was.

use std::path::Path;
use std::process::Command;

use dakpan::store::{Opening, Secret, Store};
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::{Said, Table, at, bytes_in, dakpan, said};

const WORDS: &str = "vier woorden voor Één dakpan";

/// A folder with a file that opens with a passphrase, and files to put passphrases in.
struct Locked {
    folder: TempDir,
}

impl Locked {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let opening = Opening {
            path: folder.path().join("tafel.dakpan"),
            secret: Secret::Passphrase(Zeroizing::new(WORDS.into())),
            now: at("10:00"),
            who: "Test".into(),
            seed: 7,
            salt: Some([5; 9]),
        };
        Store::create(opening).unwrap().close().unwrap();
        Self { folder }
    }

    fn check(&self) -> Command {
        let mut command = dakpan();
        command
            .arg("controle")
            .arg("--bestand")
            .arg(self.folder.path().join("tafel.dakpan"));
        command
    }

    /// Checks the file with a passphrase file that holds these bytes.
    fn with(&self, bytes: &[u8]) -> Said {
        let file = self.folder.path().join("wachtwoord");
        std::fs::write(&file, bytes).unwrap();
        said(self.check().arg("--wachtwoord-bestand").arg(file))
    }
}

/// The file is named, what is wrong is said, and what to do.
#[track_caller]
fn refused(said: Said, path: &Path, what: &str) {
    let line = said.refusal();
    assert!(line.starts_with(&format!("{}: ", path.display())), "says where: {line}");
    assert!(line.contains(what), "{line}");
}

#[test]
fn the_first_line_of_a_passphrase_file_opens_the_file_however_it_ends() {
    let locked = Locked::new();
    for bytes in [
        WORDS.to_owned(),
        format!("{WORDS}\n"),
        format!("{WORDS}\r\n"),
        format!("\u{feff}{WORDS}\nnog een regel\n"),
        // The same words typed on a keyboard that composes its accents.
        format!("{}\n", WORDS.replace('É', "E\u{301}").replace('é', "e\u{301}")),
    ] {
        assert_eq!(locked.with(bytes.as_bytes()).answer(), "Het bestand is in orde.\n");
    }
}

#[test]
fn a_wrong_passphrase_or_key_is_one_line_and_leaves_every_byte() {
    let locked = Locked::new();
    let path = locked.folder.path().join("tafel.dakpan");
    locked.with(WORDS.as_bytes()).answer();
    std::fs::write(locked.folder.path().join("wachtwoord"), "niet dit").unwrap();
    let before = bytes_in(locked.folder.path());
    refused(locked.with(b"niet dit"), &path, "Wachtwoord of sleutel klopt niet");
    // White space belongs to a passphrase.
    refused(locked.with(format!(" {WORDS}").as_bytes()), &path, "klopt niet");
    std::fs::write(locked.folder.path().join("wachtwoord"), "niet dit").unwrap();
    assert!(bytes_in(locked.folder.path()) == before);

    let table = Table::laid();
    std::fs::write(table.folder.path().join("sleutel"), [4; 32]).unwrap();
    let before = table.bytes();
    refused(
        table.run(&["controle"]),
        &table.path(),
        "Wachtwoord of sleutel klopt niet",
    );
    refused(
        table.run(&["check", "--lang", "en"]),
        &table.path(),
        "The passphrase or key is wrong",
    );
    assert!(table.bytes() == before);
}

#[test]
fn a_passphrase_file_that_holds_none_is_told_by_its_own_name() {
    let locked = Locked::new();
    let file = locked.folder.path().join("wachtwoord");
    refused(locked.with(b""), &file, "Het wachtwoord is leeg");
    refused(locked.with(b"\n\nwoorden"), &file, "Het wachtwoord is leeg");
    refused(locked.with(b"w\xe9\n"), &file, "UTF-8");
    let gone = locked.folder.path().join("weg");
    refused(
        said(locked.check().arg("--wachtwoord-bestand").arg(&gone)),
        &gone,
        "is er niet",
    );
    refused(
        said(locked.check().arg("--wachtwoord-bestand").arg(locked.folder.path())),
        locked.folder.path(),
        "",
    );
}

#[test]
fn a_key_file_holds_32_bytes() {
    let table = Table::laid();
    let key = table.folder.path().join("sleutel");
    for length in [0, 31, 33] {
        std::fs::write(&key, vec![3; length]).unwrap();
        refused(table.run(&["controle"]), &key, "precies 32 bytes");
    }
    std::fs::remove_file(&key).unwrap();
    refused(table.run(&["controle"]), &key, "is er niet");
}

#[test]
fn a_file_says_itself_what_it_opens_with() {
    let locked = Locked::new();
    let path = locked.folder.path().join("tafel.dakpan");
    let key = locked.folder.path().join("sleutel");
    std::fs::write(&key, [3; 32]).unwrap();
    refused(
        said(locked.check().arg("--sleutel-bestand").arg(&key)),
        &path,
        "gaat open met een wachtwoord",
    );

    let table = Table::laid();
    let words = table.folder.path().join("wachtwoord");
    std::fs::write(&words, "woorden").unwrap();
    let mut command = dakpan();
    command.arg("controle").arg("--bestand").arg(table.path());
    refused(said(&mut command), &table.path(), "Geef --sleutel-bestand.");
    refused(
        said(command.arg("--wachtwoord-bestand").arg(words)),
        &table.path(),
        "Geef --sleutel-bestand.",
    );
}

/// A script must never hang on a question that nobody sees.
#[test]
fn without_a_terminal_no_passphrase_is_asked() {
    let locked = Locked::new();
    let path = locked.folder.path().join("tafel.dakpan");
    refused(
        said(&mut locked.check()),
        &path,
        "Geef --wachtwoord-bestand of --sleutel-bestand.",
    );
}

#[test]
fn what_is_no_file_of_dakpans_is_one_line_and_left_alone() {
    let table = Table::laid();
    let newer = {
        let mut bytes = std::fs::read(table.path()).unwrap();
        bytes[6] = 9;
        bytes
    };
    for (bytes, what) in [
        (b"naam;klas\n".to_vec(), "geen bestand van dakpan"),
        (Vec::new(), "geen bestand van dakpan"),
        (b"SQLite format 3\0".repeat(400), "geen bestand van dakpan"),
        (newer, "nieuwere dakpan (versie 9, deze kent 2)"),
        (std::fs::read(table.path()).unwrap()[..100].to_vec(), "beschadigd"),
    ] {
        std::fs::write(table.path(), bytes).unwrap();
        let before = table.bytes();
        refused(table.run(&["controle"]), &table.path(), what);
        assert!(table.bytes() == before);
    }
    std::fs::remove_file(table.path()).unwrap();
    std::fs::create_dir(table.path()).unwrap();
    refused(table.run(&["controle"]), &table.path(), "geen bestand van dakpan");
}

#[test]
fn a_file_that_is_not_there_is_not_made() {
    let table = Table::laid();
    std::fs::remove_file(table.path()).unwrap();
    let before = table.bytes();
    for command in [
        &["controle"][..],
        &["journaal"],
        &["contact", "brug"],
        &["zoek", "x"],
        &["backup"],
    ] {
        refused(table.run(command), &table.path(), "Dit bestand is er niet.");
    }
    assert!(table.bytes() == before);
}

#[test]
fn a_file_that_is_open_elsewhere_is_refused_until_it_is_closed() {
    let table = Table::laid();
    let store = table.open();
    refused(table.run(&["journaal"]), &table.path(), "al open in een ander venster");
    refused(table.run(&["journal", "--lang", "en"]), &table.path(), "open");
    store.close().unwrap();
    table.run(&["journaal"]).answer();
}

#[test]
fn a_damaged_page_makes_the_check_fail() {
    let table = Table::laid();
    assert_eq!(table.run(&["controle"]).answer(), "Het bestand is in orde.\n");
    assert_eq!(table.run(&["controle", "--formaat", "json"]).json()["sound"], true);
    let mut bytes = std::fs::read(table.path()).unwrap();
    let last = bytes.len() - 2000;
    bytes[last] ^= 1;
    std::fs::write(table.path(), &bytes).unwrap();
    let said = table.run(&["check"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("Gebruik een reservekopie.") || said.err.contains("reservekopie terug"),
        "{}",
        said.err
    );
    assert_eq!(std::fs::read(table.path()).unwrap(), bytes, "looking mends nothing");
}

#[test]
fn the_environment_names_the_file_where_the_words_do_not() {
    let table = Table::laid();
    let key = table.folder.path().join("sleutel");
    let with_key = |command: &mut Command| said(command.args(["controle", "--sleutel-bestand"]).arg(&key));
    let mut command = dakpan();
    with_key(command.env("DAKPAN_BESTAND", table.path())).answer();
    let elsewhere = table.folder.path().join("elders");
    let mut command = dakpan();
    command
        .env("DAKPAN_BESTAND", table.path())
        .arg("--bestand")
        .arg(&elsewhere);
    refused(with_key(&mut command), &elsewhere, "is er niet");
}

/// On Linux the data folder is the one of the XDG specification.
#[cfg(target_os = "linux")]
#[test]
fn without_a_name_the_file_is_in_the_data_folder() {
    let home = TempDir::new().unwrap();
    let place = home.path().join("data/dakpan/tafel.dakpan");
    for file in [None, Some("")] {
        let mut command = dakpan();
        command.env("XDG_DATA_HOME", home.path().join("data")).arg("controle");
        command.envs(file.map(|file| ("DAKPAN_BESTAND", file)));
        refused(said(&mut command), &place, "is er niet");
    }
}

/// A file or folder that may be read but not written. Who is root may write anywhere, so the program is then run by
/// the user `nobody`.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_refused_and_left() {
    use std::os::unix::fs::{PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65534;
    let table = Table::laid();
    let folder = table.folder.path();
    let program = folder.join("dakpan");
    std::fs::copy(env!("CARGO_BIN_EXE_dakpan"), &program).unwrap();
    let rights = |path: &Path, mode| std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    rights(&table.path(), 0o444);
    let is_root = std::fs::OpenOptions::new().append(true).open(table.path()).is_ok();
    if is_root {
        for path in [folder, &table.path(), &folder.join("sleutel"), &program] {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    let run = |words: &[&str]| {
        let mut command = Command::new(&program);
        command
            .args(words)
            .arg("--bestand")
            .arg(table.path())
            .env("DAKPAN_LANG", "nl")
            .env("DAKPAN_INSTELLINGEN", super::NO_SETTINGS);
        command.arg("--sleutel-bestand").arg(folder.join("sleutel"));
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        said(&mut command)
    };
    let before = table.bytes();
    refused(run(&["controle"]), &table.path(), "alleen te lezen");
    assert!(table.bytes() == before);
    rights(&table.path(), 0o000);
    refused(
        run(&["controle"]),
        &table.path(),
        "U mag dit bestand niet lezen of schrijven",
    );
    rights(&table.path(), 0o600);
    run(&["controle"]).answer();
    rights(folder, 0o555);
    let copy = run(&["backup"]);
    rights(folder, 0o700);
    assert_eq!(copy.code, 1, "no place for a copy: {}", copy.err);
}
