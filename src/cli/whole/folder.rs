//! A folder that is made whole or not at all, for this user only.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A folder being filled. What was made in it is removed again when it is dropped before [`NewFolder::finished`].
pub(super) struct NewFolder {
    path: PathBuf,
    /// Whether the folder itself was made.
    made: bool,
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl NewFolder {
    /// Makes the folder, or takes one that is empty and closes it to others.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] when something is in it or it is no folder, and the disk errors.
    pub(super) fn make(path: &Path) -> io::Result<Self> {
        let made = match fs::read_dir(path) {
            Ok(mut inside) => {
                if inside.next().is_some() {
                    return Err(io::ErrorKind::AlreadyExists.into());
                }
                close_to_others(path)?;
                false
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                private_folder(path)?;
                true
            }
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            Err(error) => return Err(error),
        };
        Ok(Self {
            path: path.to_owned(),
            made,
            files: Vec::new(),
            folders: Vec::new(),
        })
    }

    /// Makes a folder in it.
    pub(super) fn folder(&mut self, name: &str) -> io::Result<()> {
        let path = self.path.join(name);
        private_folder(&path)?;
        self.folders.push(path);
        Ok(())
    }

    /// The place of a file in it that somebody else makes; it is removed with the others.
    pub(super) fn place(&mut self, name: &str) -> PathBuf {
        let path = self.path.join(name);
        self.files.push(path.clone());
        path
    }

    /// A new file in it, to be written and then handed to [`settle`].
    pub(super) fn file(&mut self, name: &str) -> io::Result<BufWriter<File>> {
        let path = self.place(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(BufWriter::new(options.open(path)?))
    }

    /// Everything is there and stays.
    pub(super) fn finished(mut self) {
        self.made = false;
        self.files.clear();
        self.folders.clear();
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
        if self.made {
            let _ = fs::remove_dir(&self.path);
        }
    }
}

/// Puts what was written on the disk.
pub(super) fn settle(mut file: BufWriter<File>) -> io::Result<()> {
    file.flush()?;
    file.get_ref().sync_all()
}

fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(unix)]
fn close_to_others(path: &Path) -> io::Result<()> {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o700))
}

#[cfg(not(unix))]
fn close_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}
