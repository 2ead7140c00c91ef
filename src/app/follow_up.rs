//! What follows a meeting: the form that asks for documents, the actions between meetings and the lessons.
//!
//! The rule: these lists go over all schools, so they exist in the private state alone.

use std::path::PathBuf;

use super::edit::{Editor, Kind};
use super::form::{Choices, Form, FormField, Shape};
use super::papers::{Readers, Wanted};
use super::state::{Overlay, State};
use crate::domain::codes::LessonState;
use crate::domain::dossier::SchoolAction;
use crate::domain::fold::fold;
use crate::domain::follow_up::{Grouping, Heading, grouped};
use crate::domain::papers::{PaperChoice, PaperFormat, PaperKind};
use crate::domain::{Day, Id};
use crate::store::Lesson;
use crate::text::field::Field as F;

/// The most bytes of a filter.
const FILTER_LIMIT: usize = 200;

/// Documents that are asked for, and where they go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperOrder {
    /// Which.
    pub wanted: Wanted,
    /// Into which folder; one that does not begin at a root is beside the file.
    pub folder: PathBuf,
}

/// Documents that were written.
#[derive(Clone, PartialEq, Eq)]
pub struct Issued {
    /// The folder, in full.
    pub folder: String,
    /// Each file by its name, and for whom it is.
    pub files: Vec<(String, String)>,
    /// First row shown.
    pub top: usize,
}

impl std::fmt::Debug for Issued {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Issued({} files)", self.files.len())
    }
}

/// What is under way of what follows a meeting.
#[derive(Debug, Default)]
pub struct Following {
    /// The list over which a line is asked for, to go back to.
    pub behind: Option<Overlay>,
    /// Documents to be written once the screen says so.
    pub asked: Option<Box<PaperOrder>>,
    /// The folder that documents go into unless another is asked for.
    pub folder: String,
}

/// The fields of the form that asks for documents. What is asked for an owner begins with that owner's actions.
pub(super) fn paper_fields(state: &State, owner: Option<Id>) -> Vec<FormField> {
    let was_held = state.sitting.as_ref().is_none_or(|s| s.meeting.opened_at.is_some());
    let paper = match (owner, was_held) {
        (Some(_), _) => PaperChoice::Actions,
        (None, true) => PaperChoice::Tables,
        (None, false) => PaperChoice::Agenda,
    };
    let at = PaperChoice::ALL.iter().position(|one| *one == paper).unwrap_or(0);
    let yes_or_no = |field: F, yes: bool| FormField::choice(field, Choices::NoYes, usize::from(yes));
    vec![
        FormField::choice(F::Paper, Choices::Paper, at),
        yes_or_no(F::AsDocx, true),
        yes_or_no(F::AsPdf, true),
        yes_or_no(F::AsMarkdown, false),
        yes_or_no(F::AsCalendar, false),
        yes_or_no(F::WithNotes, false),
        FormField::text(F::Folder, Shape::Required, &state.following.folder),
    ]
}

/// What the form asks for; nothing when it asks for no form of document.
pub(super) fn order(form: &Form) -> Option<PaperOrder> {
    let choice = form.code(F::Paper, PaperChoice::ALL)?;
    let (kind, readers) = match choice {
        PaperChoice::Tables => (PaperKind::Minutes, Readers::Tables),
        PaperChoice::Parties => (PaperKind::Minutes, Readers::EveryParty),
        PaperChoice::Agenda | PaperChoice::Calendar => (PaperKind::Agenda, Readers::Tables),
        PaperChoice::YoungPerson => (PaperKind::YoungPerson, Readers::Tables),
        PaperChoice::Actions => (PaperKind::Actions, Readers::Tables),
    };
    let forms = [
        (F::AsDocx, PaperFormat::Docx),
        (F::AsPdf, PaperFormat::Pdf),
        (F::AsMarkdown, PaperFormat::Markdown),
        (F::AsCalendar, PaperFormat::Calendar),
    ];
    let formats = match choice {
        PaperChoice::Calendar => vec![PaperFormat::Calendar],
        _ => {
            let asked = forms.into_iter().filter(|(field, _)| form.chosen(*field) == 1);
            asked.map(|(_, format)| format).collect()
        }
    };
    (!formats.is_empty()).then(|| PaperOrder {
        wanted: Wanted {
            kind,
            meeting: None,
            readers,
            pupil: None,
            owner: form.target.filter(|_| kind == PaperKind::Actions),
            formats,
            with_notes: form.chosen(F::WithNotes) == 1,
            with_names: false,
        },
        folder: PathBuf::from(form.text(F::Folder)),
    })
}

/// The actions of all schools, as they are looked at.
#[derive(Debug)]
pub struct ActionList {
    /// All of them.
    pub rows: Vec<SchoolAction>,
    /// Under which headings.
    pub by: Grouping,
    /// What is typed to filter them.
    pub filter: Editor,
    /// Whether it is being typed.
    pub filtering: bool,
    /// The selected action, headings not counted.
    pub selected: usize,
}

impl ActionList {
    /// A list as it opens.
    pub fn new(rows: Vec<SchoolAction>) -> Self {
        Self {
            rows,
            by: Grouping::default(),
            filter: Editor::new("", Kind::OneLine, FILTER_LIMIT),
            filtering: false,
            selected: 0,
        }
    }

    /// What is shown, group by group.
    pub fn groups(&self, today: Day) -> Vec<(Heading, Vec<&SchoolAction>)> {
        grouped(&self.rows, self.by, self.filter.text(), today)
    }

    /// The selected action.
    pub fn chosen(&self, today: Day) -> Option<&SchoolAction> {
        let groups = self.groups(today);
        groups.into_iter().flat_map(|(_, rows)| rows).nth(self.selected)
    }

    /// How many actions are shown.
    pub fn len(&self, today: Day) -> usize {
        self.groups(today).iter().map(|(_, rows)| rows.len()).sum()
    }
}

/// A lesson as it was noticed once or more often.
#[derive(Clone, PartialEq, Eq)]
pub struct Counted {
    /// The text, as it was written last.
    pub text: String,
    /// The lessons it stands for.
    pub ids: Vec<Id>,
    /// The last day on which it was noticed.
    pub last: Day,
    /// How far it is: no further than the one that is least far.
    pub state: LessonState,
    /// Who picked it up; may be empty.
    pub picked_up_by: String,
    /// From what it is paid; may be empty.
    pub paid_from: String,
}

impl std::fmt::Debug for Counted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Counted({})", self.ids.len())
    }
}

/// The lessons, as they are looked at.
#[derive(Debug)]
pub struct LessonList {
    /// All of them, what is least far and was noticed most often first.
    pub rows: Vec<Counted>,
    /// What is typed to filter them.
    pub filter: Editor,
    /// Whether it is being typed.
    pub filtering: bool,
    /// The selected one.
    pub selected: usize,
}

impl LessonList {
    /// A list as it opens.
    pub fn new(lessons: &[Lesson]) -> Self {
        Self {
            rows: counted(lessons),
            filter: Editor::new("", Kind::OneLine, FILTER_LIMIT),
            filtering: false,
            selected: 0,
        }
    }

    /// Those with all the words that were typed.
    pub fn shown(&self) -> Vec<&Counted> {
        let words = fold(self.filter.text());
        let has = |row: &&Counted| {
            let text = fold(&format!("{} {} {}", row.text, row.picked_up_by, row.paid_from));
            words.split_whitespace().all(|word| text.contains(word))
        };
        self.rows.iter().filter(has).collect()
    }
}

/// Equal lessons as one: capitals, accents, spaces and a full stop at the end make no difference.
pub fn counted(lessons: &[Lesson]) -> Vec<Counted> {
    let same = |text: &str| {
        let words = fold(text.trim().trim_end_matches(['.', '!']));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let place = |state: LessonState| LessonState::ALL.iter().position(|one| *one == state);
    let mut rows: Vec<(String, Counted)> = Vec::new();
    for lesson in lessons {
        let key = same(&lesson.noticed.text);
        let Some((_, row)) = rows.iter_mut().find(|(there, _)| *there == key) else {
            let row = Counted {
                text: lesson.noticed.text.clone(),
                ids: vec![lesson.id],
                last: lesson.noticed.noticed_on,
                state: lesson.state,
                picked_up_by: lesson.picked_up_by.clone(),
                paid_from: lesson.paid_from.clone(),
            };
            rows.push((key, row));
            continue;
        };
        row.ids.push(lesson.id);
        row.last = row.last.max(lesson.noticed.noticed_on);
        if place(lesson.state) < place(row.state) {
            row.state = lesson.state;
        }
        if row.picked_up_by.is_empty() {
            row.picked_up_by.clone_from(&lesson.picked_up_by);
        }
        if row.paid_from.is_empty() {
            row.paid_from.clone_from(&lesson.paid_from);
        }
    }
    let mut rows: Vec<Counted> = rows.into_iter().map(|(_, row)| row).collect();
    rows.sort_by_key(|row| (place(row.state), std::cmp::Reverse(row.ids.len())));
    rows
}
