//! Finding, for the purpose of the moment and for whoever looks.

use super::Program;
use crate::app::effect::Outcome;
use crate::app::update::schools_in_sight;
use crate::domain::Id;
use crate::domain::codes::PartyKind;
use crate::domain::dossier::Found;
use crate::domain::fold::fold;
use crate::public::FindPurpose;
use crate::store::{Reach, StoreError};

/// How many employers are found beside pupils, schools and people.
const EMPLOYERS: usize = 6;

/// How many placements the card of an employer shows at most, newest first.
const PLACED: u32 = 500;

/// How many rows an answer to a question has at most.
const FOUND: usize = 40;

impl Program {
    /// Finds what this purpose may find. While shared, that is schools, professionals, and this block's pupils by
    /// their initials: nobody else's name can come up in front of the table.
    pub(super) fn find(&self, purpose: FindPurpose, question: String) -> Result<Outcome, StoreError> {
        // Adding a pupil who sits in this school while shared shows them by initials, so their names may be looked in.
        let wide = self.state.private || purpose == FindPurpose::AddToAgenda;
        let reach = if wide { Reach::All } else { Reach::Professionals };
        let mut found: Vec<Found> = match purpose {
            FindPurpose::EditParty => self.parties_of(None, &question)?,
            FindPurpose::PartyCard => self.parties_of(Some(PartyKind::Employer), &question)?,
            FindPurpose::ChooseSchool if question.trim().is_empty() => self.all_schools(),
            _ if question.trim().is_empty() => Vec::new(),
            _ => self.store.find(&question, FOUND, reach)?,
        };
        if purpose == FindPurpose::Go && self.state.private {
            // Their cards name pupils, so employers are found by the chair alone; before what was written about them.
            let employers = self.store.find_employers(&question, EMPLOYERS)?;
            let notes = found.iter().position(|f| matches!(f, Found::Note { .. }));
            let at = notes.unwrap_or(found.len());
            found.splice(at..at, employers);
        }
        let school = match purpose {
            FindPurpose::AddToAgenda => self.state.block().map(|b| b.block.school),
            _ => self.state.school_at_hand(),
        };
        found.retain(|f| match (purpose, f) {
            (FindPurpose::Go, _) => true,
            (FindPurpose::AddToAgenda, Found::Pupil(line)) => Some(line.school) == school,
            (FindPurpose::AddParticipant | FindPurpose::EditPerson, Found::Person { .. })
            | (FindPurpose::EditParty | FindPurpose::PartyCard, Found::Party { .. })
            | (FindPurpose::ChooseSchool, Found::School { .. }) => true,
            _ => false,
        });
        if !self.state.private {
            let at_table = |id: Id| {
                self.state
                    .sitting
                    .iter()
                    .flat_map(|s| s.blocks.iter())
                    .any(|b| b.block.school == id)
            };
            if purpose == FindPurpose::ChooseSchool {
                let seen = schools_in_sight(&self.state);
                let in_room = |id: Id| self.state.elsewhere.open.is_none() || seen.contains(&id);
                found.retain(|f| matches!(f, Found::School { id, .. } if at_table(*id) && in_room(*id)));
            }
            found.retain(|f| match f {
                Found::Pupil(line) => Some(line.school) == school && line.may_name,
                Found::Note { .. } => false,
                Found::School { .. } | Found::Party { .. } | Found::Person { .. } => true,
            });
            if matches!(purpose, FindPurpose::Go) {
                found.retain(|f| !matches!(f, Found::Pupil(_)));
                found.splice(0..0, self.by_initials(&question));
            }
        }
        Ok(Outcome::Found(question, found))
    }

    /// The card of an employer.
    pub(super) fn party_card(&self, id: Id) -> Result<Outcome, StoreError> {
        let party = self.store.parties(None)?.into_iter().find(|p| p.id == id);
        let party = party.ok_or(StoreError::Missing("party"))?;
        Ok(Outcome::PartyCard(party, self.store.placements(id, PLACED)?))
    }

    /// Parties whose name has what was typed.
    fn parties_of(&self, kind: Option<PartyKind>, question: &str) -> Result<Vec<Found>, StoreError> {
        let wanted = fold(question.trim());
        let parties = self
            .store
            .parties(kind)?
            .into_iter()
            .filter(|p| fold(&p.name).contains(&wanted));
        Ok(parties
            .take(FOUND)
            .map(|p| Found::Party {
                id: p.id,
                name: p.name,
                place: p.place,
            })
            .collect())
    }

    fn all_schools(&self) -> Vec<Found> {
        let schools = self.state.schools.iter();
        schools
            .map(|s| Found::School {
                id: s.id,
                name: s.name.clone(),
                place: s.place.clone(),
            })
            .collect()
    }

    /// This block's pupils whose initials begin with what was typed, dots or not.
    fn by_initials(&self, question: &str) -> Vec<Found> {
        let wanted: String = fold(question).chars().filter(|c| c.is_alphanumeric()).collect();
        let lines = self.state.pupil_items().into_iter().filter_map(|i| i.pupil.as_ref());
        let hits = lines.filter(|line| line.may_name && !wanted.is_empty()).filter(|line| {
            let initials: String = fold(&line.name.initials().to_string())
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect();
            initials.starts_with(&wanted)
        });
        hits.cloned().map(Found::Pupil).collect()
    }
}
