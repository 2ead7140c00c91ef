//! Tests of the room `cli`: the real program, run as a script runs it, on real encrypted files.

mod answers;
mod approach;
mod copies;
mod demo;
mod held;
mod line;
mod lists;
mod making;
mod names;
mod newcomer;
mod opening;
mod outside;
mod papers;
mod results;
mod rights;
mod safekeeping;
mod settings;
#[cfg(unix)]
mod terminal;
mod terms;
mod whole;
mod words;
mod workbooks;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use dakpan::domain::codes::{NoteKind, PartyKind, SchoolKind};
use dakpan::domain::intent::Intent;
use dakpan::domain::listed::ListedPupil;
use dakpan::domain::name::Name;
use dakpan::domain::people::SchoolCode;
use dakpan::domain::{Id, Moment};
use dakpan::store::{About, NewPerson, NewSchool, Opening, Secret, Store};
use serde_json::Value;
use tempfile::TempDir;
use zeroize::Zeroizing;

/// The program, without any of the variables it looks at.
pub fn dakpan() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dakpan"));
    for variable in [
        "DAKPAN_BESTAND",
        "DAKPAN_LANG",
        "DAKPAN_TERMIJNEN",
        "DAKPAN_AANPAK",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "NO_COLOR",
        "LOGNAME",
        "USER",
    ] {
        command.env_remove(variable);
    }
    command.env("DAKPAN_INSTELLINGEN", NO_SETTINGS);
    command.stdin(Stdio::null());
    command
}

/// A file of settings that says nothing, so that no test reads those of whoever runs it.
pub const NO_SETTINGS: &str = "/dev/null";

/// What a run of the program gave.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program and waits for it.
pub fn said(command: &mut Command) -> Said {
    let output = command.output().unwrap();
    Said {
        code: output.status.code().expect("ended by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs the program with these words.
pub fn run(words: &[&str]) -> Said {
    said(dakpan().args(words))
}

impl Said {
    /// What was answered, when all went well.
    #[track_caller]
    pub fn answer(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    #[track_caller]
    pub fn json(self) -> Value {
        serde_json::from_str(&self.answer()).unwrap()
    }

    /// The one line with which it was refused or failed, when nothing was answered.
    #[track_caller]
    pub fn refusal(self) -> String {
        assert_eq!((self.code, self.out.as_str()), (1, ""), "{}", self.err);
        assert_eq!(self.err.matches('\n').count(), 1, "one line: {}", self.err);
        let line = self.err.strip_prefix("dakpan: ").expect("says who speaks");
        line.trim_end().to_owned()
    }

    /// The line that says what was wrong with the words.
    #[track_caller]
    pub fn misuse(self) -> String {
        assert_eq!((self.code, self.out.as_str()), (2, ""), "{}", self.err);
        assert_eq!(self.err.matches('\n').count(), 1, "one line: {}", self.err);
        self.err
    }
}

/// A moment on Wednesday 3 June 2026.
pub fn at(time: &str) -> Moment {
    Moment::parse_from_rfc3339(&format!("2026-06-03T{time}:00+02:00")).unwrap()
}

/// A folder with a file that opens with a key file, and on the table De Brug with two fixed contacts and three
/// pupils, and De Schakel with none.
pub struct Table {
    pub folder: TempDir,
    pub brug: Id,
}

const KEY: [u8; 32] = [3; 32];

fn opening(path: PathBuf, secret: Secret) -> Opening {
    Opening {
        path,
        secret,
        now: at("10:00"),
        who: "Voorzitter Test".into(),
        seed: 7,
        salt: Some([5; 9]),
    }
}

fn about(intent: Intent, pupil: Option<Id>) -> About {
    About {
        intent: intent.code(),
        pupil,
        meeting: None,
    }
}

impl Table {
    pub fn laid() -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("sleutel"), KEY).unwrap();
        let secret = Secret::KeyFile(Zeroizing::new(KEY));
        let mut store = Store::create(opening(folder.path().join("tafel.dakpan"), secret)).unwrap();
        let brug = schools(&mut store);
        pupils(&mut store, brug);
        store.close().unwrap();
        Self { folder, brug }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("tafel.dakpan")
    }

    /// The program on this file.
    pub fn dakpan(&self) -> Command {
        let mut command = dakpan();
        command.arg("--bestand").arg(self.path());
        command.arg("--sleutel-bestand").arg(self.folder.path().join("sleutel"));
        command
    }

    /// Runs the program on this file on 3 June 2026.
    pub fn run(&self, words: &[&str]) -> Said {
        said(self.dakpan().args(["--vandaag", "2026-06-03"]).args(words))
    }

    /// The file, opened by the test.
    pub fn open(&self) -> Store {
        Store::open(opening(self.path(), Secret::KeyFile(Zeroizing::new(KEY)))).unwrap()
    }

    /// Everything in the folder, byte for byte.
    pub fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        bytes_in(self.folder.path())
    }
}

/// Every file in a folder, byte for byte.
pub fn bytes_in(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect()
}

fn schools(store: &mut Store) -> Id {
    let person = |party, given: &str, family: &str, phone: &str| NewPerson {
        party,
        given: given.into(),
        family: family.into(),
        position: "klantmanager".into(),
        phone: phone.into(),
        email: format!("{}@voorbeeld.nl", given.to_lowercase()),
    };
    let school = |name: &str, code, kind| NewSchool {
        code: SchoolCode::parse(code).unwrap(),
        kind,
        name: name.into(),
        place: "Dordrecht".into(),
        party: None,
        uwv_contact: None,
    };
    store
        .change(about(Intent::NewSchool, None), at("10:00"), |tx| {
            let social = tx.insert_party(PartyKind::Municipality, "Sociale Dienst", "Dordrecht")?;
            let uwv = tx.insert_party(PartyKind::Uwv, "UWV", "Dordrecht")?;
            let brug = tx.insert_school(&school("De Brug", "00AB00", SchoolKind::Pro))?;
            tx.insert_school(&school("De Schakel", "00CD00", SchoolKind::Vso))?;
            let mut known = tx.school(brug)?;
            known.coordinator = Some(tx.insert_person(&person(known.party, "Els", "Vos", "078-000 00 03"))?);
            known.uwv_contact = Some(tx.insert_person(&person(uwv, "Karin", "Smit", ""))?);
            tx.update_school(&known)?;
            let jan = tx.insert_person(&person(social, "Jan", "de Boer", "078-000 00 01"))?;
            let ria = tx.insert_person(&person(social, "Ria", "Kok", "078-000 00 02"))?;
            tx.set_fixed_contact(brug, 1, Some(jan))?;
            tx.set_fixed_contact(brug, 2, Some(ria))?;
            Ok(brug)
        })
        .unwrap()
}

fn pupils(store: &mut Store, school: Id) {
    let listed = |number: &str, given: &str, family: &str| ListedPupil {
        number: number.into(),
        name: Name {
            given: given.into(),
            infix: String::new(),
            family: family.into(),
        },
        leaving: "2026-07-31".parse().ok(),
        ..ListedPupil::default()
    };
    let mut first = 0;
    for (number, given, family) in [
        ("9001", "Samira", "Kaya"),
        ("9002", "Deniz", "Yıldız"),
        ("9003", "Mila", "Öztürk"),
    ] {
        let pupil = listed(number, given, family).pupil(school);
        let id = store
            .change(about(Intent::NewPupil, None), at("10:01"), |tx| tx.insert_pupil(&pupil))
            .unwrap();
        first = if first == 0 { id } else { first };
    }
    for (kind, text) in [
        (NoteKind::Table, "Samira werkt graag in het dierenasiel"),
        (NoteKind::Working, "geheim dierenasiel"),
    ] {
        store
            .change(about(Intent::Write, Some(first)), at("10:04"), |tx| {
                tx.write_note(kind, first, None, None, text, at("10:04"))
            })
            .unwrap();
    }
}
