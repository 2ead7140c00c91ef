//! What decides until when a pupil's data may be kept, read for all pupils at once.

use super::Store;
use super::error::StoreError;
use super::pupils::{line_columns, read_line};
use super::rows::all;
use crate::domain::codes::SchoolKind;
use crate::domain::dossier::PupilLine;
use crate::domain::retention::RetentionFacts;
use crate::domain::{Day, Id};

/// A pupil with what decides how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Who.
    pub pupil: PupilLine,
    /// The number at school.
    pub number: String,
    /// What decides.
    pub facts: RetentionFacts,
    /// Whether somebody holds the pupil on the day that is asked about: a tile that goes on.
    pub held: bool,
}

impl Store {
    /// Every pupil, of one school or of all, with what decides how long the data may be kept.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn kept_pupils(&self, school: Option<Id>, today: Day) -> Result<Vec<Kept>, StoreError> {
        const QUERY: &str = concat!(
            "SELECT ",
            line_columns!(),
            ", u.number, s.kind, u.birth, coalesce(u.left_on, u.leaving), EXISTS (SELECT 1 FROM tile t
               WHERE t.pupil = u.id AND t.ended_on IS NULL AND coalesce(t.until_on, ?2) >= ?2)
             FROM pupil u JOIN school s ON s.id = u.school WHERE ?1 IS NULL OR u.school = ?1
             ORDER BY s.name, u.family, u.given, u.id"
        );
        all(self.sql(), QUERY, rusqlite::params![school, today], |c| {
            Ok(Kept {
                pupil: read_line(c)?,
                number: c.get()?,
                facts: RetentionFacts {
                    school: c.text("school.kind", SchoolKind::from_code)?,
                    birth: c.optional_day("pupil.birth")?,
                    left: c.optional_day("pupil.leaving")?,
                },
                held: c.get()?,
            })
        })
    }
}
