//! The two groups of the past: young people of earlier years with their trajectories, from which the result tables of
//! two regions follow.
//!
//! The rules: only how many there were in each group is data; everybody has records of their own and no total is stored.
//! They are at schools that are not on today's table, left them years ago and were held until nobody had to, so that
//! they are in no queue and have no gap. They go in beside the journal and behind everybody else, so that the rest of a
//! demo is the same with them as without.

mod data;

use chrono::Months;

use self::data::{CohortData, File, GroupData, SchoolData, Trail};
use super::Story;
use super::data::{Words, wrong};
use super::fill::plus;
use super::people::Keys;
use super::random::Random;
use crate::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ContractForm, ExitProfile, Goal, InstrumentKind, PrimaryResult, Route,
    TileKind,
};
use crate::domain::name::Name;
use crate::domain::people::SchoolCode;
use crate::domain::pupil::{Pupil, Relapse, Sharing, TransitionChance};
use crate::domain::trajectory::{Instrument, TileDetails};
use crate::domain::{Day, Id};
use crate::store::{NewAction, NewPerson, NewSchool, NewTile, StoreError, Tx};

/// What the chance of everybody here begins with.
const FIRST: u64 = 0x6368_6f72_7400;

/// A school with whoever guides its pupils.
struct Base {
    school: Id,
    party: Id,
    coordinator: Id,
}

/// Writes both groups.
pub(super) fn write(story: &mut Story<'_>, keys: &Keys) -> Result<(), StoreError> {
    let file: File = toml::from_str(include_str!("../../../data/demo/cohorten.toml")).map_err(|_| wrong())?;
    let words = super::data::words()?;
    let now = story.clock.now();
    story.store.fill(now, |tx| {
        let mut random = Random::new(FIRST);
        file.cohort
            .iter()
            .try_for_each(|data| cohort(tx, keys, &words, data, &mut random))
    })
}

fn cohort(
    tx: &mut Tx<'_>,
    keys: &Keys,
    words: &Words,
    data: &CohortData,
    random: &mut Random,
) -> Result<(), StoreError> {
    let bases = data
        .schools
        .iter()
        .map(|school| base(tx, keys, school))
        .collect::<Result<Vec<_>, _>>()?;
    let cohort = tx.insert_cohort(&data.name, &data.set)?;
    let mut number = 0;
    for group in &data.group {
        for at in 0..group.count {
            number += 1;
            let base = bases.get(number % bases.len()).ok_or_else(wrong)?;
            let one = One {
                keys,
                words,
                data,
                base,
                group,
                at,
                number,
            };
            let pupil = one.write(tx, random)?;
            tx.add_cohort_member(cohort, pupil)?;
        }
    }
    Ok(())
}

fn base(tx: &mut Tx<'_>, keys: &Keys, data: &SchoolData) -> Result<Base, StoreError> {
    let school = tx.insert_school(&NewSchool {
        code: SchoolCode::parse(&data.code).ok_or_else(wrong)?,
        kind: data.kind,
        name: data.name.clone(),
        place: data.place.clone(),
        party: None,
        uwv_contact: Some(keys.person("wouter")?),
    })?;
    let mut known = tx.school(school)?;
    let coordinator = tx.insert_person(&NewPerson {
        party: known.party,
        given: data.given.clone(),
        family: data.family.clone(),
        position: String::from("stagecoördinator"),
        phone: data.phone.clone(),
        email: data.email.clone(),
    })?;
    known.coordinator = Some(coordinator);
    tx.update_school(&known)?;
    for (rank, person) in [(1, "peter"), (2, "hulya")] {
        tx.set_fixed_contact(school, rank, Some(keys.person(person)?))?;
    }
    Ok(Base {
        school,
        party: known.party,
        coordinator,
    })
}

/// One young person.
struct One<'a> {
    keys: &'a Keys,
    words: &'a Words,
    data: &'a CohortData,
    base: &'a Base,
    group: &'a GroupData,
    /// Which of the group.
    at: u32,
    /// Which of the cohort.
    number: usize,
}

impl One<'_> {
    fn write(&self, tx: &mut Tx<'_>, random: &mut Random) -> Result<Id, StoreError> {
        let (came, done) = (between(self.data.came, random)?, between(self.data.done, random)?);
        let id = tx.insert_pupil(&self.pupil(random, came)?)?;
        self.chances(tx, random, id, came)?;
        let left = self.tiles(tx, random, id, came, done)?;
        self.instruments(tx, id, came, done)?;
        if self.group.support {
            tx.set_result(id, PrimaryResult::InDiscussion, came, None)?;
            self.action(tx, random, id, came)?;
        }
        if self.group.course == Trail::WorkBrokenOff {
            let work = plus(came, 45)?;
            tx.set_result(id, PrimaryResult::PaidWork, work, None)?;
            let word = random.pick(&self.words.relapse)?.clone();
            let relapse = Relapse {
                on: done,
                from: Some(PrimaryResult::PaidWork),
                word,
            };
            tx.add_relapse(id, &relapse)?;
        }
        if let Some(result) = self.group.result {
            // What was found after school is told when it is found; the rest when the school lets go.
            let on = if self.group.support { done } else { done.min(left) };
            tx.set_result(id, result, on, None)?;
        }
        Ok(id)
    }

    fn pupil(&self, random: &mut Random, came: Day) -> Result<Pupil, StoreError> {
        let [infix, family] = random.pick(&self.words.family)?.clone();
        let given = random.pick(&self.words.given)?.clone();
        let theme = random.pick(&self.words.theme)?;
        let education = self.group.course == Trail::Education;
        let route = match (self.group.support, self.group.course) {
            (true, _) => Route::Municipality,
            (false, Trail::Education) => Route::FurtherEducation,
            (false, Trail::Uwv) => Route::Uwv,
            (false, _) => Route::School,
        };
        Ok(Pupil {
            id: 0,
            school: self.base.school,
            number: format!("{:05}", self.number),
            name: Name { given, infix, family },
            birth: None,
            class: String::new(),
            residence: random.pick(&self.data.residences)?.clone(),
            profile: if education {
                ExitProfile::FurtherEducation
            } else {
                ExitProfile::LabourMarket
            },
            // The school's last tile tells when it let go; there is nothing more to plan.
            leaving: None,
            left_on: None,
            diploma_on: None,
            wish: random.pick(&theme.wish)?.clone(),
            strengths: random.pick(&self.words.strengths)?.clone(),
            goal: match self.group.course {
                Trail::Education => Goal::FurtherEducation,
                Trail::DayActivity => Goal::DayActivity,
                Trail::Sheltered => Goal::ShelteredWork,
                _ => Goal::RegularWork,
            },
            route,
            placement: String::new(),
            client_since: self.group.support.then_some(came),
            support_needed: Some(self.group.support),
            out_of_sight_since: None,
            sharing: Sharing {
                informed_on: Some(plus(came, -60)?),
                informed_how: random.pick(&self.words.informed_how)?.clone(),
                basis: self.words.basis.clone(),
                other_basis: false,
                objection_on: None,
            },
        })
    }

    fn chances(&self, tx: &mut Tx<'_>, random: &mut Random, pupil: Id, came: Day) -> Result<(), StoreError> {
        for kind in [ChanceKind::FurtherEducation, ChanceKind::LastingWork] {
            let good = kind == ChanceKind::FurtherEducation && self.group.course == Trail::Education;
            // Chances that are low twice would be a reason to discuss them for as long as nobody holds them.
            let level = match (good, kind) {
                (true, _) => ChanceLevel::High,
                (false, ChanceKind::FurtherEducation) => ChanceLevel::Low,
                (false, ChanceKind::LastingWork) => *random.pick(&[ChanceLevel::Medium, ChanceLevel::High])?,
            };
            let chance = TransitionChance {
                kind,
                level,
                assessed_on: came,
                assessed_by: String::new(),
            };
            tx.add_chance(pupil, &chance)?;
        }
        Ok(())
    }

    /// The school until it lets go, whoever holds afterwards from well before, and the work. The day of letting go.
    fn tiles(&self, tx: &mut Tx<'_>, random: &mut Random, pupil: Id, came: Day, done: Day) -> Result<Day, StoreError> {
        let (base, held) = (self.base, self.data.held_until);
        let from = came.checked_sub_months(Months::new(54)).ok_or_else(wrong)?;
        // Long enough after the next one takes hold for the handover to be warm.
        let left = plus(done.max(plus(came, 50)?), i64::from(random.below(60)))?;
        tx.insert_tile(
            pupil,
            &tile(TileKind::School, (base.party, Some(base.coordinator)), from, left),
        )?;
        let (kind, taker) = self.taker(random)?;
        tx.insert_tile(pupil, &tile(kind, taker, plus(came, 14)?, held))?;
        let employer = self.employer(random)?;
        let coach = Some(self.keys.person(random.pick(&["dilek", "mark"])?)?);
        let contract = self
            .group
            .contracts
            .get(self.at as usize % self.group.contracts.len().max(1))
            .copied();
        let months = |months: u32| done.checked_add_months(Months::new(months)).ok_or_else(wrong);
        match self.group.course {
            Trail::Work => {
                let lasts = match contract {
                    Some(ContractForm::Permanent) => 30,
                    Some(ContractForm::Temporary) => 12,
                    _ => 4 + random.below(12),
                };
                let last = months(lasts)?.min(held);
                let mut job = tile(TileKind::Job, (employer, coach), plus(done, -20)?, last);
                job.contract = contract;
                tx.insert_tile(pupil, &job)?;
            }
            Trail::WorkBrokenOff => {
                let from = plus(came, 45)?;
                let planned = from.checked_add_months(Months::new(12)).ok_or_else(wrong)?;
                let mut job = tile(TileKind::Job, (employer, coach), from, plus(done, -3)?);
                (job.contract, job.until) = (contract, Some(planned));
                job.details.ended_why = random.pick(&self.words.relapse)?.clone();
                tx.insert_tile(pupil, &job)?;
            }
            Trail::Internship => {
                let last = plus(done, 80)?;
                tx.insert_tile(
                    pupil,
                    &tile(TileKind::Internship, (employer, coach), plus(done, -90)?, last),
                )?;
            }
            Trail::Placement | Trail::Trial => {
                let last = plus(done, if self.group.course == Trail::Trial { 40 } else { 200 })?;
                tx.insert_tile(
                    pupil,
                    &tile(TileKind::Placement, (employer, coach), plus(done, -10)?, last),
                )?;
            }
            Trail::DayActivity => {
                let care = (self.keys.party("zorg")?, Some(self.keys.person("joke")?));
                tx.insert_tile(pupil, &tile(TileKind::DayActivity, care, done, held))?;
            }
            _ => {}
        }
        Ok(left)
    }

    /// Who holds until nobody has to, and as what.
    fn taker(&self, random: &mut Random) -> Result<(TileKind, (Id, Option<Id>)), StoreError> {
        let pair =
            |party: &str, person: &str| Ok::<_, StoreError>((self.keys.party(party)?, Some(self.keys.person(person)?)));
        Ok(match self.group.course {
            Trail::Education => (TileKind::FurtherEducation, pair("mbo", "stefan")?),
            Trail::Uwv => (TileKind::Guidance, pair("uwv", random.pick(&["karin", "wouter"])?)?),
            Trail::School => (TileKind::Aftercare, (self.base.party, Some(self.base.coordinator))),
            _ => {
                let (party, person) = random.pick(&self.data.takers)?.split_once(':').ok_or_else(wrong)?;
                (TileKind::Guidance, pair(party, person)?)
            }
        })
    }

    fn employer(&self, random: &mut Random) -> Result<Id, StoreError> {
        let theme = random.pick(&self.words.theme)?;
        self.keys.party(&theme.employer)
    }

    fn instruments(&self, tx: &mut Tx<'_>, pupil: Id, came: Day, done: Day) -> Result<(), StoreError> {
        let sd = self.keys.party("sd")?;
        let mut add = |kind: InstrumentKind, requested: i64, started: Option<i64>, ended: Option<i64>| {
            let day = |days: Option<i64>| days.map(|days| plus(done, days)).transpose();
            let instrument = Instrument {
                id: 0,
                kind,
                party: Some(sd),
                party_name: None,
                requested: Some(plus(done, requested)?.max(came)),
                decided: day(started.map(|days| days - 2))?,
                started: day(started)?,
                ended: day(ended)?,
                review: None,
                deferred_until: None,
                deferred_reason: String::new(),
                value: None,
                result: String::new(),
            };
            tx.insert_instrument(pupil, &instrument).map(|_| ())
        };
        use InstrumentKind as Kind;
        match self.group.course {
            Trail::Work => {
                add(Kind::WageSubsidy, -15, Some(10), Some(400))?;
                if self.at.is_multiple_of(3) {
                    add(Kind::JobCoach, -15, Some(-12), Some(300))?;
                }
            }
            Trail::WorkBrokenOff => {
                add(Kind::WageSubsidy, -80, Some(-60), Some(-3))?;
                add(Kind::SelfCare, -2, None, Some(250))?;
            }
            Trail::Internship => add(Kind::WageValueAssessment, -20, Some(0), Some(30))?,
            Trail::Placement => add(Kind::ParticipationPlacement, -30, Some(-10), Some(200))?,
            Trail::Trial => add(Kind::TrialPlacement, -25, Some(-10), Some(40))?,
            Trail::DayActivity => add(Kind::DayActivity, -30, Some(0), Some(500))?,
            Trail::Sheltered => add(Kind::ShelteredWorkAdvice, 0, None, Some(200))?,
            Trail::Exemption => add(Kind::WorkDutyExemption, -20, Some(0), Some(400))?,
            Trail::Training => {
                add(Kind::ExtraTraining, -20, Some(-5), Some(150))?;
                if self.at.is_multiple_of(2) {
                    add(Kind::MoneySkills, -10, Some(0), Some(120))?;
                }
            }
            Trail::Talk | Trail::Education | Trail::Uwv | Trail::School => {}
        }
        Ok(())
    }

    /// An action that was agreed when they came to the table, and how it ended.
    fn action(&self, tx: &mut Tx<'_>, random: &mut Random, pupil: Id, came: Day) -> Result<(), StoreError> {
        let owners = [
            self.base.coordinator,
            self.keys.person("peter")?,
            self.keys.person("hulya")?,
            self.keys.person("dilek")?,
        ];
        let due = plus(came, 14 + i64::from(random.below(20)))?;
        let theme = random.pick(&self.words.theme)?;
        let action = tx.add_action(&NewAction {
            pupil: Some(pupil),
            school: Some(self.base.school),
            meeting: None,
            item: None,
            owner: Some(*random.pick(&owners)?),
            text: random.pick(&theme.actions)?.clone(),
            due: Some(due),
            agreed_on: came,
        })?;
        let state = match random.below(12) {
            0 => ActionState::NotPossible,
            1 => ActionState::NotDone,
            2 => ActionState::Cancelled,
            _ => ActionState::Done,
        };
        tx.set_action_state(action, state, due, random.pick(&self.words.closing)?)
    }
}

/// A tile that has ended.
fn tile(kind: TileKind, (party, holder): (Id, Option<Id>), from: Day, last: Day) -> NewTile {
    NewTile {
        kind,
        party,
        holder,
        label: String::new(),
        from,
        until: Some(last),
        ended: Some(last),
        contract: None,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: TileDetails::default(),
    }
}

/// A day from one up to and including another.
fn between([first, last]: [Day; 2], random: &mut Random) -> Result<Day, StoreError> {
    let days = u32::try_from((last - first).num_days()).map_err(|_| wrong())?;
    plus(first, i64::from(random.below(days + 1)))
}
