//! The meetings as a list, to look back in: which there were, and of which schools.
//!
//! The rule: two statements, whatever the number of meetings and blocks.

use super::Store;
use super::error::StoreError;
use super::rows::{all, one};
use crate::domain::dossier::MeetingLine;
use crate::domain::setup::SetupStep;
use crate::domain::{Day, Id};

impl Store {
    /// The day on which a table meets next, seen from a day: that of the earliest meeting planned after it, else the
    /// one that was told at an earlier meeting. For *volgend overleg*.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_meeting_day(&self, today: Day) -> Result<Option<Day>, StoreError> {
        const QUERY: &str = "SELECT min(coalesce(
             (SELECT min(day) FROM meeting WHERE day > ?1 AND opened_at IS NULL),
             (SELECT min(next_day) FROM meeting WHERE next_day > ?1)))";
        Ok(one(self.sql(), QUERY, [today], |c| c.optional_day("meeting.day"))?.flatten())
    }

    /// When the table meets next for each school of a meeting: the school, and the day of the earliest meeting that is
    /// planned with it after this one. Schools without one are left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_days_of(&self, meeting: Id) -> Result<Vec<(Id, Day)>, StoreError> {
        const QUERY: &str = "SELECT c.school, min(n.day) FROM block b JOIN meeting m ON m.id = b.meeting
             JOIN block c ON c.school = b.school JOIN meeting n ON n.id = c.meeting
             WHERE b.meeting = ?1 AND n.day > m.day AND n.opened_at IS NULL GROUP BY c.school";
        all(self.sql(), QUERY, [meeting], |c| Ok((c.get()?, c.day("meeting.day")?)))
    }

    /// Which steps towards a first meeting have been taken.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn steps(&self) -> Result<Vec<SetupStep>, StoreError> {
        let mut taken = Vec::new();
        for step in SetupStep::ALL {
            let query = match step {
                SetupStep::School => "SELECT EXISTS (SELECT 1 FROM school)",
                SetupStep::Party => "SELECT EXISTS (SELECT 1 FROM party WHERE kind <> 'school')",
                SetupStep::Person => "SELECT EXISTS (SELECT 1 FROM person)",
                SetupStep::Contact => "SELECT EXISTS (SELECT 1 FROM fixed_contact)",
                SetupStep::Pupil => "SELECT EXISTS (SELECT 1 FROM pupil)",
                SetupStep::Meeting => "SELECT EXISTS (SELECT 1 FROM meeting)",
            };
            if self.sql().prepare_cached(query)?.query_row([], |row| row.get(0))? {
                taken.push(*step);
            }
        }
        Ok(taken)
    }

    /// The meetings with their schools, the latest day first, at most `limit`.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn meeting_lines(&self, limit: u32) -> Result<Vec<MeetingLine>, StoreError> {
        const SCHOOLS: &str = "SELECT b.meeting, s.id, s.name FROM block b JOIN school s ON s.id = b.school
             WHERE b.meeting IN (SELECT id FROM meeting ORDER BY day DESC, id DESC LIMIT ?1) ORDER BY b.seq, b.id";
        let mut lines: Vec<MeetingLine> = self
            .meetings(limit)?
            .into_iter()
            .map(|meeting| MeetingLine {
                meeting,
                schools: Vec::new(),
            })
            .collect();
        let schools: Vec<(Id, Id, String)> = all(self.sql(), SCHOOLS, [limit], |c| Ok((c.get()?, c.get()?, c.get()?)))?;
        for (meeting, school, name) in schools {
            if let Some(line) = lines.iter_mut().find(|line| line.meeting.id == meeting) {
                line.schools.push((school, name));
            }
        }
        Ok(lines)
    }
}
