//! From a passphrase or a key file to the key of the file.
//!
//! The rule: whatever opens the file is wiped from memory when it is done with, and the file itself says, in its
//! first 16 bytes and without any key, that it is dakpan's and what it opens with. SQLCipher keeps a salt there;
//! this one reads `dakpan`, one byte for the derivation, and 9 random bytes. Nine bytes are enough: a salt need only
//! differ between files, and Argon2 asks for eight.
//!
//! SQLCipher copies the key in its own memory while the file is open, and the parser may leave a copy of the
//! statement that hands it over; neither can be reached from here.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::error::{Foreign, StoreError};
use super::open;

/// Bytes of the salt at the head of the file.
pub(crate) const SALT: usize = 16;

/// What every file of dakpan's begins with.
const MAGIC: &[u8; 6] = b"dakpan";

/// Argon2id: 64 MiB, three passes, one lane. RFC 9106's second recommended setting with one lane, so that the time is
/// the same on a machine with one core.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;

/// The fewest characters of a passphrase that a file gets from now on; a file that has a shorter one still opens.
/// Argon2id makes each guess slow, but a handful of letters are guessed all the same: eight is the least that
/// NIST SP 800-63B asks of a secret that people choose.
pub const SHORTEST_PASSPHRASE: usize = 8;

/// What opens a file.
#[derive(Clone)]
pub enum Secret {
    /// Words the chair remembers.
    Passphrase(Zeroizing<String>),
    /// The 32 bytes of a key file.
    KeyFile(Zeroizing<[u8; 32]>),
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Passphrase(_) => "Passphrase(…)",
            Self::KeyFile(_) => "KeyFile(…)",
        })
    }
}

impl Secret {
    /// Reads a key file: exactly 32 bytes.
    ///
    /// # Errors
    /// [`StoreError::BadKeyFile`] for another length, [`StoreError::NotFound`] and the other file errors.
    pub fn from_key_file(path: &Path) -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0; 32]);
        let mut file = fs::File::open(path)?;
        file.read_exact(bytes.as_mut()).map_err(|_| StoreError::BadKeyFile)?;
        if file.read(&mut [0])? > 0 {
            return Err(StoreError::BadKeyFile);
        }
        Ok(Self::KeyFile(bytes))
    }

    /// Whether it is a passphrase too short to be given to a file ([`SHORTEST_PASSPHRASE`]).
    #[must_use]
    pub fn is_short(&self) -> bool {
        match self {
            Self::Passphrase(words) => words.nfc().count() < SHORTEST_PASSPHRASE,
            Self::KeyFile(_) => false,
        }
    }

    /// Whether both open the same files.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Passphrase(one), Self::Passphrase(other)) => one.nfc().eq(other.nfc()),
            (Self::KeyFile(one), Self::KeyFile(other)) => one.as_slice() == other.as_slice(),
            _ => false,
        }
    }

    /// What kind of secret this is.
    #[must_use]
    pub fn kind(&self) -> SecretKind {
        match self {
            Self::Passphrase(_) => SecretKind::Passphrase,
            Self::KeyFile(_) => SecretKind::KeyFile,
        }
    }
}

/// What a file opens with, as its seventh byte says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretKind {
    /// A passphrase through Argon2id: byte 1.
    Passphrase,
    /// The 32 bytes of a key file, as they are: byte 2.
    KeyFile,
}

impl SecretKind {
    /// The highest derivation this program knows.
    const NEWEST: u8 = 2;

    fn byte(self) -> u8 {
        match self {
            Self::Passphrase => 1,
            Self::KeyFile => 2,
        }
    }
}

/// The first 16 bytes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Salt {
    bytes: [u8; SALT],
    kind: SecretKind,
}

impl Salt {
    /// The salt of a file to be made.
    pub(crate) fn new(kind: SecretKind, random: [u8; 9]) -> Self {
        let mut bytes = [0; SALT];
        let head = MAGIC.iter().copied().chain([kind.byte()]);
        for (to, from) in bytes.iter_mut().zip(head.chain(random)) {
            *to = from;
        }
        Self { bytes, kind }
    }

    /// A salt that no other file has.
    pub(crate) fn fresh(kind: SecretKind) -> Result<Self, StoreError> {
        let mut random = [0; 9];
        getrandom::fill(&mut random).map_err(|_| StoreError::Io(std::io::ErrorKind::Other))?;
        Ok(Self::new(kind, random))
    }

    /// Reads the first bytes of a file: up to 16, fewer when the file is shorter.
    pub(crate) fn read(head: &[u8]) -> Result<Self, StoreError> {
        if head.is_empty() {
            return Err(StoreError::NotOurs(Foreign::Empty));
        }
        if head.starts_with(b"SQLite") {
            return Err(StoreError::NotOurs(Foreign::PlainSqlite));
        }
        let (Ok(bytes), Some([derivation, ..])) = (<[u8; SALT]>::try_from(head), head.strip_prefix(MAGIC)) else {
            return Err(StoreError::NotOurs(Foreign::Other));
        };
        let kind = match derivation {
            0 => return Err(StoreError::NotOurs(Foreign::Other)),
            1 => SecretKind::Passphrase,
            2 => SecretKind::KeyFile,
            newer => {
                return Err(StoreError::Newer {
                    file: i64::from(*newer),
                    program: i64::from(SecretKind::NEWEST),
                });
            }
        };
        Ok(Self { bytes, kind })
    }

    /// What the file opens with.
    pub(crate) fn kind(&self) -> SecretKind {
        self.kind
    }
}

/// The statement that hands the key to SQLCipher, kept for as long as backups may be made with the same key.
pub(crate) struct Key {
    statement: Zeroizing<String>,
    salt: Salt,
}

impl Key {
    /// Makes the key of a file from what opens it. A passphrase takes about 150 ms and 64 MiB, by design.
    ///
    /// # Errors
    /// [`StoreError::NeedsKeyFile`] and [`StoreError::NeedsPassphrase`] when the file asks for the other kind, before
    /// anything is derived.
    pub(crate) fn new(secret: &Secret, salt: &Salt) -> Result<Self, StoreError> {
        match (secret, salt.kind) {
            (Secret::Passphrase(words), SecretKind::Passphrase) => Ok(Self::spell(&*derive(words, salt)?, salt)),
            (Secret::KeyFile(bytes), SecretKind::KeyFile) => Ok(Self::spell(bytes, salt)),
            (Secret::Passphrase(_), SecretKind::KeyFile) => Err(StoreError::NeedsKeyFile),
            (Secret::KeyFile(_), SecretKind::Passphrase) => Err(StoreError::NeedsPassphrase),
        }
    }

    /// Spells the statement at its full length at once, so that no shorter copy is left behind by growing.
    fn spell(raw: &[u8; 32], salt: &Salt) -> Self {
        let mut text = Zeroizing::new(String::with_capacity(128));
        text.push_str("PRAGMA key = \"x'");
        for byte in raw.iter().chain(&salt.bytes) {
            for nibble in [byte >> 4, byte & 15] {
                text.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
            }
        }
        text.push_str("'\"");
        Self {
            statement: text,
            salt: *salt,
        }
    }

    /// The statement.
    pub(crate) fn statement(&self) -> &str {
        &self.statement
    }

    /// The same key once more, wiped like this one.
    pub(crate) fn again(&self) -> Self {
        Self {
            statement: self.statement.clone(),
            salt: self.salt,
        }
    }

    /// Wipes it from memory.
    pub(crate) fn forget(&mut self) {
        self.statement = Zeroizing::new(String::new());
    }

    /// Whether this is the same key for the same salt.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.statement.as_bytes() == other.statement.as_bytes()
    }

    /// The salt of the files that it opens.
    pub(crate) fn salt(&self) -> Salt {
        self.salt
    }
}

/// Makes a key file of 32 random bytes that only this user may read.
///
/// # Errors
/// [`StoreError::AlreadyExists`] when anything has that name, and the other file errors; nothing is left behind.
pub fn make_key_file(path: &Path) -> Result<(), StoreError> {
    let mut bytes = Zeroizing::new([0; 32]);
    getrandom::fill(bytes.as_mut()).map_err(|_| StoreError::Io(std::io::ErrorKind::Other))?;
    open::private_file(path)?;
    let written = fs::File::options().write(true).open(path).and_then(|mut file| {
        file.write_all(bytes.as_ref())?;
        file.sync_all()
    });
    // A key that a power cut takes away would take every file with it that it is to open, so its name is made safe too.
    let written = written
        .map_err(StoreError::from)
        .and_then(|()| open::sync_folder(&open::folder_of(path)));
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

/// Whether others than its owner may read a file, where the system tells: a key file or passphrase file is then no
/// secret. A file that is not there is nobody's.
#[must_use]
pub fn others_may_read(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(path).is_ok_and(|about| about.permissions().mode() & 0o044 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// Argon2id over the passphrase in NFC, so that one typed on another keyboard or system is the same.
fn derive(words: &str, salt: &Salt) -> Result<Zeroizing<[u8; 32]>, StoreError> {
    let mut composed = Zeroizing::new(String::with_capacity(words.len() * 2 + 16));
    composed.extend(words.nfc());
    let mut raw = Zeroizing::new([0; 32]);
    let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(raw.len()))
        .map_err(|_| StoreError::Io(std::io::ErrorKind::InvalidInput))?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(composed.as_bytes(), &salt.bytes, raw.as_mut())
        .map_err(|_| StoreError::Io(std::io::ErrorKind::OutOfMemory))?;
    Ok(raw)
}
