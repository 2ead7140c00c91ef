//! The meetings as a list, to look back in: which there were, and of which schools.
//!
//! The rule: two statements, whatever the number of meetings and blocks.

use super::Store;
use super::error::StoreError;
use super::rows::all;
use crate::domain::Id;
use crate::domain::dossier::MeetingLine;

impl Store {
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
        let schools: Vec<(Id, Id, String)> =
            all(self.sql(), SCHOOLS, [limit], |c| Ok((c.get()?, c.get()?, c.get()?)))?;
        for (meeting, school, name) in schools {
            if let Some(line) = lines.iter_mut().find(|line| line.meeting.id == meeting) {
                line.schools.push((school, name));
            }
        }
        Ok(lines)
    }
}
