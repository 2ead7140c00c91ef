//! Minutes and agendas of the tables of a meeting, and what one party may read of them.

use std::collections::HashMap;

use super::source::Source;
use super::{Draft, PaperError, Readers, calendars, stem};
use crate::domain::codes::{ItemState, PartyKind};
use crate::domain::dossier::{SittingBlock, SittingItem};
use crate::domain::meeting::Attendance;
use crate::domain::papers::PaperKind;
use crate::domain::{Id, Moment};
use crate::exchange::minutes::content::{Reader, agenda, minutes as minutes_of};
use crate::exchange::minutes::input::{ItemPaper, MadeFor, RecordedPaper, TablePaper};

/// The agenda of each table.
pub(super) fn agendas(source: &Source<'_>, at: Moment) -> Vec<Draft> {
    let words = &source.catalog.papers;
    let drafts = source.sitting.blocks.iter().map(|block| {
        let mut table = source.table(block);
        for item in &mut table.items {
            // Before the meeting nothing was agreed yet; afterwards this is still the agenda.
            item.decisions.clear();
            item.actions.clear();
            item.recorded = RecordedPaper::default();
        }
        let school = table.school.clone();
        let made = MadeFor {
            whom: words.for_table(&school),
            at,
        };
        Draft {
            kind: PaperKind::Agenda,
            pupil: None,
            meeting: Some(source.sitting.meeting.id),
            stem: stem(words.file_agenda, source.sitting.meeting.day, &school),
            document: Some(agenda(&source.meeting(vec![table]), &made, source.catalog)),
            calendar: Some(calendars::invitation(source, &school)),
            whom: made.whom,
        }
    });
    drafts.collect()
}

/// The minutes, for the readers that are asked for.
pub(super) fn minutes(source: &Source<'_>, at: Moment) -> Result<Vec<Draft>, PaperError> {
    let parties = Parties::read(source)?;
    let mut drafts = Vec::new();
    match source.wanted.readers {
        Readers::Tables => {
            for block in &source.sitting.blocks {
                drafts.push(for_table(source, block, at));
            }
            drafts.extend(calendars::of_owners(source));
        }
        Readers::Party(party) => drafts.extend(for_party(source, &parties, party, at)?),
        Readers::EveryParty => {
            for (party, _) in &parties.names {
                drafts.extend(for_party(source, &parties, *party, at)?);
            }
        }
    }
    Ok(drafts)
}

fn for_table(source: &Source<'_>, block: &SittingBlock, at: Moment) -> Draft {
    let words = &source.catalog.papers;
    let table = source.table(block);
    let school = table.school.clone();
    let made = MadeFor {
        whom: words.for_table(&school),
        at,
    };
    Draft {
        kind: PaperKind::Minutes,
        pupil: None,
        meeting: Some(source.sitting.meeting.id),
        stem: stem(words.file_minutes, source.sitting.meeting.day, &school),
        document: Some(minutes_of(
            &source.meeting(vec![table]),
            Reader::Table,
            &made,
            source.catalog,
        )),
        // Who does what goes to each owner alone.
        calendar: calendars::next_meeting(source),
        whom: made.whom,
    }
}

/// What one party may read. Everybody who was at a table heard what was said there, so its party reads all of it but
/// questions, proposals and notes. An employer comes for one pupil, and a party that was away all the time heard nothing:
/// sharing is recorded for each pupil and party, so they read their own actions, and what was decided of the pupils who
/// are theirs by what the file holds ([`Store::pupils_of_party`](crate::store::Store::pupils_of_party)), never of the
/// others that happened to be on the agenda.
fn for_party(source: &Source<'_>, parties: &Parties, party: Id, at: Moment) -> Result<Option<Draft>, PaperError> {
    let words = &source.catalog.papers;
    let Some((_, name)) = parties.names.iter().find(|(id, _)| *id == party) else {
        return Ok(None);
    };
    source.read_by(party)?;
    let own = source.store.pupils_of_party(source.sitting.meeting.id, party)?;
    let is_own = |action: Id| parties.of_action.get(&action) == Some(&party);
    let mut tables: Vec<TablePaper> = Vec::new();
    for block in &source.sitting.blocks {
        let sits = block.attendance.iter().any(|seat| seat.person.party == party);
        let was_told = |seat: &Attendance| seat.person.party == party && seat.person.party_kind != PartyKind::Employer;
        let is_told = block.people().any(was_told);
        let part = |row: &SittingItem| {
            let mut item = source.item(row)?;
            item.actions.retain(|action| is_own(action.id));
            item.question.clear();
            item.asked_by.clear();
            item.proposal.clear();
            item.note = None;
            let reads = is_told || (sits && row.item.pupil.is_some_and(|pupil| own.contains(&pupil)));
            if !reads {
                item.decisions.clear();
            }
            if !is_told {
                item.recorded = RecordedPaper::default();
            }
            (has_something(&item) || (reads && item.state == ItemState::Carried)).then_some(item)
        };
        let mut table = source.table(block);
        table.items = block.items.iter().filter_map(part).collect();
        if !sits {
            table.seats.clear();
        }
        if is_told || !table.items.is_empty() {
            tables.push(table);
        }
    }
    if tables.is_empty() {
        return Ok(None);
    }
    let made = MadeFor { whom: name.clone(), at };
    Ok(Some(Draft {
        kind: PaperKind::Minutes,
        pupil: None,
        meeting: Some(source.sitting.meeting.id),
        stem: stem(words.file_party, source.sitting.meeting.day, name),
        document: Some(minutes_of(
            &source.meeting(tables),
            Reader::Party(name),
            &made,
            source.catalog,
        )),
        calendar: Some(calendars::with_actions(source, is_own)),
        whom: made.whom,
    }))
}

fn has_something(item: &ItemPaper) -> bool {
    !item.decisions.is_empty() || !item.actions.is_empty() || item.recorded.has_something()
}

/// The parties around the tables, and whose each action is.
struct Parties {
    /// By first appearance.
    names: Vec<(Id, String)>,
    /// The party of the owner of each action.
    of_action: HashMap<Id, Id>,
}

impl Parties {
    fn read(source: &Source<'_>) -> Result<Self, PaperError> {
        let mut parties = Self {
            names: Vec::new(),
            of_action: HashMap::new(),
        };
        let blocks = &source.sitting.blocks;
        for seat in blocks.iter().flat_map(|block| &block.attendance) {
            parties.add(seat.person.party, &seat.person.party_name);
        }
        for item in blocks.iter().flat_map(|block| &block.items) {
            for action in source.actions(item.item.id) {
                let Some(owner) = &action.owner else { continue };
                let person = source.store.person(owner.person)?;
                parties.add(person.party, &person.party_name);
                parties.of_action.insert(action.id, person.party);
            }
        }
        Ok(parties)
    }

    fn add(&mut self, party: Id, name: &str) {
        if self.names.iter().all(|(there, _)| *there != party) {
            self.names.push((party, name.to_owned()));
        }
    }
}
