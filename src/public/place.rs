//! Where the chair's program and the public window meet: a socket and a token in a folder of this user alone.
//!
//! The rule: nobody else may come in. The folder is made for its owner and refused when it is anybody else's; the
//! token in it is new at each start, so that whoever says it has read the folder. The name is made of the file's path
//! by a sum, so that a listing of the folder tells no path.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use interprocess::ConnectWaitMode;
use interprocess::local_socket::traits::Stream as _;
use interprocess::local_socket::{ConnectOptions, Listener, ListenerNonblockingMode, ListenerOptions, Name, Stream};
#[cfg(unix)]
use interprocess::local_socket::{GenericFilePath as Kind, ToFsName};
#[cfg(not(unix))]
use interprocess::local_socket::{GenericNamespaced as Kind, ToNsName};

use super::wire::TOKEN;

/// What the name of a token ends with.
const TOKEN_ENDING: &str = "sleutel";

/// What the name of a socket ends with.
const SOCKET_ENDING: &str = "meekijk";

/// Nobody who is stopped can hold up whoever comes: a connection that is not made at once breaks at its first reading.
#[cfg(unix)]
const WAIT: ConnectWaitMode = ConnectWaitMode::Deferred;
/// Pipes know no such connection.
#[cfg(not(unix))]
const WAIT: ConnectWaitMode = ConnectWaitMode::Timeout(std::time::Duration::from_millis(50));

/// A meeting place: of one file, in one folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
    name: String,
}

impl Place {
    /// The meeting place of a file, which need not be there yet.
    pub fn of(folder: &Path, file: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            name: format!("{:016x}", sum(&real(file))),
        }
    }

    /// Every place in a folder at which somebody waits or waited, the latest first.
    pub fn all(folder: &Path) -> Vec<Self> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut found: Vec<(std::time::SystemTime, Self)> = entries
            .filter_map(|entry| {
                let path = entry.path();
                let token = path.extension().is_some_and(|ending| ending == TOKEN_ENDING);
                let name = path.file_stem().filter(|_| token)?.to_str()?.to_owned();
                let since = entry.metadata().ok()?.modified().ok()?;
                let folder = folder.to_owned();
                Some((since, Self { folder, name }))
            })
            .collect();
        found.sort_by_key(|(since, _)| std::cmp::Reverse(*since));
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// Begins to wait there, with a new token.
    ///
    /// What a program that was killed left behind is replaced: the file itself is locked, so that no other chair waits
    /// at its place.
    ///
    /// # Errors
    /// When the folder cannot be made, is not this user's, or the socket cannot be made in it.
    pub(super) fn listen(&self) -> io::Result<(Listener, [u8; TOKEN])> {
        own_folder(&self.folder)?;
        let mut token = [0; TOKEN];
        getrandom::fill(&mut token).map_err(|_| io::Error::from(io::ErrorKind::Other))?;
        let options = ListenerOptions::new()
            .name(self.socket_name()?)
            .nonblocking(ListenerNonblockingMode::Both)
            .try_overwrite(true);
        let listener = options.create_sync()?;
        self.for_owner_only()?;
        self.write_token(&token)?;
        Ok((listener, token))
    }

    /// Goes to whoever waits there: the connection, and the token to say.
    ///
    /// # Errors
    /// When nobody waits there, or the token cannot be read.
    pub(super) fn connect(&self) -> io::Result<(Stream, [u8; TOKEN])> {
        let mut token = [0; TOKEN];
        fs::File::open(self.token())?.read_exact(&mut token)?;
        let stream = ConnectOptions::new()
            .name(self.socket_name()?)
            .wait_mode(WAIT)
            .nonblocking_stream(true)
            .connect_sync()?;
        stream.set_nonblocking(true)?;
        Ok((stream, token))
    }

    /// Takes away what was put there.
    pub(super) fn clear(&self) {
        // Whoever comes later replaces what cannot be taken away now.
        let _ = fs::remove_file(self.token());
        if cfg!(unix) {
            let _ = fs::remove_file(self.socket());
        }
    }

    /// The file of the token.
    pub fn token(&self) -> PathBuf {
        self.folder.join(format!("{}.{TOKEN_ENDING}", self.name))
    }

    /// The socket; on Windows the name of a pipe is made of it.
    pub fn socket(&self) -> PathBuf {
        self.folder.join(format!("{}.{SOCKET_ENDING}", self.name))
    }

    #[cfg(unix)]
    fn socket_name(&self) -> io::Result<Name<'static>> {
        self.socket().to_fs_name::<Kind>()
    }

    #[cfg(not(unix))]
    fn socket_name(&self) -> io::Result<Name<'static>> {
        format!("dakpan-{}-{SOCKET_ENDING}", self.name).to_ns_name::<Kind>()
    }

    /// Writes the token under another name and moves it into place, so that half of one is never read.
    fn write_token(&self, token: &[u8; TOKEN]) -> io::Result<()> {
        let unfinished = self.folder.join(format!("{}.{}", self.name, std::process::id()));
        let _ = fs::remove_file(&unfinished);
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&unfinished)?.write_all(token)?;
        fs::rename(&unfinished, self.token())
    }

    #[cfg(unix)]
    fn for_owner_only(&self) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(self.socket(), fs::Permissions::from_mode(0o600))
    }

    #[cfg(not(unix))]
    fn for_owner_only(&self) -> io::Result<()> {
        Ok(())
    }
}

/// The path by which the system knows a file, also one that is still to be made.
fn real(file: &Path) -> PathBuf {
    let whole = || fs::canonicalize(file).ok();
    let folder = || {
        let folder = match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        Some(fs::canonicalize(folder).ok()?.join(file.file_name()?))
    };
    whole().or_else(folder).unwrap_or_else(|| file.to_owned())
}

/// FNV-1a: the same in every build of the program, which the standard library does not promise of its own.
fn sum(path: &Path) -> u64 {
    let bytes = path.as_os_str().as_encoded_bytes();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Makes a folder for its owner alone, with the ones above it; one that is there must be the owner's.
#[cfg(unix)]
fn own_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let found = fs::symlink_metadata(folder)?;
    if !found.is_dir() || found.uid() != rustix::process::geteuid().as_raw() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    if found.mode() & 0o077 != 0 {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// The platform's data folder is the owner's.
#[cfg(not(unix))]
fn own_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}
