//! Documents into a folder, and the record of for whom.
//!
//! The rules: the record and the files are there together or not at all; a file is readable for its owner alone and
//! whole when it has its name; a file that is there is never overwritten, the new one gets a number.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::Paper;
use crate::domain::Moment;
use crate::domain::intent::Intent;
use crate::domain::papers::PaperFormat;
use crate::store::{About, NewExport, Store, StoreError};

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// For whom.
    pub whom: String,
}

/// The most numbers that are tried behind a name.
const MOST: u32 = 10_000;

/// Writes the documents into a folder, which is made when it is not there, and records each in one change.
///
/// # Errors
/// The disk errors, of the folder and of the file; nothing is then recorded and nothing left behind.
pub fn issue(store: &mut Store, papers: &[Paper], folder: &Path, at: Moment) -> Result<Vec<Written>, StoreError> {
    let about = About {
        intent: Intent::IssuePapers.code(),
        pupil: match papers {
            [one] => one.pupil,
            _ => None,
        },
        meeting: papers.first().and_then(|paper| paper.meeting),
    };
    let mut written = Vec::new();
    let done = store.change(about, at, |tx| {
        for paper in papers {
            let export = NewExport {
                kind: paper.kind,
                pupil: paper.pupil,
                meeting: paper.meeting,
                made_for: paper.whom.clone(),
            };
            tx.add_export(&export, at)?;
        }
        fs::create_dir_all(folder)?;
        for paper in papers {
            write_paper(paper, folder, &mut written)?;
        }
        Ok(())
    });
    match done {
        Ok(()) => Ok(written),
        Err(error) => {
            for file in &written {
                // What cannot be removed is no worse than before: the error is what is told.
                let _ = fs::remove_file(&file.path);
            }
            Err(error)
        }
    }
}

/// Writes the forms of a document under one name.
fn write_paper(paper: &Paper, folder: &Path, written: &mut Vec<Written>) -> Result<(), StoreError> {
    let mut number = free(paper, folder);
    for (format, bytes) in &paper.files {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        let path = loop {
            let path = folder.join(name(&paper.stem, number, *format));
            match file.persist_noclobber(&path) {
                Ok(_) => break path,
                Err(taken) if taken.error.kind() == ErrorKind::AlreadyExists && number < MOST => {
                    file = taken.file;
                    number += 1;
                }
                Err(other) => return Err(other.error.into()),
            }
        };
        written.push(Written {
            path,
            whom: paper.whom.clone(),
        });
    }
    Ok(())
}

/// The first number at which no form of the document is there yet.
fn free(paper: &Paper, folder: &Path) -> u32 {
    let is_taken = |number: u32| {
        let mut paths = paper
            .files
            .iter()
            .map(|(format, _)| folder.join(name(&paper.stem, number, *format)));
        paths.any(|path| fs::symlink_metadata(path).is_ok())
    };
    (1..MOST).find(|number| !is_taken(*number)).unwrap_or(MOST)
}

fn name(stem: &str, number: u32, format: PaperFormat) -> String {
    match number {
        1 => format!("{stem}.{}", format.code()),
        _ => format!("{stem}-{number}.{}", format.code()),
    }
}
