//! What an employer's card shows: who was placed there, and what lasted.

use super::Store;
use super::error::StoreError;
use super::pupils::{line_columns, read_line};
use super::rows::{all, one};
use crate::domain::Id;
use crate::domain::codes::{ContractForm, PartyKind, TileKind};
use crate::domain::dossier::Found;
use crate::domain::placement::Placement;
use crate::domain::trajectory::TileDetails;

/// How many parties are looked at for employers among them: schools and the social service may have the same name.
const LOOKED_AT: usize = 40;

impl Store {
    /// Employers by any part of name or place, best first, at most `limit`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find_employers(&self, question: &str, limit: usize) -> Result<Vec<Found>, StoreError> {
        const QUERY: &str = "SELECT id, name, place FROM party WHERE id = ?1 AND kind = ?2";
        let mut found = Vec::new();
        for hit in self.find_parties(question, LOOKED_AT)? {
            let employer = one(self.sql(), QUERY, (hit.id, PartyKind::Employer.code()), |c| {
                Ok(Found::Party {
                    id: c.get()?,
                    name: c.get()?,
                    place: c.get()?,
                })
            })?;
            found.extend(employer);
            if found.len() == limit {
                break;
            }
        }
        Ok(found)
    }

    /// The tiles of all pupils with a party, newest first, at most `limit`. One statement, over the index of tiles by
    /// party.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn placements(&self, party: Id, limit: u32) -> Result<Vec<Placement>, StoreError> {
        const QUERY: &str = concat!(
            "SELECT t.kind, t.label, t.from_on, t.until_on, t.ended_on, t.contract_form, t.ended_why, t.hours,",
            " t.wage_value, ",
            line_columns!(),
            " FROM tile t JOIN pupil u ON u.id = t.pupil WHERE t.party = ?1 ORDER BY t.from_on DESC, t.id DESC LIMIT ?2"
        );
        all(self.sql(), QUERY, (party, limit), |c| {
            Ok(Placement {
                kind: c.text("tile.kind", TileKind::from_code)?,
                label: c.get()?,
                from: c.day("tile.from_on")?,
                until: c.optional_day("tile.until_on")?,
                ended: c.optional_day("tile.ended_on")?,
                contract: c.optional("tile.contract_form", ContractForm::from_code)?,
                details: TileDetails {
                    ended_why: c.get()?,
                    hours: c.get()?,
                    wage_value: c.get()?,
                },
                pupil: read_line(c)?,
            })
        })
    }
}
