//! The page for each young person who was discussed.

use super::source::{Source, was_discussed};
use super::{Draft, PaperError, calendars, stem};
use crate::domain::dossier::SittingItem;
use crate::domain::papers::PaperKind;
use crate::domain::people::{Person, SchoolContacts};
use crate::domain::trajectory::Tile;
use crate::domain::{Day, Id, Moment};
use crate::exchange::minutes::content::{called, young_person};
use crate::exchange::minutes::input::{Helper, MadeFor, YoungPaper};

/// A page for the pupil who is asked for, or for each who was discussed.
pub(super) fn drafts(source: &Source<'_>, at: Moment) -> Result<Vec<Draft>, PaperError> {
    let mut drafts = Vec::new();
    for block in &source.sitting.blocks {
        for row in &block.items {
            let Some(pupil) = row.item.pupil else { continue };
            let is_wanted = match source.wanted.pupil {
                Some(wanted) => wanted == pupil,
                None => was_discussed(row),
            };
            if is_wanted {
                drafts.push(draft(source, &block.contacts, (row, pupil), at)?);
            }
        }
    }
    Ok(drafts)
}

fn draft(
    source: &Source<'_>,
    contacts: &SchoolContacts,
    (row, pupil): (&SittingItem, Id),
    at: Moment,
) -> Result<Draft, PaperError> {
    let (words, meeting, today) = (&source.catalog.papers, &source.sitting.meeting, at.date_naive());
    let told = source.item(row);
    let (decisions, actions) = told.map_or_else(Default::default, |item| (item.decisions, item.actions));
    let name = source.called(pupil);
    let mut tiles = source.store.tiles(pupil)?;
    tiles.retain(|tile| tile.holder.is_some() && tile.last_day().is_none_or(|last| last >= today));
    let mut now = helpers(source, tiles.iter().filter(|tile| tile.from <= today))?;
    now.sort_by_key(|helper| helper.until.unwrap_or(Day::MAX));
    let paper = YoungPaper {
        called: name.clone(),
        day: meeting.day,
        decisions,
        actions,
        helpers: now,
        later: helpers(source, tiles.iter().filter(|tile| tile.from > today))?,
        next_day: meeting.next_day.filter(|day| *day >= today),
        questions: contacts
            .coordinator
            .as_ref()
            .or(contacts.fixed.first().map(|(_, person)| person))
            .map(|person| helper(person, None, None)),
    };
    let made = MadeFor {
        whom: called(&name, source.catalog),
        at,
    };
    Ok(Draft {
        kind: PaperKind::YoungPerson,
        pupil: Some(pupil),
        meeting: Some(meeting.id),
        stem: stem(words.file_young, meeting.day, &made.whom),
        document: Some(young_person(&paper, &made, source.catalog)),
        calendar: calendars::next_meeting(source),
        whom: made.whom,
    })
}

/// The people who hold these tiles, each once: somebody who holds two is told with the one that lasts.
fn helpers<'t>(source: &Source<'_>, tiles: impl Iterator<Item = &'t Tile>) -> Result<Vec<Helper>, PaperError> {
    let mut found: Vec<Helper> = Vec::new();
    for tile in tiles {
        let Some(holder) = tile.holder else { continue };
        let person = source.store.person(holder)?;
        let next = helper(&person, Some(tile.from), tile.last_day());
        match found
            .iter_mut()
            .find(|there| there.name == next.name && there.party == next.party)
        {
            Some(there) => {
                there.from = there.from.min(next.from);
                there.until = match (there.until, next.until) {
                    (Some(one), Some(other)) => Some(one.max(other)),
                    _ => None,
                };
            }
            None => found.push(next),
        }
    }
    Ok(found)
}

fn helper(person: &Person, from: Option<Day>, until: Option<Day>) -> Helper {
    Helper {
        name: person.full(),
        party: person.party_name.clone(),
        phone: person.phone.clone(),
        from,
        until,
    }
}
