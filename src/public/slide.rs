//! The parts of a projection: the pupil or the point at hand, and what was agreed.
//!
//! The rule: made of the shared parts of a scene, and turned back into those to be drawn, so that the public window is
//! drawn by the same code. What the window has no use for stays behind: ids, cursors, reasons, the lines of a note that
//! are commands, `/p` first of all.

use serde::{Deserialize, Serialize};

use super::{
    ActionRow, Card, Guard, Hand, HeldRow, InputView, NoteView, Open, PointView, PublicName, PublicTitle, ReadBackAlso,
    ReadBackRow, Shared, Whose, Written,
};
use crate::domain::Day;
use crate::domain::codes::{
    ChanceKind, ChanceLevel, ExitProfile, Goal, ItemKind, PartyKind, PrimaryResult, Route, SchoolKind,
};
use crate::domain::roof::Span;
use crate::domain::writing::Owner;

/// The most bytes of a text: more than a window of 24 rows shows of one.
const LONGEST: usize = 600;

/// Decisions and actions of one item that cross.
const MOST_WRITTEN: usize = 40;

/// The text as far as a window could show it.
pub(super) fn short(text: &str) -> String {
    text.get(..text.floor_char_boundary(LONGEST))
        .unwrap_or_default()
        .to_owned()
}

/// An action without the id of its owner.
pub(super) fn action(action: &ActionRow) -> ActionRow {
    ActionRow {
        owner: action.owner.as_ref().map(|owner| Owner {
            person: 0,
            name: short(&owner.name),
            role: owner.role,
        }),
        text: short(&action.text),
        ..action.clone()
    }
}

/// What was taken last, in the order in which it was.
fn written(all: &[Written]) -> Vec<Written> {
    let skipped = all.len().saturating_sub(MOST_WRITTEN);
    let each = all.iter().skip(skipped).map(|written| match written {
        Written::Decision(text, provisional) => Written::Decision(short(text), *provisional),
        Written::Action(row) => Written::Action(action(row)),
    });
    each.collect()
}

/// The end of a note, without its commands: those are for the chair until they are taken.
fn note(note: &NoteView) -> String {
    if note.working {
        return String::new();
    }
    let lines = note
        .input
        .text
        .lines()
        .filter(|line| !line.trim_start().starts_with('/'));
    let text = lines.collect::<Vec<_>>().join("\n");
    let from = text.ceil_char_boundary(text.len().saturating_sub(LONGEST));
    text.get(from..).unwrap_or_default().trim().to_owned()
}

/// The note as it is drawn: nobody types in it here.
fn read(text: &str) -> NoteView {
    NoteView {
        input: InputView {
            text: text.to_owned(),
            cursor: None,
            selection: None,
        },
        ..NoteView::default()
    }
}

/// The pupil at hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each is the field of the shared card it is named after")]
pub struct PupilSlide {
    pub number: Option<usize>,
    pub title: PublicTitle,
    pub age: Option<u32>,
    pub school: SchoolKind,
    pub profile: ExitProfile,
    pub leaving: Option<Day>,
    pub wish: String,
    pub strengths: String,
    pub goal: Goal,
    pub question: String,
    pub asked_by: String,
    pub proposal: String,
    pub placement: String,
    pub route: Route,
    pub chances: Vec<(ChanceKind, ChanceLevel)>,
    pub result: Option<PrimaryResult>,
    pub next_gap: Option<Span>,
    pub open_actions: Vec<ActionRow>,
    pub written: Vec<Written>,
    /// The end of the table note.
    pub note: String,
}

impl PupilSlide {
    pub(super) fn of(card: &Card<Shared>) -> Self {
        Self {
            number: card.number,
            title: card.title.clone(),
            age: card.age,
            school: card.school,
            profile: card.profile,
            leaving: card.leaving,
            wish: short(&card.wish),
            strengths: short(&card.strengths),
            goal: card.goal,
            question: short(&card.question),
            asked_by: short(&card.asked_by),
            proposal: short(&card.proposal),
            placement: short(&card.placement),
            route: card.route,
            chances: card.chances.clone(),
            result: card.result,
            next_gap: card.next_gap,
            open_actions: card.open_actions.iter().take(MOST_WRITTEN).map(action).collect(),
            written: written(&card.written),
            note: note(&card.note),
        }
    }

    /// The card to draw.
    pub fn card(&self) -> Card<Shared> {
        Card {
            number: self.number,
            title: self.title.clone(),
            age: self.age,
            school: self.school,
            profile: self.profile,
            leaving: self.leaving,
            wish: self.wish.clone(),
            strengths: self.strengths.clone(),
            goal: self.goal,
            question: self.question.clone(),
            asked_by: self.asked_by.clone(),
            proposal: self.proposal.clone(),
            placement: self.placement.clone(),
            route: self.route,
            chances: self.chances.clone(),
            result: self.result,
            relapse: None,
            leaves_soon: false,
            next_gap: self.next_gap,
            reasons: Vec::new(),
            open_actions: self.open_actions.clone(),
            written: self.written.clone(),
            note: read(&self.note),
            earlier: Vec::new(),
            extra: (),
        }
    }
}

/// The point of the agenda at hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointSlide {
    /// What it is.
    pub kind: ItemKind,
    /// The title of a free one.
    pub title: String,
    /// The question that is asked at it.
    pub question: String,
    /// Who asks it.
    pub asked_by: String,
    /// The proposal.
    pub proposal: String,
    /// Decisions and actions taken at it.
    pub written: Vec<Written>,
    /// The end of its note.
    pub note: String,
}

impl PointSlide {
    pub(super) fn of(point: &PointView) -> Self {
        Self {
            kind: point.kind,
            title: short(&point.title),
            question: short(&point.question),
            asked_by: short(&point.asked_by),
            proposal: short(&point.proposal),
            written: written(&point.written),
            note: note(&point.note),
        }
    }
}

/// What was agreed at one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgreedRow {
    /// About whom; none for a point that is about no pupil.
    pub pupil: Option<PublicName>,
    /// What the item is, and the title of a free one.
    pub part: (ItemKind, String),
    /// What was agreed.
    pub written: Vec<Written>,
    /// Nothing was decided, and nobody took an action.
    pub nothing: bool,
    /// Whose hands were laid on the pupil or changed.
    pub held: Vec<HeldSlide>,
    /// What else became of it, and what is missing.
    pub also: ReadBackAlso,
}

/// A hand at a pupil, and how long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeldSlide {
    /// Kind and name of the party and who holds there; none where it is not told.
    pub whose: Option<(PartyKind, String, String)>,
    /// First day.
    pub from: Day,
    /// Last day; open when absent.
    pub until: Option<Day>,
}

impl HeldSlide {
    fn of(row: &HeldRow<Shared>) -> Self {
        let whose = match &row.hand {
            Hand::Known(whose) => Some(whose.get()),
            Hand::Nobody | Hand::Other => None,
        };
        Self {
            whose: whose.map(|whose| (whose.kind, short(&whose.name), short(&whose.person))),
            from: row.from,
            until: row.until,
        }
    }

    fn row(&self) -> HeldRow<Shared> {
        let whose = self.whose.clone().and_then(|(kind, name, person)| {
            Open::of(Whose {
                kind,
                name,
                initials: None,
                person,
            })
        });
        HeldRow {
            hand: whose.map_or(Hand::Other, Hand::Known),
            from: self.from,
            until: self.until,
        }
    }
}

impl AgreedRow {
    pub(super) fn of(row: &ReadBackRow<Shared>) -> Self {
        Self {
            pupil: row.pupil.clone(),
            part: (row.part.0, short(&row.part.1)),
            written: written(&row.written),
            nothing: row.nothing,
            held: row.held.iter().take(MOST_WRITTEN).map(HeldSlide::of).collect(),
            also: ReadBackAlso {
                untaken: row.also.untaken.iter().map(|line| short(line)).collect(),
                ..row.also.clone()
            },
        }
    }

    /// The row to draw.
    pub fn row(&self) -> ReadBackRow<Shared> {
        ReadBackRow {
            pupil: self.pupil.clone(),
            part: self.part.clone(),
            written: self.written.clone(),
            nothing: self.nothing,
            held: self.held.iter().map(HeldSlide::row).collect(),
            also: self.also.clone(),
        }
    }
}
