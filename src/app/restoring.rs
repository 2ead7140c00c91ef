//! A backup that is put back from within the program: which of them, what that costs, and the word that means it.
//!
//! The rule: nothing happens to the file before the word was typed. Backups tell how many pupils they hold and when
//! they were made, and their names stand on the disk, so they are looked at in the private state alone.

use std::path::PathBuf;

use chrono::NaiveDateTime;

use super::edit::{Editor, Kind};
use crate::domain::intent::Intent;
use crate::domain::since::StaysDone;
use crate::store::{Contents, RestoreStep, Standing};
use crate::text::Catalog;
use crate::text::lock::CopyWhy;
use crate::text::notice::Problem;

/// The most bytes of the word: any longer one is another.
const WORD_LIMIT: usize = 64;

/// A backup that the program made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupLine {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made.
    pub made: NaiveDateTime,
    /// Why.
    pub why: CopyWhy,
    /// Its size.
    pub bytes: u64,
    /// How many pupils it holds, or why nobody can say.
    pub pupils: Result<u64, Problem>,
}

/// The backups there are, and the one that was chosen.
#[derive(Debug)]
pub struct Backups {
    /// The newest first.
    pub rows: Vec<BackupLine>,
    /// The selected row.
    pub selected: usize,
    /// What was asked of the chosen one, once it was looked through.
    pub asked: Option<Asked>,
}

/// A backup that was looked through and waits for the word.
#[derive(Debug)]
pub struct Asked {
    /// What it holds.
    pub contents: Contents,
    /// What the file would lose.
    pub standing: Standing,
    /// What is typed.
    pub word: Editor,
    /// Whether something else than the word was typed.
    pub refused: bool,
    /// How far putting it back is, once the word was typed.
    pub doing: Option<RestoreStep>,
}

/// What is asked of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RestoreAsk {
    /// Which backups there are.
    List,
    /// Copy one beside the file and look through it.
    LookThrough(PathBuf),
}

/// What came of it.
#[derive(Debug)]
pub enum RestoreNews {
    /// The backups.
    Listed(Vec<BackupLine>),
    /// What the one that was looked through holds, and what the file would lose.
    LookedThrough(Contents, Standing),
}

/// What putting a backup back costs, in sentences: what goes of the file that is there, and what stays done.
#[must_use]
pub fn cost(standing: &Standing, catalog: &Catalog) -> Vec<String> {
    let words = &catalog.lock;
    let (mut told, stays) = match standing {
        Standing::None => return vec![words.no_file.to_owned()],
        Standing::Closed => return vec![words.cannot_compare.to_owned()],
        Standing::Other { stays, .. } => (vec![words.other_than_backup.to_owned()], stays),
        Standing::WentOn { changes: 0, stays, .. } if *stays == StaysDone::default() => {
            (vec![words.nothing_newer.to_owned()], stays)
        }
        Standing::WentOn { changes: 0, stays, .. } => (Vec::new(), stays),
        Standing::WentOn {
            changes,
            pupils,
            meetings,
            wrote,
            stays,
            ..
        } => {
            let mut told = vec![words.newer(*changes, *pupils, *meetings)];
            if wrote.rows() > 0 {
                told.push(words.wrote(wrote));
            }
            if wrote.closed > 0 {
                told.push(words.reopened(wrote.closed));
            }
            (told, stays)
        }
    };
    if *stays != StaysDone::default() {
        told.push(words.stays(stays));
    }
    told
}

/// How far putting one back is.
#[must_use]
pub fn doing(step: RestoreStep, catalog: &Catalog) -> String {
    let words = &catalog.lock;
    match step {
        RestoreStep::UpToDate => words.making_ready.to_owned(),
        RestoreStep::EraseAgain => words.erasing_again.to_owned(),
        RestoreStep::Keeping(done, total) => words.keeping(done, total),
    }
}

impl Backups {
    /// A list of which none is chosen yet.
    pub fn new(rows: Vec<BackupLine>) -> Self {
        Self {
            rows,
            selected: 0,
            asked: None,
        }
    }

    /// Whether one was chosen, of which the word is asked or that is being put back.
    pub fn is_asked(&self) -> bool {
        self.asked.is_some()
    }

    /// Whether it is being put back, or is to be as soon as the screen has said so.
    pub fn is_doing(&self) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.doing.is_some())
    }

    /// What the word is typed in, as long as it is asked.
    pub fn word(&mut self) -> Option<&mut Editor> {
        let asked = self.asked.as_mut().filter(|asked| asked.doing.is_none());
        asked.map(|asked| &mut asked.word)
    }

    /// Whether an intent acts here: what goes through a list does not once one was chosen.
    pub fn answers(&self, intent: Intent) -> bool {
        !self.is_asked() || !matches!(intent, Intent::Up | Intent::Down | Intent::Next | Intent::Previous)
    }
}

impl Asked {
    /// Before anything is typed.
    pub fn new(contents: Contents, standing: Standing) -> Self {
        Self {
            contents,
            standing,
            word: Editor::new("", Kind::OneLine, WORD_LIMIT),
            refused: false,
            doing: None,
        }
    }
}
