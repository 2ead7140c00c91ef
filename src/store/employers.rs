//! What an employer's card shows: who was placed there, and what lasted.

use super::Store;
use super::error::StoreError;
use super::pupils::{line_columns, read_line};
use super::rows::all;
use crate::domain::Id;
use crate::domain::codes::{ContractForm, TileKind};
use crate::domain::placement::Placement;
use crate::domain::trajectory::TileDetails;

impl Store {
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
