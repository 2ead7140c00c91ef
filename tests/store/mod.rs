//! Tests of the room `store`: real encrypted files, each test its own folder.

mod finding;
mod meetings;
mod open;
mod people;
mod pupils;
mod reading;
mod table;
mod writing;

use std::path::PathBuf;

use dakpan::domain::Moment;
use dakpan::store::{About, Opening, Secret, Store};
use tempfile::TempDir;
use zeroize::Zeroizing;

/// A moment on 3 June 2026.
pub(crate) fn at(time: &str) -> Moment {
    Moment::parse_from_rfc3339(&format!("2026-06-03T{time}+02:00")).unwrap()
}

/// An intent without pupil or meeting.
pub(crate) const ABOUT: About = About {
    intent: "test",
    pupil: None,
    meeting: None,
};

/// A folder with the place of a file in it.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("tafel.dakpan")
    }

    pub(crate) fn opening(&self, secret: Secret) -> Opening {
        Opening {
            path: self.path(),
            secret,
            now: at("10:00:00"),
            who: "Test".into(),
            seed: 7,
            salt: Some([5; 9]),
        }
    }

    pub(crate) fn create(&self) -> Store {
        Store::create(self.opening(key())).unwrap()
    }

    pub(crate) fn open(&self) -> Store {
        Store::open(self.opening(key())).unwrap()
    }
}

pub(crate) fn key() -> Secret {
    Secret::KeyFile(Zeroizing::new([3; 32]))
}

pub(crate) fn words(words: &str) -> Secret {
    Secret::Passphrase(Zeroizing::new(words.into()))
}
