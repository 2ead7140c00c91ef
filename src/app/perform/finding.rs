//! Finding, for the purpose of the moment and for whoever looks.

use super::Program;
use crate::app::effect::Outcome;
use crate::domain::Id;
use crate::domain::codes::PartyKind;
use crate::domain::dossier::{Found, PupilLine};
use crate::domain::fold::fold;
use crate::domain::intent::Intent;
use crate::domain::people::Person;
use crate::domain::standing::Asking;
use crate::public::FindPurpose;
use crate::store::{QueueFrom, Reach, StoreError};

/// How many employers are found beside pupils, schools and people.
const EMPLOYERS: usize = 6;

/// How many placements the card of an employer shows at most, newest first.
const PLACED: u32 = 500;

/// How many people a form looks names up in.
const PEOPLE: u32 = 2000;

/// How many rows an answer to a question has at most.
const FOUND: usize = 40;

/// How many pupils of one school are looked through for the agenda: more than any school has at such a table.
const OF_SCHOOL: usize = 2000;

impl Program {
    /// The professionals that a form chooses from, and the one it is about, who may no longer work there.
    pub(super) fn people_for(&self, purpose: Intent, target: Option<Id>) -> Result<Vec<Person>, StoreError> {
        let mut people = self.store.people(None, PEOPLE)?;
        let target = target.filter(|id| purpose == Intent::EditPerson && people.iter().all(|known| known.id != *id));
        if let Some(id) = target {
            people.push(self.store.person(id)?);
        }
        Ok(people)
    }

    /// Finds what this purpose may find. While shared, that is schools, professionals, and this block's pupils by
    /// their initials: nobody else's name can come up in front of the table.
    pub(super) fn find(&self, purpose: FindPurpose, question: String) -> Result<Outcome, StoreError> {
        let reach = if self.state.private {
            Reach::All
        } else {
            Reach::Professionals
        };
        let mut found: Vec<Found> = match purpose {
            FindPurpose::EditParty => self.parties_of(None, &question)?,
            FindPurpose::PartyCard => self.parties_of(Some(PartyKind::Employer), &question)?,
            FindPurpose::ChooseSchool if question.trim().is_empty() => self.all_schools(),
            FindPurpose::AddToAgenda if question.trim().is_empty() => self.to_put_on_agenda()?,
            _ if question.trim().is_empty() => Vec::new(),
            // Who left by mistake is put back where they were taken off.
            FindPurpose::EditPerson => self.store.find(&question, FOUND, Reach::Everybody)?,
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
                let seen = self.state.room().schools();
                let in_room = |id: Id| self.state.elsewhere.open.is_none() || seen.contains(&id);
                found.retain(|f| matches!(f, Found::School { id, .. } if at_table(*id) && in_room(*id)));
            }
            found.retain(|f| match f {
                Found::Pupil(line) => Some(line.school) == school && line.may_name,
                Found::Note { .. } => false,
                Found::School { .. } | Found::Party { .. } | Found::Person { .. } => true,
            });
            let asked = !question.trim().is_empty();
            let by_initials = match purpose {
                FindPurpose::Go => self.by_initials(&question, self.on_agenda()),
                FindPurpose::AddToAgenda if asked => self.by_initials(&question, self.of_school()?),
                _ => Vec::new(),
            };
            if matches!(purpose, FindPurpose::Go) {
                found.retain(|f| !matches!(f, Found::Pupil(_)));
            }
            found.splice(0..0, by_initials);
            // Nor whoever may not be shared with somebody in the room, on its agenda or not.
            let room = self.state.room();
            found.retain(|f| f.pupil().is_none_or(|line| room.names(line)));
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

    /// The pupils of the block at hand.
    fn on_agenda(&self) -> Vec<PupilLine> {
        let lines = self.state.pupil_items().into_iter();
        lines.filter_map(|i| i.pupil.clone()).collect()
    }

    /// The pupils of the school of the block at hand who are not on the agenda of the meeting.
    fn of_school(&self) -> Result<Vec<PupilLine>, StoreError> {
        let Some(school) = self.state.block().map(|b| b.block.school) else {
            return Ok(Vec::new());
        };
        let page = self.store.queue_page(Some(school), QueueFrom::Start, OF_SCHOOL)?;
        let off = |line: &PupilLine| !self.state.items().any(|i| i.item.pupil == Some(line.id));
        Ok(page.lines.into_iter().filter(off).collect())
    }

    /// Who can be put on the agenda: first whoever has a reason to be discussed on the day of the meeting, the most
    /// urgent first, then the others of the school in the order of their leaving.
    fn to_put_on_agenda(&self) -> Result<Vec<Found>, StoreError> {
        let (Some(block), Some(sitting)) = (self.state.block(), &self.state.sitting) else {
            return Ok(Vec::new());
        };
        let asking = Asking {
            today: sitting.meeting.day,
            practice: self.state.settings.practice,
            rules: &self.state.rules,
        };
        let urgent = self.store.propose_pupils(block.block.school, &asking, OF_SCHOOL)?;
        let mut others = self.of_school()?;
        let mut lines: Vec<PupilLine> = Vec::new();
        for line in urgent {
            if let Some(at) = others.iter().position(|other| other.id == line.id) {
                lines.push(others.remove(at));
            }
        }
        lines.extend(others);
        lines.truncate(FOUND);
        Ok(lines.into_iter().map(Found::Pupil).collect())
    }

    /// Those pupils whose initials begin with what was typed, dots or not.
    fn by_initials(&self, question: &str, lines: Vec<PupilLine>) -> Vec<Found> {
        let letters = |text: &str| -> String { fold(text).chars().filter(|c| c.is_alphanumeric()).collect() };
        let wanted = letters(question);
        let hits = lines.into_iter().filter(|line| line.may_name && !wanted.is_empty());
        let hits = hits.filter(|line| letters(&line.name.initials().to_string()).starts_with(&wanted));
        hits.take(FOUND).map(Found::Pupil).collect()
    }
}
