//! The pupils of the table, as their schools sent them and as the table came to know them.
//!
//! The rule: what holds a pupil is written when it was known, not before: with the school's list, before the second
//! meeting, or before today's.

use chrono::{Months, TimeDelta};

use crate::domain::codes::Route;
use crate::domain::intent::Intent;
use crate::domain::name::Name;
use crate::domain::people::NetworkPerson;
use crate::domain::pupil::{Pupil, Sharing};
use crate::domain::trajectory::{Instrument, TileDetails};
use crate::domain::{Day, Id};
use crate::store::{NewTile, StoreError};

use super::Story;
use super::data::{InstrumentData, NetworkData, PupilData, TileData, wrong};
use super::people::Keys;

/// How and on what ground the pupils and their parents were told, in the words of the demo's own list.
pub(super) struct Told {
    pub(super) how: String,
    pub(super) basis: String,
}

/// Writes the pupils school by school, each school's list as one import, then what was known of them by then.
pub(super) fn write(
    story: &mut Story<'_>,
    mut keys: Keys,
    office: &str,
    pupils: &[PupilData],
) -> Result<Keys, StoreError> {
    let words = super::data::words()?;
    let told = Told {
        how: words.informed_how.first().cloned().ok_or_else(wrong)?,
        basis: words.basis,
    };
    let day = story.day("d-98")?;
    story.go(day, "10:05")?;
    story.store.set_who(office);
    let schools: Vec<(String, Id)> = keys.schools.iter().map(|(key, id)| (key.clone(), *id)).collect();
    for (key, school) in schools {
        let list: Vec<(&PupilData, Pupil)> = pupils
            .iter()
            .filter(|data| data.school == key)
            .map(|data| Ok((data, pupil(story, data, school, &told)?)))
            .collect::<Result<_, StoreError>>()?;
        story.clock.pass(300);
        story.change(Intent::ImportList, (None, None), |tx| {
            for (data, pupil) in &list {
                let id = tx.insert_pupil(pupil)?;
                for person in &data.network {
                    tx.insert_network_person(&network_person(id, person))?;
                }
                keys.pupils.insert(data.key.clone(), id);
            }
            Ok(())
        })?;
    }
    holdings(story, &keys, pupils, Day::MIN, day)?;
    Ok(keys)
}

/// A pupil before they have an id.
fn pupil(story: &Story<'_>, data: &PupilData, school: Id, told: &Told) -> Result<Pupil, StoreError> {
    let [given, infix, family] = data.name.clone();
    let birth = story
        .today
        .checked_sub_months(Months::new(data.age * 12))
        .and_then(|day| day.checked_sub_signed(TimeDelta::days(data.birthday_ago.into())));
    let informed_on = story.optional_day(data.informed.as_ref())?;
    let sharing = match informed_on {
        Some(_) => Sharing {
            informed_on,
            informed_how: told.how.clone(),
            basis: told.basis.clone(),
            other_basis: false,
            objection_on: None,
        },
        None => Sharing::default(),
    };
    Ok(Pupil {
        id: 0,
        school,
        number: data.number.clone(),
        name: Name { given, infix, family },
        birth,
        class: data.class.clone(),
        residence: data.residence.clone(),
        profile: data.profile,
        leaving: Some(story.day(&data.leaving)?),
        left_on: story.optional_day(data.left.as_ref())?,
        diploma_on: story.optional_day(data.diploma.as_ref())?,
        wish: data.wish.clone(),
        strengths: data.strengths.clone(),
        goal: data.goal,
        route: data.route.unwrap_or(Route::Undecided),
        placement: data.placement.clone(),
        client_since: story.optional_day(data.client_since.as_ref())?,
        support_needed: data.support_needed,
        out_of_sight_since: story.optional_day(data.out_of_sight.as_ref())?,
        sharing,
    })
}

fn network_person(pupil: Id, data: &NetworkData) -> NetworkPerson {
    NetworkPerson {
        id: 0,
        pupil,
        name: data.name.clone(),
        relation: data.relation.clone(),
        phone: data.phone.clone(),
        willing: data.willing,
    }
}

/// Writes the tiles and instruments that became known after one day and up to another, pupil by pupil.
pub(super) fn holdings(
    story: &mut Story<'_>,
    keys: &Keys,
    pupils: &[PupilData],
    after: Day,
    until: Day,
) -> Result<(), StoreError> {
    for data in pupils {
        let id = keys.pupil(&data.key)?;
        let mut tiles = Vec::new();
        for tile in &data.tiles {
            let tile = new_tile(story, keys, tile)?;
            let days = [Some(tile.from), tile.ended, tile.no_guidance_on];
            tiles.push((known(story.today, &days), tile));
        }
        let mut instruments = Vec::new();
        for instrument in &data.instruments {
            let i = new_instrument(story, instrument)?;
            let days = [i.requested, i.decided, i.started, i.ended];
            instruments.push((known(story.today, &days), i));
        }
        tiles.retain(|(known, _)| after < *known && *known <= until);
        instruments.retain(|(known, _)| after < *known && *known <= until);
        if tiles.is_empty() && instruments.is_empty() {
            continue;
        }
        story.clock.pass(95);
        story.change(Intent::AddTile, (Some(id), None), |tx| {
            for (_, tile) in &tiles {
                tx.insert_tile(id, tile)?;
            }
            for (_, instrument) in &instruments {
                tx.insert_instrument(id, instrument)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// The day by which something was known: the last of its days that has been, or today when all are still to come.
fn known(today: Day, days: &[Option<Day>]) -> Day {
    days.iter()
        .flatten()
        .copied()
        .filter(|day| *day <= today)
        .max()
        .unwrap_or(today)
}

/// A tile of the data.
pub(super) fn new_tile(story: &Story<'_>, keys: &Keys, data: &TileData) -> Result<NewTile, StoreError> {
    Ok(NewTile {
        kind: data.kind,
        party: keys.party(&data.party)?,
        holder: data.holder.as_ref().map(|key| keys.person(key)).transpose()?,
        label: data.label.clone(),
        from: story.day(&data.from)?,
        until: story.optional_day(data.until.as_ref())?,
        ended: story.optional_day(data.ended.as_ref())?,
        contract: data.contract,
        no_guidance_on: story.optional_day(data.no_guidance.as_ref())?,
        no_guidance_by: data.no_guidance_by.clone(),
        details: TileDetails {
            ended_why: data.ended_why.clone(),
            hours: data.hours,
            wage_value: None,
        },
    })
}

/// An instrument of the data.
pub(super) fn new_instrument(story: &Story<'_>, data: &InstrumentData) -> Result<Instrument, StoreError> {
    Ok(Instrument {
        id: 0,
        kind: data.kind,
        party: None,
        party_name: None,
        requested: story.optional_day(data.requested.as_ref())?,
        decided: story.optional_day(data.decided.as_ref())?,
        started: story.optional_day(data.started.as_ref())?,
        ended: story.optional_day(data.ended.as_ref())?,
        review: story.optional_day(data.review.as_ref())?,
        deferred_until: story.optional_day(data.deferred_until.as_ref())?,
        deferred_reason: data.deferred_reason.clone(),
        value: None,
        result: String::new(),
    })
}
