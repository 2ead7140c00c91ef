//! Who could fill a gap: the one thing on the timeline for which the file is asked, when the cursor comes to a gap.

use super::Program;
use crate::app::effect::Outcome;
use crate::app::roof::Offered;
use crate::domain::roof::{Span, proposal};
use crate::store::StoreError;

impl Program {
    /// A tile for a gap of the pupil at hand: whoever comes after it begins earlier, else the first fixed contact of
    /// the school whose party's task that is takes hold.
    pub(super) fn propose(&self, gap: Span) -> Result<Outcome, StoreError> {
        let Some(dossier) = self.state.dossier.as_ref() else {
            return Ok(Outcome::Quiet);
        };
        let contacts = self.store.contacts(dossier.pupil.school)?;
        let fallback = contacts
            .fixed
            .iter()
            .find(|(_, person)| person.party_kind.can_hold())
            .map(|(_, person)| (person.party, person.id));
        let handover = self.state.settings.practice.handover_days;
        let parties = self.store.parties(None)?;
        let can_hold = |id| parties.iter().any(|party| party.id == id && party.kind.can_hold());
        let tile = proposal(&dossier.tiles, gap, fallback, self.state.today, handover, can_hold);
        let tile = match tile {
            Some(tile) => Some((tile, self.store.person(tile.holder)?)),
            None => None,
        };
        Ok(Outcome::Proposed(Offered { gap, tile }))
    }
}
