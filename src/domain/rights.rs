//! The rights of the pupil: what was told and agreed about sharing, who looked, and what an erasure leaves.
//!
//! The rules: what stands about sharing follows from what was recorded, the latest word last, and general words go
//! into the pupil's own row as well, where every list reads them. What is about one party alone the store asks of the
//! words themselves, by the same rule. A line of the trail says who, when, about whom and
//! why in a code; what was read or what stood there before is never in it.

use chrono::{NaiveDateTime, NaiveTime};

use super::papers::{Export, PaperKind};
use super::pupil::Pupil;
use super::{Day, Id, Moment, redacted_debug};

coded! {
    /// What was recorded about sharing.
    ConsentKind {
        /// The pupil or the parents were informed (AVG articles 13 and 14).
        Informed = "informed",
        /// On what ground is shared (AVG article 6).
        Basis = "basis",
        /// Consent was given.
        Given = "given",
        /// Consent was withdrawn (AVG article 7, third paragraph).
        Withdrawn = "withdrawn",
        /// An objection was made (AVG article 21).
        Objection = "objection",
        /// An objection was taken back.
        ObjectionLifted = "objection_lifted",
    }
}

coded! {
    /// Of whom it came, or who was told. Consent is the pupil's own from the eighteenth birthday on, else the parents'.
    ByWhom {
        /// The pupil.
        Pupil = "pupil",
        /// The parents, or one of them.
        Parents = "parents",
        /// The pupil and the parents.
        Both = "both",
        /// A guardian, mentor or curator.
        Representative = "representative",
        /// Not recorded.
        Unknown = "unknown",
    }
}

coded! {
    /// What kind of line of the trail it is.
    TrailKind {
        /// A pupil's file stood on the screen.
        Opened = "opened",
        /// A document or a list with names went out.
        Exported = "exported",
        /// Something went to the clipboard.
        Copied = "copied",
        /// Everything held on a pupil was written out (inzage, AVG article 15).
        Access = "access",
        /// A pupil was erased (AVG article 17).
        Erased = "erased",
        /// A field was rectified (AVG article 16).
        Rectified = "rectified",
        /// The working notes of a meeting erased themselves.
        NoteExpired = "note_expired",
        /// A backup was put in the place of the file.
        Restored = "restored",
    }
}

/// What was recorded about sharing, once.
#[derive(Clone, PartialEq, Eq)]
pub struct Consent {
    /// The id; zero before it is in the file.
    pub id: Id,
    /// Whose data.
    pub pupil: Id,
    /// With which party; none for everybody at the table.
    pub party: Option<Id>,
    /// In which meeting it was said.
    pub meeting: Option<Id>,
    /// What.
    pub kind: ConsentKind,
    /// The ground, in words; for a basis.
    pub basis: String,
    /// Since which day.
    pub on: Day,
    /// Of whom it came, or who was informed.
    pub by: ByWhom,
    /// How: a letter, a talk, a form.
    pub how: String,
}

redacted_debug!(Consent);

/// A line of the trail.
#[derive(Clone, PartialEq, Eq)]
pub struct TrailLine {
    /// Its number, from 1 without a gap.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Who.
    pub who: String,
    /// What kind.
    pub kind: TrailKind,
    /// About whom; none for what is about nobody in particular, or about somebody who was erased.
    pub pupil: Option<Id>,
    /// In which meeting.
    pub meeting: Option<Id>,
    /// Which document it records, for those that the file has a record of.
    pub export: Option<Id>,
    /// Why: a code, never words that somebody typed.
    pub why: String,
}

/// Names the line and its kind, not who or about whom.
impl std::fmt::Debug for TrailLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TrailLine({} {:?} {})", self.seq, self.kind, self.why)
    }
}

/// Before the rest of the code that says which backup was put back.
const BACKUP: &str = "backup";

/// How the moment is written in that code: without the signs that part the code of a list from its form. Earlier
/// versions wrote the day alone.
const BACKUP_AT: &str = "%Y.%m.%d %H.%M";

/// Which backup was put back, as the trail says it: by when something was last changed in it, because a file can be
/// given any name, and by the name the program gave it, because two copies may be of one moment.
///
/// ```
/// use dakpan::domain::rights::BackupSaid;
///
/// let said = BackupSaid {
///     last_change: "2026-06-03T10:04:00".parse().ok(),
///     file: Some("20260603-101500.backup.dakpan".into()),
/// };
/// assert_eq!(said.code(), "backup 2026.06.03 10.04 20260603_101500.backup.dakpan");
/// assert_eq!(BackupSaid::of_code(&said.code()), Some((said, true)));
/// // As earlier versions wrote it, the hour is not known.
/// let (earlier, hour) = BackupSaid::of_code("backup 2026.06.03").unwrap();
/// assert_eq!((earlier.last_change, hour), ("2026-06-03T00:00:00".parse().ok(), false));
/// assert_eq!(BackupSaid::of_code(&BackupSaid::default().code()), Some((BackupSaid::default(), false)));
/// assert_eq!(BackupSaid::of_code("meeting"), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackupSaid {
    /// When something was last changed in it, by the clock of the day itself; none when nothing ever was.
    pub last_change: Option<NaiveDateTime>,
    /// What is told of its name, when the program gave it.
    pub file: Option<String>,
}

impl BackupSaid {
    /// The code.
    #[must_use]
    pub fn code(&self) -> String {
        let at = self.last_change.map(|at| at.format(BACKUP_AT).to_string());
        // A code has no hyphen, and the names that the program gives have no other sign.
        let file = self.file.as_ref().map(|file| file.replace('-', "_"));
        let parts = [Some(BACKUP.to_owned()), at, file];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What such a code says, and whether it knows the hour; none for a code of something else.
    #[must_use]
    pub fn of_code(code: &str) -> Option<(Self, bool)> {
        let mut rest = match code.strip_prefix(BACKUP)? {
            "" => return Some((Self::default(), false)),
            rest => rest.strip_prefix(' ')?,
        };
        let (mut last_change, mut hour) = (None, false);
        if let Ok((day, after)) = Day::parse_and_remainder(rest, "%Y.%m.%d") {
            last_change = day.and_hms_opt(0, 0, 0);
            rest = after.trim_start();
            if let Ok((at, after)) = NaiveTime::parse_and_remainder(rest, "%H.%M") {
                (last_change, hour, rest) = (Some(day.and_time(at)), true, after.trim_start());
            }
        }
        let file = (!rest.is_empty()).then(|| rest.replace('_', "-"));
        Some((Self { last_change, file }, hour))
    }
}

/// What is wrong with the trail, or with what it should tell of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrailFault {
    /// A line is not the one that was written, or a line before it is gone.
    Broken {
        /// The number of the line.
        line: i64,
    },
    /// Lines at its end are gone.
    CutOff {
        /// The last line there is.
        line: i64,
    },
    /// A document that the journal knows of has no line.
    Missing {
        /// The change of the journal that recorded it.
        entry: i64,
    },
    /// Changes that a line knew of are no longer in the journal.
    JournalCut {
        /// The last change that was known.
        entry: i64,
    },
}

/// A field of a pupil that may be rectified: a column of the pupil's own row with what a person is called, was born,
/// lives, does or said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rectified(&'static str);

/// The fields that may be rectified, by their column.
const RECTIFIABLE: [&str; 10] = [
    "number",
    "given",
    "infix",
    "family",
    "birth",
    "class",
    "residence",
    "wish",
    "strengths",
    "placement",
];

impl Rectified {
    /// The field of a column; none for one that is not personal, or is changed in the form without leaving anything.
    #[must_use]
    pub fn of(column: &str) -> Option<Self> {
        RECTIFIABLE.into_iter().find(|known| *known == column).map(Self)
    }

    /// Every field.
    pub fn all() -> impl Iterator<Item = Self> {
        RECTIFIABLE.into_iter().map(Self)
    }

    /// What the field says of a pupil; nothing of the day of birth, which is no text.
    #[must_use]
    pub fn of_pupil(self, pupil: &Pupil) -> &str {
        match self.0 {
            "number" => &pupil.number,
            "given" => &pupil.name.given,
            "infix" => &pupil.name.infix,
            "family" => &pupil.name.family,
            "class" => &pupil.class,
            "residence" => &pupil.residence,
            "wish" => &pupil.wish,
            "strengths" => &pupil.strengths,
            "placement" => &pupil.placement,
            _ => "",
        }
    }

    /// Whether what the field said of a pupil may stand in a document that went out. No document of any kind has another
    /// field of the pupil than the name. The page of a young person is kept under what the pupil is called in it, so it
    /// tells whether that was the name; of any other document it is not known whether names were asked for, so it may.
    #[must_use]
    pub fn may_stand_in(self, export: &Export, before: &Pupil) -> bool {
        let is_name = matches!(self.0, "given" | "infix" | "family");
        let parts = [self.of_pupil(before), &before.name.given, &before.name.family];
        let mut parts = parts.into_iter().filter(|part| !part.is_empty());
        is_name && (export.kind != PaperKind::YoungPerson || parts.any(|part| export.made_for.contains(part)))
    }

    /// The column.
    #[must_use]
    pub const fn column(self) -> &'static str {
        self.0
    }
}
