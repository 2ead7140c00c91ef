//! A home of its own for the program: a file, a key, and nothing of the machine's.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use dakpan::domain::Moment;
use dakpan::store::{Opening, Secret, Store};
use portable_pty::CommandBuilder;
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::harness::Terminal;

/// The day on which every test runs: that of the demo's meeting.
const DAY: &str = "2026-06-03";

/// The program under test.
const PROGRAM: &str = env!("CARGO_BIN_EXE_dakpan");

/// What the key file holds.
pub(crate) const KEY: [u8; 32] = [7; 32];

/// Ten o'clock on that day.
pub(crate) fn now() -> Moment {
    Moment::parse_from_rfc3339(&format!("{DAY}T10:00:00+02:00")).unwrap()
}

/// A folder that is home and everything else to the program.
pub(crate) struct Place {
    folder: TempDir,
}

impl Place {
    /// A home with a key and no file.
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("sleutel"), KEY).unwrap();
        let own = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        std::fs::set_permissions(folder.path().join("sleutel"), own).unwrap();
        Self { folder }
    }

    /// A home with a demo in it that opens with the key, so that no time goes into deriving one. The demo is made once
    /// by the program and then copied.
    pub(crate) fn with_demo() -> Self {
        static DEMO: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = DEMO.get_or_init(|| {
            let maker = Self::new();
            let made = maker.run(&maker.with_key(&["demo", "--alleen-maken"]));
            assert!(made.status.success(), "{made:?}");
            std::fs::read(maker.file()).unwrap()
        });
        let place = Self::new();
        std::fs::write(place.file(), bytes).unwrap();
        place
    }

    /// The file.
    pub(crate) fn file(&self) -> PathBuf {
        self.path("tafel.dakpan")
    }

    /// The file, opened by the test while no program has it.
    pub(crate) fn store(&self) -> Store {
        Store::open(Opening {
            path: self.file(),
            secret: Secret::KeyFile(Zeroizing::new(KEY)),
            now: now(),
            who: "Test".into(),
            seed: 1,
            salt: None,
        })
        .unwrap()
    }

    /// Something in this home.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Every file of this home with its bytes.
    pub(crate) fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let paths = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let files = paths.filter(|path| path.is_file());
        let mut files: Vec<_> = files
            .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
            .collect();
        files.sort();
        files
    }

    /// Words for the program that name the file, and then these.
    pub(crate) fn with_file(&self, words: &[&str]) -> Vec<OsString> {
        let mut all: Vec<OsString> = vec!["--bestand".into(), self.file().into()];
        all.extend(words.iter().map(OsString::from));
        all
    }

    /// Words for the program that name the file and its key, and then these.
    pub(crate) fn with_key(&self, words: &[&str]) -> Vec<OsString> {
        let mut all = self.with_file(words);
        all.extend(["--sleutel-bestand".into(), self.path("sleutel").into()]);
        all
    }

    /// Runs a command without a terminal, to its end.
    pub(crate) fn run(&self, words: &[OsString]) -> Output {
        let mut command = std::process::Command::new(PROGRAM);
        command.args(["--vandaag", DAY]).args(words);
        command.env_clear().envs(self.environment()).output().unwrap()
    }

    /// Fails unless `controle` finds the file sound. It looks at a copy, so that the next start has to deal with
    /// everything that was left behind.
    pub(crate) fn assert_sound(&self) {
        let copy = Self::new();
        for (path, bytes) in self.files() {
            std::fs::write(copy.path(path.file_name().unwrap().to_str().unwrap()), bytes).unwrap();
        }
        let check = copy.run(&copy.with_key(&["controle"]));
        assert!(check.status.success(), "{check:?}");
    }

    /// Starts the program on the file in a terminal of this many columns and rows.
    pub(crate) fn start(&self, size: (u16, u16)) -> Terminal {
        self.open(size, &self.with_key(&[]))
    }

    /// Starts the program with these words in a terminal.
    pub(crate) fn open(&self, size: (u16, u16), words: &[OsString]) -> Terminal {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["--vandaag", DAY]);
        command.args(words);
        self.spawn(size, command)
    }

    /// Starts the program on the file through a shell that ignores SIGHUP first, as `nohup` does.
    pub(crate) fn start_without_hangup(&self, size: (u16, u16)) -> Terminal {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", "trap '' HUP; exec \"$@\"", "sh", PROGRAM, "--vandaag", DAY]);
        command.args(self.with_key(&[]));
        self.spawn(size, command)
    }

    /// Starts the program on the file with more in its environment.
    pub(crate) fn start_among(&self, size: (u16, u16), variables: &[(&str, &str)]) -> Terminal {
        let mut command = CommandBuilder::new("/usr/bin/env");
        command.args(variables.iter().map(|(name, value)| format!("{name}={value}")));
        command.args([PROGRAM, "--vandaag", DAY]);
        command.args(self.with_key(&[]));
        self.spawn(size, command)
    }

    fn spawn(&self, size: (u16, u16), mut command: CommandBuilder) -> Terminal {
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command.cwd(self.folder.path());
        Terminal::spawn(size, command)
    }

    fn environment(&self) -> Vec<(&'static str, &Path)> {
        let home = self.folder.path();
        let mut all = vec![
            ("TERM", Path::new("xterm-256color")),
            ("DAKPAN_LANG", Path::new("nl")),
            ("USER", Path::new("test")),
        ];
        let homes = [
            "HOME",
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "XDG_STATE_HOME",
            "XDG_CACHE_HOME",
            "TMPDIR",
        ];
        all.extend(homes.map(|name| (name, home)));
        all
    }
}
