//! Where the chair is on the way from a file to a list that was read in.
//!
//! The way: a file, a sheet where several would do, what the headings are where that is not clear, what the list would
//! do, and only then writing. Each step can be gone back to, and leaving any of them changes nothing.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use super::others::{ListKind, OtherList, OtherPlan};
use super::path::Entry;
use crate::app::edit::{Editor, Kind};
use crate::domain::Id;
use crate::domain::intent::Intent;
use crate::domain::listed::{ListComparison, ListedPupil, Vanishing};
use crate::exchange::lists::{Choice, List, ListError, Mapping, Source};
use crate::text::cli::ImportCount;
use crate::text::lists::ImportPart;
use crate::text::notice::Problem;

/// The most bytes of a path.
const PATH_LIMIT: usize = 4096;

/// A step on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Which file.
    File,
    /// It is being read; so many rows so far.
    Reading(usize),
    /// Which sheet.
    Sheets,
    /// What the headings are.
    Columns,
    /// What the list would do.
    Preview,
    /// It is being written: so many of so many rows so far.
    Writing(usize, usize),
}

/// A row of what the list would do, by its place in the part it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreviewRow {
    /// The heading of a part.
    Heading(ImportPart),
    /// A row of it.
    Row(ImportPart, usize),
}

/// A list that is being read in.
pub struct Import {
    /// What the list is of.
    pub kind: ListKind,
    /// Whose list it is, when it is one of pupils.
    pub school: Id,
    /// What a list of schools or contacts would do, once it was read.
    pub others: Option<Arc<OtherPlan>>,
    /// The step.
    pub stage: Stage,
    /// The path that is typed.
    pub path: Editor,
    /// Whether it was emptied on purpose: the folder that is offered at first then stays away.
    pub emptied: bool,
    /// What it can be; none when its folder cannot be read.
    pub entries: Option<Vec<Entry>>,
    /// The selected row of the step.
    pub selected: usize,
    /// The file that was chosen.
    pub file: PathBuf,
    /// The sheet and the mapping in force.
    pub choice: Choice,
    /// The sheets to choose from.
    pub sheets: Vec<String>,
    /// The list, once it was opened.
    pub source: Option<Arc<Source>>,
    /// Its rows, once they were read.
    pub list: Option<Arc<List>>,
    /// The same rows as the records know them.
    pub rows: Arc<Vec<ListedPupil>>,
    /// What they would do.
    pub done: ListComparison,
    /// What was chosen for pupils whom the list no longer has.
    pub vanishing: HashMap<Id, Vanishing>,
    /// The rows of the preview.
    pub preview: Vec<PreviewRow>,
    /// Why the step before could not be taken.
    pub trouble: Option<Unread>,
}

impl std::fmt::Debug for Import {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Import({:?})", self.stage)
    }
}

/// Why a list could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The file cannot be read.
    File(Problem),
    /// It is no list that can be read.
    List(ListError),
}

/// What is asked for on the way.
#[derive(Clone, Debug)]
pub enum ImportAsk {
    /// What a path can be.
    Folder(String),
    /// Read a file, for a school; with a choice, or with what is remembered of the school.
    Read(PathBuf, Id, Option<Choice>),
    /// Read the rows of an opened list again, under another mapping.
    Again(Arc<Source>, Choice),
    /// What rows would do to a school's pupils; and the numbers of those who are in the list all the same.
    Compare(Id, Arc<Vec<ListedPupil>>, Vec<String>),
    /// Read a file that is not of pupils, or one of its sheets.
    ReadOthers(PathBuf, ListKind, Option<String>),
    /// What such a list would do.
    Plan(Arc<Mutex<Option<OtherList>>>),
    /// Stop reading.
    Stop,
    /// Put refused rows in a file beside the list.
    Mend,
}

/// What came of it.
#[derive(Debug)]
pub enum ImportNews {
    /// What a path can be.
    Folder(String, Option<Vec<Entry>>),
    /// So many rows were read so far.
    Rows(usize),
    /// The file was opened, or not; under which choice.
    Opened(Choice, Result<Opened, Unread>),
    /// What the rows would do.
    Compared(ListComparison),
    /// A list of schools or contacts was read, or not.
    Others(Result<OtherList, Unread>),
    /// What it would do.
    Planned(Arc<OtherPlan>),
    /// So many refused rows were put in a file of this name.
    Mended(usize, String),
    /// The list was written, and what it did; nothing when that was broken off.
    Written(Option<ImportCount>),
    /// The refused rows could not be put in a file.
    NotMended(Problem),
}

/// A list that was opened, and its rows where they could be read.
#[derive(Debug)]
pub struct Opened {
    /// The list.
    pub source: Arc<Source>,
    /// Its rows.
    pub list: Result<Arc<List>, ListError>,
}

/// What is to be written.
#[derive(Debug)]
pub(in crate::app) struct Writing {
    pub(in crate::app) school: Id,
    pub(in crate::app) rows: Arc<Vec<ListedPupil>>,
    pub(in crate::app) vanishing: Vec<(Id, Vanishing)>,
    pub(in crate::app) mapping: Mapping,
    pub(in crate::app) count: ImportCount,
}

impl Import {
    /// The first step, for a school.
    pub fn new(kind: ListKind, school: Id, path: &str) -> Self {
        Self {
            kind,
            school,
            others: None,
            stage: Stage::File,
            path: Editor::new(path, Kind::OneLine, PATH_LIMIT),
            emptied: false,
            entries: Some(Vec::new()),
            selected: 0,
            file: PathBuf::new(),
            choice: Choice::default(),
            sheets: Vec::new(),
            source: None,
            list: None,
            rows: Arc::default(),
            done: ListComparison::default(),
            vanishing: HashMap::new(),
            preview: Vec::new(),
            trouble: None,
        }
    }

    /// Whether a path is being typed.
    pub fn is_typing(&self) -> bool {
        self.stage == Stage::File
    }

    /// Puts another path in place of the one that is typed.
    pub fn set_path(&mut self, path: &str) {
        self.path = Editor::new(path, Kind::OneLine, PATH_LIMIT);
        self.path.go_to(path.len());
        self.selected = 0;
    }

    /// What the list would do, in numbers.
    pub fn count(&self) -> ImportCount {
        if let Some(others) = &self.others {
            return others.count();
        }
        ImportCount {
            new: self.done.new.len(),
            changed: self.done.changed.len(),
            unchanged: self.done.unchanged,
            vanished: self.done.vanished.len(),
            refused: self.list.as_ref().map_or(0, |list| list.refused_rows()),
        }
    }

    /// What is done with a pupil whom the list no longer has.
    pub fn vanishing_of(&self, pupil: Id) -> Vanishing {
        self.vanishing.get(&pupil).copied().unwrap_or_default()
    }

    /// The pupil of the selected row, when the list no longer has them.
    pub fn vanished_at_hand(&self) -> Option<Id> {
        match self.preview.get(self.selected)? {
            PreviewRow::Row(ImportPart::Vanished, at) => self.done.vanished.get(*at).map(|line| line.id),
            _ => None,
        }
    }

    /// Whether an act has a meaning in this step.
    pub fn answers(&self, intent: Intent) -> bool {
        let preview = self.stage == Stage::Preview && self.kind == ListKind::Pupils;
        match intent {
            Intent::ColumnOn | Intent::ColumnBack => self.stage == Stage::Columns,
            Intent::ImportColumns => preview,
            Intent::ImportSheet => {
                let several = self.source.as_ref().is_some_and(|source| source.sheets().len() > 1);
                several && matches!(self.stage, Stage::Preview | Stage::Columns)
            }
            Intent::Vanish => preview && self.vanished_at_hand().is_some(),
            Intent::VanishAll => preview && !self.done.vanished.is_empty(),
            Intent::MendRefused => preview && self.list.as_ref().is_some_and(|list| !list.refused.is_empty()),
            _ => false,
        }
    }

    /// How many rows the step has.
    pub fn rows_of_stage(&self) -> usize {
        match self.stage {
            Stage::File => self.entries.as_ref().map_or(0, Vec::len),
            Stage::Sheets => self.sheets.len(),
            Stage::Columns => {
                let headings = self.source.as_ref().map(|source| source.headings(&self.choice.mapping));
                headings.map_or(0, |headings| headings.len())
            }
            Stage::Preview => self.preview.len(),
            Stage::Reading(_) | Stage::Writing(..) => 0,
        }
    }

    /// Lays out what the list would do: first what asks for somebody's eye, last what is plainly new.
    pub fn lay_out(&mut self) {
        let list = self.list.as_ref();
        let others = self.others.as_ref().map(|plan| (plan.refused.len(), plan.count()));
        let parts = match others {
            Some((refused, count)) => vec![
                (ImportPart::Refused, refused),
                (ImportPart::Changed, count.changed),
                (ImportPart::New, count.new),
            ],
            None => vec![
                (ImportPart::Refused, list.map_or(0, |list| list.refused.len())),
                (ImportPart::Vanished, self.done.vanished.len()),
                (ImportPart::Changed, self.done.changed.len()),
                (ImportPart::Remarks, list.map_or(0, |list| list.remarks.len())),
                (ImportPart::New, self.done.new.len()),
            ],
        };
        let filled = parts.into_iter().filter(|(_, count)| *count > 0);
        self.preview = filled
            .flat_map(|(part, count)| {
                let rows = (0..count).map(move |at| PreviewRow::Row(part, at));
                std::iter::once(PreviewRow::Heading(part)).chain(rows)
            })
            .collect();
        // The heading is never selected.
        self.selected = usize::from(!self.preview.is_empty());
    }

    /// What is to be written, when there is anything; what the headings were said to be is part of it.
    pub(in crate::app) fn to_write(&self) -> Writing {
        Writing {
            school: self.school,
            rows: Arc::clone(&self.rows),
            vanishing: self
                .done
                .vanished
                .iter()
                .map(|line| (line.id, self.vanishing_of(line.id)))
                .filter(|(_, what)| *what != Vanishing::Keep)
                .collect(),
            mapping: self.choice.mapping.clone(),
            count: self.count(),
        }
    }
}
