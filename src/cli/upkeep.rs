//! `controle` and `backup`: is the file sound, and is there another one like it.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::answer::{Answer, Session, answer};
use super::options::Format;
use super::output::{Failure, Watch, visible};
use crate::store::{BackupKind, StoreError, backup_place, rotate};
use crate::text::cli::Trouble;
use crate::text::notice::Problem;

#[derive(Serialize)]
struct Soundness<'a> {
    sound: bool,
    problems: &'a [String],
}

/// Answers whether the file is sound, and otherwise with what is wrong in it, in the words of the database.
pub(super) fn check(session: &Session, format: Format) -> Result<Answer, Failure> {
    let problems = session.store.check().map_err(|error| session.failed(&error))?;
    let sound = problems.is_empty();
    let text = || match sound {
        true => format!("{}\n", session.catalog.cli.sound),
        false => problems.iter().map(|line| format!("{}\n", visible(line))).collect(),
    };
    let trouble = (!sound).then_some(Trouble::Damaged(problems.len()));
    Ok(answer(
        format,
        &Soundness {
            sound,
            problems: &problems,
        },
        text,
    )
    .but(trouble))
}

#[derive(Serialize)]
struct Copy {
    file: String,
    bytes: u64,
    removed: usize,
}

/// Makes a copy, and keeps so many of those that are made without saying where.
///
/// A file is never replaced: the name that is given may be that of the file itself.
pub(super) fn backup(
    session: &Session,
    to: Option<&Path>,
    keep: u16,
    format: Format,
    watch: &mut Watch<'_>,
) -> Result<Answer, Failure> {
    let store = &session.store;
    let named = backup_place(store.path(), BackupKind::Made, session.now);
    let target: PathBuf = match to {
        None => named,
        Some(folder) if folder.is_dir() => folder.join(named.file_name().unwrap_or_default()),
        Some(file) => file.to_owned(),
    };
    if std::fs::symlink_metadata(&target).is_ok() {
        return Err(Failure::of_reading(&target, &Problem::FileExists, session.catalog));
    }
    let failed = |error: StoreError| Failure::of_reading(&target, &Problem::from(&error), session.catalog);
    store.backup(&target, watch).map_err(failed)?;
    let removed = if to.is_none() {
        rotate(store.path(), keep.into()).map_err(failed)?
    } else {
        0
    };
    let bytes = std::fs::metadata(&target).map_err(|error| failed(error.into()))?.len();
    let file = target.display().to_string();
    let words = &session.catalog.cli;
    let text = || {
        let mut text = format!("{}\n", words.copied(&visible(&file), bytes));
        if removed > 0 {
            text.push_str(&format!("{}\n", words.rotated(removed)));
        }
        text
    };
    Ok(answer(
        format,
        &Copy {
            file: file.clone(),
            bytes,
            removed,
        },
        text,
    ))
}
